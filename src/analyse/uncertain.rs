//! What may be uncertain beside the numbers of candidates: the voice of a ministry, and the weights of domains.

use crate::say;
use rust_decimal::Decimal;

use super::related::Failure;
use crate::model::{Case, MinistryIx, Percent};

/// The range of a ministry's voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoiceRange {
    /// Whose.
    pub ministry: MinistryIx,
    /// Its least part, 0-1.
    pub low: Decimal,
    /// Its largest part, 0-1.
    pub high: Decimal,
}

/// How domain weights are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightDraw {
    /// Within this many percent of each.
    Percent(Percent),
    /// Any weights in the same order of rank, all equally likely: only the ranking is believed. Equal weights have no order.
    Ranking,
}

/// The range of a voice: a ministry and two percentages of all voices, such as `defence:30-70`.
pub fn voice(case: &Case, text: &str) -> Result<VoiceRange, Failure> {
    let wrong = || Failure::Asked(say!("uncertain-text-no-range", text = text));
    let (id, range) = text.split_once(':').ok_or_else(wrong)?;
    let (low, high) = range.split_once('-').ok_or_else(wrong)?;
    let ministry = case.ministry_by_id(id).ok_or_else(|| {
        let ids: Vec<&str> = case.ministries.iter().map(|ministry| ministry.id.as_str()).collect();
        Failure::Asked(say!("uncertain-case-has-no", id = id, known = ids.join(", ")))
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
    percent.map(WeightDraw::Percent).ok_or_else(|| Failure::Asked(say!("uncertain-text-no-percentage", text = text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_words_are_answered_with_the_right_ones() {
        assert!(voice(&Case::default(), "defence").unwrap_err().to_string().contains("defence:30-70"));
        assert!(weights("120").is_err() && weights("much").is_err());
        assert_eq!(weights("ranking").unwrap(), WeightDraw::Ranking);
    }
}
