//! Cooperation as a report.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::number::{INDEX, apportioned};
use super::super::words::count;
use super::words::{amount, index, not_proven, picks, status, status_column};
use super::{Context, Told};
use crate::analyse::cooperate::{Cooperation, Division, Params, SIDE_BY_SIDE, Settlement, Way};
use crate::measure::evaluate;
use crate::model::{Case, MinistryIx};
use crate::optimise::{ProofStatus, SAME};

impl Told for Params {
    fn report(&self, found: &Cooperation, context: Context<'_>) -> AnalysisReport {
        report(found, context)
    }
}

/// What cooperation is worth, who pays, who gains, and a fair division.
pub fn report(found: &Cooperation, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let outcomes = found.ways.iter().map(|way| &way.outcome).chain(found.coalitions.iter().map(|(_, worth)| worth));
    let mut open: Vec<String> = not_proven(outcomes, "answer").into_iter().collect();
    if found.missing > 0 {
        open.push(say!("stopped-parts-missing", missing = found.missing));
    }
    if case.ministries.len() > 1 && found.equivalent.contains(&ProofStatus::Open) {
        open.push(say!("cooperate-what-cooperation-worth"));
    }
    AnalysisReport {
        analysis: "cooperate",
        title: say!("cooperate-what-cooperation-worth-2"),
        summary: summary(case, found, &header),
        open,
        tables: vec![
            ways(case, found),
            bills(case, found),
            division(case, found),
            coalitions(case, found),
            broken(found),
        ],
        charts: vec![chart(found)],
        case: header,
    }
}

fn summary(case: &Case, found: &Cooperation, header: &CaseHeader) -> Vec<String> {
    let way = |name: &str| found.ways.iter().find(|way| way.name == name);
    if way("together").is_some_and(|way| way.outcome.known == ProofStatus::Impossible) {
        return vec![say!("cooperate-together-no-portfolio")];
    }
    let objective = |name: &str| way(name).and_then(|way| way.objective);
    let mut sentences = Vec::new();
    if let (Some(apart), Some(together)) = (objective(SIDE_BY_SIDE), objective("together")) {
        sentences.push(say!(
            "cooperate-side-side-ministries",
            apart = index(apart),
            together = index(together),
            apart_2 = index(together - apart)
        ));
    }
    if let Some(broken) = found.ways.iter().find(|way| way.name == "side by side").filter(|way| !way.broken.is_empty())
    {
        sentences.push(say!("cooperate-side-side-they", broken = count(broken.broken.len(), "rule")));
    }
    if let Some(values) = &found.shapley {
        let parts = case.ministries.iter().zip(apportioned(values, INDEX));
        let parts: Vec<String> =
            parts.map(|(ministry, value)| format!("{} to {}", index(value), ministry.name)).collect();
        let parts = parts.join(", ");
        sentences.push(match beyond(case, found) {
            // What is divided is the worth of all without demands: the parts would not add up to what was told above.
            Some((whole, more)) => say!(
                "cooperate-money-all-reaches",
                whole = index(whole),
                more = index(more.abs()),
                less = if more > Decimal::ZERO { "more" } else { "less" },
                parts = parts
            ),
            None => say!("cooperate-fair-division-joint", parts = parts),
        });
    } else if case.ministries.len() > crate::analyse::cooperate::MOST {
        sentences.push(say!("cooperate-there-no-shapley", cooperate = crate::analyse::cooperate::MOST));
    }
    sentences.extend(payment(case, found, header));
    sentences.extend(unpriced(case, found));
    sentences
}

/// What the money of all reaches without demands, and by how much that differs from what they reach together with them; none
/// where it does not.
fn beyond(case: &Case, found: &Cooperation) -> Option<(Decimal, Decimal)> {
    let (_, all) = found.coalitions.iter().find(|(members, _)| members.len() == case.ministries.len())?;
    let together = found.together()?.objective?;
    let whole = all.objective?;
    ((whole - together).abs() > SAME).then_some((whole, whole - together))
}

/// The side payment in money, or why there is none.
fn payment(case: &Case, found: &Cooperation, header: &CaseHeader) -> Vec<String> {
    if case.ministries.len() == 1 {
        return vec![say!("cooperate-one-ministry-there")];
    }
    let Some(settlement) = &found.settlement else { return Vec::new() };
    let mut sentences: Vec<String> = match settlement.rule {
        Division::HalfSurplus => {
            settled(&say!("cooperate-share-surplus-evenly"), case, settlement, header).into_iter().collect()
        }
        Division::ShapleyBill => {
            let fair = found.fair_bill.iter().flatten().zip(&case.ministries);
            let parts: Vec<String> =
                fair.map(|(part, ministry)| format!("{} by {}", amount(header, *part), ministry.name)).collect();
            let whole = say!("cooperate-these-proportions-joint", parts = parts.join(" and "));
            std::iter::once(whole).chain(settled(&say!("cooperate-even-out"), case, settlement, header)).collect()
        }
    };
    if sentences.len() < 2 && settlement.receives.iter().all(Decimal::is_zero) {
        sentences.push(say!("cooperate-what-each-has"));
    }
    for (ministry, (receives, paid)) in
        case.ministries.iter().zip(settlement.receives.iter().zip(found.together().iter().flat_map(|way| &way.paid)))
    {
        let left = ministry.budget.iter().sum::<Decimal>() - *paid;
        if -*receives > left {
            sentences.push(say!("cooperate-more-than-what", left = amount(header, left)));
        }
    }
    sentences.push(match settlement.nobody_worse {
        Some(true) => say!("cooperate-nobody-worse-off-than"),
        Some(false) if case.ministries.len() == 2 => {
            say!("cooperate-surplus-money-negative-no")
        }
        Some(false) => say!("cooperate-somebody-pays-more-than"),
        None => say!("cooperate-whether-leaves-everybody-well"),
    });
    sentences
}

/// Who pays and who receives; none where nobody does.
fn settled(why: &str, case: &Case, settlement: &Settlement, header: &CaseHeader) -> Option<String> {
    let each = || case.ministries.iter().zip(&settlement.receives);
    let pays = each().filter(|(_, receives)| **receives < Decimal::ZERO);
    let pays: Vec<String> =
        pays.map(|(ministry, receives)| format!("{} pays {}", ministry.name, amount(header, -*receives))).collect();
    let gets = each().filter(|(_, receives)| **receives > Decimal::ZERO);
    let gets: Vec<String> =
        gets.map(|(ministry, receives)| format!("{} receives {}", ministry.name, amount(header, *receives))).collect();
    if pays.is_empty() { None } else { Some(format!("{why} {} and {}.", pays.join(", "), gets.join(", "))) }
}

/// Where cooperation has no price in money: who could not reach it alone, and whether anybody is worse off.
fn unpriced(case: &Case, found: &Cooperation) -> Vec<String> {
    let mut sentences = Vec::new();
    for (ministry, known) in case.ministries.iter().zip(&found.equivalent) {
        if *known == ProofStatus::Impossible && ministry.budget.iter().all(Decimal::is_zero) {
            sentences.push(say!("cooperate-ministry-has-no", ministry = ministry.name));
        } else if *known == ProofStatus::Impossible {
            sentences.push(say!("cooperate-ministry-could-not", ministry = ministry.name));
        }
    }
    if case.ministries.len() < 2 {
        return sentences;
    }
    // Points count for everybody alike, beside the gain by its own weights.
    let own = |name: &str, at: usize| {
        let way = found.ways.iter().find(|way| way.name == name)?;
        Some(way.own.get(at)? + way.objective? - way.outcome.gain?)
    };
    let both: Option<Vec<(Decimal, Decimal)>> = case
        .ministries
        .iter()
        .enumerate()
        .map(|(at, ministry)| own(&format!("{} alone", ministry.name), at).zip(own("together", at)))
        .collect();
    let Some(both) = both else { return sentences };
    let worse = both.iter().zip(&case.ministries).filter(|((alone, together), _)| alone - together > SAME);
    let worse: Vec<&str> = worse.map(|(_, ministry)| ministry.name.as_str()).collect();
    sentences.push(if worse.is_empty() {
        say!("cooperate-its-own-weights-no")
    } else {
        say!("cooperate-its-own-weights", worse = worse.join(", "))
    });
    sentences
}

fn ways(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("way", "way"), Column::points("objective", say!("cooperate-joint-objective"))];
    for ministry in &case.ministries {
        columns.push(Column::points(format!("own_{}", ministry.id), say!("compare-gain-id", id = ministry.id)));
        columns.push(Column::money(format!("paid_{}", ministry.id), say!("compare-paid-id", id = ministry.id)));
    }
    columns.push(Column::figures("broken", say!("compare-rules-broken"), 0));
    columns.extend(status_column());
    columns.push(Column::words("picks", "picks").for_programs());
    let row = |way: &Way| {
        let mut row: Vec<Value> = vec![way.name.clone().into(), way.objective.into()];
        for at in 0..case.ministries.len() {
            row.push(way.own.get(at).copied().into());
            row.push(way.paid.get(at).copied().into());
        }
        row.push(way.broken.len().into());
        row.extend(status(&way.outcome));
        row.push(picks(case, &way.outcome).into());
        row
    };
    Table::new("ways", say!("cooperate-alone-side-side"), columns, found.ways.iter().map(row))
        .note(say!("cooperate-alone-ministry-chooses"))
}

/// Who pays for what in the joint portfolio.
fn bills(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("candidate", "candidate"), Column::money("bill", "bill")];
    columns.extend(case.ministries.iter().map(|ministry| {
        let id = &ministry.id;
        Column::money(format!("paid_{id}"), say!("compare-paid-id", id = id)).part_of("bill")
    }));
    columns.push(Column::words("alone", say!("cooperate-also-chosen-alone")));
    let joint = found.together().map(|way| way.outcome.picks.portfolio()).unwrap_or_default();
    let evaluation = evaluate(case, &joint);
    let rows = joint.picks().iter().zip(&evaluation.picks).map(|(pick, measured)| {
        let mut row: Vec<Value> = vec![case[pick.candidate].id.clone().into(), measured.bill.into()];
        row.extend(
            pick.shares
                .iter()
                .map(|&share| Value::from((measured.bill * Decimal::from(share) / Decimal::ONE_HUNDRED).normalize())),
        );
        let chooses = |at: &MinistryIx| {
            let name = format!("{} alone", case[*at].name);
            found.ways.iter().any(|way| way.name == name && way.outcome.picks.contains(pick.candidate))
        };
        let names: Vec<String> = case.ministry_ixs().filter(chooses).map(|at| case[at].id.clone()).collect();
        row.push(names.into());
        row
    });
    Table::new("bills", say!("cooperate-who-pays-what"), columns, rows).note(say!("cooperate-also-chosen-alone-who"))
}

/// The rules that a way breaks.
fn broken(found: &Cooperation) -> Table {
    let rows = found
        .ways
        .iter()
        .flat_map(|way| way.broken.iter().map(|rule| vec![Value::from(way.name.clone()), Value::from(rule.clone())]));
    Table::new(
        "broken",
        say!("cooperate-rules-case-each"),
        vec![Column::words("way", "way"), Column::words("rule", "rule")],
        rows,
    )
    .note(say!("cooperate-demands-bind-ministries"))
}

fn division(case: &Case, found: &Cooperation) -> Table {
    let paid = found.together().map(|way| &way.paid);
    let rows = case.ministries.iter().enumerate().map(|(at, ministry)| {
        vec![
            ministry.id.clone().into(),
            found.shapley.as_ref().and_then(|values| values.get(at).copied()).into(),
            paid.and_then(|paid| paid.get(at).copied()).into(),
            found.fair_bill.as_ref().and_then(|parts| parts.get(at).copied()).into(),
            found.surplus.get(at).copied().flatten().into(),
            found.settlement.as_ref().and_then(|settlement| settlement.receives.get(at).copied()).into(),
        ]
    });
    let rule = match found.settlement.as_ref().map(|settlement| settlement.rule) {
        Some(Division::HalfSurplus) => {
            say!("cooperate-receives-payment-gives-both")
        }
        Some(Division::ShapleyBill) => {
            say!("cooperate-receives-pays-above-fair")
        }
        None => String::new(),
    };
    Table::new(
        "division",
        say!("cooperate-fair-division"),
        vec![
            Column::words("ministry", "ministry"),
            Column::points("shapley", say!("cooperate-shapley-value")),
            Column::money("paid", say!("cooperate-pays-now")),
            Column::money("fair_bill", say!("cooperate-fair-part-bill")),
            Column::money("worth", say!("cooperate-worth-money")),
            Column::money("receives", "receives"),
        ],
        rows,
    )
    .note(say!("cooperate-shapley-value-what", rule = rule))
}

fn coalitions(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("members", "coalition"), Column::points("worth", "worth")];
    columns.extend(status_column());
    let rows = found.coalitions.iter().map(|(members, outcome)| {
        let names: Vec<String> = members.iter().map(|&member| case[member].id.clone()).collect();
        let mut row: Vec<Value> = vec![names.into(), outcome.objective.into()];
        row.extend(status(outcome));
        row
    });
    Table::new("coalitions", say!("cooperate-what-each-coalitions"), columns, rows)
        .note(say!("cooperate-joint-points-without"))
}

fn chart(found: &Cooperation) -> Chart {
    let bars = found.ways.iter().filter_map(|way| Some((way.objective?, way.name.clone())));
    Chart::bars(
        say!("cooperate-joint-objective-2"),
        say!("cooperate-joint-objective-index"),
        say!("cooperate-joint-objective"),
        bars,
    )
}
