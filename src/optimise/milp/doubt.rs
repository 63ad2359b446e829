//! Where a general solver's word counts for nothing.
//!
//! A general solver computes in floats of 16 digits, takes a row for kept that is broken by some 1e-7 of its largest number,
//! and leaves out what is too small beside the rest. In most cases this is far below anything that matters. Where numbers of
//! one row lie further apart than [`APART`], or all values together are so large that a float does not show a millionth of
//! them, its bound and its "impossible" prove nothing: the portfolio it found is measured in decimals and shown as the best
//! found, and the planner is told which numbers are too far apart and what would help. What the program's own engine says is
//! safe in exact arithmetic whatever the numbers, so that this is asked only of others.

use crate::say;
use rust_decimal::{Decimal, RoundingStrategy};

use super::formulation::program::{Program, Row, Tag, Terms, common_divisor};
use crate::measure::Rule;
use crate::model::Case;

/// So far apart may the numbers of a row be, and the largest of a row about money and the largest number that divides all.
const APART: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// So large may all values together be, in index points.
const LARGEST_WORTH: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);
/// What a bound can be off by, as a part of all values together; found by trying.
const OFF_BY: Decimal = Decimal::from_parts(1, 0, 0, false, 11);

/// Numbers that a general solver cannot tell apart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Doubt {
    /// Of a row.
    Row {
        /// Which.
        tag: Tag,
        /// Its largest number.
        largest: Decimal,
        /// Its smallest, or what its last digit stands for.
        smallest: Decimal,
    },
    /// Of all values, which add up to this in index points.
    Worth(Decimal),
    /// Of what is sought: its largest number and its smallest.
    Sought(Decimal, Decimal),
}

/// Why a general solver's word on a program counts for nothing; `None` if it counts.
pub(crate) fn doubt(program: &Program, sought: &Terms, in_points: bool) -> Option<Doubt> {
    if in_points {
        let all = total(program, sought);
        if all > LARGEST_WORTH {
            return Some(Doubt::Worth(all));
        }
    } else if let Some((largest, smallest)) = wide(sought.iter().map(|&(_, factor)| factor), true) {
        return Some(Doubt::Sought(largest, smallest));
    }
    program.rows.iter().find_map(|row| of_row(program, row))
}

/// What a bound on this sum can be off by for its size alone.
pub(crate) fn off_by(program: &Program, sought: &Terms) -> Decimal {
    total(program, sought).saturating_mul(OFF_BY)
}

/// The sum of all numbers at their largest.
fn total(program: &Program, terms: &Terms) -> Decimal {
    let largest = |&(column, factor): &(super::formulation::program::Col, Decimal)| {
        factor.abs().saturating_mul(program.columns.get(column.0).map_or(Decimal::ONE, |column| column.upper))
    };
    terms.iter().map(largest).fold(Decimal::ZERO, Decimal::saturating_add)
}

/// The largest of numbers and the smallest, or what divides them all where that counts, if they are too far apart.
fn wide(numbers: impl Iterator<Item = Decimal>, whole: bool) -> Option<(Decimal, Decimal)> {
    let sizes = numbers.map(|number| number.abs().normalize()).filter(|number| !number.is_zero());
    let sizes: Vec<Decimal> = sizes.collect();
    let (largest, smallest) = (*sizes.iter().max()?, *sizes.iter().min()?);
    let is_wide = |small: &Decimal| largest.checked_div(*small).is_none_or(|times| times > APART);
    let small = if is_wide(&smallest) { Some(smallest) } else { divisor(&sizes).filter(|_| whole).filter(is_wide) };
    small.map(|small| (largest, small))
}

/// The largest number that divides all; what the last digit stands for where that cannot be told.
fn divisor(sizes: &[Decimal]) -> Option<Decimal> {
    let places = sizes.iter().map(Decimal::scale).max()?;
    Decimal::try_from_i128_with_scale(common_divisor(sizes, places).unwrap_or(1), places).ok()
}

/// What of a row cannot be told apart. A side that nothing reaches says nothing, and is not looked at.
fn of_row(program: &Program, row: &Row) -> Option<Doubt> {
    let all = total(program, &row.terms);
    let side = |side: Option<Decimal>, sign: Decimal| side.filter(|side| sign * *side < all);
    let sides = [side(row.upper, Decimal::ONE), side(row.lower, Decimal::NEGATIVE_ONE)];
    let mut sides = sides.into_iter().flatten().peekable();
    sides.peek()?;
    let is_money = matches!(row.tag, Tag::Rule(Rule::Budget { .. } | Rule::LimitMin(_) | Rule::LimitMax(_)));
    let factors = || row.terms.iter().map(|&(_, factor)| factor);
    let (largest, smallest) = wide(factors().chain(sides), is_money)?;
    Some(Doubt::Row { tag: row.tag.clone(), largest, smallest })
}

impl Doubt {
    /// Why, and what would help, in words: full sentences.
    pub(crate) fn describe(&self, case: &Case, solver: &str) -> String {
        let short = |number: Decimal| number.round_sf(4).unwrap_or(number).normalize();
        match self {
            Self::Row { tag, largest, smallest } => {
                // A budget is a row of percents: a hundred times the money.
                let times =
                    if matches!(tag, Tag::Rule(Rule::Budget { .. })) { Decimal::new(1, 2) } else { Decimal::ONE };
                let (largest, smallest) = (largest.saturating_mul(times), smallest.saturating_mul(times));
                let whose = match tag {
                    Tag::Rule(Rule::Budget { ministry, year }) => {
                        say!("doubt-what-ministry-may", ministry = case[*ministry].name, year = year)
                    }
                    Tag::Rule(rule) => say!("doubt-rule-rule", rule = rule.describe(case)),
                    Tag::Objective => say!("doubt-what-asked-objective"),
                    _ => say!("doubt-one-sum"),
                };
                say!(
                    "doubt-solver-cannot-tell",
                    solver = solver,
                    largest = short(largest),
                    smallest = short(smallest),
                    whose = whose,
                    multiple = multiple(largest)
                )
            }
            Self::Worth(all) => say!(
                "doubt-solver-cannot-tell-gains",
                solver = solver,
                sum = short(*all),
                divisor = power_above(all.checked_div(LARGEST_WORTH).unwrap_or(*all))
            ),
            Self::Sought(largest, smallest) => say!(
                "doubt-solver-cannot-tell-numbers",
                solver = solver,
                largest = short(*largest),
                smallest = short(*smallest),
                multiple = multiple(*largest)
            ),
        }
    }
}

/// The power of ten that numbers up to this can be rounded to and still be told apart.
fn multiple(largest: Decimal) -> Decimal {
    power_above(largest.checked_div(APART).unwrap_or(largest))
}

/// The least power of ten that is not below a number.
fn power_above(number: Decimal) -> Decimal {
    let mut power = Decimal::new(1, 18);
    while power < number {
        let Some(next) = power.checked_mul(Decimal::TEN) else { break };
        power = next;
    }
    power.round_dp_with_strategy(18, RoundingStrategy::ToZero).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimise::milp::formulation::program::{Col, Kind, What};

    fn program(factors: &[Decimal], upper: Decimal) -> Program {
        let mut program = Program::default();
        let columns: Vec<_> = factors.iter().map(|_| program.column(What::Least, Kind::Whole, Decimal::ONE)).collect();
        program.at_most(Tag::Meaning, columns.into_iter().zip(factors.iter().copied()).collect(), upper);
        program
    }

    #[test]
    fn numbers_too_far_apart_are_seen_in_rows_and_in_what_is_sought() {
        let (large, small) = (Decimal::from(10_i64.pow(12)), Decimal::new(1, 6));
        let wide = program(&[large, small], large);
        assert!(
            matches!(doubt(&wide, &Vec::new(), true), Some(Doubt::Row { largest, smallest, .. }) if (largest, smallest) == (large, small))
        );
        // A side that nothing reaches binds nothing.
        assert_eq!(doubt(&program(&[large, small], large * Decimal::TWO), &Vec::new(), true), None);
        let near = program(&[Decimal::from(12), Decimal::new(5, 2)], Decimal::TEN);
        assert_eq!(doubt(&near, &Vec::new(), true), None);
        let first = Col(0);
        assert_eq!(doubt(&near, &vec![(first, large)], true), Some(Doubt::Worth(large)));
        let both = vec![(first, large), (Col(1), small)];
        assert_eq!(doubt(&near, &both, false), Some(Doubt::Sought(large, small)));
    }

    #[test]
    fn cases_as_planners_write_them_leave_no_doubt() {
        use crate::model::compile::compile;
        use crate::model::generate::{Shape, planning};
        use crate::optimise::milp::formulation::{Form, state};
        let mut cases: Vec<Case> = (0..60).map(|seed| crate::optimise::testing::random_case(seed, 8, 2)).collect();
        cases.extend((1..4).map(|seed| compile(&planning(60, seed, Shape::Ladder)).case));
        for case in &cases {
            for form in [Form::Tight, Form::Natural] {
                let mut statement = state(case, form);
                assert_eq!(doubt(&statement.program, &statement.program.worth, true), None, "{}", case.title);
                statement.add_objective_row(Decimal::ONE);
                assert_eq!(doubt(&statement.program, &statement.program.bill, false), None, "{}", case.title);
            }
        }
    }

    #[test]
    fn the_scale_that_helps_is_the_one_on_which_they_can_be_told_apart() {
        assert_eq!(multiple(Decimal::from(10_i64.pow(12))), Decimal::from(1000));
        assert_eq!(multiple(Decimal::from(5)), Decimal::new(1, 8));
        let doubt = Doubt::Worth(Decimal::from(4 * 10_i64.pow(9)));
        assert!(doubt.describe(&Case::default(), "microlp").contains("Divide all gains by 100000,"));
    }
}
