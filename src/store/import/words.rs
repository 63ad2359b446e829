//! The words of headings and cells: costs, years, ministries, what becomes of money.

use super::money::is_money_word;
use crate::model::Year;
use crate::model::visible::is_hidden;

/// Words for money that is spent.
pub(super) const COSTS: &[&str] = &[
    "cost",
    "costs",
    "kosten",
    "kost",
    "bedrag",
    "bedragen",
    "amount",
    "amounts",
    "uitgaven",
    "uitgave",
    "expenditure",
    "spend",
    "spending",
    "price",
    "prijs",
    "capex",
    "outlay",
    "lasten",
    "investeringskosten",
    "investeringsbedrag",
];
/// Words that may stand beside a year at the head of costs.
pub(super) const BESIDE_YEARS: &[&str] = &[
    "budget",
    "begroting",
    "ontwerpbegroting",
    "meerjarenraming",
    "raming",
    "estimate",
    "estimated",
    "forecast",
    "plan",
    "planned",
    "gepland",
    "begroot",
    "realisatie",
    "actual",
    "investering",
    "investment",
    "profile",
    "y",
    "year",
    "jaar",
    "fy",
    "boekjaar",
    "begrotingsjaar",
    "bijdrage",
    "contribution",
    "financiering",
    "funding",
    "per",
    "van",
    "of",
    "the",
    "voor",
    "for",
    "totaal",
    "total",
    "e",
    "stand",
    "verwacht",
    "expected",
];
/// Ministries of the Netherlands and their names elsewhere, in words with underscores, each by an id that a case can use.
const MINISTRIES: &[(&str, &[&str])] = &[
    ("defence", &["defensie", "defence", "defense", "mod", "mindef", "def"]),
    (
        "economic_affairs",
        &[
            "economische_zaken",
            "economic_affairs",
            "ez",
            "ezk",
            "minez",
            "economische_zaken_en_klimaat",
            "economic_affairs_and_climate_policy",
        ],
    ),
    ("interior", &["bzk", "binnenlandse_zaken", "binnenlandse_zaken_en_koninkrijksrelaties", "home_affairs"]),
    ("foreign_affairs", &["bz", "buitenlandse_zaken", "foreign_affairs"]),
    ("justice", &["jenv", "venj", "justitie_en_veiligheid", "justice_and_security"]),
    ("finance", &["minfin", "financiën", "financien"]),
    ("health", &["vws", "volksgezondheid_welzijn_en_sport"]),
    ("education", &["ocw", "onderwijs_cultuur_en_wetenschap"]),
    ("infrastructure", &["ienw", "ienm", "infrastructuur_en_waterstaat"]),
    ("agriculture", &["lnv", "lvvn"]),
    ("social_affairs", &["szw", "sociale_zaken_en_werkgelegenheid"]),
];

/// The ministry that a text names, by its id here, if it is one that everybody knows.
pub(super) fn ministry_of(text: &str) -> Option<&'static str> {
    let words = words_of(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    whole_ministry(&words)
}

fn whole_ministry(words: &[&str]) -> Option<&'static str> {
    let bare: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !matches!(*word, "ministerie" | "ministry" | "min" | "van" | "of"))
        .collect();
    let text = bare.join("_");
    let named = |names: &&[&str]| !text.is_empty() && names.contains(&text.as_str());
    MINISTRIES.iter().find(|(_, names)| named(names)).map(|(id, _)| *id)
}

/// The ministry whose name stands among the words, and the words without it.
pub(super) fn ministry_among(words: &[String]) -> (Option<&'static str>, Vec<&str>) {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for length in (1..=words.len().min(5)).rev() {
        for at in 0..=words.len() - length {
            if let Some(id) = whole_ministry(&words[at..at + length]) {
                return (Some(id), [&words[..at], &words[at + length..]].concat());
            }
        }
    }
    (None, words)
}

/// The words of a heading, in small letters; letters and digits are apart.
pub(super) fn words_of(heading: &str) -> Vec<String> {
    let signs: Vec<char> = heading.chars().filter(|c| !is_hidden(*c) || c.is_whitespace()).collect();
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut letters = 0;
    for (at, c) in signs.iter().copied().enumerate() {
        let before = if at == 0 { ' ' } else { signs[at - 1] };
        // `projectName` and `CostUSD` are two words, `MoD` is one.
        let begins = signs.get(at + 1).is_some_and(|next| next.is_lowercase()) || letters > 2;
        let joint = (before.is_lowercase() && c.is_uppercase() && begins)
            || (before.is_alphabetic() && c.is_ascii_digit())
            || (before.is_ascii_digit() && c.is_alphabetic());
        if joint {
            spaced.push(' ');
        }
        letters = if c.is_alphabetic() && !joint { letters + 1 } else { usize::from(c.is_alphabetic()) };
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
    }
    spaced.split_whitespace().map(str::to_lowercase).collect()
}

/// The one year that words say, and the words without it: `2027`, `FY27`, `2028/29`, `27/28`.
pub(super) fn year_among(words: &[String]) -> Option<(Year, Vec<String>)> {
    let digits = |at: usize, length: usize| {
        let word =
            words.get(at).filter(|word| word.len() == length && word.bytes().all(|byte| byte.is_ascii_digit()))?;
        word.parse::<Year>().ok()
    };
    let full = |at: usize| digits(at, 4).filter(|year| (1900..2200).contains(year));
    let short = |at: usize| {
        let fiscal = at > 0 && matches!(words[at - 1].as_str(), "fy" | "bj");
        let next = digits(at + 1, 2) == digits(at, 2).map(|year| (year + 1) % 100);
        digits(at, 2).filter(|_| fiscal || next).map(|year| 2000 + year)
    };
    let (at, year) = (0..words.len()).find_map(|at| Some((at, full(at).or_else(|| short(at))?)))?;
    let follows = digits(at + 1, 2) == Some((year + 1) % 100) || full(at + 1) == Some(year + 1);
    let end = at + 1 + usize::from(follows);
    let rest = [&words[..at], &words[end..]].concat();
    // Of two years that do not follow each other, or another number behind it, nobody knows which is meant.
    let number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit()) && !is_money_word(word) && word != "1";
    (!rest.iter().any(number)).then_some((year, rest))
}

/// How many years after the base year a heading such as `Bedrag t+1` says, and its other words.
pub(super) fn after_base(heading: &str) -> Option<(i32, Vec<String>)> {
    let plain = heading.to_lowercase().replace(['−', '–'], "-").replace(" + ", "+").replace(" - ", "-");
    let is_base = |word: &str| {
        let rest = word.strip_prefix(['t', 'n'])?;
        if rest.is_empty() {
            return Some(0);
        }
        rest.strip_prefix('+').or(rest.strip_prefix('-').map(|_| rest)).and_then(|number| number.parse::<i32>().ok())
    };
    let (at, word) =
        plain.split_whitespace().enumerate().find(|(_, word)| is_base(word.trim_matches(['(', ')'])).is_some())?;
    let after = is_base(word.trim_matches(['(', ')'])).filter(|after| after.abs() < 100)?;
    let rest: Vec<&str> =
        plain.split_whitespace().enumerate().filter(|(other, _)| *other != at).map(|it| it.1).collect();
    Some((after, words_of(&rest.join(" "))))
}

/// The year that a heading says by a pattern of the planner's, such as `FY{}`.
pub(super) fn by_pattern(pattern: &str, heading: &str) -> Option<Year> {
    let (before, after) = pattern.split_once("{}")?;
    let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let (heading, before, after) = (plain(heading), plain(before), plain(after));
    let middle = heading.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?.trim();
    let words = words_of(middle);
    let short = || {
        let [year] = words.as_slice() else { return None };
        year.parse::<Year>().ok().filter(|year| (0..100).contains(year) && middle.len() == 2).map(|year| 2000 + year)
    };
    let (year, rest) = match year_among(&words) {
        Some((year, rest)) => (year, rest),
        None => (short()?, Vec::new()),
    };
    rest.is_empty().then_some(year)
}

/// The year of a cell that holds one, or a date: the one number of it that can be a year.
pub(super) fn year_in(text: &str) -> Option<Year> {
    let is_year = |part: &str| part.parse::<Year>().ok().filter(|year| part.len() == 4 && (1900..2200).contains(year));
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter_map(is_year);
    let one = match (years.next(), years.next(), years.next()) {
        (Some(year), None, None) => Some(year),
        (Some(year), Some(next), None) if next == year + 1 => Some(year),
        _ => None,
    };
    one.or_else(|| year_among(&words_of(text)).map(|it| it.0))
}

/// What becomes of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// It is spent.
    Spent,
    /// It is received.
    Received,
    /// It is committed: it will be spent, and is counted again then.
    Committed,
}

/// What a cell says becomes of the row's amount.
pub(super) fn flow_of(text: &str) -> Option<Flow> {
    match text.trim().to_lowercase().as_str() {
        "u" | "uitgaven" | "uitgave" | "kosten" | "lasten" | "expenditure" | "expense" | "expenses" | "cost"
        | "costs" => Some(Flow::Spent),
        "o" | "i" | "ontvangsten" | "ontvangst" | "inkomsten" | "baten" | "receipts" | "income" | "revenue"
        | "revenues" => Some(Flow::Received),
        "v" | "c" | "verplichtingen" | "verplichting" | "commitment" | "commitments" => Some(Flow::Committed),
        _ => None,
    }
}

/// What a cell says that holds yes or no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "x" | "1" => Some(true),
        "nee" | "n" | "no" | "false" | "onwaar" | "0" | "" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_of_the_planner_says_which_headings_are_years() {
        assert_eq!(by_pattern("FY{}", "FY2027"), Some(2027));
        assert_eq!(by_pattern("plan {} (k)", "Plan 27 (k)"), Some(2027));
        assert_eq!(by_pattern("B{}", "B2028/29"), Some(2028));
        assert_eq!(by_pattern("FY{}", "Kosten"), None);
        assert_eq!(year_in("20.05.2020"), Some(2020));
        assert_eq!(year_in("Q2 2027"), Some(2027));
        assert_eq!(year_in("FY28/29"), Some(2028));
        assert_eq!(year_in("later"), None);
    }

    #[test]
    fn ministries_are_known_by_their_names() {
        assert_eq!(ministry_of("Ministerie van Defensie"), Some("defence"));
        assert_eq!(ministry_of("Economische Zaken"), Some("economic_affairs"));
        assert_eq!(ministry_of("DEFRA"), None);
    }
}
