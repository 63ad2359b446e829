//! What a fuzzer that is guided by coverage calls: each takes any bytes. `guided` makes a program of each; here they are held to the
//! corpus, so that they compile and run without it.

use std::ffi::OsString;

use beslismacht::check::check;
use beslismacht::cli;
use beslismacht::model::change::Change;
use beslismacht::model::compile::compile;
use beslismacht::model::visible::is_hidden;
use beslismacht::model::{Finding, Workbook};
use beslismacht::report::formats::FORMATS;
use beslismacht::report::{FindingsReport, Input, Options, header};
use beslismacht::session::UserPortfolio;
use beslismacht::session::on_disk::Loaded;
use beslismacht::store::{self, import, quick};
use beslismacht::tui::{App, Event, Key, Setup, update, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;

/// Every reader: a table as a whole case, as a portfolio, as a list to be imported, as settings, as one table of a case, and a change.
pub fn readers(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let workbook = quick::quick("q", &text, Decimal::TEN, None);
    drop(check(&workbook, &compile(&workbook)));
    let mut whole = store::tutorial();
    let case = compile(&whole).case;
    drop(store::portfolio::read(&case, "mine.csv", &text));
    let options = import::Options::default();
    if let Ok(grid) = import::read("list.csv", &text, &options) {
        drop(import::understand(&grid, "list.csv", "list", &options));
    }
    drop(Change::parse_typed(&text, None, None).and_then(|change| change.apply(&mut whole.clone())));
    for file in ["case.toml", "candidates.csv", "scenarios.csv"] {
        whole.put_file(file, &text);
        drop(check(&whole, &compile(&whole)));
    }
}

fn found(text: &str) -> (Workbook, Vec<Finding>) {
    let workbook = quick::quick("q", text, Decimal::TEN, None);
    let mut findings = check(&workbook, &compile(&workbook));
    quick::rename(&mut findings, text.lines().next().unwrap_or_default());
    (workbook, findings)
}

/// Every format, of a report with hostile texts in it: nothing of them comes out raw.
pub fn formats(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (workbook, findings) = found(&text);
    let input = Input { file: text.chars().take(40).collect(), sha256: String::new() };
    let case = header(&compile(&workbook).case, input.file.clone(), vec![input], vec![text.chars().take(80).collect()]);
    let report = FindingsReport { case, findings };
    for format in FORMATS {
        let Ok(written) = format.write(&report, &Options::PLAIN) else { continue };
        let Ok(written) = String::from_utf8(written) else {
            assert!(format.is_binary(), "{}", format.id);
            continue;
        };
        let raw = written.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'));
        assert_eq!(raw, None, "{}", format.id);
    }
}

/// The key handler: a letter is a key, other bytes are keys with names, pasted texts and sizes.
pub fn keys(data: &[u8]) {
    const NAMED: [&str; 12] =
        ["enter", "esc", "tab", "backspace", "delete", "up", "down", "left", "right", "ctrl-s", "ctrl-r", "f8"];
    let mut app = App::new(&Setup::default(), (120, 40));
    let loaded = Loaded::new(store::tutorial(), UserPortfolio::default());
    drop(update(&mut app, Event::Loaded("tutorial".into(), Ok(Box::new(loaded)))));
    let mut size = (120, 40);
    for (at, &byte) in data.iter().enumerate() {
        let key = |name: &str| Key::parse(name).map(Event::Key).ok();
        let event = match byte {
            b' ' => key("space"),
            b'!'..=b'~' => key(&char::from(byte).to_string()),
            0..=31 => key(NAMED[usize::from(byte) % NAMED.len()]),
            127..=191 => {
                let rest = &data[at..data.len().min(at + usize::from(byte - 127))];
                Some(Event::Paste(String::from_utf8_lossy(rest).into_owned()))
            }
            _ => {
                size = (u16::from(byte - 192) * 3, u16::from(byte - 192));
                Some(Event::Resize(size.0, size.1))
            }
        };
        drop(event.map(|event| update(&mut app, event)));
    }
    view(&app, &mut Buffer::empty(Rect::new(0, 0, size.0, size.1)));
}

/// The command line: words with a line end between them.
pub fn line(data: &[u8]) {
    let words =
        data.split(|byte| *byte == b'\n').map(|word| OsString::from(String::from_utf8_lossy(word).into_owned()));
    let _ = cli::can_read(std::iter::once(OsString::from("beslismacht")).chain(words));
}

#[test]
fn each_target_takes_the_corpus() {
    for (_, bytes) in super::mutation::corpus("") {
        readers(bytes);
        formats(bytes);
        keys(&bytes[..bytes.len().min(12)]);
        line(bytes);
    }
}
