//! What every command is made of.

pub(super) use super::args::{CaseArgs, OutputArgs, ReadersArgs, ScenarioArgs, SolveArgs};
pub(super) use super::command::{Call, Command};
pub(super) use super::failure::{Code, Failure};
pub(super) use super::load::{self, Loaded};
pub(super) use super::output::Output;
pub(super) use super::tell::message;
pub(super) use crate::say;
pub(super) use clap::Args;
pub(super) use std::path::{Path, PathBuf};
