//! The census as a report.

use super::super::analysis::AnalysisReport;
use super::super::document::{Audience, Column, Table};
use super::{Context, Told};
use crate::analyse::census::{Counted, Params};

impl Told for Params {
    fn report(&self, found: &Counted, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let counts = found.domains.iter();
        let rows = counts.map(|&(domain, count)| vec![case.domains[domain].id.clone().into(), count.into()]);
        let table = Table {
            key: "domains",
            title: "Domains".to_owned(),
            note: "The candidates of each domain.".to_owned(),
            columns: vec![Column::words("domain", "domain"), Column::figures("candidates", "candidates", 0)],
            rows: rows.collect(),
            audience: Audience::Everybody,
        };
        let open = (found.missing > 0).then(|| format!("{} domains were not counted.", found.missing));
        AnalysisReport {
            case: header,
            analysis: "census",
            title: "The census of the candidates".to_owned(),
            summary: vec![format!("{} domains have candidates.", found.domains.len())],
            open: open.into_iter().collect(),
            tables: vec![table],
            charts: Vec::new(),
        }
    }
}
