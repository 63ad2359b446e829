//! The solver's section of `benches/README.md`.

use std::fmt::Write as _;

use crate::Subject;
use crate::probe::Figure;

/// A case with what was measured on it: the program as it comes, HiGHS tightened, HiGHS natural.
pub struct Row {
    pub subject: Subject,
    pub figures: Vec<Figure>,
}

/// The section as Markdown.
pub fn section(rows: &[Row], limit: u64) -> String {
    let mut text = String::from("## Solver\n\n");
    let _ = writeln!(
        text,
        "`cargo bench --bench figures` on {}. Each measurement is a process of its own on one thread, stopped after \
         {limit} s. *The program* is what a planner gets who chooses no solver: the program's own engine, with HiGHS \
         behind it. *Tightened* is what it asks of HiGHS: smallest coefficients, decided things taken out, a start from \
         a quick portfolio that keeps all rules where one is found, restarts off, and no search for better portfolios in \
         the second stage. *Natural* is HiGHS with its own options on the model as one would write it by hand. All prove \
         the best objective and then the lowest bill among the best, and seconds count both, as processor time: what \
         else the machine does plays no part in it. The first answer is in wall time. The made-up cases have ten \
         years, two ministries, start windows, shares, carry-over, relations, and ladders of five rungs. The \
         formulation, the options of HiGHS and the engine were chosen on cases with seeds 1 to 9 and on the Dutch case; \
         seeds from 11 on had no part in that. How long a search takes depends much on \
         chance: a change that means nothing can make one case three times faster or slower, so that only means say \
         something.\n",
        machine()
    );
    text.push_str(
        "| case | program, s | nodes | first answer, s | peak, MB | tightened, s | nodes | first answer, s | peak, MB \
         | natural, s | nodes | first answer, s | peak, MB |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for row in rows {
        let _ = write!(text, "| {} ", row.subject.name);
        for figure in &row.figures {
            let open = if figure.status == "optimal" { String::new() } else { format!(" (gap {})", figure.gap) };
            let _ = write!(
                text,
                "| {:.2}{open} | {} | {:.3} | {:.0} ",
                figure.seconds, figure.nodes, figure.first, figure.memory
            );
        }
        text.push_str("|\n");
    }
    let agreed = if rows.iter().all(agree) {
        "Wherever they proved an answer they agree on objective and bill."
    } else {
        "They do not agree everywhere: one of them is wrong."
    };
    let all: Vec<&Row> = rows.iter().collect();
    let fresh: Vec<&Row> = rows.iter().filter(|row| row.subject.fresh).collect();
    let _ = writeln!(
        text,
        "\nGeometric means of how many times as fast as the natural model: {}. {agreed}",
        [("all cases", &all), ("seeds from 11 on", &fresh)]
            .iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(name, rows)| {
                format!("the program {:.1} and tightened {:.2} on {name}", speed_up(rows, 0), speed_up(rows, 1))
            })
            .collect::<Vec<_>>()
            .join(", ")
    );
    text.push_str("\n| case | read and compile, ms | check, ms | evaluate, ms |\n| --- | ---: | ---: | ---: |\n");
    for row in rows {
        let figure = &row.figures[0];
        let _ = writeln!(
            text,
            "| {} | {:.2} | {:.2} | {:.3} |",
            row.subject.name,
            figure.read * 1e3,
            figure.check * 1e3,
            figure.evaluate * 1e3
        );
    }
    text
}

/// The natural model's position among the figures of a row.
const NATURAL: usize = 2;

/// The geometric mean of natural over another solver's seconds.
fn speed_up(rows: &[&Row], solver: usize) -> f64 {
    let ratio = |row: &&Row| row.figures[NATURAL].seconds.max(0.01) / row.figures[solver].seconds.max(0.01);
    let count = u32::try_from(rows.len().max(1)).map_or(1.0, f64::from);
    (rows.iter().map(|row| ratio(row).ln()).sum::<f64>() / count).exp()
}

/// Whether all who proved an answer proved the same objective and bill.
fn agree(row: &Row) -> bool {
    let mut proven = row.figures.iter().filter(|figure| figure.status == "optimal");
    let Some(first) = proven.next() else { return true };
    proven.all(|other| (&other.objective, &other.bill) == (&first.objective, &first.bill))
}

/// What it ran on, as far as the system tells.
fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")).and_then(|line| line.split(':').nth(1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{} cores of {}", cores, model.map_or("an unknown processor", str::trim))
}
