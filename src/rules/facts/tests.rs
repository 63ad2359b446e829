//! No column that counts is forgotten where answers are reused, compared or proven.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rust_decimal::Decimal;

use super::{Moves, canonical, is_no_easier, move_positions};
use crate::measure::evaluate;
use crate::model::change::{Change, Operation};
use crate::model::schema::{Column, Kind, Name, SETTINGS, TABLES, Table, TableId};
use crate::model::{CandidateIx, Case, Event, Finding, Pick, Portfolio, Workbook, compile};
use crate::optimise::testing::proof_of;
use crate::optimise::{Options, SolverChoice, mps, optimise, proof};
use crate::report::file_reference;
use crate::session::edit::difference::difference;

/// What is for readers alone: no portfolio depends on it.
const FOR_READERS: [&str; 23] = [
    "format",
    "title",
    "title_<language>",
    "currency",
    "unit",
    "ministry.<id>.name",
    "ministry.<id>.name_<language>",
    "rung.<id>.name",
    "rung.<id>.name_<language>",
    "name",
    "name_nl",
    "note",
    "source",
    "reason",
    "reason_nl",
    "classification",
    "classification.levels",
    "services.holder",
    "jurisdiction",
    "services.jurisdiction",
    "services.depends_on",
    "holders.jurisdiction",
    "owners.jurisdiction",
];

/// A case in which every column that counts does count.
fn book() -> Workbook {
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2030\n[objective]\nrisk = \"expected\"\n[require]\n\
                    takeover_floor = 3\ndomains_at_target = 1\n[[ministry]]\nid = \"m\"\nvoice = 1\ncarry_over = 0.5\n[[ministry]]\nid = \"n\"\n\
                    [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.3\n[[rung]]\nid = \"most\"\nat_least = 50\npower = 0.8\n";
    Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m,weight_n,target,floor\nd,1,2,0.4,seat\ne,2,1,0.3,\n"),
        (
            "services.csv",
            "service,domain,weight,control,drift,floor,power,quota,takeover_floor\ns,d,1,20,1,seat,ladder,50,\nt,e,2,5,0,,ladder,50,\nu,d,1,40,0,,banzhaf,50,9\n",
        ),
        (
            "candidates.csv",
            "candidate,domain,instrument,pillar,cost_1,cost_2,cofinance,share_m,share_n,start_from,start_to,lead_time,success,points,status\n\
             a,d,grant,one,5,1,10,20-60,40-80,2027,2028,2,0.5,1,\nb,e,stake,two,7,0,0,,,2027,2029,1,0.9,0,\n\
             c,e,stake,two,7,2,0,,,2027,2028,1,0.9,0,locked_in\n",
        ),
        ("effects.csv", "candidate,service,control_gain,grants\na,s,12,\nb,t,15,seat\nc,u,5,\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,50\nn,2028,60\n"),
        (
            "relations.csv",
            "kind,members,count,service,control_gain\nrequires,a b,,,\nat_most,a b c,2,,\nsynergy,a b,,t,4\n",
        ),
        ("limits.csv", "scope,value,min,max\ndomain,d,1,40\nministry,n,10%,\n"),
        ("holders.csv", "service,holder,stake,bloc,price\nu,we,40,home,\nu,x,25,,8\nu,y,20,,\nu,z,15,,4\nt,x,40,,3\n"),
        ("owners.csv", "company,owner,stake,controls,bloc\nx,p,60,,\ny,p,40,,\ny,q,60,,\n"),
    ])
}

fn case(book: &Workbook) -> Option<Case> {
    let compiled = compile(book);
    (!Finding::any_error(&compiled.findings)).then_some(compiled.case)
}

/// Texts that a cell of this kind may hold, some of which say something else than it does.
fn texts(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Number { .. } | Kind::Whole { .. } => vec!["0", "0.2", "1", "2", "3", "30", "51", "90"],
        Kind::Year => vec!["2027", "2028", "2029", "2031"],
        Kind::Share => vec!["50", "30-50"],
        Kind::Choice(words) => words.to_vec(),
        Kind::Ref(_) | Kind::Refs(_) | Kind::Ministry | Kind::Rung | Kind::Scoped => {
            vec!["a", "b", "c", "d", "e", "s", "t", "u", "m", "n", "seat", "most", "a c", "b c"]
        }
        Kind::Holder => vec!["x", "y", "z"],
        Kind::Amount => vec!["2", "20%"],
        Kind::Id | Kind::Text | Kind::Vocabulary(_) => vec!["other"],
        Kind::Level => vec!["public", "secret"],
        Kind::Change => Vec::new(),
    }
}

/// Whether some other text of the column makes another case, with another digest, that is not as easy as the one before.
fn counts(table: &str, ids: &[String], column: &str, kind: Kind) -> bool {
    let book = book();
    let before = case(&book).expect("a case without errors");
    ids.iter().any(|id| {
        texts(kind).into_iter().any(|text| {
            let operation = Operation::Set(text.to_owned());
            let change = Change { table: table.to_owned(), id: id.clone(), column: column.to_owned(), operation };
            let mut changed = book.clone();
            let Some(after) = change.apply(&mut changed).ok().and_then(|_| case(&changed)) else { return false };
            let as_easy = is_no_easier(&before, &after) && is_no_easier(&after, &before);
            before != after && canonical(&before) != canonical(&after) && !as_easy
        })
    })
}

/// The ids of a table's rows. The name of a row itself is none of what it says.
fn ids(table: &Table) -> Vec<String> {
    let book = book();
    let sheet = book.sheet(table.id);
    let id = |row| if table.key.is_empty() { format!("{}", row + 1) } else { sheet.key(row) };
    (0..sheet.rows.len()).map(id).collect()
}

fn name(column: &Column) -> String {
    match column.name {
        Name::Fixed(name) => name.to_owned(),
        Name::PerMinistry(prefix) => format!("{prefix}m"),
        Name::Numbered(prefix) => format!("{prefix}1"),
        Name::PerLanguage(prefix) => format!("{prefix}nl"),
    }
}

#[test]
fn every_column_that_counts_is_read_compared_and_proven() {
    let mut forgotten = Vec::new();
    for table in TABLES.iter().filter(|table| table.id != TableId::Scenarios) {
        for column in table.columns.iter().filter(|column| column.kind != Kind::Id) {
            let (name, full) = (name(column), format!("{}.{}", table.name, name(column)));
            let for_readers = FOR_READERS.contains(&name.as_str()) || FOR_READERS.contains(&full.as_str());
            if for_readers == counts(table.name, &ids(table), &name, column.kind) {
                forgotten.push(full);
            }
        }
    }
    for setting in SETTINGS.iter().filter(|setting| setting.kind != Kind::Id) {
        let key = setting
            .key
            .replace("ministry.<id>", "ministry.m")
            .replace("rung.<id>", "rung.seat")
            .replace("<language>", "nl");
        let counted = counts("case", &[String::new()], &key, setting.kind);
        if FOR_READERS.contains(&setting.key) == counted {
            forgotten.push(setting.key.to_owned());
        }
    }
    assert!(
        forgotten.is_empty(),
        "counts, but is not read, compared and proven; or is for readers and is: {forgotten:?}"
    );
}

/// More control may make a takeover too cheap: where that is asked, a smaller gain makes a case no harder, and no easier. A lower price
/// does, and so does no longer preventing it.
#[test]
fn a_smaller_gain_is_not_harder_where_a_takeover_has_to_cost_enough() {
    let before = case(&book()).expect("a case without errors");
    let with = |change: &dyn Fn(&mut Case)| {
        let mut case = before.clone();
        change(&mut case);
        case
    };
    // c moves u, of which a takeover has to cost 9; a moves s, where nobody has anything to sell.
    let smaller = |at: usize| with(&|case| case.candidates[at].effects[0].control_gain -= Decimal::ONE);
    assert!(is_no_easier(&smaller(0), &before) && !is_no_easier(&smaller(2), &before));
    let cheaper = with(&|case| case.holders[1].price = Some(Decimal::ONE));
    assert!(is_no_easier(&cheaper, &before) && !is_no_easier(&before, &cheaper));
    let prevented = with(&|case| case.candidates[2].effects[0].prevents = Some(Event::Takeover));
    assert!(is_no_easier(&before, &prevented) && !is_no_easier(&prevented, &before));
    let less = with(&|case| case.services[2].takeover_floor = Some(Decimal::from(8)));
    assert!(is_no_easier(&before, &less) && !is_no_easier(&less, &before));
}

/// What a row names by its position it goes on naming when the rows stand in another order.
#[test]
fn every_position_moves_with_what_stands_there() {
    let case = case(&book()).expect("a case without errors");
    let mut moved = case.clone();
    let back = |rows: usize| move |at: usize| rows - 1 - at;
    let (domains, services, candidates) =
        (back(case.domains.len()), back(case.services.len()), back(case.candidates.len()));
    move_positions(&mut moved, &Moves { domains: &domains, services: &services, candidates: &candidates });
    moved.domains.reverse();
    moved.services.reverse();
    moved.candidates.reverse();
    let lines = |case: &Case| {
        let form = canonical(case);
        let mut lines: Vec<String> = form.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_ne!(canonical(&case), canonical(&moved));
    assert_eq!(lines(&case), lines(&moved));
}

/// Where the sources name a column, tests left out.
fn files_that_name(column: &str, folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            files_that_name(column, &path, found);
        } else if path.is_file() && !name.starts_with("test") && fs::read_to_string(&path).unwrap().contains(column) {
            found.push(path);
        }
    }
}

#[test]
fn one_more_column_that_counts_is_found_everywhere() {
    let files: &[(&str, &str)] = &[
        ("case.toml", "format = 1\nfirst_year = 2027\nlast_year = 2027\n[[ministry]]\nid = \"m\"\n"),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain\n"),
        ("candidates.csv", "candidate,domain,cost_1,cofinance,start_from,points\na,d,20,50,2027,5\n"),
        ("effects.csv", "candidate,service,control_gain\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,11\n"),
    ];
    let plain = Workbook::from_files(files);
    // What is documented of it, and a text that it cannot hold.
    assert!(file_reference().contains("| `overrun` | percent, at least 0 | `0` | By how much it costs more"));
    let set = |text: &str| Change::parse_setting(&format!("candidates.overrun[a]={text}")).unwrap();
    assert!(set("-1").apply(&mut plain.clone()).is_err());
    // It is written, read, and told as a difference.
    let mut dearer = plain.clone();
    assert_eq!(set("20").apply(&mut dearer), Ok(1));
    assert!(dearer.file("candidates.csv").unwrap().contains("points,overrun\na,d,20,50,2027,5,20\n"));
    assert_eq!(difference(&plain, &dearer).summary(9), ["candidates.overrun[a]=20"]);
    let (before, after) = (case(&plain).unwrap(), case(&dearer).unwrap());
    assert_eq!(after.candidates[0].overrun, Decimal::from(20));
    // Answers for one case are none for the other, but for what is certain of a case that is no easier.
    assert_ne!(canonical(&before), canonical(&after));
    assert!(is_no_easier(&after, &before) && !is_no_easier(&before, &after));
    // The bill, the program that solvers get, and what the engine, the general solver and the proof make of it.
    let portfolio = Portfolio::new(vec![Pick { candidate: CandidateIx(0), start: 2027, shares: vec![100] }]);
    assert_eq!([&before, &after].map(|it| evaluate(it, &portfolio).cost), [10, 12].map(Decimal::from));
    assert_ne!(mps(&before), mps(&after));
    for (case, chosen) in [(&before, 1), (&after, 0)] {
        for solver in [SolverChoice::Engine, SolverChoice::Microlp] {
            let options = Options { solver, ..Options::default() };
            let answer = optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
            assert!(answer.status == crate::optimise::Status::Optimal, "{solver:?}");
            assert_eq!(answer.portfolio.unwrap().picks().len(), chosen, "{solver:?}");
        }
        assert!(proof::verify(case, &proof_of(case)).is_ok());
    }
    assert!(proof::verify(&after, &proof_of(&before)).is_err());
}

/// All that it takes, beside a sentence in `messages/en.ftl`. What is done with a bill or an effect asks `measure` for it.
#[test]
fn one_more_column_that_counts_takes_seven_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files_that_name("overrun", &root, &mut found);
    let mut found: Vec<&Path> = found.iter().map(|path| path.strip_prefix(&root).unwrap()).collect();
    found.sort_unstable();
    let expected = [
        "model/candidate.rs",
        "model/compile/candidates.rs",
        "model/schema.rs",
        "optimise/instance/build.rs",
        "optimise/proof/model.rs",
        "rules/bill.rs",
        "rules/facts/rows.rs",
    ];
    assert_eq!(found, expected.map(Path::new));
}
