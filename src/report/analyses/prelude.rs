//! What the reports of analyses are made of.

pub(super) use super::page::Page;
pub(super) use super::words::{amount, between, index, named, not_proven, own, spending_chart, unit, unknown};
pub(super) use super::{Context, Told};
pub(super) use crate::analyse::{Outcome, Picks};
pub(super) use crate::measure::{bill, evaluate};
pub(super) use crate::messages::{list, word};
pub(super) use crate::model::{CandidateIx, Case, MinistryIx, Portfolio, ServiceIx};
pub(super) use crate::optimise::{ProofStatus, SAME};
pub(super) use crate::report::analysis::AnalysisReport;
pub(super) use crate::report::chart::{Chart, ChartKind, Series};
pub(super) use crate::report::data::CaseHeader;
pub(super) use crate::report::document::{Audience, Block, Column, Item, Kind, Table, Value};
pub(super) use crate::report::number::Figure;
pub(super) use crate::report::words::{FINE, INDEX, MONEY};
pub(super) use crate::say;
pub(super) use rust_decimal::Decimal;
