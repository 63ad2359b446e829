//! Scenarios: made, edited, tried on, run, compared and committed from the keyboard.

use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

fn scenarios(driver: &Driver) -> String {
    driver.files().into_iter().find(|(name, _)| name == "scenarios.csv").map(|(_, text)| text).unwrap()
}

macro_rules! looks {
    ($name:expr, $driver:expr) => {
        let driver: &mut Driver = &mut $driver;
        insta::assert_snapshot!(format!("{}_80x24", $name), driver.screen(80, 24));
        insta::assert_snapshot!(format!("{}_160x45", $name), driver.screen(160, 45));
    };
}

#[test]
fn the_list_says_what_the_portfolios_would_lose() {
    let mut driver = tutorial();
    driver.press("Rz");
    looks!("scenarios", driver);
    driver.press("X");
    let screen = driver.screen(120, 40);
    assert_eq!(screen.matches("proven").count(), 3, "both scenarios and the case: {screen}");
    looks!("scenarios_run", driver);
}

#[test]
fn where_there_is_no_scenario_yet_the_screen_says_how_to_make_one() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    book.put_file("scenarios.csv", "scenario,table,id,column,change\n");
    let mut driver = Driver::with("bare", book, Solve::Never);
    driver.press("z");
    looks!("scenarios_empty", driver);
    driver.press("c");
    assert!(driver.screen(120, 40).contains("This screen shows the case itself and its scenarios"));
}

#[test]
fn while_scenarios_are_run_the_list_says_so_and_stopping_keeps_what_is_finished() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("zX");
    let progress = beslismacht::optimise::Progress { seconds: 3.25, ..Default::default() };
    driver.send(Event::ScenarioProgress(2, "host-sold".into(), progress));
    looks!("scenarios_running", driver);
    driver.asked.clear();
    driver.press("<ctrl-c>");
    assert_eq!(driver.asked, ["CancelScenarios"]);
    driver.send(Event::ScenariosEnded(2, None));
    assert!(driver.screen(120, 40).contains("Stopped: 0 of 2 scenarios are finished and kept."));
    driver.press("rq");
    assert!(driver.screen(120, 40).contains("Still running: "), "the guard on quitting lists them");
}

#[test]
fn a_scenario_is_made_step_by_step_with_what_it_would_do_shown_while_typing() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("zaCables cut<enter>");
    assert!(driver.screen(120, 40).contains("New change of Cables cut"));
    driver.press("serv<tab>");
    driver.press("con<tab>cloud_h<tab>");
    assert!(driver.screen(120, 40).contains("services.control[cloud_host]"), "{}", driver.screen(120, 40));
    driver.press("-=5");
    looks!("scenario_typing", driver);
    driver.press("<enter>");
    assert!(scenarios(&driver).ends_with("cables_cut,services,cloud_host,control,-5,,\n"), "{}", scenarios(&driver));
    driver.press("a").press("services.control[cloud_hots]=5");
    assert!(driver.screen(120, 40).contains("Did you mean cloud_host?"));
    driver.press("<enter>");
    assert_eq!(scenarios(&driver).matches("cables_cut").count(), 1, "a wrong change is not taken over");
    driver.press("<esc>ugu");
    assert_eq!(driver.files(), before);
}

#[test]
fn the_changes_of_a_scenario_show_old_and_new_values_and_are_edited_in_place() {
    let mut driver = tutorial();
    driver.press("zj<enter>");
    looks!("scenario_changes", driver);
    driver.press("<enter><backspace>3<enter>");
    assert!(
        scenarios(&driver).contains("defence-cut,budgets,defence:2028,amount,-3,\"assumption"),
        "{}",
        scenarios(&driver)
    );
    driver.press("$h<enter>").press("guess<enter>");
    assert!(scenarios(&driver).contains("amount,-3,guess,"), "{}", scenarios(&driver));
    driver.press("D");
    assert!(!scenarios(&driver).contains("defence-cut"));
    assert!(driver.screen(120, 40).contains("no change yet"), "it is still there to be filled");
    driver.press("uuu");
    assert!(scenarios(&driver).contains("defence:2028,amount,-2,"));
}

#[test]
fn scenarios_are_copied_renamed_and_deleted_and_come_back() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("zA<enter>");
    assert!(scenarios(&driver).contains("host_sold_2,services,cloud_host,control,=30"));
    driver.press("ge").press("sold<enter>");
    assert!(scenarios(&driver).contains("\nsold,services"));
    driver.press("<ctrl-a>D");
    assert!(!scenarios(&driver).contains("services"));
    driver.press("uuu");
    assert_eq!(driver.files(), before);
}

#[test]
fn under_a_scenario_the_whole_interface_shows_it_and_edits_go_into_it() {
    let mut driver = tutorial();
    driver.press("zZ");
    assert!(driver.screen(120, 40).contains("under: Host sold"));
    driver.press("3");
    let screen = driver.screen(120, 40);
    let line = screen.lines().find(|line| line.contains("Cloud host")).unwrap().to_owned();
    assert!(line.contains("30"), "control under it: {line}");
    looks!("under", driver);
    let before = driver.files();
    driver.press("4l<enter>7<enter>");
    let text = scenarios(&driver);
    assert!(text.contains("host-sold,budgets,defence:2027,amount,=7"), "{text}");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "10", "the case itself is as it was");
    assert!(driver.screen(120, 40).contains(" 7"));
    driver.press("u");
    assert_eq!(driver.files(), before);
    driver.press("<esc>");
    assert!(!driver.screen(120, 40).contains("under:"));
}

#[test]
fn under_a_scenario_rows_are_not_added_and_the_sentence_says_why() {
    let mut driver = tutorial();
    driver.press("zZ2a");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("While the scenario Host sold is on, you can change only cells and settings."), "{screen}");
    driver.press("Z");
    assert!(!driver.screen(120, 40).contains("under:"), "the same key takes it off");
}

#[test]
fn the_recommendation_of_the_case_is_there_again_at_once() {
    let mut driver = tutorial();
    driver.press("zZ");
    assert!(driver.screen(120, 40).contains("proven"));
    driver.solve = Solve::Never;
    driver.asked.clear();
    driver.press("Z");
    assert!(driver.screen(120, 40).contains("proven"));
    assert!(!driver.asked.contains(&"Optimise".to_owned()), "nothing has to be searched for again");
    driver.press("Z");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("under: Host sold") && screen.contains("recommended +49.00, proven"), "{screen}");
    assert!(!driver.asked.contains(&"Optimise".to_owned()), "nor under the scenario");
}

#[test]
fn what_was_edited_just_now_becomes_a_scenario_instead() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("4l<enter>3<enter>2lll<enter>");
    driver.press("<esc>3ll<enter>1<enter>");
    driver.press("i");
    assert!(driver.screen(120, 40).contains("2 changed cells since the last save"), "{}", driver.screen(120, 40));
    driver.press("poor<enter>");
    let text = scenarios(&driver);
    assert!(text.contains("poor,budgets,defence:2027,amount,=3"), "{text}");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "10");
    driver.press("u");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "3", "undo brings the edits back");
    driver.press("uu");
    assert_eq!(driver.files(), before);
    driver.press("zi");
    assert!(driver.screen(120, 40).contains("You have edited no cell since the last save."));
}

#[test]
fn a_cut_of_all_budgets_stays_a_cut_as_a_scenario_whatever_the_budgets_become() {
    let mut driver = tutorial();
    driver.press("4<ctrl-a>b*0.9<enter><enter>i");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("6 changed cells since the last save go into it"), "{screen}");
    driver.press("cut<enter>");
    let text = scenarios(&driver);
    assert!(text.contains("cut,budgets,*,amount,*0.9"), "{text}");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "10");
}

#[test]
fn a_result_is_out_of_date_after_an_edit_and_holds_again_when_it_is_undone() {
    let mut driver = tutorial();
    driver.press("zX").solve = Solve::Never;
    driver.press("4l<enter>3<enter>z");
    assert!(driver.screen(120, 40).contains("out of date"));
    driver.press("u");
    assert!(!driver.screen(120, 40).contains("out of date"));
}

#[test]
fn scenarios_stand_side_by_side_and_n_goes_to_the_next_difference() {
    let mut driver = tutorial();
    driver.press("zXc");
    looks!("scenario_grid", driver);
    driver.press("nnm");
    assert!(driver.screen(120, 40).contains("the recommended portfolio of the case in every column"));
    driver.press("<esc>");
    assert_eq!(driver.app.screen_name(), "Scenarios");
}

#[test]
fn committing_shows_what_changes_first_and_is_one_step() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("zI");
    looks!("scenario_commit", driver);
    driver.press("n");
    assert_eq!(driver.files(), before);
    driver.press("Ik");
    assert_eq!(driver.cell("services", "cloud_host", "control"), "30");
    assert!(scenarios(&driver).contains("host-sold"));
    driver.press("u").press("Iy");
    assert_eq!(driver.cell("services", "cloud_host", "control"), "30");
    assert!(!scenarios(&driver).contains("host-sold"));
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_scenario_under_which_nothing_is_possible_says_infeasible() {
    let mut driver = tutorial();
    driver.press("zabroke<enter>budgets.amount[economic_affairs:2027]=0<enter>r<esc>");
    let screen = driver.screen(160, 45);
    let line = screen.lines().find(|line| line.contains("Broke")).unwrap();
    assert!(line.contains("infeasible"), "{screen}");
    driver.press("c");
    assert!(driver.screen(160, 45).contains("infeasible"));
}

#[test]
fn cells_of_scenarios_are_checked_against_the_case_while_they_are_typed() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.press("9]]]]]]]]]");
    assert!(driver.screen(160, 45).contains("host-sold"), "{}", driver.screen(160, 45));
    let mut says = |keys: &str, wanted: &str| {
        driver.press(keys);
        let screen = driver.screen(160, 45);
        assert!(screen.contains(wanted), "{keys}: {wanted}\n{screen}");
    };
    says("gctable<enter><enter>servises", "There is no table servises");
    says("<esc>cid<enter><enter>cloud_hos", "cloud_host");
    says("<enter>", "cloud_hos");
    says("<esc>cid<enter><enter>cloud_host", "This changes 1 cell.");
    says("<esc>ccolumn<enter><enter>controll", "has no column controll");
    says("<esc>cchange<enter><enter>=much", "much");
    says("<esc><enter>=12", "This changes 1 cell.");
    // Nothing that is wrong is taken over.
    says("<esc>ctable<enter><enter>servises<enter>", "There is no table servises");
    driver.press("<esc>");
    assert!(driver.files().iter().any(|(_, text)| text.contains("\nhost-sold,services,cloud_host,control,=30,")));
}

#[test]
fn a_row_of_which_several_cells_are_wrong_is_mended_one_after_the_other() {
    let mut book = Driver::on("tutorial", Solve::Never).app.workbook().unwrap().clone();
    let rows = "scenario,table,id,column,change\ncut,servises,hostt,controll,less\n";
    assert!(book.put_file("scenarios.csv", rows));
    let mut driver = Driver::with("tutorial", book, Solve::AtOnce);
    assert!(driver.screen(160, 45).contains("proven"), "the case itself goes on");
    driver.press("9]]]]]]]]]ctable<enter><enter>services<enter>cid<enter><enter>cloud_host<enter>");
    driver.press("ccolumn<enter><enter>control<enter>cchange<enter><enter>=5<enter>z");
    assert!(!driver.screen(160, 45).contains("cannot"), "{}", driver.screen(160, 45));
    assert!(driver.files().iter().any(|(_, text)| text.contains("cut,services,cloud_host,control,=5")));
}

#[test]
fn a_scenario_that_cannot_be_applied_says_so_and_why() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book.file("scenarios.csv").unwrap().replace("services,cloud_host", "services,cloud_hots");
    book.put_file("scenarios.csv", &text);
    let mut driver = Driver::with("wrong", book, Solve::Never);
    driver.press("z");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("cannot be applied") && screen.contains("Did you mean cloud_host?"), "{screen}");
    driver.press("Z");
    assert!(driver.screen(120, 40).contains("Host sold cannot be turned on"));
    driver.press("<enter><enter>");
    assert!(driver.screen(120, 40).contains("services.control[cloud_hots]=30"), "the wrong row can be fixed");
}

#[test]
fn a_second_case_is_compared_by_id_and_cell_by_cell() {
    let mut driver = tutorial();
    let mut book = driver.app.workbook().unwrap().clone();
    let services = book.file("services.csv").unwrap().replace("Cloud host,1,49", "Cloud host,1,44");
    book.put_file("services.csv", &services);
    let candidates = book.file("candidates.csv").unwrap().replace("own-cable,", "other-cable,");
    book.put_file("candidates.csv", &candidates);
    let effects = book.file("effects.csv").unwrap().replace("own-cable,", "other-cable,");
    book.put_file("effects.csv", &effects);
    let relations = book.file("relations.csv").unwrap().replace("own-cable", "other-cable");
    book.put_file("relations.csv", &relations);
    driver.press("7b");
    assert!(driver.screen(120, 40).contains("The folder of a second case, or the CSV of a portfolio"));
    driver.press("<esc>").beside("other", book);
    looks!("compare_cases", driver);
    driver.press("G");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Control now of Cloud host") && screen.contains("Candidates: Own sea cable"), "{screen}");
    driver.press("gnn");
    assert_eq!(driver.app.screen_name(), "Compare");
}

#[test]
fn a_search_goes_on_while_scenarios_and_the_own_portfolio_change() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.asked.clear();
    driver.press("zaone<enter>services.control[sea_cable]=1<enter><esc>2j<space>");
    assert!(!driver.asked.contains(&"Optimise".to_owned()), "the case itself is as it was");
    driver.press("4l<enter>9<enter>");
    assert!(driver.asked.contains(&"Optimise".to_owned()), "now it is another one");
}

#[test]
fn a_large_case_is_read_in_the_background_also_under_a_scenario() {
    use std::fmt::Write as _;
    let mut book = tutorial().app.workbook().unwrap().clone();
    let mut text = book.file("candidates.csv").unwrap();
    let columns = text.lines().next().unwrap().matches(',').count();
    for number in 0..4_100 {
        writeln!(text, "extra-{number},Extra,cloud{}", ",".repeat(columns - 2)).unwrap();
    }
    book.put_file("candidates.csv", &text);
    let mut driver = Driver::with("large", book, Solve::Never);
    driver.press("z");
    assert!(driver.screen(120, 40).contains("not run"));
    driver.asked.clear();
    driver.press("Z");
    assert!(driver.asked.contains(&"Read".to_owned()));
    let before = driver.files();
    driver.press("9]]]]ll<enter>7<enter>").press("z<enter>");
    assert!(driver.screen(120, 40).contains("under: Host sold"), "{}", driver.screen(120, 40));
    driver.press("u<esc><esc>zc<esc>");
    assert_eq!(driver.files(), before);
}
