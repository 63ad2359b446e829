//! Why nothing is possible, and the ways out, as a report.

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::words::{count, counted};
use super::Context;
use super::words::{amount, status, status_column, unit};
use crate::analyse::alternatives::Ending;
use crate::analyse::repairs::{MOST_RULES, Repair, Repairs};
use crate::model::Case;
use crate::optimise::{Answer, Status};
/// The rules that cannot hold together, and the repairs in order of price; none where a portfolio is possible.
pub fn report((answer, repairs): (&Answer, Option<&Repairs>), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open = Vec::new();
    if answer.conflict.is_none() && answer.portfolio.is_none() {
        open.push(if answer.status == Status::Infeasible {
            "Which rules conflict is not known: the search was stopped.".to_owned()
        } else {
            "Whether a portfolio is possible is not known: the search was stopped.".to_owned()
        });
    }
    if answer.conflict.as_ref().is_some_and(|conflict| !conflict.proven_smallest) {
        open.push("A smaller set of rules may conflict too: time ran out for one of the probes.".to_owned());
    }
    if let Some(repairs) = repairs {
        let loose = repairs.repairs.iter().filter(|repair| !repair.least).count();
        if loose > 0 {
            open.push(format!("{} may be larger than needed: the search was stopped.", count(loose, "repair")));
        }
        let unproven = repairs.repairs.iter().filter(|repair| !repair.best.is_proven()).count();
        if unproven > 0 {
            open.push(format!(
                "The best portfolio of {} is not proven: the search was stopped.",
                count(unproven, "repaired case")
            ));
        }
        if repairs.ending == Ending::Stopped {
            open.push("There may be other repairs: the search was stopped.".to_owned());
        }
    }
    AnalysisReport {
        analysis: "explain",
        title: match answer.portfolio {
            Some(_) => "Whether a portfolio is possible".to_owned(),
            None => "Why no portfolio is possible".to_owned(),
        },
        summary: summary(case, answer, repairs, &header),
        open,
        tables: vec![conflict(answer), ways_out(case, repairs)],
        charts: vec![chart(case, repairs, &header)],
        case: header,
    }
}

fn summary(case: &Case, answer: &Answer, repairs: Option<&Repairs>, header: &CaseHeader) -> Vec<String> {
    let Some(conflict) = &answer.conflict else {
        return match answer.portfolio {
            Some(_) => {
                vec!["A portfolio that keeps all rules is possible, so there is no conflict to explain.".to_owned()]
            }
            None if answer.status == Status::Infeasible => vec!["No portfolio is possible.".to_owned()],
            None => Vec::new(),
        };
    };
    let mut sentences =
        vec![format!("No portfolio is possible: {} cannot hold together.", count(conflict.words.len(), "rule"))];
    if let [only] = conflict.words.as_slice() {
        sentences = vec![format!("No portfolio is possible, because of one rule alone: {only}.")];
    }
    if let Some(repair) = &conflict.repair {
        sentences.push(format!("With as little as can be: {repair}"));
    }
    let Some(repairs) = repairs else { return sentences };
    if let Some(first) = repairs.repairs.first() {
        let price = if first.money.is_zero() {
            "it costs no money".to_owned()
        } else {
            format!("it costs {}", amount(header, first.money))
        };
        sentences.push(format!("Of the repairs below the cheapest is: {}; {price}.", words(case, first)));
    }
    sentences.push(match (repairs.ending, repairs.repairs.len()) {
        (Ending::Complete, 0) => format!("Loosening {MOST_RULES} rules is not enough."),
        (Ending::Complete, _) => format!("These are all ways out that loosen at most {MOST_RULES} rules: proven."),
        (Ending::Count, 1) => "This one loosens the fewest rules; there may be more.".to_owned(),
        (Ending::Count, found) => format!("These are the {found} that loosen the fewest rules; there may be more."),
        (Ending::Stopped, found) => format!("{} found so far.", counted(found, "is", "are")),
    });
    sentences
}

/// The changes of a repair as a phrase.
fn words(case: &Case, repair: &Repair) -> String {
    let changes: Vec<String> = repair.changes.iter().map(|change| change.describe(case)).collect();
    changes.join(", and ")
}

fn conflict(answer: &Answer) -> Table {
    let rules = answer.conflict.iter().flat_map(|conflict| &conflict.words);
    Table::new(
        "conflict",
        "Rules that cannot hold together",
        vec![Column::words("rule", "rule")],
        rules.map(|rule| vec![Value::from(rule.clone())]),
    )
    .note("Without any one of them the others can hold.")
}

fn ways_out(case: &Case, repairs: Option<&Repairs>) -> Table {
    let row = |(at, repair): (usize, &Repair)| {
        let mut row: Vec<Value> = vec![
            (at + 1).into(),
            words(case, repair).into(),
            repair.changes.len().into(),
            repair.money.into(),
            repair.best.objective.into(),
            repair.best.cost.into(),
            repair.least.into(),
        ];
        row.extend(status(&repair.best));
        row
    };
    let mut columns = vec![
        Column::figures("rank", "rank", 0),
        Column::words("change", "change"),
        Column::figures("rules", "rules", 0),
        Column::money("money", "extra budget"),
        Column::points("objective", "objective then"),
        Column::money("cost", "cost then"),
        Column::words("least", "no less will do"),
    ];
    columns.extend(status_column());
    Table::new("repairs", "What would make it possible, in order of price", columns, repairs.iter().flat_map(|repairs| &repairs.repairs).enumerate().map(row)).note("Least extra budget first; of those that need the same, the highest objective. Every change is as small as can be \
               (money and percentages to 0.01), and none of a repair can be left out. `status` is that of the best portfolio \
               then.")
}

fn chart(case: &Case, repairs: Option<&Repairs>, header: &CaseHeader) -> Chart {
    let all = repairs.iter().flat_map(|repairs| &repairs.repairs);
    let bars = all.map(|repair| (repair.money, words(case, repair)));
    Chart::bars("Extra budget of each repair", format!("extra budget{}", unit(header)), "extra budget", bars)
}
