//! What every analysis is made of.

pub(super) use super::analysis::Analysis;
pub(super) use super::base::pool_of;
pub(super) use super::related::{Failure, QueryRunner, SolutionPool};
pub(super) use super::saved::Outcome;
pub(super) use super::spec::{CommandLine, Param, ParamKind, Preset, Spec};
pub(super) use super::sweep::{Pieces, Sweep, Told};
pub(super) use super::values::Asked;
pub(super) use crate::model::{CandidateIx, Case, Money, Portfolio};
pub(super) use crate::optimise::{ProofStatus, Query, SAME};
pub(super) use crate::say;
pub(super) use rust_decimal::Decimal;
pub(super) use serde::{Deserialize, Serialize};
pub(super) use std::sync::Arc;
