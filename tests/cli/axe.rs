//! Every kind of web page that the program writes, checked with axe in headless Chromium, by day and by night. `.tools/axe` brings
//! both; `.tools/test` says where they are not on the machine and this is left out.

use std::process::Command;

use super::support::{Place, root};

/// Opens each page in a frame, lets axe look at it, and writes what it finds into the page.
const HARNESS: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>axe</title></head><body><pre id="found"></pre><script type="application/json" id="pages">PAGES</script><script>
const pages=JSON.parse(document.getElementById("pages").textContent);
const look=page=>new Promise(done=>{
const frame=document.createElement("iframe");frame.title=page[0];frame.width=1000;frame.height=1400;frame.srcdoc=page[1];
frame.onload=()=>frame.contentWindow.axe.run(frame.contentDocument).then(found=>{frame.remove();
done(found.violations.flatMap(it=>it.nodes.map(node=>[page[0],it.id,node.target.join(" "),node.failureSummary].join(" | ").replaceAll("\n"," "))).concat([page[0]+" looked at, "+found.passes.length+" rules passed"]))});
document.body.append(frame)});
(async()=>{const all=[];for(const page of pages)all.push(...await look(page));document.getElementById("found").textContent=all.join("\n")+"\nall looked at"})();
</script></body></html>"#;

/// The pages, each with its name.
fn pages(place: &Place) -> Vec<(String, String)> {
    place.case_from(&root().join("portfolios/tutorial"), "tutorial");
    for (file, budget) in [("a.csv", "60"), ("b.csv", "30"), ("c.csv", "20")] {
        place.output(&["optimise", "tutorial", "--budget", budget, "--out", file], 0);
    }
    let asked: &[(&[&str], i32)] = &[
        (&["optimise", "tutorial"], 0),
        (&["optimise", "tutorial", "--brief"], 0),
        (&["optimise", "tutorial", "--budget", "1"], 3),
        (&["evaluate", "tutorial", "b.csv"], 0),
        (&["check", "tutorial"], 0),
        (&["log", "tutorial"], 0),
        (&["frontier", "tutorial", "--points", "10"], 0),
        (&["frontier", "tutorial", "--by", "ministries"], 0),
        (&["alternatives", "tutorial"], 0),
        (&["importance", "tutorial"], 0),
        (&["robust", "tutorial"], 0),
        (&["stress", "tutorial", "b.csv"], 0),
        (&["cooperate", "tutorial"], 0),
        (&["explain", "tutorial", "own-cable"], 0),
        (&["explain", "tutorial", "--budget", "1"], 0),
        (&["compare", "tutorial", "a.csv", "b.csv", "c.csv"], 0),
    ];
    let page = |(arguments, code): &(&[&str], i32)| {
        (arguments.join(" "), place.output(&[arguments, &["--format", "html", "--language", "nl"][..]].concat(), *code))
    };
    asked.iter().map(page).collect()
}

/// Chromium without a window, where it is there.
fn browser(place: &Place) -> Option<Command> {
    let known = ["chromium", "chromium-browser", "google-chrome"];
    let is_there =
        |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    let mut browser = Command::new(known.into_iter().find(is_there)?);
    browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]);
    browser.arg(format!("--user-data-dir={}", place.path("profile").display()));
    Some(browser)
}

/// What a minister gets is one sheet of A4, also with the wide letters of a machine without fonts of its own.
#[test]
fn the_brief_is_printed_on_one_page() {
    for language in ["en", "nl"] {
        let place = Place::new();
        let Some(mut browser) = browser(&place) else { return };
        let arguments = ["optimise", "portfolios/netherlands", "--brief", "--format", "html", "--language", language];
        let page = place.command(&arguments).current_dir(root()).output().unwrap().stdout;
        place.write("brief.html", &String::from_utf8(page).unwrap());
        let paper = place.path("brief.pdf");
        let output = browser
            .arg("--no-pdf-header-footer")
            .arg(format!("--print-to-pdf={}", paper.display()))
            .arg(format!("file://{}", place.path("brief.html").display()))
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let paper = std::fs::read(&paper).unwrap_or_else(|error| panic!("{error}: {told}"));
        let text = String::from_utf8_lossy(&paper);
        let pages = text.matches("/Count ").count() == 1 && text.contains("/Count 1\n");
        assert!(pages, "{language}: more than one page");
    }
}

#[test]
fn nobody_is_kept_out_of_a_page() {
    let axe = root().join(".tools/native/axe/node_modules/axe-core/axe.min.js");
    let Ok(axe) = std::fs::read_to_string(axe) else { return };
    let place = Place::new();
    let Some(mut browser) = browser(&place) else { return };
    let script = format!("<script>{axe}</script></head>");
    let watched = |page: &str| page.replacen("</head>", &script, 1);
    let mut pages: Vec<[String; 2]> = pages(&place)
        .into_iter()
        .flat_map(|(name, page)| {
            let dark = page.replace("@media (prefers-color-scheme:dark)", "@media screen");
            [[format!("{name} by day"), watched(&page)], [format!("{name} by night"), watched(&dark)]]
        })
        .collect();
    // A page on which there is something to find.
    pages.push(["wrong".to_owned(), watched("<html><head><title>x</title></head><body><p>x</p></body></html>")]);
    let count = pages.len();
    // A page's own scripts must not end the one that they stand in.
    let json = serde_json::to_string(&pages).unwrap().replace('<', "\\u003c");
    place.write("axe.html", &HARNESS.replace("PAGES", &json));
    let output = browser
        .arg("--virtual-time-budget=600000")
        .args(["--dump-dom", &format!("file://{}", place.path("axe.html").display())])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let found = text.split_once("<pre id=\"found\">").and_then(|(_, rest)| rest.split_once("</pre>")).map(|it| it.0);
    let found = found.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(&output.stderr)));
    assert!(found.ends_with("all looked at"), "{found}");
    let (looked, wrong): (Vec<&str>, Vec<&str>) =
        found.lines().filter(|line| *line != "all looked at").partition(|line| line.contains(" looked at, "));
    let (known, wrong): (Vec<&str>, Vec<&str>) = wrong.into_iter().partition(|line| line.starts_with("wrong | "));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(known.iter().any(|line| line.contains("html-has-lang")), "{known:?}");
    assert_eq!(looked.len(), count);
}
