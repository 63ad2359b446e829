//! Where the headings of a list stand: below titles, on one row or on several.

use super::grid::{Grid, GridRow};
use super::money::{is_money_word, said};
use super::role::{Role, When};
use super::words::{ministry_of, words_of};

/// This many rows from the top are looked at for the headings.
const LOOKED_AT: usize = 60;

/// The headings of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// The first row of headings, and the first row below them.
    pub(super) rows: (usize, usize),
    /// The row with most of them, by which they are known where they come again.
    pub(super) main: usize,
    /// The heading of each column; those that stand on several rows one after the other.
    pub(super) names: Vec<String>,
}

/// What a heading means.
pub(super) type MeaningOf<'a> = &'a dyn Fn(&str) -> Option<Role>;

/// Finds the headings: the first of the rows in which most cells are known as one.
pub(super) fn find(grid: &Grid, role_of: MeaningOf<'_>) -> Option<Head> {
    let known = |row: &GridRow| row.filled().filter(|(_, cell)| role_of(cell).is_some()).count();
    let scores: Vec<usize> = grid.rows.iter().take(LOOKED_AT).map(known).collect();
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    // Rows of a long list hold a year each, which would be known as a heading as well.
    let main = scores.iter().position(|score| *score == best)?;
    let width = grid.width();
    let row = |at: usize| (0..width).map(|column| joined(grid.rows[at].cell(column))).collect::<Vec<_>>();
    let mut names = row(main);
    let mut rows = (main, main + 1);
    while rows.1 < grid.rows.len() && is_sub(&grid.rows[rows.1], &names, role_of) {
        names = below(&names, &row(rows.1));
        rows.1 += 1;
    }
    while rows.0 > 0 && is_group(&grid.rows[rows.0 - 1], &names, role_of) {
        names = above(&row(rows.0 - 1), &names, role_of);
        rows.0 -= 1;
    }
    Some(Head { rows, main, names })
}

/// A heading on one line.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text only says a unit, such as `x € 1.000` or `mln`.
fn is_unit(text: &str) -> bool {
    let money = said(text);
    let words = words_of(text);
    let plain = words.iter().all(|word| is_money_word(word) || word == "1");
    ((money.unit.is_some() || money.currency.is_some()) && plain) || text.trim() == "%"
}

/// Whether a heading can only be told with the one above it: a year, or a word for costs.
fn is_open(role: Option<&Role>) -> bool {
    matches!(role, Some(Role::Cost(When::Year(_) | When::After(_) | When::Nth(_) | When::Unsaid, None)))
}

/// Whether the row below goes on with the headings: it holds nothing but years, units, ministries and words for costs.
fn is_sub(row: &GridRow, names: &[String], role_of: MeaningOf<'_>) -> bool {
    let goes_on = |cell: &str| is_unit(cell) || ministry_of(cell).is_some() || is_open(role_of(cell).as_ref());
    let filled: Vec<_> = row.filled().collect();
    // Where the row above is full, years would be the figures of a first row.
    let gaps = names.iter().filter(|name| name.is_empty()).count();
    let years =
        filled.iter().filter(|(_, cell)| !is_unit(cell) && cell.bytes().all(|byte| byte.is_ascii_digit())).count();
    let first = filled.first().is_some_and(|(at, _)| *at > 0);
    !filled.is_empty() && first && filled.iter().all(|(_, cell)| goes_on(cell)) && (years == 0 || gaps > 0)
}

/// Whether the row above begins the headings: most of it is known as what columns can have in common, and it is no title.
fn is_group(row: &GridRow, names: &[String], role_of: MeaningOf<'_>) -> bool {
    let filled: Vec<_> = row.filled().collect();
    let common = |cell: &str| ministry_of(cell).is_some() || is_unit(cell) || role_of(cell).is_some();
    let known = filled.iter().filter(|(_, cell)| common(cell)).count();
    let title = matches!(filled.as_slice(), [(0, _)]) && names.first().is_some_and(|name| !name.is_empty());
    !filled.is_empty() && !title && 2 * known >= filled.len() && known > 0
}

/// Headings with what stands below them. What stands above several, as in merged cells, belongs to each.
fn below(names: &[String], sub: &[String]) -> Vec<String> {
    let mut group = String::new();
    let both = |(name, sub): (&String, &String)| {
        if !name.is_empty() {
            group.clone_from(name);
        }
        match (name.is_empty(), sub.is_empty()) {
            (true, true) => String::new(),
            (true, false) => format!("{group} {sub}").trim().to_owned(),
            (false, true) => name.clone(),
            (false, false) => format!("{name} {sub}"),
        }
    };
    names.iter().zip(sub).map(both).collect()
}

/// Headings with what stands above them. A heading that is known by itself needs none, unless it could be of anything: a year.
fn above(group: &[String], names: &[String], role_of: MeaningOf<'_>) -> Vec<String> {
    let mut over = String::new();
    let both = |(group, name): (&String, &String)| {
        if !group.is_empty() {
            over.clone_from(group);
        }
        let role = role_of(name);
        if name.is_empty() {
            group.clone()
        } else if over.is_empty() || (role.is_some() && !is_open(role.as_ref())) {
            name.clone()
        } else {
            format!("{over} {name}")
        }
    };
    group.iter().zip(names).map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::super::meaning::meaning;
    use super::*;

    fn head(rows: &[&str]) -> Option<(usize, Vec<String>)> {
        let rows = rows.iter().map(|row| row.split(';').map(str::to_owned).collect());
        let head = find(&Grid::of_rows(rows, None), &|text| meaning(text).map(|it| it.role))?;
        Some((head.rows.1, head.names))
    }

    #[test]
    fn headings_are_found_below_titles_and_on_several_rows() {
        let names = |names: &str| names.split(';').map(str::to_owned).collect::<Vec<_>>();
        for (rows, first, expected) in [
            (vec!["Naam;Kosten", "a;5"], 1, "Naam;Kosten"),
            (vec!["Lijst 2027;", "bedragen x 1.000;", ";", "Naam;2027;2028", "a;5;6"], 4, "Naam;2027;2028"),
            (
                vec![";;Kosten;;Baten", "Project;Domein;2027;2028;punten", "a;b;1;2;3"],
                2,
                "Project;Domein;Kosten 2027;Kosten 2028;punten",
            ),
            (
                vec![";Kosten;;Baten;", "Project;2027;2028;2027;2028", "a;1;2;3;4"],
                2,
                "Project;Kosten 2027;Kosten 2028;Baten 2027;Baten 2028",
            ),
            (vec!["Project;Kosten;;Baten", ";2027;2028;", "a;1;2;3"], 2, "Project;Kosten 2027;Kosten 2028;Baten"),
            (
                vec![";Defensie;;EZ;", "Naam;2027;2028;2027;2028", "a;1;2;3;4"],
                2,
                "Naam;Defensie 2027;Defensie 2028;EZ 2027;EZ 2028",
            ),
            (vec!["Naam;2027;2028", ";x € 1.000;x € 1.000", "a;1;2"], 2, "Naam;2027 x € 1.000;2028 x € 1.000"),
            (vec!["naam;jaar;bedrag", "a;2027;5", "a;2028;6"], 1, "naam;jaar;bedrag"),
        ] {
            assert_eq!(head(&rows), Some((first, names(expected))), "{rows:?}");
        }
        assert_eq!(head(&["what;ever", "1;2"]), None);
    }
}
