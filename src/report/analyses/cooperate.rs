//! Cooperation as a report.

use super::super::number::apportioned;
use super::prelude::*;
use crate::analyse::cooperate::{Cooperation, Division, MOST, Params, SIDE_BY_SIDE, Settlement, TOGETHER, alone};
use crate::model::{Ministry, Pick};

impl Told for Params {
    fn report(&self, found: &Cooperation, context: Context<'_>) -> AnalysisReport {
        report(found, context)
    }
}

/// What cooperation is worth, who pays, who gains, and a fair division.
pub fn report(found: &Cooperation, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let outcomes = found.ways.iter().map(|way| &way.outcome).chain(found.coalitions.iter().map(|(_, worth)| worth));
    let mut open: Vec<String> = not_proven(outcomes).into_iter().collect();
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
        page: Vec::new(),
        case: header,
    }
}

fn summary(case: &Case, found: &Cooperation, header: &CaseHeader) -> Vec<String> {
    let way = |name: &str| found.ways.iter().find(|way| way.name == name);
    if way(TOGETHER).is_some_and(|way| way.outcome.known == ProofStatus::Impossible) {
        return vec![say!("cooperate-together-no-portfolio")];
    }
    let objective = |name: &str| way(name).and_then(|way| way.objective);
    let mut sentences = Vec::new();
    if let (Some(apart), Some(together)) = (objective(SIDE_BY_SIDE), objective(TOGETHER)) {
        sentences.push(say!(
            "cooperate-side-side-ministries",
            apart = index(apart),
            together = index(together),
            gain = between(together, apart)
        ));
    }
    if let Some(apart) = way(SIDE_BY_SIDE).filter(|way| !way.broken.is_empty()) {
        sentences.push(say!("cooperate-side-side-they", rules = apart.broken.len()));
    }
    if let Some(values) = &found.shapley {
        let parts = case.ministries.iter().zip(apportioned(values, INDEX));
        let part = |(ministry, value): (&Ministry, Decimal)| {
            say!("cooperate-points-to-ministry", points = index(value), ministry = ministry.name)
        };
        let parts = list(&parts.map(part).collect::<Vec<_>>());
        sentences.push(match beyond(case, found) {
            // What is divided is the worth of all without demands: the parts would not add up to what was told above.
            Some((whole, more)) if more > Decimal::ZERO => {
                say!("cooperate-pooled-more", whole = index(whole), more = between(whole, whole - more), parts = parts)
            }
            Some((whole, more)) => {
                say!("cooperate-pooled-less", whole = index(whole), less = between(whole - more, whole), parts = parts)
            }
            None => say!("cooperate-fair-division-joint", parts = parts),
        });
    } else if case.ministries.len() > MOST {
        sentences.push(say!("cooperate-there-no-shapley", most = MOST));
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
            let who = settled(case, settlement, header);
            who.map(|who| say!("cooperate-share-surplus-evenly", who = who)).into_iter().collect()
        }
        Division::ShapleyBill => {
            let fair = found.fair_bill.iter().flatten().zip(&case.ministries);
            let part = |(part, ministry): (&Decimal, &Ministry)| {
                say!("cooperate-money-by-ministry", money = amount(header, *part), ministry = ministry.name)
            };
            let whole = say!("cooperate-these-proportions-joint", parts = list(&fair.map(part).collect::<Vec<_>>()));
            let who = settled(case, settlement, header);
            std::iter::once(whole).chain(who.map(|who| say!("cooperate-even-out", who = who))).collect()
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

/// Who pays and who receives; `None` if nobody does.
fn settled(case: &Case, settlement: &Settlement, header: &CaseHeader) -> Option<String> {
    let each = || case.ministries.iter().zip(&settlement.receives);
    let pays = each().filter(|(_, receives)| **receives < Decimal::ZERO).map(|(ministry, receives)| {
        say!("cooperate-ministry-pays", ministry = ministry.name, money = amount(header, -*receives))
    });
    let gets = each().filter(|(_, receives)| **receives > Decimal::ZERO).map(|(ministry, receives)| {
        say!("cooperate-ministry-receives", ministry = ministry.name, money = amount(header, *receives))
    });
    let all: Vec<String> = pays.chain(gets).collect();
    if all.is_empty() { None } else { Some(list(&all)) }
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
        .map(|(at, ministry)| own(&alone(ministry), at).zip(own(TOGETHER, at)))
        .collect();
    let Some(both) = both else { return sentences };
    let worse = both.iter().zip(&case.ministries).filter(|((alone, together), _)| alone - together > SAME);
    let worse: Vec<&str> = worse.map(|(_, ministry)| ministry.name.as_str()).collect();
    sentences.push(if worse.is_empty() {
        say!("cooperate-its-own-weights-no")
    } else {
        say!("cooperate-its-own-weights", ministries = list(&worse))
    });
    sentences
}

fn ways(case: &Case, found: &Cooperation) -> Table {
    Table::of("ways", say!("cooperate-alone-side-side"), &found.ways)
        .words("way", |way| Value::Word(way.name.clone()))
        .points("objective", |way| way.objective)
        .each(case.ministries.iter().enumerate(), |table, (at, ministry)| {
            let head = say!("compare-gain-of", name = ministry.name);
            let own = Column::new(format!("own_{}", ministry.id), head, Kind::Points);
            table.column(own, |way| way.own.get(at).copied()).column(paid_by(ministry), |way| way.paid.get(at).copied())
        })
        .figures("broken", 0, |way| way.broken.len())
        .status(|way| &way.outcome)
        .picks(case, |way| &way.outcome)
        .note(say!("cooperate-alone-ministry-chooses"))
}

/// The id and the name of a ministry.
fn both(ministry: &Ministry) -> (&str, &str) {
    (&ministry.id, &ministry.name)
}

/// The column of what a ministry pays.
fn paid_by(ministry: &Ministry) -> Column {
    let head = say!("compare-paid-by", name = ministry.name);
    Column::new(format!("paid_{}", ministry.id), head, Kind::Money(MONEY))
}

/// Who pays for what in the joint portfolio.
fn bills(case: &Case, found: &Cooperation) -> Table {
    let joint = found.together().map(|way| way.outcome.picks.portfolio()).unwrap_or_default();
    let evaluation = evaluate(case, &joint);
    let chosen_alone = |pick: &Pick| {
        let chooses = |at: &MinistryIx| {
            let name = alone(&case[*at]);
            found.ways.iter().any(|way| way.name == name && way.outcome.picks.contains(pick.candidate))
        };
        Value::all_named(case.ministry_ixs().filter(chooses).map(|at| both(&case[at])))
    };
    let part = |bill: Decimal, share: u8| (bill * Decimal::from(share) / Decimal::ONE_HUNDRED).normalize();
    Table::of("bills", say!("cooperate-who-pays-what"), joint.picks().iter().zip(&evaluation.picks))
        .candidate(case, |(pick, _)| pick.candidate)
        .money("bill", |(_, measured)| measured.bill)
        .each(case.ministries.iter().enumerate(), |table, (at, ministry)| {
            let share = |pick: &Pick| pick.shares.get(at).copied();
            table.column(paid_by(ministry).part_of("bill"), |(pick, measured)| {
                share(pick).map(|share| part(measured.bill, share))
            })
        })
        .words("alone", |(pick, _)| chosen_alone(pick))
        .note(say!("cooperate-also-chosen-alone-who"))
}

/// The rules that a way breaks.
fn broken(found: &Cooperation) -> Table {
    let rows = found.ways.iter().flat_map(|way| way.broken.iter().map(move |rule| (way, rule)));
    Table::of("broken", say!("cooperate-rules-case-each"), rows)
        .words("way", |(way, _)| Value::Word(way.name.clone()))
        .words("rule", |(_, rule)| (*rule).clone())
        .note(say!("cooperate-demands-bind-ministries"))
}

fn division(case: &Case, found: &Cooperation) -> Table {
    let paid = found.together().map(|way| &way.paid);
    let settlement = found.settlement.as_ref();
    let rule = match settlement.map(|settlement| settlement.rule) {
        Some(Division::HalfSurplus) => say!("cooperate-receives-payment-gives-both"),
        Some(Division::ShapleyBill) => say!("cooperate-receives-pays-above-fair"),
        None => String::new(),
    };
    Table::of("division", say!("cooperate-fair-division"), case.ministries.iter().enumerate())
        .words("ministry", |(_, ministry)| Value::named(&ministry.id, &ministry.name))
        .points("shapley", |(at, _)| found.shapley.as_ref().and_then(|values| values.get(*at).copied()))
        .money("paid", |(at, _)| paid.and_then(|paid| paid.get(*at).copied()))
        .money("fair_bill", |(at, _)| found.fair_bill.as_ref().and_then(|parts| parts.get(*at).copied()))
        .money("worth", |(at, _)| found.surplus.get(*at).copied().flatten())
        .money("receives", |(at, _)| settlement.and_then(|settlement| settlement.receives.get(*at).copied()))
        .note(say!("cooperate-shapley-value-what", rule = rule))
}

fn coalitions(case: &Case, found: &Cooperation) -> Table {
    let named = |members: &[MinistryIx]| Value::all_named(members.iter().map(|&member| both(&case[member])));
    Table::of("coalitions", say!("cooperate-what-each-coalitions"), &found.coalitions)
        .words("members", |(members, _)| named(members))
        .points("worth", |(_, outcome)| outcome.objective)
        .status(|(_, outcome)| outcome)
        .note(say!("cooperate-joint-points-without"))
}

fn chart(found: &Cooperation) -> Chart {
    let bars = found.ways.iter().filter_map(|way| Some((way.objective?, word(&way.name))));
    Chart::bars(
        say!("cooperate-joint-objective-2"),
        say!("cooperate-joint-objective-index"),
        say!("cooperate-joint-objective"),
        bars,
    )
}
