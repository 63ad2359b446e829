//! How far the clocks of this place are from UTC, as the system's file about its time zone says (RFC 9636), or the variable `TZ`.

use std::path::PathBuf;

/// A day in seconds.
const DAY: i64 = 86_400;

/// Seconds east of UTC at a moment; none where the system does not say.
pub(super) fn offset(now: u64) -> Option<i64> {
    let now = i64::try_from(now).ok()?;
    let named = std::env::var_os("TZ").and_then(|zone| zone.into_string().ok()).filter(|zone| !zone.is_empty());
    let named = named.as_deref().map(|zone| zone.trim_start_matches(':'));
    let file = match named {
        None => PathBuf::from("/etc/localtime"),
        Some(zone) if zone.starts_with('/') => PathBuf::from(zone),
        Some(zone) => PathBuf::from("/usr/share/zoneinfo").join(zone),
    };
    let bytes = crate::store::read_setting(&file).ok().flatten();
    bytes.and_then(|bytes| of_file(&bytes, now)).or_else(|| of_rule(named?, now))
}

/// The times of a file at which its clocks change, with what they change to, and what stands behind them.
struct Block<'a> {
    times: Vec<i64>,
    kinds: &'a [u8],
    types: &'a [u8],
    rest: &'a [u8],
}

/// Reads the block at the beginning, with times of so many bytes.
fn block(bytes: &[u8], wide: usize) -> Option<Block<'_>> {
    let count = |at: usize| {
        let number = bytes.get(20 + 4 * at..24 + 4 * at)?.try_into().ok().map(u32::from_be_bytes)?;
        usize::try_from(number).ok()
    };
    let [utc, standard, leaps, times, types, letters] =
        [count(0)?, count(1)?, count(2)?, count(3)?, count(4)?, count(5)?];
    let (all, rest) = bytes.get(44..)?.split_at_checked(times * wide)?;
    let (kinds, rest) = rest.split_at_checked(times)?;
    let (types, rest) = rest.split_at_checked(types * 6)?;
    let rest = rest.get(letters + leaps * (wide + 4) + standard + utc..)?;
    let time = |bytes: &[u8]| match wide {
        8 => bytes.try_into().map(i64::from_be_bytes).ok(),
        _ => bytes.try_into().map(|it| i64::from(i32::from_be_bytes(it))).ok(),
    };
    Some(Block { times: all.chunks(wide).map(time).collect::<Option<_>>()?, kinds, types, rest })
}

fn of_file(bytes: &[u8], now: i64) -> Option<i64> {
    let first = block(bytes, 4).filter(|_| bytes.starts_with(b"TZif"))?;
    let second = if bytes.get(4)? >= &b'2' { block(first.rest, 8) } else { None };
    let rule = second.as_ref().and_then(|block| std::str::from_utf8(block.rest).ok()).unwrap_or_default().trim();
    let Block { times, kinds, types, .. } = second.as_ref().unwrap_or(&first);
    let passed = times.iter().filter(|time| **time <= now).count();
    // Behind the last change of the file its rule holds.
    if passed == times.len()
        && let Some(offset) = of_rule(rule, now)
    {
        return Some(offset);
    }
    let kind = passed.checked_sub(1).and_then(|at| kinds.get(at)).map_or(0, |kind| usize::from(*kind));
    let offset = types.get(6 * kind..6 * kind + 4)?.try_into().ok().map(i32::from_be_bytes)?;
    Some(i64::from(offset))
}

/// The offset by a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`.
fn of_rule(rule: &str, now: i64) -> Option<i64> {
    let (standard, rest) = zone(rule)?;
    let standard = standard?;
    if rest.is_empty() {
        return Some(standard);
    }
    let (summer, rest) = zone(rest)?;
    let summer = summer.unwrap_or(standard + 3600);
    let mut changes = rest.strip_prefix(',')?.split(',');
    let year = year_of((now + standard).div_euclid(DAY));
    let (begins, ends) = (change(changes.next()?, year)? - standard, change(changes.next()?, year)? - summer);
    let is_summer = if begins < ends { (begins..ends).contains(&now) } else { !(ends..begins).contains(&now) };
    Some(if is_summer { summer } else { standard })
}

/// The name of a zone, which is passed over, and its seconds east of UTC, where they are said.
fn zone(text: &str) -> Option<(Option<i64>, &str)> {
    let rest = match text.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>')?.1,
        None => text.trim_start_matches(|it: char| it.is_ascii_alphabetic()),
    };
    if rest.len() == text.len() {
        return None;
    }
    let end = rest.find(|it: char| !(it.is_ascii_digit() || "+-:".contains(it))).unwrap_or(rest.len());
    let (said, rest) = rest.split_at(end);
    // Rules count to the west.
    Some((if said.is_empty() { None } else { Some(-seconds(said)?) }, rest))
}

/// `3`, `-1` or `5:30` hours in seconds.
fn seconds(text: &str) -> Option<i64> {
    let bare = text.trim_start_matches(['+', '-']);
    let mut parts = bare.split(':').map(|part| part.parse::<i64>().ok().filter(|it| *it < 1000));
    let mut next = || parts.next().unwrap_or(Some(0));
    let sum = next()? * 3600 + next()? * 60 + next()?;
    Some(if text.starts_with('-') { -sum } else { sum })
}

/// When clocks change in a year by `M3.5.0/2` (the fifth, which is the last, Sunday of March at two), in seconds of local time.
fn change(text: &str, year: i64) -> Option<i64> {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let numbers: Vec<i64> = day.strip_prefix('M')?.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[month @ 1..=12, week @ 1..=5, weekday @ 0..=6] = numbers.as_slice() else { return None };
    let first = day_of(year, month);
    // The first of January 1970 was a Thursday.
    let mut day = first + (weekday - (first + 4)).rem_euclid(7) + 7 * (week - 1);
    let next = if month == 12 { day_of(year + 1, 1) } else { day_of(year, month + 1) };
    while day >= next {
        day -= 7;
    }
    Some(day * DAY + seconds(time)?)
}

/// The first day of a month, counted from 1970.
fn day_of(year: i64, month: i64) -> i64 {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let past = year - 1;
    let leaps = past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400) - 477;
    let days = usize::try_from(month - 1).ok().and_then(|at| before.get(at)).copied().unwrap_or(0);
    (year - 1970) * 365 + leaps + days + i64::from(leap && month > 2)
}

/// The year of a day, counted from 1970.
fn year_of(day: i64) -> i64 {
    let mut year = 1970 + day.div_euclid(366);
    while day_of(year + 1, 1) <= day {
        year += 1;
    }
    year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_by_the_rule_of_their_zone() {
        assert_eq!((day_of(1970, 1), day_of(2000, 3), day_of(2026, 11)), (0, 11_017, 20_758));
        assert_eq!((year_of(0), year_of(20_453), year_of(20_454)), (1970, 2025, 2026));
        let amsterdam = "CET-1CEST,M3.5.0,M10.5.0/3";
        // 29 March and 25 October 2026, at one in the morning, UTC.
        let (spring, autumn) = (20_541 * DAY + 3600, 20_751 * DAY + 3600);
        for (now, offset) in [(spring - 1, 3600), (spring, 7200), (autumn - 1, 7200), (autumn, 3600)] {
            assert_eq!(of_rule(amsterdam, now), Some(offset), "{now}");
        }
        let sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
        assert_eq!(of_rule(sydney, day_of(2026, 1) * DAY), Some(39_600));
        assert_eq!(of_rule(sydney, day_of(2026, 7) * DAY), Some(36_000));
        assert_eq!((of_rule("UTC0", 0), of_rule("<+0330>-3:30", 0), of_rule("", 0)), (Some(0), Some(12_600), None));
    }

    #[test]
    fn a_file_of_the_system_is_read_and_a_broken_one_is_not() {
        let header = |times: u32, types: u32| {
            let mut bytes = b"TZif2".to_vec();
            bytes.extend([0; 15]);
            bytes.extend([0, 0, 0, times, types, 4].iter().flat_map(|count| count.to_be_bytes()));
            bytes
        };
        let mut file = header(0, 1);
        file.extend([0, 0, 0, 0, 0, 0]);
        file.extend(b"UTC\0");
        file.extend(header(1, 2));
        file.extend(1000_i64.to_be_bytes());
        file.push(1);
        file.extend(0_i32.to_be_bytes().into_iter().chain([0, 0]).chain(7200_i32.to_be_bytes()).chain([1, 0]));
        file.extend(b"UTC\0");
        file.extend(b"\nCET-1\n");
        assert_eq!((of_file(&file, 999), of_file(&file, 1000)), (Some(0), Some(3600)));
        for end in 0..file.len() - 7 {
            let _ = of_file(&file[..end], 1000);
        }
        assert_eq!(of_file(b"TZif", 0), None);
    }
}
