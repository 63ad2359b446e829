#![allow(clippy::disallowed_methods, reason = "tests lay out files by hand")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{
    Base, FileStamp, JOURNAL_FILE, Journal, Lock, Opened, Places, Saved, Saving, StoreError, changed_on_disk,
    discard_journal, open, recover,
};
use crate::model::schema::TableId;
use crate::model::{Finding, Workbook, compile, settings};

const SETTINGS: &str = "# The case.\r\nformat = 1\r\nfirst_year = 2027 # soon\r\nlast_year = 2028\r\n";
const DOMAINS: &str = "\u{feff}domain,name,target\r\n\r\ncloud,\"Cloud, all of it\",0.5\r\nchips,,0.6";

/// Saves what changed in a case.
pub(super) fn save(folder: &Path, files: &[FileStamp], workbook: &Workbook) -> Result<Saved, StoreError> {
    Saving::begin(folder)?.save(files, workbook, None)
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("case.toml"), SETTINGS).unwrap();
    fs::write(folder.path().join("domains.csv"), DOMAINS).unwrap();
    fs::write(folder.path().join("services.csv"), b"service,domain,name\nmail,cloud,Caf\xe9\n").unwrap();
    folder
}

fn places(folder: &TempDir) -> Places {
    Places::of(folder.path(), None)
}

/// What a journal holds here: a row of the domains, and its new target.
type Step = (usize, String);

fn target(row: usize, text: &str, workbook: &mut Workbook) -> Step {
    let sheet = workbook.sheet_mut(TableId::Domains);
    let at = sheet.column_or_new("target");
    sheet.set(row, at, text);
    (row, text.to_owned())
}

fn replay(workbook: &mut Workbook, steps: &[Step]) {
    for (row, text) in steps {
        target(*row, text, workbook);
    }
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn saving_writes_only_what_changed_and_keeps_every_other_byte() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let nothing = save(folder.path(), &files, &workbook).unwrap();
    assert!(nothing.written.is_empty() && nothing.stale.is_empty());
    target(1, "0.7", &mut workbook);
    let saved = save(folder.path(), &files, &workbook).unwrap();
    assert_eq!(saved.written, ["domains.csv"]);
    assert_eq!(text(folder.path(), "domains.csv"), DOMAINS.replace("0.6", "0.7"));
    assert_eq!(text(folder.path(), "case.toml"), SETTINGS);
    workbook.settings = settings::write(&workbook.settings, "last_year", "2030").unwrap();
    let saved = save(folder.path(), &saved.files, &workbook).unwrap();
    assert_eq!(saved.written, ["case.toml"]);
    assert_eq!(text(folder.path(), "case.toml"), SETTINGS.replace("2028", "2030"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary file is left");
}

#[test]
fn a_file_that_is_damaged_is_a_finding_and_is_never_written() {
    let folder = folder();
    let damaged = b"service,domain,name\nmail,cloud,Caf\xe9 \xc3\xa9\n";
    fs::write(folder.path().join("services.csv"), damaged).unwrap();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let findings: Vec<Finding> = compile(&workbook).findings;
    let encoding = findings.iter().find(|finding| finding.code == "encoding").unwrap();
    assert_eq!((encoding.file.as_str(), encoding.line, encoding.character), ("services.csv", 2, 15));
    workbook.sheet_mut(TableId::Services).rows.remove(0);
    let refused = save(folder.path(), &files, &workbook).unwrap_err();
    assert!(matches!(refused, StoreError::NotText(name) if name == "services.csv"));
    assert_eq!(fs::read(folder.path().join("services.csv")).unwrap(), damaged);
}

#[test]
fn a_case_from_a_spreadsheet_is_saved_in_the_way_in_which_it_was_read() {
    let folder = folder();
    let domains = "sep=;\r\ndomain;name;target\r\ncloud;\"Caf\u{e9}; 2\";0,5\r\nchips;x, y;0,25\r\n";
    let utf_16 =
        |text: &str| -> Vec<u8> { format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect() };
    fs::write(folder.path().join("domains.csv"), utf_16(domains)).unwrap();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let told: Vec<_> = workbook.reading.iter().map(|it| (it.file.as_str(), it.level, it.message.as_str())).collect();
    assert_eq!(
        told,
        [
            (
                "domains.csv",
                crate::model::Level::Note,
                "Read with UTF-16, semicolons between the cells and decimal commas."
            ),
            ("services.csv", crate::model::Level::Note, "Read with Windows-1252."),
        ]
    );
    assert_eq!(workbook.sheet(TableId::Domains).cell(0, "target"), "0.5");
    assert_eq!(workbook.sheet(TableId::Services).cell(0, "name"), "Caf\u{e9}");
    assert!(save(folder.path(), &files, &workbook).unwrap().written.is_empty());
    target(1, "0.75", &mut workbook);
    let sheet = workbook.sheet_mut(TableId::Services);
    sheet.rows.push(std::sync::Arc::new(crate::model::Row::new(vec!["ca".into(), "cloud".into(), "\u{e0}".into()])));
    let saved = save(folder.path(), &files, &workbook).unwrap();
    assert_eq!(saved.written, ["domains.csv", "services.csv"]);
    assert_eq!(fs::read(folder.path().join("domains.csv")).unwrap(), utf_16(&domains.replace("0,25", "0,75")));
    let services = fs::read(folder.path().join("services.csv")).unwrap();
    assert_eq!(services, b"service,domain,name\nmail,cloud,Caf\xe9\nca,cloud,\xe0\n");
    // What was saved is what is known of the disk.
    assert!(changed_on_disk(folder.path(), &saved.files).unwrap().is_empty());
    assert!(save(folder.path(), &saved.files, &workbook).unwrap().written.is_empty());
    assert!(open(folder.path()).unwrap().workbook.same_files(&workbook));
}

#[test]
fn a_file_that_cannot_be_read_is_left_alone_while_the_others_are_saved() {
    let folder = folder();
    fs::remove_file(folder.path().join("case.toml")).unwrap();
    fs::remove_file(folder.path().join("services.csv")).unwrap();
    fs::create_dir(folder.path().join("services.csv")).unwrap();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let found = |code| workbook.reading.iter().any(|finding| finding.code == code);
    assert!(found("unreadable-file") && found("missing-file"));
    target(1, "0.7", &mut workbook);
    let saved = save(folder.path(), &files, &workbook).unwrap();
    assert_eq!(saved.written, ["domains.csv"]);
    assert!(!folder.path().join("case.toml").exists(), "an empty one would be another mistake");
    workbook.put_file("services.csv", "service,domain\n");
    let refused = save(folder.path(), &saved.files, &workbook).unwrap_err();
    assert!(matches!(refused, StoreError::Unread(name) if name == "services.csv"));
    let empty = TempDir::new().unwrap();
    assert!(matches!(open(empty.path()).unwrap_err(), StoreError::NoCase(_)));
}

#[test]
fn a_change_on_disk_is_never_written_over_unseen() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    fs::write(folder.path().join("domains.csv"), "domain\nother\n").unwrap();
    assert_eq!(changed_on_disk(folder.path(), &files).unwrap(), ["domains.csv"]);
    assert_eq!(save(folder.path(), &files, &workbook).unwrap().stale, ["domains.csv"]);
    target(0, "1", &mut workbook);
    let StoreError::ChangedOnDisk(conflicts) = save(folder.path(), &files, &workbook).unwrap_err() else {
        panic!("saving must refuse")
    };
    assert_eq!(conflicts[0].on_disk.as_deref(), Some("domain\nother\n"));
    assert_eq!(conflicts[0].here, workbook.file("domains.csv"));
    assert_eq!(text(folder.path(), "domains.csv"), "domain\nother\n");
    // Who has seen both versions writes over the one on disk.
    let seen = open(folder.path()).unwrap().files;
    save(folder.path(), &seen, &workbook).unwrap();
    assert_eq!(text(folder.path(), "domains.csv"), workbook.file("domains.csv").unwrap());
}

#[test]
fn what_is_on_disk_already_is_no_conflict() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    target(0, "0.25", &mut workbook);
    workbook.settings.push_str("# More.\n");
    // A saving that ended after its first file.
    fs::write(folder.path().join("domains.csv"), workbook.file("domains.csv").unwrap()).unwrap();
    let saved = save(folder.path(), &files, &workbook).unwrap();
    assert_eq!(saved.written, ["case.toml", "domains.csv"]);
    assert!(changed_on_disk(folder.path(), &saved.files).unwrap().is_empty());
}

#[test]
fn a_second_planner_is_told_of_the_first() {
    let folder = folder();
    let lock = Lock::take(folder.path(), "Anna, process 12").unwrap();
    let error = Lock::take(folder.path(), "Bert").unwrap_err();
    assert!(error.to_string().contains("Anna, process 12"), "{error}");
    drop(lock);
    Lock::take(folder.path(), "Bert").unwrap();
}

/// Two had the case open when the machine went down: each gets back what was theirs, and is told whose the rest is.
#[test]
fn unsaved_edits_are_given_back_to_whoever_made_them() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let journals = ["Anna", "Bart"].map(|author| {
        let mut journal = Journal::new(places(&folder), &files).by(author);
        journal.append(Vec::new(), &[target(0, "0.1", &mut workbook)]).unwrap();
        journal
    });
    drop(journals);
    let found = |author: &str| recover::<Step>(&places(&folder), &files, author).unwrap().unwrap();
    assert_eq!((found("Bart").name.as_str(), found("Bart").author.as_str()), (".beslismacht-journal-2", "Bart"));
    assert_eq!(found("Anna").name, JOURNAL_FILE);
    assert_eq!((found("Carla").name.as_str(), found("Carla").author.as_str()), (JOURNAL_FILE, "Anna"));
}

#[test]
fn after_a_crash_the_journal_gives_back_the_unsaved_edits() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let mut journal = Journal::new(places(&folder), &files);
    let first = [target(0, "0.1", &mut workbook), target(1, "0.2", &mut workbook)];
    journal.append(Vec::new(), &first).unwrap();
    journal.append(Vec::new(), &[target(1, "0.3", &mut workbook)]).unwrap();
    assert_eq!(
        recover::<Step>(&places(&folder), &files, "Anna").unwrap(),
        None,
        "a program that runs still writes to it"
    );
    drop(journal);

    let path = folder.path().join(JOURNAL_FILE);
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend_from_slice(b"{\"do\":{\"lab");
    fs::write(&path, bytes).unwrap();
    let Opened { workbook: mut again, files, .. } = open(folder.path()).unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert!(recovery.lost == 1 && recovery.changed.is_empty());
    assert_eq!(recovery.name, JOURNAL_FILE);
    replay(&mut again, &recovery.steps);
    assert_eq!((again.file("domains.csv"), recovery.steps.len()), (workbook.file("domains.csv"), 3));

    // What is done next goes into a journal of its own until the old one is decided on.
    let mut journal = Journal::new(places(&folder), &files);
    journal.append(Vec::new(), &[target(0, "0.4", &mut again)]).unwrap();
    assert_eq!(recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap().name, JOURNAL_FILE);
    discard_journal(&places(&folder), JOURNAL_FILE).unwrap();
    drop(journal);
    let more = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert!(more.lost == 0);
    assert_eq!((more.name.as_str(), more.steps.len()), (".beslismacht-journal-2", 1));
    discard_journal(&places(&folder), &more.name).unwrap();
    assert_eq!(recover::<Step>(&places(&folder), &files, "Anna").unwrap(), None);
}

#[test]
fn a_journal_for_other_file_contents_says_so_and_has_the_text_that_was_edited() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let before = workbook.file("domains.csv");
    let steps = [target(0, "0.1", &mut workbook)];
    let mut journal = Journal::new(places(&folder), &files);
    assert!(journal.wants_base("domains.csv"));
    let base = super::Base { file: "domains.csv".to_owned(), text: before };
    journal.append(vec![base.clone()], &steps).unwrap();
    assert!(!journal.wants_base("domains.csv"));
    drop(journal);
    fs::write(folder.path().join("domains.csv"), "domain\nother\n").unwrap();
    fs::write(folder.path().join("limits.csv"), "scope\n").unwrap();
    let Opened { workbook: mut now, files, .. } = open(folder.path()).unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert_eq!(recovery.changed, ["domains.csv", "limits.csv"]);
    assert_eq!(recovery.bases, [base]);
    now.put_file("domains.csv", recovery.bases[0].text.as_deref().unwrap());
    replay(&mut now, &recovery.steps);
    assert_eq!(now.file("domains.csv"), workbook.file("domains.csv"));
}

#[test]
fn a_new_case_is_written_once_and_has_nothing_to_find_but_notes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan");
    let workbook = super::blank::blank(&super::blank::Blank::default());
    super::create(&path, &workbook).unwrap();
    assert!(matches!(super::create(&path, &workbook).unwrap_err(), StoreError::NotEmpty(_)));
    let opened = open(&path.join("case.toml")).unwrap();
    assert_eq!(opened.folder, path);
    let findings = crate::check::check(&opened.workbook, &compile(&opened.workbook));
    assert!(findings.iter().all(|finding| finding.level == crate::model::Level::Note), "{findings:#?}");
}

#[test]
fn quick_mode_is_a_case_whose_findings_name_the_one_file() {
    let text = "candidate,cost,gain,domain\na,10,5,AI cloud\nb,\"4,5\",3,\n";
    let workbook = super::quick::quick("picks", text, rust_decimal::Decimal::TEN, None);
    let mut compiled = compile(&workbook);
    assert_eq!(compiled.case.candidates[0].points, rust_decimal::Decimal::from(5));
    assert_eq!(compiled.case.candidates[0].costs, [rust_decimal::Decimal::TEN]);
    assert_eq!(compiled.case.domains[0].id, "ai_cloud");
    assert_eq!(compiled.case.ministries[0].budget, [rust_decimal::Decimal::TEN]);
    super::quick::rename(&mut compiled.findings, "picks.csv");
    let [finding] = compiled.findings.as_slice() else { panic!("{:#?}", compiled.findings) };
    assert_eq!((finding.file.as_str(), finding.code, finding.line), ("picks.csv", "dialect", 0));
    assert_eq!(compiled.case.candidates[1].costs, [rust_decimal::Decimal::new(45, 1)]);
    let wrong = text.replace("\"4,5\"", "x");
    let mut compiled = compile(&super::quick::quick("picks", &wrong, rust_decimal::Decimal::TEN, None));
    super::quick::rename(&mut compiled.findings, "picks.csv");
    let [finding] = compiled.findings.as_slice() else { panic!("{:#?}", compiled.findings) };
    assert_eq!((finding.file.as_str(), finding.line, finding.column.as_str()), ("picks.csv", 3, "cost"));
}

#[test]
fn a_portfolio_is_read_against_its_case() {
    let mut workbook =
        super::quick::quick("picks", "candidate,cost,gain\na,10,5\nb,4,3\n", rust_decimal::Decimal::TEN, None);
    workbook.settings.push_str("[[ministry]]\nid = \"other\"\n");
    let case = compile(&workbook).case;
    let text = "candidate,start,name,share_joint,share_other\nb,2027,\"B, too\",40,60\na,,,100,\n";
    let portfolio = super::portfolio::read(&case, "own.csv", text).unwrap().portfolio;
    assert_eq!(portfolio.picks()[0].shares, [100, 0]);
    assert_eq!((portfolio.picks()[1].start, portfolio.picks()[1].shares.as_slice()), (2027, [40, 60].as_slice()));
    let wrong = "candidate,start,share_jiont\n\nc,27,40\na,2027,\n";
    let findings = super::portfolio::read(&case, "own.csv", wrong).unwrap_err();
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.line, finding.character)).collect();
    assert_eq!(found, [("near-miss-column", 1, 17)]);
    let wrong = "candidate,start,share_health\n\nc,27,40\na,2027,\n";
    let findings = super::portfolio::read(&case, "own.csv", wrong).unwrap_err();
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.line, finding.character)).collect();
    assert_eq!(found, [("unknown-id", 1, 17), ("unknown-id", 3, 1), ("bad-year", 3, 3)]);
    let masked = "candidate,start\nwithheld-1,2027\n";
    let findings = super::portfolio::read(&case, "own.csv", masked).unwrap_err();
    assert!(findings[0].message.contains("was written with `--for`"), "{findings:?}");
}

#[test]
fn a_journal_that_ends_anywhere_gives_back_every_whole_step_before() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let mut journal = Journal::new(places(&folder), &files);
    for text in ["0.1", "0.2", "0.3"] {
        let step = target(0, text, &mut workbook);
        let base = Base { file: "domains.csv".to_owned(), text: Some("of a base\n".to_owned()) };
        let bases = if journal.wants_base("domains.csv") { vec![base] } else { Vec::new() };
        journal.append(bases, &[step]).unwrap();
    }
    drop(journal);
    let path = folder.path().join(JOURNAL_FILE);
    let bytes = fs::read(&path).unwrap();
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches('\n').count();
    for end in 0..=bytes.len() {
        fs::write(&path, &bytes[..end]).unwrap();
        let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap();
        // The first line is the head, the second the base.
        let steps = lines(&bytes[..end]).saturating_sub(2);
        assert_eq!(recovery.as_ref().map_or(0, |it| it.steps.len()), steps, "{end}");
        let cut = end > 0 && bytes[end - 1] != b'\n';
        assert_eq!(recovery.map_or(0, |it| it.lost), usize::from(cut), "{end}");
    }
    // Damaged in the middle, what comes before is there and the rest is counted.
    let mut damaged = bytes.clone();
    let third = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).unwrap().0;
    damaged[third + 5] = 0xff;
    fs::write(&path, &damaged).unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert_eq!((recovery.steps.len(), recovery.lost), (1, 2));
    // A step that says something else than what was done is not given back, nor is anything after it.
    let text = String::from_utf8(bytes.clone()).unwrap();
    fs::write(&path, text.replacen("0.2", "0.9", 1)).unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert_eq!((recovery.steps.len(), recovery.lost), (1, 2));
    // A line that was taken out, or stands twice, is seen as well.
    let whole: Vec<&str> = text.lines().collect();
    let without = [&whole[..3], &whole[4..]].concat().join("\n") + "\n";
    let twice = [&whole[..4], &whole[3..]].concat().join("\n") + "\n";
    for (text, steps) in [(without, 1), (twice, 2)] {
        fs::write(&path, text).unwrap();
        assert_eq!(recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap().steps.len(), steps);
    }
    // What an earlier version wrote has no checksums: it is given back, and marked.
    let old = whole.iter().map(|line| line.split('\t').next().unwrap()).collect::<Vec<_>>().join("\n") + "\n";
    fs::write(&path, old.replacen("\"journal\":3", "\"journal\":2", 1)).unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert!((recovery.steps.len(), recovery.lost, recovery.checked) == (3, 0, false));
    fs::write(&path, &bytes).unwrap();
    assert!(recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap().checked);
    fs::write(&path, b"garbage\nand more\n").unwrap();
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert_eq!((recovery.steps.len(), recovery.lost), (0, 2));
}

#[test]
fn a_journal_that_somebody_deleted_is_written_again_with_all_that_was_in_it() {
    let folder = folder();
    let Opened { mut workbook, files, .. } = open(folder.path()).unwrap();
    let mut journal = Journal::new(places(&folder), &files);
    for text in ["0.1", "0.2", "0.3"] {
        let step = target(0, text, &mut workbook);
        journal.append(Vec::new(), &[step]).unwrap();
        if text != "0.3" {
            fs::remove_file(folder.path().join(JOURNAL_FILE)).unwrap();
        }
    }
    drop(journal);
    let recovery = recover::<Step>(&places(&folder), &files, "Anna").unwrap().unwrap();
    assert_eq!((recovery.steps.len(), recovery.lost), (3, 0));
}
