//! What the columns of a table from elsewhere are, by how they are called.

use crate::model::cell::{to_id, year};
use crate::model::heading::{Columns, Why};
use crate::model::limits::LONGEST_NAME;
use crate::model::schema::{TableId, table};
use crate::model::visible::is_hidden;

/// What each column may be called elsewhere, in small letters and with underscores; the first match in a row of the
/// table wins.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("candidate", &["candidate", "id", "code", "key", "nr", "no", "number", "project_id", "projectcode"]),
    (
        "name",
        &["name", "project", "investment", "title", "project_name", "naam", "titel", "omschrijving", "description"],
    ),
    ("domain", &["domain", "area", "sector", "theme", "category", "domein", "thema", "categorie", "group"]),
    ("instrument", &["instrument", "type", "kind", "soort"]),
    ("pillar", &["pillar", "pijler"]),
    (
        "cost_1",
        &["cost", "costs", "price", "investment_cost", "capex", "budget", "amount", "kosten", "bedrag", "prijs"],
    ),
    ("points", &["points", "gain", "value", "benefit", "score", "npv", "return", "baten", "waarde", "opbrengst"]),
    ("success", &["success", "probability", "chance", "kans"]),
    ("cofinance", &["cofinance", "cofinancing", "cofinanciering"]),
    ("start_from", &["start_from", "start", "start_year", "startjaar", "earliest_start"]),
    ("start_to", &["start_to", "latest_start"]),
    ("lead_time", &["lead_time", "duration", "doorlooptijd"]),
    ("status", &["status"]),
    ("reason", &["reason", "reden"]),
    ("note", &["note", "notes", "remark", "comment", "opmerking", "toelichting"]),
    ("source", &["source", "bron"]),
];

/// The year that a column of costs is called by: `2027`, `FY2027`, `Kosten 2027`; of two years, as in `2028/29`, the first.
pub(super) fn year_of(header: &str) -> Option<i32> {
    const BEFORE: &[&str] =
        &["cost", "costs", "kosten", "bedrag", "amount", "budget", "begroting", "uitgaven", "y", "year", "jaar", "fy"];
    let whole = to_id(header);
    let word = whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_' || c == '-');
    let digits = whole.strip_prefix(word).filter(|_| word.is_empty() || BEFORE.contains(&word))?;
    let (first, second) = digits
        .trim_start_matches(['_', '-'])
        .split_once(['_', '-'])
        .map_or_else(|| (digits.trim_start_matches(['_', '-']), None), |(first, second)| (first, Some(second)));
    let first = year(first).ok().filter(|year| (1900..2200).contains(year))?;
    let next = (first + 1).to_string();
    let follows = second.is_none_or(|second| second.len() > 1 && next.ends_with(second));
    follows.then_some(first)
}

/// Whether a text names a row that adds up others.
pub(super) fn is_total(text: &str) -> bool {
    const TOTALS: &[&str] =
        &["total", "totals", "subtotal", "grand_total", "sum", "totaal", "subtotaal", "eindtotaal", "som"];
    TOTALS.contains(&to_id(text).as_str())
}

/// The column of the schema that a name from elsewhere most likely means. A unit in brackets is passed over.
pub(super) fn guess(header: &str) -> Option<&'static str> {
    if header.len() > LONGEST_NAME {
        return None;
    }
    let bare: String = header.chars().filter(|c| !is_hidden(*c)).collect();
    let plain = to_id(bare.split(['(', '[']).next().unwrap_or(""));
    let found = SYNONYMS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column);
    found.or_else(|| {
        let columns = Columns::of_table(table(TableId::Candidates), std::iter::empty());
        let meant = columns.meant(header, |_| false).filter(|meant| meant.why != Why::Letters)?;
        SYNONYMS.iter().map(|(column, _)| *column).find(|column| *column == meant.column)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_total, year_of};

    #[test]
    fn years_are_known_as_they_are_written_at_the_head_of_a_column() {
        for (heading, year) in [
            ("2027", Some(2027)),
            ("FY2027", Some(2027)),
            ("FY 2027", Some(2027)),
            ("2028/29", Some(2028)),
            ("2029-30", Some(2029)),
            ("2028/2029", Some(2028)),
            ("Kosten 2027", Some(2027)),
            ("cost_2028", Some(2028)),
            ("2028/31", None),
            ("2028/9", None),
            ("1.250", None),
            ("cost_1", None),
            ("project 2027", None),
        ] {
            assert_eq!(year_of(heading), year, "{heading}");
        }
    }

    #[test]
    fn a_row_of_totals_is_known_by_its_name() {
        assert!(is_total("Totaal") && is_total(" TOTAL: ") && is_total("Grand total"));
        assert!(!is_total("Total defence systems") && !is_total(""));
    }
}
