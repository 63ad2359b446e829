//! Cooperation as a report.

use rust_decimal::Decimal;

use super::super::analysis::{AnalysisReport, Audience, Chart, ChartKind, Column, Series, Table, Value};
use super::super::data::CaseHeader;
use super::super::words::{count, counted};
use super::words::{amount, index, money, not_proven, picks, points, status, status_column};
use crate::analyse::cooperate::{Cooperation, Way};
use crate::model::Case;
use crate::optimise::Known;

/// What cooperation is worth, who pays, who gains, and a fair division.
pub fn cooperate_report(case: &Case, found: &Cooperation, header: CaseHeader) -> AnalysisReport {
    let outcomes = found.ways.iter().map(|way| &way.outcome).chain(found.coalitions.iter().map(|(_, worth)| worth));
    let mut open: Vec<String> = not_proven(outcomes, "answer").into_iter().collect();
    if found.missing > 0 {
        open.push(format!(
            "The analysis was stopped: {} missing.",
            counted(found.missing, "of its parts is", "of its parts are")
        ));
    }
    if case.ministries.len() == 2 && found.equivalent.contains(&Known::Open) {
        open.push("What cooperation is worth in money is not known: the search was stopped.".to_owned());
    }
    AnalysisReport {
        analysis: "cooperate",
        title: "What cooperation is worth".to_owned(),
        summary: summary(case, found, &header),
        open,
        tables: vec![ways(case, found, &header), division(case, found, &header), coalitions(case, found)],
        charts: vec![chart(found)],
        case: header,
    }
}

fn summary(case: &Case, found: &Cooperation, header: &CaseHeader) -> Vec<String> {
    let way = |name: &str| found.ways.iter().find(|way| way.name == name);
    if way("together").is_some_and(|way| way.outcome.known == Known::Impossible) {
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
        let parts: Vec<String> = case
            .ministries
            .iter()
            .zip(values)
            .map(|(ministry, value)| format!("{} to {}", index(*value), ministry.name))
            .collect();
        sentences.push(format!("A fair division of the joint points (Shapley): {}.", parts.join(", ")));
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

/// The side payment in money, or why there is none.
fn payment(case: &Case, found: &Cooperation, header: &CaseHeader) -> Vec<String> {
    let mut sentences = Vec::new();
    match case.ministries.len() {
        1 => sentences.push("With one ministry there is nobody to cooperate with, so that nothing has to be paid.".to_owned()),
        2 => {}
        count => sentences.push(format!(
            "A side payment in money is defined for two ministries, and this case has {count}: the Shapley value divides the \
             joint points alone."
        )),
    }
    if let Some(payments) = &found.payments {
        let payer = payments.iter().position(|payment| *payment < Decimal::ZERO);
        sentences.push(match payer {
            Some(payer) => format!(
                "To share the surplus evenly {} pays {} to the other ministry.",
                case.ministries[payer].name,
                amount(header, -payments[payer])
            ),
            None => "Both have the same surplus in money, so that nothing has to be paid.".to_owned(),
        });
        let surplus: Decimal = found.surplus.iter().flatten().sum();
        if surplus < Decimal::ZERO {
            sentences
                .push("The surplus in money is negative: no payment can leave both as well off as alone.".to_owned());
        }
    }
    sentences
}

/// Where cooperation has no price in money: who could not reach it alone, and whether anybody is worse off.
fn unpriced(case: &Case, found: &Cooperation) -> Vec<String> {
    let mut sentences = Vec::new();
    for (ministry, known) in case.ministries.iter().zip(&found.equivalent) {
        if *known == Known::Impossible && ministry.budget.iter().all(Decimal::is_zero) {
            sentences.push(format!(
                "{} has no money of its own, so that what cooperation is worth to it, and a fair payment, cannot be stated in \
                 money.",
                ministry.name
            ));
        } else if *known == Known::Impossible {
            sentences.push(format!(
                "{} could not reach alone what it has together, even with 8 times its budget, so that a fair payment cannot \
                 be stated in money.",
                ministry.name
            ));
        }
    }
    let own = |name: &str, at: usize| {
        let way = found.ways.iter().find(|way| way.name == name)?;
        way.own.get(at).copied()
    };
    let worse: Vec<&str> = case
        .ministries
        .iter()
        .enumerate()
        .filter(|(at, ministry)| {
            let alone = own(&format!("{} alone", ministry.name), *at);
            alone.zip(own("together", *at)).is_some_and(|(alone, together)| together < alone)
        })
        .map(|(_, ministry)| ministry.name.as_str())
        .collect();
    sentences.push(if worse.is_empty() {
        "By its own weights no ministry is worse off together than alone.".to_owned()
    } else {
        format!("By its own weights worse off together than alone: {}.", worse.join(", "))
    });
    sentences
}

fn ways(case: &Case, found: &Cooperation, header: &CaseHeader) -> Table {
    let mut columns = vec![Column::words("way", "way"), points("objective", "joint objective")];
    for ministry in &case.ministries {
        columns.push(points(&format!("own_{}", ministry.id), &format!("gain by {}", ministry.id)));
        columns.push(money(header, &format!("paid_{}", ministry.id), &format!("paid by {}", ministry.id)));
    }
    columns.push(Column::figures("broken", "rules broken", 0));
    columns.extend(status_column());
    columns.push(Column::words("picks", "picks"));
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
    Table {
        key: "ways",
        title: "Alone, side by side, together".to_owned(),
        note: "Alone a ministry chooses by its own weights what it may pay in full; demands of the case do not bind it there."
            .to_owned(),
        columns,
        rows: found.ways.iter().map(row).collect(),
        audience: Audience::Everybody,
    }
}

fn division(case: &Case, found: &Cooperation, header: &CaseHeader) -> Table {
    let rows = case.ministries.iter().enumerate().map(|(at, ministry)| {
        vec![
            ministry.id.clone().into(),
            found.shapley.as_ref().and_then(|values| values.get(at).copied()).into(),
            found.surplus.get(at).copied().flatten().into(),
            found.payments.as_ref().and_then(|payments| payments.get(at).copied()).into(),
        ]
    });
    Table {
        key: "division",
        title: "A fair division".to_owned(),
        note: "`worth in money`: how much more budget of its own it would need to reach alone what it has together. \
               `receives`: the payment that gives both half of the surplus; below 0 it pays."
            .to_owned(),
        columns: vec![
            Column::words("ministry", "ministry"),
            points("shapley", "Shapley value"),
            money(header, "worth", "worth in money"),
            money(header, "receives", "receives"),
        ],
        rows: rows.collect(),
        audience: Audience::Everybody,
    }
}

fn coalitions(case: &Case, found: &Cooperation) -> Table {
    let mut columns = vec![Column::words("members", "coalition"), points("worth", "worth")];
    columns.extend(status_column());
    let rows = found.coalitions.iter().map(|(members, outcome)| {
        let names: Vec<String> = members.iter().map(|&member| case[member].id.clone()).collect();
        let mut row: Vec<Value> = vec![names.into(), outcome.objective.into()];
        row.extend(status(outcome));
        row
    });
    Table {
        key: "coalitions",
        title: "What each coalition's money reaches".to_owned(),
        note: "Joint points, without demands of the case.".to_owned(),
        columns,
        rows: rows.collect(),
        audience: Audience::Everybody,
    }
}

fn chart(found: &Cooperation) -> Chart {
    let bars = found.ways.iter().filter_map(|way| Some((way.objective?, Decimal::ZERO, way.name.clone())));
    Chart {
        title: "Joint objective".to_owned(),
        across: "joint objective, index points".to_owned(),
        up: String::new(),
        kind: ChartKind::Bars,
        series: vec![Series { name: "joint objective".to_owned(), points: bars.collect() }],
    }
}
