//! What is written from the screen for readers of a level has nothing above it.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::*;
use crate::model::compile::compile;
use crate::report::formats::FORMATS;
use crate::tui::event::{About, Export};

fn exported_to(folder: &Path, ending: &str, about: About) -> Vec<u8> {
    let case = folder.join("case");
    let to = folder.join(format!("out.{ending}"));
    let book = store::open(&case).unwrap().workbook;
    let export =
        Export { to: to.clone(), path: case, book, scenario: None, about, readers: Some("internal".to_owned()) };
    assert!(matches!(written(to.clone(), reports::bytes(export, &|_, _| Vec::new())), Event::Done(Ok(_))));
    let bytes = std::fs::read(&to).unwrap();
    std::fs::remove_file(&to).unwrap();
    bytes
}

#[test]
fn nothing_above_the_level_is_in_the_bytes_of_an_export() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = store::tutorial();
    for name in ["candidates.csv", "effects.csv", "relations.csv", "scenarios.csv", "limits.csv"] {
        let Some(text) = book.file(name) else { continue };
        let mut lines = text.replace("own-cable", "falcon-id");
        if name == "candidates.csv" {
            let rows: Vec<String> = lines
                .lines()
                .enumerate()
                .map(|(at, line)| match at {
                    0 => format!("{line},classification,mine"),
                    _ if line.starts_with("falcon-id,") => format!("{line},secret,falcon"),
                    _ => format!("{line},,"),
                })
                .collect();
            lines = rows.join("\n") + "\n";
        }
        book.put_file(name, &lines);
    }
    store::create(&folder.path().join("case"), &book).unwrap();
    let case = Arc::new(compile(&book).case);
    let go_on = &mut |_: &_| ControlFlow::Continue(());
    let answer = crate::optimise::optimise(&case, &crate::optimise::Options::default(), None, go_on).unwrap();
    let own = answer.portfolio.clone().unwrap();
    let name = case.candidates.iter().find(|it| it.id == "falcon-id").map(|it| it.name.clone()).unwrap();
    for format in FORMATS {
        let ending = format.endings[0];
        let all = [
            About::Recommended(Arc::clone(&case), Box::new(answer.clone())),
            About::Brief(Arc::clone(&case), Box::new(answer.clone()), Some((name.clone(), own.clone()))),
            About::Own(Arc::clone(&case), own.clone(), Some(Box::new(answer.clone()))),
        ];
        for about in all {
            let bytes = exported_to(folder.path(), ending, about);
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("falcon") && !text.contains(&name), "{ending}: {text}");
            assert!(format.is_binary() || text.to_lowercase().contains("withheld"), "{ending}: {text}");
        }
    }
}
