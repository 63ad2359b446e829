use proptest::prelude::*;

use super::check;
use crate::model::{Workbook, compile};

/// What might stand in a cell, right or wrong.
fn cell() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "a",
        "b",
        "c",
        "a b",
        "a c b",
        "*",
        "0",
        "1",
        "-1",
        "0.5",
        "50",
        "100",
        "1e9",
        "1,5",
        "2027",
        "2028",
        "2040",
        "999999999999",
        "99999999999999999999999999999999",
        "0.123456789012345",
        "20-60",
        "60-20",
        "30%",
        "=1",
        "+1",
        "*2",
        "locked_in",
        "locked_out",
        "requires",
        "excludes",
        "at_least",
        "at_most",
        "synergy",
        "domain",
        "ministry",
        "pillar",
        "candidates",
        "budgets",
        "case",
        "banzhaf",
        "home",
        "first_year",
        "cost_1",
        "\u{fffd}",
        " ",
        "A b",
    ])
}

fn table(header: &'static str) -> impl Strategy<Value = String> {
    let width = header.split(',').count();
    prop::collection::vec(prop::collection::vec(cell(), 0..=width + 1), 0..5).prop_map(move |rows| {
        let quoted = |cell: &&str| if cell.contains(',') { format!("\"{cell}\"") } else { (*cell).to_owned() };
        let rows = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n");
        format!("{header}\n{}", rows.collect::<String>())
    })
}

fn settings() -> impl Strategy<Value = String> {
    let number =
        prop::sample::select(vec!["0", "1", "0.5", "-1", "\"all\"", "1e400", "inf", "0x10", "2027", "2028", "9999"]);
    prop::collection::vec(number, 8).prop_map(|n| {
        format!(
            "format = 1\nfirst_year = {}\nlast_year = {}\n[require]\ndomains_at_target = {}\n[[ministry]]\nid = \"a\"\n\
             voice = {}\ncarry_over = {}\n[[ministry]]\nid = \"b\"\n[[rung]]\nid = \"a\"\nat_least = {}\npower = {}\n\
             [[rung]]\nid = \"b\"\nat_least = {}\npower = 1\n",
            n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_the_files_is_found_and_nothing_panics(
        settings in settings(),
        domains in table("domain,name,weight_a,weight_b,target"),
        services in table("service,domain,weight,control,drift,floor,power,quota"),
        candidates in table("candidate,domain,cost_1,cost_3,cofinance,share_a,share_b,start_from,start_to,status"),
        effects in table("candidate,service,control_gain,grants"),
        budgets in table("ministry,year,amount"),
        relations in table("kind,members,count,service,control_gain"),
        limits in table("scope,value,min,max"),
        holders in table("service,holder,stake,bloc"),
        scenarios in table("scenario,table,id,column,change"),
    ) {
        let workbook = Workbook::from_files(&[
            ("case.toml", &settings), ("domains.csv", &domains), ("services.csv", &services),
            ("candidates.csv", &candidates), ("effects.csv", &effects), ("budgets.csv", &budgets),
            ("relations.csv", &relations), ("limits.csv", &limits), ("holders.csv", &holders),
            ("scenarios.csv", &scenarios),
        ]);
        let compiled = compile(&workbook);
        for finding in check(&workbook, &compiled) {
            prop_assert!(super::Code::find(finding.code).is_some(), "{:?} is not listed", finding);
            prop_assert!(!finding.file.is_empty() && !finding.message.is_empty() && !finding.remedy.is_empty());
        }
    }
}
