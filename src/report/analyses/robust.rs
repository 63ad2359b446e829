//! Robustness as a report.

use super::super::document::Kind as Holds;
use super::chance::{chances, draws, regret_in, rungs};
use super::page;
use super::prelude::*;
use crate::analyse::robust::{Judged, Kind, MINIMAX, Params, Robustness, VoiceStretch};
use crate::model::order::InOrder as _;

impl Told for Params {
    fn report(&self, found: &Robustness, context: Context<'_>) -> AnalysisReport {
        report(found, context)
    }

    fn page(&self, found: &Robustness, case: &Case, report: &AnalysisReport) -> Page {
        let mut blocks = Vec::new();
        if found.answered > 0 {
            let of = |wanted: &str| {
                let mut all: Vec<usize> = (0..found.core.len()).collect();
                all.retain(|&at| verdict(found.core[at], found.answered) == wanted);
                all.order_by_key(|&at| (std::cmp::Reverse(found.core[at]), at));
                all
            };
            let name = |at: usize| case[CandidateIx(at)].name.clone();
            let part =
                |at: usize| say!("page-some-worlds", name = name(at), worlds = found.core[at], all = found.answered);
            let [core, swing, never] = ["core", "borderline", "exterior"].map(of);
            let names = |all: &[usize]| all.iter().map(|&at| name(at)).collect::<Vec<_>>();
            let parts: Vec<String> = swing.iter().map(|&at| part(at)).collect();
            blocks.extend(page::listed(say!("page-core", count = core.len()), &names(&core), LISTED));
            blocks.extend(page::listed(say!("page-swing", count = swing.len()), &parts, LISTED));
            blocks.extend(page::listed(say!("page-never", count = never.len()), &names(&never), LISTED));
        }
        // The regrets: the second of the charts.
        blocks.extend(report.charts.get(1).cloned().map(Block::Chart));
        Page { point: Vec::new(), blocks }
    }
}

/// How the choice holds over scenarios, voices, random numbers and random success.
pub fn report(found: &Robustness, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let mut open: Vec<String> = not_proven(found.worlds.iter().map(|world| &world.best)).into_iter().collect();
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
    let mut tables = vec![core(case, found), worlds(case, found)];
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
        charts: vec![chart(case, found), regrets(case, found), over_time(case, found, &header)],
        page: Vec::new(),
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
    let worlds = found.worlds.len();
    let over = match worlds.saturating_sub(all) {
        0 => say!("robust-over-worlds", worlds = all),
        without => say!("robust-over-some-worlds", answered = all, worlds = worlds, without = without),
    };
    let candidates = case.candidates.len();
    let mut sentences = vec![say!(
        "robust-over-candidates",
        over = over,
        candidates = candidates,
        core = core,
        borderline = candidates - core - exterior,
        exterior = exterior
    )];
    let with_scenarios = found.worlds.iter().any(|world| world.kind == Kind::Scenario);
    for (at, name) in found.judged.iter().enumerate() {
        let Some((regret, place)) = found.worst(at, |judged| judged.kind != Kind::Draw) else { continue };
        let world =
            if regret > SAME { say!("robust-in-world", world = case.scenario_name(place)) } else { String::new() };
        let rules = match breaks(found, at) {
            0 => String::new(),
            broken => say!("robust-breaks-rules", broken = broken, worlds = worlds),
        };
        let regret = regret_in(found, at, place).map_or_else(|| index(regret), |regret| regret.shown(None));
        let subject = subject(name);
        sentences.push(if with_scenarios {
            say!("robust-regret-over-scenarios", subject = subject, regret = regret, world = world, rules = rules)
        } else {
            say!("robust-regret-in-case", subject = subject, regret = regret, world = world, rules = rules)
        });
    }
    let same = found.minimax.as_ref().is_some_and(|minimax| minimax.picks == found.best.picks);
    match found.minimax.as_ref().map(|minimax| (minimax.known, minimax.objective)) {
        Some((ProofStatus::Proven, Some(_))) if same => sentences.push(say!("robust-recommended-portfolio-also")),
        Some((ProofStatus::Proven, Some(_))) => sentences.push(say!("robust-no-portfolio-keeps")),
        Some((ProofStatus::Impossible, _)) => sentences.push(say!("robust-no-portfolio-keeps-rules")),
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
    let mut order: Vec<usize> = (0..found.core.len()).collect();
    order.order_by_key(|&at| (std::cmp::Reverse(found.core[at]), at));
    let share = |at: usize| Decimal::from(found.core[at]).checked_div(Decimal::from(found.answered));
    let mut table = Table::of("core", say!("robust-core-borderline-exterior"), order)
        .candidate(case, |&at| CandidateIx(at))
        .words("chosen", |&at| found.best.picks.contains(CandidateIx(at)))
        .figures("core_index", 3, |&at| share(at))
        .words("verdict", |&at| verdict(found.core[at], found.answered));
    if !found.voice.is_empty() {
        table = table.figures("voice_index", 3, |&at| found.voice_core.get(at).copied());
    }
    table.note(say!("robust-core-index-part"))
}

/// The regret of a judged portfolio in a world, which stands beside the two figures that it is between.
fn regret_of(world: &Judged, at: usize) -> Option<Value> {
    let &(reached, regret) = world.portfolios.get(at)?;
    regret.map(|regret| Value::difference(reached + regret, reached, INDEX))
}

/// A world by its name; of a scenario, programs read the id.
fn world_named(case: &Case, world: &Judged) -> Value {
    match world.kind {
        Kind::Scenario => Value::named(&world.name, &world.called(case)),
        Kind::Case | Kind::Draw => Value::from(&world.name),
    }
}

fn worlds(case: &Case, found: &Robustness) -> Table {
    let kind = |world: &Judged| match world.kind {
        Kind::Case => "case",
        Kind::Scenario => "scenario",
        Kind::Draw => "draw",
    };
    Table::of("worlds", say!("robust-worlds-regrets"), &found.worlds)
        .words("world", |world| world_named(case, world))
        .words("kind", |world| kind(world))
        .points("best", |world| world.best.objective)
        .each(found.judged.iter().enumerate(), |table, (at, name)| {
            let key = name.replace(' ', "_");
            let regret = Column::new(format!("regret_{key}"), say!("robust-its-regret"), Holds::Points);
            let index = Column::new(format!("index_{key}"), say!("robust-its-index"), Holds::Points);
            table
                .column(Column::new(key, word(name), Holds::Points), |world| world.portfolios.get(at).map(|it| it.0))
                .column(regret, |world| regret_of(world, at))
                .column(index, |world| world.indices.get(at).copied())
        })
        .status(|world| &world.best)
        .note(say!("robust-regret-empty-where"))
}

fn voice(case: &Case, found: &Robustness) -> Table {
    let nothing = Picks::default();
    let before = |at: usize| at.checked_sub(1).map_or(&nothing, |before| &found.voice[before].best.picks);
    let status = |stretch: &VoiceStretch| match (stretch.proven, stretch.best.known) {
        (true, ProofStatus::Impossible) => "impossible",
        (true, _) => "proven",
        (false, _) => "not proven",
    };
    Table::of("voice", say!("robust-over-voice-2"), found.voice.iter().enumerate())
        .figures("from", 4, |(_, stretch)| stretch.from)
        .figures("to", 4, |(_, stretch)| stretch.to)
        .money("cost", |(_, stretch)| stretch.best.cost)
        .named("enter", case, |&(at, stretch)| stretch.best.picks.beyond(before(at)))
        .named("leave", case, |&(at, stretch)| before(at).beyond(&stretch.best.picks))
        .words("status", |(_, stretch)| status(stretch))
        .note(say!("robust-each-row-best"))
}

fn judged(case: &Case, found: &Robustness) -> Table {
    let held = |at: usize| found.worst(at, |world| world.kind != Kind::Draw);
    let kept = |at: usize| found.worst(at, |world| world.portfolios.get(at).is_some_and(|it| it.1.is_some()));
    let rows = found.judged.iter().zip(&found.portfolios).enumerate().map(|(at, (name, outcome))| (at, name, outcome));
    Table::of("portfolios", say!("robust-judged-portfolios"), rows)
        .words("portfolio", |(_, name, _)| Value::Word((*name).clone()))
        .points("objective", |(.., outcome)| outcome.objective)
        .money("cost", |(.., outcome)| outcome.cost)
        .points("largest_regret", |&(at, ..)| held(at).and_then(|worst| regret_in(found, at, worst.1)))
        .words("largest_in", |&(at, ..)| {
            held(at).filter(|worst| worst.0 > SAME).map(|it| Value::named(it.1, &case.scenario_name(it.1)))
        })
        .points("largest_kept", |&(at, ..)| kept(at).and_then(|worst| regret_in(found, at, worst.1)))
        .figures("breaks", 0, |&(at, ..)| breaks(found, at))
        .named("enter", case, |(.., outcome)| outcome.picks.beyond(&found.best.picks))
        .named("leave", case, |(.., outcome)| found.best.picks.beyond(&outcome.picks))
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
    bars.order_by_key(|bar| std::cmp::Reverse(bar.0));
    Chart::bars(say!("robust-core-index"), say!("robust-part-worlds"), say!("pareto-core-index"), bars)
}

/// So many of the core, of the swing and of what is never chosen are named.
const LISTED: usize = 16;
/// Rows of the heat map: the case and the scenarios, then the draws with the largest regrets.
const ROWS: usize = 40;

/// The regret of each judged portfolio in each world.
fn regrets(case: &Case, found: &Robustness) -> Chart {
    let worst = |world: &Judged| world.portfolios.iter().filter_map(|it| it.1).max();
    let mut rows: Vec<&Judged> = found.worlds.iter().collect();
    rows.order_by_key(|world| {
        (world.kind == Kind::Draw, (world.kind == Kind::Draw).then(|| std::cmp::Reverse(worst(world))))
    });
    rows.truncate(ROWS);
    let series = found.judged.iter().enumerate().map(|(at, name)| Series {
        name: word(name),
        points: rows
            .iter()
            .filter_map(|world| {
                let regret = world.portfolios.get(at)?.1;
                let empty = if regret.is_some() { Decimal::ZERO } else { Decimal::ONE };
                Some((regret.unwrap_or_default(), empty, world_named(case, world).shown(None)))
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
    let series = series.map(|(name, outcome)| Series { name: word(name), points: spent(outcome) });
    spending_chart(series.collect(), header)
}
