//! The terminal interface.
//!
//! A pure state machine: [`update()`] takes the state and an [`Event`], changes the state and gives back what the world is
//! to do as [`Effect`]s; [`view()`] draws the state into a buffer and changes nothing. Only `runtime` touches the terminal,
//! the disk, threads and signals.
//!
//! | module | holds |
//! | --- | --- |
//! | `app` | the whole state |
//! | `document` | the open case: a session's document (`crate::session`), and its analyses |
//! | `update` | what events do, by subject |
//! | `commands`, `keymap` | the table of commands with their handlers, and which key does what where |
//! | `analysis_views` | what runs of analyses look like |
//! | `screens` | the screens, one file each, and the list of them |
//! | `popups` | what lies over a screen: prompts, lists, questions, forms |
//! | `table` | the table on the screen: window, sort, filter, totals |
//! | `view`, `tabs`, `body` | the whole screen: what stands where |
//! | `widgets`, `canvas`, `theme`, `text` | drawing |
//! | `runtime` | the terminal, threads, signals and files |

mod actions;
mod analysis_views;
mod canvas;
mod case_table;
mod commands;
mod document;
mod event;
mod key;
mod popups;
mod runtime;
mod screen;
mod screens;
mod state;
mod table;
mod tabs;
mod theme;
mod update;
mod view;
mod widgets;

use crate::report::text;

pub use commands::{Command, Context};
pub use event::{About, Effect, Event, Export, ReadFor};
pub use key::Key;
pub use runtime::{Ending, Environment, TuiError, run};
pub use screen::Screen;
pub use state::{App, Entry, Keymap, Setup};
pub use theme::{Glyphs, Theme};
pub use update::{COMMANDS, key_page, update};
pub use view::view;
