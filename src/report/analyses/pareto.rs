//! Pareto fronts as reports.

use super::page;
use super::prelude::*;
use crate::analyse::pareto::{Axis, Front, Params, Point, shares};
use crate::messages::capital;
use crate::report::number::with_unit;

impl Told for Params {
    fn report(&self, found: &Front, context: Context<'_>) -> AnalysisReport {
        report((found, &self.first, &self.second), Context { own: self.own.as_ref(), ..context })
    }

    fn page(&self, found: &Front, case: &Case, report: &AnalysisReport) -> Page {
        let mut blocks: Vec<Block> = report.charts.iter().cloned().map(Block::Chart).collect();
        let told = named(found, &self.first, &self.second);
        if !told.is_empty() {
            blocks.push(Block::Heading(say!("page-named-points")));
            let axes = (&self.first, &self.second);
            blocks.push(Block::List(told.into_iter().map(|point| told_point(case, found, axes, point)).collect()));
        }
        // The named points say the rest of it, each with what it means.
        let point = nearest(found, &self.first, &self.second).or(report.summary.first().cloned());
        Page { point: point.into_iter().collect(), blocks }
    }
}

/// The points that have a name, from one end of the front to the other, each with its names.
fn named(front: &Front, first: &Axis, second: &Axis) -> Vec<(usize, String)> {
    let highest = highest(front);
    let last = front.points.len().saturating_sub(1);
    let best = |axis: fn(&Point) -> Decimal| {
        (0..front.points.len()).max_by_key(|&at| (axis(&front.points[at]), std::cmp::Reverse(at)))
    };
    let ends = [(best(|point| point.first), first), (best(|point| point.second), second)];
    let names = |at: usize| {
        let ends = ends.iter().filter(|(end, _)| *end == Some(at) && last > 0);
        let ends = ends.map(|(_, axis)| say!("page-most-of", axis = axis.name));
        let marks = marks(front, highest, at);
        let marks = (!marks.is_empty()).then(|| word(&marks));
        ends.chain(marks).collect::<Vec<_>>().join(", ")
    };
    (0..front.points.len()).map(|at| (at, names(at))).filter(|(_, names)| !names.is_empty()).collect()
}

/// A point with a name: its values, its bill, and what it chooses otherwise than the one with the highest objective.
fn told_point(case: &Case, front: &Front, (first, second): (&Axis, &Axis), (at, names): (usize, String)) -> Item {
    let point = &front.points[at];
    let values = pair((first, point.first), (second, point.second));
    let mut more = Vec::new();
    if let Some(best) = highest(front).filter(|best| *best != at) {
        let (here, best) = (&point.outcome.picks, &front.points[best].outcome.picks);
        for (others, said) in [(here.beyond(best), "with"), (best.beyond(here), "without")] {
            let names: Vec<String> = others.into_iter().map(|it| case[it].name.clone()).collect();
            let names = page::some(&names, 3);
            more.extend((!names.is_empty()).then(|| match said {
                "with" => say!("page-point-with", names = names),
                _ => say!("page-point-without", names = names),
            }));
        }
    }
    let cost = point.outcome.cost.map(|cost| with_unit(&Figure(cost).short(MONEY), &case.money_unit()));
    let text = say!("page-point", values = values, bill = cost.unwrap_or_default());
    Item { lead: capital(&names), text, more, ..Item::default() }
}

/// Where the compromise lies.
fn nearest(front: &Front, first: &Axis, second: &Axis) -> Option<String> {
    let point = front.compromise.and_then(|at| front.points.get(at))?;
    Some(say!("pareto-nearest-ideal", values = pair((first, point.first), (second, point.second))))
}

/// The front of two measures.
pub fn report((front, first, second): (&Front, &Axis, &Axis), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, own: portfolio } = context;
    let mut open = Vec::new();
    if !front.complete {
        let proven = front.points.iter().filter(|point| point.outcome.is_proven()).count();
        open.push(say!("pareto-front-not-complete", proven = proven, points = front.points.len()));
    }
    let mut summary = summary(front, first, second);
    let mut chart = chart(front, first, second);
    if let Some(portfolio) = portfolio {
        let (sentence, place) = of_own(case, (first, second), portfolio);
        summary.push(sentence);
        chart.series.push(Series { name: own(), points: vec![place] });
    }
    AnalysisReport {
        analysis: "frontier",
        title: chart.title.clone(),
        summary,
        open,
        tables: vec![table(case, front, (first, second)), core(case, front)],
        charts: vec![chart],
        page: Vec::new(),
        case: header,
    }
}

fn summary(front: &Front, first: &Axis, second: &Axis) -> Vec<String> {
    if front.known == ProofStatus::Impossible {
        return vec![say!("impossible-no-portfolio-possible-2")];
    }
    if front.points.is_empty() {
        return vec![say!("pareto-no-point-front")];
    }
    let unsupported = front.supported.iter().filter(|supported| !**supported).count();
    let mut sentences = vec![match (front.complete, front.points.len()) {
        (true, 1) => say!("pareto-one-portfolio-has"),
        (true, pairs) if front.spread => say!("pareto-pairs-pairs-values", pairs = pairs),
        (true, pairs) => say!("pareto-pairs-pairs-values-beaten", pairs = pairs, unsupported = unsupported),
        (false, pairs) => say!("pareto-pairs-found-so-far", pairs = pairs),
    }];
    sentences.extend(nearest(front, first, second));
    if let Some(point) = front.equal_sacrifice.and_then(|at| front.points.get(at)) {
        let values = pair((first, point.first), (second, point.second));
        sentences.push(say!("pareto-equal-sacrifice", values = values));
    }
    sentences
}

/// A value on each of two axes, in words.
fn pair((up, one): (&Axis, Decimal), (across, two): (&Axis, Decimal)) -> String {
    say!("pareto-pair", up = up.name, up_value = index(one), across = across.name, across_value = index(two))
}

fn table(case: &Case, front: &Front, (first, second): (&Axis, &Axis)) -> Table {
    let highest = highest(front);
    let nothing = Picks::default();
    let before = |at: usize| at.checked_sub(1).map_or(&nothing, |before| &front.points[before].outcome.picks);
    Table::of("points", say!("pareto-front"), front.points.iter().enumerate())
        .column(Column::new("first", &first.name, Kind::Points), |(_, point)| point.first)
        .column(Column::new("second", &second.name, Kind::Points), |(_, point)| point.second)
        .points("objective", |(_, point)| point.outcome.objective)
        .money("cost", |(_, point)| point.outcome.cost)
        .words("supported", |&(at, _)| supported(front, at))
        .words("mark", |&(at, _)| Value::Word(marks(front, highest, at)))
        .named("enter", case, |&(at, point)| point.outcome.picks.beyond(before(at)))
        .named("leave", case, |&(at, point)| before(at).beyond(&point.outcome.picks))
        .status(|(_, point)| &point.outcome)
        .picks(case, |(_, point)| &point.outcome)
        .note(say!("pareto-comes-goes-out"))
}

fn core(case: &Case, front: &Front) -> Table {
    let counts = shares(&front.points, case.candidates.len());
    let all = front.points.len();
    let verdict = |count: usize| match count {
        0 => "exterior",
        count if count == all => "core",
        _ => "borderline",
    };
    Table::of("core", say!("pareto-how-much-front"), counts.into_iter().enumerate().filter(|_| all > 0))
        .candidate(case, |&(at, _)| CandidateIx(at))
        .figures("core_index", 3, |&(_, count)| Decimal::from(count).checked_div(Decimal::from(all)))
        .words("verdict", |&(_, count)| verdict(count))
        .note(say!("pareto-core-every-portfolio"))
        .only(Audience::Programs)
}

/// Whether a weighted sum finds a point. That it does is known only with all points.
fn supported(front: &Front, at: usize) -> Option<bool> {
    let all = front.complete && !front.spread;
    (all || !front.supported[at]).then_some(front.supported[at])
}

/// What a point is.
fn marks(front: &Front, highest: Option<usize>, at: usize) -> String {
    let all =
        [(front.compromise, "compromise"), (front.equal_sacrifice, "equal sacrifice"), (highest, "highest objective")];
    all.iter().filter(|(of, _)| *of == Some(at)).map(|(_, mark)| *mark).collect::<Vec<_>>().join(", ")
}

/// The point with the highest objective of the case.
fn highest(front: &Front) -> Option<usize> {
    let all = front.points.iter().enumerate();
    all.max_by_key(|(at, point)| (point.outcome.objective, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

fn chart(front: &Front, first: &Axis, second: &Axis) -> Chart {
    let known = front.complete && !front.spread;
    let names = named(front, first, second);
    let name = |at: usize| names.iter().find(|(of, _)| *of == at).map(|(_, name)| name.clone()).unwrap_or_default();
    let points = |wanted: bool| {
        let points = front.points.iter().enumerate().filter(move |(at, _)| front.supported[*at] == wanted);
        points.map(|(at, point)| (point.second, point.first, name(at))).collect()
    };
    Chart {
        title: capital(&say!("pareto-against", up = first.name, across = second.name)),
        across: second.name.clone(),
        up: first.name.clone(),
        kind: ChartKind::Points,
        series: vec![
            Series { name: word(if known { "supported" } else { "found" }), points: points(true) },
            Series { name: word("unsupported"), points: points(false) },
        ],
    }
}

/// What is said of a portfolio of the planner's own, and its place on the chart.
fn of_own(case: &Case, (first, second): (&Axis, &Axis), portfolio: &Portfolio) -> (String, (Decimal, Decimal, String)) {
    let evaluation = evaluate(case, portfolio);
    let value = |axis: &Axis| axis.measure.of(case, portfolio, &evaluation);
    let (one, two) = (value(first), value(second));
    let values = pair((first, one), (second, two));
    let sentence = match evaluation.broken().count() {
        0 => say!("pareto-own", values = values),
        broken => say!("pareto-own-breaks", values = values, rules = broken),
    };
    (sentence, (two, one, own()))
}
