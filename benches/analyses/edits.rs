//! An answer after one edit, from what the last one left behind, beside a fresh answer of the edited case.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use beslismacht::model::{Case, Status};
use beslismacht::optimise::{Answer, Options, Status as Known, WarmStart, optimise_from};
use rust_decimal::Decimal;

/// The case after each edit of one cell that a planner would make: a cost a tenth higher, a gain a tenth lower, a lock, a
/// budget a twentieth higher or lower, a weight a quarter higher.
fn edits(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut edit = |change: &dyn Fn(&mut Case)| {
        let mut edited = case.clone();
        change(&mut edited);
        all.push(edited);
    };
    let times =
        |number: &mut Decimal, percent: i64| *number = (*number * Decimal::new(percent, 2)).round_dp(4).normalize();
    for (at, candidate) in case.candidates.iter().enumerate() {
        for (year, _) in candidate.costs.iter().enumerate().filter(|(_, cost)| !cost.is_zero()) {
            edit(&|case| times(&mut case.candidates[at].costs[year], 110));
        }
        for effect in 0..candidate.effects.len() {
            edit(&|case| times(&mut case.candidates[at].effects[effect].control_gain, 90));
        }
        edit(&|case| case.candidates[at].status = Status::LockedOut);
        edit(&|case| case.candidates[at].status = Status::LockedIn);
    }
    for (at, ministry) in case.ministries.iter().enumerate() {
        for year in 0..ministry.budget.len() {
            edit(&|case| times(&mut case.ministries[at].budget[year], 105));
            edit(&|case| times(&mut case.ministries[at].budget[year], 95));
        }
    }
    for at in 0..case.services.len() {
        edit(&|case| times(&mut case.services[at].weight, 125));
    }
    all
}

fn ask(case: &Case, options: &Options, memory: &mut WarmStart) -> (Answer, f64) {
    let begun = thread_seconds();
    let answer = optimise_from(case, options, None, memory, &mut |_| ControlFlow::Continue(())).unwrap();
    (answer, thread_seconds() - begun)
}

/// Processor time of this thread so far, in seconds.
fn thread_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|it| it.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

fn part(sorted: &[f64], of: usize, from: usize) -> f64 {
    sorted.get(sorted.len() * of / from).copied().unwrap_or(f64::NAN)
}

/// The section of the figures.
pub fn section(cases: &[String], every: usize, options: &Options, read: fn(&str) -> Case) -> String {
    let mut text = String::from(
        "## After one edit\n\nOne cell is edited and the case is answered again, from what the answer before the edit left \
         behind (from memory) and without it (fresh): both stages, certified, one thread, seconds of processor time. `part` is \
         the one divided by the other for each edit. The answers are compared: objective, bill and, in the last column, how \
         often another portfolio with the same objective and bill was shown. Edits that one of the two did not finish in time \
         are counted apart, and are in the medians with the time they took.\n\n\
         | case | edits | fresh, median | from memory, median | part, median | part, 9 of 10 below | all fresh | all from \
         memory | not in time: fresh | from memory | other portfolio |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for name in cases {
        let case = read(name);
        let mut memory = WarmStart::default();
        ask(&case, options, &mut memory);
        let (mut fresh, mut again, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        let mut open = [0, 0];
        let mut other = 0;
        for edited in edits(&case).into_iter().step_by(every) {
            let (one, seconds) = ask(&edited, options, &mut WarmStart::default());
            let (two, less) = ask(&edited, options, &mut memory.clone());
            let proven = |answer: &Answer| matches!(answer.status, Known::Optimal | Known::Infeasible);
            open[0] += usize::from(!proven(&one));
            open[1] += usize::from(!proven(&two));
            if proven(&one) && proven(&two) && one.status == two.status {
                if let (Some(a), Some(b)) = (&one.evaluation, &two.evaluation) {
                    assert!((a.objective - b.objective).abs() <= Decimal::new(1, 6), "{} {}", a.objective, b.objective);
                    assert_eq!(a.cost, b.cost);
                }
                other += usize::from(one.portfolio != two.portfolio);
            }
            fresh.push(seconds);
            again.push(less);
            parts.push(less / seconds);
        }
        let (sums, count) = ([fresh.iter().sum::<f64>(), again.iter().sum()], fresh.len());
        for list in [&mut fresh, &mut again, &mut parts] {
            list.sort_by(f64::total_cmp);
        }
        let _ = writeln!(
            text,
            "| {name} | {count} | {:.3} | {:.3} | **{:.2}** | {:.2} | {:.1} | {:.1} | {} | {} | {other} |",
            part(&fresh, 1, 2),
            part(&again, 1, 2),
            part(&parts, 1, 2),
            part(&parts, 9, 10),
            sums[0],
            sums[1],
            open[0],
            open[1]
        );
    }
    let limit = options.time_limit.map_or(0, |limit| limit.as_secs());
    let _ = writeln!(
        text,
        "\nMade by `cargo bench --bench analyses -- --edits --write --engine --every {every} --limit {limit} {}`.",
        cases.join(" ")
    );
    text
}
