//! The same case gives the same portfolio: on the screen, where each search goes on from the last one, on the command line,
//! and with another solver.

use std::ops::ControlFlow;
use std::path::Path;

use crate::made_up::{Shape, planning};
use beslismacht::model::change::Change;
use beslismacht::model::{Case, Portfolio, Workbook};
use beslismacht::optimise::{Answer, Options, SolverChoice, Status, WarmStart, optimise, optimise_from};
use beslismacht::store;

use crate::right_answers::optimiser::{HIGHS, guests, has_highs};

fn fresh(case: &Case, solver: SolverChoice) -> Portfolio {
    let options = Options { solver, guests: guests(), ..Options::default() };
    proven(optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap())
}

fn from(memory: &mut WarmStart, warm: Option<&Portfolio>, case: &Case) -> Portfolio {
    let on = &mut |_: &_| ControlFlow::Continue(());
    proven(optimise_from(case, &Options::default(), warm, memory, on).unwrap())
}

fn proven(answer: Answer) -> Portfolio {
    assert_eq!(answer.status, Status::Optimal);
    answer.portfolio.unwrap()
}

fn edited(text: &Workbook, setting: &str) -> Case {
    let mut text = text.clone();
    Change::parse_setting(setting).unwrap().apply(&mut text).unwrap();
    crate::right_answers::case(&text)
}

/// Candidates that are equally good and cheap can still be other ones; the same candidates always get the same plan.
fn same_plan(one: &Portfolio, other: &Portfolio, name: &str) {
    let candidates = |it: &Portfolio| it.picks().iter().map(|pick| pick.candidate).collect::<Vec<_>>();
    if candidates(one) == candidates(other) {
        assert_eq!(one, other, "{name}");
    }
}

#[test]
fn the_dutch_case_gives_one_portfolio_wherever_the_search_began() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/netherlands");
    let text = store::open(&folder).unwrap().workbook;
    let case = crate::right_answers::case(&text);
    let mut memory = WarmStart::default();
    let first = from(&mut memory, None, &case);
    assert_eq!(first, fresh(&case, SolverChoice::Engine));
    if has_highs() {
        assert_eq!(first, fresh(&case, HIGHS));
    }
    let mut last = first.clone();
    for setting in
        ["budgets.amount[defence:2027]=95", "candidates.cost_1[gpt-nl-next]=7", "services.control[gov_public_cloud]=29"]
    {
        let change = edited(&text, setting);
        let warm = from(&mut memory, Some(&last), &change);
        assert_eq!(warm, fresh(&change, SolverChoice::Engine), "{setting}");
        last = warm;
    }
    assert_eq!(from(&mut memory, Some(&last), &case), first, "back where it was");
}

#[test]
fn plans_do_not_depend_on_who_found_them() {
    for (seed, shape) in (900..).zip([Shape::Ladder, Shape::Tight, Shape::Loose, Shape::Ladder]) {
        let text = planning(16, seed, shape);
        let case = crate::right_answers::case(&text);
        let engine = fresh(&case, SolverChoice::Engine);
        if has_highs() {
            same_plan(&engine, &fresh(&case, HIGHS), &format!("seed {seed}, HiGHS"));
        }
        let mut poorer = case.clone();
        poorer.ministries[0].budget.iter_mut().for_each(|amount| *amount /= rust_decimal::Decimal::TWO);
        let mut memory = WarmStart::default();
        let before = from(&mut memory, None, &poorer);
        same_plan(&engine, &from(&mut memory, Some(&before), &case), &format!("seed {seed}, from memory"));
    }
}
