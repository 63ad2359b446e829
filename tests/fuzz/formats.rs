//! Every format of every report that hostile text can get into: nothing of it comes out raw, and what is written can be read.

use super::mutation::{TOKENS, pick, rng};
use super::readers::text;
use beslismacht::check::check;
use beslismacht::model::compile::compile;
use beslismacht::model::visible::is_hidden;
use beslismacht::report::formats::FORMATS;
use beslismacht::report::{FindingsReport, Input, Options, header};
use beslismacht::store;
use rand::RngExt;
use rust_decimal::Decimal;

pub fn findings(seed: u64) {
    let random = &mut rng(seed);
    let (_, text) = text("quick", random);
    // Marks that do something where they come out raw, in any place.
    let mut text = text;
    for _ in 0..3 {
        let at = (0..=random.random_range(0..=text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let token = *pick(random, TOKENS);
        text.insert_str(
            at,
            pick::<&str>(random, &["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "`$(x)`", token]),
        );
    }
    let workbook = store::quick::quick("q", &text, Decimal::TEN, None);
    let compiled = compile(&workbook);
    let mut found = check(&workbook, &compiled);
    let name: String = (0..3).map(|_| *pick(random, TOKENS)).collect();
    store::quick::rename(&mut found, &name);
    let input = Input { file: name.clone(), sha256: String::new() };
    let case = header(&compiled.case, name.clone(), vec![input], vec![name]);
    let report = FindingsReport { case, findings: found };
    for format in FORMATS {
        let written = format.write(&report, &Options::PLAIN).unwrap();
        let Ok(written) = String::from_utf8(written) else {
            assert!(format.is_binary(), "{} of seed {seed}", format.id);
            continue;
        };
        let raw = written.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'));
        assert_eq!(raw, None, "{} of seed {seed}: {written}", format.id);
        match format.id {
            "csv" => {
                let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
                for row in reader.records() {
                    let row = row.unwrap_or_else(|error| panic!("seed {seed}: {error} in {written}"));
                    let runs = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    let cell = row.iter().find(|cell| runs(cell) && cell.parse::<Decimal>().is_err());
                    assert_eq!(cell, None, "seed {seed}");
                }
            }
            "json" => drop(serde_json::from_str::<serde_json::Value>(&written).unwrap()),
            "html" => assert!(!written.contains("<script>alert"), "seed {seed}: {written}"),
            "md" => assert!(!written.replace("\\<", "").contains("<script>alert"), "seed {seed}: {written}"),
            _ => {}
        }
    }
}

#[test]
fn nothing_hostile_comes_out_of_a_format() {
    (0..200).for_each(findings);
}
