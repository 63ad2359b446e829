//! What users do on the command line: every command, every format, every error, with the exit code.

mod axe;
mod bounds;
mod brief;
mod check;
mod evaluate;
mod extremes;
mod files;
mod frameworks;
mod general;
pub mod hostile;
mod language;
mod making;
mod optimise;
mod owners;
mod pages;
mod proof;
mod proposals;
mod readers;
mod readme;
mod scenarios;
mod spreadsheet;
mod stay_close;
pub mod support;
mod takeover_floor;
mod targets;
mod terminal;
mod versions;
