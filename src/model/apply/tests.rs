use rust_decimal::Decimal;

use crate::model::change::{Change, Operation};
use crate::model::schema::TableId;
use crate::model::{Workbook, compile};

fn small() -> Workbook {
    Workbook::from_files(&[
        (
            "case.toml",
            "format = 1 # one\r\nfirst_year = 2027\r\nlast_year = 2030\r\n\r\n[[ministry]]\r\nid = \"defence\"\r\nvoice = 1 # loud\r\n\r\n[[ministry]]\r\nid = \"ez\"\r\n",
        ),
        ("domains.csv", "domain,weight_defence\ncloud,1\n"),
        ("candidates.csv", "candidate,domain,cost_1,share_ez,success\nbuy,cloud,5,20-60,\n\"build\" ,cloud,7,40,0.5"),
        ("budgets.csv", "ministry,year,amount\ndefence,2028,7.5\nez,2028,2.5\n"),
        ("limits.csv", "scope,value,min,max\nministry,ez,,30%\nministry,defence,,\n"),
    ])
}

fn set(workbook: &mut Workbook, text: &str) -> Result<usize, String> {
    Change::parse_setting(text)?.apply(workbook)
}

#[test]
fn settings_are_parsed_as_the_command_line_takes_them() {
    let change = Change::parse_setting("budgets.amount[defence:2029]=120").unwrap();
    assert_eq!(
        (change.table.as_str(), change.id.as_str(), change.column.as_str()),
        ("budgets", "defence:2029", "amount")
    );
    assert_eq!(change.operation, Operation::Set("120".to_owned()));
    let change = Change::parse_setting("candidates.cost_1[*]*=1.1").unwrap();
    assert_eq!(change.operation, Operation::Multiply(Decimal::new(11, 1)));
    assert_eq!(Change::parse_setting("objective.risk=full").unwrap().table, "case");
    for wrong in ["budgets.amount[*:2028]=+5", "first_year= + 1", "ministry.ez.voice=+0.5"] {
        let error = Change::parse_setting(wrong).unwrap_err();
        assert!(error.contains("could mean to set or to add. Write "), "{error}");
    }
    let error = Change::parse_setting("budgets.amount[*:2028]=+5").unwrap_err();
    assert!(error.ends_with("Write budgets.amount[*:2028]+=5 to add, or budgets.amount[*:2028]=5 to set."), "{error}");
    assert!(Change::parse_setting("candidates.note[buy]=+31 6").is_ok(), "a text may begin as it likes");
    for wrong in ["budgets.amount", "budgets.amount=3", "budgets[a]=3", "=3", "candidates.cost_1[*=3"] {
        let error = Change::parse_setting(wrong).unwrap_err();
        assert!(error.ends_with('.') && error.contains(wrong), "{error}");
    }
}

#[test]
fn a_setting_is_written_in_place_and_added_where_it_is_missing() {
    let mut workbook = small();
    assert_eq!(set(&mut workbook, "ministry.defence.voice=0.25"), Ok(1));
    assert_eq!(set(&mut workbook, "ministry.ez.carry_over=all"), Ok(1));
    assert_eq!(set(&mut workbook, "objective.risk=full"), Ok(1));
    assert_eq!(set(&mut workbook, "title=A \"plan\""), Ok(1));
    assert_eq!(set(&mut workbook, "last_year+=1"), Ok(1));
    assert_eq!(
        workbook.settings,
        "format = 1 # one\r\nfirst_year = 2027\r\nlast_year = 2031\r\ntitle = 'A \"plan\"'\r\n\r\n[objective]\r\nrisk = \"full\"\r\n\r\n[[ministry]]\r\nid = \"defence\"\r\nvoice = 0.25 # loud\r\n\r\n[[ministry]]\r\nid = \"ez\"\r\ncarry_over = \"all\"\r\n"
    );
    assert_eq!(compile(&workbook).case.ministries[1].carry_over, crate::model::CarryOver::All);
}

#[test]
fn a_text_may_stand_in_the_quotes_that_case_toml_has() {
    for (text, expected) in [
        ("ministry.defence.carry_over=\"all\"", "carry_over = \"all\""),
        ("objective.risk=\"full\"", "risk = \"full\""),
        ("objective.risk='full'", "risk = \"full\""),
        ("title=\"A plan\"", "title = \"A plan\""),
        ("title=\"A\" and \"B\"", "title = '\"A\" and \"B\"'"),
    ] {
        let mut workbook = small();
        assert_eq!(set(&mut workbook, text), Ok(1), "{text}");
        assert!(workbook.settings.contains(expected), "{text}: {}", workbook.settings);
    }
}

#[test]
fn cells_are_set_added_to_and_multiplied() {
    let mut workbook = small();
    assert_eq!(set(&mut workbook, "candidates.cost_1[*]*=1.1"), Ok(2));
    assert_eq!(set(&mut workbook, "candidates.success[buy]-=0.25"), Ok(1));
    assert_eq!(set(&mut workbook, "candidates.start_to[build]+=1"), Ok(1));
    assert_eq!(set(&mut workbook, "limits.max[*]*=0.5"), Ok(1));
    assert_eq!(set(&mut workbook, "budgets.amount[*:2028]+=1"), Ok(2));
    assert_eq!(set(&mut workbook, "budgets.amount[ez:2029]=4"), Ok(1));
    assert_eq!(
        workbook.file("candidates.csv").unwrap(),
        "candidate,domain,cost_1,share_ez,success,start_to\nbuy,cloud,5.5,20-60,0.75,\n\"build\" ,cloud,7.7,40,0.5,2028"
    );
    assert_eq!(
        workbook.file("budgets.csv").unwrap(),
        "ministry,year,amount\ndefence,2028,8.5\nez,2028,3.5\nez,2029,4\n"
    );
    assert_eq!(workbook.sheet(TableId::Limits).cell(0, "max"), "15%");
}

#[test]
fn what_does_not_exist_or_cannot_be_done_is_a_sentence_and_changes_nothing() {
    let cases = [
        ("candidats.cost_1[buy]=3", "There is no table candidats. Did you mean candidates?"),
        ("candidates.cots_1[buy]=3", "has no column cots_1. Did you mean cost_1?"),
        ("candidates.cost_1[bui]=3", "has no row bui. Did you mean buy?"),
        ("candidates.share_defense[buy]=3", "does not name a ministry. Did you mean defence?"),
        ("candidates.share_ez[buy]+=3", "is a range of shares, which can only be set."),
        ("candidates.success[build]+=3", "cannot become \"3.5\"."),
        ("candidates.domain[build]+=3", "is not a number"),
        ("budgets.amount[defence]=3", "is not a key of budgets."),
        ("budgets.amount[defense:2029]=3", "There is no ministry defense. Did you mean defence?"),
        ("budgets.amount[defence:2029]+=3", "has no row defence:2029."),
        ("limits.max[2]+=3", "has no number to change."),
        ("limits.max[7]=3", "has no row 7."),
        ("objective.risc=full", "There is no setting objective.risc. Did you mean objective.risk?"),
        ("objective.risk=ful", "Did you mean full?"),
        ("format=2", "The number 2 must be 1. Write 1."),
        ("ministry.defense.voice=1", "There is no ministry defense. Did you mean defence?"),
    ];
    for (text, message) in cases {
        let mut workbook = small();
        let error = set(&mut workbook, text).unwrap_err();
        assert!(error.contains(message), "{text}: {error}");
        assert_eq!(workbook, small(), "{text}");
    }
}
