//! Whatever is edited, undoing all of it gives identical bytes, and doing it again gives the same edits.

use beslismacht::tui::Event;
use rand::prelude::*;
use rand_chacha::ChaCha8Rng;

use crate::driver::{Driver, Solve};

/// Things that planners do, each of which changes something or nothing.
const DEEDS: &[&str] = &[
    "<enter>3<enter>",
    "<enter>x<enter><esc>",
    "a<esc>",
    "A<esc>",
    "D",
    "<ctrl-a>D",
    "vvJ<esc>",
    "b*2<enter><esc>",
    "b=7<enter><esc>",
    "+why<enter>",
    "-why<enter><esc>",
    "\\",
    "<space>",
    "jj",
    "kkk",
    "lll",
    "h",
    "$",
    "g",
    "G",
    "s",
    "2",
    "3",
    "4l<enter>5<enter><esc>",
    "9]",
    "0j<enter>1<enter><esc>",
    "fc<enter>",
    "F",
    "R",
    "u",
    "<ctrl-r>",
    "e<enter>9<enter><esc><esc>",
    "2e6ja<enter><esc><esc>",
    "2eGD<esc>",
    "z",
    "zaone<enter>budgets.amount[defence:2027]*=2<enter><esc><esc><esc>",
    "zGA<enter><esc>",
    "zGeother<enter><esc>",
    "zD",
    "z<enter>D<esc>",
    "zj<enter><enter><backspace>1<enter><esc><esc><esc>",
    "zIk<esc><esc>",
    "zGIy<esc><esc>",
    "zZ",
    "Z<esc>",
    "imine<enter><esc>",
];

#[test]
fn undoing_everything_gives_identical_bytes() {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    for _ in 0..25 {
        let mut driver = Driver::on("tutorial", Solve::Never);
        let before = driver.files();
        driver.press("2");
        for _ in 0..40 {
            driver.press(DEEDS.choose(&mut random).unwrap());
            if random.random_bool(0.05) {
                driver.send(Event::Paste("one\ttwo\nthree\tfour\n".into()));
            }
        }
        driver.press("<esc><esc><esc><esc>").press(&"<ctrl-r>".repeat(120));
        let edited = driver.files();
        driver.press(&"u".repeat(120));
        assert_eq!(driver.files(), before);
        driver.press(&"<ctrl-r>".repeat(120));
        assert_eq!(driver.files(), edited);
    }
}
