//! The parts of the pages that are made from the program itself, and the figures of its walk through the tutorial.

use std::path::PathBuf;

use super::support::{Place, root};

/// What stands between the markers of a section, with what stands before and after it.
fn split<'a>(page: &'a str, part: &str) -> (&'a str, &'a str, &'a str) {
    let (begin, end) = (format!("<!-- begin {part} -->\n"), format!("<!-- end {part} -->"));
    let at = page.find(&begin).unwrap_or_else(|| panic!("the page has no {begin}")) + begin.len();
    let (before, rest) = page.split_at(at);
    let (found, after) = rest.split_at(rest.find(&end).unwrap_or_else(|| panic!("the page has no {end}")));
    (before, found, after)
}

/// Compares what matters of a section with what it must be; with `BESLISMACHT_WRITE_README` set it is written.
#[allow(clippy::disallowed_methods, reason = "a switch for whoever changes the documentation")]
fn section(page: &str, part: &str, expected: &str, matters: fn(&str) -> String) {
    let path = root().join(page);
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, found, after) = split(&text, part);
    let expected = format!("\n{}\n\n", expected.trim_end());
    if std::env::var_os("BESLISMACHT_WRITE_README").is_some() {
        std::fs::write(&path, [before, &expected, after].concat()).unwrap();
        return;
    }
    let hint = "BESLISMACHT_WRITE_README=1 cargo test readme writes the section";
    assert_eq!(matters(found), matters(&expected), "{hint} {part}");
}

/// The decision that is asked for, in the picture: how many picks, for how much; and how long the page is, which changes with what
/// it says. Among equally good portfolios the picture may show another one.
fn summary(picture: &str) -> String {
    let decision = picture.split_once("\nWhat each ministry pays").unwrap().0;
    format!("{decision}\n{} lines", picture.trim_end().lines().count())
}

/// The page for the minister about the Dutch case, as a terminal of 100 columns shows it.
fn picture(place: &Place) -> String {
    let mut command = place.command(&["optimise", "portfolios/netherlands", "--brief"]);
    let output = command.current_dir(root()).env("COLUMNS", "100").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let drawn = "![The first page of the note, as it is printed](portfolios/brief.png)";
    format!("{drawn}\n\n```text\n$ beslismacht optimise portfolios/netherlands --brief\n{}\n```", text.trim_end())
}

/// One test for all sections, so that writing them cannot cross.
#[test]
fn the_pages_say_what_the_program_says() {
    let place = Place::new();
    section("README.md", "picture", &picture(&place), summary);
    section("src/cli/README.md", "commands", &place.output(&["reference", "commands"], 0), str::to_owned);
    section("src/analyse/README.md", "analyses", &place.output(&["reference", "analyses"], 0), str::to_owned);
    section("src/model/README.md", "files", &place.output(&["reference", "files"], 0), str::to_owned);
    section("src/check/README.md", "limits", &place.output(&["reference", "limits"], 0), str::to_owned);
    section("src/check/README.md", "findings", &place.output(&["reference", "findings"], 0), str::to_owned);
}

#[test]
fn the_readme_is_short() {
    let lines = std::fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!(lines <= 250, "{lines} lines: what is more belongs in a page beside the code");
}

/// Every README of the project, and what else is written for readers, with its folder.
fn pages() -> Vec<(PathBuf, String)> {
    let mut folders = vec![root()];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "target" {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                pages.push((path, text));
            }
        }
    }
    assert!(pages.len() > 3, "the pages were not found");
    pages
}

/// The targets of links, without the place in the page, and the paths of files of the project between backticks.
fn paths(text: &str) -> (Vec<&str>, Vec<&str>) {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next());
    let links = links.filter(|link| !link.is_empty() && !link.contains("://") && !link.starts_with("mailto:"));
    let named = text.split('`').skip(1).step_by(2).filter(|code| {
        let folders = ["src/", "tests/", "benches/", "portfolios/", ".ci/", ".tools/", "../"];
        folders.iter().any(|folder| code.starts_with(folder)) && !code.contains([' ', '<', '*', '…', '\n'])
    });
    (links.collect(), named.collect())
}

#[test]
fn every_path_that_a_page_names_is_there() {
    let mut wrong = Vec::new();
    for (page, text) in pages() {
        let folder = page.parent().unwrap();
        // In a block of code there is what the reader types; its paths are his own.
        let prose: String = text.split("```").step_by(2).collect();
        let (links, named) = paths(&prose);
        let dead = links.into_iter().filter(|link| !folder.join(link).exists());
        let gone = named.into_iter().filter(|path| !root().join(path).exists() && !folder.join(path).exists());
        wrong.extend(dead.chain(gone).map(|path| format!("{}: {path}", page.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The best objective and the bill of the tutorial with these settings.
fn tutorial(settings: &[&str]) -> (String, String) {
    let case = root().join("portfolios/tutorial");
    let mut arguments = vec!["optimise", case.to_str().unwrap()];
    for setting in settings {
        arguments.extend(["--set", setting]);
    }
    let found = Place::new().json(&arguments, 0);
    assert_eq!(found["status"], "optimal", "{settings:?}");
    (found["objective"].as_str().unwrap().to_owned(), found["cost"].as_str().unwrap().to_owned())
}

#[test]
fn every_figure_of_the_tutorial_is_right() {
    let walk: &[(&[&str], &str, &str)] = &[
        (&[], "59", "50"),
        (&["effects.control_gain[datacentre-stake:gov_cloud]=10"], "59", "50"),
        (&["effects.control_gain[datacentre-stake:gov_cloud]=11"], "59", "41"),
        (&["effects.control_gain[host-share:cloud_host]=1"], "49", "48"),
        (&["ministry.defence.carry_over=0"], "38", "33"),
        (&["ministry.defence.carry_over=1"], "38", "33"),
        (&["require.domains_at_target=3"], "59", "50"),
        (
            &["candidates.share_defence[cloud-build]=0", "candidates.share_economic_affairs[cloud-build]=100"],
            "49",
            "35",
        ),
        (
            &["candidates.share_defence[cloud-build]=100", "candidates.share_economic_affairs[cloud-build]=0"],
            "49",
            "35",
        ),
        (&["candidates.share_defence[crypto-stake]=", "candidates.share_economic_affairs[crypto-stake]="], "62", "50"),
        (&["candidates.status[incident-desk]=free"], "59", "49"),
        (&["limits.max[1]=8"], "54.5", "43"),
        (&["limits.max[1]="], "59", "50"),
        (&["candidates.success[own-cable]=0.8"], "44", "50"),
        (&["services.control[cloud_host]=30"], "49", "48"),
        (&["budgets.amount[defence:2028]=8"], "49", "35"),
    ];
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    for (settings, objective, cost) in walk {
        assert_eq!(tutorial(settings), ((*objective).to_owned(), (*cost).to_owned()), "{settings:?}");
        for setting in *settings {
            let value = setting.rsplit_once('=').unwrap();
            assert!(readme.contains(value.0), "the README does not speak of {setting}");
        }
    }
}

#[test]
fn the_tutorial_without_carry_over_cannot_reach_three_targets() {
    let case = root().join("portfolios/tutorial");
    let settings = ["--set", "ministry.defence.carry_over=0", "--set", "require.domains_at_target=3"];
    let arguments = [&["optimise", case.to_str().unwrap()], &settings[..]].concat();
    let found = Place::new().json(&arguments, 3);
    assert_eq!(found["status"], "infeasible");
    assert!(!found["conflict"].as_array().unwrap().is_empty());
    assert!(found["repair"].is_string());
}
