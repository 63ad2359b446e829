//! A case as the engine sees it: candidates with plans, services with steps of reward, and linking rows in integers.
//!
//! Everything is kept twice: exactly, as integers in units so small that no digit is lost, and as floating point for the
//! search. A portfolio counts only if the integers say that it keeps every row ([`plan`]).

pub(super) mod build;
mod demands;
pub(super) mod domains;
pub(super) mod exact;
pub(super) mod least;
pub(super) mod no_goods;
pub(super) mod plan;
pub(super) mod portfolio;
pub(super) mod rows;
pub(super) mod services;
pub(super) mod settled;

use crate::measure::purchases::Bought;
use crate::model::candidate::holds;
use crate::say;
use rust_decimal::Decimal;

use crate::model::{CandidateIx, Case, RungIx, Year};
use exact::TooWide;
use rows::{Row, RowName, Rows, Term};

/// Why the engine does not take on a case, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsupported(pub String);

impl From<TooWide> for Unsupported {
    fn from(_: TooWide) -> Self {
        Self(say!("instance-its-numbers-too"))
    }
}

/// Why a problem was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Halt {
    /// The case is not for the engine.
    Unsupported(Unsupported),
    /// It was told to stop.
    Stopped,
}

impl From<Unsupported> for Halt {
    fn from(unsupported: Unsupported) -> Self {
        Self::Unsupported(unsupported)
    }
}

/// A case as the engine sees it.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    /// By candidate of the case.
    pub items: Vec<Item>,
    /// The years whose end counts, by their position in the horizon: the last one, or all of them.
    pub years: Vec<usize>,
    /// Every service in every year that counts: those of the last year first, in the order of the case.
    pub services: Vec<Steps>,
    /// What moves services.
    pub effects: Vec<Effect>,
    /// Columns that are all or nothing, or anything between.
    pub switches: Vec<Switch>,
    /// The linking rows.
    pub rows: Vec<Row>,
    pub ministries: usize,
    /// What each ministry has in each year, in units of money: `[ministry][year]`.
    pub budgets: Vec<Vec<i128>>,
    /// What carries over with a bound; `None` if everything does: by ministry, the caps of each year.
    pub carries: Vec<Option<Carry>>,
    /// What each domain needs to be at its target; empty where none has to be.
    pub targets: Vec<Target>,
    /// What each domain of several services needs for its floor.
    pub domain_floors: Vec<Target>,
    /// The row that counts domains at their target.
    pub count_row: Option<u32>,
    /// How many domains have to be at their target.
    pub targets_needed: usize,
    /// The budget rows whose multipliers price the spending of a ministry in a year: `[ministry][year]`.
    pub budget_rows: Vec<Vec<Option<u32>>>,
    /// A value of which no portfolio has less; rounded down.
    pub worst: f64,
    /// How many exact units one unit of the value is: see [`Worth::exact`](plan::Worth::exact).
    pub fineness: f64,
    /// Decimal places of the unit of money.
    pub money_places: u32,
    /// The objective is at least this, in the second stage; in units of 10^-18 index points.
    pub objective_at_least: Option<i128>,
    /// What must be worth enough to somebody who values things otherwise.
    pub above: Vec<Above>,
    /// Several objectives of which the least is maximised, in place of the objective.
    pub least: Option<Least>,
    /// By service: how many years late it sees what moves it. Empty where none does.
    pub late: Vec<usize>,
}

/// Several objectives of which the least is maximised.
#[derive(Debug, Clone)]
pub(crate) struct Least {
    /// The objectives: each counts for what it is above its least.
    pub parts: Vec<Above>,
    /// Below this none of them can fall, in units of 10^-18 index points: the value that is maximised counts from here.
    pub lowest: i128,
}

/// What must be worth enough to somebody who values things otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Above {
    /// The row that says so.
    pub row: u32,
    /// What each candidate adds, effects apart, in units of 10^-18 index points as all of this.
    pub points: Vec<i128>,
    /// What each level of each service adds.
    pub gains: Vec<Vec<i128>>,
    /// What all of it is at least.
    pub least: i128,
}

/// A candidate.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// It must be chosen.
    pub locked_in: bool,
    /// What choosing it adds to what is maximised, effects apart.
    pub value: f64,
    /// Its direct gain in index points.
    pub points: f64,
    /// The same in units of 10^-18.
    pub worth: i128,
    /// Its public bill, in units of money.
    pub bill: i128,
    /// Its starts that are possible at all, by year.
    pub starts: Vec<Start>,
    /// By year that counts: the starts with which it is in force by its end, one bit for each.
    pub by_year: Vec<u64>,
    /// The least share of each ministry.
    pub least: Vec<u8>,
    /// The largest share of each ministry.
    pub most: Vec<u8>,
    /// The services that it moves: positions in [`Instance::effects`].
    pub effects: Vec<usize>,
    /// What one percent of its public bill is in its first, second, … year, in units of money.
    pub yearly: Vec<i128>,
    /// The candidates that it needs, none of which may start later.
    pub needs: Vec<usize>,
    /// Something that it does wears off: starting earlier may be worth less.
    pub wears_off: bool,
}

impl Item {
    /// The starts with which what it does, and lasts so long, is there at the end of a year, one bit for each.
    pub fn on(&self, lasts: Option<u32>, year: Year) -> u64 {
        let is_on = |(_, start): &(usize, &Start)| holds(lasts, start.in_force, year);
        self.starts.iter().enumerate().filter(is_on).fold(0, |all, (at, _)| all | 1 << at)
    }

    /// All starts, one bit for each.
    pub fn all_starts(&self) -> u64 {
        if self.starts.len() >= 64 { u64::MAX } else { (1 << self.starts.len()) - 1 }
    }
}

/// A year in which a candidate can start, with what that does to the linking rows.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    /// The position of the year in the horizon.
    pub year: usize,
    /// The first of the years that count by whose end it is in force; as many as there are where it comes too late.
    pub from: usize,
    /// The year from whose end on it is in force.
    pub in_force: Year,
    /// What it adds to rows, however the bill is shared.
    pub fixed: Vec<Term>,
    /// What each percent that a ministry pays adds to rows, by ministry.
    pub per_share: Vec<Vec<Term>>,
}

/// The steps of a service in a year that counts.
#[derive(Debug, Clone)]
pub(crate) struct Steps {
    /// Which service of the case it is.
    pub service: usize,
    /// Which of the years that count it is.
    pub year: usize,
    /// From this sum of gains on (in units of control) it is on this level; ascending, the first with nothing.
    pub needs: Vec<(i128, usize)>,
    /// The same where something was bought by name, by the set of such purchases (one bit for each); empty where nothing can be.
    pub named: Vec<Vec<(i128, usize)>>,
    /// Its levels of power, ascending.
    pub levels: Vec<Level>,
    /// The lowest level that its floor allows, which is about the last year alone.
    pub floor: usize,
    /// It is no service but what a takeover of one costs at the end: level 1 where it costs enough, else level 0, and 1 is the floor. More
    /// control may lead to either.
    pub is_price: bool,
    /// What moves it: positions in [`Instance::effects`].
    pub effects: Vec<usize>,
    /// What a level adds to rows.
    pub terms: Vec<(u32, Vec<LevelTerm>)>,
    /// Which domain it belongs to.
    pub domain: usize,
}

impl Steps {
    /// Whether more power is worth less.
    pub fn is_lowered(&self) -> bool {
        self.levels.first().zip(self.levels.last()).is_some_and(|(first, last)| first.worth > last.worth)
    }

    /// The steps where these are bought by name.
    pub fn needs_of(&self, bought: Bought) -> &[(i128, usize)] {
        let named = usize::try_from(bought).ok().and_then(|set| self.named.get(set));
        named.unwrap_or(&self.needs)
    }

    /// The level that a sum of gains reaches, of which these were bought by name.
    pub fn level_of(&self, sum: i128, bought: Bought) -> usize {
        self.needs_of(bought).iter().rev().find(|(need, _)| *need <= sum).map_or(0, |&(_, level)| level)
    }
}

/// A level of power of a service.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    /// The power, 0-1.
    pub power: Decimal,
    /// What it adds to what is maximised, over choosing nothing.
    pub value: f64,
    /// What it adds to the index, over choosing nothing.
    pub gain: f64,
    /// The same in units of 10^-18.
    pub worth: i128,
}

/// What a level adds to a row.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LevelTerm {
    /// Divided by the norm of the row.
    pub value: f64,
    /// In units of the row.
    pub exact: i128,
}

/// Something that moves a service while it is in force.
#[derive(Debug, Clone)]
pub(crate) struct Effect {
    pub service: usize,
    /// Who brings it.
    pub by: By,
    /// What it adds, in units of control.
    pub gain: i128,
    /// Its bit among the purchases by name that move the service; 0 where it is none.
    pub bought: Bought,
    /// The level that it confers at once.
    pub lifts: Option<usize>,
    /// After this many years it has worn off; `None` if it never does.
    pub lasts: Option<u32>,
    /// Of a candidate: the starts with which it is there at the end of the year of its service, one bit for each.
    pub on: u64,
}

/// Who brings a effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum By {
    /// A candidate.
    Candidate(usize),
    /// A synergy: the relation and its members, all of whom must be in force.
    Synergy(usize, Vec<usize>),
}

/// A column that is all, nothing, or anything between.
#[derive(Debug, Clone)]
pub(crate) struct Switch {
    /// What it adds to rows when it is all.
    pub terms: Vec<Term>,
    /// It must be all or nothing.
    pub whole: bool,
    /// The target that it says is reached: a position in [`Instance::targets`].
    pub target: Option<usize>,
    /// What it is worth when it is all: above 0 for the least of several objectives alone.
    pub value: f64,
}

/// What carries over with a bound.
#[derive(Debug, Clone)]
pub(crate) struct Carry {
    /// The part of each year's own budget.
    pub fraction: f64,
    /// The most that leaves each year, in units of money.
    pub caps: Vec<i128>,
}

/// What a domain needs to be at its target.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// The row that says so; `None` if a diagram holds the whole domain.
    pub row: Option<u32>,
    /// The sum of weight × power that it needs, in units of the row.
    pub need: i128,
    /// What each level of each of its services adds to that sum.
    pub services: Vec<(usize, Vec<i128>)>,
}

impl Target {
    /// Whether it is reached with these levels.
    pub fn is_reached(&self, level: impl Fn(usize) -> usize) -> bool {
        self.services.iter().map(|(service, sums)| sums[level(*service)]).sum::<i128>() >= self.need
    }
}

/// The units in which the case is exact.
pub(crate) struct Units {
    /// Decimal places of money.
    pub money: u32,
    /// Decimal places of control.
    pub control: u32,
}

impl Instance {
    /// Whether a candidate that does this is in force by the end of a year that counts.
    pub fn is_on(&self, item: usize, start: u8, year: usize) -> bool {
        self.items[item].starts[usize::from(start)].from <= year
    }

    /// The year of a start of a candidate.
    pub fn start_year(&self, case: &Case, item: usize, start: usize) -> crate::model::Year {
        let at = self.items[item].starts[start].year;
        case.first_year.saturating_add(i32::try_from(at).unwrap_or(i32::MAX))
    }

    /// The position of a start by its year.
    pub fn start_at(&self, case: &Case, candidate: CandidateIx, year: crate::model::Year) -> Option<usize> {
        let at = case.year_ix(year)?;
        self.items[candidate.0].starts.iter().position(|start| start.year == at)
    }

    /// The largest sum of weights that any bound can be made of, for its rounding margin: `Σ |value|` of everything.
    pub fn size(&self) -> f64 {
        let items: f64 = self.items.iter().map(|item| item.value.abs()).sum();
        let levels: f64 = self
            .services
            .iter()
            .filter_map(|it| it.levels.iter().map(|level| level.value.abs()).reduce(f64::max))
            .sum();
        items + levels + self.switches.iter().map(|switch| switch.value.abs()).sum::<f64>()
    }

    /// Portfolios whose exact worth differs by no more than this are as good: 10^-9 index points. Of bills none is.
    pub fn hair(&self) -> i128 {
        if self.objective_at_least.is_some() { 0 } else { 1_000_000_000 }
    }

    /// Divides every coefficient by the largest of its row, drops rows that can never bind, and sums what the rounding
    /// margin of bounds needs.
    pub(crate) fn finish(&mut self) -> Result<(), Unsupported> {
        let keep = self.measure_rows()?;
        self.keep_rows(&keep);
        Ok(())
    }

    /// Keeps only some rows.
    pub(crate) fn keep_rows(&mut self, keep: &[bool]) {
        let mut place = vec![None; keep.len()];
        let mut rows = Vec::new();
        for (at, row) in self.rows.drain(..).enumerate() {
            if keep[at] {
                place[at] = u32::try_from(rows.len()).ok();
                rows.push(row);
            }
        }
        self.rows = rows;
        let rows = &self.rows;
        let normalise = |terms: &mut Vec<Term>| {
            terms.retain_mut(|term| {
                let Some(at) = place[term.row as usize] else { return false };
                term.row = at;
                term.value = f64_of(term.exact) / rows[at as usize].norm;
                true
            });
        };
        for item in &mut self.items {
            for start in &mut item.starts {
                normalise(&mut start.fixed);
                start.per_share.iter_mut().for_each(normalise);
            }
        }
        self.switches.iter_mut().for_each(|switch| normalise(&mut switch.terms));
        for service in &mut self.services {
            service.terms.retain_mut(|(row, levels)| {
                let Some(at) = place[*row as usize] else { return false };
                *row = at;
                for level in levels {
                    level.value = f64_of(level.exact) / rows[at as usize].norm;
                }
                true
            });
        }
        let moved = |row: Option<u32>| row.and_then(|row| place[row as usize]);
        self.budget_rows.iter_mut().flatten().for_each(|row| *row = moved(*row));
        self.targets.iter_mut().chain(&mut self.domain_floors).for_each(|target| target.row = moved(target.row));
        self.count_row = moved(self.count_row);
    }

    /// Sums up what each row can hold; whether each is kept.
    fn measure_rows(&mut self) -> Result<Vec<bool>, Unsupported> {
        let mut highest = vec![0_i128; self.rows.len()];
        let mut absolute = vec![0_i128; self.rows.len()];
        let mut largest = vec![0_i128; self.rows.len()];
        let mut take = |row: u32, low: i128, high: i128| -> Result<(), TooWide> {
            let at = row as usize;
            highest[at] = highest[at].checked_add(high.max(0)).ok_or(TooWide)?;
            let size = low.checked_abs().ok_or(TooWide)?.max(high.checked_abs().ok_or(TooWide)?);
            absolute[at] = absolute[at].checked_add(size).ok_or(TooWide)?;
            largest[at] = largest[at].max(size);
            Ok(())
        };
        for item in &self.items {
            let mut span = std::collections::BTreeMap::<u32, (i128, i128)>::new();
            for start in &item.starts {
                for (row, (low, high)) in start.activity(&item.least, &item.most)? {
                    let entry = span.entry(row).or_default();
                    *entry = (entry.0.min(low), entry.1.max(high));
                }
            }
            for (row, (low, high)) in span {
                take(row, low, high)?;
            }
        }
        for term in self.switches.iter().flat_map(|switch| &switch.terms) {
            take(term.row, term.exact.min(0), term.exact.max(0))?;
        }
        for (row, levels) in self.services.iter().flat_map(|service| &service.terms) {
            let low = levels.iter().map(|level| level.exact).min().unwrap_or(0);
            let high = levels.iter().map(|level| level.exact).max().unwrap_or(0);
            take(*row, low, high)?;
        }
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.norm = f64_of(largest[at].max(1));
            row.rhs = f64_of(row.exact) / row.norm;
            row.size =
                f64_of(absolute[at].checked_add(row.exact.checked_abs().ok_or(TooWide)?).ok_or(TooWide)?) / row.norm;
        }
        let kept = |(row, highest): (&Row, i128)| {
            matches!(row.name, RowName::Target(_) | RowName::DomainsAtTarget | RowName::DomainFloor(_))
                || highest > row.exact
        };
        Ok(self.rows.iter().zip(highest).map(kept).collect())
    }
}

/// A row, with the least and the most that is added to it.
pub(crate) type Span = (u32, (i128, i128));

impl Start {
    /// The least and the most that this start can add to each row, over all splits in these ranges.
    pub fn activity(&self, least: &[u8], most: &[u8]) -> Result<Vec<Span>, TooWide> {
        let mut sums = std::collections::BTreeMap::<u32, (i128, i128)>::new();
        let mut take = |row: u32, low: i128, high: i128| -> Result<(), TooWide> {
            let entry = sums.entry(row).or_default();
            *entry = (entry.0.checked_add(low).ok_or(TooWide)?, entry.1.checked_add(high).ok_or(TooWide)?);
            Ok(())
        };
        for term in &self.fixed {
            take(term.row, term.exact, term.exact)?;
        }
        for (ministry, terms) in self.per_share.iter().enumerate() {
            for term in terms {
                let one = term.exact.checked_mul(i128::from(least[ministry])).ok_or(TooWide)?;
                let other = term.exact.checked_mul(i128::from(most[ministry])).ok_or(TooWide)?;
                take(term.row, one.min(other), one.max(other))?;
            }
        }
        Ok(sums.into_iter().collect())
    }
}

/// An integer as floating point: to the nearest.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn f64_of(exact: i128) -> f64 {
    exact as f64
}

/// A decimal as floating point: to the nearest.
pub(crate) fn f64_of_decimal(number: Decimal) -> f64 {
    f64_of(number.mantissa()) / 10_f64.powi(i32::try_from(number.scale()).unwrap_or(i32::MAX))
}

/// A granted rung of the case, if it exists.
pub(crate) fn rung_power(case: &Case, rung: RungIx) -> Option<Decimal> {
    case.rungs.get(rung.0).map(|rung| rung.power)
}

/// Adds a coefficient to a row, if it is not 0.
pub(crate) fn push(terms: &mut Vec<Term>, row: u32, exact: i128) {
    if exact != 0 {
        terms.push(Term { row, value: 0.0, exact });
    }
}

/// The rows of a case while it is built, with its units.
pub(crate) struct Building<'a> {
    pub case: &'a Case,
    pub units: Units,
    pub rows: Rows,
}
