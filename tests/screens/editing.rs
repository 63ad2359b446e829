//! Many cells at once, ids that change, cells one after the other, forms: what is done, and what is refused.

use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::Never)
}

#[test]
fn an_edit_that_brings_an_error_says_so() {
    let mut driver = tutorial();
    driver.press("0/domains_at_target<enter>l<enter>9<enter>");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Now 1 error (8 shows, u takes the edit back): "), "{screen}");
    driver.press("u");
    assert!(!driver.screen(160, 45).contains("error now"));
}

#[test]
fn a_carry_over_is_checked_while_it_is_typed() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("0/defence.carry<enter><enter>yes");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("`yes` is not a carry-over. Write everything, or a fraction from 0 to 1."), "{screen}");
    driver.press("<enter>");
    assert_eq!(driver.files(), before, "it is not taken over");
    driver.press("<ctrl-u>0.5<enter>");
    assert!(driver.files()[0].1.contains("carry_over = 0.5"));
}

#[test]
fn a_cell_with_a_choice_shows_every_choice() {
    let mut driver = tutorial();
    driver.press("0/objective.risk<enter><enter>");
    let offered = |driver: &mut Driver, word: &str| driver.screen(120, 40).contains(&format!("│ {word}  "));
    let (full, expected) = ("as if all succeeds", "by their chance");
    assert!(offered(&mut driver, full) && offered(&mut driver, expected), "{}", driver.screen(120, 40));
    driver.press("fu");
    assert!(offered(&mut driver, full) && !offered(&mut driver, expected), "what is typed narrows them");
}

#[test]
fn a_change_of_many_cells_makes_nothing_that_cannot_stand() {
    let mut driver = tutorial();
    let before = driver.files();
    for (column, change, why) in [
        ("cost_1", "=abc", "`abc` does not fit the column Cost year 1"),
        ("cost_1", "-1000", "does not fit the column Cost year 1"),
        ("success", "+2", "does not fit the column Chance of success"),
        ("domain", "=nowhere", "There is no `nowhere` in"),
        ("candidate", "=same", "Each row needs its own candidate"),
        ("share_defence", "=120", "does not fit the column Defence's share"),
        ("name", "=", ""),
    ] {
        driver.press(&format!("2<ctrl-a>c{column}<enter>b{change}<enter>"));
        let screen = driver.screen(160, 45);
        assert!(screen.contains(why), "{column} {change}: {screen}");
        driver.press("<esc><esc>");
        if why.is_empty() {
            driver.press("u");
        }
        assert_eq!(driver.files(), before, "{column} {change}");
    }
}

#[test]
fn ranges_and_empty_cells_are_left_out_of_sums_and_told() {
    let mut driver = tutorial();
    driver.press("2<ctrl-a>cshare_defence<enter>b*0.5<enter>");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("had no number and stay as they are"), "{screen}");
    assert_eq!(driver.cell("candidates", "cloud-build", "share_defence"), "30-70");
}

#[test]
fn what_changes_nothing_is_no_edit() {
    let mut driver = tutorial();
    driver.press("4l<enter>10<enter>").press("<enter><enter>").press("b=10<enter><esc>");
    driver.press("2jccost_1<enter><enter>2<enter>b*1<enter><esc>\\");
    driver.press("u");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Nothing to undo") && !screen.contains("[unsaved]"), "{screen}");
}

#[test]
fn an_id_is_not_filled_down() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2ccandidate<enter>J");
    assert!(driver.screen(120, 40).contains("Each row needs its own candidate"));
    assert_eq!(driver.files(), before);
}

#[test]
fn cells_are_filled_down_in_the_order_and_with_the_filter_of_the_screen() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2fdomain=cyber<enter>ccost_1<enter>ssg<ctrl-a>");
    driver.press("cnote<enter>J");
    let changed = driver.files().iter().zip(&before).filter(|(now, then)| now != then).count();
    assert_eq!(changed, 1);
    let note = |driver: &Driver, id: &str| driver.cell("candidates", id, "note");
    assert_ne!(note(&driver, "own-cable"), note(&driver, "watch-centre"), "a row that is not shown stays");
    assert_eq!(note(&driver, "watch-sensors"), note(&driver, "watch-centre"));
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_new_id_is_taken_over_by_scenarios_limits_and_the_own_portfolio() {
    let mut driver = tutorial();
    driver.press("3/cloud_host<enter>cservice<enter><enter>host<enter>");
    assert_eq!(driver.cell("services", "host", "domain"), "cloud");
    let text = |driver: &Driver, file: &str| driver.files().into_iter().find(|(name, _)| name == file).unwrap().1;
    assert!(text(&driver, "scenarios.csv").contains("host-sold,services,host,control,=30"));
    driver.press("9/cyber<enter>cdomain<enter><enter>safety<enter>");
    assert!(text(&driver, "limits.csv").contains("domain,safety,"), "{}", text(&driver, "limits.csv"));
    assert!(!driver.files().iter().any(|(name, text)| name != "case.toml" && text.contains(",cyber,")));
    driver.press("2/host-share<enter>ccandidate<enter><space><enter>two-percent<enter>5");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("two-percent"), "{screen}");
    driver.press("u2");
    assert_eq!(driver.cell("candidates", "host-share", "domain"), "cloud");
    driver.press("5");
    assert!(driver.screen(160, 45).contains("host-share"), "one step brings both back");
}

#[test]
fn cells_are_typed_one_after_the_other() {
    let mut driver = tutorial();
    driver.press("2jccost_1<enter><enter>2.5<down>6.5<down>15.5<up>6.75<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "2.5");
    assert_eq!(driver.cell("candidates", "cloud-build", "cost_1"), "15.5");
    assert_eq!(driver.cell("candidates", "datacentre-stake", "cost_1"), "6.75");
    driver.press("4l<enter>1<tab>2<tab>3<shift-tab>2.5<enter>");
    let amounts = ["2027", "2028", "2029"].map(|year| driver.cell("budgets", &format!("defence:{year}"), "amount"));
    assert_eq!(amounts, ["1", "2.5", "3"]);
    // What is wrong is not taken over, and the cursor stays.
    driver.press("^l<enter>");
    assert!(driver.screen(120, 40).contains("Down and Tab go on to the next cell"));
    driver.press("-1<down>");
    assert!(driver.screen(120, 40).contains("in 2027, million EUR"));
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "1");
}

#[test]
fn a_form_takes_one_field_after_the_other_and_a_cost_of_one_more_year() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2je");
    for _ in 0..20 {
        if driver.screen(120, 40).lines().any(|line| line.contains("▸ Cost by year")) {
            break;
        }
        driver.press("j");
    }
    driver.press("<enter>3<tab>4<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "3");
    assert_eq!(driver.cell("candidates", "host-share", "cost_2"), "4");
    driver.press("l<enter>5<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "cost_3"), "5");
    driver.press("llll<enter>6<enter><esc>");
    assert_eq!(driver.cell("candidates", "host-share", "cost_3"), "6", "the horizon has three years");
    driver.press("uuuu");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_long_field_is_shown_whole_in_the_form() {
    let mut driver = tutorial();
    let whole = driver.cell("candidates", "incident-desk", "note");
    driver.press("2ge");
    for _ in 0..30 {
        if driver.screen(80, 24).lines().any(|line| line.contains("▸ Note")) {
            break;
        }
        driver.press("j");
    }
    let shown = |driver: &mut Driver| {
        let screen = driver.screen(80, 24);
        // What is inside the frame: the screen behind it goes on at its sides.
        let inside = screen.lines().filter_map(|line| Some(line.split_once('│')?.1.rsplit_once('│')?.0));
        let words: Vec<&str> = inside.flat_map(str::split_whitespace).collect();
        words.join(" ").contains(&whole)
    };
    assert!(shown(&mut driver), "{}", driver.screen(80, 24));
    driver.press("t");
    assert!(driver.screen(80, 24).contains("Note ─"));
}

#[test]
fn every_second_of_many_rows_is_deleted_and_comes_back() {
    use crate::made_up::{Shape, planning};
    let mut driver = Driver::with("made-up", planning(4_000, 1, Shape::Ladder), Solve::Never);
    let before = driver.files();
    driver.press("2").press(&"vj".repeat(1_999));
    let start = std::time::Instant::now();
    driver.press("D");
    assert_ne!(driver.files(), before);
    driver.press("u");
    assert_eq!(driver.files(), before);
    driver.press("<ctrl-a>Du");
    assert_eq!(driver.files(), before);
    assert!(start.elapsed().as_secs() < 30);
}

/// What could not be read is not written back with an edit in it.
#[test]
fn a_table_that_could_not_be_read_cannot_be_edited() {
    type Spoil = fn(&str) -> String;
    let spoilt: [(Spoil, &str); 1] = [(|text| format!("{text}\"never closed"), "quote")];
    for (spoil, why) in spoilt {
        let mut book = beslismacht::store::tutorial();
        for file in ["budgets.csv", "candidates.csv"] {
            let text = spoil(&book.file(file).unwrap());
            book.put_file(file, &text);
        }
        let mut driver = Driver::with("tutorial", book, Solve::Never);
        let before = driver.files();
        // A cell, a row in a form, a new row, and a lock: in two tables.
        for keys in ["4l<enter>", "2<enter>", "2a", "2e"] {
            driver.press(keys);
            let screen = driver.screen(160, 45);
            assert!(
                screen.contains("cannot be edited until it can be read") && screen.contains(why),
                "{keys}: {screen}"
            );
            driver.press("12<enter><esc><esc><esc>");
        }
        assert_eq!(driver.files(), before);
    }
}

#[test]
fn numbers_are_typed_as_people_write_them() {
    let mut driver = tutorial();
    driver.press("2ccost_1<enter>");
    let id = "incident-desk";
    for (typed, cell) in [("12,5", "12.5"), ("€ 6,5", "6.5"), ("1.250,50", "1250.50"), ("€ 5 mln", "5"), ("7,-", "7")]
    {
        driver.press(&format!("g<enter>{typed}"));
        if typed != "7,-" {
            assert!(driver.screen(120, 40).contains(&format!("Read as {cell}")), "{}", driver.screen(120, 40));
        }
        driver.press("<enter>");
        assert_eq!(driver.cell("candidates", id, "cost_1"), cell, "{typed}");
    }
    driver.press("csuccess<enter>g<enter>90%<enter>");
    assert_eq!(driver.cell("candidates", id, "success"), "0.9");
    driver.press("cshare_defence<enter>g<enter>20–60<enter>");
    assert_eq!(driver.cell("candidates", id, "share_defence"), "20-60");
    // The form, a change of many cells and a setting read them in the same way.
    driver.press("0/defence.carry<enter><enter><ctrl-u>0,5<enter>");
    assert!(driver.files()[0].1.contains("carry_over = 0.5"), "{}", driver.files()[0].1);
    driver.press("2ccost_1<enter>gb*1,5<enter>");
    assert_eq!(driver.cell("candidates", id, "cost_1"), "10.5");
}

#[test]
fn where_a_number_can_be_two_both_are_there_to_choose_from() {
    let mut driver = tutorial();
    driver.press("2ccost_1<enter>g<enter>1.250<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("can be two numbers") && screen.contains("1.25  with a decimal point"), "{screen}");
    assert!(screen.contains("1250  with a decimal comma"), "{screen}");
    driver.press("<down><down><enter>");
    assert_eq!(driver.cell("candidates", "incident-desk", "cost_1"), "1250");
    driver.press("<enter>1.125<enter><down><enter>");
    assert_eq!(driver.cell("candidates", "incident-desk", "cost_1"), "1.125");
    driver.press("b+1.250<enter><down><down><enter>");
    assert_eq!(driver.cell("candidates", "incident-desk", "cost_1"), "1251.125");
    // The amounts of the ministries as well.
    driver.press("4l<enter>1.250<enter><down><enter>");
    assert_eq!(driver.cell("budgets", "defence:2027", "amount"), "1.25");
}

#[test]
fn delete_empties_cells_f2_edits_them_and_rows_go_by_their_own_key() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2/own-cable<enter>ccost_1<enter><f2>");
    assert!(driver.screen(120, 40).contains("Cost year 1 of Own sea cable"), "{}", driver.screen(120, 40));
    driver.press("<esc><delete>");
    assert_eq!(driver.cell("candidates", "own-cable", "cost_1"), "");
    driver.press("<f8>");
    assert!(driver.screen(120, 40).contains("Cost year 1 of Own sea cable emptied"), "{}", driver.screen(120, 40));
    driver.press("<esc><delete>");
    assert!(driver.screen(120, 40).contains("nothing to empty"), "{}", driver.screen(120, 40));
    driver.press("u");
    assert_eq!(driver.cell("candidates", "own-cable", "cost_1"), "24");
    driver.press("ccandidate<enter><delete>");
    assert!(driver.screen(120, 40).contains("deletes the row"), "{}", driver.screen(120, 40));
    assert_eq!(driver.cell("candidates", "own-cable", "cost_1"), "24", "a key press loses no row");
}

#[test]
fn ctrl_c_quits_only_when_it_is_pressed_twice_in_a_row() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.asked.clear();
    driver.press("<ctrl-c>");
    assert!(driver.screen(120, 40).contains("again quits"), "{}", driver.screen(120, 40));
    driver.press("j<ctrl-c>");
    assert!(!driver.asked.contains(&"Quit".to_owned()), "{:?}", driver.asked);
    driver.press("<ctrl-c>");
    assert_eq!(driver.asked.last().map(String::as_str), Some("Quit"));
}

#[test]
fn what_an_edit_did_is_told_by_name_and_whole_on_demand() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("4l<enter>1<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Recommended +"), "{screen}");
    driver.press("<f8>");
    let whole = driver.screen(160, 45);
    assert!([": in ", "out ", "moved ", "the same investments"].iter().any(|part| whole.contains(part)), "{whole}");
    driver.press("<esc>u");
    assert!(driver.screen(160, 40).contains("Recommended +"), "an undo is told as well: {}", driver.screen(160, 40));
}

#[test]
fn space_says_what_breaks_without_the_pick_that_goes() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2/watch-sensors<enter><space>/watch-centre<enter><space>/watch-sensors<enter><space>");
    let screen = driver.screen(160, 40);
    assert!(
        screen.contains("Without it") || screen.contains("Own without Sensors for the cyber watch, breaks"),
        "{screen}"
    );
    driver.press("/watch-centre<enter><space>");
    assert!(!driver.screen(160, 40).contains("Without it"), "{}", driver.screen(160, 40));
}

#[test]
fn space_puts_a_pick_where_it_breaks_nothing_or_says_what_it_breaks() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2/own-cable<enter><space>");
    assert!(driver.screen(120, 40).contains("It breaks no rule there"), "{}", driver.screen(120, 40));
    driver.press("<space>4");
    for _ in 0..3 {
        driver.press("l<enter>0<enter>j<enter>0<enter>k");
    }
    driver.press("2/own-cable<enter><space>");
    let screen = driver.screen(160, 40);
    assert!(
        screen.contains("Wherever it goes it breaks")
            || screen.contains("nto your own portfolio")
            || screen.contains("Own from"),
        "{screen}"
    );
}

#[test]
fn a_new_row_is_asked_for_its_name_and_gets_an_id_of_it() {
    let mut driver = tutorial();
    driver.press("2a<enter>Second sea cable<enter>");
    assert_eq!(driver.cell("candidates", "second_sea_cable", "name"), "Second sea cable");
    driver.press("<enter>A third one<enter><esc>");
    assert_eq!(driver.cell("candidates", "second_sea_cable", "name"), "A third one", "an id that is there stays");
}

#[test]
fn a_new_row_that_was_left_empty_goes() {
    for leave in ["<esc>", "q"] {
        for screen in ["2", "3"] {
            let mut driver = tutorial();
            let before = driver.files();
            driver.press(&format!("{screen}a{leave}"));
            assert_eq!(driver.files(), before, "{screen}{leave}");
            assert!(driver.screen(120, 40).contains("so it is gone"), "{}", driver.screen(120, 40));
        }
    }
    let mut driver = tutorial();
    driver.press("2a<enter>Second sea cable<enter><esc>");
    assert_eq!(driver.cell("candidates", "second_sea_cable", "name"), "Second sea cable");
}

#[test]
fn a_disk_that_does_not_answer_is_told_and_keeps_nobody_from_working() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("4l<enter>7.25<enter>");
    driver.send(Event::Hangs(Some(Ok("/home/anna/journals/tutorial".into()))));
    let screen = driver.screen(160, 40);
    assert!(
        screen.contains("[the disk does not answer]") && screen.contains("kept in /home/anna/journals"),
        "{screen}"
    );
    driver.press("<enter>7.5<enter>");
    assert!(driver.screen(160, 40).contains("7.5"), "edits go on");
    driver.press("q");
    assert!(driver.screen(160, 40).contains("keep them for later"), "{}", driver.screen(160, 40));
    driver.press("<esc>").send(Event::Hangs(Some(Err("there is no other folder".to_owned()))));
    driver.press("q");
    let screen = driver.screen(160, 40);
    assert!(screen.contains("cannot be kept for later") && !screen.contains("quit and keep them"), "{screen}");
    driver.press("<esc>").send(Event::Hangs(None));
    let screen = driver.screen(160, 40);
    assert!(screen.contains("answers again") && screen.contains("[unsaved]"), "{screen}");
}
