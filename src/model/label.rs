//! What people call the columns of the tables and the settings; their names in the files are for files.

use super::Case;
use super::index::MinistryIx;
use super::schema::{Column, Kind, Name, SETTINGS, Setting, TABLES, Table, setting_by_key};
use crate::messages::{by_id, term, text_of, with_file_words};
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

impl Table {
    /// What a column of it means to a planner: with what people call choices, columns and files, not with the words of the files.
    pub fn spoken_help(&self, column: &Column) -> String {
        with_file_words(&self.marked_help(column), |word| spoken(word, Some(self)))
    }
}

impl Setting {
    /// What it means to a planner: with what people call choices and files, not with the words of the files.
    pub fn spoken_help(&self) -> String {
        with_file_words(&self.marked_help(), |word| spoken(word, None))
    }
}

/// What people call a word of the files in a text of this table: a file by its title, a column or setting by its label, a choice as
/// it is said.
fn spoken(word: &str, of: Option<&Table>) -> String {
    // A column for a language, such as `name_nl`.
    if let Some(language) = word.split_once('_').and_then(|(_, language)| by_id(language)) {
        return language.name.to_owned();
    }
    let setting = SETTINGS.iter().find(|it| it.key == word || it.key.ends_with(&format!(".{word}")));
    let file = TABLES.iter().find(|it| it.file == word);
    let has_it = |table: &&Table| table.column(word).is_some();
    let column = of.filter(has_it).or_else(|| TABLES.iter().find(has_it));
    let said = match (file, column, setting) {
        _ if matches!(word, "case.toml" | "case") => say!("changes-settings"),
        _ if word == "\"all\"" => say!("settings-carry-all"),
        _ if is_choice(word) => term(word),
        (Some(file), ..) => file.title(),
        (None, Some(table), _) => Case::default().label(table, word),
        (None, None, Some(setting)) => Case::default().setting_label(setting.key),
        (None, None, None) => word.to_owned(),
    };
    format!("\"{said}\"")
}

/// Whether a word of the files is one of the choices of a column or a setting.
fn is_choice(word: &str) -> bool {
    let columns = TABLES.iter().flat_map(|it| it.columns).map(|it| it.kind);
    columns.chain(SETTINGS.iter().map(|it| it.kind)).any(|kind| match kind {
        Kind::Choice(words) | Kind::Vocabulary(words) => words.contains(&word),
        _ => false,
    })
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

    /// Whoever reads or writes files is told their words; whoever sits before the screen reads words of a language.
    #[test]
    fn no_help_for_people_has_a_word_of_the_files_in_it() {
        let is_of_files = |help: &str| {
            let parts = || help.split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '_' | '.' | '-'));
            let ends = |word: &str| [".csv", ".toml"].iter().any(|end| word.trim_end_matches('.').ends_with(end));
            parts().any(|word| word.contains('_') || ends(word)) || help.contains('`') || help.contains(['⟨', '⟩'])
        };
        for language in ["en", "nl"] {
            in_language(language, || {
                for table in TABLES {
                    for column in table.columns {
                        let (file, spoken) = (table.help_of(column), table.spoken_help(column));
                        assert!(!file.contains(['⟨', '⟩']), "{file}");
                        assert!(!is_of_files(&spoken), "{spoken}");
                    }
                }
                for setting in SETTINGS.iter().filter(|it| it.key != "classification.levels") {
                    assert!(!is_of_files(&setting.spoken_help()), "{}", setting.spoken_help());
                }
            });
        }
        let help = |id: TableId, name: &str| table(id).spoken_help(table(id).column(name).unwrap());
        let status = "\"free\": the optimiser may choose it; \"locked in\": it must; \"locked out\": it must not.";
        assert_eq!(help(TableId::Candidates, "status"), status);
        assert!(help(TableId::Effects, "buys_from").contains("what \"Control gained\" says, as \"Holders\" names it"));
        in_language("nl", || {
            assert!(help(TableId::Owners, "bloc").starts_with("\"het eigen land\" als"));
            assert!(help(TableId::Services, "power").contains("\"de Banzhaf-index\" of \"de Shapley-index\""));
        });
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
