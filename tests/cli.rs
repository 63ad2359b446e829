//! What users do on the command line: every command, every format, every error, with the exit code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod cli {
    mod check;
    mod evaluate;
    mod files;
    mod general;
    mod making;
    mod optimise;
    mod proof;
    mod readme;
    mod scenarios;
    mod support;
    mod terminal;
}
