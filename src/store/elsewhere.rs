//! What the columns of a table from elsewhere are, by how they are called.

use crate::model::cell::to_id;
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
    use super::is_total;

    #[test]
    fn a_row_of_totals_is_known_by_its_name() {
        assert!(is_total("Totaal") && is_total(" TOTAL: ") && is_total("Grand total"));
        assert!(!is_total("Total defence systems") && !is_total(""));
    }
}
