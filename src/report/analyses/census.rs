//! The census as a report.

use super::prelude::*;
use crate::analyse::census::{Counted, Params};

impl Told for Params {
    fn report(&self, found: &Counted, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let table = Table::of("domains", "Domains", &found.domains)
            .words("domain", |(domain, _)| Value::named(&case.domains[*domain].id, &case.domains[*domain].name))
            .figures("candidates", 0, |(_, count)| *count)
            .note("The candidates of each domain.");
        let open = (found.missing > 0).then(|| format!("{} domains were not counted.", found.missing));
        AnalysisReport {
            case: header,
            analysis: "census",
            title: "The census of the candidates".to_owned(),
            summary: vec![format!("{} domains have candidates.", found.domains.len())],
            open: open.into_iter().collect(),
            tables: vec![table],
            charts: Vec::new(),
            page: Vec::new(),
        }
    }
}
