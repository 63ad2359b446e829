//! `diff A B` and `merge3 BASE MINE THEIRS`: versions of a case, or of one of its files, cell by cell; also as the drivers of
//! version control.

use super::prelude::*;
use crate::model::compile::compile;
use crate::model::order::InOrder as _;
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Mask, Workbook};
use crate::report::{self, Input, versions_report};
use crate::session::edit::difference::{Difference, difference};
use crate::session::file_merge::{Favour, What, files, merge, what};
use crate::session::picks_difference::difference_of_picks;
use crate::store::{self, Opened};

#[derive(Debug, Args)]
pub(super) struct Diff {
    #[arg(value_name = "VERSION", required = true, num_args = 2..=9, value_hint = clap::ValueHint::AnyPath)]
    versions: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    path: Option<PathBuf>,
    #[command(flatten)]
    readers: ReadersArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Args)]
pub(super) struct Merge3 {
    #[arg(value_name = "BASE", value_hint = clap::ValueHint::AnyPath)]
    base: PathBuf,
    #[arg(value_name = "MINE", value_hint = clap::ValueHint::AnyPath)]
    mine: PathBuf,
    #[arg(value_name = "THEIRS", value_hint = clap::ValueHint::AnyPath)]
    theirs: PathBuf,
    #[arg(long, value_name = "NAME")]
    path: Option<PathBuf>,
    #[arg(long)]
    theirs_hold: bool,
}

/// The bytes of a file; none of one that version control says is not there, by the empty device. A name that is nowhere is a mistake:
/// taken for a file that was deleted, it would have the other side's deleted.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    if path == Path::new("/dev/null") {
        return Ok(None);
    }
    Ok(Some(store::read_named(path)?))
}

/// A version of a case, or one of its files alone.
fn opened(path: &Path, name: &str) -> Result<Opened, Failure> {
    if path.is_dir() {
        return store::open(path).map_err(|error| load::no_case(path, error));
    }
    let file = bytes(path)?.map(|bytes| (name.to_owned(), bytes));
    Ok(store::open_bytes(path, file.as_slice(), None))
}

/// What differs between two files of an own portfolio, pick by pick; `None` where one of them is none.
fn picks(before: &Path, after: &Path) -> Result<Option<Difference>, Failure> {
    let text = |path| Ok::<_, Failure>(String::from_utf8(bytes(path)?.unwrap_or_default()).ok());
    Ok(text(before)?.zip(text(after)?).and_then(|(before, after)| difference_of_picks(&before, &after)))
}

/// The case in the folder of a file, for the names of what the file has ids for.
fn beside(path: &Path) -> Option<Workbook> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.join(SETTINGS_FILE).is_file().then(|| store::open(folder).ok()).flatten().map(|opened| opened.workbook)
}

/// A version of one file with the rest of its case, where that is at hand.
fn with_names(beside: Option<&Workbook>, version: &Opened, file: &str) -> Workbook {
    let Some(beside) = beside else { return version.workbook.clone() };
    let mut book = beside.clone();
    if let Some(text) = version.workbook.file(file) {
        book.put_file(file, &text);
    }
    book
}

impl Command for Diff {
    const NAME: &'static str = "diff";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        self.differences(call).map_err(|failure| failure.ending(Code::Usage))
    }
}

impl Diff {
    fn differences(&self, call: &Call<'_>) -> Result<Code, Failure> {
        // Git calls a driver with the path, then file, hash and mode of either side; and takes any other end for a crash.
        let (path, before, after, driven) = match self.versions.as_slice() {
            [before, after] => (self.path.as_ref(), before, after, false),
            [path, before, _, _, after, ..] if self.versions.len() >= 7 => (Some(path), before, after, true),
            _ => return Err(Failure::usage(say!("diff-two-versions"))),
        };
        let named = path.map_or(before.as_path(), PathBuf::as_path);
        let name = named.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A file alone does not say what in it is classified elsewhere.
        if self.readers.level.is_some() && !(before.is_dir() && after.is_dir()) {
            return Err(Failure::usage(say!("diff-for-cases")));
        }
        let output = Output::open(&self.output, &[before, after])?;
        let of_picks = if what(named) == Some(What::Own) { picks(before, after)? } else { None };
        if !(before.is_dir() && after.is_dir()) && what(named) != Some(What::Case) && of_picks.is_none() {
            let same = bytes(before)? == bytes(after)?;
            let text = if same { say!("diff-same") } else { say!("diff-not-cells", file = name) };
            output.text(format!("{text}\n").as_bytes(), crate::report::safe::Sink::Text)?;
            return Ok(if same || driven { Code::Done } else { Code::Failed });
        }
        if before.is_dir() != after.is_dir() {
            return Err(Failure::usage(say!("diff-both-the-same")));
        }
        let (mut old, mut new) = (opened(before, &name)?, opened(after, &name)?);
        for (version, path) in [(&old, before), (&new, after)] {
            if let Some(why) = version.files.iter().find_map(|file| store::why_no_table(&version.workbook, &file.name))
            {
                return Err(Failure::failed(why).hint(path.display()));
            }
        }
        let mut masks = Vec::new();
        if let Some(level) = &self.readers.level {
            let mut known = Mask::default();
            for (version, path) in [(&old, before), (&new, after)] {
                let log = store::read_log(path)?;
                let of_log = report::mask_with_log(&version.workbook, level, log.as_ref()).map_err(Failure::usage)?;
                known = known.and(&of_log);
            }
            let books = [&old.workbook, &new.workbook];
            let both = Mask::of_versions(books, level, &known).map_err(Failure::usage)?;
            for (version, (mask, book)) in [&mut old, &mut new].into_iter().zip(both) {
                version.workbook = book;
                masks.push(mask);
            }
        }
        let found = of_picks.unwrap_or_else(|| difference(&old.workbook, &new.workbook));
        let inputs = new.files.iter().map(|file| Input { file: file.name.clone(), sha256: file.sha256.clone() });
        let case = compile(&new.workbook).case;
        let mut header = report::header(
            &case,
            if driven { named } else { after.as_path() }.display().to_string(),
            inputs.collect(),
            Vec::new(),
        );
        if header.title.is_empty() {
            header.title = if before.is_dir() { SETTINGS_FILE.to_owned() } else { named.display().to_string() };
        }
        let differs = !found.is_empty();
        let beside = (!before.is_dir()).then(|| beside(named)).flatten();
        let books = [&old, &new].map(|version| with_names(beside.as_ref(), version, &name));
        let report = versions_report(header, &found, books.each_ref());
        let report = masks.iter().rev().fold(report, crate::report::TableReport::masked);
        output.report(&report, None, call.colour)?;
        Ok(if differs && !driven { Code::Failed } else { Code::Done })
    }
}

impl Command for Merge3 {
    const NAME: &'static str = "merge3";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        self.together().map_err(|failure| failure.ending(Code::Unmerged))
    }
}

impl Merge3 {
    fn together(&self) -> Result<Code, Failure> {
        let folders = [&self.base, &self.mine, &self.theirs].map(|path| path.is_dir());
        let conflicts = match folders {
            [true, true, true] => self.folders()?,
            [false, false, false] => self.file()?,
            _ => return Err(Failure::usage(say!("merge3-all-the-same"))),
        };
        for conflict in &conflicts {
            message(conflict);
        }
        if conflicts.is_empty() {
            return Ok(Code::Done);
        }
        message(&say!("merge3-conflicts", count = conflicts.len()));
        Ok(Code::Failed)
    }

    fn favour(&self) -> Favour {
        if self.theirs_hold { Favour::Theirs } else { Favour::Mine }
    }

    /// One file; the result takes the place of this side's.
    fn file(&self) -> Result<Vec<String>, Failure> {
        let [base, mine, theirs] = [&self.base, &self.mine, &self.theirs].map(|path| bytes(path));
        let (base, mine, theirs) = (base?, mine?, theirs?);
        let path = self.path.as_ref().unwrap_or(&self.mine);
        let merged = merge(path, [base.as_deref(), mine.as_deref(), theirs.as_deref()], self.favour());
        let merged = merged.map_err(Failure::failed)?;
        match merged.bytes {
            Some(bytes) if mine.as_ref() != Some(&bytes) => store::write_file(&self.mine, &bytes)?,
            None => store::delete(&self.mine)?,
            _ => {}
        }
        Ok(merged.conflicts)
    }

    /// Whole cases: nothing is written before every file is put together.
    fn folders(&self) -> Result<Vec<String>, Failure> {
        let [base, mine, theirs] = [&self.base, &self.mine, &self.theirs].map(|path| files(path));
        let all = [base?, mine?, theirs?];
        let mut names: Vec<&String> = all.iter().flatten().map(|(name, _)| name).collect();
        names.order();
        names.dedup();
        let (mut conflicts, mut writes) = (Vec::new(), Vec::new());
        for name in names {
            let of = |at: usize| all[at].iter().find(|(it, _)| it == name).map(|(_, bytes)| bytes.as_slice());
            let merged = merge(Path::new(name), [of(0), of(1), of(2)], self.favour()).map_err(Failure::failed)?;
            conflicts.extend(merged.conflicts);
            if merged.bytes.as_deref() != of(1) {
                writes.push((name, merged.bytes));
            }
        }
        let _saving = store::Saving::begin(&self.mine)?;
        for (name, bytes) in writes {
            let path = self.mine.join(name);
            if let Some(folder) = path.parent().filter(|_| bytes.is_some()) {
                std::fs::create_dir_all(folder).map_err(|error| Failure::writing(&error, name))?;
            }
            match bytes {
                Some(bytes) => store::write_own(&path, &bytes)?,
                None => store::delete(&path)?,
            }
        }
        Ok(conflicts)
    }
}
