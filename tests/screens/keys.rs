//! What keys do: a state, keys, the state after them.

use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::Never)
}

#[test]
fn a_cell_is_edited_and_taken_back_and_done_again() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("4l<enter>12<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "12");
    driver.press("<enter><end>.5<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "12.5", "a cursor key keeps the text");
    driver.press("u");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "12");
    driver.press("u");
    assert_eq!(driver.files(), before);
    driver.press("<ctrl-r>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "12");
}

#[test]
fn a_new_word_is_asked_about_once() {
    let mut driver = tutorial();
    let first = driver.app.workbook().unwrap().sheet(beslismacht::model::schema::TableId::Candidates).key(0).clone();
    let pillar = |driver: &Driver| driver.cell("candidates", &first, "pillar");
    let before = pillar(&driver);
    driver.press("2cpillar<enter><enter>innov<enter>");
    assert!(driver.screen(120, 40).contains("innov is a new word here"), "{}", driver.screen(120, 40));
    driver.press("<esc>");
    assert_eq!(pillar(&driver), before);
    driver.press("<enter>innov<enter><enter>");
    assert_eq!(pillar(&driver), "innov");
    // The second time it is known.
    driver.press("j<enter>innov<enter>");
    assert!(!driver.screen(120, 40).contains("is a new word here"));
}

#[test]
fn a_wrong_number_is_refused_while_it_is_typed() {
    let mut driver = tutorial();
    driver.press("f").press("cable<enter>");
    let before = driver.files();
    // The filter leaves two rows; success stands at a column that only takes 0-1.
    driver.press("2").press("e");
    for _ in 0..30 {
        if driver.screen(120, 40).contains("The chance that it does") {
            break;
        }
        driver.press("j");
    }
    driver.press("<enter>7");
    assert!(driver.screen(120, 40).contains('7'));
    driver.press("<enter>");
    assert_eq!(driver.files(), before, "a wrong number is not taken over");
    driver.press("<esc><esc>");
    assert_eq!(driver.app.screen_name(), "Candidates");
}

#[test]
fn space_puts_a_candidate_into_the_own_portfolio_and_undo_takes_it_out() {
    let mut driver = tutorial();
    driver.press("2j<space>");
    assert!(driver.screen(120, 40).contains("Into your own portfolio: Two more percent of the cloud host"));
    driver.press("5");
    assert!(driver.screen(120, 40).contains("Two more percent of the cloud host"));
    driver.press("u");
    assert!(driver.screen(120, 40).contains("Undone: into your own portfolio: Two more percent of the cloud host"));
}

#[test]
fn a_lock_asks_for_its_reason() {
    let mut driver = tutorial();
    driver.press("2j+<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "status"), "", "no lock without a reason");
    driver.press("A promise to parliament<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "status"), "locked_in");
    assert_eq!(driver.cell("candidates", "host-share", "reason"), "A promise to parliament");
    driver.press("u");
    assert_eq!(driver.cell("candidates", "host-share", "status"), "", "lock and reason are one step");
}

#[test]
fn marked_rows_are_changed_at_once_and_as_one_step() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("9]]]]$hh<ctrl-a>b*1.1<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "11");
    assert_eq!(driver.cell("budgets", "economic_affairs:2029", "amount"), "11");
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn rows_from_a_spreadsheet_are_pasted_as_one_step() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2");
    let rows = "candidate\tname\tdomain\tcost_1\nnew-a\tA \"quoted\" name\tcloud\t3\nnew-b\tB\tcyber\t4\n";
    driver.send(Event::Paste(rows.into()));
    assert_eq!(driver.cell("candidates", "new-a", "name"), "A \"quoted\" name");
    assert_eq!(driver.cell("candidates", "new-b", "cost_1"), "4");
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_row_that_is_copied_can_be_pasted_again() {
    let mut driver = tutorial();
    driver.press("2jY");
    let copied = driver.copied.pop().unwrap();
    assert!(copied.starts_with("host-share\tTwo more percent"), "{copied}");
    driver.send(Event::Paste(copied));
    driver.press("a");
    assert!(driver.screen(120, 40).contains("1 row pasted"));
    assert_eq!(driver.cell("candidates", "host-share-2", "domain"), "cloud");
}

#[test]
fn rows_are_doubled_and_deleted_with_their_effects_and_come_back() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2jA<esc>");
    assert_eq!(driver.cell("candidates", "host-share-2", "domain"), "cloud");
    driver.press("u");
    driver.press("gjD");
    assert!(!driver.files().iter().any(|(_, text)| text.contains("host-share,")), "its effects go too");
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_new_id_is_taken_over_wherever_it_is_named() {
    let mut driver = tutorial();
    driver.press("2/watch-sensors<enter>ccandidate<enter><enter>sensors<enter>");
    assert_eq!(driver.cell("effects", "sensors:cyber_watch", "candidate"), "sensors");
    let named = driver.files().iter().any(|(_, text)| text.contains("watch-sensors"));
    assert!(!named, "no file names the old id");
}

#[test]
fn filters_and_sorting_change_what_is_shown_and_nothing_else() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2fdomain=cyber<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("watch-centre") && !screen.contains("own-cable"), "{screen}");
    driver.press("fcost>nothing<enter>");
    assert!(driver.screen(120, 40).contains("is not a number"));
    driver.press("<esc>").press("ls");
    assert_eq!(driver.files(), before);
}

#[test]
fn esc_never_quits_and_q_asks_only_where_something_is_unsaved() {
    let mut driver = tutorial();
    driver.press("<ctrl-c>").press("<esc><esc><esc>");
    driver.asked.clear();
    driver.press("<esc><esc><esc><esc>");
    assert!(!driver.asked.contains(&"Quit".to_owned()));
    driver.press("2j<space>q");
    assert!(
        driver.screen(120, 40).contains("into your own portfolio: Two more percent of the cloud host"),
        "the guard lists what is unsaved"
    );
    driver.press("n");
    assert!(!driver.asked.contains(&"Quit".to_owned()));
    driver.press("qs");
    assert!(driver.asked.contains(&"Save".to_owned()));
}

#[test]
fn ctrl_c_stops_the_running_work_first() {
    let mut driver = tutorial();
    driver.press("o<ctrl-c>");
    assert_eq!(driver.asked.last().unwrap(), "CancelJob");
}

#[test]
fn an_edit_makes_the_recommendation_stale_until_it_is_proven_again() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    assert!(driver.screen(120, 40).contains("proven"));
    driver.solve = Solve::Never;
    driver.press("4l<enter>9<enter>5");
    assert!(driver.screen(120, 40).contains("stale: predates your edits"));
    driver.press("u");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("proven") && !screen.contains("stale"), "undone, the old proof holds again: {screen}");
    driver.press("O").solve = Solve::AtOnce;
    driver.press("4<enter>").press("9<enter>5");
    assert!(driver.screen(120, 40).contains("stale"), "it no longer follows");
    driver.press("o");
    assert!(driver.screen(120, 40).contains("proven"));
}

#[test]
fn a_search_that_was_stopped_is_no_proof_that_nothing_is_possible() {
    use beslismacht::optimise::{Answer, SolverReport, Status, Stop};
    let mut driver = tutorial();
    let answer = Answer {
        status: Status::Unknown,
        portfolio: None,
        evaluation: None,
        bound: None,
        gap: None,
        stopped: Some(Stop::Cancelled),
        solver: SolverReport::default(),
        conflict: None,
        prices: None,
        closeness: None,
        level: None,
    };
    driver.send(Event::Answered(1, Ok(Box::new(answer))));
    driver.press("5");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("stopped before a portfolio was found") && !screen.contains("infeasible"), "{screen}");
    driver.asked.clear();
    driver.press("2<space>");
    assert!(!driver.asked.contains(&"Optimise".to_owned()), "the own portfolio does not start it again");
    driver.press("4l<enter>9<enter>u");
    assert_eq!(driver.asked.iter().filter(|name| *name == "Optimise").count(), 2, "an edit and its undo do");
}

#[test]
fn the_recommended_portfolio_becomes_the_own_one_and_can_be_locked() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("R");
    assert!(driver.screen(120, 40).contains("taken as own"));
    driver.press("2KAll agreed<enter>");
    assert_eq!(driver.cell("candidates", "own-cable", "status"), "locked_in");
}

#[test]
fn the_best_completion_contains_what_is_in() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2/datacentre<enter><space>C");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Own portfolio completed: 7 added, +59.00"), "{screen}");
    driver.press("5");
    let screen = driver.screen(160, 45);
    let line = screen.lines().find(|line| line.contains("datacentre-stake")).unwrap();
    assert!(line.contains("20"), "{line}");
}

#[test]
fn a_case_with_errors_is_shown_with_its_findings_and_one_key_goes_to_the_cell() {
    let mut driver = tutorial();
    driver.press("2/watch-centre<enter>e");
    driver.press("jjjj").press("<esc>");
    driver.press("9");
    let book = {
        let mut book = driver.app.workbook().unwrap().clone();
        let text = book.file("effects.csv").unwrap().replace("own-cable,", "no-cable,");
        book.put_file("effects.csv", &text);
        book
    };
    let mut driver = Driver::with("broken", book, Solve::Never);
    let screen = driver.screen(120, 40);
    assert_eq!(driver.app.screen_name(), "Findings");
    assert!(screen.contains("no-cable") && screen.contains("error"), "{screen}");
    driver.press("<enter>");
    assert_eq!(driver.app.screen_name(), "Tables");
    assert!(driver.screen(120, 40).contains("no-cable"));
}

#[test]
fn the_palette_finds_and_does_a_command_by_a_few_letters() {
    let mut driver = tutorial();
    driver.press(":budg<enter>");
    assert_eq!(driver.app.screen_name(), "Budgets");
    driver.press(":tblscen<enter>");
    assert_eq!(driver.app.screen_name(), "Tables");
    driver.press("?sort<enter>");
}

#[test]
fn a_command_that_is_chosen_in_the_help_is_done_where_it_belongs_and_nowhere_else() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2j?Delete effect<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("\"Delete effect\" does nothing here; it belongs to: In forms."), "{screen}");
    assert_eq!(driver.files(), before, "no candidate is deleted");
    // In a form its own commands are done, and not those of the table below.
    driver.press("e?Add effect<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("A new effect of Two more percent of the cloud host"), "{screen}");
    assert_eq!(driver.files(), before);
}

#[test]
fn every_footer_fits_and_says_where_all_keys_are() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "x", "z", "z<enter>", "zc", "2e"] {
        driver.press(&format!("<esc><esc><esc>{screen}"));
        for width in [60, 80, 100, 120] {
            let shown = driver.screen(width, 24);
            let footer = shown.lines().last().unwrap();
            assert!(footer.contains("? Help"), "{screen} at {width}: {footer}");
            assert!(!footer.contains('…'), "{screen} at {width}: {footer}");
        }
    }
}

#[test]
fn a_new_case_is_asked_for_step_by_step() {
    let mut driver = Driver::empty();
    driver.press("nmy-plan<enter><enter>");
    driver.press("2027-2030<enter><enter>");
    assert_eq!(driver.asked, ["Create"]);
}

#[test]
fn a_setting_is_edited_in_place_and_its_comment_stays() {
    let mut driver = tutorial();
    driver.press("0/objective.risk<enter><enter>full<enter>");
    let settings = &driver.files()[0].1;
    assert!(settings.contains("risk = \"full\"        # own-cable succeeds"), "{settings}");
}

#[test]
fn a_search_that_began_by_itself_is_no_reason_to_stay() {
    let mut driver = tutorial();
    assert!(driver.app.is_running());
    driver.press("q");
    assert_eq!(driver.asked.last().unwrap(), "Quit");
    let mut driver = tutorial();
    driver.press("oq");
    assert!(driver.screen(120, 40).contains("One job is running"), "the planner asked for this one");
}

#[test]
fn the_tour_goes_on_when_its_steps_were_done() {
    let mut driver = tutorial();
    driver.press("<f10>");
    let at = |driver: &mut Driver, step: usize| {
        let screen = driver.screen(120, 40);
        assert!(screen.contains(&format!("Tour, step {step} of 14")), "{step}: {screen}");
    };
    at(&mut driver, 1);
    for (keys, step) in [
        ("2", 1),
        ("3", 2),
        ("j", 3),
        ("2", 4),
        ("<space>", 5),
        ("ccost_1<enter><enter>9<enter>", 6),
        ("u", 7),
        ("4", 8),
        ("5", 9),
    ] {
        driver.press(keys);
        at(&mut driver, step);
    }
    driver.press("<f10>");
    at(&mut driver, 10);
    driver.press("x");
    for (keys, step) in [("", 11), ("z", 12), ("7", 13), ("B", 14)] {
        driver.press(keys);
        at(&mut driver, step);
    }
    driver.press("<f10>");
    assert!(driver.screen(120, 40).contains("The tour is over"));
}

#[test]
fn budgets_of_all_years_are_changed_at_once() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("4<ctrl-a>$b*1.5<enter>");
    for key in ["defence:2027", "defence:2029", "economic_affairs:2028"] {
        assert_eq!(driver.cell("budgets", key, "amount"), "15", "{key}");
    }
    driver.press("u");
    assert_eq!(driver.files(), before);
    driver.press("<ctrl-a>4^lb+1<enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "11");
    assert_eq!(driver.cell("budgets", "economic_affairs:2027", "amount"), "10");
}

#[test]
fn a_cell_is_edited_where_it_stands() {
    let mut driver = tutorial();
    driver.press("4jll<enter>");
    let screen = driver.screen(120, 40);
    let line = screen.lines().nth(4).unwrap();
    assert!(line.contains("Ministry of Economic") && line.contains("10"), "{screen}");
}

#[test]
fn a_filter_shows_what_it_does_while_it_is_typed_and_esc_brings_the_old_one_back() {
    let mut driver = tutorial();
    driver.press("2fcable<enter>fwatch");
    assert!(driver.screen(120, 40).contains("Sensors for the cyber watch"));
    driver.press("<esc>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("filter cable") && !screen.contains("Sensors for the cyber watch"), "{screen}");
}

#[test]
fn the_spending_of_either_portfolio_is_shown() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("4");
    assert!(driver.screen(120, 40).contains("how the recommended portfolio uses the budgets"));
    driver.press("W");
    assert!(driver.screen(120, 40).contains("how the own portfolio uses the budgets"));
}

#[test]
fn a_change_of_many_cells_says_first_what_it_does_and_refuses_what_makes_no_sense() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2<ctrl-a>ccost_1<enter>b*1.1");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("cells to change") && screen.contains("the first from 1 to 1.1"), "{screen}");
    driver.press("<esc>cname<enter>b*2<enter>");
    assert!(driver.screen(120, 40).contains("No cell of `Name` here holds a number"));
    assert_eq!(driver.files(), before);
    driver.press("<esc>ccost<enter>b*2<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "4");
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn the_form_goes_through_the_rows_that_are_shown() {
    let mut driver = tutorial();
    driver.press("2fcandidate~watch<enter>sge");
    assert!(
        driver.screen(120, 40).contains("Centre for the cyber watch: Candidates"),
        "sorted by its id it is the first"
    );
    driver.press("<ctrl-n>");
    assert!(driver.screen(120, 40).contains("Sensors for the cyber watch: Candidates"));
    driver.press("<ctrl-n>");
    assert!(
        driver.screen(120, 40).contains("Sensors for the cyber watch: Candidates"),
        "it is the last one that matches"
    );
}

#[test]
fn enter_on_a_rule_goes_to_where_it_stands() {
    let mut driver = tutorial();
    driver.press("6/defence in 2029<enter>");
    driver.press("/2029<enter><enter>");
    assert_eq!(driver.app.screen_name(), "Budgets");
    driver.press("6g<enter>");
    assert_ne!(driver.app.screen_name(), "Rules");
}

#[test]
fn locks_are_set_on_the_screen_of_the_portfolio_too() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("5/own-cable<enter>+The cable is decided<enter>");
    assert_eq!(driver.cell("candidates", "own-cable", "status"), "locked_in");
    driver.press("\\");
    assert_eq!(driver.cell("candidates", "own-cable", "status"), "");
}
