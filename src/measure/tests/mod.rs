//! Hand-computed answers: each test writes out the sum that it expects.

mod cap_table;
mod control;
mod dependence;
mod index;
mod money;
mod network_power;
mod ownership;
mod purchases;
mod rules;
mod story;
mod takeover;

use std::fmt::Write as _;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::{Evaluation, Rule, Verdict, evaluate};
use crate::model::compile::compile;
use crate::model::schema::table_by_name;
use crate::model::{Case, Finding, Pick, Portfolio, Row, Workbook, Year};

/// A case in short: the last year (the first is 2027), one table after the other, each headed by its name.
///
/// Without further words there is one ministry `a` with 1000 in each year, one domain `d` and no service.
struct Text {
    last_year: Year,
    settings: String,
    ministries: String,
    tables: Vec<(String, String)>,
}

fn text(last_year: Year) -> Text {
    let budgets: String = (2027..=last_year).fold("ministry,year,amount".to_owned(), |mut text, year| {
        let _ = write!(text, "\na,{year},1000");
        text
    });
    let empty = Text {
        last_year,
        settings: String::new(),
        ministries: "[[ministry]]\nid = \"a\"\nname = \"Ministry of A\"\n".to_owned(),
        tables: Vec::new(),
    };
    empty
        .with("domains", "domain,weight_a\nd,1")
        .with("services", "service,domain")
        .with("candidates", "candidate,domain")
        .with("effects", "candidate,service")
        .with("budgets", &budgets)
}

impl Text {
    /// Puts a table in place of the one there was; spaces around cells do not matter.
    fn with(mut self, table: &str, rows: &str) -> Self {
        self.tables.retain(|(name, _)| name != table);
        self.tables.push((table.to_owned(), rows.to_owned()));
        self
    }

    /// Adds settings other than ministries.
    fn set(mut self, settings: &str) -> Self {
        self.settings = format!("{}{settings}\n", self.settings);
        self
    }

    /// Puts other ministries in.
    fn ministries(mut self, ministries: &[(&str, &str)]) -> Self {
        self.ministries = ministries.iter().fold(String::new(), |mut text, (id, settings)| {
            let _ =
                writeln!(text, "[[ministry]]\nid = \"{id}\"\nname = \"Ministry of {}\"\n{settings}", id.to_uppercase());
            text
        });
        self
    }

    /// The case; a test whose case has errors fails.
    fn case(&self) -> Case {
        let (case, findings) = self.lenient();
        assert!(!Finding::any_error(&findings), "{findings:#?}");
        case
    }

    /// The case even with errors.
    fn lenient(&self) -> (Case, Vec<Finding>) {
        let head = format!("format = 1\nfirst_year = 2027\nlast_year = {}\n", self.last_year);
        let mut workbook = Workbook::new([head.as_str(), &self.settings, &self.ministries].join("\n"));
        for (name, rows) in &self.tables {
            let sheet = workbook.sheet_mut(table_by_name(name).unwrap().id);
            let mut lines = rows.lines().map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect());
            sheet.present = true;
            sheet.header = lines.next().unwrap();
            sheet.rows = lines.map(|cells| Row::new(cells).into()).collect();
        }
        let compiled = compile(&workbook);
        (compiled.case, compiled.findings)
    }
}

fn d(number: &str) -> Decimal {
    Decimal::from_str(number).unwrap()
}

fn ds(numbers: &str) -> Vec<Decimal> {
    numbers.split_whitespace().map(d).collect()
}

/// A portfolio in short: `c1 2027 60 40, c2 2028 100 0`.
fn portfolio(case: &Case, text: &str) -> Portfolio {
    let picks = text.split(',').map(str::trim).filter(|pick| !pick.is_empty()).map(|pick| {
        let mut words = pick.split_whitespace();
        Pick {
            candidate: case.candidate_by_id(words.next().unwrap()).unwrap(),
            start: words.next().unwrap().parse().unwrap(),
            shares: words.map(|share| share.parse().unwrap()).collect(),
        }
    });
    Portfolio::new(picks.collect())
}

fn measured(case: &Case, picks: &str) -> Evaluation {
    evaluate(case, &portfolio(case, picks))
}

fn verdict(evaluation: &Evaluation, rule: Rule) -> &Verdict {
    evaluation.verdicts.iter().find(|verdict| verdict.rule == rule).unwrap_or_else(|| panic!("no verdict on {rule:?}"))
}

/// The rules that are broken, with their slack.
fn broken(evaluation: &Evaluation) -> Vec<(Rule, Decimal)> {
    evaluation.broken().map(|verdict| (verdict.rule, verdict.slack)).collect()
}
