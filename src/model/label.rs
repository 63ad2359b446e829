//! What people call the columns of the tables and the settings; their names in the files are for files.

use super::Case;
use super::index::MinistryIx;
use super::schema::{Name, Table, setting_by_key};
use crate::messages::{by_id, text_of};
use crate::say;

impl Case {
    /// What people call a column of a table: its header, where it is somebody's own.
    pub fn label(&self, table: &Table, header: &str) -> String {
        let Some(column) = table.column(header) else { return header.to_owned() };
        let rest = header.strip_prefix(column.name.text()).unwrap_or_default();
        match column.name {
            Name::Fixed(name) => text_of("label", table.name, name, ""),
            Name::Numbered(_) => say!("label-cost-n", n = rest),
            Name::PerLanguage(prefix) => {
                let language = by_id(rest).map_or(rest, |language| language.name);
                if prefix == "reason_" {
                    say!("label-reason-language", language = language)
                } else {
                    say!("label-name-language", language = language)
                }
            }
            Name::PerMinistry(prefix) => {
                let name = self.ministry_by_id(rest).map_or(rest, |ministry| self.short_name(ministry));
                let ends = name.chars().last().map(String::from).unwrap_or_default();
                if prefix == "share_" {
                    say!("label-share-ministry", ministry = name, ends = ends)
                } else {
                    say!("label-weight-ministry", ministry = name, ends = ends)
                }
            }
        }
    }

    /// What people call a setting, with the name of the ministry or the rung that it is of.
    pub fn setting_label(&self, key: &str) -> String {
        let Some(setting) = setting_by_key(key) else { return key.to_owned() };
        let label = text_of("label", "setting", setting.key, "");
        let named = |id: &str| match key.split('.').next() {
            Some("ministry") => self.ministry_by_id(id).map(|it| self[it].name.clone()),
            _ => self.rungs.iter().find(|rung| rung.id == id).map(|rung| rung.name.clone()),
        };
        match key.split('.').nth(1).filter(|_| setting.key.contains("<id>")) {
            Some(id) => say!("edits-column-of-row", column = label, row = named(id).unwrap_or_else(|| id.to_owned())),
            None => label,
        }
    }

    /// The name of a ministry without the words with which the names of all of them begin: `Defence` beside `Economic
    /// Affairs`. Where there is little room, whole names would be cut to the same.
    pub fn short_name(&self, ministry: MinistryIx) -> &str {
        let name = self.ministries.get(ministry.0).map_or("", |it| it.name.as_str());
        beyond_shared(name, self.ministries.iter().map(|it| it.name.as_str()))
    }
}

/// A name of several without the words with which all of them begin; the name itself where there is no other.
pub fn beyond_shared<'a>(name: &'a str, all: impl Iterator<Item = &'a str>) -> &'a str {
    let all: Vec<&str> = all.filter(|other| *other != name).collect();
    let shared = |&at: &usize| all.iter().all(|it| it.len() > at && it.get(..at) == name.get(..at));
    let mut words = name.match_indices(' ').map(|(at, _)| at + 1).filter(|_| !all.is_empty());
    words.rfind(shared).and_then(|at| name.get(at..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use crate::messages::in_language;
    use crate::model::schema::{Name, SETTINGS, TABLES, TableId, table};
    use crate::model::{CarryOver, Case, Ministry};

    fn case(names: [&str; 2]) -> Case {
        let ids = ["defence", "economic_affairs"];
        let ministries = ids.iter().zip(names).map(|(id, name)| Ministry {
            id: (*id).to_owned(),
            name: name.to_owned(),
            voice: 1.into(),
            carry_over: CarryOver::Fraction(0.into()),
            budget: Vec::new(),
        });
        Case { ministries: ministries.collect(), ..Case::default() }
    }

    #[test]
    fn columns_have_labels_for_people() {
        let case = case(["Ministry of Defence", "Ministry of Economic Affairs"]);
        let label = |header: &str| case.label(table(TableId::Candidates), header);
        for (header, expected) in [
            ("share_defence", "Defence's share"),
            ("share_economic_affairs", "Economic Affairs' share"),
            ("start_from", "Earliest start"),
            ("lead_time", "Years until it works"),
            ("cost_2", "Cost year 2"),
            ("my_own", "my_own"),
        ] {
            assert_eq!(label(header), expected);
        }
        assert_eq!(case.setting_label("ministry.defence.voice"), "Voice of Ministry of Defence");
        in_language("nl", || assert_eq!(label("share_defence"), "Aandeel Defence"));
    }

    #[test]
    fn short_names_leave_out_what_all_share_and_never_everything() {
        let short = |names| {
            let case = case(names);
            [0, 1].map(|at| case.short_name(super::MinistryIx(at)).to_owned())
        };
        assert_eq!(short(["Ministry of Defence", "Ministry of Economic Affairs"]), ["Defence", "Economic Affairs"]);
        assert_eq!(short(["Defence", "Economic Affairs"]), ["Defence", "Economic Affairs"]);
        assert_eq!(short(["Ministry of", "Ministry of Defence"]), ["of", "of Defence"]);
    }

    /// A label is no name of a column: neither the column's own nor another word of the files.
    #[test]
    fn every_column_and_setting_has_a_label_of_its_own_in_every_language() {
        let case = case(["Ministry of Defence", "Ministry of Economic Affairs"]);
        for language in ["en", "nl"] {
            in_language(language, || {
                for of in TABLES {
                    let mut seen = std::collections::BTreeSet::new();
                    for column in of.columns {
                        let header = match column.name {
                            Name::Fixed(name) => name.to_owned(),
                            Name::PerMinistry(prefix) => format!("{prefix}defence"),
                            Name::Numbered(prefix) => format!("{prefix}1"),
                            Name::PerLanguage(prefix) => format!("{prefix}nl"),
                        };
                        let label = case.label(of, &header);
                        assert!(!label.is_empty() && !label.contains('_') && label != header, "{header}: {label}");
                        assert!(seen.insert(label.clone()), "{}: two columns are called {label}", of.name);
                    }
                }
                for setting in SETTINGS {
                    let label = case.setting_label(&setting.key.replace("<id>", "defence").replace("<language>", "nl"));
                    assert!(
                        !label.is_empty() && !label.contains('_') && label != setting.key,
                        "{}: {label}",
                        setting.key
                    );
                }
            });
        }
    }
}
