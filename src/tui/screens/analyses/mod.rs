//! Analyses: the list of what the case can be asked, and a view for what each found: sentences, a chart, and tables.

mod keys;
mod list;
mod spec;
mod view;

pub(crate) use spec::{SPEC, STUDY_SPEC};
