//! What the pillars carry, as a report.

use super::super::asks::pillar_name;
use super::prelude::*;
use crate::analyse::pillars::{Carried, Even, Params, Part, Parts, Pillar};
use crate::model::order::InOrder as _;

impl Told for Params {
    fn report(&self, found: &Carried, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let even = found.even.as_ref().map(|even| &even.found);
        let mut open: Vec<String> = not_proven([&found.best].into_iter().chain(even)).into_iter().collect();
        open.extend(found.even.is_none().then(|| say!("pillars-not-reached")));
        let unsure = |even: &Even| even.most.as_ref().is_some_and(|(_, most)| !most.is_proven());
        open.extend(found.even.as_ref().filter(|even| unsure(even)).map(|_| say!("pillars-most-unsure")));
        AnalysisReport {
            analysis: "pillars",
            title: say!("pillars-title"),
            summary: summary(self.least, found, &header),
            open,
            tables: vec![
                carried(found),
                picks(case, self, found),
                ways(case, found),
                partners(case, found),
                changes(case, found),
            ],
            charts: vec![chart(found)],
            page: Vec::new(),
            case: header,
        }
    }
}

fn summary(least: usize, found: &Carried, header: &CaseHeader) -> Vec<String> {
    if found.pillars.is_empty() {
        return vec![say!("pillars-none")];
    }
    let mut sentences = Vec::new();
    let name = |it: &Pillar| pillar_name(&it.pillar);
    if let Some(most) = found.pillars.iter().max_by_key(|it| it.parts.best.percent) {
        let percent = Figure(most.parts.best.percent).short(1);
        sentences.push(say!("pillars-most-money", pillar = name(most), percent = percent));
    }
    let all = &found.all.best;
    sentences.push(say!(
        "pillars-ways",
        orders = amount(header, all.orders),
        others = amount(header, all.others),
        for_all = index(all.for_all())
    ));
    let Some(even) = &found.even else { return sentences };
    sentences.push(match (even.found.objective, found.best.objective) {
        (Some(even), Some(best)) => {
            say!("pillars-even-costs", least = least, objective = index(even), less = between(best, even))
        }
        _ if even.found.is_proven() => say!("pillars-even-impossible", least = least),
        _ => say!("pillars-even-unknown", least = least),
    });
    let short: Vec<String> = even.short.iter().map(|it| pillar_name(it)).collect();
    if !short.is_empty() {
        sentences.push(say!("pillars-short", pillars = list(&short)));
    }
    if even.found.known == ProofStatus::Impossible && even.is_most {
        sentences.push(match &even.most {
            Some((percent, it)) => {
                say!("pillars-most", percent = percent, objective = it.objective.map_or_else(String::new, index))
            }
            None => say!("pillars-most-none"),
        });
    }
    sentences
}

fn carried(found: &Carried) -> Table {
    let even = |of: fn(&Part) -> Decimal| move |it: &&Pillar| it.parts.even.as_ref().map(of);
    let own = |of: fn(&Part) -> Decimal| move |it: &&Pillar| it.parts.own.as_ref().map(of);
    let table = Table::of("pillars", say!("pillars-carry"), &found.pillars)
        .words("pillar", |it| Value::named(&it.pillar, &pillar_name(&it.pillar)))
        .figures("candidates", 0, |it| it.candidates)
        .figures("picks", 0, |it| it.parts.best.picks)
        .money("cost", |it| it.parts.best.cost)
        .column(Column::of("of_bill", Kind::Percent(1)), |it| it.parts.best.percent)
        .points("lost_without", |it| it.parts.best.lost)
        .points("by_itself", |it| it.parts.best.alone)
        .column(Column::of("even_of_bill", Kind::Percent(1)), even(|part| part.percent))
        .points("even_lost", even(|part| part.lost));
    let table = if found.all.own.is_some() {
        table
            .column(Column::of("own_of_bill", Kind::Percent(1)), own(|part| part.percent))
            .points("own_lost", own(|part| part.lost))
    } else {
        table
    };
    table.note(say!("pillars-note"))
}

/// What each pillar does for its kind of policy, in each portfolio.
fn ways(case: &Case, found: &Carried) -> Table {
    type Of = fn(&Parts) -> Option<&Part>;
    let portfolios: [(String, Of); 3] = [
        (say!("pillars-best-portfolio"), |it| Some(&it.best)),
        (say!("pillars-even"), |it| it.even.as_ref()),
        (own(), |it| it.own.as_ref()),
    ];
    let mut rows: Vec<(String, Value, &Part)> = Vec::new();
    for (name, of) in &portfolios {
        let named = |it: &Pillar| Value::named(&it.pillar, &pillar_name(&it.pillar));
        rows.extend(found.pillars.iter().filter_map(|it| Some((name.clone(), named(it), of(&it.parts)?))));
        rows.extend(of(&found.all).map(|all| (name.clone(), Value::Word("all".to_owned()), all)));
    }
    Table::of("ways", say!("pillars-do"), rows)
        .column(Column::of("portfolio", Kind::Words).grouped(), |(name, ..)| name.clone())
        .words("pillar", |(_, pillar, _)| pillar.clone())
        .money("cost", |(.., it)| it.cost)
        .money("orders", |(.., it)| it.orders)
        .money("others", |(.., it)| it.others)
        .figures("leverage", 2, |(.., it)| it.leverage())
        .each(case.ministries.iter().enumerate(), |table, (at, ministry)| {
            let column = Column::new(
                format!("lost_{}", ministry.id),
                say!("pillars-lost-of", ministry = ministry.name),
                Kind::Points,
            );
            table.column(column, move |(.., it)| it.by_ministry.get(at).copied())
        })
        .points("for_all", |(.., it)| it.for_all())
        .note(say!("pillars-do-note"))
}

/// The picks of each portfolio, pillar by pillar.
fn picks(case: &Case, params: &Params, found: &Carried) -> Table {
    let of = |it: &Outcome| it.picks.portfolio();
    let even = found.even.as_ref().filter(|it| it.found.objective.is_some()).map(|it| of(&it.found));
    let all = [Some(of(&found.best)), even, params.own.clone()];
    let start = |portfolio: &Option<Portfolio>, candidate: CandidateIx| {
        let pick = portfolio.as_ref()?.picks().iter().find(|pick| pick.candidate == candidate)?;
        Some(Decimal::from(pick.start))
    };
    let place = |candidate: &CandidateIx| {
        let pillar = found.pillars.iter().position(|it| it.pillar == case[*candidate].pillar);
        pillar.unwrap_or(found.pillars.len())
    };
    let is_chosen = |it: &CandidateIx| all.iter().any(|portfolio| start(portfolio, *it).is_some());
    let mut rows: Vec<CandidateIx> = case.candidate_ixs().filter(is_chosen).collect();
    rows.order_by_key(|it| (place(it), it.0));
    let [best, even, own] = &all;
    let year = |key: &'static str| Column::of(key, Kind::Year);
    let table = Table::of("picks", say!("pillars-picks"), rows)
        .column(Column::of("pillar", Kind::Words).grouped(), |it| {
            Value::named(&case[*it].pillar, &pillar_name(&case[*it].pillar))
        })
        .candidate(case, |it| *it)
        .column(year("start"), |it| start(best, *it))
        .column(year("even_start"), |it| start(even, *it));
    let table = if own.is_some() { table.column(year("own_start"), |it| start(own, *it)) } else { table };
    table
        .money("cost", |it| bill::whole(&case[*it]))
        .money("others", |it| bill::by_others(&case[*it]))
        .note(say!("pillars-picks-note"))
}

/// What each ministry gains of each portfolio, and what it loses of that where the others pay nothing.
fn partners(case: &Case, found: &Carried) -> Table {
    let without = &found.without_others;
    let each = [
        (say!("pillars-best-portfolio"), Some(&found.all.best), Some(&without.best)),
        (say!("pillars-even"), found.all.even.as_ref(), without.even.as_ref()),
        (own(), found.all.own.as_ref(), without.own.as_ref()),
    ];
    let mut rows: Vec<(String, MinistryIx, Option<Decimal>, Option<Decimal>)> = Vec::new();
    for (name, all, lost) in each.iter().filter(|(_, all, _)| all.is_some()) {
        rows.extend((0..case.ministries.len()).map(|at| {
            let gain = all.and_then(|all| all.by_ministry.get(at)).copied();
            (name.clone(), MinistryIx(at), gain, lost.and_then(|lost| lost.get(at)).copied())
        }));
    }
    Table::of("partners", say!("pillars-partners"), rows)
        .column(Column::of("portfolio", Kind::Words).grouped(), |(name, ..)| name.clone())
        .words("ministry", |(_, it, ..)| Value::named(&case[*it].id, &case[*it].name))
        .points("gain_by_own_weights", |(_, _, gain, _)| *gain)
        .points("lost_alone", |(.., lost)| *lost)
        .note(say!("pillars-partners-note"))
}

fn changes(case: &Case, found: &Carried) -> Table {
    let mut rows = vec![(say!("pillars-best-portfolio"), &found.best)];
    rows.extend(found.even.iter().map(|even| (say!("pillars-even"), &even.found)));
    let most = found.even.iter().filter_map(|even| even.most.as_ref());
    rows.extend(most.map(|(percent, most)| (say!("pillars-with-percent", percent = percent), most)));
    let leave = |it: &Outcome| if it.objective.is_some() { found.best.picks.beyond(&it.picks) } else { Vec::new() };
    Table::of("portfolios", say!("pillars-portfolios"), &rows)
        .words("portfolio", |(name, _)| name.clone())
        .points("objective", |(_, it)| it.objective)
        .money("cost", |(_, it)| it.cost)
        .named("enter", case, |(_, it)| it.picks.beyond(&found.best.picks))
        .named("leave", case, |(_, it)| leave(it))
        .status(|(_, it)| it)
        .table()
}

fn chart(found: &Carried) -> Chart {
    let bars = found.pillars.iter().map(|it| (it.parts.best.percent, pillar_name(&it.pillar)));
    Chart::bars(say!("pillars-carry"), say!("pillars-of-bill"), word("cost"), bars)
}
