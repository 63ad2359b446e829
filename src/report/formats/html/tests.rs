//! A page is read back: its tags close, its text is that of the report, and nothing of a case becomes mark-up.

use regex_lite::Regex;

use super::FORMAT;
use crate::report::formats::Options;
use crate::report::tests::report;
use crate::report::{Audience, Block, Chart, Report};

const HOSTILE: &str = "</td><script>alert('x')</script>\"onload=\"y\u{202e}&lt;";

fn page(report: &dyn Report) -> String {
    String::from_utf8(FORMAT.write(report, &Options::PLAIN).unwrap()).unwrap()
}

/// The names of all tags in order, those that close with `/`; what stays open or closes nothing fails.
fn tags(page: &str) -> Vec<String> {
    let tag = Regex::new(r#"<(/?[a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<]*")?)*)\s*(/?)>"#).unwrap();
    // What styles and scripts hold is no mark-up.
    let raw = Regex::new(r"(?s)(<style>|<script>).*?(</style>|</script>)").unwrap();
    let page = raw.replace_all(page, "$1$2");
    let mut open: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for found in tag.captures_iter(&page) {
        let name = &found[1];
        all.push(name.to_owned());
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if found[3].is_empty() && !["meta", "br"].contains(&name) => open.push(name.to_owned()),
            None => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let outside = tag.replace_all(&page, "").replacen("<!DOCTYPE html>", "", 1);
    assert!(!outside.contains(['<', '>']), "{outside}");
    all
}

#[test]
fn a_page_is_whole_and_takes_nothing_from_outside() {
    let page = page(&report());
    let tags = tags(&page);
    assert_eq!(tags.iter().filter(|tag| *tag == "script").count(), 1);
    assert_eq!(tags.iter().filter(|tag| *tag == "h1").count(), 1);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
    for outside in ["src=", "href=", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let elsewhere = page.replace("http://www.w3.org/2000/svg", "");
    assert!(!elsewhere.contains("://"));
}

#[test]
fn nothing_of_a_case_becomes_mark_up() {
    let mut report = report();
    let plain = tags(&page(&report));
    let hostile = HOSTILE.to_owned();
    report.case.title.clone_from(&hostile);
    report.case.path.clone_from(&hostile);
    report.case.money.clone_from(&hostile);
    report.case.changes = vec![hostile.clone()];
    report.case.inputs[0].file.clone_from(&hostile);
    report.solver.name.clone_from(&hostile);
    for pick in &mut report.parts.portfolio {
        (pick.name, pick.sentence, pick.locked) = (hostile.clone(), hostile.clone(), hostile.clone());
    }
    report.parts.ministries.iter_mut().for_each(|line| line.name.clone_from(&hostile));
    report.parts.domains.iter_mut().for_each(|line| line.name.clone_from(&hostile));
    report.parts.services.iter_mut().for_each(|line| line.name.clone_from(&hostile));
    let page = page(&report);
    let found = tags(&page);
    let scripts = |tags: &[String]| tags.iter().filter(|tag| tag.contains("script")).count();
    assert_eq!(scripts(&found), scripts(&plain));
    assert!(
        page.contains(
            "&lt;/td&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;onload=&quot;y\\u{202e}&amp;lt;"
        )
    );
    assert!(!page.contains('\u{202e}'));
}

#[test]
fn a_table_says_what_its_cells_are() {
    let page = page(&report());
    assert!(page.contains("<caption><h2>Spending by ministry and year"), "{page}");
    assert!(page.contains("<th scope=\"row\">Defence</th>"));
    assert!(page.contains("<th scope=\"col\" class=\"figure\">"));
    let figures = report().document();
    // A chart has its figures beside it.
    let is_table = |block: &&Block| matches!(block, Block::Table(_) | Block::Chart(_));
    let tables = figures.blocks_for(Audience::Notes).filter(is_table).count();
    assert_eq!(page.matches("<div class=\"scroll\"").count(), tables);
    for (row, total) in [("Defence", "34.00"), ("Economic Affairs", "6.00")] {
        assert!(page.contains(&format!("<th scope=\"row\">{row}</th><td class=\"figure\">{total}</td>")), "{row}");
    }
}

#[test]
fn a_chart_has_a_name_for_who_cannot_see_it() {
    let chart = Chart::bars("Gains & <losses>", "points", "gain", [(rust_decimal::Decimal::ONE, HOSTILE.to_owned())]);
    let written = super::chart(&chart, &report().case, false);
    assert!(written.contains("role=\"img\" aria-label=\"Gains &amp; &lt;losses&gt;\""), "{written}");
    tags(&written);
}
