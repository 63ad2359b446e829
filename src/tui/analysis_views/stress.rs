//! Stress: what each scenario takes from a portfolio, and what the best answer there would have had more.

use super::parts::Picture;
use crate::analyse::Outcome;
use crate::analyse::scenarios::Scenario;
use crate::analyse::stress::Hit;
use crate::messages::word;
use crate::say;
use crate::tui::widgets::heat::Heat;

/// The portfolio of a row: the best answer in its scenario.
pub(super) fn portfolio<'a>(
    scenarios: &[Scenario],
    hits: &'a [Hit],
    key: &str,
    row: usize,
) -> Option<(String, &'a Outcome)> {
    let hit = hits.get(row).filter(|_| key == "scenarios")?;
    Some((say!("stress-best-portfolio-scenarios", scenarios = scenarios.get(hit.scenario)?.called()), &hit.best))
}

/// What is lost and regretted in each scenario.
pub(super) fn picture(scenarios: &[Scenario], hits: &[Hit], key: &str, cursor: Option<usize>) -> Option<Picture> {
    if key != "scenarios" || hits.is_empty() {
        return None;
    }
    let rows = hits.iter().filter_map(|hit| {
        let name = scenarios.get(hit.scenario)?.called();
        Some((name, vec![Some(hit.index_lost), hit.regret]))
    });
    Some(Picture::Heat(Heat {
        title: word("scenario"),
        columns: vec![say!("stress-lost-against-case"), say!("stress-regret-against-best")],
        rows: rows.collect(),
        none: word("breaks rules"),
        cursor,
    }))
}
