//! The page that an analysis or a comparison begins with: its point first, names in place of ids, and what adds up.

use regex_lite::Regex;
use rust_decimal::Decimal;
use serde_json::Value;

use super::support::{Place, root};

fn tutorial() -> Place {
    let place = Place::new();
    place.case_from(&root().join("portfolios/tutorial"), "tutorial");
    for (file, budget) in [("alpha.csv", "60"), ("beta.csv", "30"), ("gamma.csv", "20")] {
        place.output(&["optimise", "tutorial", "--budget", budget, "--out", file], 0);
    }
    place
}

fn page(place: &Place, arguments: &[&str], language: &str) -> String {
    place.output(&[arguments, &["--brief", "--format", "md", "--language", language]].concat(), 0)
}

/// The text from one heading to the next.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("## {heading}")).unwrap_or_else(|| panic!("no {heading}: {page}"));
    rest.split("\n## ").next().unwrap()
}

/// The cells of the rows of a table that begin with a name.
fn rows(section: &str) -> Vec<Vec<String>> {
    let lines = section.lines().filter(|line| line.starts_with("| ")).skip(2);
    lines.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// An amount without the difference behind it.
fn money(cell: &str, language: &str) -> Decimal {
    let cell = cell.split(" (").next().unwrap();
    let plain = if language == "nl" { cell.replace('.', "").replace(',', ".") } else { cell.to_owned() };
    plain.parse().unwrap_or_else(|_| panic!("{cell}"))
}

#[test]
fn a_comparison_says_what_all_share_once_and_where_they_part() {
    let place = tutorial();
    let compare = ["compare", "tutorial", "alpha.csv", "beta.csv", "gamma.csv"];
    for (language, brings, shared, ministry, year, all) in [
        (
            "en",
            "**alpha brings most: ",
            "What all choose (",
            "What each ministry pays, and",
            "What is spent in each",
            "all",
        ),
        (
            "nl",
            "**alpha levert het meeste op: ",
            "Wat alle",
            "Wat elk ministerie betaalt, en",
            "Wat er elk jaar",
            "totaal",
        ),
    ] {
        let text = page(&place, &compare, language);
        assert!(text.lines().nth(2).unwrap().starts_with(brings), "{text}");
        let shared = section(&text, shared);
        let differing = text.split(shared).collect::<String>();
        let names: Vec<&str> = shared.lines().filter(|line| !line.is_empty()).nth(1).unwrap().split("; ").collect();
        assert!(names.len() > 1, "{shared}");
        assert!(names.iter().all(|name| !differing.contains(&format!("| {name} |"))), "{text}");
        for heading in [ministry, year] {
            let rows = rows(section(&text, heading));
            let (last, others) = rows.split_last().unwrap();
            assert_eq!(last[0], all, "{text}");
            for at in 1..4 {
                let sum: Decimal = others.iter().map(|row| money(&row[at], language)).sum();
                assert_eq!(sum, money(&last[at], language), "{heading}: {text}");
            }
            // Both ways to the same bill, and each difference is that of what is shown.
            for row in &rows {
                let from = money(&row[1], language);
                for cell in &row[2..] {
                    let difference = cell
                        .split(" (")
                        .nth(1)
                        .map_or(Decimal::ZERO, |it| money(it.trim_end_matches(')').trim_start_matches('+'), language));
                    assert_eq!(money(cell, language) - from, difference, "{text}");
                }
            }
        }
        let html = place.output(&[&compare[..], &["--format", "html", "--language", language]].concat(), 0);
        assert!(html.contains("<section class=\"page\">") && html.contains("<details>"), "{html}");
    }
}

#[test]
fn every_analysis_has_a_page_without_drawings_and_ids() {
    let place = tutorial();
    let analyses: &[&[&str]] = &[
        &["frontier", "tutorial", "--points", "10"],
        &["frontier", "tutorial", "--by", "ministries"],
        &["alternatives", "tutorial"],
        &["importance", "tutorial"],
        &["robust", "tutorial"],
        &["stress", "tutorial", "beta.csv"],
        &["cooperate", "tutorial"],
        &["explain", "tutorial", "own-cable"],
        &["explain", "tutorial", "--budget", "1"],
    ];
    for analysis in analyses {
        for language in ["en", "nl"] {
            let text = page(&place, analysis, language);
            let point = text.lines().skip(1).find(|line| line.starts_with("**"));
            assert!(point.is_some_and(|point| point.ends_with("**")), "{analysis:?}: {text}");
            assert!(!text.contains("<svg") && !text.contains("SHA-256"), "{analysis:?}: {text}");
            assert!(!text.contains("cable") || !text.contains("own-cable"), "{analysis:?}: {text}");
            assert!(text.lines().count() < 90, "{analysis:?} is longer than a page: {text}");
            let html = place.output(&[analysis, &["--format", "html", "--language", language][..]].concat(), 0);
            assert!(html.contains("<section class=\"page\">"), "{analysis:?}");
        }
    }
}

#[test]
fn robust_names_the_core_the_swing_and_what_is_never_chosen() {
    let place = tutorial();
    let json = place.json(&["robust", "tutorial"], 0);
    let core = json["core"].as_array().unwrap();
    let text = page(&place, &["robust", "tutorial"], "en");
    for (verdict, heading) in [("core", "Core: "), ("borderline", "Swing: "), ("exterior", "Never: ")] {
        let section = section(&text, heading);
        let count = core.iter().filter(|row| row["verdict"] == verdict).count();
        assert!(section.contains(&format!("({count})")), "{section}");
        assert_eq!(section.lines().nth(2).unwrap().split("; ").count(), count.max(1), "{section}");
    }
    assert!(section(&text, "Swing: ").contains(" of 3)"), "{text}");
}

/// The figures of a chart of a web page, row by row.
fn figures(html: &str, title: &str) -> Vec<Vec<String>> {
    let [row, cell, tag] =
        [r"(?s)<tr>.*?</tr>", r"(?s)<t[dh][^>]*>(.*?)</t[dh]>", r"<[^>]*>"].map(|it| Regex::new(it).unwrap());
    let (_, rest) = html.split_once(&format!("{title}: figures")).unwrap_or_else(|| panic!("no figures of {title}"));
    let table = rest.split("</table>").next().unwrap();
    let cells = |row: &str| cell.captures_iter(row).map(|it| tag.replace_all(&it[1], "").into_owned()).collect();
    row.find_iter(table).skip(1).map(|it| cells(it.as_str())).collect()
}

#[test]
fn the_pages_draw_what_they_promise_with_the_figures_of_the_answer() {
    let place = tutorial();
    let html = |arguments: &[&str]| place.output(&[arguments, &["--format", "html"]].concat(), 0);
    let near = |shown: &str, exact: &Value| {
        let [shown, exact] = [shown, exact.as_str().unwrap()].map(|it| it.parse::<Decimal>().unwrap());
        assert!((shown - exact).abs() <= Decimal::new(5, 3), "{shown} for {exact}");
    };
    let (page, answer) = (html(&["optimise", "tutorial"]), place.json(&["optimise", "tutorial"], 0));
    let domains = figures(&page, "Domains against their targets");
    let all = answer["domains"].as_array().unwrap();
    assert_eq!(domains.len(), all.len(), "{domains:?}");
    for (row, domain) in domains.iter().zip(all) {
        for (at, key) in [(1, "power_before"), (2, "power_after"), (3, "target")] {
            near(&row[at], &domain[key]);
        }
    }
    let services = figures(&page, "The ladder of each service, before and after");
    let moved = answer["services"].as_array().unwrap().iter().filter(|it| it["power_before"] != it["power_after"]);
    let moved: Vec<&Value> = moved.collect();
    assert!(!moved.is_empty() && services.len() == moved.len(), "{services:?}");
    for (row, service) in services.iter().zip(moved) {
        near(&row[1], &service["power_before"]);
        near(&row[2], &service["power_after"]);
    }
    let (page, answer) =
        (html(&["stress", "tutorial", "beta.csv"]), place.json(&["stress", "tutorial", "beta.csv"], 0));
    let grid = figures(&page, "The scenarios: which services stand lower in each");
    let shown = grid.iter().flat_map(|row| &row[1..]).filter(|cell| cell.parse::<Decimal>().is_ok()).count();
    assert!(shown > 0 && shown == answer["falls"].as_array().unwrap().len(), "{grid:?}");
    let drawn = |page: &str, title: &str| assert!(page.contains(&format!("aria-label=\"{title}")), "no {title}");
    drawn(&html(&["optimise", "tutorial"]), "Spending against budgets");
    drawn(&html(&["frontier", "tutorial"]), "Objective against the total budget");
    let pareto = html(&["frontier", "tutorial", "--by", "ministries"]);
    drawn(&pareto, "Gain by the priorities");
    assert!(pareto.contains("compromise"), "the compromise is named on the front");
    let robust = html(&["robust", "tutorial"]);
    drawn(&robust, "Core index");
    drawn(&robust, "Regret in each world");
}
