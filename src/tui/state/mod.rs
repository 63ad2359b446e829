//! The whole state of the interface: the open case, what is on the screen and over it, and what can be done there.
//!
//! These files know each other: the state holds the screens and the table of commands, and what draws a screen or does a command
//! is a function of the state.

mod act;
mod app;
mod commands;
mod confirm;
mod form;
mod keymap;
mod list;
pub(crate) mod merge;
mod options;
mod pasted;
mod popup;
mod prompt;
mod purpose;
mod registry;
mod spec;
mod text;
mod tour;

pub(crate) use act::Act;
pub(crate) use app::{AfterSave, Exporting, LastEdit, Message, Press};
pub use app::{App, Setup};
pub use commands::Entry;
pub(crate) use commands::{Binding, Run, bind};
pub(crate) use confirm::{Answer, Confirm};
pub(crate) use form::{EFFECT_COLUMNS, Field, Form};
pub use keymap::Keymap;
pub(crate) use list::{Item, List};
pub(crate) use merge::Merge;
pub(crate) use options::OptionList;
pub(crate) use pasted::{Known, Pasted};
pub(crate) use popup::Popup;
pub(crate) use prompt::{Prompt, Proposal};
pub(crate) use purpose::{Naming, Purpose};
pub(crate) use registry::Registry;
pub(crate) use spec::{IN_CASE, Spec};
pub(crate) use text::Text;
pub(crate) use tour::{STEPS, TOUR, Tour};

// What it is made of that is named with it everywhere.
pub(crate) use crate::tui::analysis_views::Whose;
pub(crate) use crate::tui::commands::{Command, Context};
pub(crate) use crate::tui::document::Document;
pub(crate) use crate::tui::screen::{Screen, TableKey};
