//! What a planner says of a list, once for the command line, the screen and the file that repeats it next month.

use rust_decimal::Decimal;
use toml_edit::{DocumentMut, Item, Table, Value};

use super::role::Role;
use crate::messages::list;
use crate::model::guess::suggest;
use crate::model::money::MoneyUnit;
use crate::model::settings::what_is_wrong;
use crate::model::visible::visible;
use crate::model::{DecimalMark, Year};
use crate::say;

/// What a planner says of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// What columns are, by their headings.
    pub columns: Vec<(String, Role)>,
    /// How headings name a year, with `{}` for the year.
    pub year_of: Option<String>,
    /// The year that is `t`, and the first one where the list names none.
    pub base_year: Option<Year>,
    /// The unit of its amounts.
    pub unit: Option<MoneyUnit>,
    /// The code of their currency.
    pub currency: Option<String>,
    /// The mark before their decimals.
    pub decimal: Option<DecimalMark>,
    /// Which rows count: a column, and the texts in it.
    pub only: Vec<(String, Vec<String>)>,
    /// The money over all years.
    pub budget: Option<Decimal>,
}

/// The keys of a mapping.
const KEYS: &[&str] = &["format", "year_of", "base_year", "unit", "currency", "decimal", "columns", "only"];

/// The marks of decimals by their names.
const DECIMALS: &[(&str, DecimalMark)] = &[("comma", DecimalMark::Comma), ("point", DecimalMark::Point)];

impl Options {
    /// Reads what `--map` says: a heading, `=`, and what its column is.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn map(text: &str) -> Result<(String, Role), String> {
        let Some((heading, role)) = text.rsplit_once('=').filter(|(heading, _)| !heading.trim().is_empty()) else {
            return Err(say!("mapping-heading-and-role", text = visible(text)));
        };
        Ok((heading.trim().to_owned(), role_of(role)?))
    }

    /// Reads what `--only` says: a heading, `=`, and the texts of the rows that count, with commas between them.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn only(text: &str) -> Result<(String, Vec<String>), String> {
        let Some((heading, texts)) = text.rsplit_once('=').filter(|(heading, _)| !heading.trim().is_empty()) else {
            return Err(say!("mapping-heading-and-texts", text = visible(text)));
        };
        Ok((heading.trim().to_owned(), texts.split(',').map(|text| text.trim().to_owned()).collect()))
    }

    /// What is said here, and what another says where nothing is.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        let named = |columns: &[(String, Role)], heading: &str| columns.iter().any(|(name, _)| name == heading);
        let more = other.columns.into_iter().filter(|(heading, _)| !named(&self.columns, heading));
        // What another column is now said to be, this one no longer is.
        let again = |role: &Role| self.columns.iter().any(|(_, other)| other == role);
        let more: Vec<_> =
            more.map(|(heading, role)| if again(&role) { (heading, Role::Keep) } else { (heading, role) }).collect();
        self.columns.extend(more);
        if self.only.is_empty() {
            self.only = other.only;
        }
        Self {
            year_of: self.year_of.or(other.year_of),
            base_year: self.base_year.or(other.base_year),
            unit: self.unit.or(other.unit),
            currency: self.currency.or(other.currency),
            decimal: self.decimal.or(other.decimal),
            budget: self.budget.or(other.budget),
            ..self
        }
    }

    /// Reads a mapping that was saved.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence with its remedy.
    pub fn of_toml(text: &str) -> Result<Self, String> {
        let whole: DocumentMut =
            text.parse().map_err(|error| say!("mapping-no-toml", error = what_is_wrong(text, &error)))?;
        if let Some((key, _)) = whole.iter().find(|(key, _)| !KEYS.contains(key)) {
            let remedy = suggest(key, KEYS.iter().copied(), &say!("mapping-keys", keys = list(KEYS)));
            return Err(both(&say!("mapping-unknown-key", key = visible(key)), &remedy));
        }
        let string = |key: &str| match whole.get(key) {
            None => Ok(None),
            Some(item) => item.as_str().map(|text| Some(text.to_owned())).ok_or_else(|| wrong_value(key, item)),
        };
        let one_of = |key: &str, names: Vec<&'static str>| match string(key)? {
            Some(text) if !names.contains(&text.as_str()) => {
                let remedy = say!("mapping-one-of", words = list(&names));
                let message = say!("mapping-wrong-value", key = key, value = visible(&text));
                Err(both(&message, &suggest(&text, names, &remedy)))
            }
            text => Ok(text),
        };
        let unit = one_of("unit", MoneyUnit::ALL.iter().map(|(name, _)| *name).collect())?;
        let decimal = one_of("decimal", DECIMALS.iter().map(|(name, _)| *name).collect())?;
        let base_year = whole.get("base_year").map(|item| {
            let year = item.as_integer().and_then(|year| Year::try_from(year).ok());
            year.filter(|year| (1900..2200).contains(year)).ok_or_else(|| wrong_value("base_year", item))
        });
        let mut options = Self {
            year_of: string("year_of")?,
            base_year: base_year.transpose()?,
            unit: MoneyUnit::ALL.iter().find(|(name, _)| Some(*name) == unit.as_deref()).map(|it| it.1),
            currency: string("currency")?,
            decimal: DECIMALS.iter().find(|(name, _)| Some(*name) == decimal.as_deref()).map(|it| it.1),
            ..Self::default()
        };
        for (heading, item) in entries(&whole, "columns")? {
            let role = item.as_str().ok_or_else(|| wrong_value(&heading, &item))?;
            options.columns.push((heading, role_of(role)?));
        }
        for (heading, item) in entries(&whole, "only")? {
            let texts = item.as_array().ok_or_else(|| wrong_value(&heading, &item))?;
            let texts = texts.iter().map(|text| text.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
            options.only.push((heading.clone(), texts.ok_or_else(|| wrong_value(&heading, &item))?));
        }
        Ok(options)
    }

    /// The mapping as a file.
    pub fn to_toml(&self) -> String {
        let mut whole = DocumentMut::new();
        let comment = say!("mapping-comment").lines().fold(String::new(), |all, line| all + "# " + line + "\n");
        whole.decor_mut().set_prefix(comment);
        let mut put = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                whole.insert(key, Item::Value(value));
            }
        };
        let name =
            |mark: DecimalMark| DECIMALS.iter().find(|(_, other)| *other == mark).map(|(name, _)| Value::from(*name));
        put("format", Some(Value::from(1)));
        put("year_of", self.year_of.as_deref().map(Value::from));
        put("base_year", self.base_year.map(|year| Value::from(i64::from(year))));
        put("unit", self.unit.map(|unit| Value::from(unit.name())));
        put("currency", self.currency.as_deref().map(Value::from));
        put("decimal", self.decimal.and_then(name));
        let mut columns = Table::new();
        for (heading, role) in &self.columns {
            columns.insert(heading, Item::Value(Value::from(role.token())));
        }
        whole.insert("columns", Item::Table(columns));
        if !self.only.is_empty() {
            let mut only = Table::new();
            for (heading, texts) in &self.only {
                only.insert(heading, Item::Value(texts.iter().map(String::as_str).collect()));
            }
            whole.insert("only", Item::Table(only));
        }
        whole.to_string()
    }
}

/// What is wrong, and what to do.
fn both(message: &str, remedy: &str) -> String {
    format!("{message} {remedy}")
}

/// The entries of a table of a mapping; none if it has no such table.
fn entries(whole: &DocumentMut, key: &str) -> Result<Vec<(String, Item)>, String> {
    let Some(item) = whole.get(key) else { return Ok(Vec::new()) };
    let table = item.as_table_like().ok_or_else(|| wrong_value(key, item))?;
    Ok(table.iter().map(|(name, item)| (name.to_owned(), item.clone())).collect())
}

fn wrong_value(key: &str, item: &Item) -> String {
    let value = item.to_string();
    say!("mapping-wrong-value", key = visible(key), value = visible(value.trim()))
}

/// The role of a word of a planner's.
fn role_of(text: &str) -> Result<Role, String> {
    Role::parse(text).map_err(|near| {
        let message = say!("mapping-unknown-role", text = visible(text));
        let all = say!("mapping-roles", words = list(&Role::words()));
        let remedy = match near {
            Some(near) => say!("guess-did-you-mean", name = near, otherwise = all),
            None => all,
        };
        both(&message, &remedy)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_read_back_as_it_is_written() {
        let options = Options {
            columns: vec![Options::map("boe_amt=cost_1").unwrap(), Options::map("a = b=name").unwrap()],
            year_of: Some("FY{}".to_owned()),
            base_year: Some(2027),
            unit: Some(MoneyUnit::Thousand),
            currency: Some("GBP".to_owned()),
            decimal: Some(DecimalMark::Comma),
            only: vec![Options::only("V/U/O=U,O").unwrap()],
            budget: None,
        };
        assert_eq!(options.columns[1].0, "a = b");
        let text = options.to_toml();
        assert_eq!(Options::of_toml(&text), Ok(options), "{text}");
    }

    #[test]
    fn what_is_wrong_with_a_mapping_is_said_with_the_nearest_word() {
        for (text, said) in [
            ("[column]\n", "columns"),
            ("unit = \"thousands\"\n", "thousand"),
            ("base_year = \"soon\"\n", "soon"),
            ("[columns]\nA = \"gian\"\n", "gain"),
            ("[columns]\nA = 3\n", "A"),
            ("columns = 3\n", "columns"),
            ("unit = \n", "TOML"),
            ("[only]\nA = \"x\"\n", "x"),
        ] {
            let wrong = Options::of_toml(text).unwrap_err();
            assert!(wrong.contains(said), "{text}: {wrong}");
        }
        assert!(Options::map("cost").is_err() && Options::map("=cost").is_err() && Options::only("U").is_err());
        assert!(Options::map("a=csot").unwrap_err().contains("cost"));
    }
}
