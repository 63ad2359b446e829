//! A program, stated for `good_lp`: the step from decimals to floats.

use good_lp::{Expression, ProblemVariables, Solver, SolverModel, Variable, constraint, variable};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::formulation::program::{Col, Kind, Program, Terms};
use super::{Ask, Direction};

/// The nearest float to a decimal.
pub(super) fn float(decimal: Decimal) -> f64 {
    decimal.to_f64().unwrap_or(f64::NAN)
}

/// The program for a solver, with the variables in the order of the columns.
pub(super) fn stated<S: Solver>(program: &Program, ask: &Ask, solver: S) -> (S::Model, Vec<Variable>) {
    let mut problem = ProblemVariables::new();
    let variables: Vec<Variable> = program
        .columns
        .iter()
        .map(|column| {
            let definition = variable().min(0.0).max(float(column.upper));
            problem.add(match column.kind {
                Kind::Whole => definition.integer(),
                Kind::Continuous => definition,
            })
        })
        .collect();
    let expression = |terms: &Terms| {
        let mut sum = Expression::with_capacity(terms.len());
        for &(Col(column), factor) in terms {
            sum.add_mul(float(factor), variables[column]);
        }
        sum
    };
    let objective: Terms = ask.objective.iter().map(|&(column, factor)| (column, ask.scale.of(factor))).collect();
    let objective = expression(&objective);
    let unsolved = match ask.direction {
        Direction::Maximise => problem.maximise(objective),
        Direction::Minimise => problem.minimise(objective),
    };
    let mut model = unsolved.using(solver);
    for row in program.rows.iter().filter(|row| !row.terms.is_empty()) {
        let (terms, lower, upper) = row.scaled();
        match (lower, upper) {
            (Some(lower), Some(upper)) if lower == upper => {
                model.add_constraint(constraint::eq(expression(&terms), float(lower)));
            }
            (lower, upper) => {
                if let Some(lower) = lower {
                    model.add_constraint(constraint::geq(expression(&terms), float(lower)));
                }
                if let Some(upper) = upper {
                    model.add_constraint(constraint::leq(expression(&terms), float(upper)));
                }
            }
        }
    }
    (model, variables)
}
