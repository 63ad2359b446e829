//! Rows that are being filled in, or have an error that concerns them alone, set aside: the rest of the case can be computed.
//!
//! A row is set aside where everything that is wrong is wrong inside it. What names a row that is set aside goes with it, as
//! far as that is an effect, a relation or a change of a scenario; a domain or a service that others stand in stays, and so does
//! everything that rows say together. Budgets, ministries, rungs and everything else that a whole case hangs on is never set
//! aside.

use std::sync::Arc;

use super::{check, sort};
use crate::model::compile::compile;
use crate::model::schema::TableId;
use crate::model::{Case, Finding, Level, Place, Workbook};

/// What can be wrong inside a row.
const ALONE: &[&str] = &[
    "missing-cell",
    "too-long",
    "bad-id",
    "duplicate-id",
    "unknown-id",
    "bad-number",
    "decimal-comma",
    "thousands-mark",
    "out-of-range",
    "too-large",
    "too-precise",
    "too-many-digits",
    "not-whole",
    "bad-year",
    "bad-share",
    "bad-word",
    "shares-not-100",
    "too-few-members",
    "count-too-high",
    "power-unknown",
    "buys-from-unknown",
    "buys-from-home",
    "buys-too-much",
    "long-row",
];

/// What is found where a row is missing that something else hangs on.
const MISSING: &[&str] = &["moves-nothing", "domain-without-service", "no-gains", "no-budget", "limit-on-nothing"];

/// How often what names a row that is set aside is looked for: a chain is a candidate, its relation, and a scenario's change of it.
const ROUNDS: usize = 4;

/// A case without some of its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAside {
    /// The rows, in the order of the files.
    pub rows: Vec<(TableId, usize)>,
    /// The text with these rows empty; all others keep their numbers.
    pub book: Workbook,
    /// The case.
    pub case: Case,
    /// What was wrong with these rows, and what else is found in the case without them.
    pub findings: Vec<Finding>,
}

/// The case without the rows that are wrong by themselves; `None` if nothing is wrong, or anything that cannot be set aside.
/// `findings` are those of the whole.
pub fn set_aside(workbook: &Workbook, findings: &[Finding]) -> Option<SetAside> {
    let mut rows = wrong_rows(findings, |_| true)?;
    let mut book = workbook.clone();
    for round in 0..ROUNDS {
        for &(table, row) in &rows {
            let row = Arc::make_mut(book.sheet_mut(table).rows.get_mut(row)?);
            row.cells.iter_mut().for_each(String::clear);
        }
        book.reading.retain(|finding| place_of(finding).is_none_or(|place| !rows.contains(&place)));
        let compiled = compile(&book);
        let mut found = check(&book, &compiled);
        if !Finding::any_error(&found) {
            // Where nothing is left of what a case is made of, there is nothing to go on with.
            let case = &compiled.case;
            if case.domains.is_empty() || case.services.is_empty() || case.candidates.is_empty() {
                return None;
            }
            found.retain(|it| place_of(it).is_none_or(|place| !rows.contains(&place)));
            // What is missing only because these rows are is no news.
            found.retain(|it| it.level == Level::Error || !MISSING.contains(&it.code));
            found.extend(findings.iter().filter(|it| it.level == Level::Error).cloned());
            sort(&mut found);
            return Some(SetAside { rows, book, case: compiled.case, findings: found });
        }
        if round + 1 == ROUNDS {
            break;
        }
        // What these rows were named in goes with them, where nothing else hangs on it.
        let goes = |table| matches!(table, TableId::Effects | TableId::Relations | TableId::Scenarios);
        let more = wrong_rows(&found, goes)?;
        rows.extend(more);
        rows.sort_unstable();
        rows.dedup();
    }
    None
}

/// The rows with errors; `None` if there is no error, or one that no row has alone.
fn wrong_rows(findings: &[Finding], may_go: impl Fn(TableId) -> bool) -> Option<Vec<(TableId, usize)>> {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error);
    let rows = errors.map(|finding| {
        let place = place_of(finding).filter(|_| ALONE.contains(&finding.code))?;
        (place.0 != TableId::Budgets && may_go(place.0)).then_some(place)
    });
    let mut rows = rows.collect::<Option<Vec<_>>>()?;
    // A domain or a service whose id is wrong takes nothing with it that stands in it.
    let named = |(table, _): &(TableId, usize)| matches!(table, TableId::Domains | TableId::Services);
    let stands_in = |finding: &Finding| {
        finding.code == "unknown-id"
            && place_of(finding).is_some_and(|(table, _)| matches!(table, TableId::Services | TableId::Candidates))
    };
    if rows.iter().any(named) && findings.iter().any(stands_in) {
        return None;
    }
    rows.sort_unstable();
    rows.dedup();
    (!rows.is_empty()).then_some(rows)
}

/// The row that a finding is about.
fn place_of(finding: &Finding) -> Option<(TableId, usize)> {
    match &finding.place {
        Place::Row(table, row) | Place::Cell(table, row, _) => Some((*table, *row)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Workbook {
        Workbook::from_files(&[
            (
                "case.toml",
                "format = 1\ntitle = \"T\"\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"d\"\nname = \"D\"\n\
                 voice = 1\ncarry_over = 0\n[[rung]]\nid = \"seat\"\nname = \"Seat\"\nat_least = 10\npower = 0.5\n",
            ),
            ("domains.csv", "domain,name,weight_d\nit,IT,1\n"),
            ("services.csv", "service,domain,name,weight,control\nmail,it,Mail,1,5\n"),
            ("candidates.csv", "candidate,name,domain,cost_1,share_d\none,One,it,2,0-100\ntwo,Two,it,3,0-100\n"),
            ("effects.csv", "candidate,service,control_gain\none,mail,6\ntwo,mail,7\n"),
            ("budgets.csv", "ministry,year,amount\nd,2027,10\nd,2028,10\n"),
            ("relations.csv", "kind,members,count,service,control_gain\nexcludes,one two,,,\n"),
        ])
    }

    fn aside(table: TableId, row: usize, column: &str, text: &str) -> (Workbook, Option<SetAside>) {
        let mut book = case();
        let sheet = book.sheet_mut(table);
        let column = sheet.column(column).unwrap();
        sheet.set(row, column, text);
        let compiled = compile(&book);
        let findings = check(&book, &compiled);
        assert!(Finding::any_error(&findings), "{findings:?}");
        let found = set_aside(&book, &findings);
        (book, found)
    }

    /// What names the row goes with it; everything else is as it was, with its row numbers, and the error is still told.
    #[test]
    fn a_candidate_that_is_being_filled_in_is_set_aside_with_what_names_it() {
        let whole = compile(&case()).case;
        let (book, found) = aside(TableId::Candidates, 0, "domain", "");
        let found = found.unwrap();
        let rows = vec![(TableId::Candidates, 0), (TableId::Effects, 0), (TableId::Relations, 0)];
        assert_eq!(found.rows, rows);
        assert_eq!(found.case.candidates, whole.candidates[1..]);
        assert!(found.case.relations.is_empty() && found.case.services == whole.services);
        assert!(found.findings.iter().any(|it| it.code == "missing-cell" && it.level == Level::Error));
        assert!(found.findings.iter().all(|it| it.code != "empty-row"), "{:?}", found.findings);
        // The text itself stays as the planner typed it.
        assert_eq!(book.sheet(TableId::Candidates).cell(0, "name"), "One");
    }

    #[test]
    fn an_effect_or_a_relation_goes_alone() {
        let (_, found) = aside(TableId::Effects, 1, "control_gain", "much");
        assert_eq!(found.unwrap().rows, [(TableId::Effects, 1)]);
        let (_, found) = aside(TableId::Relations, 0, "kind", "likes");
        assert_eq!(found.unwrap().rows, [(TableId::Relations, 0)]);
    }

    /// What the whole case hangs on, and what others stand in, is never set aside.
    #[test]
    fn what_others_hang_on_stops() {
        assert_eq!(aside(TableId::Budgets, 0, "amount", "much").1, None);
        assert_eq!(aside(TableId::Domains, 0, "domain", "no id").1, None);
        assert_eq!(aside(TableId::Services, 0, "weight", "much").1.map(|it| it.rows), None);
        let mut book = case();
        assert!(book.put_file("case.toml", "format = 1\n"));
        let findings = check(&book, &compile(&book));
        assert_eq!(set_aside(&book, &findings), None);
    }
}
