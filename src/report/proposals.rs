//! The proposals of a case: how far each has come, what it gives and breaks in the case as it is now, and what was said of it.

use super::analysis::AnalysisReport;
use super::data::CaseHeader;
use super::document::{Column, Kind, Table, Value};
use super::number::{FINE, Figure, with_unit};
use super::style::Role;
use super::words;
use crate::measure::Evaluation;
use crate::messages::{list, word};
use crate::model::{Case, Mask};
use crate::rules::Verdict;
use crate::say;
use crate::session::second_case::PortfolioFile;
use crate::store::proposal::{By, Proposal, Remark, State};

/// The report as readers of a level of classification may see it. It is about the case itself, whose hash is not theirs to have: by it a
/// guess at what they may not see could be tried.
pub fn masked_proposals(mut report: AnalysisReport, mask: &Mask) -> AnalysisReport {
    for table in report.tables.iter_mut().filter(|_| !mask.is_empty()) {
        let Some(at) = table.columns.iter().position(|column| column.key == "made_for") else { continue };
        for row in &mut table.rows {
            row[at] = Value::Text(word("withheld"));
        }
    }
    report.masked(mask)
}

/// The report of proposals that were judged in the case; `hash` is that of the case, `wrong` what cannot be read.
pub fn proposals_report(
    case: &Case,
    header: CaseHeader,
    files: &[PortfolioFile],
    hash: &str,
    wrong: Vec<String>,
) -> AnalysisReport {
    let all: Vec<(&Proposal, &PortfolioFile)> = files.iter().filter_map(|it| Some((it.proposal()?, it))).collect();
    let gives = |file: &PortfolioFile, of: fn(&Evaluation) -> rust_decimal::Decimal| file.gives().map(of);
    let broken = |file: &PortfolioFile| {
        let broken = file.gives()?.broken().count() + file.missing(case).count();
        Some(if broken == 0 { Value::from(0_usize) } else { Value::marked(Role::Bad, broken) })
    };
    let table = Table::of("proposals", say!("proposals-table"), &all)
        .words("name", |(it, _)| it.name.clone())
        .words("state", |(it, _)| it.state.id())
        .words("author", |(it, _)| it.by.author.clone())
        .words("ministry", |(it, _)| ministry(case, &it.by))
        .words("date", |(it, _)| day(&it.by))
        .figures("picks", 0, |(_, file)| file.own.picks.len())
        .points("objective", |(_, file)| gives(file, |it| it.objective))
        .money("cost", |(_, file)| gives(file, |it| it.cost))
        .column(Column::of("broken", Kind::Figures(0)), |(_, file)| broken(file))
        .column(Column::of("to_agree", Kind::Words).for_programs(), |(it, _)| waits_for(it))
        .column(Column::of("made_for", Kind::Words).for_programs(), |(it, _)| it.made_for.clone())
        .column(Column::of("this_case", Kind::Words).for_programs(), |(it, _)| it.made_for == hash)
        .column(Column::of("file", Kind::Words).for_programs(), |(it, _)| format!("proposals/{}.toml", it.stem))
        .table();
    let remarks: Vec<(&str, &Remark)> =
        all.iter().flat_map(|(it, _)| it.remarks.iter().map(|remark| (it.name.as_str(), remark))).collect();
    let said = Table::of("remarks", say!("proposals-remarks"), remarks)
        .words("proposal", |(name, _)| (*name).to_owned())
        .words("date", |(_, it)| day(&it.by))
        .words("author", |(_, it)| it.by.author.clone())
        .words("ministry", |(_, it)| ministry(case, &it.by))
        .words("state", |(_, it)| it.state.map(State::id))
        .words("remark", |(_, it)| it.text.clone())
        .table();
    let breaks: Vec<(&str, String, String)> = all
        .iter()
        .flat_map(|(it, file)| {
            broken_rules(case, &header, file).into_iter().map(|(rule, by)| (it.name.as_str(), rule, by))
        })
        .collect();
    let breaks = Table::of("broken", say!("proposals-broken"), breaks)
        .words("proposal", |(name, ..)| (*name).to_owned())
        .words("rule", |(_, rule, _)| rule.clone())
        .words("by", |(.., by)| by.clone())
        .table();
    let older: Vec<&str> = all
        .iter()
        .filter(|(it, _)| !it.made_for.is_empty() && it.made_for != hash)
        .map(|(it, _)| it.name.as_str())
        .collect();
    let mut summary = vec![say!("proposals-count", count = all.len())];
    if !older.is_empty() {
        summary.push(say!("proposals-older", count = older.len(), names = list(&older)));
    }
    let waiting = all.iter().filter(|(it, _)| !waits_for(it).is_empty());
    summary.extend(
        waiting.map(|(it, _)| say!("proposals-waits-for", name = it.name, ministries = list(&awaited(case, it)))),
    );
    let tables = [table, said, breaks].into_iter().filter(|table| !table.rows.is_empty()).collect();
    let (title, charts) = (say!("proposals-title"), Vec::new());
    AnalysisReport {
        case: header,
        analysis: "proposals",
        title,
        summary,
        open: wrong,
        tables,
        charts,
        page: Vec::new(),
    }
}

/// The rules that a proposal breaks in the case as it is, each with by how much; a candidate that is not there any more first.
pub fn broken_rules(case: &Case, header: &CaseHeader, file: &PortfolioFile) -> Vec<(String, String)> {
    let gone = file.missing(case).map(|id| (say!("proposals-candidate-gone", id = id), String::new()));
    let by = |verdict: &Verdict| {
        let by = Figure(verdict.slack.abs()).short(FINE);
        with_unit(&by, &words::unit(header, verdict.unit))
    };
    let broken = file.gives().into_iter().flat_map(Evaluation::broken);
    gone.chain(broken.map(|verdict| (verdict.rule.describe(case), by(verdict)))).collect()
}

/// The name of the ministry for which somebody speaks.
pub fn ministry(case: &Case, by: &By) -> String {
    let known = case.ministry_by_id(&by.ministry).map(|ix| case.ministries[ix.0].name.clone());
    known.filter(|name| !name.is_empty()).unwrap_or_else(|| by.ministry.clone())
}

/// The day of something, as it stands at the head of its moment.
pub fn day(by: &By) -> String {
    by.date.split('T').next().unwrap_or_default().to_owned()
}

/// The ministries whose word is still to come, by id, for a proposal that is on the table.
fn waits_for(proposal: &Proposal) -> Vec<String> {
    if proposal.state == State::Proposed { proposal.awaits() } else { Vec::new() }
}

/// Their names.
fn awaited(case: &Case, proposal: &Proposal) -> Vec<String> {
    waits_for(proposal).into_iter().map(|ministry| self::ministry(case, &By { ministry, ..By::default() })).collect()
}

/// Who has agreed to a proposal that is on the table, and whose word is still to come; nothing where that is not asked.
pub fn agreement(case: &Case, proposal: &Proposal) -> String {
    let awaited = awaited(case, proposal);
    if awaited.is_empty() {
        return String::new();
    }
    let who = |by: &&By| match ministry(case, by) {
        none if none.is_empty() => by.author.clone(),
        ministry => format!("{} ({ministry})", by.author),
    };
    let agreed: Vec<String> = proposal.agreed_by().iter().map(who).collect();
    let agreed = (!agreed.is_empty()).then(|| say!("proposals-agreed-so-far", who = list(&agreed)));
    let missing = say!("proposals-to-agree", ministries = list(&awaited));
    agreed.into_iter().chain([missing]).collect::<Vec<_>>().join(" ")
}

/// What became of a proposal when it was given a state, or something was said of it.
pub fn told(case: &Case, done: &Proposal, state: Option<State>) -> String {
    match state {
        Some(State::Agreed) if done.state == State::Proposed => {
            say!("proposals-agreed-partly", name = done.name, ministries = list(&awaited(case, done)))
        }
        Some(_) => say!("proposals-now", name = done.name, state = state_words(done)),
        None => say!("proposals-remarked", name = done.name, count = done.remarks.len()),
    }
}

/// A state with who gave it last: `agreed by Bart`.
pub fn state_words(proposal: &Proposal) -> String {
    let last = proposal.remarks.iter().rfind(|it| it.state == Some(proposal.state) && !it.by.author.is_empty());
    let state = word(proposal.state.id());
    last.map_or_else(|| state.clone(), |it| say!("proposals-state-by", state = state, author = it.by.author))
}
