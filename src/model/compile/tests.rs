use rust_decimal::Decimal;

use super::compile;
use crate::model::{Amount, Finding, Level, ShareRange, Workbook};
use crate::model::{CandidateIx, CarryOver, DomainIx, RelationKind, RungIx, Scope, ServiceIx};

const SETTINGS: &str = r#"format = 1
first_year = 2027
last_year = 2030
[[ministry]]
id = "defence"
[[ministry]]
id = "ez"
voice = 0.25
carry_over = "all"
[[rung]]
id = "seat"
at_least = 10
power = 0.1
"#;

fn small() -> Workbook {
    Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("domains.csv", "domain,weight_defence,weight_ez\ncloud,1,2\n"),
        ("services.csv", "service,domain,control,floor\nmail,cloud,12.5,seat\n"),
        ("candidates.csv", "candidate,domain,cost_2,cost_1,share_ez\nbuy,cloud,5,10,20-60\nbuild,cloud,,,\n"),
        ("effects.csv", "candidate,service,control_gain,grants\nbuy,mail,4,\nbuild,mail,,seat\n"),
        ("budgets.csv", "ministry,year,amount\ndefence,2028,7.5\n"),
        ("relations.csv", "kind,members,count\nrequires,buy build,\nat_least,buy build,1\n"),
        ("limits.csv", "scope,value,min,max\nministry,ez,,30%\n"),
    ])
}

#[test]
fn every_default_of_the_contract_is_filled_in() {
    let compiled = compile(&small());
    assert_eq!(compiled.findings, Vec::<Finding>::new());
    let case = compiled.case;
    assert_eq!((case.currency.as_str(), case.unit.as_str(), case.horizon()), ("EUR", "million", 4));
    assert_eq!(
        (case.ministries[0].voice, case.ministries[0].carry_over),
        (Decimal::ONE, CarryOver::Fraction(Decimal::ZERO))
    );
    assert_eq!(case.ministries[1].carry_over, CarryOver::All);
    assert_eq!(case.ministries[0].budget[1], Decimal::new(75, 1));
    assert_eq!(case[DomainIx(0)].target, Decimal::new(5, 1));
    assert_eq!((case[ServiceIx(0)].weight, case[ServiceIx(0)].quota), (Decimal::ONE, Decimal::from(50)));
    assert_eq!(case[ServiceIx(0)].floor, Some(RungIx(0)));
    let buy = &case[CandidateIx(0)];
    assert_eq!(buy.costs, [Decimal::TEN, Decimal::from(5)]);
    assert_eq!((buy.lead_time, buy.start_from, buy.start_to, buy.success), (2, 2027, 2027, Decimal::ONE));
    assert_eq!(buy.shares, [ShareRange::ANY, ShareRange { min: 20, max: 60 }]);
    assert_eq!(case[CandidateIx(1)].lead_time, 1);
    assert_eq!(case[CandidateIx(1)].effects[0].grants, Some(RungIx(0)));
    assert_eq!((case.relations[1].kind, case.relations[1].count), (RelationKind::AtLeast, 1));
    assert!(matches!(case.limits[0].scope, Scope::Ministry(_)));
    assert_eq!(case.limits[0].max, Some(Amount::Percent(Decimal::from(30))));
}

#[test]
fn a_bad_cell_is_its_default_and_a_finding_with_its_place() {
    let mut workbook = small();
    workbook.put_file("services.csv", "service, domain ,control\n\nmail, clout,\"12,5\"\n");
    let compiled = compile(&workbook);
    assert_eq!(compiled.case[ServiceIx(0)].control, Decimal::ZERO);
    let found: Vec<_> =
        compiled.findings.iter().map(|found| (found.code, found.level, found.line, found.character)).collect();
    assert_eq!(found, [("decimal-comma", Level::Error, 3, 13), ("unknown-id", Level::Error, 3, 6)]);
    assert_eq!(compiled.findings[0].remedy, "Write a decimal point: 12.5.");
}

#[test]
fn settings_that_cannot_be_read_are_one_finding() {
    let mut workbook = small();
    workbook.settings = "format = 1\nfirst_year = = 3\n".to_owned();
    let findings = compile(&workbook).findings;
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!((findings[0].code, findings[0].line), ("toml-syntax", 2));
}

#[test]
fn a_scenario_is_called_by_its_name_and_a_lock_gives_its_reason_in_the_spoken_language() {
    let workbook = Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("domains.csv", "domain\ncloud\n"),
        ("services.csv", "service,domain\nmail,cloud\n"),
        (
            "candidates.csv",
            "candidate,domain,cost_1,status,reason,reason_nl\nbuy,cloud,1,locked_in,Promised,Beloofd\nsell,cloud,1,locked_in,Promised,\n",
        ),
        ("effects.csv", "candidate,service\n"),
        ("budgets.csv", "ministry,year\n"),
        (
            "scenarios.csv",
            "scenario,name,name_nl,table,id,column,change\ncut,A cut,Een korting,candidates,buy,cost_1,+1\ncut,,,candidates,buy,cost_1,+1\nbare,,,candidates,buy,cost_1,+1\n",
        ),
    ]);
    let told = || {
        let case = compile(&workbook).case;
        let reasons = case.candidates.iter().map(|it| it.reason.clone());
        let named = ["cut", "bare", "unknown_one"].map(|id| case.scenario_name(id));
        named.into_iter().chain(reasons).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(told(), "A cut, Bare, Unknown one, Promised, Promised");
    assert_eq!(crate::messages::in_language("nl", told), "Een korting, Bare, Unknown one, Beloofd, Promised");
}

#[test]
fn a_holder_is_called_by_the_first_row_that_names_it_in_the_spoken_language() {
    let workbook = Workbook::from_files(&[
        ("case.toml", SETTINGS),
        ("domains.csv", "domain\ncloud\n"),
        ("services.csv", "service,domain\nmail,cloud\nweb,cloud\n"),
        ("candidates.csv", "candidate,domain\n"),
        ("effects.csv", "candidate,service\n"),
        ("budgets.csv", "ministry,year\n"),
        (
            "holders.csv",
            "service,holder,name,name_nl,stake\nmail,fund,,,50\nweb,fund,The fund,Het fonds,50\nmail,big_co,,,50\n",
        ),
        ("owners.csv", "company,owner,name,stake\nfund,us_bank,A bank,60\n"),
    ]);
    let told = || {
        let case = compile(&workbook).case;
        ["fund", "big_co", "us_bank"].map(|id| crate::model::ownership::called(&case, id)).join(", ")
    };
    assert_eq!(told(), "The fund, Big co, A bank");
    assert_eq!(crate::messages::in_language("nl", told), "Het fonds, Big co, A bank");
}

#[test]
fn names_and_titles_are_those_of_the_spoken_language() {
    let settings = SETTINGS
        .replace("first_year", "title = \"Plan\"\ntitle_nl = \"Het plan\"\nfirst_year")
        .replace("id = \"ez\"", "id = \"ez\"\nname = \"Economy\"\nname_nl = \"Economie\"")
        .replace("id = \"seat\"", "id = \"seat\"\nname = \"Seat\"\nname_nl = \"\"");
    let workbook = Workbook::from_files(&[
        ("case.toml", settings.as_str()),
        ("domains.csv", "domain,name,name_nl,name_de\ncloud,Cloud,Wolk,Wolke\nchips,Chips,,\n"),
        ("services.csv", "service,domain,name_nl\nmail,cloud,E-post\n"),
        ("candidates.csv", "candidate,domain,name,cost_1\nbuy,cloud,Buy it,1\n"),
        ("effects.csv", "candidate,service\n"),
        ("budgets.csv", "ministry,year\n"),
    ]);
    let names = || {
        let compiled = compile(&workbook);
        assert_eq!(compiled.findings, Vec::<Finding>::new());
        let case = compiled.case;
        let places = [&case.domains[0].name, &case.domains[1].name, &case.services[0].name, &case.candidates[0].name];
        let settings = [&case.title, &case.ministries[0].name, &case.ministries[1].name, &case.rungs[0].name];
        [places, settings].concat().into_iter().cloned().collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(), "Cloud, Chips, mail, Buy it, Plan, defence, Economy, Seat");
    let dutch = crate::messages::in_language("nl", names);
    assert_eq!(dutch, "Wolk, Chips, E-post, Buy it, Het plan, defence, Economie, Seat");
}
