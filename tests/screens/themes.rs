//! How each theme looks, and what holds for all screens in it.

use ratatui::style::Color;

use crate::screens::driver::{Driver, Solve};

const SCREENS: &str = "1234567890";

fn tutorial() -> Driver {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2<space>jv<enter>fab<esc>");
    driver
}

#[test]
fn each_theme_has_its_styles() {
    let mut driver = tutorial();
    for name in ["terminal", "colour_blind", "high_contrast", "no_colour"] {
        driver.press("2");
        insta::assert_snapshot!(format!("{name}_candidates"), driver.styles(80, 24));
        driver.press("4");
        insta::assert_snapshot!(format!("{name}_budgets"), driver.styles(100, 24));
        driver.press("<f3>");
    }
}

#[test]
fn the_default_theme_has_the_terminals_16_colours_and_no_background() {
    let mut driver = tutorial();
    for screen in SCREENS.chars() {
        for layer in ["", "?", ":", "e", "<enter>"] {
            driver.press(&format!("<esc><esc>{screen}{layer}"));
            for cell in driver.buffer(120, 40).content() {
                assert_eq!(cell.bg, Color::Reset, "{screen}{layer}");
                assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)), "{screen}{layer}: {:?}", cell.fg);
            }
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    let mut driver = tutorial();
    driver.press("<f3><f3><f3>");
    for screen in SCREENS.chars() {
        driver.press(&format!("<esc><esc>{screen}"));
        for cell in driver.buffer(120, 40).content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{screen}");
        }
    }
}

#[test]
fn the_ascii_characters_are_ascii_everywhere() {
    let mut driver = tutorial();
    driver.press("<f4>");
    for screen in SCREENS.chars() {
        for layer in ["", "?", ":", "e", "<enter>", "f", "<f10>"] {
            driver.press(&format!("<esc><esc><esc>{screen}{layer}"));
            for size in [(80, 24), (160, 45)] {
                let text = driver.screen(size.0, size.1);
                let other: String = text.chars().filter(|c| !c.is_ascii()).collect();
                assert_eq!(other, "", "{screen}{layer}: {text}");
            }
        }
    }
}
