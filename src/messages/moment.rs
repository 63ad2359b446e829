//! Dates as a language writes them: `30 November 2026`.

use crate::say;

/// The day of a date as programs write it: `2026-11-30`, with or without a time after it. What is no date stays as it is.
pub fn day(date: &str) -> String {
    let day = date.get(..10).unwrap_or(date);
    let parts: Vec<u32> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [year, month @ 1..=12, day @ 1..=31] => {
            say!("date-day", day = day, month = say!("date-month", number = month), year = year)
        }
        _ => date.to_owned(),
    }
}

/// The same where room is short, as in a column: `30 Nov 2026, 09:05 UTC`.
pub fn short_moment(utc: &str) -> String {
    let Some((date, time)) = utc.trim_end_matches('Z').split_once('T') else { return day(utc) };
    let parts: Vec<u32> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [year, month @ 1..=12, day @ 1..=31] => {
            let day = say!("date-day", day = day, month = say!("date-month-short", number = month), year = year);
            say!("date-moment", day = day, time = time.get(..5).unwrap_or(time))
        }
        _ => utc.to_owned(),
    }
}

/// A moment in UTC as programs write it: `2026-11-30T09:05:12Z`. What is none stays as it is.
pub fn moment(utc: &str) -> String {
    let Some((date, time)) = utc.trim_end_matches('Z').split_once('T') else { return day(utc) };
    match day(date) {
        said if said == date => utc.to_owned(),
        said => say!("date-moment", day = said, time = time),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::in_language;

    #[test]
    fn a_date_is_written_as_the_language_does() {
        let all = || ["2026-11-30T09:05:12Z", "2027-01-05T00:00Z", "yesterday", "2026-13-01"].map(moment);
        let plain = ["yesterday".to_owned(), "2026-13-01".to_owned()];
        assert_eq!(all()[..2], ["30 November 2026, 09:05:12 UTC", "5 January 2027, 00:00 UTC"]);
        assert_eq!(all()[2..], plain);
        let dutch = in_language("nl", all);
        assert_eq!(dutch[..2], ["30 november 2026, 09:05:12 UTC", "5 januari 2027, 00:00 UTC"]);
        assert_eq!(in_language("nl", || day("2026-11-30")), "30 november 2026");
        assert_eq!(short_moment("2026-11-30T09:05:12Z"), "30 Nov 2026, 09:05 UTC");
        assert_eq!(in_language("nl", || short_moment("2026-03-02T09:05:12Z")), "2 mrt 2026, 09:05 UTC");
        assert_eq!(short_moment("yesterday"), "yesterday");
    }
}
