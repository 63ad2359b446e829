use super::*;
use crate::model::schema::TABLES;
use crate::session::names::Names;

const SETTINGS: &str = "format = 1\nfirst_year = 2027\nlast_year = 2028\n\n[objective]\nrisk = \"full\" # why\n\n[[ministry]]\nid = \"defence\"\n";
const SCENARIOS: &str = "scenario,table,id,column,change,note\r\ncut,services,host,control,-10,\"a, b\"\r\n\r\nsold , services,*,control,*0.5,x\r\ncut,budgets,defence:2027,amount,=4,y\r\n";

fn book() -> Workbook {
    Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("services.csv", "service,domain,control\nhost,cloud, 30\n\"mail\",cloud,20\n"),
        ("budgets.csv", "ministry,year,amount\ndefence,2027,8\n"),
        ("scenarios.csv", SCENARIOS),
    ])
}

fn files(book: &Workbook) -> Vec<Option<String>> {
    TABLES.iter().map(|table| book.file(table.file)).chain([Some(book.settings.clone())]).collect()
}

/// The workbook after an edit, with the promise that its inverse brings the same bytes back.
fn after(before: &Workbook, edit: Edit) -> Workbook {
    let mut book = before.clone();
    let back = edit.apply(&mut book);
    let mut undone = book.clone();
    let _ = back.apply(&mut undone);
    assert_eq!(files(&undone), files(before));
    book
}

fn change(line: &str) -> Change {
    Change::parse_setting(line).unwrap()
}

#[test]
fn scenarios_are_found_by_name_and_tried_on_in_file_order() {
    let book = book();
    let names: Vec<_> = named(&book).into_iter().map(|it| (it.name, it.rows)).collect();
    assert_eq!(names, [("cut".to_owned(), vec![0, 2]), ("sold".to_owned(), vec![1])]);
    let overlay = under(&book, "cut").unwrap();
    assert_eq!(overlay.file("services.csv").unwrap(), "service,domain,control\nhost,cloud,20\n\"mail\",cloud,20\n");
    assert_eq!(overlay.sheet(TableId::Budgets).cell(0, "amount"), "4");
    let does = does(&book, "sold");
    let cells: Vec<_> =
        does[0].cells.as_ref().unwrap().iter().map(|it| (it.place(), it.before.as_str(), it.after.as_str())).collect();
    assert_eq!(
        cells,
        [("services.control[host]".to_owned(), "30", "15"), ("services.control[mail]".to_owned(), "20", "10")]
    );
}

#[test]
fn a_change_is_written_on_one_line_and_read_back() {
    for line in [
        "services.control[host]-=10",
        "services.control[*]*=0.5",
        "budgets.amount[defence:2027]=4",
        "objective.risk=full",
        "services.drift[host]+=1.5",
    ] {
        assert_eq!(line_of(&change(line)), line);
    }
    assert_eq!(line_of(&change_at(&book(), 0).unwrap()), "services.control[host]-=10");
}

#[test]
fn rows_that_are_not_touched_keep_their_bytes() {
    let book = book();
    let added = after(&book, add(&book, "cut", &change("services.drift[host]+=1.50")));
    assert_eq!(added.file("scenarios.csv").unwrap(), format!("{SCENARIOS}cut,services,host,drift,+1.5,\r\n"));
    let changed = after(&book, replace(&book, 0, &change("services.control[mail]=1")));
    assert_eq!(changed.file("scenarios.csv").unwrap(), SCENARIOS.replace("host,control,-10", "mail,control,=1"));
    let renamed = after(&book, rename(&book, ("sold", "host-sold"), "Host sold"));
    assert_eq!(renamed.file("scenarios.csv").unwrap(), SCENARIOS.replace("sold ,", "host-sold,"));
    let deleted = after(&book, delete(&book, &["cut".to_owned()]));
    assert_eq!(
        deleted.file("scenarios.csv").unwrap(),
        "scenario,table,id,column,change,note\r\n\r\nsold , services,*,control,*0.5,x\r\n"
    );
    let doubled = after(&book, duplicate(&book, ("sold", "sold-2"), "Sold 2"));
    assert_eq!(rows_of(&doubled, "sold-2"), [2]);
    assert_eq!(line_of(&change_at(&doubled, 2).unwrap()), "services.control[*]*=0.5");
}

#[test]
fn a_name_that_says_more_than_the_id_stands_in_the_row_that_has_it() {
    let named =
        "scenario,name,table,id,column,change\ncut,,services,host,control,=1\ncut,Cables cut,services,host,drift,=1\n";
    let book = Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("services.csv", "service,domain,control\nhost,cloud,30\n"),
        ("scenarios.csv", named),
    ]);
    assert_eq!(called(&book, "cut"), "Cables cut");
    let renamed = after(&book, rename(&book, ("cut", "cut"), "Kabels: breuk!"));
    assert_eq!(renamed.file("scenarios.csv").unwrap(), named.replace("Cables cut", "Kabels: breuk!"));
    let copied = after(&book, duplicate(&book, ("cut", "cut_2"), "Both cut"));
    assert_eq!([called(&copied, "cut"), called(&copied, "cut_2")], ["Cables cut", "Both cut"]);
    assert_eq!(called(&book, "not_there"), "Not there");
}

#[test]
fn the_first_change_makes_the_file() {
    let book =
        Workbook::from_files(&[("case.toml", SETTINGS), ("services.csv", "service,domain,control\nhost,cloud,30\n")]);
    let made = after(&book, add(&book, "new", &change("objective.risk=expected")));
    assert_eq!(
        made.file("scenarios.csv").unwrap(),
        "scenario,name,table,id,column,change,note,source\nnew,,case,,objective.risk,=expected,,\n"
    );
    assert!(under(&made, "new").unwrap().settings.contains("risk = \"expected\" # why"));
}

#[test]
fn committing_is_one_edit_and_takes_the_scenario_away_where_that_is_asked() {
    let book = book();
    let kept = after(&book, commit(&book, "cut", Afterwards::Kept).unwrap());
    assert_eq!(kept.sheet(TableId::Services).cell(0, "control"), "20");
    assert_eq!(kept.file("scenarios.csv").unwrap(), SCENARIOS);
    let gone = after(&book, commit(&book, "cut", Afterwards::Removed).unwrap());
    assert_eq!(gone.sheet(TableId::Budgets).cell(0, "amount"), "4");
    assert!(rows_of(&gone, "cut").is_empty());
    let wrong = after(&book, replace(&book, 0, &change("services.control[hots]=1")));
    assert!(
        commit(&wrong, "cut", Afterwards::Kept).unwrap_err().contains("row 1: The table services has no row hots.")
    );
}

#[test]
fn edits_become_changes_and_the_case_is_as_it_was() {
    let before = book();
    let mut now = before.clone();
    for line in ["services.control[mail]=55", "budgets.amount[defence:2028]=9", "objective.risk=expected"] {
        change(line).apply(&mut now).unwrap();
    }
    let made = recorded(&before, &now);
    let lines: Vec<_> = made.changes.iter().map(line_of).collect();
    assert_eq!(lines, ["objective.risk=expected", "services.control[mail]=55", "budgets.amount[defence:2028]=9"]);
    assert_eq!(made.beyond, Vec::<String>::new());
    assert_eq!(files(&made.rest), files(&before));
    let scenario = after(&made.rest, record(&made.rest, "new", &made.changes));
    assert_eq!(files(&under(&scenario, "new").unwrap())[..8], files(&now)[..8]);
}

#[test]
fn what_no_scenario_can_say_stays_in_the_case() {
    let before = book();
    let mut now = before.clone();
    now.put_file("services.csv", "service,domain,control\nhost,cloud, 31\n\"mail\",cloud,20\nnew,cloud,1\n");
    let made = recorded(&before, &now);
    assert_eq!(made.changes.iter().map(line_of).collect::<Vec<_>>(), ["services.control[host]=31"]);
    assert_eq!(made.beyond, ["The row new of services is new."]);
    assert_eq!(
        made.rest.file("services.csv").unwrap(),
        "service,domain,control\nhost,cloud, 30\n\"mail\",cloud,20\nnew,cloud,1\n"
    );
}

#[test]
fn recording_changes_the_row_that_sets_the_cell_and_takes_it_away_when_it_is_not_needed() {
    let book = book();
    let set = |book: &Workbook, line: &str| after(book, record(book, "cut", &[change(line)]));
    let changed = set(&book, "services.control[host]=7");
    assert_eq!(rows_of(&changed, "cut").len(), 2, "the row -10 became =7");
    assert_eq!(under(&changed, "cut").unwrap().sheet(TableId::Services).cell(0, "control"), "7");
    let back = set(&changed, "services.control[host]=30");
    assert_eq!(rows_of(&back, "cut").len(), 1, "nothing differs from the case any more");
    let again = after(&book, add(&book, "cut", &change("services.control[*]*=2")));
    let last = set(&again, "services.control[host]=7");
    assert_eq!(rows_of(&last, "cut").len(), 4, "a later row changes the cell again");
    assert_eq!(under(&last, "cut").unwrap().sheet(TableId::Services).cell(0, "control"), "7");
}

#[test]
fn rows_without_a_key_are_known_by_what_they_say() {
    use crate::session::edit::difference::{Only, difference};
    let relations = |text: &str| {
        let mut book = book();
        book.put_file("relations.csv", &format!("kind,members,count\n{text}"));
        book
    };
    let before = relations("requires,a b,\nexcludes,c d,\nat_most,a c,1\n");
    let shorter = relations("excludes,c d,\nat_most,a c,1\n");
    let found = difference(&before, &shorter);
    assert_eq!(found.cells, []);
    assert_eq!((found.rows.len(), found.rows[0].id.as_str(), found.rows[0].only), (1, "1", Only::Before));
    assert_eq!(recorded(&before, &shorter).rest, shorter, "what no scenario can say stays as it was edited");
    let edited = relations("requires,a b,\nexcludes,c d,\nat_most,a c,2\n");
    let cells = difference(&before, &edited).cells;
    assert_eq!(cells.iter().map(super::CellDifference::place).collect::<Vec<_>>(), ["relations.count[3]"]);
}

/// Three budgets of two ministries, and one of them after this many changes.
fn column_changes(changes: &[&str], done: &[(&str, &str)]) -> Vec<String> {
    let budgets = "ministry,year,amount\ndefence,2027,90\ndefence,2028,120\neconomic,2027,40\n";
    let before = Workbook::from_files(&[("case.toml", SETTINGS), ("budgets.csv", budgets)]);
    let mut after = before.clone();
    for line in changes {
        change(line).apply(&mut after).unwrap();
    }
    let mut found = recorded(&before, &after);
    let done = done.iter().map(|(column, line)| ColumnChange {
        table: TableId::Budgets,
        column: (*column).to_owned(),
        operation: change(&format!("budgets.{column}[*]{line}")).operation,
    });
    found.as_operations(&before, &done.collect::<Vec<_>>());
    // Told otherwise, the changes still make the same of the case.
    let mut again = before.clone();
    for change in &found.changes {
        change.apply(&mut again).unwrap();
    }
    assert_eq!(files(&again), files(&after));
    found.changes.iter().map(line_of).collect()
}

#[test]
fn what_was_done_to_many_cells_is_told_as_that_and_not_as_what_came_out() {
    let cut = [("amount", "*=0.9")];
    assert_eq!(column_changes(&["budgets.amount[*]*=0.9"], &cut), ["budgets.amount[*]*=0.9"]);
    assert_eq!(column_changes(&["budgets.amount[defence:*]*=0.9"], &cut), ["budgets.amount[defence:*]*=0.9"]);
    assert_eq!(column_changes(&["budgets.amount[*:2027]*=0.9"], &cut).len(), 2, "each cell by itself");
    let other = column_changes(&["budgets.amount[*]*=0.9", "budgets.amount[economic:2027]=50"], &cut);
    assert_eq!(other, ["budgets.amount[defence:*]*=0.9", "budgets.amount[economic:2027]=50"]);
    assert_eq!(column_changes(&["budgets.amount[*]+=5"], &[("amount", "+=5")]), ["budgets.amount[*]+=5"]);
    // A cell that was typed is told as it was typed, and so is what no remembered step explains.
    assert_eq!(column_changes(&["budgets.amount[defence:2027]=81"], &[]), ["budgets.amount[defence:2027]=81"]);
    assert_eq!(column_changes(&["budgets.amount[defence:2027]=80"], &cut), ["budgets.amount[defence:2027]=80"]);
}

#[test]
fn what_a_change_does_is_told_as_the_language_writes_numbers_and_a_name_outlives_its_row() {
    let book = book();
    let case = crate::model::compile::compile(&book).case;
    let told = || Names::new(&case).of_operation(&change("services.control[cloud_host]*=1.5"));
    assert_eq!(told(), "*1.5");
    assert_eq!(crate::messages::in_language("nl", told), "*1,5");
    let one = after(&book, add_named(&book, ("x-1", "X-1, dearer"), &change("services.control[cloud_host]*=1.5")));
    let two = after(&one, add(&one, "x-1", &change("services.drift[cloud_host]=1")));
    assert_eq!(called(&two, "x-1"), "X-1, dearer");
    let first = rows_of(&two, "x-1")[0];
    let left = after(&two, delete_rows(&two, "x-1", &[first]));
    assert_eq!((called(&left, "x-1").as_str(), rows_of(&left, "x-1").len()), ("X-1, dearer", 1));
}

#[test]
fn a_scenario_is_told_with_what_it_changes() {
    assert_eq!(
        words(&book(), "cut"),
        "the scenario cut of scenarios.csv: services.control[host]-=10; budgets.amount[defence:2027]=4"
    );
}
