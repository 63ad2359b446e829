//! Cooperation as a report.

use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::number::{INDEX, apportioned};
use super::super::words::{count, counted};
use super::words::{amount, index, not_proven, picks, status, status_column};
use super::{Context, Told};
use crate::analyse::cooperate::{Cooperation, Division, Params, Settlement, Way};
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
        open.push(format!(
            "The analysis was stopped: {} missing.",
            counted(found.missing, "of its parts is", "of its parts are")
        ));
    }
    if case.ministries.len() > 1 && found.equivalent.contains(&ProofStatus::Open) {
        open.push("What cooperation is worth in money is not known: the search was stopped.".to_owned());
    }
    AnalysisReport {
        analysis: "cooperate",
        title: "What cooperation is worth".to_owned(),
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
        return vec![
            "Together no portfolio keeps all rules of the case, so that there is nothing to divide; `explain` says why."
                .to_owned(),
        ];
    }
    let objective = |name: &str| way(name).and_then(|way| way.objective);
    let mut sentences = Vec::new();
    if let (Some(apart), Some(together)) = (objective("side by side"), objective("together")) {
        sentences.push(format!(
            "Side by side the ministries reach {} joint points, together {}: cooperation is worth {} points.",
            index(apart),
            index(together),
            index(together - apart)
        ));
    }
    if let Some(broken) = found.ways.iter().find(|way| way.name == "side by side").filter(|way| !way.broken.is_empty())
    {
        sentences.push(format!("Side by side they break {} of the case.", count(broken.broken.len(), "rule")));
    }
    if let Some(values) = &found.shapley {
        let parts = case.ministries.iter().zip(apportioned(values, INDEX));
        let parts: Vec<String> =
            parts.map(|(ministry, value)| format!("{} to {}", index(value), ministry.name)).collect();
        let parts = parts.join(", ");
        sentences.push(match beyond(case, found) {
            // What is divided is the worth of all without demands: the parts would not add up to what was told above.
            Some((whole, more)) => format!(
                "The money of all reaches {} joint points without the demands of the case, {} {} than together with them. A fair \
                 division of these (Shapley): {parts}.",
                index(whole),
                index(more.abs()),
                if more > Decimal::ZERO { "more" } else { "less" },
            ),
            None => format!("A fair division of the joint points (Shapley): {parts}."),
        });
    } else if case.ministries.len() > crate::analyse::cooperate::MOST {
        sentences.push(format!(
            "There is no Shapley value: it needs every coalition, and with more than {} ministries those are too many.",
            crate::analyse::cooperate::MOST
        ));
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
        return vec!["With one ministry there is nobody to cooperate with, so that nothing has to be paid.".to_owned()];
    }
    let Some(settlement) = &found.settlement else { return Vec::new() };
    let mut sentences: Vec<String> = match settlement.rule {
        Division::HalfSurplus => settled("To share the surplus evenly", case, settlement, header).into_iter().collect(),
        Division::ShapleyBill => {
            let fair = found.fair_bill.iter().flatten().zip(&case.ministries);
            let parts: Vec<String> =
                fair.map(|(part, ministry)| format!("{} by {}", amount(header, *part), ministry.name)).collect();
            let whole = format!("In these proportions the joint bill would be borne {}.", parts.join(" and "));
            std::iter::once(whole).chain(settled("To even that out", case, settlement, header)).collect()
        }
    };
    if sentences.len() < 2 && settlement.receives.iter().all(Decimal::is_zero) {
        sentences.push("That is what each has now, so that nothing has to be paid.".to_owned());
    }
    for (ministry, (receives, paid)) in
        case.ministries.iter().zip(settlement.receives.iter().zip(found.together().iter().flat_map(|way| &way.paid)))
    {
        let left = ministry.budget.iter().sum::<Decimal>() - *paid;
        if -*receives > left {
            sentences.push(format!(
                "That is more than what its budgets have left besides its part of the bill ({}), so that it has to come from \
                 elsewhere, or the bill has to be shared otherwise.",
                amount(header, left)
            ));
        }
    }
    sentences.push(
        match settlement.nobody_worse {
            Some(true) => "With that nobody is worse off than alone: none pays more than cooperation is worth to it.",
            Some(false) if case.ministries.len() == 2 => {
                "The surplus in money is negative: no payment can leave both as well off as alone."
            }
            Some(false) => "With that somebody pays more than cooperation is worth to it.",
            None => "Whether that leaves everybody as well off as alone is not known.",
        }
        .to_owned(),
    );
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
            sentences.push(format!(
                "{} has no money of its own, so that what cooperation is worth to it cannot be stated in money.",
                ministry.name
            ));
        } else if *known == ProofStatus::Impossible {
            sentences.push(format!(
                "{} could not reach alone what it has together, even with 8 times its budget: to it cooperation is worth \
                 more than 7 times its budget.",
                ministry.name
            ));
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
        "By its own weights no ministry is worse off together than alone.".to_owned()
    } else {
        format!("By its own weights worse off together than alone: {}.", worse.join(", "))
    });
    sentences
}

fn ways(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("way", "way"), Column::points("objective", "joint objective")];
    for ministry in &case.ministries {
        columns.push(Column::points(format!("own_{}", ministry.id), format!("gain by {}", ministry.id)));
        columns.push(Column::money(format!("paid_{}", ministry.id), format!("paid by {}", ministry.id)));
    }
    columns.push(Column::figures("broken", "rules broken", 0));
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
    Table::new("ways", "Alone, side by side, together", columns, found.ways.iter().map(row)).note("Alone a ministry chooses by its own weights what it may pay in full; demands of the case do not bind it there.")
}

/// Who pays for what in the joint portfolio.
fn bills(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("candidate", "candidate"), Column::money("bill", "bill")];
    columns.extend(case.ministries.iter().map(|ministry| {
        let id = &ministry.id;
        Column::money(format!("paid_{id}"), format!("paid by {id}")).part_of("bill")
    }));
    columns.push(Column::words("alone", "also chosen alone by"));
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
    Table::new("bills", "Who pays for what, together", columns, rows)
        .note("`also chosen alone by`: who would choose it with its own money alone.")
}

/// The rules that a way breaks.
fn broken(found: &Cooperation) -> Table {
    let rows = found
        .ways
        .iter()
        .flat_map(|way| way.broken.iter().map(|rule| vec![Value::from(way.name.clone()), Value::from(rule.clone())]));
    Table::new(
        "broken",
        "Rules of the case that each way breaks",
        vec![Column::words("way", "way"), Column::words("rule", "rule")],
        rows,
    )
    .note("Demands bind the ministries together, so that nobody has to meet them alone.")
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
            " `receives`: the payment that gives both half of what cooperation is worth to both; below 0 it pays."
        }
        Some(Division::ShapleyBill) => {
            " `receives`: what it pays above its fair part of the bill; below 0 it pays the rest of that part, though no more than cooperation is worth to it."
        }
        None => "",
    };
    Table::new("division", "A fair division", vec![
            Column::words("ministry", "ministry"),
            Column::points("shapley", "Shapley value"),
            Column::money("paid", "pays now"),
            Column::money("fair_bill", "fair part of the bill"),
            Column::money("worth", "worth in money"),
            Column::money("receives", "receives"),
        ], rows).note(format!(
            "`Shapley value`: of what the money of all reaches without demands of the case. `fair part of the bill`: the bill in \
             the proportions of the Shapley values. `worth in money`: how much more \
             budget of its own it would need to reach alone what it has together; empty where 8 times its budget is not \
             enough.{rule}"
        ))
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
    Table::new("coalitions", "What each coalition's money reaches", columns, rows)
        .note("Joint points, without demands of the case.")
}

fn chart(found: &Cooperation) -> Chart {
    let bars = found.ways.iter().filter_map(|way| Some((way.objective?, way.name.clone())));
    Chart::bars("Joint objective", "joint objective, index points", "joint objective", bars)
}
