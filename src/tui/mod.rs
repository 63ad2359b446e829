//! The terminal interface.
//!
//! A pure state machine: [`update()`] takes the state and an [`Event`], changes the state and gives back what the world is
//! to do as [`Effect`]s; [`view()`] draws the state into a buffer and changes nothing. Only `runtime` touches the terminal,
//! the disk, threads and signals.
//!
//! | module | holds |
//! | --- | --- |
//! | `app` | the whole state |
//! | `document`, `under` | the open case: text, history, what is read from it, the recommended portfolio; the case under a scenario |
//! | `versions` | two versions of a case: what differs, and what can be put together |
//! | `sides` | what can stand on a side of the comparison |
//! | `scenarios` | what is known of each scenario: what it does, what the portfolios lose, the best under it |
//! | `update` | what events do, by subject |
//! | `commands`, `keymap` | the one table of commands, and which key does what where |
//! | `analysis_views` | what runs of analyses look like |
//! | `screens` | the screens, one file each |
//! | `layers` | what lies over a screen: lines, lists, questions, forms |
//! | `table` | the table on the screen: window, sort, filter, totals |
//! | `widgets`, `canvas`, `theme`, `text` | drawing |
//! | `runtime` | the terminal, threads, signals and files |

mod analysis_views;
mod app;
mod beside;
mod canvas;
mod commands;
mod document;
mod event;
mod files;
mod key;
mod keymap;
mod layer;
mod layers;
mod own;
mod reading;
mod runtime;
mod scenarios;
mod screens;
mod sheets;
mod sides;
mod table;
mod text;
mod theme;
mod tour;
mod under;
mod update;
mod validate;
mod versions;
mod view;
mod widgets;
mod wizard;

pub use app::{App, Setup};
pub use commands::{COMMANDS, Command, Context, Entry};
pub use document::Purpose;
pub use event::{Effect, Event, ReadFor};
pub use files::CaseEntry;
pub use key::Key;
pub use keymap::{Keymap, key_page};
pub use scenarios::ScenarioRun;

pub use runtime::{Ending, Environment, TuiError, run};
pub use theme::{Glyphs, Theme};
pub use update::update;
pub use view::view;
