//! The terminal interface.
//!
//! A pure state machine: [`update()`] takes the state and an [`Event`], changes the state and gives back what the world is
//! to do as [`Effect`]s; [`view()`] draws the state into a buffer and changes nothing. Only `runtime` touches the terminal,
//! the disk, threads and signals.
//!
//! | module | holds |
//! | --- | --- |
//! | `theme`, `canvas`, `text`, `widgets` | drawing |
//! | `table`, `case_table` | the table on the screen: window, sort, filter, totals |
//! | `analysis_views` | what runs of analyses look like |
//! | `document` | the open case: a session's document (`crate::session`), and its analyses |
//! | `screen`, `commands` | the names of screens, commands and of the places where they mean something |
//! | `state` | the whole state, with the keymap, and what it is handed: the screens and the table of commands |
//! | `actions` | what is done, by subject |
//! | `popups` | what lies over a screen: prompts, lists, questions, forms |
//! | `screens` | the screens, one file each, and the list of them |
//! | `update` | events, and the table of commands with their handlers |
//! | `view`, `tabs` | the whole screen: what stands where |
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
pub use event::{About, Effect, Event, Export, ReadFor, Reads};
pub use key::Key;
pub use runtime::{Ending, Environment, TuiError, run};
pub use screen::Screen;
pub use state::{App, Entry, Keymap, Setup};
pub use theme::{Glyphs, Theme};
pub use update::{COMMANDS, key_page, update};
pub use view::view;
