//! `proposals CASE`, and what is done with one: `propose`, `agree`, `reject`, `remark`.

use clap::FromArgMatches as _;

use super::command::Entry;
use super::prelude::*;
use crate::messages::list;
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::guess::suggest;
use crate::report::{self, Input};
use crate::session::on_disk::portfolios;
use crate::session::second_case::PortfolioFile;
use crate::session::{Snapshot, UserPortfolio};
use crate::store;
use crate::store::proposal::{self, By, Deed, Proposal, State};

#[derive(Debug, Args)]
pub(super) struct Proposals {
    #[arg(id = "proposals-of", value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: PathBuf,
    #[command(flatten)]
    readers: ReadersArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
}

/// Who speaks.
#[derive(Debug, Args)]
struct Who {
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    #[arg(long, value_name = "ID")]
    ministry: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Propose {
    #[arg(id = "proposals-of", value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: PathBuf,
    #[arg(id = "proposal", value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "PORTFOLIO", value_hint = clap::ValueHint::FilePath)]
    from: Option<PathBuf>,
    #[arg(long)]
    draft: bool,
    #[arg(id = "words", long = "remark", value_name = "TEXT")]
    remark: Option<String>,
    #[command(flatten)]
    who: Who,
}

/// Something that is said of a proposal.
#[derive(Debug, Args)]
struct Says {
    #[arg(id = "proposals-of", value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: PathBuf,
    #[arg(id = "proposal", value_name = "NAME")]
    name: String,
    #[arg(id = "words", value_name = "TEXT")]
    text: Option<String>,
    #[command(flatten)]
    who: Who,
}

/// The commands that say something of a proposal.
pub(super) fn entries() -> [Entry; 3] {
    [("agree", Some(State::Agreed)), ("reject", Some(State::Rejected)), ("remark", None)].map(|(name, state)| Entry {
        parser: Says::augment_args(clap::Command::new(name)),
        run: Box::new(move |matches, _| says(&Says::from_arg_matches(matches)?, state)),
    })
}

fn says(args: &Says, state: Option<State>) -> Result<Code, Failure> {
    let text = args.text.clone().unwrap_or_default();
    let case = opened(&args.case)?;
    let by = by(&args.who, &case)?;
    let deed = match state {
        Some(state) => Deed::Decide(state, text),
        None => Deed::Remark(text),
    };
    let done = perform(&args.case, &args.name, &deed, &by)?;
    message(&report::proposal_told(&case, &done, state));
    Ok(Code::Done)
}

/// Does something with a proposal; where there is none of the name, the nearest is told.
fn perform(case: &Path, name: &str, deed: &Deed, by: &By) -> Result<Proposal, Failure> {
    let done = proposal::perform_logged(case, name, deed, by).map(|(done, unlogged)| {
        if let Some(error) = unlogged {
            message(&say!("case-not-logged", error = error));
        }
        done
    });
    done.map_err(|error| {
        let (all, _) = proposal::read_all(case);
        let failure = Failure::from(error);
        if proposal::find(&all, name).is_some() || all.is_empty() {
            return failure;
        }
        failure.hint(suggest(name, all.iter().map(|it| it.name.as_str()), &say!("proposals-list-them")))
    })
}

/// The case in the folder, whatever is wrong with it.
fn opened(folder: &Path) -> Result<Case, Failure> {
    let opened = store::open(folder).map_err(|error| load::no_case(folder, error))?;
    Ok(compile(&opened.workbook).case)
}

/// Who speaks, for a ministry of the case: as the arguments say, else the settings, else the system.
fn by(who: &Who, case: &Case) -> Result<By, Failure> {
    let author = who.author.clone().unwrap_or_else(super::guests::author);
    if let Some(why) = proposal::title_problem(&author) {
        return Err(Failure::usage(format!("--author: {why}")));
    }
    let Some(typed) = &who.ministry else {
        let kept = super::guests::setting("ministry").filter(|id| case.ministry_by_id(id).is_some());
        return Ok(By::now(author.trim(), &kept.unwrap_or_default()));
    };
    let known = case.ministries.iter().find(|it| it.id == *typed || it.name == *typed);
    let known = known.ok_or_else(|| {
        let ids = ids(case);
        let remedy = suggest(typed, ids.iter().map(String::as_str), &say!("cell-write-one-list", list = list(&ids)));
        Failure::usage(say!("proposals-no-ministry", ministry = typed)).hint(remedy)
    })?;
    Ok(By::now(author.trim(), &known.id))
}

impl Command for Proposals {
    const NAME: &'static str = "proposals";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case])?;
        let opened = store::open(&self.case).map_err(|error| load::no_case(&self.case, error))?;
        let snapshot = Snapshot::new(0, &opened.workbook, &UserPortfolio::default());
        let case = &snapshot.case;
        let (mut files, wrong) = portfolios::read(&self.case, &ids(case));
        for file in &mut files {
            file.refresh(&snapshot);
        }
        let inputs = opened.files.into_iter().filter(store::FileStamp::was_read);
        let inputs = inputs.map(|file| Input { file: file.name, sha256: file.sha256 }).collect();
        let header = report::header(case, self.case.display().to_string(), inputs, Vec::new());
        let hash = proposal::case_hash(&opened.workbook);
        let mut report = report::proposals_report(case, header, &files, &hash, wrong);
        if let Some(level) = &self.readers.level {
            let log = store::read_log(&self.case)?;
            let (mask, _) = load::masked(&opened.workbook, level, log.as_ref())?;
            report = report::masked_proposals(report, &mask);
        }
        output.report(&report, self.table.as_deref(), call.colour)?;
        Ok(Code::Done)
    }
}

fn ids(case: &Case) -> Vec<String> {
    case.ministries.iter().map(|it| it.id.clone()).collect()
}

impl Command for Propose {
    const NAME: &'static str = "propose";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        let args = CaseArgs {
            case: self.case.clone(),
            budget: None,
            decimal: None,
            set: Vec::new(),
            level: None,
            set_aside: false,
        };
        let Loaded { case, mut header, workbook, mask } = load::load(&args)?;
        let by = by(&self.who, &case)?;
        let state = if self.draft { State::Draft } else { State::Proposed };
        let known = proposal::find(&proposal::read_all(&self.case).0, &self.name).is_some();
        let own_file = store::own_file(&self.case, &by.author);
        let own = self.case.join(&own_file);
        let from = self.from.as_deref().or_else(|| (!known).then_some(own.as_path()));
        let remark = self.remark.clone().unwrap_or_default();
        let Some(from) = from else {
            let done = perform(&self.case, &self.name, &Deed::Decide(state, remark), &by)?;
            message(&report::proposal_told(&case, &done, Some(state)));
            return Ok(Code::Done);
        };
        if self.from.is_none() && !own.is_file() {
            return Err(
                Failure::failed(say!("proposals-nothing-own", file = own_file)).hint(say!("proposals-name-from"))
            );
        }
        let portfolio = load::portfolio(&case, from, (&mut header, &mask))?;
        let picks = UserPortfolio::of(&case, &portfolio).to_csv(&case);
        let made_for = proposal::case_hash(&workbook);
        let mut done = perform(&self.case, &self.name, &Deed::Keep { picks, made_for, state }, &by)?;
        if !remark.is_empty() {
            done = perform(&self.case, &done.name, &Deed::Remark(remark), &by)?;
        }
        message(&report::proposal_told(&case, &done, Some(state)));
        let mut file = PortfolioFile::of_proposal(done, &ids(&case));
        file.refresh(&Snapshot::new(0, &workbook, &UserPortfolio::default()));
        for (rule, by) in report::broken_rules(&case, &header, &file) {
            message(&say!("proposals-breaks", rule = rule, by = by));
        }
        Ok(Code::Done)
    }
}
