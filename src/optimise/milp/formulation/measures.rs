//! Measures as sums over the columns of a statement, for questions with other aims and bounds.

use rust_decimal::Decimal;

use super::program::{Col, Program, Row, Tag, Terms, What, scale, tidy, times};
use super::{Statement, state_view};
use crate::measure::bill;
use crate::model::{Candidate, CandidateIx, Case, DomainIx};
use crate::optimise::query::Measure;

/// A measure as a sum and a constant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sum {
    /// The sum.
    pub terms: Terms,
    /// What is added to it.
    pub constant: Decimal,
}

/// Which way a measure is pushed by what asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Push {
    /// Upwards: a level of power that is not counted only harms the asker.
    Up,
    /// Downwards: every level that is held has to count.
    Down,
}

impl Statement<'_> {
    /// A measure as a sum over the columns; adds the columns and rows that it needs.
    pub(crate) fn measure(&mut self, measure: &Measure, push: Push) -> Sum {
        match measure {
            Measure::Objective => {
                if push == Push::Down {
                    let case = self.case.clone();
                    return self.objective_in(&case, push);
                }
                Sum { terms: self.program.worth.clone(), constant: self.program.worth_constant }
            }
            Measure::Gain(view) => self.gain_in(view, push),
            Measure::ObjectiveIn(view) => self.objective_in(view, push),
            Measure::Points => Sum { terms: self.points_of(self.case), constant: Decimal::ZERO },
            Measure::Cost => Sum { terms: tidy(self.program.bill.clone()), constant: Decimal::ZERO },
            Measure::Spending(domain) => Sum { terms: self.domain_spending(*domain), constant: Decimal::ZERO },
            Measure::Distance(from) => self.distance(from),
        }
    }

    fn objective_in(&mut self, view: &Case, push: Push) -> Sum {
        let mut sum = self.gain_in(view, push);
        sum.terms.extend(self.points_of(view));
        sum.terms = tidy(sum.terms);
        sum
    }

    /// The gain as another case sees it, on the plans of this one.
    fn gain_in(&mut self, view: &Case, push: Push) -> Sum {
        let mut view = view.clone();
        view.services.iter_mut().for_each(|service| (service.floor, service.takeover_floor) = (None, None));
        view.takeover_floor = None;
        view.domains_at_target = 0;
        view.domains.iter_mut().for_each(|domain| domain.floor = None);
        let own = (std::mem::take(&mut self.program.worth), self.program.worth_constant);
        self.program.worth_constant = Decimal::ZERO;
        let first = self.program.columns.len();
        let mut seen = state_view(&view, self.form, std::mem::take(&mut self.plans), std::mem::take(&mut self.program));
        seen.add_ladders(&mut || false);
        self.plans = seen.plans;
        self.program = seen.program;
        let alias = aliases(&self.program, first);
        let terms = std::mem::take(&mut self.program.worth);
        let terms = tidy(terms.into_iter().map(|(Col(column), factor)| (alias[column], factor)).collect());
        let sum = Sum { terms, constant: self.program.worth_constant };
        (self.program.worth, self.program.worth_constant) = own;
        if push == Push::Down {
            self.force_up(&sum.terms);
        }
        sum
    }

    /// Rows that make these level columns 1 wherever their level is held.
    fn force_up(&mut self, levels: &Terms) {
        for &(column, _) in levels {
            let What::Level { row } = self.program.columns[column.0].what else { continue };
            let allows = self.program.rows[row].clone();
            for &(item, _) in allows.terms.iter().filter(|&&(item, _)| item != column) {
                match self.program.columns[item.0].what {
                    What::Together { row, rows } => self.force_together(item, row..row + rows),
                    // A way to hold the level.
                    What::Level { .. } => self.force_up(&vec![(item, Decimal::ONE)]),
                    _ => {}
                }
            }
            let (held, least) = forced(&allows, column);
            self.program.at_most(Tag::Meaning, held, least);
        }
    }

    /// A synergy is in force when all of its members are: `z ≥ Σ members - (n - 1)`.
    pub(super) fn force_together(&mut self, together: Col, rows: std::ops::Range<usize>) {
        let members = Decimal::from(rows.len());
        let mut sum: Terms = vec![(together, Decimal::ONE)];
        for row in &self.program.rows[rows] {
            let others = row.terms.iter().filter(|&&(column, _)| column != together);
            sum.extend(others.map(|&(column, factor)| (column, -factor)));
        }
        self.program.at_least(Tag::Meaning, sum, Decimal::ONE - members);
    }

    /// The sum of a number for each candidate that is chosen.
    fn of_chosen(&self, number: impl Fn(CandidateIx) -> Decimal) -> Terms {
        let terms = self
            .case
            .candidate_ixs()
            .flat_map(|candidate| times(&self.chosen(candidate), number(candidate)).collect::<Terms>());
        tidy(terms.collect())
    }

    fn points_of(&self, view: &Case) -> Terms {
        self.of_chosen(|candidate| view[candidate].points)
    }

    fn domain_spending(&self, domain: DomainIx) -> Terms {
        let spent = |it: &Candidate| if it.domain == domain { bill::whole(it) } else { Decimal::ZERO };
        self.of_chosen(|candidate| spent(&self.case[candidate]))
    }

    fn distance(&self, from: &[CandidateIx]) -> Sum {
        let factor = |it| if from.contains(&it) { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
        Sum { terms: self.of_chosen(factor), constant: Decimal::from(from.len()) }
    }
}

/// For each column the one that it can be replaced with: new columns (from `first` on) that mean exactly what an
/// earlier one means stand for that one.
fn aliases(program: &Program, first: usize) -> Vec<Col> {
    let mut alias: Vec<Col> = (0..program.columns.len()).map(Col).collect();
    for at in first..program.columns.len() {
        let meaning = meaning(program, Col(at), &alias);
        let same = |other: usize| meaning.is_some() && self::meaning(program, Col(other), &alias) == meaning;
        if let Some(earlier) = (0..at).find(|&other| alias[other] == Col(other) && same(other)) {
            alias[at] = Col(earlier);
        }
    }
    alias
}

/// The rows that say what a level or a synergy is, without its own column.
fn meaning(program: &Program, column: Col, alias: &[Col]) -> Option<Vec<(Terms, Option<Decimal>)>> {
    let rows = match program.columns[column.0].what {
        What::Level { row } => row..row + 1,
        What::Together { row, rows } => row..row + rows,
        _ => return None,
    };
    let plain = |row: &Row| {
        let terms = row.terms.iter().filter(|&&(it, _)| it != column);
        (terms.map(|&(Col(it), factor)| (alias[it], factor)).collect::<Terms>(), row.lower)
    };
    let need = program.rows[rows.start].terms.iter().find(|&&(it, _)| it == column).map(|&(_, need)| need);
    let mut meaning: Vec<_> = program.rows[rows].iter().map(plain).collect();
    meaning.push((Terms::new(), need));
    Some(meaning)
}

/// From `Σ c z - need y ≥ 0` the row that forces `y` up: `Σ c z - (Σ c - need + δ) y ≤ need - δ`, where `δ` is the
/// least by which `Σ c z` can miss `need`.
fn forced(allows: &Row, level: Col) -> (Terms, Decimal) {
    let need = allows.terms.iter().find(|&&(column, _)| column == level).map_or(Decimal::ZERO, |&(_, need)| -need);
    let mut held: Terms = allows.terms.iter().filter(|&&(column, _)| column != level).copied().collect();
    let most: Decimal = held.iter().map(|&(_, factor)| factor).sum();
    let numbers: Vec<Decimal> = held.iter().map(|&(_, factor)| factor).chain([need]).collect();
    let scale = scale(numbers.iter().copied());
    let whole = numbers.iter().all(|&number| scale.of(number).fract().is_zero());
    let least = if whole { scale.unit() } else { need * Decimal::new(1, 6) };
    held.push((level, -(most - need + least).max(Decimal::ZERO)));
    (held, need - least)
}
