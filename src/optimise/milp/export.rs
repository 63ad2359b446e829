//! A case as a model file with readable names, so that anybody can check an answer with a solver of their own.
//!
//! The model is the one that is solved: the tightened form, with numbers as decimals, not scaled. Its optimum is the
//! objective of the case. LP files follow the format of CPLEX, MPS files the free format; both state a minimum where
//! a reader of MPS expects one: the objective's sign is turned there, and a comment says so.

use crate::say;
use std::collections::HashSet;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::formulation::program::{Col, Kind, Tag, Terms, What};
use super::formulation::{Form, Statement, state};
use super::mps::Model;
use super::{Direction, mps};
use crate::model::Case;

/// The model in the LP format.
pub fn lp(case: &Case) -> String {
    let statement = state(case, Form::Tight);
    let names = Names::new(case, &statement);
    let mut text = format!("\\ {}\n", plain(&case.title));
    let constant = statement.program.worth_constant;
    let _ =
        writeln!(text, "\\ The objective is gain and points, in index points. Constant part: {}", constant.normalize());
    text.push_str(&say!("export-maximize-objective-columns", columns = sum(&statement.program.worth, &names.columns)));
    if !constant.is_zero() {
        let _ = write!(text, " {} constant", signed(constant));
    }
    text.push_str(&say!("export-subject"));
    for (row, name) in statement.program.rows.iter().zip(&names.rows) {
        let sum = sum(&row.terms, &names.columns);
        let sum = if row.terms.is_empty() { " 0 zero".to_owned() } else { sum };
        match (row.lower, row.upper) {
            (Some(low), Some(high)) if low == high => {
                let _ = writeln!(text, " {name}:{sum} = {}", low.normalize());
            }
            (low, high) => {
                if let Some(low) = low {
                    let suffix = if high.is_some() { "_low" } else { "" };
                    let _ = writeln!(text, " {name}{suffix}:{sum} >= {}", low.normalize());
                }
                if let Some(high) = high {
                    let _ = writeln!(text, " {name}:{sum} <= {}", high.normalize());
                }
            }
        }
    }
    text.push_str("Bounds\n");
    for (column, name) in statement.program.columns.iter().zip(&names.columns) {
        let _ = writeln!(text, " 0 <= {name} <= {}", column.upper.normalize());
    }
    if !constant.is_zero() {
        text.push_str(" constant = 1\n");
    }
    if statement.program.rows.iter().any(|row| row.terms.is_empty()) {
        text.push_str(" zero = 0\n");
    }
    text.push_str("General\n");
    for (column, name) in statement.program.columns.iter().zip(&names.columns) {
        if column.kind == Kind::Whole {
            let _ = writeln!(text, " {name}");
        }
    }
    text.push_str("End\n");
    text
}

/// The model in the free MPS format; its objective is turned into a minimum.
pub fn mps(case: &Case) -> String {
    mps_of(case, Form::Tight)
}

/// The same for the model as one would write it by hand: the yardstick of the benchmarks.
pub fn natural_mps(case: &Case) -> String {
    mps_of(case, Form::Natural)
}

fn mps_of(case: &Case, form: Form) -> String {
    let statement = state(case, form);
    let names = Names::new(case, &statement);
    let program = &statement.program;
    let turned = say!("export-objective-gain-points");
    let model = Model {
        comments: &[plain(&case.title), turned],
        columns: &program.columns,
        rows: &program.rows,
        objective: &program.worth,
        constant: program.worth_constant,
        direction: Direction::Maximise,
    };
    mps::write(&model, &names.columns, &names.rows)
}

fn sum(terms: &Terms, names: &[String]) -> String {
    let mut text = String::new();
    for (at, &(Col(column), factor)) in terms.iter().enumerate() {
        // Lines of the LP format are short in old readers.
        let space = if at % 6 == 5 { "\n   " } else { " " };
        let _ = write!(text, "{space}{} {}", signed(factor), names[column]);
    }
    text
}

fn signed(factor: Decimal) -> String {
    let sign = if factor.is_sign_negative() { '-' } else { '+' };
    format!("{sign} {}", factor.abs().normalize())
}

fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Readable names that every reader takes: letters, digits and underscores, not twice the same.
struct Names {
    columns: Vec<String>,
    rows: Vec<String>,
}

impl Names {
    fn new(case: &Case, statement: &Statement) -> Self {
        let mut used = HashSet::new();
        let columns = statement.program.columns.iter().map(|column| unique(&column_name(case, column.what), &mut used));
        let columns = columns.collect();
        let mut used = HashSet::from(["objective".to_owned()]);
        let rows = statement.program.rows.iter().map(|row| unique(&row_name(case, &row.tag), &mut used));
        Self { columns, rows: rows.collect() }
    }
}

fn unique(name: &str, used: &mut HashSet<String>) -> String {
    let name: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).take(100).collect();
    let mut tried = name.clone();
    let mut number = 2;
    while !used.insert(tried.clone()) {
        tried = format!("{name}_{number}");
        number += 1;
    }
    tried
}

fn column_name(case: &Case, what: What) -> String {
    match what {
        What::Start { candidate, year } => format!("start_{}_{year}", case[candidate].id),
        What::Share { candidate, year, ministry } => {
            format!("share_{}_{year}_{}", case[candidate].id, case[ministry].id)
        }
        What::Carried { ministry, year } => format!("carried_{}_{year}", case[ministry].id),
        What::Level { .. } => "level".to_owned(),
        What::Together { .. } => "together".to_owned(),
        What::Within { .. } => "within".to_owned(),
        What::AtTarget { domain, .. } => format!("target_{}", case[domain].id),
        What::Least => "least".to_owned(),
    }
}

fn row_name(case: &Case, tag: &Tag) -> String {
    match tag {
        Tag::Meaning => "meaning".to_owned(),
        Tag::Tightening => "tightening".to_owned(),
        Tag::CutOff => "cut_off".to_owned(),
        Tag::Objective => "at_least".to_owned(),
        Tag::Rule(rule) => rule.ask(|it| it.stands(case)).0,
    }
}
