//! `log CASE`

use super::prelude::*;
use crate::model::compile::compile;
use crate::report::{self, Input, LogMask};
use crate::session::on_disk::contradicted;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Log {
    #[arg(value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: PathBuf,
    #[arg(long, value_name = "N")]
    last: Option<usize>,
    #[command(flatten)]
    readers: ReadersArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Command for Log {
    const NAME: &'static str = "log";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case])?;
        let opened = store::open(&self.case).map_err(|error| load::no_case(&self.case, error))?;
        let log = store::read_log(&opened.folder)?;
        let wrong = log.as_ref().map_or_else(Vec::new, |log| contradicted(log, &opened.workbook, &opened.files));
        let is_sound = log.as_ref().is_none_or(store::Log::is_whole) && wrong.is_empty();
        let inputs = opened.files.into_iter().map(|file| Input { file: file.name, sha256: file.sha256 });
        let header = |case: &_| report::header(case, self.case.display().to_string(), inputs.collect(), Vec::new());
        let report = match &self.readers.level {
            None => {
                let case = compile(&opened.workbook).case;
                report::log_report(&case, header(&case), (log.as_ref(), &wrong), self.last)
            }
            Some(level) => {
                let (mask, book) = load::masked(&opened.workbook, level, log.as_ref())?;
                let case = compile(&book).case;
                let header = header(&case).masked(&mask);
                let told = log.as_ref().map(|log| (LogMask::new(&opened.workbook, (mask, level), log), log));
                let masked = told.as_ref().map(|(mask, log)| mask.log(log));
                let report = report::log_report(&case, header, (masked.as_ref(), &wrong), self.last);
                told.iter().fold(report, |report, (mask, log)| mask.report(report, log))
            }
        };
        output.report(&report, None, call.colour)?;
        Ok(if is_sound { Code::Done } else { Code::Failed })
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::fs;

    use crate::cli::run;
    use crate::model::schema::TableId;
    use crate::session::on_disk::{CaseOnDisk, Overwrite, SaveRequest};
    use crate::store;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn the_log_names_who_what_and_why_in_every_format() {
        let folder = tempfile::tempdir().unwrap();
        let (case, out) = (folder.path().join("case"), folder.path().join("out"));
        store::create(&case, &store::tutorial()).unwrap();
        let sound = std::cell::Cell::new(true);
        let log = |more: &[&str]| {
            let arguments = ["beslismacht".into(), "log".into(), case.clone().into_os_string()];
            let more = more.iter().map(OsString::from);
            let all = arguments.into_iter().chain(more).chain(["--out".into(), out.clone().into_os_string()]);
            let code = run(all);
            assert!(code == std::process::ExitCode::SUCCESS || code == std::process::ExitCode::from(1));
            sound.set(code == std::process::ExitCode::SUCCESS);
            fs::read_to_string(&out).unwrap()
        };
        assert!(log(&["--format", "table"]).contains("has no log yet"));
        let (mut opened, loaded) = CaseOnDisk::read(&case, "a test", None, None).unwrap();
        opened.sign("Anna de Vries");
        let save = |opened: &mut CaseOnDisk, book: &crate::model::Workbook, generation, why: &str| {
            let (path, own, why) = (case.clone(), String::new(), why.to_owned());
            let request = SaveRequest { path, generation, book: book.clone(), own, why, over: Overwrite::Ask };
            assert!(matches!(opened.save(&request), crate::session::on_disk::SaveOutcome::Saved(..)));
            assert_eq!(opened.take_unlogged(), None);
        };
        let mut book = loaded.book.clone();
        let sheet = book.sheet_mut(TableId::Candidates);
        let (row, at) = (sheet.row_of("own-cable").unwrap(), sheet.column("cost_1").unwrap());
        sheet.set(row, at, "25");
        save(&mut opened, &book, 1, "the tender came in higher");
        book.sheet_mut(TableId::Budgets).remove_rows(|row| row == 0);
        save(&mut opened, &book, 2, "");
        let csv = log(&["--format", "csv"]);
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 3, "{csv}");
        assert!(
            lines[1].contains("budgets.csv,\"Ministry of Defence, 2027\"") || lines[1].contains("budgets.csv,"),
            "{csv}"
        );
        for part in ["Anna de Vries", "candidates.csv", "own-cable", "cost_1,24,25", "the tender came in higher"] {
            assert!(lines[2].contains(part), "{part}: {csv}");
        }
        let json: serde_json::Value = serde_json::from_str(&log(&["--format", "json", "--last", "1"])).unwrap();
        assert_eq!(json["log"].as_array().unwrap().len(), 1);
        assert_eq!(json["log"][0]["file"], "budgets.csv");
        let text = log(&["--format", "table"]);
        assert!(text.contains("2 changes") && text.contains("The log is whole"), "{text}");
        assert!(!text.contains("own-cable"), "names in place of ids: {text}");
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sound.get() && said.contains("Nothing vouches for the log itself"), "{text}");
        let (path, written) = (case.join(store::LOG_FILE), fs::read_to_string(case.join(store::LOG_FILE)).unwrap());
        let newest = written.lines().last().unwrap();
        let (without, _) = newest.split_once(",\"own\"").unwrap();
        for (tampered, said) in [
            (written.replacen("Anna", "Bart", 2).replacen("Bart", "Anna", 1), "Line 2 of changes.log is not what"),
            (written.replacen(newest, &format!("{without}}}"), 1), "Line 2 of changes.log is not what"),
            (written.split_inclusive('\n').next().unwrap().to_owned(), "cut off"),
            (String::new(), "The log is empty"),
        ] {
            fs::write(&path, tampered).unwrap();
            let text = log(&["--format", "md"]);
            assert!(text.contains(said) && !text.contains("is whole") && !sound.get(), "{said}: {text}");
        }
        fs::write(&path, written).unwrap();
        fs::write(case.join("domains.csv"), "domain\n").unwrap();
        assert!(log(&["--format", "md"]).contains("another file was changed"), "no line is about it");
        fs::write(case.join("budgets.csv"), "ministry,year,amount\n").unwrap();
        assert!(log(&["--format", "md"]).contains("Changed by another program since the last save: budgets.csv"));
    }
}
