//! What the program makes of a list, said before anything is written.

use std::cell::Cell;
use std::collections::HashSet;

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::beside::{mapping, money_of, numbers, odd_decimals};
use super::build::{Built, Frame, build};
use super::columns::{ListColumn, by_planner, columns, find, find_name, leave_past};
use super::grid::{Grid, GridRow};
use super::head;
use super::items::items;
use super::meaning::meaning;
use super::numbers::kind_of;
use super::options::Options;
use super::role::{Role, When};
use super::rows::{LeftOut, Reason, Sorted, sort};
use super::settle::settle;
use super::told::{of_case, of_columns, of_rows, past, shortened};
use super::view::{Unseen, View};
use super::words::by_pattern;
use crate::messages::{list, word};
use crate::model::case::Case;
use crate::model::cell::{MOST_YEARS, Trouble};
use crate::model::compile::compile;
use crate::model::finding::{Finding, Level};
use crate::model::guess::suggest;
use crate::model::money::{Money, MoneyUnit};
use crate::model::visible::visible;
use crate::model::{DecimalMark, Workbook, Year};
use crate::say;
use crate::store::dialect;

/// The money of a year: in the list, and in the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The year.
    pub year: Year,
    /// What all rows of the list come to that hold amounts.
    pub list: Decimal,
    /// What of that is in rows that are left out, by the reason.
    pub left_out: LiteMap<Reason, Decimal>,
    /// What the candidates of the case cost.
    pub case: Decimal,
    /// How many cells begin like an amount and cannot be read, so that they are missing in the sum of the list.
    pub unknown: usize,
}

/// What the program makes of a list.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The title of the case.
    pub title: String,
    /// The name of the file.
    pub file: String,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// The rows that are no candidates, in the order of the list.
    pub left_out: Vec<LeftOut>,
    /// The money by year, in the unit of the case.
    pub sums: Vec<Sum>,
    /// The unit of the money, such as `million EUR`; empty where nothing says it.
    pub money: String,
    /// How many candidates the case has, and in how many domains.
    pub candidates: usize,
    /// How many domains.
    pub domains: usize,
    /// The first and the last year of the case.
    pub years: (Year, Year),
    /// Everything else that is worth knowing: full sentences.
    pub told: Vec<String>,
    /// What keeps it from being a case.
    pub wrong: Vec<Finding>,
    /// The case, where nothing keeps it from being one.
    pub case: Option<Workbook>,
    /// What would read the list just so next month.
    pub mapping: Options,
}

/// Cuts the text of a file into cells.
///
/// # Errors
/// Where there is no table in it at all, or a quote is never closed.
#[expect(clippy::result_large_err, reason = "a list is read once")]
pub fn read(file: &str, text: &str, options: &Options) -> Result<Grid, Finding> {
    // Of a table with countless columns some of the headings will do.
    let left = Cell::new(LOOKED_AT);
    let is_heading = |heading: &str| {
        left.set(left.get().saturating_sub(1));
        left.get() > 0 && role_of(heading, options).is_some()
    };
    Grid::of_text(file, text, &is_heading)
}

/// This many texts are looked at as headings to find out what stands between the cells.
const LOOKED_AT: usize = 50_000;
/// This many columns a list may have.
const MOST_COLUMNS: usize = 2_000;

/// What a heading is, by what the planner says and by its words.
fn role_of(heading: &str, options: &Options) -> Option<Role> {
    let one = [heading.to_owned()];
    let mapped = options.columns.iter().find(|(name, _)| !heading.is_empty() && find(&one, name).is_some());
    let by_year = || options.year_of.as_deref().and_then(|pattern| by_pattern(pattern, heading));
    let by_year = || by_year().map(|year| Role::Cost(When::Year(year), None));
    mapped.map(|(_, role)| role.clone()).or_else(by_year).or_else(|| meaning(heading).map(|it| it.role))
}

/// Finds out what a list says. `file` names it in what is wrong, and `title` the case.
pub fn understand(grid: &Grid, file: &str, title: &str, options: &Options) -> Understood {
    let mut made = Understood {
        title: title.to_owned(),
        file: file.to_owned(),
        told: grid.found.iter().map(told).collect(),
        mapping: options.clone(),
        ..Understood::default()
    };
    if let Err(wrong) = fill(&mut made, grid, options) {
        made.case = None;
        made.wrong = wrong;
    }
    made
}

/// A warning about the table, for the report.
fn told(finding: &Finding) -> String {
    if finding.level == Level::Note {
        return format!("{}: {}", finding.file, finding.message);
    }
    format!("{}: {}: {} {}", word("warning"), finding.file_and_line(), finding.message, finding.remedy)
}

fn fill(made: &mut Understood, grid: &Grid, options: &Options) -> Result<(), Vec<Finding>> {
    let file = made.file.clone();
    let whole = |trouble| vec![Finding::elsewhere(&file, (0, 0), "", Level::Error, trouble)];
    if grid.rows.iter().all(|row| row.filled().next().is_none()) {
        let message = say!("quick-file-file-empty", file = file);
        return Err(whole(Trouble::new("missing-file", message, say!("quick-write-header-such-candidate"))));
    }
    if grid.width() > MOST_COLUMNS {
        let message = say!("import-too-many-columns", count = grid.width(), most = MOST_COLUMNS);
        return Err(whole(Trouble::new("too-large", message, say!("import-save-fewer-columns"))));
    }
    let Some(head) = head::find(grid, &|heading| role_of(heading, options)) else {
        let names: Vec<String> = grid.rows[0].filled().take(20).map(|(_, cell)| shortened(cell)).collect();
        let message = say!("import-no-column-file", file = file, sheet = names.join(", "));
        return Err(whole(Trouble::new("missing-column", message, say!("import-begin-file-header-such"))));
    };
    let (above, rest) = grid.rows.split_at(head.rows.0);
    let (heads, rows) = rest.split_at(head.rows.1 - head.rows.0);
    if rows.iter().all(|row| row.filled().next().is_none()) {
        let message = say!("quick-file-file-has", file = file);
        return Err(whole(Trouble::new("missing-file", message, say!("quick-write-row-each"))));
    }
    let at_column = |columns: &[ListColumn], at: usize, trouble| {
        let column = columns.get(at).map_or("", |column| column.heading.as_str());
        Finding::elsewhere(&file, (grid.rows[head.main].line, 0), column, Level::Error, trouble)
    };
    let mut found = columns(&head.names, rows, options);
    let missing = by_planner(&mut found, options);
    let left = leave_past(&mut found);
    if !left.is_empty() {
        made.told.push(past(&left));
    }
    let (numbers, question) = numbers(grid, &head, rows, &found, options);
    made.told.extend(
        question.map(|trouble| {
            told(&Finding::elsewhere(&file, (grid.rows[head.main].line, 0), "", Level::Warning, trouble))
        }),
    );
    let figures =
        |row: &GridRow| found.iter().any(|it| kind_of(&it.role).is_some() && row.cell(it.at).contains(['.', ',']));
    if numbers.mark == DecimalMark::Comma && options.decimal.is_none() && rows.iter().any(figures) {
        let trouble = dialect::read_with(&[say!("dialect-decimal-commas")]);
        made.told.push(told(&Finding::elsewhere(&file, (0, 0), "", Level::Note, trouble)));
    }
    let wrong = settle(&mut found, rows, numbers, &mut made.told);
    find_name(&mut found, rows.len());
    made.columns.clone_from(&found);
    made.mapping = mapping(&found, options, numbers);
    let mut wrong: Vec<Finding> = wrong.into_iter().map(|(at, trouble)| at_column(&found, at, trouble)).collect();
    wrong.extend(missing.into_iter().map(|(name, headings)| {
        let finding = no_column(&name, &headings);
        Finding::elsewhere(&file, (grid.rows[head.main].line, 0), "", Level::Error, finding)
    }));
    if wrong.is_empty() && !found.iter().any(|column| column.role.is_cost()) {
        let names: Vec<String> =
            found.iter().filter(|it| !it.heading.is_empty()).map(|it| shortened(&it.heading)).collect();
        let message = say!("headings-no-column-called", names = names.join(", "));
        let remedy = say!("headings-call-column-costs-cost");
        wrong.push(at_column(&[], 0, Trouble::new("missing-column", message, remedy)));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let money = money_of(&found, above, options, &mut made.told);
    let view = View::new(&found, options, numbers, money.unit, (heads, rows));
    let view = view.map_err(|unseen| match unseen {
        Unseen::NoBaseYear(at) => {
            let heading = found.get(at).map_or("", |column| column.heading.as_str());
            let message = say!("import-no-base-year", heading = shortened(heading));
            vec![at_column(&found, at, Trouble::new("missing-column", message, say!("import-say-base-year")))]
        }
        Unseen::TwoOfOneYear(one, other) => {
            let (first, second) = (visible(&found[one].heading), visible(&found[other].heading));
            let why = say!("headings-both-hold-costs");
            let message = say!("headings-columns-visible-visible", first = first, second = second, why = why);
            let remedy = say!("headings-say-which", heading = second);
            vec![at_column(&found, other, Trouble::new("duplicate-column", message, remedy))]
        }
        Unseen::NoColumn(name) => {
            let headings: Vec<String> = found.iter().map(|column| column.heading.clone()).collect();
            whole(no_column(&name, &headings))
        }
    })?;
    odd_decimals(&mut made.told, &view, rows, options);
    made.told.extend(of_columns(&view, above.len()));
    let sorted = sort(rows, &view);
    made.left_out.clone_from(&sorted.left_out);
    let built = case(made, &view, rows, &sorted, &money, options).map_err(whole)?;
    let compiled = compile(&built.workbook);
    let mut errors = crate::check::check(&built.workbook, &compiled);
    errors.retain(|finding| finding.level == Level::Error);
    sums(made, &view, rows, &sorted, &compiled.case);
    made.told.extend(of_case(&built, options.budget.is_some()));
    if !errors.is_empty() {
        return Err(errors);
    }
    made.case = Some(built.workbook);
    Ok(())
}

/// A column that is not there, with the nearest that is.
fn no_column(name: &str, headings: &[String]) -> Trouble {
    let filled: Vec<&str> = headings.iter().map(String::as_str).filter(|heading| !heading.is_empty()).collect();
    let shown: Vec<String> = filled.iter().map(|heading| shortened(heading)).collect();
    let remedy = say!("import-columns-are", names = shown.join(", "));
    let message = say!("import-no-such-column", name = visible(name));
    Trouble::new("missing-column", message, suggest(name, filled, &remedy))
}

/// Makes the case of the rows that are candidates.
fn case(
    made: &mut Understood,
    view: &View<'_>,
    rows: &[GridRow],
    sorted: &Sorted,
    money: &Money,
    options: &Options,
) -> Result<Built, Trouble> {
    let no_amount = sorted.left_out.iter().filter(|out| matches!(out.reason, Reason::NoAmount | Reason::NotUnderstood));
    let no_amount: HashSet<usize> = no_amount.map(|out| out.line).collect();
    let without: Vec<&GridRow> = rows.iter().filter(|row| no_amount.contains(&row.line)).collect();
    let taken = items(&sorted.kept, &without, view);
    made.told.extend(of_rows(sorted, &taken));
    if taken.all.is_empty() {
        return Err(Trouble::new("missing-file", say!("import-no-row-left"), say!("import-look-at-columns")));
    }
    let currencies = view.currencies(&rows.iter());
    if currencies.len() > 1 {
        let all = currencies.iter().map(|(name, line)| say!("import-currency-on-line", currency = name, line = *line));
        let message = say!("import-several-currencies", currencies = list(&all.collect::<Vec<_>>()));
        return Err(Trouble::new("mixed-currency", message, say!("import-one-currency")));
    }
    let unit = money.unit.map_or("", |unit| if unit == MoneyUnit::One { "" } else { unit.name() });
    let currency = options.currency.as_deref().or(money.currency).unwrap_or_default();
    made.money = [unit, currency].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let (joint, others, general) = (say!("import-joint"), say!("import-others"), say!("import-general"));
    let last = taken.all.iter().flat_map(|item| item.costs.keys().copied().chain(item.start)).max();
    let years = last.map_or(1, |last| last.saturating_sub(view.first_year).saturating_add(1));
    if usize::try_from(years).is_ok_and(|years| years > MOST_YEARS) {
        let message = say!("import-too-many-years", first = view.first_year, last = last.unwrap_or(view.first_year));
        return Err(Trouble::new("out-of-range", message, say!("import-say-base-year")));
    }
    let built = build(
        &taken,
        &Frame {
            title: &made.title,
            currency,
            unit,
            first_year: view.first_year,
            budget: options.budget,
            columns: view.columns,
            joint: &joint,
            others: &others,
            general: &general,
        },
    );
    made.candidates = taken.all.len();
    made.domains = built.domains;
    made.years = (view.first_year, built.last_year);
    Ok(built)
}

/// The sums by year: of all rows, of those that are left out, and of the candidates as the case has them.
fn sums(made: &mut Understood, view: &View<'_>, rows: &[GridRow], sorted: &Sorted, case: &Case) {
    let mut sums: LiteMap<Year, Sum> = LiteMap::new();
    let mut of = |year: Year, add: &mut dyn FnMut(&mut Sum)| {
        let none = || Sum { year, list: Decimal::ZERO, left_out: LiteMap::new(), case: Decimal::ZERO, unknown: 0 };
        add(sums.entry(year).or_insert_with(none));
    };
    let plus = |sum: &mut Decimal, amount: Decimal| *sum = sum.checked_add(amount).unwrap_or(Decimal::MAX);
    for row in rows {
        for (year, amount) in view.amounts_by_year(row) {
            of(year, &mut |sum| plus(&mut sum.list, amount));
        }
    }
    for out in &sorted.left_out {
        for (year, amount) in &out.amounts {
            of(*year, &mut |sum| plus(sum.left_out.entry(out.reason).or_default(), *amount));
        }
    }
    let other = sorted.left_out.iter().filter(|out| !matches!(out.reason, Reason::NotUnderstood | Reason::NoAmount));
    let other: HashSet<usize> = other.map(|out| out.line).collect();
    for year in rows.iter().filter(|row| !other.contains(&row.line)).flat_map(|row| view.unread(row)) {
        of(year, &mut |sum| sum.unknown += 1);
    }
    for candidate in &case.candidates {
        for (year, cost) in (candidate.start_from..).zip(&candidate.costs) {
            of(year, &mut |sum| plus(&mut sum.case, *cost));
        }
    }
    made.sums = sums.into_tuple_vec().into_iter().map(|(_, sum)| sum).collect();
}
