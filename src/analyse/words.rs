//! What analyses are asked in a few words: the axes of a front, the range of a voice, the names of scenarios.
//!
//! The command line and the terminal interface read the same words.

use rust_decimal::Decimal;

use super::Failure;
use super::pareto::{Axis, Better};
use super::robust::{VoiceRange, WeightDraw};
use crate::model::{Case, DomainIx, MinistryIx};
use crate::optimise::Measure;

/// The measures that an axis can be, in words.
const MEASURES: &str = "The measures are gain, objective, points, cost, risk-free, own:MINISTRY and power:DOMAIN.";

/// The gain by one ministry's own weights.
pub fn own_axis(case: &Case, ministry: MinistryIx) -> Axis {
    Axis {
        name: format!("gain by the weights of {}", case[ministry].name),
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
        Failure::Asked(format!("The case has no {what} `{name}`. It has {}.", known.join(", ")))
    };
    match name.split_once(':') {
        None => match name {
            "gain" => Ok(more("gain", Measure::gain(case))),
            "objective" => Ok(more("objective", Measure::Objective)),
            "points" => Ok(more("points", Measure::Points)),
            "risk-free" => Ok(more("risk-free gain", Measure::risk_free_gain(case))),
            "cost" => Ok(Axis { name: "cost".to_owned(), measure: Measure::Cost, better: Better::Less }),
            _ => Err(Failure::Asked(format!("There is no measure `{name}`. {MEASURES}"))),
        },
        Some(("own", id)) => case
            .ministry_by_id(id)
            .map(|ministry| own_axis(case, ministry))
            .ok_or_else(|| unknown("ministry", case.ministries.iter().map(|it| it.id.as_str()).collect())),
        Some(("power", id)) => {
            let domain = case.domains.iter().position(|domain| domain.id == id).map(DomainIx);
            let domain =
                domain.ok_or_else(|| unknown("domain", case.domains.iter().map(|it| it.id.as_str()).collect()))?;
            Ok(more(&format!("rise of power in {}", case[domain].name), Measure::domain_power(case, domain)))
        }
        Some((kind, _)) => Err(Failure::Asked(format!("There is no measure of the kind `{kind}`. {MEASURES}"))),
    }
}

/// The range of a voice: a ministry and two percentages of all voices, such as `defence:30-70`.
pub fn voice(case: &Case, text: &str) -> Result<VoiceRange, Failure> {
    let wrong = || {
        Failure::Asked(format!(
            "`{text}` is no range of a voice; write a ministry and two percentages, such as defence:30-70."
        ))
    };
    let (id, range) = text.split_once(':').ok_or_else(wrong)?;
    let (low, high) = range.split_once('-').ok_or_else(wrong)?;
    let ministry = case.ministry_by_id(id).ok_or_else(|| {
        let ids: Vec<&str> = case.ministries.iter().map(|ministry| ministry.id.as_str()).collect();
        Failure::Asked(format!("The case has no ministry `{id}`. It has {}.", ids.join(", ")))
    })?;
    let part = |text: &str| {
        let percent = text.trim().parse::<Decimal>().ok().filter(|percent| !percent.is_sign_negative());
        percent.map(|percent| percent / Decimal::ONE_HUNDRED).ok_or_else(wrong)
    };
    let (low, high) = (part(low)?, part(high)?);
    if low >= high || high > Decimal::ONE {
        return Err(wrong());
    }
    Ok(VoiceRange { ministry, low, high })
}

/// How domain weights are drawn: a percentage up to 100, or `ranking`.
pub fn weights(text: &str) -> Result<WeightDraw, Failure> {
    if text == "ranking" {
        return Ok(WeightDraw::Ranking);
    }
    let percent = text.trim().parse::<Decimal>().ok();
    let percent = percent.filter(|percent| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent));
    percent
        .map(WeightDraw::Percent)
        .ok_or_else(|| Failure::Asked(format!("`{text}` is no percentage from 0 to 100; write one, or `ranking`.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_words_are_answered_with_the_right_ones() {
        let case = Case::default();
        assert!(axis(&case, "gian").unwrap_err().to_string().contains("The measures are gain"));
        assert!(axis(&case, "own:nobody").unwrap_err().to_string().contains("no ministry `own:nobody`"));
        assert!(voice(&case, "defence").unwrap_err().to_string().contains("defence:30-70"));
        assert!(weights("120").is_err() && weights("much").is_err());
        assert_eq!(weights("ranking").unwrap(), WeightDraw::Ranking);
    }
}
