use rust_decimal::Decimal;

use super::{amount, decimal, is_id, number, operation, share, to_id, whole, year};
use crate::model::change::Operation;
use crate::model::schema::Unit;
use crate::model::{Amount, ShareRange};

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn numbers_are_read_exactly() {
    for text in ["0", "-0.5", "+3", ".5", "5.", "007", "0.100000000000", "999999999999.123456789012"] {
        let plain = text.trim_start_matches('+').trim_end_matches('.');
        let plain = if plain.starts_with('.') { format!("0{plain}") } else { plain.to_owned() };
        assert_eq!(decimal(text).unwrap(), dec(&plain), "{text}");
    }
}

#[test]
fn what_is_not_a_plain_number_says_why() {
    let cases = [
        ("1,5", "decimal-comma", "1.5"),
        ("-0,25", "decimal-comma", "-0.25"),
        ("1,000", "thousands-mark", "such as 12.5"),
        ("10.999.99", "thousands-mark", "such as 12.5"),
        ("1,5,0", "thousands-mark", "such as 12.5"),
        ("1.234.567", "thousands-mark", ": 1234567."),
        ("1.234,50", "thousands-mark", ": 1234.50."),
        ("1 000,5", "thousands-mark", ": 1000.5."),
        ("1'000", "thousands-mark", ": 1000."),
        ("1_000.5", "thousands-mark", "such as 12.5"),
        ("50+38", "bad-number", "Write the result: 88."),
        ("120 - 1.5", "bad-number", "Write the result: 118.5."),
        ("50+x", "bad-number", "decimal point"),
        ("12%", "bad-number", "percent sign"),
        ("1e5", "bad-number", "exponent"),
        ("abc", "bad-number", "decimal point"),
        ("", "bad-number", "decimal point"),
        ("-", "bad-number", "decimal point"),
        ("1.2.", "thousands-mark", ""),
        ("0.1234567890123", "too-precise", "0.123456789012"),
        ("1234567890123456789012345678901234567890", "too-large", "larger unit"),
        ("0.99999999999999999999999999999999999999999999", "too-precise", "12 digits"),
    ];
    for (text, code, remedy) in cases {
        let trouble = decimal(text).unwrap_err();
        assert_eq!(trouble.code, code, "{text}: {trouble}");
        assert!(trouble.remedy.contains(remedy), "{text}: {trouble}");
    }
}

#[test]
fn bounds_are_inclusive_and_size_is_limited() {
    assert_eq!(number("100", Some(0), Some(100), Unit::Percent).unwrap(), dec("100"));
    assert_eq!(number("100.01", Some(0), Some(100), Unit::Percent).unwrap_err().code, "out-of-range");
    assert_eq!(number("1000000000000", Some(0), None, Unit::Money).unwrap(), dec("1000000000000"));
    assert_eq!(number("1000000000000.01", Some(0), None, Unit::Money).unwrap_err().code, "too-large");
    assert_eq!(number("1000001", Some(0), None, Unit::None).unwrap_err().code, "too-large");
    assert_eq!(whole("3.0", 1, 100).unwrap(), 3);
    assert_eq!(whole("3.5", 1, 100).unwrap_err().code, "not-whole");
    assert_eq!(year("2027").unwrap(), 2027);
    assert!(year("12027").is_err() && year("-2027").is_err());
}

#[test]
fn shares_amounts_and_changes_are_read() {
    assert_eq!(share("40").unwrap(), ShareRange { min: 40, max: 40 });
    assert_eq!(share("20 - 60").unwrap(), ShareRange { min: 20, max: 60 });
    for wrong in ["-5", "101", "20-", "4.5", "40%", "20-300", "+5"] {
        assert!(share(wrong).is_err(), "{wrong}");
    }
    assert_eq!(amount("12.5").unwrap(), Amount::Money(dec("12.5")));
    assert_eq!(amount("30 %").unwrap(), Amount::Percent(dec("30")));
    assert!(amount("130%").is_err() && amount("-1").is_err());
    assert_eq!(operation("-5").unwrap(), Operation::Add(dec("-5")));
    assert_eq!(operation("= all ").unwrap(), Operation::Set("all".to_owned()));
    assert!(operation("*").is_err() && operation("5").is_err());
}

#[test]
fn ids_have_one_form_and_texts_can_be_made_into_one() {
    assert!(is_id("a-b_9") && is_id("0x") && !is_id("") && !is_id("_a") && !is_id("A") && !is_id("é"));
    assert_eq!(to_id(" Caf\u{e9} au  lait! "), "caf_au_lait");
    assert_eq!(to_id("…"), "");
}

#[test]
fn a_sum_is_not_taken_for_a_number_with_marks_between_its_thousands() {
    for text in ["50+38", "100-7"] {
        let trouble = number(text, None, None, Unit::None).unwrap_err();
        assert_eq!(trouble.code, "bad-number", "{text}");
        assert!(!trouble.to_string().contains("5038"), "{trouble}");
    }
    assert_eq!(number("1 250", None, None, Unit::None).unwrap_err().code, "thousands-mark");
}

#[test]
fn what_a_spreadsheet_makes_of_a_cell_is_told_and_can_be_written_so_that_it_stays() {
    for text in ["5-okt", "05-Oct", "2026-10-05", "5-10-2026", "45570"] {
        assert!(share(text).unwrap_err().remedy.contains("5..10"), "{text}");
    }
    assert!(!share("half").unwrap_err().remedy.contains("5..10"));
    assert_eq!((share("5..10").unwrap().min, share("5..10").unwrap().max), (5, 10));
    for (sign, word) in [("=30", "set 30"), ("+2", "add 2"), ("-2", "subtract 2"), ("*0.9", "times 0.9")] {
        assert_eq!(operation(sign), operation(word));
    }
    assert!(operation("#NAAM?").unwrap_err().remedy.contains("set 30"));
}
