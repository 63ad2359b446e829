//! What the screens show of a workbook: the typed case, its findings, and what is measured without a solver.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::user_portfolio::UserPortfolio;
use crate::check;
use crate::measure::{Evaluation, Measures, bill};
use crate::model::schema::TableId;
use crate::model::{Candidate, CandidateIx, Case, Finding, Level, Money, Place, Portfolio, ServiceIx, Workbook};

/// What is read from a workbook and an own portfolio. Made anew after each edit, in the background where it is large.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Which edit it was made after.
    pub generation: u64,
    /// The typed case.
    pub case: Arc<Case>,
    /// Rows that are wrong by themselves and were set aside: the case is without them.
    pub set_aside: Vec<(TableId, usize)>,
    /// The text without these rows, where there are any.
    aside: Option<Arc<Workbook>>,
    /// Everything that is wrong with it.
    pub findings: Vec<Finding>,
    /// The index of today, before any drift, 0-100; none while the case has errors.
    pub today: Option<Decimal>,
    /// What holds with nothing chosen; none while the case has errors.
    pub nothing: Option<Evaluation>,
    /// The own portfolio as the case understands it.
    pub own: Portfolio,
    /// What the own portfolio gives; none while the case has errors.
    pub own_evaluation: Option<Evaluation>,
    /// Public bill and reach of each candidate; while the case has errors the bills alone, of rows without one.
    pub worth: Vec<Worth>,
    /// The candidate of each row of its table, and the service of each row of its.
    candidates: Vec<Option<CandidateIx>>,
    services: Vec<Option<ServiceIx>>,
    marks: HashMap<(TableId, usize), Vec<(String, Level)>>,
}

/// What a candidate costs and how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worth {
    /// The whole public bill; none while its row has an error.
    pub bill: Option<Money>,
    /// Index points if power rose in proportion to control: `Σ weight_s × gain_s / 100 + points`, where `weight_s` is
    /// what full power in service `s` adds to the index.
    ///
    /// None while the case has errors.
    pub reach: Option<Decimal>,
}

impl Worth {
    /// Reach for each 100 of money; `None` if it costs nothing.
    pub fn value(self) -> Option<Decimal> {
        (self.reach? * Decimal::ONE_HUNDRED).checked_div(self.bill?)
    }
}

/// From this many rows on, reading goes to the background so that typing never waits.
const LARGE: usize = 4_000;

impl Snapshot {
    /// Whether a workbook is so large that reading it would be noticed.
    pub fn is_large(book: &Workbook) -> bool {
        book.sheets().iter().map(|sheet| sheet.rows.len()).sum::<usize>() > LARGE
    }

    /// Reads a workbook.
    pub fn new(generation: u64, book: &Workbook, own: &UserPortfolio) -> Self {
        let compiled = crate::model::compile::compile(book);
        let mut findings = check::check(book, &compiled);
        let mut case = compiled.case;
        let (mut set_aside, mut aside) = (Vec::new(), None);
        let found = if Finding::any_error(&findings) { check::set_aside(book, &findings) } else { None };
        if let Some(found) = found {
            (set_aside, case, findings, aside) = (found.rows, found.case, found.findings, Some(Arc::new(found.book)));
        }
        let sound = (!Finding::any_error(&findings) || aside.is_some()) && !case.ministries.is_empty();
        let portfolio = own.portfolio(&case);
        let (mut today, mut nothing, mut own_evaluation) = (None, None, None);
        let worth: Vec<Worth> = if sound {
            let measures = Measures::new(&case);
            today = Some(measures.index_today(&case));
            nothing = Some(measures.evaluate(&case, &Portfolio::default()));
            own_evaluation = Some(measures.evaluate(&case, &portfolio));
            case.candidate_ixs().map(|candidate| worth_of(&case, &measures, candidate)).collect()
        } else {
            bills_alone(&case, &findings)
        };
        let candidates = by_row(case.candidate_ixs().map(|candidate| (case[candidate].row, candidate)));
        let services = by_row(case.service_ixs().map(|service| (case[service].row, service)));
        let marks = marks(&findings);
        let case = Arc::new(case);
        Self {
            generation,
            case,
            set_aside,
            aside,
            findings,
            today,
            nothing,
            own: portfolio,
            own_evaluation,
            worth,
            candidates,
            services,
            marks,
        }
    }

    /// The candidate on a row of `candidates.csv`.
    pub fn candidate(&self, row: usize) -> Option<CandidateIx> {
        self.candidates.get(row).copied().flatten()
    }

    /// The service on a row of `services.csv`.
    pub fn service(&self, row: usize) -> Option<ServiceIx> {
        self.services.get(row).copied().flatten()
    }

    /// The worst finding about a cell.
    pub fn level(&self, table: TableId, row: usize, column: &str) -> Option<Level> {
        let marks = self.marks.get(&(table, row))?;
        marks.iter().filter(|(name, _)| name.is_empty() || name == column).map(|(_, level)| *level).min()
    }

    /// The findings about a cell.
    pub fn about<'a>(&'a self, table: TableId, row: usize, column: &'a str) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| match &finding.place {
            Place::Row(of, at) => (*of, *at) == (table, row),
            Place::Cell(of, at, name) => (*of, *at) == (table, row) && name == column,
            _ => false,
        })
    }

    /// Errors, warnings and notes.
    pub fn counts(&self) -> [usize; 3] {
        check::count(&self.findings)
    }

    /// How many errors stop everything: none where the rows that have them were set aside.
    pub fn stopping(&self) -> usize {
        if self.is_sound() { 0 } else { self.counts()[0] }
    }

    /// The text that the case was read from: `book` without the rows that were set aside.
    pub fn text<'a>(&'a self, book: &'a Workbook) -> &'a Workbook {
        self.aside.as_deref().unwrap_or(book)
    }

    /// Whether the case can be computed.
    pub fn is_sound(&self) -> bool {
        self.nothing.is_some()
    }
}

fn by_row<I: Copy>(rows: impl Iterator<Item = (usize, I)>) -> Vec<Option<I>> {
    let mut all = Vec::new();
    for (row, ix) in rows {
        if all.len() <= row {
            all.resize(row + 1, None);
        }
        all[row] = Some(ix);
    }
    all
}

fn worth_of(case: &Case, measures: &Measures, candidate: CandidateIx) -> Worth {
    let bill = measures.bill(candidate).iter().sum();
    let moved: Decimal =
        measures.moves(candidate).iter().map(|it| measures.weights.of_service(case, it.service) * it.gain).sum();
    Worth { bill: Some(bill), reach: Some(moved / Decimal::ONE_HUNDRED + case[candidate].points) }
}

/// A bill needs nothing but its own row, so that it stays where another row or table is wrong.
fn bills_alone(case: &Case, findings: &[Finding]) -> Vec<Worth> {
    let wrong: HashSet<usize> = findings
        .iter()
        .filter(|finding| finding.level == Level::Error)
        .filter_map(|finding| match finding.place {
            Place::Row(TableId::Candidates, row) | Place::Cell(TableId::Candidates, row, _) => Some(row),
            _ => None,
        })
        .collect();
    let bill =
        |candidate: &Candidate| (!wrong.contains(&candidate.row)).then(|| bill::total(&bill::public_bill(candidate)));
    case.candidates.iter().map(|candidate| Worth { bill: bill(candidate), reach: None }).collect()
}

fn marks(findings: &[Finding]) -> HashMap<(TableId, usize), Vec<(String, Level)>> {
    let mut marks: HashMap<_, Vec<_>> = HashMap::new();
    for finding in findings {
        let (table, row, column) = match &finding.place {
            Place::Row(table, row) => (*table, *row, String::new()),
            Place::Cell(table, row, column) => (*table, *row, column.clone()),
            _ => continue,
        };
        marks.entry((table, row)).or_default().push((column, finding.level));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::generate::{Shape, planning};

    /// A row that is being filled in empties nothing: the rest is measured as before, and what is wrong with it is still told.
    #[test]
    fn a_row_that_is_being_filled_in_is_set_aside() {
        let mut book = planning(6, 1, Shape::Ladder);
        let whole = Snapshot::new(0, &book, &UserPortfolio::default());
        let sheet = book.sheet_mut(TableId::Candidates);
        let row = sheet.rows.len();
        let mut cells = vec![String::new(); sheet.header.len()];
        cells[sheet.column("candidate").unwrap()] = "new".to_owned();
        sheet.rows.push(Arc::new(crate::model::Row::new(cells)));
        let found = Snapshot::new(1, &book, &UserPortfolio::default());
        assert!(found.is_sound() && found.stopping() == 0 && found.counts()[0] > 0);
        assert_eq!(found.set_aside, [(TableId::Candidates, row)]);
        assert_eq!((&found.case, found.today, found.candidate(row)), (&whole.case, whole.today, None));
        assert_eq!(found.level(TableId::Candidates, row, "domain"), Some(Level::Error));
        // What everything hangs on still stops.
        let amount = book.sheet(TableId::Budgets).column("amount").unwrap();
        book.sheet_mut(TableId::Budgets).set(0, amount, "much");
        let stopped = Snapshot::new(2, &book, &UserPortfolio::default());
        assert!(!stopped.is_sound() && stopped.stopping() > 0 && stopped.set_aside.is_empty());
    }
}
