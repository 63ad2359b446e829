//! What is known of an answer, as a text.

use crate::messages::word;
use crate::model::Case;
use crate::optimise::{Answer, Conflict, Status};
use crate::say;
use crate::session::Shown;
use crate::tui::state::{App, Command as C, Context, Screen};
use crate::tui::widgets::number::{self, fixed};

/// Everything that is known of an answer, as a text.
pub(crate) fn proof(shown: &Shown, stale: bool) -> String {
    use std::fmt::Write as _;
    let answer = &shown.answer;
    let mut text = String::new();
    if stale {
        text.push_str(&say!("portfolio-this-about-case"));
    }
    let _ = write!(text, "{}\n\n", meaning(answer.status));
    if let Some(conflict) = &answer.conflict {
        text.push_str(&say!("portfolio-these-rules-cannot-hold"));
        for rule in &conflict.lines {
            let _ = writeln!(text, "  {rule}");
        }
        if let Some(repair) = &conflict.repair {
            text.push_str(&say!("portfolio-little-can-repair-2", repair = repair));
            text.push('\n');
        }
        text.push_str(&say!("portfolio-analysis-explain-has"));
    } else {
        for (name, value) in [
            ("objective", answer.evaluation.as_ref().map(|it| it.objective)),
            ("bound", answer.bound),
            ("gap", answer.gap),
        ] {
            let value = value.map_or_else(|| word("none"), number::exact);
            text.push_str(&say!("portfolio-name-value-index", name = word(name), value = value));
            text.push('\n');
        }
    }
    let solver = &answer.solver;
    text.push('\n');
    text += &say!(
        "portfolio-solver-did",
        solver = solver.name,
        version = solver.version,
        seconds = fixed(solver.seconds, 3),
        nodes = solver.nodes
    );
    for (name, value) in &solver.options {
        let _ = write!(text, "\n  {name} = {value}");
    }
    if !solver.why.is_empty() {
        let _ = write!(text, "\n\n{}", solver.why);
    }
    text.push_str(&prices(&shown.case, answer));
    text
}

/// That nothing is possible, a way out, the keys that show them all, and the rules that cannot hold together.
pub(crate) fn impossible(app: &App, conflict: &Conflict) -> String {
    let [portfolio, why] =
        [(C::Go(Screen::PORTFOLIO), Context::Everywhere), (C::ExplainCandidate, Context::Screen(Screen::PORTFOLIO))]
            .map(|(command, context)| app.keymap.shown(command, &[context]));
    let repair = conflict
        .repair
        .as_ref()
        .map_or_else(String::new, |repair| say!("portfolio-little-can-repair", repair = repair));
    say!(
        "portfolio-no-portfolio-keeps",
        repair = repair,
        portfolio = portfolio,
        why = why,
        together = together(conflict)
    )
}

/// The rules that cannot hold together, those about a single candidate's years and shares only counted.
pub(crate) fn together(conflict: &Conflict) -> String {
    let mut words = conflict.beside_facts().to_vec();
    match conflict.facts() {
        0 => {}
        1 => words.push(say!("portfolio-what-one-candidate")),
        many => words.push(say!("portfolio-what-many-candidates", many = many)),
    }
    words.join("; ")
}

/// What one more unit of money would bring each ministry in each year, with what that figure is worth; nothing where the
/// solver does not know it.
fn prices(case: &Case, answer: &Answer) -> String {
    use std::fmt::Write as _;
    let Some(prices) = &answer.prices else { return String::new() };
    let unit = case.money_unit();
    let unit = if unit.is_empty() { say!("portfolio-unit-money") } else { unit };
    let mut text = say!("portfolio-what-one-more-unit", unit = unit);
    for (ministry, years) in case.ministries.iter().zip(prices) {
        let _ = write!(text, "  {}:", ministry.name);
        for (year, price) in case.years().zip(years) {
            let _ = write!(text, " {year} {}", fixed(*price, 4));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

fn meaning(status: Status) -> String {
    match status {
        Status::Optimal => {
            say!("portfolio-proven-no-portfolio-keeps")
        }
        Status::Feasible => {
            say!("portfolio-not-proven-portfolio-measured")
        }
        Status::Infeasible => say!("portfolio-no-portfolio-keeps-every-2"),
        Status::Unknown => say!("portfolio-search-stopped-before-portfolio"),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::model::compile::compile;
    use crate::model::generate::{Shape, planning};
    use crate::optimise::{Options, SolverChoice, optimise};

    #[test]
    fn prices_are_shown_with_what_they_are_worth() {
        let case = compile(&planning(14, 5, Shape::Tight)).case;
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let mut answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        let said = prices(&case, &answer);
        assert!(said.contains("promise nothing"), "{said}");
        let first = answer.prices.as_ref().unwrap()[0][0];
        assert!(said.contains(&format!("  Ministry of Defence: 2027 {}", fixed(first, 4))), "{said}");
        answer.prices = None;
        assert!(prices(&case, &answer).is_empty());
    }
}
