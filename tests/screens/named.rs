//! What two planners at one table are told: names instead of ids, who pays which share, what an edit did.

use beslismacht::session::second_case::PortfolioFile;
use beslismacht::store::proposal::{By, Proposal, State};
use beslismacht::tui::{Event, Setup};

use crate::screens::driver::{Driver, Solve};

fn netherlands() -> Driver {
    Driver::on("netherlands", Solve::Never)
}

/// What stands in the box over a screen, as one line.
fn boxed(driver: &mut Driver) -> String {
    let screen = driver.screen(120, 40);
    let inside = screen.lines().filter_map(|line| Some(line.split_once(['│', '╭'])?.1.rsplit_once(['│', '╮'])?.0));
    inside.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn scenarios_go_by_their_names_in_questions_lists_and_notes() {
    let mut driver = netherlands();
    driver.press("zI");
    let asked = boxed(&mut driver);
    assert!(asked.contains("Commit Takeover of the State's crypto firm to the case?"), "{asked}");
    driver.press("<esc>2Z");
    let listed = boxed(&mut driver);
    assert!(listed.contains("Atlantic cables cut") && !listed.contains("atlantic-cable-cut"), "{listed}");
    driver.press("<esc>zjA<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Host of DigiD sold abroad 2 is a copy of Host of DigiD sold abroad"), "{screen}");
    driver.press("uge").press("Crypto firm sold<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("▸ Crypto firm sold") && !screen.contains("Takeover of the State"), "{screen}");
    let scenarios = || driver.app.workbook().unwrap().file("scenarios.csv").unwrap();
    assert!(scenarios().contains("\ncrypto-firm-takeover,Crypto firm sold,"), "the id stays: {}", scenarios());
    driver.press("u<f6>");
    let listed = boxed(&mut driver);
    assert!(listed.contains("scenario Takeover of the State's crypto firm renamed"), "{listed}");
}

#[test]
fn a_change_of_a_scenario_is_found_by_words() {
    let mut driver = netherlands();
    driver.press("zj<enter>a").press("control transatlantic");
    let shown = boxed(&mut driver);
    assert!(shown.contains("New change of Host of DigiD sold abroad"), "{shown}");
    assert!(shown.contains("Control now of Direct transatlantic"), "{shown}");
    driver.press("<tab>").press("=5<enter>");
    let screen = driver.screen(120, 40);
    let line = screen.lines().find(|line| line.contains("=5 ") && line.contains("Direct trans")).unwrap_or_default();
    assert!(line.contains("Control now"), "{screen}");
}

#[test]
fn a_name_is_typed_where_an_id_stands_and_tab_goes_on_from_what_is_whole() {
    let mut driver = netherlands();
    driver.press("2ejjj<enter><ctrl-u>").press("subsea CABLES");
    let shown = boxed(&mut driver);
    assert!(!shown.contains("not valid"), "{shown}");
    driver.press("<enter>");
    assert_eq!(driver.cell("candidates", "gov-cloud-build", "domain"), "subsea_cables");
    driver.press("<enter><ctrl-u>").press("quan<tab><tab>");
    assert_eq!(driver.cell("candidates", "gov-cloud-build", "domain"), "quantum");
    assert!(boxed(&mut driver).contains("Instrument of "), "{}", driver.screen(120, 40));
}

#[test]
fn shares_say_whose_they_are_and_edits_what_they_did() {
    let mut driver = netherlands();
    driver.press("2<space><f8>");
    let told = boxed(&mut driver);
    assert!(told.contains("Into your own portfolio: Sovereign government cloud") && told.contains(" %"), "{told}");
    assert!(told.contains("Economic Affairs"), "{told}");
    driver.press("<esc>P10 90<enter><f8>");
    let told = boxed(&mut driver);
    assert!(told.contains("Own shares Defence 10 %, Economic Affairs 90 %"), "{told}");
    driver.press("<esc>S2028<enter><f6>");
    let steps = boxed(&mut driver);
    assert!(steps.contains("own start 2028: Sovereign") && steps.contains("into your own portfolio: Sov"), "{steps}");
    driver.press("<esc>4ll<enter><ctrl-u>").press("1,250.5<enter><f6>");
    let steps = boxed(&mut driver);
    assert!(steps.contains("budget Defence 2028: 120 → 1250.5 "), "{steps}");
}

#[test]
fn scenarios_stand_side_by_side_on_small_screens_and_units_are_not_added_up() {
    let mut driver = netherlands();
    driver.press("2<space>zcmm").press("ll");
    let screen = driver.screen(120, 40);
    let head = screen.lines().find(|line| line.contains("the case")).unwrap().to_owned();
    assert!(head.contains("Takeover") && head.contains("Host of"), "{screen}");
    assert!(!screen.contains(" sum ") && !screen.contains("min 0"), "{screen}");
    assert!(screen.contains("pick Def/Eco"), "whose each share is: {screen}");
}

#[test]
fn proposals_are_exported_and_what_is_put_forward_is_said() {
    let by = |author: &str| By { author: author.into(), ministry: String::new(), date: "2026-11-24T09:05:12Z".into() };
    let mut driver = Driver::set_up(&Setup { person: by("Anna"), ..Setup::default() });
    driver.solve = Solve::AtOnce;
    driver.open("tutorial", beslismacht::store::tutorial());
    let picks = "candidate,start,share_defence,share_economic_affairs\ncable-lease,2028,0,100\n".to_owned();
    let ministries = ["defence".to_owned(), "economic_affairs".to_owned()];
    let name = "A cable".to_owned();
    let of_bart =
        Proposal { stem: "a".into(), name, by: by("Bart"), state: State::Draft, picks, ..Proposal::default() };
    driver.send(Event::Proposals(vec![PortfolioFile::of_proposal(of_bart, &ministries)], None));
    driver.press("Eproposals<enter>");
    assert!(driver.screen(120, 40).contains("tutorial-proposals.md"), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    assert_eq!(driver.asked.last().unwrap(), "Export");
    driver.press("M<ctrl-u>Mine<enter>B");
    assert!(driver.screen(120, 40).contains("▸ Mine"), "what was kept is under the cursor");
    driver.press("c").press("BDd7");
    let screen = driver.screen(120, 40);
    assert!(!screen.contains("recommended and recommended"), "no side stands beside itself: {screen}");
    driver.press("M<ctrl-u>Mine<enter>B");
    driver.press("gp");
    assert!(boxed(&mut driver).contains("It is a draft of Bart."), "{}", driver.screen(120, 40));
    driver.press("<esc>G<enter>2<space>Bp");
    assert!(boxed(&mut driver).contains("Your own portfolio has changed since"), "{}", driver.screen(120, 40));
}

#[test]
fn what_is_cut_to_the_same_as_its_neighbour_keeps_its_end() {
    let mut book = Driver::on("tutorial", Solve::Never).app.workbook().unwrap().clone();
    let mut text = book.file("candidates.csv").unwrap();
    for (name, year) in [("Stake in a data centre", 2027), ("Two more percent of the cloud host", 2028)] {
        assert!(text.contains(name));
        text = text.replacen(name, &format!("The Ministry of Defence may spend at most so much in {year}"), 1);
    }
    book.put_file("candidates.csv", &text);
    let mut driver = Driver::with("tutorial", book, Solve::Never);
    driver.press("2");
    let screen = driver.screen(80, 24);
    assert!(screen.contains("in 2027") && screen.contains("in 2028"), "{screen}");
}
