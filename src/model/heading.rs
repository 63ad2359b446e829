//! What the name of a column most likely means where it is not quite one that the program knows.
//!
//! A column that is passed over counts as empty, so a cost that is called `Cost_1` would make an investment free. Whatever
//! is nearly the name of a column, in its letters or by its meaning, is therefore never passed over in silence.

use super::cell::Trouble;
use super::limits::LONGEST_NAME;
use super::schema::{Kind, Name, Table};
use super::visible::{is_hidden, visible};
use crate::say;
use strsim::osa_distance;

/// A column that a name most likely means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// What the program calls it.
    pub column: String,
    /// Why it is taken for that.
    pub why: Why,
}

/// What a name has in common with that of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The same letters and digits: capitals, spaces, marks or characters that are not seen differ.
    Form,
    /// Another word for the same thing.
    Word,
    /// Nearly the same letters.
    Letters,
}

/// Other words for columns, in letters and digits alone.
const WORDS: &[(&str, &[&str])] = &[
    ("candidate", &["kandidaat", "kandidaten"]),
    ("name", &["naam"]),
    ("domain", &["domein"]),
    ("service", &["dienst"]),
    ("pillar", &["pijler"]),
    ("cost_", &["kosten", "kost", "costs", "price", "prijs", "bedrag", "amount", "uitgaven", "capex"]),
    ("cofinance", &["cofinanciering", "cofinancing"]),
    ("share_", &["aandeel", "shares"]),
    ("weight_", &["gewicht", "weights"]),
    ("start_from", &["start", "startyear", "startjaar"]),
    ("start", &["startyear", "startjaar", "year", "jaar"]),
    ("lead_time", &["doorlooptijd"]),
    ("lasts", &["duurt"]),
    ("buys_from", &["kooptvan"]),
    ("success", &["kans", "slagingskans", "slaagkans", "probability", "chance"]),
    ("points", &["punten", "gain", "baten", "opbrengst"]),
    ("reason", &["reden"]),
    ("classification", &["classificatie", "rubricering", "confidentiality", "vertrouwelijkheid"]),
    ("weight", &["gewicht"]),
    ("control", &["zeggenschap"]),
    ("control_gain", &["gain", "winst"]),
    ("floor", &["ondergrens"]),
    ("quota", &["quotum"]),
    ("target", &["doel", "streefwaarde"]),
    ("ministry", &["ministerie"]),
    ("year", &["jaar"]),
    ("amount", &["bedrag", "budget", "begroting"]),
    ("kind", &["soort"]),
    ("members", &["leden"]),
    ("count", &["aantal"]),
    ("value", &["waarde"]),
    ("min", &["minimum"]),
    ("max", &["maximum"]),
    ("holder", &["houder"]),
    ("stake", &["aandeel", "belang"]),
    ("owner", &["eigenaar"]),
    ("company", &["bedrijf", "vennootschap"]),
    ("price", &["prijs"]),
    ("table", &["tabel"]),
    ("column", &["kolom"]),
    ("change", &["wijziging"]),
];

/// The letters and digits of a name, small, without a unit in brackets.
pub fn plain(name: &str) -> String {
    let bare = name.split(['(', '[']).next().unwrap_or(name);
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric() && !is_hidden(*c)).flat_map(char::to_lowercase).collect()
    };
    Some(letters(bare)).filter(|plain| !plain.is_empty()).unwrap_or_else(|| letters(name))
}

/// The names that a file's columns can have.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Whole names.
    names: Vec<String>,
    /// A beginning with which a ministry's id makes a name.
    per_ministry: Vec<&'static str>,
    /// A beginning with which a number makes a name.
    numbered: Vec<&'static str>,
}

impl Columns {
    /// Those of a table of a case with these ministries.
    pub fn of_table<'a>(table: &Table, ministries: impl Iterator<Item = &'a str>) -> Self {
        let ministries: Vec<&str> = ministries.collect();
        let mut columns = Self::default();
        for column in table.columns {
            match column.name {
                Name::Fixed(name) => columns.names.push(name.to_owned()),
                Name::PerMinistry(prefix) => columns.for_each_ministry(prefix, ministries.iter().copied()),
                Name::Numbered(prefix) => columns.numbered.push(prefix),
                Name::PerLanguage(_) => {}
            }
        }
        columns
    }

    /// Those of a portfolio.
    pub fn of_portfolio<'a>(ministries: impl Iterator<Item = &'a str>) -> Self {
        let mut columns = Self { names: vec!["candidate".to_owned(), "start".to_owned()], ..Self::default() };
        columns.for_each_ministry("share_", ministries);
        columns
    }

    fn for_each_ministry<'a>(&mut self, prefix: &'static str, ministries: impl Iterator<Item = &'a str>) {
        self.names.extend(ministries.map(|id| format!("{prefix}{id}")));
        self.per_ministry.push(prefix);
    }

    /// The column that a name most likely means, if it is near enough to one; `free` says which may be meant by nearly
    /// the same letters. The name itself must not be that of a column.
    pub fn meant(&self, name: &str, free: impl Fn(&str) -> bool) -> Option<Meant> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let written = plain(name);
        let meant = |column: String, why| Some(Meant { column, why });
        if written.is_empty() {
            return None;
        }
        if let Some(known) = self.names.iter().find(|known| plain(known) == written) {
            return meant(known.clone(), Why::Form);
        }
        let counted = self.numbered.iter().find_map(|prefix| numbered(prefix, name, &written));
        if let Some((column, why)) = counted.filter(|(column, why)| *why != Why::Letters || free(column)) {
            return meant(column, why);
        }
        let by_word = |known: &&String| {
            words(known).contains(&written.as_str()) || self.ministry_by_word(known, &written, free(known))
        };
        if let Some(known) = self.names.iter().find(by_word) {
            return meant(known.clone(), Why::Word);
        }
        let near = self.names.iter().filter(|known| free(known));
        let near = near.filter_map(|known| Some((near_by(&written, &plain(known))?, known)));
        meant(near.min()?.1.clone(), Why::Letters)
    }

    /// Whether a name is another word for the part of a ministry; or that word alone, where the column is still free.
    fn ministry_by_word(&self, known: &str, written: &str, free: bool) -> bool {
        self.per_ministry.iter().any(|prefix| {
            let Some(id) = known.strip_prefix(prefix) else { return false };
            let stem = plain(prefix);
            let mut stems = words(prefix).iter().copied().chain([stem.as_str()]);
            stems.any(|word| {
                written.strip_prefix(word).is_some_and(|rest| (rest.is_empty() && free) || rest == plain(id))
            })
        })
    }
}

/// The other words for a column.
fn words(column: &str) -> &'static [&'static str] {
    WORDS.iter().find(|(known, _)| *known == column).map_or(&[], |(_, words)| words)
}

/// The numbered column that a name means: its word, or one for the same thing, perhaps with a number behind it.
fn numbered(prefix: &str, name: &str, written: &str) -> Option<(String, Why)> {
    let word = written.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = written.strip_prefix(word).unwrap_or_default();
    let stem = plain(prefix);
    let why = if word == stem {
        Why::Form
    } else if words(prefix).contains(&word) {
        Why::Word
    } else {
        near_by(word, &stem)?;
        Why::Letters
    };
    // A number that is none of a year after the start, as of a calendar year, tells nothing.
    let number = digits.parse::<usize>().ok().filter(|number| (1..=super::cell::MOST_YEARS).contains(number));
    let column = format!("{prefix}{}", number.unwrap_or(1));
    // What is called so already is right, or is found wrong when its number is read.
    (column != name).then_some((column, why))
}

/// How many letters two names differ in, where that is few enough for names of this length.
fn near_by(one: &str, other: &str) -> Option<usize> {
    let letters = |text: &str| text.chars().count();
    let (shorter, longer) = (letters(one).min(letters(other)), letters(one).max(letters(other)));
    let allowed = if longer < 7 { 1 } else { 2 };
    if shorter < 4 || longer - shorter > allowed {
        return None;
    }
    Some(osa_distance(one, other)).filter(|&apart| apart <= allowed)
}

/// What is wrong with a name of a column that the program does not know; `None` if it is a column of somebody's own.
///
/// A second column for the same thing is one too many, unless only its letters are near, or it is text for readers under
/// another word.
pub fn trouble(name: &str, header: &[String], columns: &Columns, table: Option<&Table>) -> Option<Trouble> {
    let taken = |column: &str| header.iter().any(|other| other == column);
    let Meant { column, why } = columns.meant(name, |column| !taken(column))?;
    let shown = visible(name);
    if taken(&column) {
        let is_text = || table.and_then(|table| table.column(&column)).is_some_and(|it| it.kind == Kind::Text);
        let double = why == Why::Form || (why == Why::Word && !is_text());
        return double.then(|| {
            Trouble::new(
                "duplicate-column",
                say!("heading-columns-column-shown", column = column, written = shown),
                say!("heading-delete-one-two"),
            )
        });
    }
    let what = match why {
        Why::Form => say!("heading-not-written"),
        Why::Word => say!("heading-most-likely-means"),
        Why::Letters => say!("heading-nearly-called"),
    };
    Some(Trouble::new(
        "near-miss-column",
        say!("heading-column-shown-what", written = shown, likeness = what, column = column),
        say!("heading-rename-column-header", column = column),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::{TableId, table};

    fn meant(id: TableId, name: &str) -> Option<String> {
        let columns = Columns::of_table(table(id), ["defence", "economic_affairs"].into_iter());
        columns.meant(name, |_| true).map(|meant| meant.column)
    }

    #[test]
    fn a_name_that_is_nearly_that_of_a_column_is_taken_for_it() {
        for (written, column) in [
            ("cost", "cost_1"),
            ("Cost_1", "cost_1"),
            ("kosten_1", "cost_1"),
            ("kosten 2", "cost_2"),
            ("cost 1", "cost_1"),
            ("cost-3", "cost_3"),
            ("cost_1\u{200b}", "cost_1"),
            ("co\u{ad}st_1", "cost_1"),
            ("\u{feff}cost_1", "cost_1"),
            ("cost_1 (million)", "cost_1"),
            ("cosst_1", "cost_1"),
            ("Uitgaven", "cost_1"),
            ("Share_defence", "share_defence"),
            ("share defence", "share_defence"),
            ("aandeel_economic_affairs", "share_economic_affairs"),
            ("share_defense", "share_defence"),
            ("Status", "status"),
            ("statsu", "status"),
            ("gain", "points"),
            ("start", "start_from"),
            ("kans", "success"),
        ] {
            assert_eq!(meant(TableId::Candidates, written).as_deref(), Some(column), "{written}");
        }
        assert_eq!(meant(TableId::Services, "Control").as_deref(), Some("control"));
        assert_eq!(meant(TableId::Services, "controll").as_deref(), Some("control"));
        assert_eq!(meant(TableId::Budgets, "bedrag").as_deref(), Some("amount"));
        assert_eq!(meant(TableId::Domains, "gewicht").as_deref(), Some("weight_defence"));
        assert_eq!(meant(TableId::Limits, "Maximum").as_deref(), Some("max"));
    }

    #[test]
    fn an_honest_column_of_somebody_s_own_is_none_of_ours() {
        for id in [TableId::Candidates, TableId::Services, TableId::Effects, TableId::Budgets, TableId::Domains] {
            for own in ["remark", "owner", "region", "contact", "label", "colour", "link", "priority", "asked_by", "id"]
            {
                assert_eq!(meant(id, own), None, "{id:?} {own}");
            }
        }
        for own in ["costs_of_others", "cost_centre", "score", "cast"] {
            let columns = Columns::of_table(table(TableId::Services), ["defence"].into_iter());
            assert_eq!(columns.meant(own, |_| true), None, "{own}");
        }
    }
}
