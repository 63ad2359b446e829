//! No column that counts is forgotten where answers are reused, compared or proven.

use super::{Moves, canonical, is_no_easier, move_positions};
use crate::model::change::{Change, Operation};
use crate::model::schema::{Column, Kind, Name, SETTINGS, TABLES, Table, TableId};
use crate::model::{Case, Finding, Workbook, compile};

/// What is for readers alone: no portfolio depends on it.
const FOR_READERS: [&str; 13] = [
    "format",
    "title",
    "currency",
    "unit",
    "ministry.<id>.name",
    "rung.<id>.name",
    "name",
    "note",
    "source",
    "reason",
    "services.holder",
    "services.jurisdiction",
    "holders.jurisdiction",
];

/// A case in which every column that counts does count.
fn book() -> Workbook {
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2030\n[objective]\nrisk = \"expected\"\n[require]\n\
                    domains_at_target = 1\n[[ministry]]\nid = \"m\"\nvoice = 1\ncarry_over = 0.5\n[[ministry]]\nid = \"n\"\n\
                    [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.3\n[[rung]]\nid = \"most\"\nat_least = 50\npower = 0.8\n";
    Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m,weight_n,target\nd,1,2,0.4\ne,2,1,0.3\n"),
        (
            "services.csv",
            "service,domain,weight,control,drift,floor,power,quota\ns,d,1,20,1,seat,ladder,50\nt,e,2,5,0,,ladder,50\nu,d,1,40,0,,banzhaf,50\n",
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
        ("holders.csv", "service,holder,stake,bloc\nu,we,40,home\nu,x,25,\nu,y,20,\nu,z,15,\n"),
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
        Kind::Amount => vec!["2", "20%"],
        Kind::Id | Kind::Text | Kind::Vocabulary(_) => vec!["other"],
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
        let key = setting.key.replace("ministry.<id>", "ministry.m").replace("rung.<id>", "rung.seat");
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
