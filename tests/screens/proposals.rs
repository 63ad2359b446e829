//! Proposals with real keys: kept, opened, compared, discussed, agreed; and what a colleague does with one.

use beslismacht::session::second_case::PortfolioFile;
use beslismacht::store::proposal::{By, Proposal, Remark, State};
use beslismacht::tui::{Event, Setup};

use crate::screens::driver::{Driver, Solve};

const LEASE: &str = "candidate,start,share_defence,share_economic_affairs\ncable-lease,2028,0,100\n";

fn by(author: &str) -> By {
    By { author: author.into(), ministry: "defence".into(), date: "2026-11-24T09:05:12Z".into() }
}

fn anna() -> Driver {
    let mut driver = Driver::set_up(&Setup { person: by("Anna"), ..Setup::default() });
    driver.solve = Solve::AtOnce;
    driver.open("tutorial", beslismacht::store::tutorial());
    driver
}

fn of_bart(state: State, remarks: Vec<Remark>) -> PortfolioFile {
    let (name, picks) = ("Rent a cable".to_owned(), LEASE.to_owned());
    let by = By { ministry: "economic_affairs".into(), ..by("Bart") };
    let proposal = Proposal { stem: "rent".into(), name, by, state, remarks, picks, ..Proposal::default() };
    PortfolioFile::of_proposal(proposal, &["defence".into(), "economic_affairs".into()])
}

#[test]
fn the_brief_of_the_own_portfolio_and_of_a_proposal_is_shown_and_exported() {
    let mut driver = anna();
    driver.press("Ebrief: one<enter>");
    assert!(driver.screen(120, 40).contains("tutorial-brief.html"), "one alone is not asked about");
    driver.press("<esc>2<space>");
    driver.send(Event::Proposals(vec![of_bart(State::Agreed, Vec::new())], None));
    driver.press("Ebrief: one<enter>");
    let screen = driver.screen(120, 40);
    let offered = ["Whose brief?", "the recommended portfolio", "your own portfolio", "Rent a cable"];
    assert!(offered.iter().all(|it| screen.contains(it)), "{screen}");
    driver.press("rent<enter>");
    assert!(driver.screen(120, 40).contains("tutorial-rent_a_cable-brief.html"), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    assert_eq!(driver.asked.last().unwrap(), "Export");
    driver.press("Elook at<enter>your own<enter>");
    assert_eq!(driver.asked.last().unwrap(), "Preview");
}

#[test]
fn a_colleagues_proposal_is_told_opened_discussed_and_agreed() {
    let mut driver = anna();
    driver.press("B");
    assert!(driver.screen(100, 30).contains("no proposals yet"), "{}", driver.screen(100, 30));
    driver.send(Event::Proposals(vec![of_bart(State::Proposed, Vec::new())], None));
    let screen = driver.screen(100, 30);
    assert!(screen.contains("Bart made the proposal Rent a cable (proposed)"), "{screen}");
    assert!(screen.contains("Made by Bart on 24 November 2026"), "{screen}");
    driver.press("<enter>");
    assert!(driver.screen(100, 30).contains("Rent a cable (open)"), "{}", driver.screen(100, 30));
    driver.press("r<enter>");
    assert!(driver.screen(100, 30).contains("Type the remark first"), "{}", driver.screen(100, 30));
    driver.press("too late<enter>a");
    assert!(driver.screen(100, 30).contains("Agree to Rent a cable"), "{}", driver.screen(100, 30));
    driver.press("for now<enter>");
    let screen = driver.screen(100, 30);
    for part in ["is now agreed by Anna", "Anna (Ministry of Defence): too late", "agreed: for now"] {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    assert_eq!(driver.asked.iter().filter(|it| *it == "Propose").count(), 2, "{:?}", driver.asked);
    let remark = |author: &str, text: &str| Remark { by: by(author), state: None, text: text.into() };
    let remarks = vec![remark("Anna", "x"), remark("Anna", "y"), remark("Bart", "as you like")];
    driver.send(Event::Proposals(vec![of_bart(State::Agreed, remarks)], None));
    assert!(driver.screen(100, 30).contains("Bart on Rent a cable: as you like"), "{}", driver.screen(100, 30));
    driver.press("2<space>B");
    assert!(driver.screen(100, 30).contains("Rent a cable (open, changed)"), "{}", driver.screen(100, 30));
    driver.press("c");
    assert!(driver.screen(100, 30).contains("own and Rent a cable:"), "{}", driver.screen(100, 30));
    // Pick by pick: the one that was put in goes out again, and the proposal is open as it is.
    driver.press("nP");
    for _ in 0..60 {
        if !driver.screen(100, 30).contains("Out of your own portfolio") {
            driver.press("jP");
        }
    }
    driver.press("B");
    assert!(driver.screen(100, 30).contains("Rent a cable (open)"), "{}", driver.screen(100, 30));
}

#[test]
fn the_own_portfolio_is_kept_beside_the_recommended_one_and_what_it_breaks_is_told() {
    let mut driver = anna();
    driver.press("2<space>M");
    assert!(driver.screen(100, 30).contains("Keep which portfolio?"), "{}", driver.screen(100, 30));
    driver.press("<enter>");
    assert!(driver.screen(100, 30).contains("Keep your own portfolio as"), "{}", driver.screen(100, 30));
    driver.press("Chips and cables<enter>");
    assert!(driver.screen(100, 30).contains("Kept as the proposal Chips and cables"), "{}", driver.screen(100, 30));
    driver.press("B");
    assert!(driver.screen(100, 30).contains("Chips and cables (open)"), "{}", driver.screen(100, 30));
    // A second time the name is there already, and it is written over.
    driver.press("M<enter><enter>");
    assert!(driver.screen(100, 30).contains("1 of 1"), "{}", driver.screen(100, 30));
    driver.press("p<enter>X<enter>M<enter>");
    driver.press("<ctrl-u>Chips and cables<enter>");
    let screen = driver.screen(100, 30);
    assert!(screen.contains("is rejected and stays as it is") && screen.contains("Keep your own"), "{screen}");
    driver.press("<esc>DdB");
    assert!(driver.screen(100, 30).contains("no proposals yet"), "{}", driver.screen(100, 30));
}

/// An agreement is the other side's: a draft, an own proposal and one of the own ministry are refused before a word is typed.
#[test]
fn nobody_agrees_to_what_is_his_own() {
    let mut driver = anna();
    driver.press("2<space>M<enter><ctrl-u>Mine<enter>Ba");
    let screen = driver.screen(100, 30);
    assert!(screen.contains("Mine is still a draft") && !screen.contains("Agree to Mine"), "{screen}");
    driver.press("p<enter>a");
    let screen = driver.screen(100, 30);
    assert!(screen.contains("You put Mine forward yourself") && !screen.contains("Agree to Mine"), "{screen}");
    driver.press("D");
    driver.press("d");
    let picks = "candidate,start,share_defence,share_economic_affairs\nown-cable,2029,50,50\n".to_owned();
    let carla = Proposal { name: "Half".into(), by: by("Carla"), state: State::Proposed, picks, ..Proposal::default() };
    let carla = PortfolioFile::of_proposal(carla, &["defence".into(), "economic_affairs".into()]);
    driver.send(Event::Proposals(vec![carla], None));
    assert!(
        driver.screen(100, 30).contains("Still to agree: Ministry of Economic Affairs"),
        "{}",
        driver.screen(100, 30)
    );
    driver.press("a");
    assert!(driver.screen(100, 30).contains("for your own ministry"), "{}", driver.screen(100, 30));
}

/// Any kept proposal can be put under stress, chosen from a list; the run says whose portfolio it was.
#[test]
fn an_analysis_takes_any_kept_proposal() {
    let mut driver = anna();
    driver.send(Event::Proposals(vec![of_bart(State::Proposed, Vec::new())], None));
    driver.press(&format!("xg{}<enter>e<enter>", "j".repeat(6)));
    let screen = driver.screen(120, 40);
    assert!(screen.contains("recommended") && screen.contains("Rent a cable"), "{screen}");
    driver.press("rent<enter>");
    assert!(driver.screen(120, 40).contains("Rent a cable"), "{}", driver.screen(120, 40));
    driver.press("r");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("finished") && screen.contains("portfolio Rent a cable"), "{screen}");
}

/// Where the width is there a third portfolio stands beside the two sides, with what it breaks.
#[test]
fn three_stand_side_by_side_where_there_is_room() {
    let mut driver = anna();
    driver.send(Event::Proposals(vec![of_bart(State::Proposed, Vec::new())], None));
    driver.press("2<space>7");
    let wide = driver.screen(160, 45);
    assert!(wide.contains("Rent a cable") && wide.contains("recommended") && wide.contains("own"), "{wide}");
    assert!(!driver.screen(80, 24).contains("Rent a cable"), "{}", driver.screen(80, 24));
}
