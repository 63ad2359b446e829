//! Pareto fronts as reports.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::{Chart, ChartKind, Series};
use super::super::document::{Audience, Column, Table, Value};
use super::super::words::{count, counted};
use super::words::{ids, index, picks, status, status_column};
use super::{Context, Told};
use crate::analyse::Picks;
use crate::analyse::pareto::{Axis, Front, Params, Point, shares};
use crate::measure::evaluate;
use crate::model::{CandidateIx, Case, Portfolio};
use crate::optimise::ProofStatus;

impl Told for Params {
    fn report(&self, found: &Front, context: Context<'_>) -> AnalysisReport {
        report((found, &self.first, &self.second), Context { own: self.own.as_ref(), ..context })
    }
}

/// The front of two measures.
pub fn report((front, first, second): (&Front, &Axis, &Axis), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, own } = context;
    let mut open = Vec::new();
    if !front.complete {
        let proven = front.points.iter().filter(|point| point.outcome.is_proven()).count();
        open.push(say!(
            "pareto-front-not-complete",
            proven = proven,
            front = count(front.points.len(), "point"),
            are = if proven == 1 { "is" } else { "are" }
        ));
    }
    let mut summary = summary(front, first, second);
    let mut chart = chart(front, first, second);
    if let Some(own) = own {
        let (sentence, place) = of_own(case, (first, second), own);
        summary.push(sentence);
        chart.series.push(Series { name: "own".to_owned(), points: vec![place] });
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
        (false, pairs) => {
            say!("impossible-counted-found-so", counted = counted(pairs, "pair of values was", "pairs of values were"))
        }
    }];
    let named = |at: Option<usize>| at.and_then(|at| front.points.get(at));
    if let Some(point) = named(front.compromise) {
        sentences.push(say!(
            "pareto-nearest-ideal-name",
            name = first.name,
            point = index(point.first),
            second = second.name,
            second_2 = index(point.second)
        ));
    }
    if let Some(point) = named(front.equal_sacrifice) {
        sentences.push(say!(
            "pareto-equal-sacrifice-name",
            name = first.name,
            point = index(point.first),
            second = second.name,
            second_2 = index(point.second)
        ));
    }
    sentences
}

fn table(case: &Case, front: &Front, (first, second): (&Axis, &Axis)) -> Table {
    let mut columns = vec![
        Column::points("first", first.name.clone()),
        Column::points("second", second.name.clone()),
        Column::points("objective", "objective"),
        Column::money("cost", "cost"),
        Column::words("supported", say!("pareto-weighted-sum-finds")),
        Column::words("mark", "mark"),
        Column::words("enter", say!("alternatives-comes")),
        Column::words("leave", say!("alternatives-goes-out")),
    ];
    columns.extend(status_column());
    columns.push(Column::words("picks", "picks").for_programs());
    let highest = highest(front);
    let row = |(at, point): (usize, &Point)| {
        let before = at.checked_sub(1).map(|before| &front.points[before].outcome.picks);
        let nothing = Picks::default();
        let before = before.unwrap_or(&nothing);
        let mut row: Vec<Value> = vec![
            point.first.into(),
            point.second.into(),
            point.outcome.objective.into(),
            point.outcome.cost.into(),
            supported(front, at).into(),
            marks(front, highest, at).into(),
            ids(case, point.outcome.picks.beyond(before)).into(),
            ids(case, before.beyond(&point.outcome.picks)).into(),
        ];
        row.extend(status(&point.outcome));
        row.push(picks(case, &point.outcome).into());
        row
    };
    Table::new("points", say!("pareto-front"), columns, front.points.iter().enumerate().map(row))
        .note(say!("pareto-comes-goes-out"))
}

fn core(case: &Case, front: &Front) -> Table {
    let counts = shares(&front.points, case.candidates.len());
    let all = front.points.len();
    let row = |(at, count): (usize, usize)| {
        let word = if count == 0 {
            "exterior"
        } else if count == all {
            "core"
        } else {
            "borderline"
        };
        let share = Decimal::from(count).checked_div(Decimal::from(all));
        vec![case[CandidateIx(at)].id.clone().into(), share.into(), word.into()]
    };
    Table::new(
        "core",
        say!("pareto-how-much-front"),
        vec![
            Column::words("candidate", "candidate"),
            Column::figures("core_index", say!("pareto-core-index"), 3),
            Column::words("verdict", "verdict"),
        ],
        counts.into_iter().enumerate().filter(|_| all > 0).map(row),
    )
    .note(say!("pareto-core-every-portfolio"))
    .only(Audience::Programs)
}

/// Whether a weighted sum finds a point. That it does is known only with all points.
fn supported(front: &Front, at: usize) -> Option<bool> {
    let all = front.complete && !front.spread;
    (all || !front.supported[at]).then_some(front.supported[at])
}

/// What a point is, in words.
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
        points.map(|(at, point)| (point.second, point.first, marks(front, highest, at))).collect()
    };
    Chart {
        title: capital(&format!("{} against {}", first.name, second.name)),
        across: second.name.clone(),
        up: first.name.clone(),
        kind: ChartKind::Points,
        series: vec![
            Series { name: (if known { "supported" } else { "found" }).to_owned(), points: points(true) },
            Series { name: "unsupported".to_owned(), points: points(false) },
        ],
    }
}

/// What is said of a portfolio of the planner's own, and its place on the chart.
fn of_own(case: &Case, (first, second): (&Axis, &Axis), own: &Portfolio) -> (String, (Decimal, Decimal, String)) {
    let evaluation = evaluate(case, own);
    let (one, two) = (first.measure.of(case, own, &evaluation), second.measure.of(case, own, &evaluation));
    let broken = evaluation.broken().count();
    let kept = if broken == 0 { String::new() } else { say!("pareto-breaks-broken", broken = count(broken, "rule")) };
    let (up, across) = (index(one), index(two));
    let sentence = say!(
        "pareto-your-own-portfolio",
        name = first.name,
        up = up,
        second = second.name,
        across = across,
        kept = kept
    );
    (sentence, (two, one, "own".to_owned()))
}
