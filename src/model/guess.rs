//! Which of the known names somebody may have meant.

use super::limits::LONGEST_NAME;
use crate::say;
use strsim::osa_distance;

/// The known name nearest to what was written, if one is near enough to be meant: about one wrong letter in three. Of
/// two names that are equally near, the first in the alphabet.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(written, &mut known.into_iter())
}

fn nearest<'a>(written: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
    let written = plain(written);
    let length = written.chars().count();
    let allowed = (length / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for name in known.filter(|name| name.len() <= LONGEST_NAME) {
        let near = plain(name);
        if near.chars().count().abs_diff(length) > allowed || name.is_empty() {
            continue;
        }
        let distance = osa_distance(&written, &near);
        if distance <= allowed && best.is_none_or(|best| (distance, name) < best) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// A remedy that begins with the nearest name, where there is one.
pub fn suggest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match did_you_mean(written, known) {
        Some(name) => say!("guess-did-you-mean", name = name, otherwise = otherwise),
        None => otherwise.to_owned(),
    }
}

/// Whether a text names a row that adds up others.
pub fn is_total(text: &str) -> bool {
    const TOTALS: &[&str] = &[
        "total",
        "totals",
        "subtotal",
        "grand_total",
        "sum",
        "totaal",
        "subtotaal",
        "eindtotaal",
        "som",
        "summe",
        "gesamt",
        "gesamtsumme",
        "zwischensumme",
        "insgesamt",
        "total_général",
    ];
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    TOTALS.contains(&words.join("_").as_str())
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, is_total};

    #[test]
    fn the_nearest_name_is_found_and_far_ones_are_not() {
        let known = ["cloud", "chips", "quantum"];
        assert_eq!(did_you_mean("clout", known), Some("cloud"));
        assert_eq!(did_you_mean("cihps", known), Some("chips"));
        assert_eq!(did_you_mean("Quantum", known), Some("quantum"));
        assert_eq!(did_you_mean("satellite", known), None);
        assert_eq!(did_you_mean("", known), None);
    }

    #[test]
    fn a_row_of_totals_is_known_by_its_name() {
        assert!(is_total("Totaal") && is_total(" TOTAL: ") && is_total("Grand total"));
        assert!(!is_total("Total defence systems") && !is_total(""));
    }
}
