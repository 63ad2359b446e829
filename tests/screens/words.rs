//! People read and type words; the words of the files are for the files.

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

fn scenarios(driver: &Driver) -> String {
    driver.files().into_iter().find(|(name, _)| name == "scenarios.csv").map(|(_, text)| text).unwrap()
}

#[test]
fn the_name_of_a_scenario_stays_as_it_was_typed() {
    let mut driver = tutorial();
    driver.press("zaTrans-Atlantic cable, 20 % dearer<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("New change of Trans-Atlantic cable, 20 % dearer"), "{screen}");
    driver.press("services.control[cloud_host]-=5<enter>aservices.control[cloud_host]-=1<enter>");
    let named = "\"Trans-Atlantic cable, 20 % dearer\"";
    assert_eq!(scenarios(&driver).matches(named).count(), 1, "{}", scenarios(&driver));
    // The row that says the name goes; the name stays.
    driver.press("gD");
    assert_eq!(scenarios(&driver).matches(named).count(), 1, "{}", scenarios(&driver));
    driver.press("D");
    assert!(
        driver.screen(120, 40).contains("Scenario Trans-Atlantic cable, 20 % dearer"),
        "{}",
        driver.screen(120, 40)
    );

    // What is edited while a new one is on goes into it, with its name.
    let mut driver = tutorial();
    driver.press("zaNo-deal<enter><esc><esc>");
    driver.press("Z4l<enter>3<enter>");
    assert!(scenarios(&driver).contains("No-deal"), "{}", scenarios(&driver));
}

#[test]
fn a_cell_is_found_by_what_its_table_is_called_and_what_is_not_found_is_told_in_words() {
    let mut driver = tutorial();
    driver.press("zaLess<enter>budget 2028");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Amount of Ministry of Defence, 2028, 10 now"), "{screen}");
    assert!(!screen.contains("Year of Ministry of Defence"), "what a row goes by is no change of it: {screen}");
    driver.press("<ctrl-u>nothing of the kind");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Nothing in the case is called") && !screen.contains("case.toml"), "{screen}");
}

#[test]
fn the_form_of_a_relation_has_what_its_kind_uses_and_no_key_of_it_is_silent() {
    let mut driver = tutorial();
    let form = |driver: &mut Driver| driver.screen(120, 40);
    driver.press("9").press("]]]]]").press("a");
    let screen = form(&mut driver);
    assert!(screen.contains("Relations"), "{screen}");
    assert!(!screen.contains("How many") && !screen.contains("Add effect"), "{screen}");
    driver.press("a");
    assert!(form(&mut driver).contains("Only candidates have effects"), "{}", form(&mut driver));
    driver.press("<enter>at least<enter>");
    let screen = form(&mut driver);
    assert!(screen.contains("How many") && !screen.contains("Control gained"), "{screen}");
    driver.press("g<enter><ctrl-u>synergy<enter>");
    let screen = form(&mut driver);
    assert!(!screen.contains("How many") && screen.contains("Control gained"), "{screen}");
    // Members are typed as short names, and told by name.
    driver.press("j<enter>own-cable cable-lease");
    let screen = form(&mut driver);
    assert!(screen.contains("Own sea cable, Lease on a foreign cable"), "{screen}");
}

#[test]
fn a_choice_is_refused_and_explained_in_words() {
    let mut driver = tutorial();
    driver.press("2c").press("status<enter>").press("<enter><ctrl-u>x<enter>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("is none of the choices: free, locked in, locked out."), "{screen}");
    assert!(!screen.contains("locked_in"), "{screen}");
    driver.press("<ctrl-u>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("\"locked in\": it must") || screen.contains("\"locked in\":"), "{screen}");
}

#[test]
fn a_part_of_a_name_that_fits_one_alone_is_taken() {
    let mut driver = tutorial();
    let service = driver.files().into_iter().find(|(name, _)| name == "services.csv").unwrap().1;
    assert_eq!(service.matches("cloud_host").count(), 1, "{service}");
    driver.press("2ea").press("oud_ho<enter>");
    assert!(driver.files().iter().any(|(name, text)| name == "effects.csv" && text.matches("cloud_host").count() > 1));
}

#[test]
fn all_money_that_may_be_carried_over_is_told_and_typed_as_a_word() {
    let mut driver = tutorial();
    driver.press("0/carry over<enter>").press("<enter><ctrl-u>0.25<enter>");
    let settings = |driver: &Driver| driver.files().into_iter().find(|(name, _)| name == "case.toml").unwrap().1;
    assert!(settings(&driver).contains("carry_over = 0.25"), "{}", settings(&driver));
    driver.press("<enter><ctrl-u>everything<enter>");
    assert!(settings(&driver).contains("carry_over = \"all\""), "{}", settings(&driver));
    let screen = driver.screen(160, 45);
    assert!(screen.contains("everything") && !screen.contains("expected"), "{screen}");
}
