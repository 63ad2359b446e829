#![allow(clippy::string_slice, clippy::type_complexity)]

use rust_decimal::Decimal;

use super::{Chart, ChartKind, Series};

fn point(across: i64, up: i64, label: &str) -> (Decimal, Decimal, String) {
    (Decimal::from(across), Decimal::from(up), label.to_owned())
}

fn chart(kind: ChartKind, series: Vec<Series>) -> String {
    let (across, up) = ("money, <M€> & more".to_owned(), "\"points\"".to_owned());
    Chart { title: "A <chart> & \"more\"".to_owned(), across, up, kind, series }.svg()
}

fn series(name: &str, points: Vec<(Decimal, Decimal, String)>) -> Series {
    Series { name: name.to_owned(), points }
}

/// An element: its name, its attributes, and the text in it.
type Element = (String, Vec<(String, String)>, String);

/// Elements, attributes and text of well-formed XML; panics where it is not.
fn elements(svg: &str) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>') && entities_only(text), "{text}");
        if let Some(last) = found.last_mut() {
            last.2.push_str(text);
        }
        let (tag, after) = after.split_once('>').expect("a tag that ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{svg}");
            continue;
        }
        let alone = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, mut left) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, value)) = left.split_once("=\"") {
            let (value, after) = value.split_once('"').expect("a closing quote");
            assert!(entities_only(value), "{value}");
            attributes.push((key.trim().to_owned(), value.to_owned()));
            left = after;
        }
        assert_eq!(left.trim(), "", "{tag}");
        found.push((name.to_owned(), attributes, String::new()));
        if !alone {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "{svg}");
    found
}

fn entities_only(text: &str) -> bool {
    let known = ["amp;", "lt;", "gt;", "quot;"];
    text.split('&').skip(1).all(|after| known.iter().any(|entity| after.starts_with(entity)))
}

fn number(element: &Element, key: &str) -> f64 {
    element.1.iter().find(|(name, _)| name == key).unwrap().1.parse().unwrap()
}

#[test]
fn every_kind_is_well_formed_whatever_the_names_are() {
    let all =
        [ChartKind::Steps, ChartKind::Points, ChartKind::Lines, ChartKind::Bars, ChartKind::Spans, ChartKind::Heat];
    for kind in all {
        let points = vec![point(1, 0, "a < b"), point(3, 0, "\"c\" & d"), point(2, 1, "\u{7}e")];
        let svg = chart(kind, vec![series("<one>", points.clone()), series("two & three", points)]);
        assert!(elements(&svg).len() > 6, "{svg}");
        assert!(!svg.contains('\n'), "Markdown ends a block of markup at an empty line");
    }
}

#[test]
fn nothing_gives_no_chart() {
    assert_eq!(chart(ChartKind::Heat, vec![series("none", Vec::new())]), "");
    assert_eq!(chart(ChartKind::Lines, Vec::new()), "");
}

#[test]
fn bars_are_as_long_as_their_values() {
    let svg =
        chart(ChartKind::Bars, vec![series("s", vec![point(10, 0, "ten"), point(5, 0, "five"), point(0, 0, "no")])]);
    let bars: Vec<f64> =
        elements(&svg).iter().filter(|it| it.0 == "rect").skip(1).map(|bar| number(bar, "width")).collect();
    assert!((bars[0] / bars[1] - 2.0).abs() < 0.01, "{bars:?}");
    assert!(bars[2] < 1.0);
    assert!(svg.contains(">10<") && svg.contains(">5<") && svg.contains(">0<"));
}

#[test]
fn a_bar_goes_on_from_what_was_to_what_is_and_has_its_mark() {
    let before = series("before", vec![point(2, 0, "up"), point(8, 0, "down")]);
    let after = series("after", vec![point(6, 0, ""), point(4, 0, "a rung")]);
    let target = series("target", vec![point(10, 0, ""), point(5, 0, "")]);
    let svg = chart(ChartKind::Spans, vec![before, after, target]);
    let found = elements(&svg);
    let bars: Vec<(f64, f64)> = found
        .iter()
        .filter(|it| it.0 == "rect" && it.1.iter().any(|(key, _)| key == "x"))
        .skip(3)
        .map(|it| (number(it, "x"), number(it, "width")))
        .collect();
    // Of each row: what was, what changed, the mark.
    let [was, rose, goal, had, fell, mark] = bars.as_slice() else { panic!("{bars:?}") };
    assert!((rose.1 / was.1 - 2.0).abs() < 0.01 && (rose.0 - was.0 - was.1).abs() < 0.2, "{bars:?}");
    assert!((fell.1 / had.1 - 0.5).abs() < 0.01 && (fell.0 - had.0 - had.1 / 2.0).abs() < 0.2, "{bars:?}");
    let place = |mark: &(f64, f64)| (mark.0 + 1.0 - was.0) / was.1;
    assert!((place(goal) - 5.0).abs() < 0.05 && (place(mark) - 2.5).abs() < 0.05, "{bars:?}");
    let texts: Vec<&str> = found.iter().filter(|it| it.0 == "text").map(|it| it.2.as_str()).collect();
    assert!(["up", "down", "2 → 6", "a rung", "target"].iter().all(|text| texts.contains(text)), "{texts:?}");
}

#[test]
fn lines_start_at_nothing_and_years_are_whole() {
    let svg = chart(ChartKind::Lines, vec![series("s", vec![point(2027, 4, ""), point(2028, 8, "")])]);
    let found = elements(&svg);
    let texts: Vec<&str> = found.iter().filter(|it| it.0 == "text").map(|it| it.2.as_str()).collect();
    assert!(texts.contains(&"2027") && texts.contains(&"2028"), "{texts:?}");
    assert!(!texts.iter().any(|text| text.starts_with("2027.")), "{texts:?}");
    let path = &found.iter().rfind(|it| it.0 == "path").unwrap().1[0].1;
    let up: Vec<f64> =
        path.trim_start_matches('M').split('L').map(|at| at.split_once(' ').unwrap().1.parse().unwrap()).collect();
    // The axis starts at 0, so that 8 is twice as high above its foot as 4.
    assert!(((310.0 - up[1]) / (310.0 - up[0]) - 2.0).abs() < 0.01, "{up:?}");
    let titles: Vec<&str> = found.iter().filter(|it| it.0 == "title").map(|it| it.2.as_str()).collect();
    assert_eq!(titles, ["2027, 4", "2028, 8"]);
}

#[test]
fn a_stair_goes_across_before_it_goes_up() {
    let svg = chart(ChartKind::Steps, vec![series("s", vec![point(0, 0, ""), point(10, 5, "knee"), point(20, 5, "")])]);
    let found = elements(&svg);
    let path = found.iter().filter(|it| it.0 == "path").map(|it| it.1[0].1.clone()).next_back().unwrap();
    let commands: String = path.chars().filter(char::is_ascii_uppercase).collect();
    assert_eq!(commands, "MHVHV");
    assert!(found.iter().any(|it| it.0 == "text" && it.2 == "knee"));
}

#[test]
fn labels_at_one_place_are_not_written_over_each_other() {
    let at = |label: &str| series(label, vec![point(5, 5, label)]);
    let edge = series("edge", vec![point(0, 0, ""), point(10, 10, "")]);
    let svg = chart(ChartKind::Points, vec![edge, at("a knee"), at("recommended"), at("own")]);
    let found = elements(&svg);
    let mut heights: Vec<f64> = ["a knee", "recommended", "own"]
        .iter()
        .map(|label| {
            let small =
                |it: &&Element| it.0 == "text" && it.2 == *label && it.1.iter().any(|(key, _)| key == "font-size");
            number(found.iter().find(small).unwrap(), "y")
        })
        .collect();
    heights.sort_by(f64::total_cmp);
    assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 10.9), "{heights:?}");
}

#[test]
fn a_heat_map_has_a_cell_for_each_value_and_the_highest_is_the_darkest() {
    let one = series("recommended", vec![point(4, 0, "war"), point(0, 0, "peace")]);
    let two = series("own", vec![point(2, 0, "war"), point(0, 1, "peace")]);
    let svg = chart(ChartKind::Heat, vec![one, two]);
    let found = elements(&svg);
    let fills: Vec<&str> = found
        .iter()
        .filter(|it| it.0 == "rect")
        .skip(1)
        .map(|it| it.1.iter().find(|(name, _)| name == "fill").unwrap().1.as_str())
        .collect();
    assert_eq!(fills, ["rgb(213,94,0)", "rgb(255,255,255)", "rgb(234,174,128)", "#eeeeee"]);
    let titles: Vec<&str> = found.iter().filter(|it| it.0 == "title").map(|it| it.2.as_str()).collect();
    assert_eq!(titles, ["war, recommended: 4", "peace, recommended: 0", "war, own: 2", "peace, own: –"]);
}
