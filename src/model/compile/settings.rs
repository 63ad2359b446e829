//! Reads `case.toml`.

use crate::messages::{language, word};
use crate::say;
use rust_decimal::Decimal;

use crate::model::case::{Aggregate, CarryOver, Case, Ministry, Risk, Rung, Timing};
use crate::model::cell::{self, Trouble};
use crate::model::finding::{Findings, Place};
use crate::model::guess::suggest;
use crate::model::index::Year;
use crate::model::levels;
use crate::model::limits::{MOST_MINISTRIES, MOST_RUNGS, MOST_YEARS};
use crate::model::schema::Unit;
use crate::model::settings::{Group, Settings, Written};
use crate::model::too_many::TooMany;
use crate::model::workbook::Workbook;

struct Reader<'s, 'f> {
    settings: &'s Settings,
    findings: &'f mut Findings,
}

/// The case with all that `case.toml` says, and no row of any table yet; false where it cannot be read at all.
pub(super) fn read(workbook: &Workbook, findings: &mut Findings) -> (Case, bool) {
    let whole = Place::Setting(String::new());
    let nothing = || (Case { title: workbook.name.clone(), ..Case::default() }, false);
    if workbook.is_unread(&whole) {
        return nothing();
    }
    let settings = match Settings::parse(&workbook.settings) {
        Ok(settings) => settings,
        Err(_) if workbook.settings.trim().contains('\r') && !workbook.settings.contains('\n') => {
            findings.error("toml-syntax", whole, say!("settings-lines-case-toml"), say!("settings-save-plain-text"));
            return nothing();
        }
        Err(error) => {
            findings.error(
                "toml-syntax",
                whole,
                say!("settings-file-cannot-read", message = error.message),
                say!("settings-fix-line-until"),
            );
            return nothing();
        }
    };
    let mut reader = Reader { settings: &settings, findings };
    reader.format();
    let first_year = reader.year("first_year");
    let last_year = reader.year("last_year");
    let (first_year, last_year) = reader.horizon(first_year, last_year);
    let years = usize::try_from(last_year - first_year + 1).unwrap_or(1);
    let case = Case {
        title: reader.in_language("title").unwrap_or_else(|| workbook.name.clone()),
        currency: reader.text("currency").unwrap_or_else(|| "EUR".to_owned()),
        unit: reader.text("unit").unwrap_or_else(|| "million".to_owned()),
        jurisdiction: reader.text("jurisdiction").unwrap_or_default(),
        first_year,
        last_year,
        risk: if reader.word("objective.risk", &["expected", "full"]) == "full" { Risk::Full } else { Risk::Expected },
        timing: match reader.word("objective.timing", &["final", "average"]).as_str() {
            "average" => Timing::Average,
            _ => Timing::Final,
        },
        aggregate: match reader.word("objective.aggregate", &["weighted", "weakest"]).as_str() {
            "weakest" => Aggregate::Weakest,
            _ => Aggregate::Weighted,
        },
        domains_at_target: reader.whole("require.domains_at_target"),
        takeover_floor: reader.number("require.takeover_floor", Some(0), None, Unit::Money),
        levels: reader.levels(&workbook.settings),
        ministries: reader.ministries(years),
        rungs: reader.rungs(),
        ..Case::default()
    };
    (case, true)
}

impl<'s> Reader<'s, '_> {
    fn written(&self, key: &str) -> Option<Written> {
        self.settings.get(key).map(|entry| entry.written.clone())
    }

    fn trouble(&mut self, key: &str, trouble: Trouble) {
        self.findings.trouble(Place::Setting(key.to_owned()), trouble);
    }

    fn wrong(&mut self, key: &str, code: &'static str, what: String, fix: String) {
        self.trouble(key, Trouble::new(code, what, fix));
    }

    fn wrong_type(&mut self, key: &str, wanted: &str, written: &Written) {
        let (is, fix) = match written {
            Written::Text(text) => {
                (say!("settings-text-text", text = text), say!("settings-write-wanted-without", wanted = wanted))
            }
            Written::Number(number) => (
                say!("settings-number-number", number = number),
                say!("settings-write-wanted-quotes", wanted = wanted, number = number),
            ),
            Written::Other(what) => (word(what), say!("cell-write-range", range = wanted)),
        };
        self.wrong(key, "wrong-type", say!("settings-setting-key-not", key = key, value = is, wanted = wanted), fix);
    }

    fn missing(&mut self, key: &str) {
        self.wrong(
            key,
            "missing-setting",
            say!("settings-setting-key-missing", key = key),
            say!("settings-add-next", next = key.rsplit('.').next().unwrap_or(key)),
        );
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.written(key)? {
            Written::Text(text) => match cell::length(&text) {
                Ok(()) => Some(text),
                Err(trouble) => {
                    self.trouble(key, trouble);
                    None
                }
            },
            other => {
                self.wrong_type(key, &word("a text"), &other);
                None
            }
        }
    }

    fn word(&mut self, key: &str, words: &[&str]) -> String {
        let Some(text) = self.text(key) else { return String::new() };
        if words.contains(&text.as_str()) {
            return text;
        }
        let list = words.join(", ");
        let remedy = suggest(&text, words.iter().copied(), &say!("cell-write-one-list", list = list));
        self.wrong(key, "bad-word", say!("settings-setting-key-cannot", key = key, text = text), remedy);
        String::new()
    }

    /// The number as it is written: underscores and exponents, which TOML allows, are taken out.
    fn number(&mut self, key: &str, min: Option<i64>, max: Option<i64>, unit: Unit) -> Option<Decimal> {
        match self.written(key)? {
            Written::Number(written) => {
                let plain = written.replace('_', "");
                let full = Decimal::from_scientific(&plain).ok().filter(|_| plain.contains(['e', 'E']));
                let text = full.map_or(plain, |number| number.normalize().to_string());
                cell::number(&text, min, max, unit).map_err(|trouble| self.trouble(key, trouble)).ok()
            }
            other => {
                self.wrong_type(key, &word("a number"), &other);
                None
            }
        }
    }

    fn whole(&mut self, key: &str) -> usize {
        let Some(number) = self.number(key, Some(0), None, Unit::None) else { return 0 };
        match cell::whole(&number.to_string(), 0, cell::LARGEST_NUMBER) {
            Ok(whole) => usize::try_from(whole).unwrap_or(0),
            Err(trouble) => {
                self.trouble(key, trouble);
                0
            }
        }
    }

    fn levels(&mut self, text: &str) -> Vec<String> {
        levels::of(self.settings, text).unwrap_or_else(|| {
            self.wrong(levels::KEY, "wrong-type", say!("settings-levels-wrong"), say!("settings-levels-fix"));
            levels::usual()
        })
    }

    fn format(&mut self) {
        let key = "format";
        match self.number(key, None, None, Unit::None) {
            Some(number) if number == Decimal::ONE => {}
            Some(number) => self.wrong(
                key,
                "format-version",
                say!("settings-case-written-format", number = number),
                say!("settings-write-format-use"),
            ),
            None if self.settings.get(key).is_none() => self.missing(key),
            None => {}
        }
    }

    fn year(&mut self, key: &str) -> Option<Year> {
        let Some(written) = self.written(key) else {
            self.missing(key);
            return None;
        };
        match written {
            Written::Number(text) => cell::year(&text).map_err(|trouble| self.trouble(key, trouble)).ok(),
            other => {
                self.wrong_type(key, &word("a year"), &other);
                None
            }
        }
    }

    /// A horizon that can be computed with: not backwards, and not longer than all arithmetic is laid out for.
    fn horizon(&mut self, first: Option<Year>, last: Option<Year>) -> (Year, Year) {
        let (Some(first), Some(last)) = (first, last) else {
            let year = first.or(last).unwrap_or(2000);
            return (year, year);
        };
        let years = last - first + 1;
        if years < 1 {
            self.wrong(
                "last_year",
                "horizon-backwards",
                say!("settings-horizon-ends-last", last = last, first = first),
                say!("settings-let-last-year"),
            );
            return (first, first);
        }
        if usize::try_from(years).is_ok_and(|years| years > MOST_YEARS) {
            self.wrong(
                "last_year",
                "horizon-too-long",
                say!("settings-horizon-from-first", first = first, last = last, years = years, most_years = MOST_YEARS),
                say!("settings-let-last-year-earlier"),
            );
            return (first, first + 99);
        }
        (first, last)
    }

    /// The entries of an array of tables, as many as there may be; more are found too many.
    fn groups(&mut self, kind: &str, most: usize, too_many: TooMany) -> Vec<&'s Group> {
        let mut groups: Vec<&Group> = self.settings.groups(kind).collect();
        if let Some(first) = groups.get(most) {
            self.trouble(&first.key("id"), too_many.trouble());
            groups.truncate(most);
        }
        groups
    }

    /// The id of a ministry or rung; none for an entry that is left out.
    fn id(&mut self, kind: &str, group: &Group, seen: &[String]) -> Option<(String, String)> {
        let key = group.key("id");
        let Some(id) = self.text(&key) else {
            if self.settings.get(&key).is_none() {
                self.missing(&key);
            }
            return None;
        };
        let id = id.trim().to_owned();
        if id.is_empty() {
            self.missing(&key);
            return None;
        }
        if let Err(trouble) = cell::id(&id) {
            self.trouble(&key, trouble);
        }
        if seen.contains(&id) {
            self.wrong(
                &key,
                "duplicate-id",
                say!("settings-kind-id-stands", kind = kind, id = id),
                say!("settings-give-id-its"),
            );
            return None;
        }
        Some((id, format!("{kind}.{}", group.label)))
    }

    fn ministries(&mut self, years: usize) -> Vec<Ministry> {
        let mut ministries: Vec<Ministry> = Vec::new();
        let mut seen = Vec::new();
        for group in self.groups("ministry", MOST_MINISTRIES, TooMany::Ministries) {
            let Some((id, key)) = self.id("ministry", group, &seen) else { continue };
            seen.push(id.clone());
            ministries.push(Ministry {
                name: self.name(&key, &id),
                voice: self.number(&format!("{key}.voice"), Some(0), None, Unit::None).unwrap_or(Decimal::ONE),
                carry_over: self.carry_over(&format!("{key}.carry_over")),
                budget: vec![Decimal::ZERO; years],
                id,
            });
        }
        if ministries.is_empty() {
            self.findings.error(
                "no-ministry",
                Place::Setting(String::new()),
                say!("settings-case-has-no-ministry"),
                say!("settings-add-ministry-id"),
            );
        }
        ministries
    }

    fn name(&mut self, key: &str, id: &str) -> String {
        self.in_language(&format!("{key}.name")).unwrap_or_else(|| id.to_owned())
    }

    /// A text in the spoken language, or the general one; none where both are left out or empty.
    fn in_language(&mut self, key: &str) -> Option<String> {
        let own = format!("{key}_{}", language());
        let texts = [own.as_str(), key].map(|key| self.text(key).filter(|text| !text.trim().is_empty()));
        texts.into_iter().flatten().next()
    }

    fn carry_over(&mut self, key: &str) -> CarryOver {
        match self.written(key) {
            None => CarryOver::Fraction(Decimal::ZERO),
            Some(Written::Text(text)) if text == "all" => CarryOver::All,
            Some(Written::Number(_)) => {
                CarryOver::Fraction(self.number(key, Some(0), Some(1), Unit::Fraction).unwrap_or_default())
            }
            Some(_) => {
                self.wrong(
                    key,
                    "bad-carry-over",
                    say!("settings-setting-key-says", key = key),
                    say!("settings-write-fraction-from"),
                );
                CarryOver::Fraction(Decimal::ZERO)
            }
        }
    }

    fn rungs(&mut self) -> Vec<Rung> {
        let mut rungs: Vec<Rung> = Vec::new();
        let mut seen = Vec::new();
        for group in self.groups("rung", MOST_RUNGS, TooMany::Rungs) {
            let Some((id, key)) = self.id("rung", group, &seen) else { continue };
            seen.push(id.clone());
            rungs.push(Rung {
                name: self.name(&key, &id),
                at_least: self.needed(&format!("{key}.at_least"), 100, Unit::Percent),
                power: self.needed(&format!("{key}.power"), 1, Unit::Fraction),
                id,
            });
        }
        rungs
    }

    fn needed(&mut self, key: &str, max: i64, unit: Unit) -> Decimal {
        if self.settings.get(key).is_none() {
            self.missing(key);
        }
        self.number(key, Some(0), Some(max), unit).unwrap_or_default()
    }
}
