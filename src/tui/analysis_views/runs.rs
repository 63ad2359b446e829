//! What runs of analyses look like: their reports, what only the screen has of them, and what their views show.

use crate::messages::word;
use crate::say;
use std::sync::Arc;

use litemap::LiteMap;

use crate::analyse::{AnalysisKind, AnalysisOutcome};
use crate::measure::evaluate;
use crate::model::{Case, Portfolio};
use crate::report::analyses::analysis_report;
use crate::report::{AnalysisReport, Audience, CaseHeader, Table};
use crate::session::analyses::{Age, Analyses, AnalysisRun, Standing, Stopping};
use crate::tui::theme::Role;

/// A place on a chart, across and up.
pub(crate) type At = (rust_decimal::Decimal, rust_decimal::Decimal);

/// Where a portfolio stands on a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    pub whose: Whose,
    /// Where.
    pub at: At,
}

/// A portfolio of the case: on a chart, or whose spending is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Whose {
    /// The recommended one.
    #[default]
    Recommended,
    /// The planner's own.
    Own,
}

/// What of a run is made to be shown.
#[derive(Debug, Clone)]
struct Face {
    /// What was found, as sentences and tables.
    report: AnalysisReport,
    /// Tables that only the screen has.
    extra: Vec<Table>,
    /// Where the recommended and the own portfolio stand on its chart.
    marks: Vec<Mark>,
}

/// A run with what is shown of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShownRun<'a> {
    pub run: &'a AnalysisRun,
    /// What was found, as sentences and tables.
    pub report: &'a AnalysisReport,
    /// Tables that only the screen has.
    extra: &'a [Table],
    /// Where the recommended and the own portfolio stand on its chart.
    pub marks: &'a [Mark],
}

impl<'a> ShownRun<'a> {
    /// All of its tables that people read, the most important first.
    pub fn tables(self) -> impl Iterator<Item = &'a Table> {
        self.report.tables.iter().chain(self.extra).filter(|table| table.audience != Audience::Programs)
    }

    pub fn table(self, key: &str) -> Option<&'a Table> {
        self.tables().find(|table| table.key == key)
    }
}

/// What a view shows of chart and table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shape {
    /// Both.
    #[default]
    Both,
    /// The chart alone.
    Chart,
    /// The table alone.
    Table,
}

/// The runs of a case, and what their views show.
#[derive(Debug, Clone, Default)]
pub(crate) struct AnalysisViews {
    pub runs: Analyses,
    faces: LiteMap<AnalysisKind, Arc<Face>>,
    /// The table that each view shows; the first where none is here.
    pub tables: LiteMap<AnalysisKind, &'static str>,
    /// What the views show.
    pub shape: Shape,
}

impl AnalysisViews {
    /// What came out of an analysis.
    pub fn shown(&self, kind: AnalysisKind) -> Option<ShownRun<'_>> {
        let (run, face) = (self.runs.results.get(&kind)?, self.faces.get(&kind)?);
        Some(ShownRun { run, report: &face.report, extra: &face.extra, marks: &face.marks })
    }

    /// The table that a view shows.
    pub fn table(&self, kind: AnalysisKind) -> Option<(ShownRun<'_>, &Table)> {
        let shown = self.shown(kind)?;
        let wanted = self.tables.get(&kind).and_then(|key| shown.table(key));
        Some((shown, wanted.or_else(|| shown.report.tables.first())?))
    }

    /// Makes anew what is shown of a run; `extra` makes the tables that only the screen has.
    pub fn face(
        &mut self,
        kind: AnalysisKind,
        header: CaseHeader,
        extra: impl FnOnce(&Case, &AnalysisOutcome) -> Vec<Table>,
    ) {
        let Some(run) = self.runs.results.get(&kind) else { return };
        let report = analysis_report(&run.case, &run.outcome, header);
        let extra = extra(&run.case, &run.outcome);
        self.faces.insert(kind, Arc::new(Face { report, extra, marks: Vec::new() }));
    }

    /// Looks again which runs are about the case as it stands, and where the portfolios stand on their charts.
    pub fn refresh(&mut self, case: &Arc<Case>, own: &Portfolio, recommended: Option<&Portfolio>) {
        let about = self.runs.refresh(case, own);
        for (kind, face) in &mut self.faces {
            let Some(run) = self.runs.results.get(kind) else { continue };
            let is_about = about.contains(kind);
            let own = Some(own).filter(|own| !own.picks().is_empty() && is_about);
            let marks = marks(run, recommended.filter(|_| is_about), own);
            if face.marks != marks {
                Arc::make_mut(face).marks = marks;
            }
        }
    }
}

/// Where portfolios stand on the chart of a run.
fn marks(run: &AnalysisRun, recommended: Option<&Portfolio>, own: Option<&Portfolio>) -> Vec<Mark> {
    let params = run.outcome.params();
    let place = |(whose, portfolio): (Whose, Option<&Portfolio>)| {
        let portfolio = portfolio?;
        let evaluation = evaluate(&run.case, portfolio);
        let at = params.place(&run.case, &run.case, (portfolio, &evaluation))?;
        Some(Mark { whose, at })
    };
    [(Whose::Recommended, recommended), (Whose::Own, own)].into_iter().filter_map(place).collect()
}

/// The state of an analysis in a few words, and how they look.
pub(crate) fn state_words(views: &AnalysisViews, kind: AnalysisKind) -> (String, Role) {
    let runs = &views.runs;
    if let Some(running) = runs.running(kind) {
        let verb = if running.stopping == Stopping::Yes { word("stopping") } else { word("running") };
        let (done, total) = (running.progress.done, running.progress.total.max(1));
        // All pieces are there, and what needs them all is worked out.
        if done >= total && running.stopping == Stopping::No {
            return (word("finishing"), Role::Warn);
        }
        return (say!("runs-doing-done-of", doing = verb, done = done, total = total), Role::Warn);
    }
    if runs.waiting.contains(&kind) {
        return (word("waiting"), Role::Warn);
    }
    if runs.errors.contains_key(&kind) {
        return (word("failed"), Role::Bad);
    }
    let Some(shown) = views.shown(kind) else { return (say!("analysis-views-not-run"), Role::Dim) };
    match (shown.run.age, shown.run.standing) {
        (Age::Stale, _) => (say!("analysis-views-out-date"), Role::Warn),
        (Age::Current, Standing::Finished) if shown.report.open.is_empty() => {
            (say!("analysis-views-finished-proven"), Role::Good)
        }
        (Age::Current, Standing::Finished) => (say!("analysis-views-finished-not-proven"), Role::Warn),
        (Age::Current, _) => (say!("analysis-views-stopped-part-kept"), Role::Warn),
    }
}

/// The ways out of a case without a portfolio, where they were looked for.
pub(crate) fn repairs(run: &AnalysisRun) -> Option<&crate::analyse::repairs::Repairs> {
    match &run.outcome {
        AnalysisOutcome::Explain(_, found) => found.repairs(),
        _ => None,
    }
}
