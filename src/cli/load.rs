//! From what the planner named to a case that can be computed.

use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::say;
use std::fmt::Write as _;
use std::path::Path;

use super::args::{CaseArgs, ScenarioArgs};
use super::failure::Failure;
use super::output::shell;
use super::tell::message;
use crate::model::apply::apply_scenario;
use crate::model::change::Change;
use crate::model::compile::{Compiled, compile};
use crate::model::guess::did_you_mean;
use crate::model::typed;
use crate::model::{Case, DecimalMark, Finding, Level, Mask, Portfolio, Workbook};
use crate::report::{self, CaseHeader, Input};
use crate::session::edit::scenarios;
use crate::store::FileStamp;
use crate::{check, store};

/// A case without errors.
#[derive(Debug)]
pub(super) struct Loaded {
    /// The case, with the changes for this run.
    pub case: Case,
    /// The head of its reports.
    pub header: CaseHeader,
    /// The text that the case was compiled from, with the changes for this run but without scaled budgets.
    pub workbook: Workbook,
    /// What the readers of its reports do not get to see; the case is without it already.
    pub mask: Mask,
}

/// A case as it was read, with everything that was found.
#[derive(Debug)]
pub(super) struct Read {
    workbook: Workbook,
    inputs: Vec<Input>,
    /// The one table that it was made from, if it was.
    table: Option<String>,
    /// What the readers of its reports do not get to see.
    mask: Mask,
}

/// Findings shown where a command refuses a case; all of them are a matter of `check`.
const SHOWN: usize = 10;

/// Reads a case, changes it for this run, and refuses it where it has errors.
pub(super) fn load(args: &CaseArgs) -> Result<Loaded, Failure> {
    load_in(args, &ScenarioArgs::default())
}

/// The same in one of its scenarios, where one is named.
pub(super) fn load_in(args: &CaseArgs, scenario: &ScenarioArgs) -> Result<Loaded, Failure> {
    load_beside(args, scenario, &Mask::default())
}

/// The same beside another case: what is withheld of both is called the same.
pub(super) fn load_beside(args: &CaseArgs, scenario: &ScenarioArgs, beside: &Mask) -> Result<Loaded, Failure> {
    let mut read = read(args, args.level.as_deref(), scenario, beside)?;
    let mut compiled = compile(&read.workbook);
    let mut findings = findings(&read, &compiled);
    let mut aside = Vec::new();
    let found = if args.set_aside { check::set_aside(&read.workbook, &findings) } else { None };
    if let Some(found) = found {
        aside.extend(findings.iter().filter(|it| it.level == Level::Error).map(Finding::file_and_line));
        aside.dedup();
        message(&say!("load-rows-set-aside", rows = found.rows.len(), places = aside.join(", ")));
        (read.workbook, compiled.case, findings) = (found.book, found.case, found.findings);
        findings.retain(|it| it.level != Level::Error);
    }
    refuse(&findings, &args.case)?;
    warn(&findings, &args.case);
    let mut changes: Vec<String> =
        scenario.scenario.iter().map(|name| scenarios::words(&read.workbook, name)).collect();
    changes.extend_from_slice(&args.set);
    changes.extend((!aside.is_empty()).then(|| say!("load-set-aside", places = aside.join(", "))));
    if let Some(total) = args.budget.filter(|_| !is_quick(&args.case)) {
        compiled.case.scale_budgets(total).map_err(Failure::failed)?;
        changes.push(say!("load-all-budgets-scaled", total = total));
    }
    let path = args.case.display().to_string();
    let header = report::header(&compiled.case, path, read.inputs, changes).masked(&read.mask);
    if !header.withheld.is_empty() {
        message(&header.withheld);
    }
    Ok(Loaded { case: compiled.case, header, workbook: read.workbook, mask: read.mask })
}

/// A case that was read, as readers of a level may see it, also under names that its log knows.
pub(super) fn masked(book: &Workbook, level: &str, log: Option<&store::Log>) -> Result<(Mask, Workbook), Failure> {
    let known = report::mask_with_log(book, level, log).map_err(Failure::usage)?;
    Mask::of(book, level, &known).map_err(Failure::usage)
}

/// What readers of a level do not get to see of a case that is not masked itself.
pub(super) fn mask_for(args: &CaseArgs, scenario: &ScenarioArgs, level: &str) -> Result<Mask, Failure> {
    let mask = read(args, Some(level), scenario, &Mask::default())?.mask;
    if let Some(withheld) = mask.sentence() {
        message(&withheld);
    }
    Ok(mask)
}

/// Refuses what states every figure of a case to the last digit, where something of it is withheld.
pub(super) fn refuse_masked(mask: &Mask, what: &str) -> Result<(), Failure> {
    if mask.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(say!("mask-states-all", what = what)).hint(say!("mask-without-for")))
}

/// The proposal of a case that is meant, where there is no such file.
fn proposal(case: &Path, named: &Path) -> Option<store::proposal::Proposal> {
    let name = named.to_str().filter(|_| !named.exists())?;
    let (all, _) = store::proposal::read_all(case);
    store::proposal::find(&all, name).cloned()
}

/// Reads a portfolio of the planner's own, a file or a proposal of the case by its name, which is an input of the report like the files of the case.
pub(super) fn portfolio(
    case: &Case,
    path: &Path,
    (header, mask): (&mut CaseHeader, &Mask),
) -> Result<Portfolio, Failure> {
    let shown = path.display();
    let (text, name) = match proposal(Path::new(&header.path), path) {
        Some(proposal) => (proposal.picks, proposal.name.into()),
        None => (store::read_text(path)?, path.file_name().unwrap_or_default().to_string_lossy()),
    };
    let line = |finding: &Finding| format!("{}: {} {}", finding.place_in_file(), finding.message, finding.remedy);
    // The file names what is withheld by its own id.
    let mut named = case.clone();
    for candidate in &mut named.candidates {
        candidate.id = candidate.withheld.take().unwrap_or_else(|| std::mem::take(&mut candidate.id));
    }
    let read = store::portfolio::read(&named, &name, &text).map_err(|findings| {
        let lines = findings.iter().map(|finding| format!("  {}", line(finding))).collect::<Vec<_>>().join("\n");
        Failure::failed(say!("load-shown-no-portfolio", path = shown, findings = lines))
    })?;
    for warning in &read.warnings {
        match warning.level {
            Level::Note => message(&format!("{}: {}", warning.file, warning.message)),
            _ => message(&say!("load-warning", warning = line(warning))),
        }
    }
    let tells = read.portfolio.picks().iter().any(|pick| case[pick.candidate].withheld.is_some());
    let sha256 = if tells { word("withheld") } else { store::sha256(text.as_bytes()) };
    header.inputs.push(Input { file: mask.text(&shown.to_string()), sha256 });
    Ok(read.portfolio)
}

/// Everything that is found in a case, with its head.
pub(super) fn inspect(args: &CaseArgs) -> Result<(CaseHeader, Vec<Finding>), Failure> {
    let read = read(args, args.level.as_deref(), &ScenarioArgs::default(), &Mask::default())?;
    let compiled = compile(&read.workbook);
    let findings = findings(&read, &compiled);
    let path = args.case.display().to_string();
    let header = report::header(&compiled.case, path, read.inputs, args.set.clone()).masked(&read.mask);
    if !header.withheld.is_empty() {
        message(&header.withheld);
    }
    Ok((header, findings))
}

/// Whether the path is one table instead of a folder.
pub(super) fn is_quick(path: &Path) -> bool {
    path.is_file() && path.file_name().is_some_and(|name| name != "case.toml")
}

fn read(args: &CaseArgs, level: Option<&str>, scenario: &ScenarioArgs, beside: &Mask) -> Result<Read, Failure> {
    let mut read = if is_quick(&args.case) { read_table(args)? } else { read_folder(&args.case, args.decimal)? };
    // Other texts may name what a scenario or `--set` calls otherwise.
    let before = match level {
        Some(level) => {
            let log = if args.case.is_dir() { store::read_log(&args.case)? } else { None };
            let known = report::mask_with_log(&read.workbook, level, log.as_ref()).map_err(Failure::usage)?;
            Some(Mask::of(&read.workbook, level, &known.and(beside)).map_err(Failure::usage)?.0)
        }
        None => None,
    };
    if let Some(name) = &scenario.scenario {
        let wrong = |error: String| Failure::failed(format!("--scenario {name}: {error}"));
        let case = compile(&read.workbook).case;
        apply_scenario(&case, name, &mut read.workbook).map_err(wrong)?;
    }
    for text in &args.set {
        apply(text, &mut read.workbook, args.decimal)?;
    }
    if let (Some(level), Some(before)) = (level, &before) {
        (read.mask, read.workbook) = Mask::of(&read.workbook, level, before).map_err(Failure::usage)?;
    }
    Ok(read)
}

fn read_folder(folder: &Path, decimal: Option<DecimalMark>) -> Result<Read, Failure> {
    let opened = store::open_as(folder, decimal).map_err(|error| no_case(folder, error))?;
    let inputs =
        opened.files.into_iter().filter(FileStamp::was_read).map(|file| Input { file: file.name, sha256: file.sha256 });
    Ok(Read { workbook: opened.workbook, inputs: inputs.collect(), table: None, mask: Mask::default() })
}

/// Reads one table as a case with one ministry and one year.
fn read_table(args: &CaseArgs) -> Result<Read, Failure> {
    let path = &args.case;
    let Some(budget) = args.budget else {
        return Err(
            Failure::usage(say!("load-path-one-table", path = path.display())).hint(say!("load-give-budget-folder"))
        );
    };
    let text = store::read_text(path)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let inputs = vec![Input { file: file.clone(), sha256: store::sha256(text.as_bytes()) }];
    let workbook = store::quick::quick(&name, &text, budget, args.decimal);
    Ok(Read { workbook, inputs, table: Some(file), mask: Mask::default() })
}

/// Everything that is found, said of the files that the planner has.
fn findings(read: &Read, compiled: &Compiled) -> Vec<Finding> {
    let mut findings = check::check(&read.workbook, compiled);
    if let Some(table) = &read.table {
        store::quick::rename(&mut findings, table);
    }
    findings
}

fn apply(text: &str, workbook: &mut Workbook, decimal: Option<DecimalMark>) -> Result<(), Failure> {
    let wrong = |error: String| Failure::usage(format!("--set {text}: {error}"));
    let change = Change::parse_typed(text, typed::money_of(workbook), decimal).map_err(wrong)?;
    change.apply(workbook).map_err(wrong)?;
    Ok(())
}

fn refuse(findings: &[Finding], path: &Path) -> Result<(), Failure> {
    let errors: Vec<_> = findings.iter().filter(|finding| finding.level == Level::Error).collect();
    if errors.is_empty() {
        return Ok(());
    }
    let mut text = say!("load-path-has-errors", path = path.display(), errors = errors.len());
    for finding in errors.iter().take(SHOWN) {
        let _ = write!(text, "\n  {}: {} {}", finding.file_and_line(), finding.message, finding.remedy);
    }
    if errors.len() > SHOWN {
        text.push_str(&say!("load-errors-more", errors = errors.len() - SHOWN));
    }
    Err(Failure::failed(text).hint(say!("load-beslismacht-check", path = shell(path))))
}

fn warn(findings: &[Finding], path: &Path) {
    let warnings = findings.iter().filter(|finding| finding.level == Level::Warning).count();
    if warnings > 0 {
        message(&say!("load-warnings", warnings = warnings, path = shell(path)));
    }
}

/// Why a case could not be opened, with the nearest thing that could.
pub(super) fn no_case(path: &Path, error: store::StoreError) -> Failure {
    let failure = Failure::from(error);
    if path.exists() {
        return failure;
    }
    let cases = cases_beside(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let near = did_you_mean(&name, cases.iter().map(String::as_str));
    failure.maybe_hint(near.map(|near| say!("load-did-you-mean", path = path.with_file_name(near).display())))
}

fn cases_beside(path: &Path) -> Vec<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.order();
    names
}
