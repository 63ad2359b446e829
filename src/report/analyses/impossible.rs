//! Why nothing is possible, and the ways out, as a report.

use super::prelude::*;
use crate::analyse::alternatives::Ending;
use crate::analyse::repairs::{MOST_RULES, Repair, Repairs};
use crate::optimise::{Answer, Status};

/// The rules that cannot hold together, and the repairs in order of price; `None` if a portfolio is possible.
pub fn report((answer, repairs): (&Answer, Option<&Repairs>), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open = Vec::new();
    if answer.conflict.is_none() && answer.portfolio.is_none() {
        open.push(if answer.status == Status::Infeasible {
            say!("impossible-which-rules-conflict")
        } else {
            say!("impossible-whether-portfolio-possible")
        });
    }
    if answer.conflict.as_ref().is_some_and(|conflict| !conflict.proven_smallest) {
        open.push(say!("impossible-smaller-set-rules"));
    }
    if let Some(repairs) = repairs {
        let loose = repairs.repairs.iter().filter(|repair| !repair.least).count();
        if loose > 0 {
            open.push(say!("impossible-loose-may-larger", repairs = loose));
        }
        let unproven = repairs.repairs.iter().filter(|repair| !repair.best.is_proven()).count();
        if unproven > 0 {
            open.push(say!("impossible-best-portfolio-unproven", cases = unproven));
        }
        if repairs.ending == Ending::Stopped {
            open.push(say!("impossible-there-may-other"));
        }
    }
    AnalysisReport {
        analysis: "explain",
        title: match answer.portfolio {
            Some(_) => say!("impossible-whether-portfolio-possible-2"),
            None => say!("impossible-why-no-portfolio"),
        },
        summary: summary(case, answer, repairs, &header),
        open,
        tables: vec![conflict(answer), conflict_told(answer), ways_out(case, repairs)],
        charts: vec![chart(case, repairs, &header)],
        case: header,
    }
}

fn summary(case: &Case, answer: &Answer, repairs: Option<&Repairs>, header: &CaseHeader) -> Vec<String> {
    let Some(conflict) = &answer.conflict else {
        return match answer.portfolio {
            Some(_) => vec![say!("impossible-portfolio-keeps-all")],
            None if answer.status == Status::Infeasible => vec![say!("impossible-no-portfolio-possible-2")],
            None => Vec::new(),
        };
    };
    let mut sentences = vec![say!("impossible-no-portfolio-possible", rules = conflict.rules.len())];
    if let [only] = conflict.lines.as_slice() {
        sentences = vec![say!("impossible-no-portfolio-possible-because", only = only)];
    }
    if let Some(repair) = &conflict.repair {
        sentences.push(say!("impossible-little-can-repair", repair = repair));
    }
    let Some(repairs) = repairs else { return sentences };
    if let Some(first) = repairs.repairs.first() {
        let price = if first.money.is_zero() {
            say!("impossible-costs-no-money")
        } else {
            say!("impossible-costs-money", money = amount(header, first.money))
        };
        sentences.push(say!("impossible-repairs-below-cheapest", changes = words(case, first), price = price));
    }
    sentences.push(match (repairs.ending, repairs.repairs.len()) {
        (Ending::Complete, 0) => say!("impossible-loosening-most-rules", most_rules = MOST_RULES),
        (Ending::Complete, _) => say!("impossible-these-all-ways", most_rules = MOST_RULES),
        (Ending::Count, 1) => say!("impossible-this-one-loosens"),
        (Ending::Count, found) => say!("impossible-these-found-loosen", found = found),
        (Ending::Stopped, found) => say!("words-found-so-far", count = found),
    });
    sentences
}

/// The changes of a repair as a phrase.
fn words(case: &Case, repair: &Repair) -> String {
    let changes: Vec<String> = repair.changes.iter().map(|change| change.describe(case)).collect();
    list(&changes)
}

/// The rules one by one.
fn conflict(answer: &Answer) -> Table {
    let rules = answer.conflict.iter().flat_map(|conflict| &conflict.words);
    Table::of("conflict", say!("impossible-rules-cannot-hold"), rules)
        .words("rule", |rule| (*rule).clone())
        .only(Audience::Programs)
}

/// The rules as people read them.
fn conflict_told(answer: &Answer) -> Table {
    let rules = answer.conflict.iter().flat_map(|conflict| &conflict.lines);
    Table::of("conflict_told", say!("impossible-rules-cannot-hold"), rules)
        .words("rule", |rule| (*rule).clone())
        .note(say!("impossible-without-any-one"))
}

fn ways_out(case: &Case, repairs: Option<&Repairs>) -> Table {
    let rows = repairs.iter().flat_map(|repairs| &repairs.repairs).enumerate();
    Table::of("repairs", say!("impossible-what-would-make"), rows)
        .figures("rank", 0, |(at, _)| at + 1)
        .words("change", |(_, repair)| words(case, repair))
        .figures("rules", 0, |(_, repair)| repair.changes.len())
        .money("money", |(_, repair)| repair.money)
        .points("objective", |(_, repair)| repair.best.objective)
        .money("cost", |(_, repair)| repair.best.cost)
        .words("least", |(_, repair)| repair.least)
        .status(|(_, repair)| &repair.best)
        .note(say!("impossible-least-extra-budget"))
}

fn chart(case: &Case, repairs: Option<&Repairs>, header: &CaseHeader) -> Chart {
    let all = repairs.iter().flat_map(|repairs| &repairs.repairs);
    let bars = all.map(|repair| (repair.money, words(case, repair)));
    Chart::bars(
        say!("impossible-extra-budget-each"),
        say!("impossible-extra-budget-unit", unit = unit(header)),
        say!("impossible-extra-budget"),
        bars,
    )
}
