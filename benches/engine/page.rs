//! The engine's section of `benches/README.md`.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use beslismacht::optimise::{GuestKind, Options, SolverChoice, optimise};

use crate::Settings;
use crate::figure::{Figure, Figures, SOLVERS};
use crate::probe::THREADS;
use crate::subjects::{SEEDS, Subject, case};

/// A case with the figures of every solver, in their order; none if one was not asked.
pub struct Row {
    pub subject: Subject,
    pub figures: Vec<Option<Figure>>,
}

impl Row {
    /// The highest objective that anybody found.
    fn best(&self) -> Option<f64> {
        self.figures.iter().flatten().filter_map(Figure::objective).reduce(f64::max)
    }

    /// Whether a solver says that it has proven what another's portfolio refutes.
    fn is_wrong(&self, figure: &Figure) -> bool {
        let far = |best: f64, said: f64| best - said > 1e-5 * (1.0 + best.abs());
        figure.is("proven") && self.best().zip(figure.objective()).is_some_and(|(best, said)| far(best, said))
    }

    /// A figure as the tables show it.
    fn shown(&self, figure: Option<&Figure>) -> String {
        match figure {
            Some(figure) if self.is_wrong(figure) => format!("{} †", proven(Some(figure))),
            figure => proven(figure),
        }
    }

    /// The engine's part of the best other solver's figure; a solver that proved nothing counts with what it used.
    fn part(&self, of: impl Fn(&Figure) -> Option<f64>) -> Option<f64> {
        let floor = |seconds: f64| seconds.max(0.001);
        let ours = self.figures[0].as_ref().and_then(&of).map(floor)?;
        let others = self.figures.iter().skip(1).flatten().filter(|it| !self.is_wrong(it)).filter_map(&of).map(floor);
        others.reduce(f64::min).map(|other| ours / other)
    }
}

fn seconds(figure: &Figure) -> Option<f64> {
    figure.number("processor")
}

/// Everything before the growth.
pub fn section(settings: &Settings, rows: &[Row], figures: &Figures) -> String {
    let mut text = head(settings, rows);
    text.push_str(&summary(rows));
    text.push_str(&means(rows));
    text.push_str(&details(rows));
    text.push_str(&proofs(rows, figures));
    text
}

fn head(settings: &Settings, rows: &[Row]) -> String {
    let version = |who: &str| {
        let known = rows.iter().find_map(|row| {
            let at = SOLVERS.iter().position(|it| *it == who)?;
            Some(row.figures[at].as_ref()?.0.get("version")?.as_str()?.to_owned())
        });
        known.unwrap_or_else(|| "not installed".to_owned())
    };
    let tutorial = case("folder portfolios/tutorial");
    let options =
        Options { solver: SolverChoice::Guest(GuestKind::Highs), guests: super::probe::guests(), ..Options::default() };
    let highs = optimise(&tutorial, &options, None, &mut |_| ControlFlow::Continue(())).unwrap().solver.version;
    format!(
        "## The engine\n\n`cargo bench --bench engine -- --limit {}` on {}, all solvers in one run, with {THREADS} threads each \
         (SCIP uses one). Engine {}, HiGHS {highs}, SCIP {}, OR-tools (CP-SAT) {}. Seconds are *processor time* to the proven best \
         objective, gap 0, so that what else the machine does plays little part; the limit is {} s of it for each solve. Runs under a \
         second are repeated and the median counts. Each run is a process of its own. Seeds {SEEDS:?}: nothing was tuned on them (1 to 9 were \
         used for that). *HiGHS tightened* is the program's own model for it with a greedy start, *natural* the model as one \
         would write it by hand, which SCIP and CP-SAT are given as well (as MPS; CP-SAT counts what is continuous in thousandths). `>`: \
         stopped by the limit without a proof; `–`: not asked, because it proved nothing at the size before; `not installed` \
         needs `--python` with the packages of SCIP and CP-SAT.\n\n",
        settings.limit,
        machine(),
        env!("CARGO_PKG_VERSION"),
        version("SCIP"),
        version("CP-SAT"),
        settings.limit
    )
}

fn summary(rows: &[Row]) -> String {
    let mut text =
        format!("| case | {} | engine / best other |\n| --- |{}\n", SOLVERS.join(" | "), " ---: |".repeat(6));
    for row in rows {
        let _ = write!(text, "| {} |", row.subject.name);
        for figure in &row.figures {
            let _ = write!(text, " {} |", row.shown(figure.as_ref()));
        }
        let _ = writeln!(text, " {} |", row.part(seconds).map_or_else(|| "–".to_owned(), |part| format!("{part:.3}")));
    }
    let wrong = |row: &&Row| row.figures.iter().flatten().any(|figure| row.is_wrong(figure));
    let said = if rows.iter().any(|row| wrong(&row)) {
        "† says that it has proven an objective which another solver's portfolio exceeds: such a figure counts for nothing. Wherever \
         else two solvers proved an objective they agree within 1e-5 of it."
    } else {
        "Wherever two solvers proved an objective they agree within 1e-5 of it."
    };
    text + "\n" + said + "\n"
}

fn proven(figure: Option<&Figure>) -> String {
    let Some(figure) = figure else { return "–".to_owned() };
    match seconds(figure) {
        None if figure.0.get("missing").is_some() => "not installed".to_owned(),
        None => "failed".to_owned(),
        Some(seconds) if figure.is("proven") => format!("{seconds:.3}"),
        Some(seconds) => format!("> {seconds:.1}"),
    }
}

/// Geometric means of the engine's part of the best other solver's time, by family.
fn means(rows: &[Row]) -> String {
    let mut text = String::from(
        "\nGeometric means of the engine's part of the best other solver's time (a solver that was stopped counts with what it \
         had used, so that the true part is smaller where all others were stopped):\n\n\
         | family | cases with another solver | to the proof | to within 0.1 % | worst case, to the proof |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    let mut families: Vec<&str> = Vec::new();
    for row in rows {
        if !families.contains(&row.subject.family.as_str()) {
            families.push(&row.subject.family);
        }
    }
    let mut line = |name: &str, chosen: &[&Row]| {
        let parts: Vec<f64> = chosen.iter().filter_map(|row| row.part(seconds)).collect();
        let near = chosen.iter().filter_map(|row| {
            let best = row.best()?;
            row.part(|figure| figure.within(best).or_else(|| seconds(figure)))
        });
        let worst = parts.iter().copied().fold(0.0, f64::max);
        let near: Vec<f64> = near.collect();
        let count = parts.len();
        let _ = writeln!(text, "| {name} | {count} | {} | {} | {worst:.3} |", geometric(&parts), geometric(&near));
    };
    for family in families {
        line(family, &rows.iter().filter(|row| row.subject.family == family).collect::<Vec<_>>());
    }
    let large = |row: &&Row| row.subject.family == "ladder" && row.subject.size >= 60;
    line("**ladder, from 60 candidates**", &rows.iter().filter(large).collect::<Vec<_>>());
    line("all", &rows.iter().collect::<Vec<_>>());
    text
}

fn geometric(parts: &[f64]) -> String {
    if parts.is_empty() {
        return "–".to_owned();
    }
    let count = f64::from(u32::try_from(parts.len()).unwrap());
    format!("{:.3}", (parts.iter().map(|part| part.ln()).sum::<f64>() / count).exp())
}

fn details(rows: &[Row]) -> String {
    let mut text = String::from(
        "\n<details><summary>Every run: processor and wall seconds, first portfolio, nodes</summary>\n\n\
         | case | solver | processor, s | wall, s | within 0.1 %, s | first portfolio, s | nodes | objective | bound |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let number =
        |value: Option<f64>, places: usize| value.map_or_else(|| "–".to_owned(), |it| format!("{it:.places$}"));
    for row in rows {
        let best = row.best().unwrap_or(0.0);
        for (who, figure) in SOLVERS.iter().zip(&row.figures) {
            let Some(figure) = figure.as_ref().filter(|figure| figure.is_known()) else { continue };
            let _ = writeln!(
                text,
                "| {} | {who} | {} | {} | {} | {} | {} | {} | {} |",
                row.subject.name,
                row.shown(Some(figure)),
                number(figure.number("wall"), 3),
                number(figure.within(best), 3),
                number(figure.first(), 3),
                number(figure.number("nodes"), 0),
                number(figure.objective(), 4),
                number(figure.number("bound"), 4)
            );
        }
    }
    text.push_str("\nThe wall time of this run says little: other work shared the two cores.\n\n</details>\n");
    text
}

fn proofs(rows: &[Row], figures: &Figures) -> String {
    let mut text = String::from(
        "\n### Proofs, whole answers, and a cancel\n\nProcessor seconds: for the whole answer (the best objective, then the lowest \
         bill that has it, both proven and certified); for searching and writing the proof of the objective; for checking it. \
         First: milliseconds of wall time until a portfolio that keeps all rules was known. Cancel: milliseconds of wall \
         time from the wish to stop until the engine has answered, the median and the worst of 20 wishes at random moments \
         of the whole answer (a search that was through before counts for nothing), while other work may share the cores.\n\n\
         | case | whole answer, s | proof written, s | lines | kB | checked, s | first, ms | cancel, ms |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for row in rows {
        let get = |who: &str| figures.get(&row.subject, who).unwrap_or(Figure(serde_json::Value::Null));
        let (both, proof, cancel) = (get("both"), get("proof"), get("cancel"));
        if !both.is_known() {
            continue;
        }
        let number =
            |value: Option<f64>, places: usize| value.map_or_else(|| "–".to_owned(), |it| format!("{it:.places$}"));
        let cancelled = match (cancel.number("median"), cancel.number("worst")) {
            (Some(median), Some(worst)) => format!("{median:.1}, at worst {worst:.1}"),
            _ => "–".to_owned(),
        };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {cancelled} |",
            row.subject.name,
            proven(Some(&both)),
            number(proof.number("written"), 3),
            number(proof.number("lines"), 0),
            number(proof.number("bytes").map(|bytes| bytes / 1e3), 1),
            number(proof.number("checked"), 3),
            number(cancel.number("first"), 1),
        );
    }
    text.push('\n');
    text
}

fn machine() -> String {
    let facts = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("an unknown processor", |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().nth(2).unwrap_or("?").to_owned();
    format!("{cores} cores of {model}, shared with other work (load {load} over the last 15 minutes)")
}

/// Puts a section between its marks in `benches/README.md`, at the end where it has none yet.
#[allow(clippy::disallowed_methods)] // A page of the project, not a planner's file.
pub fn write(name: &str, section: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let page = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Performance".to_owned());
    let (begin, end) = (format!("<!-- figures: {name} -->"), format!("<!-- end of figures: {name} -->"));
    let block = format!("{begin}\n{}\n{end}", section.trim_end());
    let page = match (page.split_once(&begin), page.split_once(&end)) {
        (Some((before, _)), Some((_, after))) => format!("{before}{block}{after}"),
        _ => format!("{}\n\n{block}\n", page.trim_end()),
    };
    std::fs::write(path, page).unwrap();
}
