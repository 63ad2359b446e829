//! The axes that a front of two aims can have, and their names, which the command line and the interface read.

use crate::messages::word;
use crate::say;
use rust_decimal::Decimal;

use super::related::Failure;
use crate::model::{Case, DomainIx, MinistryIx};
use crate::optimise::{Aim, Measure, Query, Side};

/// One axis of a front.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its name in reports.
    pub name: String,
    /// What is measured.
    pub measure: Measure,
    /// Which way is better.
    pub better: Better,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More.
    More,
    /// Less.
    Less,
}

impl Axis {
    pub(super) fn aim(&self) -> Aim {
        match self.better {
            Better::More => Aim::Highest(self.measure.clone()),
            Better::Less => Aim::Lowest(self.measure.clone()),
        }
    }

    /// `question` with this axis at least as good as `value`.
    pub(super) fn at_least(&self, question: Query, value: Decimal) -> Query {
        let side = if self.better == Better::More { Side::AtLeast } else { Side::AtMost };
        question.with(self.measure.clone(), side, value)
    }

    /// By how much `a` is better than `b`.
    pub fn better_by(&self, a: Decimal, b: Decimal) -> Decimal {
        if self.better == Better::More { a.saturating_sub(b) } else { b.saturating_sub(a) }
    }

    /// A value that is better by `by`.
    pub(super) fn plus(&self, value: Decimal, by: Decimal) -> Decimal {
        if self.better == Better::More { value.saturating_add(by) } else { value.saturating_sub(by) }
    }
}

/// The gain by one ministry's own weights.
pub fn own_axis(case: &Case, ministry: MinistryIx) -> Axis {
    Axis {
        name: say!("axis-gain-weights-ministry", ministry = case[ministry].name),
        measure: Measure::own_gain(case, ministry),
        better: Better::More,
    }
}

/// The names of all axes that a case has.
pub fn axis_names(case: &Case) -> Vec<String> {
    let plain = ["gain", "objective", "points", "cost", "risk-free"].map(str::to_owned);
    let own = case.ministries.iter().map(|ministry| format!("own:{}", ministry.id));
    let power = case.domains.iter().map(|domain| format!("power:{}", domain.id));
    plain.into_iter().chain(own).chain(power).collect()
}

/// An axis by name: `gain`, `objective`, `points`, `cost`, `risk-free`, `own:MINISTRY`, `power:DOMAIN`.
pub fn axis(case: &Case, name: &str) -> Result<Axis, Failure> {
    let more = |name: &str, measure| Axis { name: name.to_owned(), measure, better: Better::More };
    let unknown = |what: &str, known: Vec<&str>| {
        Failure::Asked(say!("axis-case-has-no", kind = word(what), name = name, known = known.join(", ")))
    };
    match name.split_once(':') {
        None => match name {
            "gain" => Ok(more(&word("gain"), Measure::gain(case))),
            "objective" => Ok(more(&word("objective"), Measure::Objective)),
            "points" => Ok(more(&word("points"), Measure::Points)),
            "risk-free" => Ok(more(&say!("axis-risk-free-gain"), Measure::risk_free_gain(case))),
            "cost" => Ok(Axis { name: word("cost"), measure: Measure::Cost, better: Better::Less }),
            _ => Err(Failure::Asked(say!(
                "axis-there-no-measure",
                name = name,
                measures = say!("axis-measures-gain-objective-points")
            ))),
        },
        Some(("own", id)) => case
            .ministry_by_id(id)
            .map(|ministry| own_axis(case, ministry))
            .ok_or_else(|| unknown("ministry", case.ministries.iter().map(|it| it.id.as_str()).collect())),
        Some(("power", id)) => {
            let domain = case.domains.iter().position(|domain| domain.id == id).map(DomainIx);
            let domain =
                domain.ok_or_else(|| unknown("domain", case.domains.iter().map(|it| it.id.as_str()).collect()))?;
            Ok(more(&say!("axis-rise-power-domain", domain = case[domain].name), Measure::domain_power(case, domain)))
        }
        Some((kind, _)) => Err(Failure::Asked(say!(
            "axis-there-no-measure-kind",
            kind = kind,
            measures = say!("axis-measures-gain-objective-points")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_words_are_answered_with_the_right_ones() {
        let case = Case::default();
        assert!(axis(&case, "gian").unwrap_err().to_string().contains("The measures are gain"));
        assert!(axis(&case, "own:nobody").unwrap_err().to_string().contains("no ministry `own:nobody`"));
    }
}
