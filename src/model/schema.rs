//! The one table of every file, column and setting of a case.
//!
//! Reading, checking, the forms of the terminal interface and the file reference in the documentation are all made
//! from [`TABLES`] and [`SETTINGS`]: a column that is not here does not exist for the program. What each means
//! stands in `messages`: `column-NAME` or `column-TABLE-NAME`, `table-NAME`, `setting-KEY`.

use super::event::Event;
use super::relation::RelationKind;
use crate::messages::{text_of, with_file_words};

/// What a cell of a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An id that names its row: `[a-z0-9][a-z0-9_-]*`.
    Id,
    /// Free text.
    Text,
    /// A decimal number between the bounds, both included.
    Number {
        /// Smallest value, if there is one.
        min: Option<i64>,
        /// Largest value, if there is one.
        max: Option<i64>,
    },
    /// A whole number between the bounds, both included.
    Whole {
        /// Smallest value.
        min: i64,
        /// Largest value.
        max: i64,
    },
    /// A calendar year.
    Year,
    /// A whole percent or a range of them: `40` or `20-60`.
    Share,
    /// One of a fixed list of words.
    Choice(&'static [&'static str]),
    /// A word from an open vocabulary: any id is allowed, these are the usual ones.
    Vocabulary(&'static [&'static str]),
    /// The id of a row of another table.
    Ref(TableId),
    /// Ids of rows of another table, separated by spaces.
    Refs(TableId),
    /// The id of a ministry of `case.toml`.
    Ministry,
    /// The id of a rung of `case.toml`.
    Rung,
    /// A holder of a service, as `holders.csv` names it.
    Holder,
    /// A level of classification of `case.toml`.
    Level,
    /// Money, or a percentage of all public spending written as `30%`.
    Amount,
    /// A value of a limit: an id of a domain or ministry, or a word of a vocabulary, as `scope` says.
    Scoped,
    /// A change of a scenario: `=v`, `+v`, `-v` or `*v`.
    Change,
}

/// The unit that a number is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// No unit.
    None,
    /// The money unit of the case, such as million EUR.
    Money,
    /// Percent, 0-100.
    Percent,
    /// Percentage points.
    Points,
    /// Years.
    Years,
    /// A calendar year.
    Year,
    /// A fraction, 0-1.
    Fraction,
    /// Points of the decision-power index, 0-100.
    Index,
}

/// How the name of a column is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// Exactly this name.
    Fixed(&'static str),
    /// The prefix followed by the id of a ministry, one column for each.
    PerMinistry(&'static str),
    /// The prefix followed by 1, 2, 3, …
    Numbered(&'static str),
    /// The prefix followed by the two letters of a language; what it holds is shown where that language is spoken.
    PerLanguage(&'static str),
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the header row.
    pub name: Name,
    /// What its cells hold.
    pub kind: Kind,
    /// The unit of its numbers.
    pub unit: Unit,
    /// Whether every row needs a value.
    pub required: bool,
    /// What an empty cell means, in words or as the value itself.
    pub default: &'static str,
}

/// A table of a case.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Which table.
    pub id: TableId,
    /// Its file in the case's folder.
    pub file: &'static str,
    /// Its name in `--set`, in scenarios and on screen: the file without `.csv`.
    pub name: &'static str,
    /// Whether a case needs the file.
    pub needed: bool,
    /// The columns that name a row; empty where rows go by their number.
    pub key: &'static [&'static str],
    /// Its columns, in the order in which a new file is written.
    pub columns: &'static [Column],
}

/// A setting of `case.toml`.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its dotted key; in arrays of tables the id stands for the position: `ministry.<id>.voice`.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The unit of its number.
    pub unit: Unit,
    /// Whether a case needs it.
    pub required: bool,
    /// What leaving it out means.
    pub default: &'static str,
}

/// The usual instruments of public investment.
pub const INSTRUMENTS: &[&str] = &[
    "equity_stake",
    "launching_customer",
    "grant",
    "infrastructure_build",
    "rd_programme",
    "protective_right",
    "standards_ecosystem",
    "consent_right",
    "first_refusal",
    "foundation_shares",
    GOLDEN_SHARE,
];

/// A share with special rights of the state in a company that is sold: courts have struck such shares down.
pub const GOLDEN_SHARE: &str = "golden_share";

/// The three pillars of the position paper on digital sovereignty.
pub const PILLARS: &[&str] = &["innovating_government", "cooperating_ecosystem", "economy_and_defence"];

const NON_NEGATIVE: Kind = Kind::Number { min: Some(0), max: None };
const ANY_NUMBER: Kind = Kind::Number { min: None, max: None };
const PERCENT: Kind = Kind::Number { min: Some(0), max: Some(100) };
const FRACTION: Kind = Kind::Number { min: Some(0), max: Some(1) };

const fn column(name: &'static str, kind: Kind, unit: Unit, default: &'static str) -> Column {
    Column { name: Name::Fixed(name), kind, unit, required: false, default }
}

const fn needed(name: &'static str, kind: Kind, unit: Unit) -> Column {
    Column { name: Name::Fixed(name), kind, unit, required: true, default: "" }
}

const fn per_ministry(prefix: &'static str, kind: Kind, unit: Unit, default: &'static str) -> Column {
    Column { name: Name::PerMinistry(prefix), ..column(prefix, kind, unit, default) }
}

const fn numbered(prefix: &'static str, kind: Kind, unit: Unit, default: &'static str) -> Column {
    Column { name: Name::Numbered(prefix), ..column(prefix, kind, unit, default) }
}

const NOTE: Column = column("note", Kind::Text, Unit::None, "");
const SOURCE: Column = column("source", Kind::Text, Unit::None, "");
const CLASSIFICATION: Column = column("classification", Kind::Level, Unit::None, "lowest");

/// Declares the tables in their order, as [`TableId`] and [`TABLES`].
macro_rules! tables {
    ($($id:ident $name:literal $needed:ident [$($key:literal),*] { $($columns:tt)* })+) => {
        /// A CSV table of a case. The order is the order in which findings are listed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum TableId {$(
            #[doc = concat!("`", $name, ".csv`")]
            $id,
        )+}

        /// Every table of a case.
        pub const TABLES: &[Table] = &[$(Table {
            id: TableId::$id,
            file: concat!($name, ".csv"),
            name: $name,
            needed: $needed,
            key: &[$($key),*],
            columns: &[$($columns)*],
        }),+];
    };
}

const NEEDED: bool = true;
const OPTIONAL: bool = false;

tables! {
    Domains "domains" NEEDED ["domain"] {
        needed("domain", Kind::Id, Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        per_ministry("weight_", NON_NEGATIVE, Unit::None, "0"),
        column("target", FRACTION, Unit::Fraction, "0.5"),
        column("floor", Kind::Rung, Unit::None, "none"),
        NOTE,
        SOURCE,
    }
    Services "services" NEEDED ["service"] {
        needed("service", Kind::Id, Unit::None),
        needed("domain", Kind::Ref(TableId::Domains), Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        column("weight", NON_NEGATIVE, Unit::None, "1"),
        column("control", PERCENT, Unit::Percent, "0"),
        column("drift", NON_NEGATIVE, Unit::Points, "0"),
        column("floor", Kind::Rung, Unit::None, "none"),
        column("power", Kind::Choice(&["ladder", "banzhaf", "shapley"]), Unit::None, "ladder"),
        column("quota", PERCENT, Unit::Percent, "50"),
        column("takeover_floor", NON_NEGATIVE, Unit::Money, "that of the case"),
        column("holder", Kind::Text, Unit::None, ""),
        column("jurisdiction", Kind::Text, Unit::None, ""),
        column("depends_on", Kind::Refs(TableId::Services), Unit::None, ""),
        CLASSIFICATION,
        NOTE,
        SOURCE,
    }
    Candidates "candidates" NEEDED ["candidate"] {
        needed("candidate", Kind::Id, Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        needed("domain", Kind::Ref(TableId::Domains), Unit::None),
        column("instrument", Kind::Vocabulary(INSTRUMENTS), Unit::None, ""),
        column("pillar", Kind::Vocabulary(PILLARS), Unit::None, ""),
        numbered("cost_", NON_NEGATIVE, Unit::Money, "0"),
        column("cofinance", PERCENT, Unit::Percent, "0"),
        per_ministry("share_", Kind::Share, Unit::Percent, "0-100"),
        column("start_from", Kind::Year, Unit::Year, "first_year"),
        column("start_to", Kind::Year, Unit::Year, "start_from"),
        column("lead_time", Kind::Whole { min: 1, max: 100 }, Unit::Years, "years to the last cost"),
        column("success", FRACTION, Unit::Fraction, "1"),
        column("points", ANY_NUMBER, Unit::Index, "0"),
        #[cfg(test)]
        column("overrun", NON_NEGATIVE, Unit::Percent, "0"),
        column("status", Kind::Choice(&["free", "locked_in", "locked_out"]), Unit::None, "free"),
        column("reason", Kind::Text, Unit::None, ""),
        Column { name: Name::PerLanguage("reason_"), ..column("reason_", Kind::Text, Unit::None, "the reason") },
        CLASSIFICATION,
        NOTE,
        SOURCE,
    }
    Effects "effects" NEEDED ["candidate", "service"] {
        needed("candidate", Kind::Ref(TableId::Candidates), Unit::None),
        needed("service", Kind::Ref(TableId::Services), Unit::None),
        column("control_gain", NON_NEGATIVE, Unit::Points, "0"),
        column("buys_from", Kind::Holder, Unit::None, "all others"),
        column("grants", Kind::Rung, Unit::None, "none"),
        column("prevents", Kind::Choice(Event::WORDS), Unit::None, "none"),
        column("lasts", Kind::Whole { min: 1, max: 100 }, Unit::Years, "for ever"),
        NOTE,
        SOURCE,
    }
    Budgets "budgets" NEEDED ["ministry", "year"] {
        needed("ministry", Kind::Ministry, Unit::None),
        needed("year", Kind::Year, Unit::Year),
        column("amount", NON_NEGATIVE, Unit::Money, "0"),
        NOTE,
        SOURCE,
    }
    Relations "relations" OPTIONAL [] {
        needed("kind", Kind::Choice(RelationKind::WORDS), Unit::None),
        needed("members", Kind::Refs(TableId::Candidates), Unit::None),
        column("count", Kind::Whole { min: 0, max: 1_000_000 }, Unit::None, ""),
        column("service", Kind::Ref(TableId::Services), Unit::None, ""),
        column("control_gain", NON_NEGATIVE, Unit::Points, "0"),
        NOTE,
        SOURCE,
    }
    Limits "limits" OPTIONAL [] {
        needed("scope", Kind::Choice(&["domain", "instrument", "pillar", "ministry"]), Unit::None),
        needed("value", Kind::Scoped, Unit::None),
        column("min", Kind::Amount, Unit::Money, "none"),
        column("max", Kind::Amount, Unit::Money, "none"),
        NOTE,
        SOURCE,
    }
    Holders "holders" OPTIONAL ["service", "holder"] {
        needed("service", Kind::Ref(TableId::Services), Unit::None),
        needed("holder", Kind::Id, Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        column("jurisdiction", Kind::Text, Unit::None, ""),
        column("stake", PERCENT, Unit::Percent, "0"),
        column("bloc", Kind::Choice(&["home"]), Unit::None, "none"),
        column("price", NON_NEGATIVE, Unit::Money, "none"),
        NOTE,
        SOURCE,
    }
    Owners "owners" OPTIONAL ["company", "owner"] {
        needed("company", Kind::Id, Unit::None),
        needed("owner", Kind::Id, Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        column("jurisdiction", Kind::Text, Unit::None, ""),
        column("stake", PERCENT, Unit::Percent, "0"),
        column("controls", Kind::Choice(&["yes"]), Unit::None, "none"),
        column("bloc", Kind::Choice(&["home"]), Unit::None, "none"),
        NOTE,
        SOURCE,
    }
    Scenarios "scenarios" OPTIONAL [] {
        needed("scenario", Kind::Id, Unit::None),
        column("name", Kind::Text, Unit::None, "the id"),
        Column { name: Name::PerLanguage("name_"), ..column("name_", Kind::Text, Unit::None, "the name") },
        needed("table", Kind::Text, Unit::None),
        column("id", Kind::Text, Unit::None, ""),
        needed("column", Kind::Text, Unit::None),
        needed("change", Kind::Change, Unit::None),
        NOTE,
        SOURCE,
    }
}

const fn setting(key: &'static str, kind: Kind, unit: Unit, default: &'static str) -> Setting {
    Setting { key, kind, unit, required: false, default }
}

const fn needed_setting(key: &'static str, kind: Kind, unit: Unit) -> Setting {
    Setting { key, kind, unit, required: true, default: "" }
}

/// Every setting of `case.toml`.
pub const SETTINGS: &[Setting] = &[
    needed_setting("format", Kind::Whole { min: 1, max: 1 }, Unit::None),
    setting("title", Kind::Text, Unit::None, "the folder's name"),
    setting("title_<language>", Kind::Text, Unit::None, "the title"),
    setting("currency", Kind::Text, Unit::None, "EUR"),
    setting("unit", Kind::Text, Unit::None, "million"),
    needed_setting("first_year", Kind::Year, Unit::Year),
    needed_setting("last_year", Kind::Year, Unit::Year),
    setting("jurisdiction", Kind::Text, Unit::None, ""),
    setting("objective.risk", Kind::Choice(&["expected", "full"]), Unit::None, "expected"),
    setting("objective.timing", Kind::Choice(&["final", "average"]), Unit::None, "final"),
    setting("objective.aggregate", Kind::Choice(&["weighted", "weakest"]), Unit::None, "weighted"),
    setting("require.domains_at_target", Kind::Whole { min: 0, max: 1_000_000 }, Unit::None, "0"),
    setting("require.takeover_floor", NON_NEGATIVE, Unit::Money, "none"),
    setting("classification.levels", Kind::Text, Unit::None, ""),
    needed_setting("ministry.<id>.id", Kind::Id, Unit::None),
    setting("ministry.<id>.name", Kind::Text, Unit::None, "the id"),
    setting("ministry.<id>.name_<language>", Kind::Text, Unit::None, "the name"),
    setting("ministry.<id>.voice", NON_NEGATIVE, Unit::None, "1"),
    setting("ministry.<id>.carry_over", FRACTION, Unit::Fraction, "0"),
    needed_setting("rung.<id>.id", Kind::Id, Unit::None),
    setting("rung.<id>.name", Kind::Text, Unit::None, "the id"),
    setting("rung.<id>.name_<language>", Kind::Text, Unit::None, "the name"),
    needed_setting("rung.<id>.at_least", PERCENT, Unit::Percent),
    needed_setting("rung.<id>.power", FRACTION, Unit::Fraction),
];

/// The table with this id.
pub const fn table(id: TableId) -> &'static Table {
    &TABLES[id as usize]
}

/// The table with this name (`candidates`), if there is one.
pub fn table_by_name(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl Table {
    /// What people call it.
    pub fn title(&self) -> String {
        text_of("label", "table", self.name, "")
    }

    /// What it holds, in one sentence.
    pub fn help(&self) -> String {
        text_of("table", "", self.name, "")
    }

    /// What a column of it means, in one sentence with the words of the files, for whoever reads or writes those.
    pub fn help_of(&self, column: &Column) -> String {
        with_file_words(&self.marked_help(column), str::to_owned)
    }

    /// What a column of it means, with marks around the words of the files.
    pub(super) fn marked_help(&self, column: &Column) -> String {
        match (self.id, column.name) {
            (TableId::Relations, Name::Fixed("kind")) => RelationKind::meanings(),
            (_, Name::Fixed(name)) => text_of("column", self.name, name, ""),
            (_, Name::PerMinistry(prefix)) => text_of("column", self.name, prefix, "ministry"),
            (_, Name::Numbered(prefix)) => text_of("column", self.name, prefix, "n"),
            (_, Name::PerLanguage(prefix)) => text_of("column", self.name, prefix, "language"),
        }
    }

    /// The column that a header cell names, if the schema knows it.
    ///
    /// A name made of a prefix and a ministry's id matches for every id: whether the ministry exists is a check.
    pub fn column(&self, header: &str) -> Option<&'static Column> {
        let columns: &'static [Column] = table(self.id).columns;
        columns.iter().find(|column| column.name.matches(header))
    }
}

impl Column {
    /// The names of its columns in a case with these ministries, with this many of those that are numbered.
    pub fn names<'a>(&self, ministries: impl Iterator<Item = &'a str>, numbered: usize) -> Vec<String> {
        match self.name {
            Name::Fixed(name) => vec![name.to_owned()],
            Name::PerMinistry(prefix) => ministries.map(|id| format!("{prefix}{id}")).collect(),
            Name::Numbered(prefix) => (1..=numbered).map(|number| format!("{prefix}{number}")).collect(),
            // A case has those that it needs.
            Name::PerLanguage(_) => Vec::new(),
        }
    }
}

impl Kind {
    /// Whether what a cell holds can be added to and multiplied.
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Number { .. } | Self::Whole { .. } | Self::Year | Self::Share | Self::Amount)
    }
}

impl Setting {
    /// Whether a key is this one, with an id in place of `<id>` and a language in place of `<language>`.
    pub fn fits(&self, key: &str) -> bool {
        let mut parts = key.split('.');
        let fits = |wanted: &str, part: &str| match wanted.strip_suffix("<language>") {
            Some(prefix) => part.strip_prefix(prefix).is_some_and(is_language),
            None => wanted == part || wanted == "<id>" && !part.is_empty(),
        };
        self.key.split('.').all(|wanted| parts.next().is_some_and(|part| fits(wanted, part))) && parts.next().is_none()
    }

    /// Whether a case has one for each language that its readers speak.
    pub fn is_per_language(&self) -> bool {
        self.key.ends_with("<language>")
    }

    /// What it means, in one sentence with the words of the files.
    pub fn help(&self) -> String {
        with_file_words(&self.marked_help(), str::to_owned)
    }

    /// What it means, with marks around the words of the files.
    pub(super) fn marked_help(&self) -> String {
        text_of("setting", "", self.key, "")
    }
}

impl Name {
    /// The name, or the prefix of all its names.
    pub const fn text(self) -> &'static str {
        match self {
            Name::Fixed(text) | Name::PerMinistry(text) | Name::Numbered(text) | Name::PerLanguage(text) => text,
        }
    }

    /// Whether a header cell is this name.
    pub fn matches(self, header: &str) -> bool {
        match self {
            Name::Fixed(name) => header == name,
            Name::PerMinistry(prefix) => header.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty()),
            Name::Numbered(prefix) => header.strip_prefix(prefix).is_some_and(|rest| {
                !rest.starts_with('0') && !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())
            }),
            Name::PerLanguage(prefix) => header.strip_prefix(prefix).is_some_and(is_language),
        }
    }
}

/// The setting that a dotted key names.
pub fn setting_by_key(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.fits(key))
}

/// Whether this is how a language is written: `nl`.
fn is_language(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase())
}
