//! Robustness as a report.

use crate::say;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::{Chart, ChartKind, Series};
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::words::count;
use super::chance::{chances, draws, rungs};
use super::words::{ids, index, not_proven, spending_chart, status, status_column};
use super::{Context, Told};
use crate::analyse::robust::{Judged, Kind, MINIMAX, Params, Robustness};
use crate::analyse::{Outcome, Picks};
use crate::measure::evaluate;
use crate::model::{CandidateIx, Case};
use crate::optimise::{ProofStatus, SAME};

impl Told for Params {
    fn report(&self, found: &Robustness, context: Context<'_>) -> AnalysisReport {
        report(found, context)
    }
}

/// How the choice holds over scenarios, voices, random numbers and random success.
pub fn report(found: &Robustness, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open: Vec<String> =
        not_proven(found.worlds.iter().map(|world| &world.best), &say!("robust-best-answer")).into_iter().collect();
    if !open.is_empty() {
        open.push(say!("robust-core-indices-count"));
    }
    if !found.best.is_proven() {
        open.push(say!("robust-recommended-portfolio-not"));
    }
    if found.missing > 0 {
        open.push(say!("stopped-worlds-missing", missing = found.missing));
    }
    if found.voice_missing {
        open.push(say!("robust-analysis-was-stopped"));
    }
    if found.voice.iter().any(|stretch| !stretch.proven) {
        open.push(say!("robust-not-all-stretches"));
    }
    match &found.minimax {
        _ if found.minimax_missing => open.push(if found.minimax.is_some() {
            say!("robust-smallest-maximum-regret-not")
        } else {
            say!("robust-smallest-maximum-regret-not-known")
        }),
        Some(minimax) if !minimax.is_proven() => open.push(say!(
            "robust-smallest-maximum-regret",
            bound = minimax.bound.map_or_else(|| "0".to_owned(), |bound| index((-bound).max(Decimal::ZERO)))
        )),
        _ => {}
    }
    let mut tables = vec![core(case, found), worlds(found)];
    if !found.voice.is_empty() {
        tables.push(voice(case, found));
    }
    if !found.judged.is_empty() {
        tables.push(judged(case, found));
    }
    if found.worlds.iter().filter(|world| world.kind == Kind::Draw).count() > 1 {
        tables.push(draws(found));
    }
    if !found.chances.is_empty() {
        tables.push(chances(found));
        tables.push(rungs(case, found));
    }
    AnalysisReport {
        analysis: "robust",
        title: say!("robust-how-choice-holds"),
        summary: summary(case, found),
        open,
        tables,
        charts: vec![chart(case, found), regrets(found), over_time(case, found, &header)],
        case: header,
    }
}

fn summary(case: &Case, found: &Robustness) -> Vec<String> {
    let all = found.answered;
    if all == 0 {
        return vec![if found.missing == 0 && found.worlds.iter().all(|world| world.best.is_proven()) {
            say!("robust-no-portfolio-possible")
        } else {
            say!("robust-no-world-has")
        }];
    }
    let core = found.core.iter().filter(|&&count| count == all && all > 0).count();
    let exterior = found.core.iter().filter(|&&count| count == 0).count();
    // Worlds in which nothing is possible, or that are not reached yet, have no best portfolio to count.
    let without = found.worlds.len().saturating_sub(all);
    let over = if without == 0 {
        count(all, "world")
    } else {
        say!("robust-all-worlds-without", all = all, worlds = count(found.worlds.len(), "world"), without = without)
    };
    let mut sentences = vec![say!(
        "robust-over-over-candidates",
        over = over,
        candidates = count(case.candidates.len(), "candidate"),
        core = core,
        exterior = case.candidates.len() - core - exterior,
        exterior_2 = exterior
    )];
    for (at, name) in found.judged.iter().enumerate() {
        let Some((regret, world)) = found.worst(at, |judged| judged.kind != Kind::Draw) else { continue };
        let over = if found.worlds.iter().any(|world| world.kind == Kind::Scenario) {
            say!("robust-over-case-scenarios")
        } else {
            say!("robust-case")
        };
        let mut sentence =
            say!("robust-subject-its-largest", subject = subject(name), over = over, regret = index(regret));
        if regret > SAME {
            let _ = write!(sentence, " (in {world})");
        }
        let broken = breaks(found, at);
        if broken > 0 {
            sentence.push_str(&say!(
                "robust-breaks-rules-broken",
                broken = broken,
                worlds = count(found.worlds.len(), "world")
            ));
        }
        sentence.push('.');
        sentences.push(sentence);
    }
    let same = found.minimax.as_ref().is_some_and(|minimax| minimax.picks == found.best.picks);
    match found.minimax.as_ref().map(|minimax| (minimax.known, minimax.objective)) {
        Some((ProofStatus::Proven, Some(_))) if same => {
            sentences.push(say!("robust-recommended-portfolio-also"));
        }
        Some((ProofStatus::Proven, Some(_))) => {
            sentences.push(say!("robust-no-portfolio-keeps"));
        }
        Some((ProofStatus::Impossible, _)) => {
            sentences.push(say!("robust-no-portfolio-keeps-rules"));
        }
        _ => {}
    }
    sentences
}

/// A judged portfolio as the subject of a sentence.
fn subject(name: &str) -> String {
    match name {
        "own" => say!("robust-your-own-portfolio"),
        MINIMAX => say!("robust-portfolio-smallest-maximum"),
        name => say!("robust-name-portfolio", name = name),
    }
}

/// In how many worlds a judged portfolio breaks rules.
fn breaks(found: &Robustness, at: usize) -> usize {
    found.worlds.iter().filter(|world| world.keeps.get(at) == Some(&false)).count()
}

fn verdict(count: usize, all: usize) -> &'static str {
    if all == 0 {
        ""
    } else if count == all {
        "core"
    } else if count == 0 {
        "exterior"
    } else {
        "borderline"
    }
}

fn core(case: &Case, found: &Robustness) -> Table {
    let with_voice = !found.voice.is_empty();
    let mut columns = vec![
        Column::words("candidate", "candidate"),
        Column::words("chosen", "recommended"),
        Column::figures("core_index", say!("pareto-core-index"), 3),
        Column::words("verdict", "verdict"),
    ];
    if with_voice {
        columns.push(Column::figures("voice_index", say!("robust-over-voice"), 3));
    }
    let mut order: Vec<usize> = (0..found.core.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(found.core[at]), at));
    let row = |at: usize| {
        let candidate = CandidateIx(at);
        let share = Decimal::from(found.core[at]).checked_div(Decimal::from(found.answered));
        let mut row: Vec<Value> = vec![
            case[candidate].id.clone().into(),
            found.best.picks.contains(candidate).into(),
            share.into(),
            verdict(found.core[at], found.answered).into(),
        ];
        if with_voice {
            row.push(found.voice_core.get(at).copied().into());
        }
        row
    };
    Table::new("core", say!("robust-core-borderline-exterior"), columns, order.into_iter().map(row))
        .note(say!("robust-core-index-part"))
}

fn worlds(found: &Robustness) -> Table {
    let mut columns = vec![
        Column::words("world", "world"),
        Column::words("kind", "kind"),
        Column::points("best", say!("robust-best-objective")),
    ];
    for name in &found.judged {
        let key = name.replace(' ', "_");
        columns.push(Column::points(key.clone(), name));
        columns.push(Column::points(format!("regret_{key}"), say!("robust-its-regret")));
    }
    columns.extend(status_column());
    let row = |world: &Judged| {
        let kind = match world.kind {
            Kind::Case => "case",
            Kind::Scenario => "scenario",
            Kind::Draw => "draw",
        };
        let mut row: Vec<Value> = vec![world.name.clone().into(), kind.into(), world.best.objective.into()];
        for &(objective, regret) in &world.portfolios {
            row.push(objective.into());
            row.push(regret.into());
        }
        row.extend(status(&world.best));
        row
    };
    Table::new("worlds", say!("robust-worlds-regrets"), columns, found.worlds.iter().map(row))
        .note(say!("robust-regret-empty-where"))
}

fn voice(case: &Case, found: &Robustness) -> Table {
    let nothing = Picks::default();
    let rows = found.voice.iter().enumerate().map(|(at, stretch)| {
        let before = at.checked_sub(1).map_or(&nothing, |before| &found.voice[before].best.picks);
        vec![
            stretch.from.into(),
            stretch.to.into(),
            stretch.best.cost.into(),
            ids(case, stretch.best.picks.beyond(before)).into(),
            ids(case, before.beyond(&stretch.best.picks)).into(),
            match (stretch.proven, stretch.best.known) {
                (true, ProofStatus::Impossible) => "impossible",
                (true, _) => "proven",
                (false, _) => "not proven",
            }
            .into(),
        ]
    });
    Table::new(
        "voice",
        say!("robust-over-voice-2"),
        vec![
            Column::figures("from", "from", 4),
            Column::figures("to", "to", 4),
            Column::money("cost", "cost"),
            Column::words("enter", say!("alternatives-comes")),
            Column::words("leave", say!("alternatives-goes-out")),
            Column::words("status", "status"),
        ],
        rows,
    )
    .note(say!("robust-each-row-best"))
}

fn judged(case: &Case, found: &Robustness) -> Table {
    let rows = found.judged.iter().zip(&found.portfolios).enumerate().map(|(at, (name, outcome))| {
        let beyond = outcome.picks.beyond(&found.best.picks);
        let held = found.worst(at, |world| world.kind != Kind::Draw);
        let kept = found.worst(at, |world| world.portfolios.get(at).is_some_and(|it| it.1.is_some()));
        vec![
            name.clone().into(),
            outcome.objective.into(),
            outcome.cost.into(),
            held.map(|worst| worst.0).into(),
            held.filter(|worst| worst.0 > SAME).map(|worst| worst.1.to_owned()).into(),
            kept.map(|worst| worst.0).into(),
            breaks(found, at).into(),
            ids(case, beyond).into(),
            ids(case, found.best.picks.beyond(&outcome.picks)).into(),
        ]
    });
    Table::new(
        "portfolios",
        say!("robust-judged-portfolios"),
        vec![
            Column::words("portfolio", "portfolio"),
            Column::points("objective", "objective"),
            Column::money("cost", "cost"),
            Column::points("largest_regret", say!("chance-largest-regret")),
            Column::words("largest_in", "in"),
            Column::points("largest_kept", say!("robust-where-keeps-rules")),
            Column::figures("breaks", say!("robust-worlds-where-breaks"), 0),
            Column::words("enter", say!("robust-beyond-recommended")),
            Column::words("leave", "without"),
        ],
        rows,
    )
    .note(say!("robust-largest-regret-over"))
}

fn chart(case: &Case, found: &Robustness) -> Chart {
    let mut bars: Vec<_> = found
        .core
        .iter()
        .enumerate()
        .filter(|&(_, &count)| count > 0)
        .filter_map(|(at, &count)| {
            let share = Decimal::from(count).checked_div(Decimal::from(found.answered))?;
            Some((share, case[CandidateIx(at)].name.clone()))
        })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.0));
    Chart::bars(say!("robust-core-index"), say!("robust-part-worlds"), say!("pareto-core-index"), bars)
}

/// Rows of the heat map: the case and the scenarios, then the draws with the largest regrets.
const ROWS: usize = 40;

/// The regret of each judged portfolio in each world.
fn regrets(found: &Robustness) -> Chart {
    let worst = |world: &Judged| world.portfolios.iter().filter_map(|it| it.1).max();
    let mut rows: Vec<&Judged> = found.worlds.iter().collect();
    rows.sort_by_key(|world| {
        (world.kind == Kind::Draw, (world.kind == Kind::Draw).then(|| std::cmp::Reverse(worst(world))))
    });
    rows.truncate(ROWS);
    let series = found.judged.iter().enumerate().map(|(at, name)| Series {
        name: name.clone(),
        points: rows
            .iter()
            .filter_map(|world| {
                let regret = world.portfolios.get(at)?.1;
                let empty = if regret.is_some() { Decimal::ZERO } else { Decimal::ONE };
                Some((regret.unwrap_or_default(), empty, world.name.clone()))
            })
            .collect(),
    });
    Chart {
        title: say!("robust-regret-each-world"),
        across: say!("robust-regret-index-points"),
        up: String::new(),
        kind: ChartKind::Heat,
        series: series.collect(),
    }
}

fn over_time(case: &Case, found: &Robustness, header: &CaseHeader) -> Chart {
    let spent = |outcome: &Outcome| {
        let evaluation = evaluate(case, &outcome.picks.portfolio());
        let years = case.years().enumerate();
        let sum = |at: usize| evaluation.spending.iter().map(|years| years[at].spent).sum::<Decimal>();
        years.map(|(at, year)| (Decimal::from(year), sum(at).normalize(), String::new())).collect()
    };
    let series = found.judged.iter().zip(&found.portfolios);
    let series = series.map(|(name, outcome)| Series { name: name.clone(), points: spent(outcome) });
    spending_chart(series.collect(), header)
}
