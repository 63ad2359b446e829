//! What users do on the command line: every command, every format, every error, with the exit code.

mod brief;
mod check;
mod evaluate;
mod extremes;
mod files;
mod general;
mod hostile;
mod language;
mod making;
mod optimise;
mod proof;
mod readers;
mod readme;
mod scenarios;
mod spreadsheet;
mod support;
mod targets;
mod terminal;
