//! Every reader: whatever it is given, it reads it or says what is wrong.

use std::path::Path;
use std::sync::LazyLock;

use super::mutation::{TOKENS, file, mutated, pick, rng};
use beslismacht::check::{CODES, check};
use beslismacht::model::change::Change;
use beslismacht::model::compile::compile;
use beslismacht::model::schema::TABLES;
use beslismacht::model::visible::is_hidden;
use beslismacht::model::{Case, DecimalMark, Finding, Workbook, cell};
use beslismacht::session::file_merge::{Favour, merge};
use beslismacht::store::import::{self, Options};
use beslismacht::store::{self, PartFile};
use rand::RngExt;
use rand::rngs::ChaCha8Rng;
use rust_decimal::Decimal;

/// The small case of the command line's tests.
pub static SMALL: LazyLock<Workbook> =
    LazyLock::new(|| store::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/small")).unwrap().workbook);
static CASE: LazyLock<Case> = LazyLock::new(|| compile(&SMALL).case);

/// A mutation of a file of one kind, as a text.
pub fn text(kind: &str, random: &mut ChaCha8Rng) -> (&'static str, String) {
    let (name, bytes) = file(kind, random);
    (name, String::from_utf8_lossy(&bytes).into_owned())
}

fn mark(random: &mut ChaCha8Rng) -> Option<DecimalMark> {
    *pick(random, &[None, None, None, Some(DecimalMark::Point), Some(DecimalMark::Comma)])
}

/// What holds of every finding, whatever it is about.
fn are_sound(findings: &[Finding], input: &str) {
    for finding in findings {
        assert!(CODES.iter().any(|code| code.name == finding.code), "{finding:?} has no rule: {input:?}");
        assert!(
            !finding.file.is_empty() && !finding.message.is_empty() && !finding.remedy.is_empty(),
            "{finding:?}: {input:?}"
        );
        let lines = input.split(['\n', '\r']).count() + 1;
        assert!(finding.line <= lines, "{finding:?} is on a line that is not there: {input:?}");
    }
}

/// One table as a whole case.
fn quick(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("quick", random);
    let workbook = store::quick::quick("q", &text, Decimal::TEN, mark(random));
    let mut findings = check(&workbook, &compile(&workbook));
    store::quick::rename(&mut findings, "q.csv");
    are_sound(&findings.into_iter().filter(|it| it.file == "q.csv").collect::<Vec<_>>(), &text);
}

fn portfolio(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("portfolio", random);
    let findings = match store::portfolio::read(&CASE, "mine.csv", &text) {
        Ok(read) => {
            let _ = beslismacht::measure::evaluate(&CASE, &read.portfolio);
            read.warnings
        }
        Err(findings) => {
            assert!(!findings.is_empty(), "{text:?} is refused without a reason");
            findings
        }
    };
    are_sound(&findings, &text);
}

fn settings(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("settings", random);
    let mut workbook = SMALL.clone();
    workbook.put_file("case.toml", &text);
    let findings = check(&workbook, &compile(&workbook));
    are_sound(&findings.into_iter().filter(|it| it.file == "case.toml").collect::<Vec<_>>(), &text);
}

fn table(seed: u64) {
    let random = &mut rng(seed);
    let (name, text) = text("table", random);
    let mut workbook = SMALL.clone();
    // Mostly into its own table, and sometimes into another.
    let own = name.trim_start_matches("table-");
    let file = if random.random_range(0..8) == 0 { pick(random, TABLES).file } else { own };
    workbook.put_file(file, &text);
    // What was read and not changed is written byte for byte.
    assert!(workbook.file(file).is_none_or(|written| written == text), "{file} does not come back as it was: {text:?}");
    let findings = check(&workbook, &compile(&workbook));
    are_sound(&findings.into_iter().filter(|it| it.file == file).collect::<Vec<_>>(), &text);
}

/// Changes as `--set` takes them, read and made.
fn changes(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("set", random);
    let mut workbook = SMALL.clone();
    for line in text.lines() {
        if let Ok(change) = Change::parse_setting(line) {
            let before = workbook.clone();
            if change.apply(&mut workbook).is_err() {
                assert!(workbook.same_files(&before), "{line:?} is refused and changes something");
            }
        }
    }
    let _ = compile(&workbook);
}

/// Cells of every kind, and numbers as people write them.
fn cells(seed: u64) {
    let random = &mut rng(seed);
    let text: String = (0..random.random_range(0..5)).map(|_| *pick(random, TOKENS)).collect();
    for column in TABLES.iter().flat_map(|table| table.columns) {
        let _ = cell::check(column.kind, column.unit, &text);
    }
    let id = cell::to_id(&text);
    assert!(id.is_empty() || cell::is_id(&id) || !id.is_ascii(), "{text:?} becomes {id:?}");
}

fn part(seed: u64) {
    let random = &mut rng(seed);
    let (_, bytes) = file("settings", random);
    assert!(PartFile::read(&bytes).is_err());
}

/// A list of investments from elsewhere: it is understood, or what is wrong is said.
fn list(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text(pick::<&str>(random, &["list", "quick"]), random);
    let options = Options { decimal: mark(random), ..Options::default() };
    match import::read("list.csv", &text, &options) {
        Ok(grid) => drop(import::understand(&grid, "list.csv", "list", &options)),
        Err(finding) => are_sound(&[finding], &text),
    }
}

/// A proposal: what is read can be written and read again.
fn proposal(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("proposal", random);
    if let Ok(read) = store::proposal::read_text(&text) {
        let written = store::proposal::text_of(&read, &text).unwrap();
        assert_eq!(store::proposal::read_text(&written), Ok(read), "{text:?}");
    }
}

/// Three versions of a file of a case, put together: what comes out can be read where all three could.
fn versions(seed: u64) {
    let random = &mut rng(seed);
    let (path, kind) = *pick(
        random,
        &[
            ("case.toml", "settings"),
            ("candidates.csv", "table-candidates"),
            ("relations.csv", "table-relations"),
            ("own.csv", "portfolio"),
            ("proposals/plan.toml", "proposal"),
            ("changes.log", "set"),
        ],
    );
    let (_, base) = file(kind, random);
    let [mine, theirs] =
        [(); 2].map(|()| if random.random_range(0..9) == 0 { base.clone() } else { mutated(&base, &base, random) });
    let favour = *pick(random, &[Favour::Mine, Favour::Theirs]);
    let three = [&base, &mine, &theirs];
    let Ok(merged) = merge(Path::new(path), three.map(|it| Some(it.as_slice())), favour) else { return };
    let bytes = merged.bytes.unwrap();
    let is_read = |bytes: &[u8]| std::str::from_utf8(bytes).is_ok_and(|text| store::proposal::read_text(text).is_ok());
    if kind == "proposal" && three.iter().all(|it| is_read(it)) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(store::proposal::read_text(&text).is_ok(), "seed {seed}: {text:?}");
    }
}

/// A folder of the small case, in which a file has any bytes at all.
fn folder(seed: u64, place: &Path) {
    let random = &mut rng(seed);
    let kind = *pick(random, &["table", "quick", "settings"]);
    let (name, bytes) = file(kind, random);
    let name = match kind {
        "table" => name.trim_start_matches("table-"),
        "quick" => "candidates.csv",
        _ => "case.toml",
    };
    let old = std::fs::read(place.join(name)).unwrap_or_default();
    std::fs::write(place.join(name), &bytes).unwrap();
    let opened = store::open_as(place, mark(random)).unwrap();
    let findings = check(&opened.workbook, &compile(&opened.workbook));
    let lossy = String::from_utf8_lossy(&bytes);
    // In another encoding there are other lines.
    if std::str::from_utf8(&bytes).is_ok() && !bytes.contains(&0) {
        are_sound(&findings.into_iter().filter(|it| it.file == name).collect::<Vec<_>>(), &lossy);
    }
    std::fs::write(place.join(name), old).unwrap();
}

/// Writes the small case into a folder.
fn fill(place: &Path) {
    let files = ["case.toml"].into_iter().chain(TABLES.iter().map(|table| table.file));
    for (name, text) in files.filter_map(|name| Some((name, SMALL.file(name)?))) {
        std::fs::write(place.join(name), text).unwrap();
    }
}

/// The same in the folder for what tests leave, for the long run.
#[cfg(feature = "tui")]
pub fn left_folder(seed: u64) {
    static PLACE: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz-folder");
        std::fs::create_dir_all(&place).unwrap();
        fill(&place);
        place
    });
    folder(seed, &PLACE);
}

/// A target of the fuzz and its name; it is given the number of a try.
pub type Target = (&'static str, fn(u64));

pub const READERS: [Target; 10] = [
    ("quick", quick),
    ("portfolio", portfolio),
    ("settings", settings),
    ("table", table),
    ("changes", changes),
    ("cells", cells),
    ("part", part),
    ("list", list),
    ("proposal", proposal),
    ("versions", versions),
];

#[test]
fn readers_read_or_say_what_is_wrong() {
    for (_, reader) in READERS {
        (0..300).for_each(reader);
    }
    let place = tempfile::tempdir().unwrap();
    fill(place.path());
    (0..100).for_each(|seed| folder(seed, place.path()));
}

/// What the corpus itself is read as: it holds what it is to hold.
#[test]
fn the_corpus_has_what_readers_stumble_over() {
    let all = super::mutation::corpus("");
    let has = |what: &dyn Fn(&str) -> bool| all.iter().any(|(_, bytes)| what(&String::from_utf8_lossy(bytes)));
    assert!(has(&|text| text.chars().any(|c| is_hidden(c) && !c.is_ascii())) && has(&|text| text.contains("\r\n")));
    assert!(has(&|text| text.starts_with("sep=")) && has(&|text| text.contains('\0')));
}
