//! A repair of an impossible case as an edit of its text.

use super::Edit;
use crate::analyse::repairs::{Change as Loosened, Repair};
use crate::measure::Rule;
use crate::model::change::Change;
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::model::{Case, Workbook};

/// The edit that makes the changes of a repair. `case` is the case that the workbook gives.
///
/// A rule that is given up loses its cell; a relation, and a limit without any amount left, lose their row.
///
/// # Errors
/// Where the workbook is not that of the case: what cannot be changed.
pub fn repaired(book: &Workbook, case: &Case, repair: &Repair) -> Result<Edit, String> {
    let mut after = book.clone();
    let mut gone: Vec<(TableId, usize)> = Vec::new();
    for loosened in &repair.changes {
        let (changes, row) = changes_of(case, loosened);
        for change in changes {
            change.apply(&mut after)?;
        }
        gone.extend(row);
    }
    for limit in &case.limits {
        let sheet = after.sheet(TableId::Limits);
        let touched = repair.changes.iter().any(|change| limit_row(case, change) == Some(limit.row));
        if touched && ["min", "max"].iter().all(|column| sheet.cell(limit.row, column).is_empty()) {
            gone.push((TableId::Limits, limit.row));
        }
    }
    // From the end, so that the rows before stay where they are.
    gone.order_by_key(|&(table, row)| (table as usize, std::cmp::Reverse(row)));
    gone.dedup();
    for (table, at) in gone {
        let _ = Edit::DeleteRows { table, at, count: 1 }.apply(&mut after);
    }
    Ok(Edit::between(book, &after))
}

fn limit_row(case: &Case, change: &Loosened) -> Option<usize> {
    match change {
        Loosened::GiveUp(Rule::LimitMin(at) | Rule::LimitMax(at)) => case.limits.get(*at).map(|limit| limit.row),
        _ => None,
    }
}

/// The changes of cells that loosen a rule, and the row that goes with it.
fn changes_of(case: &Case, loosened: &Loosened) -> (Vec<Change>, Option<(TableId, usize)>) {
    let text = match loosened {
        Loosened::Raise(ministry, year, by) => {
            let now = case.year_ix(*year).map(|at| case[*ministry].budget[at]).unwrap_or_default();
            (now + by).normalize().to_string()
        }
        Loosened::CarryOver(_, part) => part.to_string(),
        Loosened::GiveUp(Rule::CarryOver(_)) => "all".to_owned(),
        Loosened::Limit(_, to) => to.to_string(),
        Loosened::Floor(_, rung) | Loosened::DomainFloor(_, rung) => case[*rung].id.clone(),
        Loosened::TakeoverFloor(_, to) => to.to_string(),
        Loosened::Count(_, count) => count.to_string(),
        Loosened::GiveUp(Rule::Relation(at)) => {
            return (Vec::new(), Some((TableId::Relations, case.relations[*at].row)));
        }
        // Budgets are raised, and what no candidate can be without is no rule to give up.
        Loosened::GiveUp(Rule::Budget { .. }) => return (Vec::new(), None),
        Loosened::GiveUp(Rule::DomainsAtTarget | Rule::TakeoverFloor(_)) => "0".to_owned(),
        Loosened::GiveUp(_) => String::new(),
    };
    let row = |row: usize| (row + 1).to_string();
    let (table, id, columns): (&str, String, &[&str]) = match loosened.rule() {
        Rule::CarryOver(ministry) => {
            let setting = format!("ministry.{}.carry_over", case[ministry].id);
            return (vec![Change::set("case", "", &setting, text.as_str())], None);
        }
        Rule::Budget { ministry, year } => ("budgets", format!("{}:{year}", case[ministry].id), &["amount"]),
        Rule::LockedIn(it) | Rule::LockedOut(it) => ("candidates", case[it].id.clone(), &["status", "reason"]),
        Rule::Floor(service) => ("services", case[service].id.clone(), &["floor"]),
        Rule::TakeoverFloor(service) => ("services", case[service].id.clone(), &["takeover_floor"]),
        Rule::DomainFloor(domain) => ("domains", case[domain].id.clone(), &["floor"]),
        Rule::LimitMin(at) => ("limits", row(case.limits[at].row), &["min"]),
        Rule::LimitMax(at) => ("limits", row(case.limits[at].row), &["max"]),
        Rule::Relation(at) => ("relations", row(case.relations[at].row), &["count"]),
        Rule::DomainsAtTarget => ("case", String::new(), &["require.domains_at_target"]),
        Rule::Known(_) | Rule::Start(_) | Rule::Shares(_) => return (Vec::new(), None),
    };
    let change = |column: &&str| Change::set(table, &id, column, text.as_str());
    (columns.iter().map(change).collect(), None)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::analyse::Outcome;
    use crate::model::compile::compile;
    use crate::model::{Amount, MinistryIx, Workbook};

    fn book() -> Workbook {
        let settings = "format = 1\ntitle = \"A\"\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"m\"\n\
                        [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.5\n[[rung]]\nid = \"most\"\nat_least = 50\npower = 1\n";
        Workbook::from_files(&[
            ("case.toml", settings),
            ("domains.csv", "domain,weight_m\nd,1\n"),
            ("services.csv", "service,domain,control,floor\ns,d,5,most\n"),
            (
                "candidates.csv",
                "candidate,domain,cost_1,start_from,status,reason\na,d,9,2027,locked_in,law\nb,d,3,2027,,\n",
            ),
            ("effects.csv", "candidate,service,control_gain\na,s,10\n"),
            ("budgets.csv", "ministry,year,amount,note\nm,2027,4,agreed\n"),
            ("relations.csv", "kind,members,count\nexcludes,a b,\nat_least,a b,2\n"),
            ("limits.csv", "scope,value,min,max\ndomain,d,,5\ndomain,d,2,60%\n"),
        ])
    }

    fn after(changes: Vec<Loosened>) -> (Workbook, Case) {
        let book = book();
        let case = compile(&book).case;
        let best = Outcome::of(&crate::optimise::QueryResult::NOTHING);
        let repair = Repair { changes, money: Decimal::ZERO, best, least: true };
        let edit = repaired(&book, &case, &repair).unwrap();
        let mut after = book.clone();
        let back = edit.apply(&mut after);
        let mut undone = after.clone();
        let _ = back.apply(&mut undone);
        assert_eq!(undone, book, "undone, the bytes are the same");
        let case = compile(&after).case;
        (after, case)
    }

    #[test]
    fn every_way_to_loosen_a_rule_is_written_and_does_what_the_analysis_meant() {
        use crate::model::{RungIx, ServiceIx};
        let budget = Loosened::Raise(MinistryIx(0), 2027, Decimal::new(55, 1));
        let missing = Loosened::Raise(MinistryIx(0), 2028, Decimal::ONE);
        for change in [
            budget,
            missing,
            Loosened::Limit(Rule::LimitMax(0), Amount::Money(Decimal::from(9))),
            Loosened::Limit(Rule::LimitMax(1), Amount::Percent(Decimal::from(75))),
            Loosened::Limit(Rule::LimitMin(1), Amount::Money(Decimal::ONE)),
            Loosened::Floor(ServiceIx(0), RungIx(0)),
            Loosened::Count(Rule::Relation(1), 1),
            Loosened::CarryOver(MinistryIx(0), Decimal::new(25, 2)),
            Loosened::GiveUp(Rule::CarryOver(MinistryIx(0))),
            Loosened::GiveUp(Rule::LockedIn(crate::model::CandidateIx(0))),
            Loosened::GiveUp(Rule::Floor(ServiceIx(0))),
            Loosened::TakeoverFloor(ServiceIx(0), Decimal::new(1186, 1)),
            Loosened::GiveUp(Rule::TakeoverFloor(ServiceIx(0))),
        ] {
            let wanted = change.apply(&compile(&book()).case);
            let (_, mut case) = after(vec![change.clone()]);
            // A lock that is given up takes its reason with it.
            for (mine, theirs) in case.candidates.iter_mut().zip(&wanted.candidates) {
                mine.reason.clone_from(&theirs.reason);
            }
            assert_eq!(case, wanted, "{change:?}");
        }
    }

    #[test]
    fn rows_that_say_nothing_any_more_go() {
        let given_up = |rule| Loosened::GiveUp(rule);
        let (book, _) = after(vec![given_up(Rule::Relation(0)), given_up(Rule::Relation(1))]);
        assert_eq!(book.file("relations.csv").unwrap(), "kind,members,count\n");
        let (book, _) = after(vec![given_up(Rule::LimitMax(0)), given_up(Rule::LimitMax(1))]);
        assert_eq!(book.file("limits.csv").unwrap(), "scope,value,min,max\ndomain,d,2,\n");
    }
}
