//! The page for a minister, held against the JSON of the same answer and against what `evaluate` says.

use regex_lite::Regex;
use rust_decimal::Decimal;
use serde_json::Value;

use super::support::{Place, root};

fn said(place: &Place, arguments: &[&str]) -> String {
    let output = place.command(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn near(shown: &str, exact: Decimal, places: u32) {
    let shown: Decimal = shown.parse().unwrap();
    assert!((shown - exact).abs() <= Decimal::new(1, places), "{shown} for {exact}");
}

/// The text of a page of a web page, a line for each cell, item and paragraph.
fn lines(html: &str) -> Vec<String> {
    let page = html.split_once("<section class=\"page\">").map_or(html, |it| it.1);
    let page = page.split_once("</section>").map_or(page, |it| it.0);
    let [svg, ends, tags] =
        [r"(?s)<(?:svg|details).*?</(?:svg|details)>", r"</(?:td|th|p|li|h2|figcaption)>", r"<[^>]*>"]
            .map(|it| Regex::new(it).unwrap());
    let page = ends.replace_all(&svg.replace_all(page, ""), "\n").into_owned();
    let text = tags.replace_all(&page, "").replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_page_says_what_the_answer_says() {
    let place = Place::new();
    place.case_from(&root().join("portfolios/tutorial"), "tutorial");
    place.case_from(&root().join("portfolios/netherlands"), "netherlands");
    let shown = Regex::new(r"Decision-power index ([\d.]+) → ([\d.]+)\nThat is ([\d.]+) ").unwrap();
    for case in ["small", "tutorial", "netherlands"] {
        let answer: Value = serde_json::from_str(&said(&place, &["optimise", case, "--format", "json"])).unwrap();
        let html = said(&place, &["optimise", case, "--format", "html"]);
        let lines = lines(&html);
        let text = lines.join("\n");
        let words = text.split_whitespace().count();
        assert!(words < 480, "{words} words");
        let index = shown.captures(&text).unwrap();
        near(&index[1], decimal(&answer["index_before"]), 1);
        near(&index[2], decimal(&answer["index_after"]), 1);
        near(&index[3], decimal(&answer["gain"]), 1);
        for line in answer["ministries"].as_array().unwrap() {
            let spent = decimal(&line["spent"]);
            let is_spent = |it: &String| it.parse().is_ok_and(|it: Decimal| (it - spent).abs() <= Decimal::new(1, 2));
            assert!(lines.iter().any(is_spent), "{spent}\n{text}");
        }
        let picks = answer["portfolio"].as_array().unwrap();
        assert!(picks.len() == 1 || text.contains(&format!("Approve {} investments", picks.len())), "{text}");
        let reasons: Vec<&String> = lines.iter().filter(|line| line.contains("): without it")).collect();
        assert!(!reasons.is_empty() && reasons.len() <= 5);
        for reason in reasons {
            assert!(reason.split_whitespace().count() <= 25, "{reason}");
            assert!(picks.iter().any(|pick| reason.starts_with(pick["name"].as_str().unwrap())), "{reason}");
        }
        // In Markdown stands the same.
        let note = said(&place, &["optimise", case, "--format", "md", "--brief"]).replace(['\\', '*'], "");
        for line in &lines {
            assert!(note.contains(line.split('(').next().unwrap()), "{line}\n{note}");
        }
    }
}

#[test]
fn what_is_lost_without_a_pick_is_what_the_others_give() {
    let place = Place::new();
    place.case_from(&root().join("portfolios/netherlands"), "netherlands");
    let answer: Value = serde_json::from_str(&said(&place, &["optimise", "netherlands", "--format", "json"])).unwrap();
    let csv = said(&place, &["optimise", "netherlands", "--format", "csv"]);
    let page = lines(&said(&place, &["optimise", "netherlands", "--format", "html", "--brief"]));
    let reason = page.iter().find(|line| line.contains("): without it")).unwrap();
    let picks = answer["portfolio"].as_array().unwrap();
    let pick = picks.iter().find(|pick| reason.starts_with(pick["name"].as_str().unwrap())).unwrap();
    let id = format!("{},", pick["candidate"].as_str().unwrap());
    let others: Vec<&str> = csv.lines().filter(|line| !line.starts_with(&id)).collect();
    let others = others.join("\n") + "\n";
    place.write("others.csv", &others);
    place.write("all.csv", &csv);
    let judged = |arguments: &[&str]| {
        let output =
            place.command(&[&["evaluate", "netherlands"], arguments, &["--alone", "--format", "json"]].concat());
        let stdout = { output }.output().unwrap().stdout;
        decimal(&serde_json::from_slice::<Value>(&stdout).unwrap()["index_after"])
    };
    let shown = Regex::new(r"(?:falls by|without it,) ([\d.]+)").unwrap().captures(reason).unwrap()[1].to_owned();
    near(&shown, decimal(&answer["index_after"]) - judged(&["others.csv"]), 1);
    let scenario = page.iter().find(|line| line.starts_with("Unchanged in")).unwrap();
    let found = Regex::new(r"between ([\d.]+) \(([^)]+)\)").unwrap().captures(scenario).unwrap();
    // The page calls the scenario by its name, the command line by its id.
    let scenarios = std::fs::read_to_string(root().join("portfolios/netherlands/scenarios.csv")).unwrap();
    let id = scenarios.lines().find(|line| line.contains(&format!(",{},", &found[2]))).unwrap();
    let id = id.split(',').next().unwrap();
    near(&found[1], judged(&["all.csv", "--scenario", id]), 1);
}

/// The rows of what rules cost, as text, from a table of a format.
fn rows(text: &str, row: &str) -> Vec<String> {
    let [row, tags] = [row, r"<[^>]*>|[|\\]"].map(|it| Regex::new(it).unwrap());
    let plain = |found: &str| tags.replace_all(found, " ").split_whitespace().collect::<Vec<_>>().join(" ");
    row.find_iter(text).map(|found| plain(found.as_str())).collect()
}

#[test]
fn what_rules_cost_is_the_same_in_every_format() {
    let place = Place::new();
    place.case_from(&root().join("portfolios/tutorial"), "tutorial");
    let read =
        |arguments: &[&str]| said(&place, &[&["optimise", "tutorial", "--set", "limits.max[1]=8"], arguments].concat());
    let answer: Value = serde_json::from_str(&read(&["--format", "json", "--brief"])).unwrap();
    let binding = answer["binding"].as_array().unwrap();
    assert!(binding.iter().filter(|it| it["cost"] == "4.5" && it["proven"] == true).count() == 2, "{binding:?}");
    let [html, md] = ["html", "md"].map(|format| read(&["--format", format]));
    let found = [rows(&html, r"(?s)<tr>.*?</tr>"), rows(&md, r"(?m)^\|.*$")];
    let workbook = place.path("costs.xlsx");
    read(&["--out", workbook.to_str().unwrap()]);
    let sheets = beslismacht::store::xlsx::read(&std::fs::read(&workbook).unwrap()).unwrap();
    let sheet = sheets.iter().find(|sheet| sheet.name.starts_with("Rules that bind")).unwrap();
    // Each row of it: the rule, what it costs as a number, and whether that is proven.
    let cells: Vec<Vec<String>> =
        sheet.rows.values().map(|row| row.values().map(beslismacht::store::xlsx::XlsxCell::text).collect()).collect();
    let told: Vec<_> = cells.iter().filter(|row| row.get(2).is_some_and(|it| it == "proven")).collect();
    assert_eq!(told.len(), binding.len(), "{cells:?}");
    for it in binding {
        let (rule, exact) = (it["rule"].as_str().unwrap(), decimal(&it["cost"]));
        let cost = exact.round_dp(2);
        let wanted = format!("{rule} {cost:.2} proven");
        assert!(found.iter().all(|rows| rows.contains(&wanted)), "{wanted}: {found:?}");
        assert!(told.iter().any(|row| row[0] == rule && row[1].parse() == Ok(exact)), "{rule} {exact}: {cells:?}");
    }
    let plain: Value = serde_json::from_str(&read(&["--format", "json"])).unwrap();
    assert!(plain["binding"].is_null() && !read(&[]).contains("Rules that bind"), "only the note asks for it");
}

#[test]
fn programs_read_the_same_with_and_without_the_page() {
    let place = Place::new();
    let seconds = Regex::new(r#""seconds": [\d.e-]+"#).unwrap();
    for format in ["csv", "json"] {
        let read = |arguments: &[&str]| said(&place, &[&["optimise", "small", "--format", format], arguments].concat());
        let [with, without] =
            [read(&["--brief"]), read(&[])].map(|text| seconds.replace(&text, "\"seconds\": 0").into_owned());
        if format == "csv" {
            assert_eq!(with, without);
            continue;
        }
        // What rules cost is told beside it.
        let [mut with, without] = [with, without].map(|text| serde_json::from_str::<Value>(&text).unwrap());
        with.as_object_mut().unwrap().remove("binding");
        assert_eq!(with, without);
    }
    let place = Place::new();
    let terminal = said(&place, &["optimise", "small", "--brief"]);
    assert!(terminal.contains("Decision asked") && !terminal.contains("SHA-256"), "{terminal}");
}
