//! The options of each analysis: their names, what they mean, what they are unless the planner sets them.

use rust_decimal::Decimal;

use super::{Kind, Studies};
use crate::analyse::asked as words;
use crate::model::guess::did_you_mean;
use crate::model::{CandidateIx, Case, Percent};

/// An option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name.
    pub key: &'static str,
    /// What it means, in a sentence or two.
    pub help: &'static str,
    /// What its text must be.
    shape: Shape,
}

/// What the text of an option must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A whole number from the one to the other.
    Count(usize, usize),
    /// The same, or the word `all`.
    CountOrAll(usize, usize),
    /// A percentage up to so much.
    Percent(u16),
    /// One of these words.
    Words(&'static [&'static str]),
    /// Any whole number.
    Whole,
    /// An axis.
    Axis,
    /// `none`, or the range of a voice.
    Voice,
    /// A percentage, or `ranking`.
    Weights,
    /// `all`, `none`, or names of scenarios.
    Scenarios,
    /// The id of a candidate.
    Candidate,
}

const fn field(key: &'static str, shape: Shape, help: &'static str) -> Field {
    Field { key, help, shape }
}

const BUDGET: &[Field] = &[
    field("from", Shape::Percent(10_000), "The lowest total budget, in percent of the case's own."),
    field("to", Shape::Percent(10_000), "The highest total budget, in percent of the case's own."),
    field(
        "points",
        Shape::Count(2, 20_000),
        "How many budgets to look at. The steps are exact down to the width between two of them; only where the best \
         portfolio changes is anything searched.",
    ),
];
const PARETO: &[Field] = &[
    field(
        "up",
        Shape::Axis,
        "What the chart shows upwards: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.",
    ),
    field(
        "across",
        Shape::Axis,
        "What it shows across: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.",
    ),
    field(
        "points",
        Shape::CountOrAll(2, 20_000),
        "At most so many points, spread over the front; `all` for every point, unsupported ones too.",
    ),
];
const ALTERNATIVES: &[Field] = &[
    field("count", Shape::Count(1, 10_000), "How many next best portfolios at most."),
    field(
        "within",
        Shape::Percent(100),
        "Within so many percent of the best: for the most different one and the ranges of the domains.",
    ),
    field(
        "which",
        Shape::Words(&["next", "near"]),
        "`next`: the next best, however good; `near`: only those within the percentage.",
    ),
];
const IMPORTANCE: &[Field] = &[
    field(
        "cuts",
        Shape::Count(0, 1_000),
        "Into how many steps the budget shrinks for the order of funding; 0 leaves it out.",
    ),
    field(
        "turning",
        Shape::Words(&["no", "yes"]),
        "`yes` also seeks the cost at which each candidate would enter or leave: several questions more for each.",
    ),
];
const ROBUST: &[Field] = &[
    field("scenarios", Shape::Scenarios, "`all`, `none`, or the names of those that count, separated by spaces."),
    field("draws", Shape::Count(0, 1_000_000), "How many random worlds."),
    field(
        "weights",
        Shape::Weights,
        "In random worlds domain weights move within so many percent; `ranking`: any weights in the same order.",
    ),
    field(
        "costs",
        Shape::Percent(100),
        "In random worlds the costs of each candidate move together within so many percent.",
    ),
    field(
        "gains",
        Shape::Percent(100),
        "In random worlds the gains of each candidate move together within so many percent.",
    ),
    field(
        "success",
        Shape::Percent(100),
        "In random worlds the success of each candidate moves within so many percent; it stays at most 1.",
    ),
    field(
        "voice",
        Shape::Voice,
        "`none`, or the voice of a ministry in percent of all, such as defence:30-70: every change in between.",
    ),
    field("seed", Shape::Whole, "The seed of everything random: the same seed gives the same worlds."),
    field(
        "outcomes",
        Shape::Count(2, 1_000_000),
        "How many outcomes of success are drawn where there are too many to count all.",
    ),
];
const STRESS: &[Field] = &[
    field("portfolio", Shape::Words(&["recommended", "own"]), "Which portfolio: the recommended one or your own."),
    field("scenarios", Shape::Scenarios, "`all`, or the names of those that count, separated by spaces."),
];
const EXPLAIN: &[Field] = &[field(
    "candidate",
    Shape::Candidate,
    "The id of the candidate; ‹complete› completes. Where no portfolio is possible, the case itself is explained instead.",
)];

impl Kind {
    /// Its options.
    pub(crate) const fn fields(self) -> &'static [Field] {
        match self {
            Self::Budget => BUDGET,
            Self::Pareto => PARETO,
            Self::Alternatives => ALTERNATIVES,
            Self::Importance => IMPORTANCE,
            Self::Robust => ROBUST,
            Self::Stress => STRESS,
            Self::Cooperate => &[],
            Self::Explain => EXPLAIN,
        }
    }
}

/// Cases with more candidates than this get fewer points and draws unless the planner asks for more.
const SMALL: usize = 20;

/// What an option is unless the planner sets it.
fn usual(kind: Kind, key: &str, case: &Case) -> String {
    let small = case.candidates.len() <= SMALL;
    let own = |at: usize| case.ministries.get(at).map(|ministry| format!("own:{}", ministry.id));
    let two = case.ministries.len() == 2;
    let text = match (kind, key) {
        (Kind::Budget, "from") | (Kind::Explain, _) => {
            if kind == Kind::Budget {
                "0"
            } else {
                ""
            }
        }
        (Kind::Budget, "to") => "150",
        (Kind::Budget, _) => {
            if small {
                "151"
            } else {
                "51"
            }
        }
        (Kind::Pareto, "up") => return own(0).filter(|_| two).unwrap_or_else(|| "gain".into()),
        (Kind::Pareto, "across") => return own(1).filter(|_| two).unwrap_or_else(|| "cost".into()),
        (Kind::Pareto, _) => {
            if small {
                "all"
            } else {
                "9"
            }
        }
        (Kind::Alternatives, "within") => "5",
        (Kind::Alternatives, "which") => "next",
        (Kind::Importance, "turning") => "no",
        (Kind::Alternatives | Kind::Importance, _) | (Kind::Robust, "costs" | "gains" | "success") => "10",
        (Kind::Robust | Kind::Stress, "scenarios") => "all",
        (Kind::Robust, "draws" | "weights") => "20",
        (Kind::Robust, "voice") => "none",
        (Kind::Robust, "seed") => "1",
        (Kind::Robust, "outcomes") => "2000",
        (Kind::Stress, "portfolio") => "recommended",
        (Kind::Robust | Kind::Stress | Kind::Cooperate, _) => "",
    };
    text.to_owned()
}

/// The options of an analysis as they are set.
pub(crate) struct Options<'a> {
    kind: Kind,
    values: Vec<(&'static Field, String)>,
    case: &'a Case,
}

impl<'a> Options<'a> {
    /// The options as they are set.
    pub fn of(studies: &Studies, kind: Kind, case: &'a Case) -> Self {
        let value = |field: &'static Field| {
            let chosen = studies.chosen.get(&(kind, field.key)).cloned();
            (field, chosen.unwrap_or_else(|| usual(kind, field.key, case)))
        };
        Self { kind, values: kind.fields().iter().map(value).collect(), case }
    }

    /// Names and texts of all options.
    pub fn all(&self) -> impl Iterator<Item = (&'static Field, &str)> {
        self.values.iter().map(|(field, text)| (*field, text.as_str()))
    }

    /// The text of an option.
    pub fn text(&self, key: &str) -> &str {
        self.values.iter().find(|(field, _)| field.key == key).map_or("", |(_, text)| text.as_str())
    }

    fn wrong(&self, key: &str) -> Option<String> {
        problem(self.kind, key, self.text(key), self.case).map(|problem| format!("{key}: {problem}"))
    }

    /// A whole number.
    pub fn count(&self, key: &str) -> Result<usize, String> {
        self.wrong(key).map_or(Ok(()), Err)?;
        self.text(key).parse().ok().ok_or_else(|| format!("{key}: a whole number."))
    }

    /// A whole number of any size.
    pub fn whole(&self, key: &str) -> Result<u64, String> {
        self.text(key).parse().ok().ok_or_else(|| format!("{key}: a whole number."))
    }

    /// A percentage.
    pub fn percent(&self, key: &str) -> Result<Percent, String> {
        self.wrong(key).map_or(Ok(()), Err)?;
        self.text(key).parse().ok().ok_or_else(|| format!("{key}: a percentage."))
    }

    /// All options in a line: `from 0, to 150, points 51`.
    pub fn words(&self) -> String {
        let shown = self.all().filter(|(_, text)| !text.is_empty());
        shown.map(|(field, text)| format!("{} {text}", field.key)).collect::<Vec<_>>().join(", ")
    }
}

/// The candidate with this id; a sentence where there is none.
pub(super) fn candidate(case: &Case, id: &str) -> Result<CandidateIx, String> {
    case.candidate_by_id(id).ok_or_else(|| {
        let near = did_you_mean(id, case.candidates.iter().map(|candidate| candidate.id.as_str()));
        let near = near.map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        format!("There is no candidate `{id}`.{near}")
    })
}

/// What is wrong with the text of an option.
pub(crate) fn problem(kind: Kind, key: &str, text: &str, case: &Case) -> Option<String> {
    let field = kind.fields().iter().find(|field| field.key == key)?;
    let failure = |failure: crate::analyse::Failure| failure.to_string();
    match field.shape {
        Shape::CountOrAll(..) if text == "all" => None,
        Shape::Count(low, high) | Shape::CountOrAll(low, high) => {
            let fits = text.parse::<usize>().is_ok_and(|count| (low..=high).contains(&count));
            let all = if matches!(field.shape, Shape::CountOrAll(..)) { ", or `all`" } else { "" };
            (!fits).then(|| format!("A whole number from {low} to {high}{all}."))
        }
        Shape::Percent(high) => {
            let range = Decimal::ZERO..=Decimal::from(high);
            let fits = text.parse::<Decimal>().is_ok_and(|percent| range.contains(&percent));
            (!fits).then(|| format!("A percentage from 0 to {high}."))
        }
        Shape::Words(known) => (!known.contains(&text)).then(|| format!("One of {}.", known.join(", "))),
        Shape::Whole => text.parse::<u64>().is_err().then(|| "A whole number.".to_owned()),
        Shape::Axis => words::axis(case, text).err().map(failure),
        Shape::Voice if text == "none" => None,
        Shape::Voice => words::voice(case, text).err().map(failure),
        Shape::Weights => words::weights(text).err().map(failure),
        Shape::Scenarios => {
            let known = scenario_names(case);
            let mut names = text.split([' ', ',']).filter(|name| !name.is_empty());
            let unknown = names.find(|name| !["all", "none"].contains(name) && !known.contains(name))?;
            let known =
                if known.is_empty() { "it has none".to_owned() } else { format!("it has {}", known.join(", ")) };
            Some(format!("The case has no scenario `{unknown}`: {known}."))
        }
        Shape::Candidate if text.is_empty() => None,
        Shape::Candidate => candidate(case, text).err(),
    }
}

fn scenario_names(case: &Case) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for change in &case.scenarios {
        if !names.contains(&change.scenario.as_str()) {
            names.push(&change.scenario);
        }
    }
    names
}

/// What could complete the text of an option, each with what it means.
pub(crate) fn suggestions(kind: Kind, key: &str, case: &Case) -> Vec<(String, String)> {
    let plain = |words: Vec<String>| words.into_iter().map(|word| (word, String::new())).collect();
    match kind.fields().iter().find(|field| field.key == key).map(|field| field.shape) {
        Some(Shape::Words(known)) => plain(known.iter().map(|word| (*word).to_owned()).collect()),
        Some(Shape::Axis) => plain(words::axis_names(case)),
        Some(Shape::CountOrAll(..)) => plain(vec!["all".into()]),
        Some(Shape::Weights) => plain(vec!["ranking".into()]),
        Some(Shape::Voice) => {
            let voices = case.ministries.iter().map(|ministry| format!("{}:30-70", ministry.id));
            plain(std::iter::once("none".to_owned()).chain(voices).collect())
        }
        Some(Shape::Scenarios) => {
            let names = scenario_names(case).into_iter().map(str::to_owned);
            plain(["all", "none"].map(str::to_owned).into_iter().chain(names).collect())
        }
        Some(Shape::Candidate) => {
            case.candidates.iter().map(|candidate| (candidate.id.clone(), candidate.name.clone())).collect()
        }
        _ => Vec::new(),
    }
}
