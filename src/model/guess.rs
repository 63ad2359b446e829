//! Which of the known names somebody may have meant.

use super::limits::LONGEST_NAME;
use crate::say;

/// The known name nearest to what was written, if one is near enough to be meant: about one wrong letter in three. Of
/// two names that are equally near, the first in the alphabet.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
    let written: Vec<char> = plain(written).chars().collect();
    let allowed = (written.len() / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for name in known.into_iter().filter(|name| name.len() <= LONGEST_NAME) {
        let characters: Vec<char> = plain(name).chars().collect();
        if characters.len().abs_diff(written.len()) > allowed || name.is_empty() {
            continue;
        }
        let distance = distance(&written, &characters);
        if distance <= allowed && best.is_none_or(|best| (distance, name) < best) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// A remedy that begins with the nearest name, where there is one.
pub(crate) fn suggest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match did_you_mean(written, known) {
        Some(name) => say!("guess-did-you-mean", name = name, otherwise = otherwise),
        None => otherwise.to_owned(),
    }
}

/// How many letters two texts differ in.
pub(crate) fn apart(one: &str, other: &str) -> usize {
    distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour (optimal string alignment).
fn distance(from: &[char], to: &[char]) -> usize {
    let mut second: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let replaced = above[column] + usize::from(letter != other);
            let mut fewest = replaced.min(above[column + 1] + 1).min(line[column] + 1);
            if row > 0 && column > 0 && from[row - 1] == *other && to[column - 1] == *letter {
                fewest = fewest.min(second[column - 1] + 1);
            }
            line.push(fewest);
        }
        second = std::mem::replace(&mut above, line);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn the_nearest_name_is_found_and_far_ones_are_not() {
        let known = ["cloud", "chips", "quantum"];
        assert_eq!(did_you_mean("clout", known), Some("cloud"));
        assert_eq!(did_you_mean("cihps", known), Some("chips"));
        assert_eq!(did_you_mean("Quantum", known), Some("quantum"));
        assert_eq!(did_you_mean("satellite", known), None);
        assert_eq!(did_you_mean("", known), None);
    }
}
