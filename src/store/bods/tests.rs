use super::{read, write};
use crate::model::compile::compile;
use crate::model::{Finding, Workbook};

const FINLAND: &str = include_str!("state_owned.json");

fn book(holders: &str, owners: &str) -> Workbook {
    let files = [
        ("case.toml", "format = 1\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"m\"\n"),
        ("domains.csv", "domain,weight_m\nd,1\n"),
        ("services.csv", "service,domain,control\ngas,d,100\nmail,d,40\n"),
        ("candidates.csv", "candidate,domain\n"),
        ("effects.csv", "candidate,service\n"),
        ("budgets.csv", "ministry,year,amount\n"),
        ("holders.csv", holders),
        ("owners.csv", owners),
    ];
    Workbook::from_files(&files)
}

/// The example of the standard: a state decides in a ministry, which owns a network company, in part through a holding.
#[test]
fn a_state_a_ministry_a_holding_and_a_company() {
    let found = read(FINLAND).unwrap();
    assert_eq!(found.served(), [("19f1c5afe9d7", "gasgrid_finland_oy", "Gasgrid Finland Oy")]);
    assert_eq!(found.notes.len(), 1, "one relationship is indirect: {:?}", found.notes);
    let mut book = book("service,holder,stake\n", "");
    assert_eq!(found.put(&mut book, &[("19f1c5afe9d7", "gas")], Some("FI")), 0);
    let compiled = compile(&book);
    assert!(!Finding::any_error(&compiled.findings), "{:?}", compiled.findings);
    let holders: Vec<_> =
        compiled.case.holders.iter().map(|it| (it.holder.as_str(), it.stake.to_string(), it.home)).collect();
    let ministry = "valtiovarainministerio";
    let mut should = [("suomen_kaasuverkko_oy", "76.5".to_owned(), true), (ministry, "23.5".to_owned(), true)];
    should.sort();
    let mut is = holders;
    is.sort();
    assert_eq!(is, should, "the state controls both");
    let mut owners: Vec<_> = compiled
        .case
        .owners
        .iter()
        .map(|it| (it.company.as_str(), it.owner.as_str(), it.stake.to_string(), it.controls, it.home))
        .collect();
    owners.sort();
    let should = [
        ("suomen_kaasuverkko_oy", ministry, "100".to_owned(), false, false),
        (ministry, "suomen_tasavalta", "0".to_owned(), true, true),
    ];
    assert_eq!(owners, should);
    assert_eq!(found.put(&mut book, &[("19f1c5afe9d7", "gas")], Some("FI")), 4, "what is there stays");
}

#[test]
fn what_is_written_reads_back_the_same() {
    let holders = "service,holder,name,jurisdiction,stake,bloc\nmail,state,State of the Netherlands,NL,40,home\nmail,holding,,,35.25,\nmail,fund,,US,24.75,\n";
    let owners = "company,owner,jurisdiction,stake,controls,bloc\nholding,fund,US,60,,\nholding,bank,,40,,\n\
                  bank,union,EU,0,yes,home\n";
    let case = compile(&book(holders, owners)).case;
    let text = write(&case);
    let found = read(&text).unwrap();
    assert_eq!(found.notes, [] as [String; 0]);
    let mut again = book("service,holder,stake\n", "");
    let served: Vec<(String, String)> =
        found.served().iter().map(|(record, ..)| ((*record).to_owned(), "mail".to_owned())).collect();
    let served: Vec<_> = served.iter().map(|(record, service)| (record.as_str(), service.as_str())).collect();
    found.put(&mut again, &served, None);
    let again = compile(&again).case;
    let key = |it: &crate::model::Holder| {
        (it.holder.clone(), it.name.clone(), it.jurisdiction.clone(), it.stake, it.home, it.party.clone())
    };
    let sorted = |case: &crate::model::Case| {
        let mut all: Vec<_> = case.holders.iter().map(key).collect();
        all.sort();
        all
    };
    assert_eq!(sorted(&again), sorted(&case));
    assert_eq!(again.owners.len(), case.owners.len());
    assert_eq!(write(&case), text, "always the same");
}

#[test]
fn what_is_none_of_it_is_refused_and_what_is_odd_is_told() {
    assert!(read("{}").is_err() && read("[{}]").is_err() && read("nothing").is_err());
    let entity = |id: &str| format!(r#"{{"recordId":"{id}","recordType":"entity","recordDetails":{{"name":"Same"}}}}"#);
    let relation = |id: &str, of: &str, by: &str, interest: &str| {
        format!(
            r#"{{"recordId":"{id}","recordType":"relationship","recordDetails":{{"subject":{of},"interestedParty":{by},"interests":[{interest}]}}}}"#
        )
    };
    let range = r#"{"type":"shareholding","share":{"minimum":51,"maximum":75}}"#;
    let right = r#"{"type":"appointmentOfBoard"}"#;
    let over = r#"{"type":"shareholding","share":{"exact":9},"endDate":"2020-01-01"}"#;
    let text = [
        entity("a"),
        entity("b"),
        entity("c"),
        relation("1", "\"a\"", "\"b\"", range),
        relation("2", "\"a\"", "\"c\"", right),
        relation("3", "\"b\"", "\"c\"", over),
        relation("4", "\"b\"", r#"{"reason":"unknown"}"#, range),
    ];
    let found = read(&format!("[{}]", text.join(","))).unwrap();
    let mut book = book("service,holder,stake\n", "");
    found.put(&mut book, &[("a", "mail")], None);
    let case = compile(&book).case;
    let holders: Vec<_> = case.holders.iter().map(|it| format!("{} {}", it.holder, it.stake)).collect();
    assert_eq!(holders, ["same-2 51", "same-3 0"], "three of one name, the least of a range");
    assert_eq!(found.notes.len(), 3, "one over, one unknown, one right beside a majority: {:?}", found.notes);
}
