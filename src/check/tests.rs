use rand::RngExt as _;
use rand::SeedableRng as _;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom as _;

use super::check;
use crate::model::{Workbook, compile};

/// What might stand in a cell, right or wrong.
const CELLS: &[&str] = &[
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
];

fn table(random: &mut ChaCha8Rng, header: &str) -> String {
    let width = header.split(',').count();
    let quoted = |cell: &str| if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() };
    let mut row = || -> Vec<String> {
        (0..random.random_range(0..=width + 1)).filter_map(|_| CELLS.choose(random)).map(|cell| quoted(cell)).collect()
    };
    let rows: Vec<String> = (0..4).map(|_| row().join(",") + "\n").collect();
    format!("{header}\n{}", rows[..random.random_range(0..=4)].concat())
}

fn settings(random: &mut ChaCha8Rng) -> String {
    const NUMBERS: &[&str] = &["0", "1", "0.5", "-1", "\"all\"", "1e400", "inf", "0x10", "2027", "2028", "9999"];
    let n: Vec<&str> = (0..8).filter_map(|_| NUMBERS.choose(random).copied()).collect();
    format!(
        "format = 1\nfirst_year = {}\nlast_year = {}\n[require]\ndomains_at_target = {}\n[[ministry]]\nid = \"a\"\n\
         voice = {}\ncarry_over = {}\n[[ministry]]\nid = \"b\"\n[[rung]]\nid = \"a\"\nat_least = {}\npower = {}\n\
         [[rung]]\nid = \"b\"\nat_least = {}\npower = 1\n",
        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    )
}

#[test]
fn whatever_stands_in_the_files_is_found_and_nothing_panics() {
    const TABLES: &[(&str, &str)] = &[
        ("domains.csv", "domain,name,weight_a,weight_b,target"),
        ("services.csv", "service,domain,weight,control,drift,floor,power,quota"),
        ("candidates.csv", "candidate,domain,cost_1,cost_3,cofinance,share_a,share_b,start_from,start_to,status"),
        ("effects.csv", "candidate,service,control_gain,grants,lasts"),
        ("budgets.csv", "ministry,year,amount"),
        ("relations.csv", "kind,members,count,service,control_gain"),
        ("limits.csv", "scope,value,min,max"),
        ("holders.csv", "service,holder,stake,bloc"),
        ("scenarios.csv", "scenario,table,id,column,change"),
    ];
    for seed in 0..400 {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut files = vec![("case.toml", settings(random))];
        files.extend(TABLES.iter().map(|&(file, header)| (file, table(random, header))));
        let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
        let workbook = Workbook::from_files(&files);
        let compiled = compile(&workbook);
        for finding in check(&workbook, &compiled) {
            assert!(super::CODES.iter().any(|code| code.name == finding.code), "{finding:?} is not listed");
            assert!(!finding.file.is_empty() && !finding.message.is_empty() && !finding.remedy.is_empty());
        }
    }
}

/// A floor that only a late start reaches is in reach: what works in 2027 for two years has worn off by the end of 2029.
#[test]
fn what_wears_off_is_in_reach_where_some_start_leaves_it_there() {
    let found = |last_start: &str| {
        let candidates = format!("candidate,domain,cost_1,start_from,start_to\nright,d,1,2027,{last_start}\n");
        let workbook = Workbook::from_files(&[
            (
                "case.toml",
                "format = 1\nfirst_year = 2027\nlast_year = 2029\n[[ministry]]\nid = \"m\"\nvoice = 1\n[[rung]]\nid = \"seat\"\nat_least = 10\npower = 1\n",
            ),
            ("domains.csv", "domain,weight_m\nd,1\n"),
            ("services.csv", "service,domain,control,floor\ns,d,5,seat\n"),
            ("candidates.csv", &candidates),
            ("effects.csv", "candidate,service,control_gain,grants,lasts\nright,s,6,,2\n"),
            ("budgets.csv", "ministry,year,amount\nm,2027,1\n"),
        ]);
        let all: Vec<&str> = check(&workbook, &compile(&workbook)).iter().map(|finding| finding.code).collect();
        ["floor-out-of-reach", "effect-worn-off"].map(|code| all.contains(&code))
    };
    assert_eq!(found("2027"), [true, true]);
    assert_eq!(found("2028"), [false, false]);
}
