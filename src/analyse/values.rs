//! The texts of an analysis's parameters: what is wrong with one, what could complete it, and what they mean.

use crate::say;
use rust_decimal::Decimal;

use super::related::Failure;
use super::spec::{Asker, NoScenario, Param, ParamKind, Spec};
use super::{axis, scenarios, uncertain};
use crate::messages::word;
use crate::model::guess::did_you_mean;
use crate::model::typed::{self, yes_or_no};
use crate::model::{CandidateIx, Case, Percent, Portfolio};
use crate::optimise::Answer;

/// The texts of all parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values(Vec<(&'static str, String)>);

impl Values {
    /// Those that are set, and else the defaults.
    pub fn of(spec: &Spec, (case, asker): (&Case, Asker), set: impl Fn(&'static str) -> Option<String>) -> Self {
        let value =
            |param: &'static Param| (param.name, set(param.name).unwrap_or_else(|| param.preset.text(case, asker)));
        Self(spec.params.iter().map(value).collect())
    }

    /// The text of a parameter.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(other, _)| *other == name).map_or("", |(_, text)| text)
    }

    /// The same with nothing for some parameters.
    #[must_use]
    pub fn without(&self, spec: &Spec, left_out: impl Fn(&Param) -> bool) -> Self {
        let text = |(name, text): &(&'static str, String)| {
            let is_out = spec.param(name).is_some_and(&left_out);
            (*name, if is_out { String::new() } else { text.clone() })
        };
        Self(self.0.iter().map(text).collect())
    }

    /// The texts of the form of options in a line: `lowest budget 0 %, highest budget 150 %, tested budgets 51`.
    pub fn line(&self, spec: &Spec, case: &Case) -> String {
        let given = spec.form().map(|param| (param, self.text(param.name))).filter(|(_, text)| !text.is_empty());
        // The own portfolio is beside what is found wherever there is one.
        let given = given.filter(|(param, text)| param.kind != ParamKind::Own || *text != "own");
        let shown = given.map(|(param, text)| format!("{} {}", spec.name_of(param), told(param, text, case)));
        shown.collect::<Vec<_>>().join(", ")
    }
}

/// What an analysis is asked, and of what.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The analysis.
    pub spec: &'static Spec,
    /// The case.
    pub case: &'a Case,
    /// The texts of the parameters.
    pub values: &'a Values,
    /// The portfolios that parameters stand for, by their names.
    pub portfolios: &'a [(&'static str, Portfolio)],
    /// The last answer to the case, where there is one.
    pub answer: Option<&'a Answer>,
}

impl Asked<'_> {
    /// The text of a parameter, which is as it must be.
    fn checked(&self, name: &str) -> Result<&str, Failure> {
        let text = self.values.text(name);
        let problem = self.spec.param(name).and_then(|param| problem(param, text, self.case));
        problem.map_or(Ok(text), |problem| Err(Failure::Asked(format!("{name}: {problem}"))))
    }

    fn read<T: std::str::FromStr>(&self, name: &str) -> Result<T, Failure> {
        let wrong = || Failure::Asked(say!("values-name-not-number", name = name));
        self.checked(name)?.parse().ok().ok_or_else(wrong)
    }

    /// A text as it is.
    pub fn text(&self, name: &str) -> &str {
        self.values.text(name)
    }

    /// A whole number.
    pub fn count(&self, name: &str) -> Result<usize, Failure> {
        self.read(name)
    }

    /// A whole number; none for all.
    pub fn count_or_all(&self, name: &str) -> Result<Option<usize>, Failure> {
        if self.text(name) == "all" { Ok(None) } else { self.count(name).map(Some) }
    }

    /// A whole number of any size.
    pub fn whole(&self, name: &str) -> Result<u64, Failure> {
        self.read(name)
    }

    /// A percentage.
    pub fn percent(&self, name: &str) -> Result<Percent, Failure> {
        let wrong = || Failure::Asked(say!("values-name-not-percentage", name = name));
        decimal(self.checked(name)?).ok_or_else(wrong)
    }

    /// Whether it is switched on.
    pub fn is_on(&self, name: &str) -> bool {
        yes_or_no(self.text(name)) == Some(true)
    }

    /// A candidate; `None` if the text is empty.
    pub fn candidate(&self, name: &str) -> Result<Option<CandidateIx>, Failure> {
        let id = self.checked(name)?;
        Ok(if id.is_empty() { None } else { self.case.candidate_by_id(id) })
    }

    /// The names of the scenarios that are wanted; none for no scenario, an empty list for all.
    pub fn scenarios(&self, name: &str) -> Option<Vec<String>> {
        match self.text(name) {
            "none" => None,
            "all" => Some(Vec::new()),
            names => Some(words_of(names).map(str::to_owned).collect()),
        }
    }

    /// The portfolio that a parameter stands for.
    pub fn portfolio(&self, name: &str) -> Option<Portfolio> {
        self.portfolios.iter().find(|(other, _)| *other == name).map(|(_, portfolio)| portfolio.clone())
    }
}

/// A decimal as people write it, also with an exponent.
fn decimal(text: &str) -> Option<Decimal> {
    let text = typed::number(text).only(text).ok()?;
    Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',']).filter(|name| !name.is_empty())
}

impl ParamKind {
    /// What a text must be, in a few words, where it is not that and no case is needed to know.
    pub fn demand(self, text: &str) -> Option<String> {
        let number = |low: u32, high: u32| text.parse::<u32>().is_ok_and(|count| (low..=high).contains(&count));
        match self {
            Self::CountOrAll(..) if text == "all" => None,
            Self::Count(low, high) => {
                (!number(low, high)).then(|| say!("values-whole-number-from", low = low, high = high))
            }
            Self::CountOrAll(low, high) => {
                (!number(low, high)).then(|| say!("values-whole-number-from-low", low = low, high = high))
            }
            Self::Percent(most) => {
                let fits = |percent: Decimal| {
                    percent >= Decimal::ZERO && most.is_none_or(|most| percent <= Decimal::from(most))
                };
                (!decimal(text).is_some_and(fits)).then(|| match most {
                    Some(most) => say!("values-percentage-from-most", most = most),
                    None => say!("values-percentage-more"),
                })
            }
            Self::Whole => text.parse::<u64>().is_err().then(|| say!("values-whole-number")),
            Self::Switch if yes_or_no(text).is_some() => None,
            Self::Switch => one_of(text, &[&word("no"), &word("yes")]),
            _ => None,
        }
    }
}

fn one_of(text: &str, known: &[&str]) -> Option<String> {
    (!known.contains(&text)).then(|| say!("values-one-known", known = known.join(", ")))
}

/// What is wrong with the text of a parameter, in a sentence.
pub fn problem(param: &Param, text: &str, case: &Case) -> Option<String> {
    if let Some(demand) = param.kind.demand(text) {
        let mut letters = demand.chars();
        return letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str()));
    }
    let failure = |failure: Failure| failure.to_string();
    match param.kind {
        ParamKind::Axis => axis::axis(case, text).err().map(failure),
        ParamKind::Voice if text != "none" => uncertain::voice(case, text).err().map(failure),
        ParamKind::Weights => uncertain::weights(text).err().map(failure),
        ParamKind::Scenarios(_) => {
            let known = scenarios::names(case);
            let mut wanted = words_of(text).filter(|name| !["all", "none"].contains(name));
            wanted.find(|name| !known.contains(name)).map(|name| failure(scenarios::unknown(name, &known)))
        }
        ParamKind::Candidate if !text.is_empty() && case.candidate_by_id(text).is_none() => {
            let near = did_you_mean(text, case.candidates.iter().map(|candidate| candidate.id.as_str()));
            let near = near.map_or_else(String::new, |near| say!("values-did-you-mean", near = near));
            Some(say!("values-case-has-no", text = text, near = near))
        }
        _ => None,
    }
}

/// What the text of a parameter says to people: names in place of ids.
pub fn told(param: &Param, text: &str, case: &Case) -> String {
    let all = |name: &dyn Fn(&str) -> String| words_of(text).map(name).collect::<Vec<_>>().join(", ");
    match param.kind {
        _ if text.is_empty() => param.shown(text),
        ParamKind::Axis => axis::axis(case, text).map_or_else(|_| text.to_owned(), |axis| axis.name),
        ParamKind::Candidate => case.candidate_by_id(text).map_or_else(|| text.to_owned(), |ix| case[ix].name.clone()),
        ParamKind::Scenarios(_) => all(&|id| match id {
            "all" => say!("values-all"),
            "none" => word(id),
            id => case.scenario_name(id),
        }),
        ParamKind::Voice => all(&|part| match part.split_once(':') {
            Some((id, range)) => {
                let name = case.ministry_by_id(id).map_or(id, |ix| case[ix].name.as_str());
                format!("{name} {range}")
            }
            None => word(part),
        }),
        ParamKind::CountOrAll(..) if text == "all" && param.value == "MONEY" => say!("values-any-amount"),
        ParamKind::CountOrAll(..) if text == "all" => say!("values-all"),
        ParamKind::Portfolio | ParamKind::CountOrAll(..) => word(text),
        _ => param.shown(text),
    }
}

/// What a text means that somebody typed for a parameter: a name stands for what it is the name of, and several scenarios have
/// commas between their names.
pub fn typed(param: &Param, text: &str, case: &Case) -> String {
    let all = suggestions(param, case);
    let meant = |text: &str| {
        let lower = text.to_lowercase();
        let is_said = |name: &str| !name.is_empty() && name.to_lowercase() == lower;
        let named = all.iter().find(|(word, name)| word != text && is_said(name));
        named.map_or_else(|| text.to_owned(), |(word, _)| word.clone())
    };
    let whole = meant(text.trim());
    if whole != text.trim() || !matches!(param.kind, ParamKind::Scenarios(_)) {
        return whole;
    }
    let parts: Vec<String> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(meant).collect();
    parts.join(" ")
}

/// What could complete the text of a parameter, each with what it means.
pub fn suggestions(param: &Param, case: &Case) -> Vec<(String, String)> {
    let plain = |words: Vec<String>| words.into_iter().map(|word| (word, String::new())).collect();
    let texts = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match param.kind {
        ParamKind::Switch => plain(vec![word("no"), word("yes")]),
        ParamKind::Axis => {
            let name = |text: String| (text.clone(), axis::axis(case, &text).map_or_else(|_| text, |axis| axis.name));
            axis::axis_names(case).into_iter().map(name).collect()
        }
        ParamKind::CountOrAll(..) => vec![("all".to_owned(), told(param, "all", case))],
        ParamKind::Weights => plain(texts(&["ranking"])),
        ParamKind::Voice => {
            let voices = case.ministries.iter().map(|it| (format!("{}:30-70", it.id), format!("{} 30-70", it.name)));
            std::iter::once(("none".to_owned(), word("none"))).chain(voices).collect()
        }
        ParamKind::Scenarios(none) => {
            let words: &[&str] = if none == NoScenario::Possible { &["all", "none"] } else { &["all"] };
            let said = |word: &&str| ((*word).to_owned(), told(param, word, case));
            let mut all: Vec<(String, String)> = words.iter().map(said).collect();
            let named = |id: &str| (id.to_owned(), case.scenario_name(id));
            all.extend(scenarios::names(case).into_iter().map(named));
            all
        }
        ParamKind::Candidate => {
            case.candidates.iter().map(|candidate| (candidate.id.clone(), candidate.name.clone())).collect()
        }
        ParamKind::Count(..) | ParamKind::Percent(_) | ParamKind::Whole | ParamKind::Portfolio | ParamKind::Own => {
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::analyse::AnalysisKind;

    #[test]
    fn yes_and_no_are_offered_and_understood_in_the_spoken_language() {
        let all = AnalysisKind::ALL.iter().flat_map(|kind| kind.spec().params);
        let switch = all.into_iter().find(|param| param.kind == ParamKind::Switch).unwrap();
        let told = || {
            let offered = suggestions(switch, &Case::default());
            assert!(offered.iter().all(|(text, _)| switch.kind.demand(text).is_none()), "{offered:?}");
            offered.into_iter().map(|(text, _)| text).chain([switch.shown("no")]).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(), "no yes no");
        assert_eq!(crate::messages::in_language("nl", told), "nee ja nee");
    }

    #[test]
    fn options_are_typed_as_they_are_told() {
        use crate::model::ScenarioChange;
        use crate::model::change::Change;
        let row = |id: &str, name: &str| ScenarioChange {
            scenario: id.to_owned(),
            name: name.to_owned(),
            change: Change::parse_setting("objective.risk=full").unwrap(),
            row: 0,
        };
        let case = Case { scenarios: vec![row("cut", "Minder geld"), row("late", "Alles later")], ..Case::default() };
        let params = AnalysisKind::ALL.iter().flat_map(|kind| kind.spec().params);
        let possible = |param: &&&Param| param.kind == ParamKind::Scenarios(NoScenario::Possible);
        let param = params.into_iter().find(|param| possible(&param)).unwrap();
        let read = |text: &str| typed(param, text, &case);
        crate::messages::in_language("nl", || {
            for (text, meant) in [
                ("geen", "none"),
                ("Alle", "all"),
                ("minder geld", "cut"),
                ("Alles later, Minder geld", "late cut"),
                ("cut late", "cut late"),
            ] {
                assert_eq!(read(text), meant, "{text}");
                let told = told(param, meant, &case);
                assert_eq!(read(&told), meant, "as it is told: {told}");
            }
        });
        assert_eq!(read("more money"), "more money", "what is nothing stays, and is refused");
    }

    #[test]
    fn what_is_declared_can_be_told_apart_and_its_presets_are_as_they_must_be() {
        let mut ids = BTreeSet::new();
        for spec in AnalysisKind::ALL.iter().map(|kind| kind.spec()) {
            assert!(ids.insert(spec.id), "{}", spec.id);
            assert!(
                spec.question().ends_with('.') && spec.params.iter().all(|param| spec.help_of(param).ends_with('.'))
            );
            let names: BTreeSet<&str> = spec.params.iter().map(|param| param.name).collect();
            assert_eq!(names.len(), spec.params.len(), "{}", spec.id);
            let case = Case::default();
            for asker in [Asker::CommandLine, Asker::Interface] {
                let values = Values::of(spec, (&case, asker), |_| None);
                for param in spec.params {
                    assert_eq!(problem(param, values.text(param.name), &case), None, "{} {}", spec.id, param.name);
                }
            }
        }
    }
}
