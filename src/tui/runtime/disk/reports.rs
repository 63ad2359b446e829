//! Reports about the open case, as bytes for a file or as a text to look at.

use std::path::Path;
use std::sync::Arc;

use super::basis::Basis;
use crate::analyse::scenarios::scenarios;
use crate::model::{Case, Mask, Portfolio, Workbook};
use crate::optimise::{Answer, Conflict};
use crate::report::data::RuleCost;
use crate::report::formats::{self, Options};
use crate::report::{self, Brief, BriefReport, PortfolioReport, Report};
use crate::tui::event::{About, Export};
use crate::{say, store};

/// Finds what rules cost, for as long as it may.
pub(in crate::tui::runtime) type Costs<'a> = &'a dyn Fn(&Case, &Answer) -> Vec<RuleCost>;

/// A report in the format that the ending of its file asks for.
pub(super) fn bytes(export: Export, costs: Costs<'_>) -> Result<Vec<u8>, String> {
    let much = export.asks_much();
    let Export { to, path, book, scenario, about, readers } = export;
    let masked = match &readers {
        Some(level) => {
            let log = store::read_log(&path).map_err(|error| error.to_string())?;
            let known = report::mask_with_log(&book, level, log.as_ref())?;
            Mask::of(&book, level, &known).map(|(mask, _)| mask)
        }
        None => Ok(Mask::default()),
    };
    masked.and_then(|mask| Ok((mask, Basis::of(&path, &book)?))).and_then(|(mask, basis)| match about {
        About::Recommended(case, answer) => {
            let has = if much { Has::Annex(costs) } else { Has::Nothing };
            let of = Recommended { path: &path, book: &book, scenario, case, answer: *answer, has };
            in_format(&to, &of.report(basis, &mask), None)
        }
        About::Brief(case, answer, given) => {
            let of = Recommended { path: &path, book: &book, scenario, case, answer: *answer, has: Has::Page(given) };
            in_format(&to, &BriefReport(&of.report(basis, &mask)), None)
        }
        About::Own(case, own, best) => {
            let (header, evaluation) = (basis.header(&case, &path, scenario), crate::measure::evaluate(&case, &own));
            let (header, case) = (header.masked(&mask), mask.case(&case));
            let name = say!("disk-your-own");
            let report = report::report_of_evaluation(&case, &own, &evaluation, best.as_deref(), header, name);
            in_format(&to, &report, Some("portfolio"))
        }
        About::Case => case_workbook(&to, &path, &book),
        About::Analysis(mut report, table) => {
            report.case.inputs = basis.inputs;
            report.case.changes.extend(basis.changes);
            report.case = report.case.masked(&mask);
            in_format(&to, &*report, Some(table))
        }
    })
}

/// A recommended portfolio on its way to a report.
struct Recommended<'a> {
    path: &'a Path,
    book: &'a Workbook,
    scenario: Option<String>,
    case: Arc<Case>,
    answer: Answer,
    has: Has<'a>,
}

/// What a report has beside the answer.
enum Has<'a> {
    Nothing,
    /// The page for a minister, of the answer or of another portfolio beside it.
    Page(Option<(String, Portfolio)>),
    /// The page, and behind it what rules cost.
    Annex(Costs<'a>),
}

impl Recommended<'_> {
    fn report(self, basis: Basis, mask: &Mask) -> PortfolioReport {
        let under = if self.scenario.is_some() { Ok(Vec::new()) } else { scenarios(self.book, &self.case, &[]) };
        let header = basis.header(&self.case, self.path, self.scenario).masked(mask);
        let (case, answer) = (mask.case(&self.case), masked_answer(self.answer, mask, &self.case));
        let under = under.unwrap_or_default();
        if let Has::Page(Some((name, given))) = self.has {
            let evaluation = crate::measure::evaluate(&case, &given);
            return Brief::of_given(&case, (given, evaluation), answer, (header, mask.text(&name), &under));
        }
        let mut report = report::report_of_answer(&case, &answer, header);
        if !matches!(self.has, Has::Nothing) {
            report.brief = Brief::of(&case, &answer, &under);
        }
        if let Has::Annex(costs) = self.has {
            report.binding = costs(&case, &answer);
        }
        report
    }
}

/// How wide a report is that is looked at.
const WIDE: usize = 70;

/// The page of a report with its heading, as it will be.
pub(super) fn preview(export: Export) -> Result<(String, String), String> {
    let Export { path, book, scenario, about, .. } = export;
    let About::Brief(case, answer, given) = about else { return Err(say!("disk-brief-none")) };
    let basis = Basis::of(&path, &book)?;
    let of = Recommended { path: &path, book: &book, scenario, case, answer: *answer, has: Has::Page(given) };
    let report = of.report(basis, &Mask::default());
    let options = Options { width: Some(WIDE), ..Options::PLAIN };
    let bytes = formats::DEFAULT.write(&BriefReport(&report), &options).map_err(|refusal| refusal.to_string())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (title, body) = text.split_once('\n').unwrap_or(("", &text));
    Ok((title.to_owned(), body.trim_start_matches('\n').to_owned()))
}

/// The case as a workbook, each file in the way in which it lies on the disk.
fn case_workbook(to: &Path, folder: &Path, book: &Workbook) -> Result<Vec<u8>, String> {
    if formats::by_ending(to).is_ok_and(|format| format.id != "xlsx") {
        return Err(say!("disk-case-is-workbook"));
    }
    let opened = store::open(folder).map_err(|error| error.to_string())?;
    crate::session::spreadsheet::workbook(book, &opened.files, None)
}

/// An answer whose words are for the readers of a report.
fn masked_answer(mut answer: Answer, mask: &Mask, case: &Case) -> Answer {
    if mask.is_empty() {
        return answer;
    }
    let told = |conflict: Conflict| {
        // A way out that names what is withheld is for those who may see it.
        let repair = conflict.repair.clone().filter(|repair| mask.text(repair) == *repair);
        Conflict { repair, ..conflict.of_case(&mask.case(case)) }
    };
    answer.conflict = answer.conflict.map(told);
    answer
}

/// A report in the format that the ending asks for; where that holds one table, the named one or the usual one.
fn in_format(to: &Path, report: &dyn Report, table: Option<&str>) -> Result<Vec<u8>, String> {
    let written = formats::by_ending(to).and_then(|format| format.write(report, &Options { table, ..Options::PLAIN }));
    written.map_err(|refusal| refusal.to_string())
}
