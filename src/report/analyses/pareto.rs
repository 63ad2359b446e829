//! Pareto fronts as reports.

use super::prelude::*;
use crate::analyse::pareto::{Axis, Front, Params, Point, shares};

impl Told for Params {
    fn report(&self, found: &Front, context: Context<'_>) -> AnalysisReport {
        report((found, &self.first, &self.second), Context { own: self.own.as_ref(), ..context })
    }
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
    let named = |at: Option<usize>| at.and_then(|at| front.points.get(at));
    let values = |point: &Point| pair((first, point.first), (second, point.second));
    if let Some(point) = named(front.compromise) {
        sentences.push(say!("pareto-nearest-ideal", values = values(point)));
    }
    if let Some(point) = named(front.equal_sacrifice) {
        sentences.push(say!("pareto-equal-sacrifice", values = values(point)));
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
        .ids("enter", case, |&(at, point)| point.outcome.picks.beyond(before(at)))
        .ids("leave", case, |&(at, point)| before(at).beyond(&point.outcome.picks))
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
        .words("candidate", |&(at, _)| case[CandidateIx(at)].id.clone())
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

/// The text with a capital first letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The point with the highest objective of the case.
fn highest(front: &Front) -> Option<usize> {
    let all = front.points.iter().enumerate();
    all.max_by_key(|(at, point)| (point.outcome.objective, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

fn chart(front: &Front, first: &Axis, second: &Axis) -> Chart {
    let highest = highest(front);
    let known = front.complete && !front.spread;
    let points = |wanted: bool| {
        let points = front.points.iter().enumerate().filter(move |(at, _)| front.supported[*at] == wanted);
        points.map(|(at, point)| (point.second, point.first, word(&marks(front, highest, at)))).collect()
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
