//! Whatever is edited, undoing all of it gives identical bytes, and doing it again gives the same edits.

use beslismacht::tui::Event;
use rand::prelude::*;
use rand::rngs::ChaCha8Rng;

use crate::screens::driver::{Driver, Solve};

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
    "<enter>1<down>2<down>3<enter><esc>",
    "<enter>1<tab>2<shift-tab>3<esc>",
    "b+0.1<enter><esc>",
    ".",
    ",",
    "#<enter>",
    "!",
    "H",
    "U",
    "V",
    "cdomain<enter>",
    "ccost_1<enter>",
    "ccandidate<enter><enter>new-id<enter><esc>",
    "K<esc>",
    "<shift-down><shift-down>",
    "<esc>",
];

/// What comes from the clipboard of a spreadsheet.
const PASTED: &[&str] = &[
    "one\ttwo\nthree\tfour\n",
    "7",
    "1,5\n2,5\n",
    "candidate\tcost_1\tcost_5\nhost-share\t4\t1\nnew\t5\t2\n",
    "\"\t\r\n\"\"",
    "service\tcontrol\nnew-service\t12\n",
];

/// Does random deeds, then takes all of them back and does them again.
fn there_and_back(case: &str, rounds: usize, deeds: usize) {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    for round in 0..rounds {
        let mut driver = Driver::on(case, Solve::Never);
        let before = driver.files();
        let mut done = vec!["2"];
        driver.press("2");
        for _ in 0..deeds {
            if random.random_bool(0.08) {
                let pasted = *PASTED.choose(&mut random).unwrap();
                done.push(pasted);
                driver.send(Event::Paste(pasted.into()));
                driver.press(["w", "a", "<esc>"].choose(&mut random).unwrap());
            } else {
                let deed = *DEEDS.choose(&mut random).unwrap();
                done.push(deed);
                driver.press(deed);
            }
        }
        let steps = deeds * 5;
        driver.press("<esc><esc><esc><esc><esc>").press(&"<ctrl-r>".repeat(steps));
        let edited = driver.files();
        driver.press(&"u".repeat(steps));
        assert_eq!(driver.files(), before, "{case}, round {round}: {done:?}");
        driver.press(&"<ctrl-r>".repeat(steps));
        assert_eq!(driver.files(), edited, "{case}, round {round}: {done:?}");
    }
}

#[test]
fn every_step_is_listed_and_one_key_goes_to_any_of_them() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.press("<f6>");
    assert!(driver.screen(120, 40).contains("There is nothing to undo yet"), "{}", driver.screen(120, 40));
    let states: Vec<_> = ["", "4l<enter>1<enter>", "<enter>2<enter>", "2j<space>", "4<enter>3<enter>"]
        .into_iter()
        .map(|keys| {
            driver.app.tell_time(3_600);
            driver.press(keys);
            (driver.files(), driver.screen(120, 40).contains("own +"))
        })
        .collect();
    driver.press("<f6>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("as it was opened") && screen.contains("01:00 UTC now"), "{screen}");
    assert!(screen.contains("into your own portfolio: Two more percent of"), "{screen}");
    driver.press("<down><down><down><down><enter>");
    assert_eq!(driver.files(), states[0].0);
    assert!(driver.screen(120, 40).contains("4 steps undone"), "{}", driver.screen(120, 40));
    // Forth again, to the state with the own portfolio and two edits.
    driver.press("<f6><up><up><up>");
    assert!(driver.screen(120, 40).contains("Redoes 3 steps."), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    assert_eq!((driver.files(), driver.screen(120, 40).contains("own +")), states[3]);
    driver.press("<f6><enter>");
    assert!(driver.screen(120, 40).contains("The case is unchanged."));
    driver.press("u<f6>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Taken back") && screen.contains("Done"), "{screen}");
}

#[test]
fn undoing_everything_gives_identical_bytes() {
    there_and_back("tutorial", 40, 40);
}

#[test]
fn undoing_everything_gives_identical_bytes_on_a_large_case() {
    there_and_back("netherlands", 3, 25);
}
