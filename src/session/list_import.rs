//! A list from elsewhere on its way to a case: what it is read as, what the planner changes of that, and what follows.

use std::path::PathBuf;

use rust_decimal::Decimal;

use crate::model::cell::{is_id, to_id};
use crate::model::{DecimalMark, Year};
use crate::say;
use crate::store::import::{Grid, MoneyUnit, Options, Role, Understood, read, understand};

/// A list on its way to a case.
#[derive(Debug, Clone)]
pub struct ListImport {
    /// The file.
    pub path: PathBuf,
    /// What the planner says of it.
    pub options: Options,
    /// What is made of it.
    pub made: Understood,
    /// The column under the cursor.
    pub line: usize,
    /// What the columns were read as before the planner said anything.
    first: Vec<Role>,
    source: ListSource,
}

/// What a list is read from.
#[derive(Debug, Clone)]
pub enum ListSource {
    /// The text of a file.
    Text(String),
    /// Cells that were read elsewhere, such as those of a sheet of a spreadsheet.
    Cells(Grid),
}

/// What a planner is asked about a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListQuestion {
    /// What the column under the cursor is.
    Role,
    /// The year that is `t`, and the first one where the list names none.
    BaseYear,
    /// The money over all years.
    Budget,
    /// The folder of the case.
    Folder,
}

impl ListQuestion {
    /// What is wrong with an answer.
    pub fn problem(self, text: &str) -> Option<String> {
        let text = text.trim();
        match self {
            Self::Role => Role::parse(text).err().map(|near| match near {
                Some(near) => say!("list-import-did-you-mean", near = near),
                None => say!("list-import-no-such-role"),
            }),
            Self::BaseYear => (!text.is_empty() && year(text).is_none()).then(|| say!("list-import-write-year")),
            Self::Budget => {
                (!text.is_empty() && budget(text).is_none()).then(|| say!("args-must-number-decimal-point"))
            }
            Self::Folder => (!is_id(text)).then(|| say!("new-case-folder-name-small")),
        }
    }
}

fn year(text: &str) -> Option<Year> {
    text.parse().ok().filter(|year| (1900..2200).contains(year))
}

fn budget(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok().filter(|budget| !budget.is_sign_negative())
}

impl ListImport {
    /// What is made of a list that the planner has said nothing of yet.
    pub fn new(path: PathBuf, source: ListSource) -> Self {
        let (options, made, first) = (Options::default(), Understood::default(), Vec::new());
        let mut list = Self { path, options, made, line: 0, first, source };
        list.look_again();
        list.first = list.made.columns.iter().map(|column| column.role.clone()).collect();
        list
    }

    /// Makes of the list what it is by what the planner says now.
    fn look_again(&mut self) {
        let file = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let title = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let cells = match &self.source {
            ListSource::Text(text) => read(&file, text, &self.options),
            ListSource::Cells(cells) => Ok(cells.clone()),
        };
        self.made = match cells {
            Ok(cells) => understand(&cells, &file, &title, &self.options),
            Err(wrong) => Understood { title, file, wrong: vec![wrong], ..Understood::default() },
        };
        self.go(0);
    }

    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.made.columns.len().saturating_sub(1));
    }

    /// Takes the column under the cursor for the next thing that it can be, or for the one before.
    pub fn turn(&mut self, by: isize) {
        let Some(column) = self.made.columns.get(self.line) else { return };
        let mut roles: Vec<Role> = self.first.get(self.line).cloned().into_iter().collect();
        roles.extend(Role::plain());
        roles.push(column.role.clone());
        let mut seen = std::collections::HashSet::new();
        roles.retain(|role| seen.insert(role.clone()));
        let at = roles.iter().position(|role| *role == column.role).unwrap_or(0);
        let next = (at + roles.len()).saturating_add_signed(by) % roles.len();
        self.take(roles[next].clone());
    }

    /// Takes the column under the cursor for something.
    pub fn take(&mut self, role: Role) {
        let Some(name) = self.name() else { return };
        self.options.columns.retain(|(other, _)| *other != name);
        self.options.columns.push((name, role));
        self.look_again();
    }

    /// What the column under the cursor is called, with its number where others are called so as well.
    fn name(&self) -> Option<String> {
        let heading = &self.made.columns.get(self.line)?.heading;
        let before = self.made.columns.iter().take(self.line).filter(|column| column.heading == *heading).count();
        let name = if before == 0 { heading.clone() } else { format!("{heading}#{}", before + 1) };
        Some(name).filter(|_| !heading.is_empty())
    }

    /// Reads the amounts in the next unit.
    pub fn next_unit(&mut self) {
        self.options.unit = match self.options.unit {
            None => Some(MoneyUnit::One),
            Some(MoneyUnit::One) => Some(MoneyUnit::Thousand),
            Some(MoneyUnit::Thousand) => Some(MoneyUnit::Million),
            Some(MoneyUnit::Million | MoneyUnit::Billion) => None,
        };
        self.look_again();
    }

    /// Reads the numbers with the other decimal mark.
    pub fn next_decimal(&mut self) {
        self.options.decimal = match self.options.decimal.or(self.made.mapping.decimal) {
            Some(DecimalMark::Comma) => Some(DecimalMark::Point),
            _ => Some(DecimalMark::Comma),
        };
        self.look_again();
    }

    /// The text that is proposed as an answer.
    pub fn proposed(&self, asked: ListQuestion) -> String {
        match asked {
            ListQuestion::Role => {
                self.made.columns.get(self.line).map_or_else(String::new, |column| column.role.token())
            }
            ListQuestion::BaseYear => self.options.base_year.map_or_else(String::new, |year| year.to_string()),
            ListQuestion::Budget => self.options.budget.map_or_else(String::new, |budget| budget.to_string()),
            ListQuestion::Folder => {
                self.path.file_stem().map(|stem| to_id(&stem.to_string_lossy())).unwrap_or_default()
            }
        }
    }

    /// Takes an answer that has no problem; that of the folder is for who makes it.
    pub fn answer(&mut self, asked: ListQuestion, text: &str) {
        let text = text.trim();
        match asked {
            ListQuestion::Role => {
                if let Ok(role) = Role::parse(text) {
                    self.take(role);
                }
                return;
            }
            ListQuestion::BaseYear => self.options.base_year = year(text),
            ListQuestion::Budget => self.options.budget = budget(text),
            ListQuestion::Folder => return,
        }
        self.look_again();
    }

    /// The names and texts of the files of the case, where the list makes one.
    pub fn files(&self) -> Option<Vec<(String, String)>> {
        self.made.case.as_ref().map(crate::store::files_of)
    }

    /// The file, for a heading.
    pub fn title(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_planner_says_is_looked_at_again_at_once() {
        let text = "ref;boe_amt;what\nx;5;Cable\ny;6;Cloud\n".to_owned();
        let mut list = ListImport::new("my list.csv".into(), ListSource::Text(text));
        assert!(list.files().is_none() && !list.made.wrong.is_empty());
        list.go(1);
        assert!(ListQuestion::Role.problem("csot").is_some());
        list.answer(ListQuestion::Role, "cost");
        assert_eq!(list.made.wrong, []);
        assert_eq!((list.made.candidates, list.made.sums[0].case), (2, Decimal::from(11)));
        list.turn(1);
        assert_ne!(list.made.columns[1].role.token(), "cost");
        list.turn(-1);
        assert_eq!(list.made.columns[1].role.token(), "cost");
        list.next_unit();
        list.next_unit();
        assert_eq!(list.made.money, "thousand");
        list.answer(ListQuestion::BaseYear, "2030");
        list.answer(ListQuestion::Budget, "7");
        assert_eq!(list.made.years, (2030, 2030));
        let files = list.files().unwrap();
        assert!(
            files.iter().any(|(name, text)| name == "budgets.csv" && text.ends_with("joint,2030,7\n")),
            "{files:?}"
        );
        assert_eq!(list.proposed(ListQuestion::Folder), "my_list");
        assert!(ListQuestion::Folder.problem("../x").is_some() && ListQuestion::BaseYear.problem("soon").is_some());
    }
}
