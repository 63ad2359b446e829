//! Cases of which the mean over the years counts. The other tests try them among all others.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::exhaustive::exhaustive_of;
use super::{agree, fitting, objective, seeds, task, within};
use crate::measure::evaluate;
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};
use crate::model::{Case, ShareRange, Timing};
use crate::optimise::dd::problem;
use crate::optimise::instance::Instance;
use crate::optimise::{Engine, Goal, NoGood, Options, Solver, Task};

fn every_year(case: Case) -> Case {
    Case { timing: Timing::Average, ..case }
}

#[test]
fn agrees_on_plans() {
    for seed in seeds(24) {
        let shape = Shape::ALL[(seed % 6) as usize];
        let size = 8 + (seed % 4) as usize;
        let case = every_year(compile(&planning(size, 900 + seed, shape)).case);
        agree(&case, &format!("{}, {size} candidates, seed {}", shape.name(), 900 + seed));
    }
}

/// Where the diagram of a service would be too large its years are split, and its candidates have copies; in tests that is so
/// for small ones, of which the others try many.
#[test]
fn years_are_split_in_many_of_the_cases_that_are_tried() {
    let (mut split, mut whole) = (0, 0);
    for seed in 0..200 {
        let case = every_year(fitting(seed, 4 + (seed % 9) as usize, (seed % 4) as u32));
        let options = Options::default();
        let Ok(problem) = problem(&task(&case, &options, Goal::Best), None, &mut || false) else { continue };
        let services = &problem.instance.services;
        let years = |diagram: &super::super::diagram::Diagram| {
            let first = diagram.services.first().map(|&at| services[at].service);
            diagram.services.iter().filter(|&&at| Some(services[at].service) == first).count()
        };
        let with_services = problem.layout.diagrams.iter().filter(|diagram| !diagram.services.is_empty());
        for diagram in with_services {
            let is_split = years(diagram) < problem.instance.years.len();
            split += usize::from(is_split);
            whole += usize::from(!is_split && problem.instance.years.len() > 1);
        }
    }
    assert!(split > 30 && whole > 30, "{split} split, {whole} whole");
}

/// What counts may be the end of the horizon, while something else that has to be worth enough is a mean, and the other way round.
#[test]
fn a_floor_under_another_timing_is_kept() {
    let mut compared = 0;
    for seed in seeds(400) {
        let mut case = fitting(seed, 2 + (seed % 3) as usize, (seed % 3) as u32);
        if case.ministries.len() != 2 {
            continue;
        }
        for candidate in &mut case.candidates {
            candidate.shares = vec![ShareRange { min: 50, max: 51 }, ShareRange { min: 49, max: 50 }];
        }
        let other = if case.timing == Timing::Final { Timing::Average } else { Timing::Final };
        let view = Case { timing: other, ..case.clone() };
        // Half of what can be had.
        let Some(Some((most, _))) = exhaustive_of(&view, 1200, |_| true) else { continue };
        let least = most / Decimal::TWO;
        let expected = exhaustive_of(&case, 1200, |it| evaluate(&view, it).objective >= least).unwrap();
        let no_goods = [NoGood::ObjectiveFloor { view: Arc::new(view), objective: least }];
        let options = Options::default();
        let asked = Task { no_goods: &no_goods, ..task(&case, &options, Goal::Best) };
        let found = Engine.solve(&asked, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
        let value = objective(&case, &found);
        assert!(within(value, expected.map(|it| it.0)), "seed {seed}: {value:?}, exhaustive {expected:?}");
        compared += 1;
    }
    assert!(compared > 100, "only {compared} cases were small enough");
}

/// A horizon of one year has one end, and its mean is that.
#[test]
fn a_horizon_of_one_year_is_the_same_either_way() {
    for seed in seeds(40) {
        let mut case = fitting(seed, 6, 1);
        case.last_year = case.first_year;
        case.ministries.iter_mut().for_each(|ministry| ministry.budget.truncate(1));
        let of = |timing: Timing| Instance::new(&Case { timing, ..case.clone() }).unwrap();
        let (end, mean) = (of(Timing::Final), of(Timing::Average));
        assert_eq!(format!("{end:?}"), format!("{mean:?}"), "seed {seed}");
    }
}
