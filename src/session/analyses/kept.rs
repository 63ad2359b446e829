//! What is kept of a run that begins, for when it is finished.

use serde::{Deserialize, Serialize};

use crate::analyse::spec::Spec;
use crate::analyse::values::Values;
use crate::model::{Case, Portfolio};
use crate::session::user_portfolio::UserPortfolio;

/// What is kept of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptRun {
    /// What was asked, in words.
    pub(super) asked: String,
    /// The texts of its parameters.
    pub(super) values: Vec<(String, String)>,
    /// The portfolios that parameters stood for.
    pub(super) portfolios: Vec<(String, UserPortfolio)>,
    /// The own portfolio that it judged.
    pub(super) own: Option<UserPortfolio>,
    /// How long it took, in seconds.
    pub(super) seconds: f64,
    /// How many questions were searched, and how many implied, and how many given up.
    pub(super) questions: (usize, usize, usize),
    /// What its pieces found; nothing until it is finished.
    #[serde(default)]
    pub pieces: serde_json::Value,
}

impl KeptRun {
    /// What is kept of a run that begins: what it is asked, in words and as parameters.
    pub fn of(
        (spec, case): (&Spec, &Case),
        asked: String,
        (values, portfolios): (&Values, &[(&'static str, Portfolio)]),
    ) -> Self {
        let values = spec.params.iter().map(|param| (param.name.to_owned(), values.text(param.name).to_owned()));
        let portfolios = portfolios.iter().map(|(name, it)| ((*name).to_owned(), UserPortfolio::of(case, it)));
        Self {
            asked,
            values: values.collect(),
            portfolios: portfolios.collect(),
            own: None,
            seconds: 0.0,
            questions: (0, 0, 0),
            pieces: serde_json::Value::Null,
        }
    }
}
