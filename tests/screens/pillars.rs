//! The pillars of policy: what each carries, the picks that carry it, and equal parts.

use beslismacht::analyse::AnalysisProgress;
use beslismacht::model::Workbook;
use beslismacht::session::analyses::AnalysisNews;
use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve, work_at_once};
use crate::screens::states::empty;

macro_rules! looks {
    ($name:expr, $driver:expr) => {
        let driver: &mut Driver = &mut $driver;
        insta::assert_snapshot!(format!("{}_80x24", $name), driver.screen(80, 24));
        insta::assert_snapshot!(format!("{}_160x45", $name), driver.screen(160, 45));
    };
}

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// The line of the screen that begins so.
fn line(driver: &mut Driver, begin: &str) -> String {
    let screen = driver.screen(160, 45);
    let found = screen.lines().find(|line| line.trim_start().starts_with(begin));
    found.unwrap_or_else(|| panic!("{begin}: {screen}")).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_pillars_of_both_portfolios() {
    let mut driver = tutorial();
    driver.press("d");
    looks!("recommended", driver);
    driver.press("R2j<space>d");
    looks!("own", driver);
    driver.press("]");
    looks!("ways", driver);
}

#[test]
fn equal_parts_are_looked_for_kept_and_taken() {
    let mut driver = tutorial();
    driver.press("d");
    assert!(driver.screen(80, 24).contains("r looks for the best portfolio in which every pillar carries 33 %"));
    driver.press("r");
    looks!("impossible", driver);
    driver.press("e").press("<enter>5<enter>").press("<esc>r");
    looks!("equal", driver);
    driver.press("i");
    looks!("all_of_it", driver);
    driver.press("<esc>T");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("taken as own portfolio"), "{screen}");
    // Found results stay when other screens are looked at, and say so when the case has changed.
    driver.press("4l<enter>9<enter>d");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Before the last edit: ") && screen.contains("r looks again."), "{screen}");
    driver.press("ud");
    assert!(!driver.screen(160, 45).contains("Before the last edit: "));
}

#[test]
fn while_equal_parts_are_looked_for() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("dr");
    assert!(driver.screen(80, 24).contains("Looking for the best with equal parts"), "{}", driver.screen(80, 24));
    let request = driver.analysis.as_ref().unwrap();
    let (job, end) = (request.job, work_at_once(request));
    driver.press("<ctrl-x>");
    assert_eq!(driver.asked.last().unwrap(), "CancelAnalysis");
    driver.send(Event::Analysis(job, AnalysisNews::Progress(AnalysisProgress::default(), 3.0)));
    driver.send(Event::Analysis(job, end));
    assert!(!driver.app.is_analysing());
    assert!(!driver.screen(80, 24).contains("Looking for"), "{}", driver.screen(80, 24));
}

#[test]
fn the_figures_follow_each_edit() {
    let mut driver = tutorial();
    driver.press("Rd");
    let before = [line(&mut driver, "Economy"), line(&mut driver, "all picks")];
    // One pick less in the own portfolio: its lines change, those of the recommended one do not.
    let own = |driver: &mut Driver| -> Vec<String> {
        let screen = driver.screen(160, 45);
        screen.lines().filter(|line| line.starts_with("  own ")).map(str::to_owned).collect()
    };
    let all = own(&mut driver);
    driver.press("<space>");
    assert_ne!(own(&mut driver), all);
    assert_eq!([line(&mut driver, "Economy"), line(&mut driver, "all picks")], before);
    driver.press("u");
    assert_eq!(own(&mut driver), all);
    // Another pillar for a candidate: the recommended portfolio is measured with it.
    driver.press("2/host-share<enter>cpillar<enter><enter>innovating_government<enter>d");
    assert_ne!(line(&mut driver, "Economy"), before[0]);
    assert_eq!(line(&mut driver, "all picks"), before[1]);
}

#[test]
fn picks_are_walked_through_and_opened() {
    let mut driver = tutorial();
    driver.press("d");
    let name = line(&mut driver, "▸");
    driver.press("<enter>");
    assert_eq!(driver.app.screen_name(), "Candidates");
    let there = line(&mut driver, "▸");
    let first = |line: &str| line.split_whitespace().nth(1).unwrap().to_owned();
    assert_eq!(first(&name), first(&there));
    driver.press("d<esc>");
    assert_eq!(driver.app.screen_name(), "Overview");
    driver.press("dn");
    assert!(driver.screen(80, 24).contains("Every pick is in all portfolios that are shown."));
    driver.press("Rd<space>gn");
    assert!(!driver.screen(80, 24).contains("Every pick is in all"));
}

#[test]
fn what_the_pillars_carry_is_written_down() {
    let mut driver = tutorial();
    driver.press("RdE");
    assert!(driver.screen(120, 40).contains("tutorial-pillars.md"), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    assert_eq!(driver.asked.last().unwrap(), "Export");
    driver.press("rE");
    assert!(driver.screen(120, 40).contains("tutorial-pillars.md"), "{}", driver.screen(120, 40));
}

/// A case of one ministry, or without an order of the State as first customer, says so; one whose candidates name no pillar shows what
/// they do.
#[test]
fn what_is_not_there_is_said() {
    let mut driver = empty();
    driver.press("d");
    looks!("nothing", driver);
    driver.press("r]niTEw<enter>");
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2028\n[[ministry]]\nid = \"one\"\n[[rung]]\nid = \"seat\"\n\
                    at_least = 10\npower = 0.1\n";
    let files = |pillar: &str| {
        let candidates = format!(
            "candidate,name,domain,instrument,pillar,cost_1,cofinance\na,Grant,d,grant,{pillar},10,50\nb,Stake,d,equity_stake,{pillar},5,0\n"
        );
        Workbook::from_files(&[
            ("case.toml", settings),
            ("domains.csv", "domain,weight_one\nd,1\n"),
            ("services.csv", "service,domain,control\ns,d,0\n"),
            ("candidates.csv", &candidates),
            ("effects.csv", "candidate,service,control_gain\na,s,6\nb,s,6\n"),
            ("budgets.csv", "ministry,year,amount\none,2027,100\none,2028,100\n"),
        ])
    };
    let mut driver = Driver::with("one", files("innovating_government"), Solve::AtOnce);
    driver.press("d");
    looks!("one_ministry", driver);
    let mut driver = Driver::with("bare", files(""), Solve::AtOnce);
    driver.press("d");
    looks!("no_pillars", driver);
    driver.press("]");
    assert!(driver.screen(80, 24).contains("No candidate names a pillar"), "{}", driver.screen(80, 24));
}
