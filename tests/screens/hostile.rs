//! A case whose every text tries to do something, on every screen: nothing of it is drawn as it is.

use super::driver::{Driver, Solve};
use super::states::screens;
use crate::cli::hostile::{hostile, raw};
use beslismacht::store;
use beslismacht::tui::Event;

/// What leads from a screen to what lies over it.
const KEYS: &[&str] = &["", "<enter>", "e", "?", "/x", "f", "w", "y", "i", "c", "jj", "ll", "G", "t"];

#[test]
fn nothing_in_a_case_is_drawn_as_it_is() {
    let place = hostile();
    let workbook = store::open(&place.path("small")).unwrap().workbook;
    for solve in [Solve::AtOnce, Solve::Never] {
        let mut driver = Driver::with("evil\u{202e}\u{1b}[31m", workbook.clone(), solve);
        let mut shown = 0;
        for (name, keys) in screens() {
            for after in KEYS {
                driver.press(&format!("<esc><esc><esc>{keys}{after}"));
                for (width, height) in [(80, 24), (160, 45)] {
                    let screen = driver.screen(width, height);
                    assert_eq!(raw(&screen), None, "{name} {after:?}: {}", screen.escape_debug());
                    shown += usize::from(screen.contains("u{202e}"));
                }
            }
        }
        assert!(shown > 10, "what is hidden is seen by its number");
        for pasted in ["\u{202e}\u{1b}[31m\u{9b}\t\u{200b}", "x\u{2066}\n=y\u{ad}"] {
            driver.press("<esc><esc><esc>2");
            driver.send(Event::Paste(pasted.to_owned()));
            let screen = driver.screen(120, 40);
            assert_eq!(raw(&screen), None, "{}", screen.escape_debug());
        }
    }
}
