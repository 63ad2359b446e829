//! What a heading of a list most likely means, by its words in English or Dutch.

use super::money::is_money_word;
use super::role::{Role, When};
use crate::model::Year;
use crate::model::cell::{MOST_YEARS, to_id};
use crate::model::visible::is_hidden;
use crate::store::elsewhere::guess;

/// What a heading most likely means, and how surely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) role: Role,
    pub(super) strength: u32,
}

/// The heading is a word for just this.
pub(super) const EXACT: u32 = 300;
/// The heading holds words that leave little doubt.
const SURE: u32 = 250;
/// The heading holds a word for it among others.
const LIKELY: u32 = 150;
/// The heading holds a word that often means it.
pub(super) const WEAK: u32 = 100;

/// Words for money that is spent.
const COSTS: &[&str] = &[
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
const BESIDE_YEARS: &[&str] = &[
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
/// Ministries of the Netherlands and their names elsewhere, each by an id that a case can use.
const MINISTRIES: &[(&str, &[&str])] = &[
    (
        "defence",
        &["defensie", "defence", "defense", "mod", "mindef", "def", "ministry of defence", "ministerie van defensie"],
    ),
    (
        "economic_affairs",
        &[
            "economische zaken",
            "economic affairs",
            "ez",
            "ezk",
            "minez",
            "economie",
            "economy",
            "economische zaken en klimaat",
            "ministry of economic affairs",
            "ministerie van economische zaken",
            "ministerie van ez",
            "economic affairs and climate policy",
        ],
    ),
    ("interior", &["bzk", "binnenlandse zaken", "interior", "home affairs", "ministerie van bzk"]),
    ("foreign_affairs", &["buitenlandse zaken", "foreign affairs", "bz"]),
    ("justice", &["justitie", "justitie en veiligheid", "justice", "jenv", "venj"]),
    ("finance", &["financiën", "financien", "finance", "minfin", "treasury"]),
    ("health", &["vws", "volksgezondheid", "health"]),
    ("education", &["ocw", "onderwijs", "education"]),
    ("infrastructure", &["ienw", "ienm", "infrastructuur en waterstaat"]),
    ("agriculture", &["lnv", "lvvn", "landbouw", "agriculture"]),
    ("social_affairs", &["szw", "sociale zaken", "social affairs"]),
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
    let text = bare.join(" ");
    let named = |names: &&[&str]| !text.is_empty() && names.contains(&text.as_str());
    MINISTRIES.iter().find(|(_, names)| named(names)).map(|(id, _)| *id)
}

/// The ministry whose name stands among the words, and the words without it.
fn ministry_among(words: &[String]) -> (Option<&'static str>, Vec<&str>) {
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
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut before = ' ';
    for c in heading.chars().filter(|c| !is_hidden(*c) || c.is_whitespace()) {
        let joint = (before.is_lowercase() && c.is_uppercase())
            || (before.is_alphabetic() && c.is_ascii_digit())
            || (before.is_ascii_digit() && c.is_alphabetic());
        if joint {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    spaced.split_whitespace().map(str::to_lowercase).collect()
}

/// The one year that words say, and the words without it: `2027`, `FY27`, `2028/29`, `27/28`.
fn year_among(words: &[String]) -> Option<(Year, Vec<String>)> {
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
fn after_base(heading: &str) -> Option<(i32, Vec<String>)> {
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

/// What a heading means as one of costs.
fn cost(heading: &str, words: &[String]) -> Option<Meaning> {
    let dated = |when: When, rest: &[String]| {
        let (ministry, rest) = ministry_among(rest);
        let plain = rest
            .iter()
            .all(|word| is_money_word(word) || *word == "1" || COSTS.contains(word) || BESIDE_YEARS.contains(word));
        plain.then(|| Meaning { role: Role::Cost(when, ministry.map(str::to_owned)), strength: EXACT })
    };
    if let Some((year, rest)) = year_among(words) {
        return dated(When::Year(year), &rest);
    }
    if let Some((after, rest)) = after_base(heading)
        && (after != 0 || !rest.is_empty() || heading.trim() == "t")
        && let Some(meaning) = dated(When::After(after), &rest)
    {
        return Some(meaning);
    }
    // `Kosten 1`, `jaar 2`, `Y3`: the number of a year.
    if let [before @ .., number] = words
        && let Ok(number) = number.parse::<usize>()
        && (1..=MOST_YEARS).contains(&number)
        && before
            .last()
            .is_some_and(|word| COSTS.contains(&word.as_str()) || matches!(word.as_str(), "jaar" | "year" | "y"))
        && let Some(meaning) = dated(When::Nth(number), before)
    {
        return Some(meaning);
    }
    let (ministry, rest) = ministry_among(words);
    let bare: Vec<&str> = rest.iter().copied().filter(|word| !is_money_word(word) && *word != "1").collect();
    let has = |word: &str| bare.contains(&word);
    let role = |ministry: Option<&str>| Role::Cost(When::Unsaid, ministry.map(str::to_owned));
    if let Some(ministry) = ministry {
        let plain = bare.iter().all(|word| COSTS.contains(word) || BESIDE_YEARS.contains(word));
        let strength = if bare.is_empty() { WEAK } else { SURE };
        return plain.then(|| Meaning { role: role(Some(ministry)), strength });
    }
    let whole_life = has("wlc") || has("lcc") || (has("whole") && has("life")) || has("levensduurkosten");
    let some = bare.iter().any(|word| COSTS.contains(word) || word.ends_with("kosten") || word.ends_with("bedrag"));
    let all = matches!(bare.as_slice(), ["total", word] | ["totale", word] | ["totaal", word] if COSTS.contains(word));
    let strength = match (whole_life, all, some) {
        (true, ..) => SURE + 1,
        (_, true, _) => SURE,
        (_, _, true) => LIKELY,
        _ => return None,
    };
    Some(Meaning { role: role(None), strength })
}

/// Words by which a column of text is known, the surest first.
const TEXTS: &[(Role, u32, &[&str])] = &[
    (
        Role::Predecessor,
        SURE,
        &[
            "predecessor",
            "predecessors",
            "voorganger",
            "voorgangers",
            "dependency",
            "dependencies",
            "afhankelijkheid",
            "afhankelijkheden",
            "prerequisite",
            "prerequisites",
            "requires",
            "vereist",
            "depends on",
            "afhankelijk van",
        ],
    ),
    (
        Role::Asset,
        SURE,
        &[
            "alternative of",
            "alternative for",
            "alternatief van",
            "alternatief voor",
            "variant van",
            "variant of",
            "option of",
            "option for",
            "optie van",
            "optie voor",
            "asset",
        ],
    ),
    (Role::Way, SURE, &["alternative", "alternatief", "variant", "option", "optie"]),
    (Role::Ministry, SURE, &["department", "departement", "ministry", "ministerie", "funder", "payer", "betaler"]),
    (
        Role::Field("start_from"),
        SURE,
        &["start date", "startdatum", "begindatum", "start year", "startjaar", "earliest start", "begin date", "start"],
    ),
    (Role::Field("name"), LIKELY + 2, &["name", "naam", "title", "titel", "projectnaam", "programmanaam"]),
    (
        Role::Field("domain"),
        LIKELY,
        &["domain", "domein", "sector", "theme", "thema", "category", "categorie", "cluster", "beleidsterrein"],
    ),
    (
        Role::Field("candidate"),
        WEAK,
        &["id", "code", "number", "nummer", "nr", "ref", "reference", "kenmerk", "projectcode", "projectnummer"],
    ),
    (
        Role::Field("name"),
        LIKELY,
        &[
            "project",
            "programme",
            "programma",
            "program",
            "maatregel",
            "measure",
            "initiative",
            "initiatief",
            "omschrijving",
            "description",
        ],
    ),
    (Role::Field("instrument"), WEAK, &["instrument"]),
];
/// Words by which a column of figures is known.
const FIGURES: &[(Role, u32, &[&str])] = &[(
    Role::Field("points"),
    LIKELY,
    &[
        "gain",
        "gains",
        "benefit",
        "benefits",
        "baten",
        "score",
        "points",
        "punten",
        "npv",
        "ncw",
        "opbrengst",
        "opbrengsten",
        "value",
        "waarde",
    ],
)];

/// A text longer than this, in bytes, is no heading.
const LONGEST: usize = 400;

/// What a heading most likely means.
pub(super) fn meaning(heading: &str) -> Option<Meaning> {
    if heading.len() > LONGEST {
        return None;
    }
    let words = words_of(heading);
    if words.is_empty() {
        return None;
    }
    let text = format!(" {} ", words.join(" "));
    let bare: String = words.join("_");
    let exact = |role| Some(Meaning { role, strength: EXACT });
    if matches!(
        bare.as_str(),
        "year" | "jaar" | "begrotingsjaar" | "boekjaar" | "fiscal_year" | "financial_year" | "kalenderjaar" | "fy"
    ) {
        return exact(Role::Year);
    }
    if text.contains(" share ") || text.contains(" aandeel ") || heading.contains('%') {
        let (ministry, rest) = ministry_among(&words);
        let plain = rest
            .iter()
            .all(|word| matches!(*word, "share" | "aandeel" | "van" | "of" | "in" | "the" | "bijdrage" | "percentage"));
        if let Some(ministry) = ministry.filter(|_| plain) {
            return exact(Role::Share(ministry.to_owned()));
        }
    }
    if let Some(id) = heading.strip_prefix("share_").map(to_id).filter(|id| !id.is_empty()) {
        return exact(Role::Share(id));
    }
    let marks_total = ["indicatie", "indicator", "flag", "regel", "row", "rij", "is"]
        .iter()
        .any(|word| text.contains(&format!(" {word} ")));
    if marks_total && (text.contains(" totaal ") || text.contains(" total ")) {
        return Some(Meaning { role: Role::TotalMark, strength: SURE });
    }
    if text.contains(" v u o ") || bare == "vuo" || (text.contains(" verplichtingen ") && text.contains(" uitgaven ")) {
        return Some(Meaning { role: Role::Flow, strength: SURE });
    }
    if matches!(bare.as_str(), "total" | "totaal" | "sum" | "som" | "totalen" | "totals") {
        return exact(Role::Sum);
    }
    let money = cost(heading, &words);
    if let Some(money) = money.clone().filter(|it| it.strength == EXACT) {
        return Some(money);
    }
    if let Some(column) = guess(heading) {
        let role = if column == "cost_1" { Role::Cost(When::Unsaid, None) } else { Role::Field(column) };
        // `Alternative_ID` holds the word id as well, and so does that of an asset.
        return exact(role);
    }
    let among = |table: &[(Role, u32, &[&str])]| {
        let holds = |names: &&[&str]| names.iter().any(|name| text.contains(&format!(" {name} ")));
        table
            .iter()
            .find(|(_, _, names)| holds(names))
            .map(|(role, strength, _)| Meaning { role: role.clone(), strength: *strength })
    };
    among(TEXTS).filter(|it| it.strength == SURE).or(money).or_else(|| among(TEXTS)).or_else(|| among(FIGURES))
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
        year.parse::<Year>().ok().filter(|year| year_has(year) && middle.len() == 2).map(|year| 2000 + year)
    };
    let (year, rest) = match year_among(&words) {
        Some((year, rest)) => (year, rest),
        None => (short()?, Vec::new()),
    };
    rest.is_empty().then_some(year)
}

fn year_has(year: &Year) -> bool {
    (0..100).contains(year)
}

/// The year of a cell that holds one, or a date: the one number of it that can be a year.
pub(super) fn year_in(text: &str) -> Option<Year> {
    let is_year = |part: &str| part.parse::<Year>().ok().filter(|year| part.len() == 4 && (1900..2200).contains(year));
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter_map(is_year);
    let first = years.next()?;
    let rest: Vec<Year> = years.collect();
    (rest.is_empty() || rest == [first + 1]).then_some(first).or_else(|| year_among(&words_of(text)).map(|it| it.0))
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

    fn token(heading: &str) -> String {
        meaning(heading).map_or_else(|| "-".to_owned(), |it| it.role.token())
    }

    #[test]
    fn headings_are_known_in_english_and_dutch() {
        for (heading, meant) in [
            ("2027", "2027"),
            ("FY2027", "2027"),
            ("FY 27", "2027"),
            ("FY27/28", "2027"),
            ("2028/29", "2028"),
            ("2029-30", "2029"),
            ("2028/31", "-"),
            ("Kosten 2027", "2027"),
            ("Kosten 2027 (x € 1.000)", "2027"),
            ("2027 (EUR million)", "2027"),
            ("Baten 2027", "-"),
            ("project 2027", "name"),
            ("Bedrag t+1", "t+1"),
            ("Bedrag t-2", "t-2"),
            ("Bedrag t", "t"),
            ("t + 3", "t+3"),
            ("Kosten jaar 2", "cost_2"),
            ("cost_3", "cost_3"),
            ("Y1", "cost_1"),
            ("Defensie 2027", "2027:defence"),
            ("Kosten Defensie", "cost:defence"),
            ("Kosten EZ (mln)", "cost:economic_affairs"),
            ("MoD cost", "cost:defence"),
            ("Bijdrage Economische Zaken", "cost:economic_affairs"),
            ("Aandeel Defensie (%)", "share_defence"),
            ("share_defence", "share_defence"),
            ("Kosten", "cost"),
            ("Cost_USD", "cost"),
            ("Capex (€m)", "cost"),
            ("cost_m", "cost"),
            ("wlc_baseline_incl_NCG", "cost"),
            ("Whole Life Cost", "cost"),
            ("Totaal", "sum"),
            ("total_baseline", "-"),
            ("TOTAL Baseline Benefits (£m)", "gain"),
            ("Asset_ID", "asset"),
            ("Alternative_ID", "option"),
            ("Alternatief van", "asset"),
            ("Voorganger", "predecessor"),
            ("Depends on", "predecessor"),
            ("project_number", "id"),
            ("project_name", "name"),
            ("department", "ministry"),
            ("report_category", "domain"),
            ("start_date", "start"),
            ("end_date", "-"),
            ("Begrotingsjaar", "year"),
            ("V/U/O (Verplichtingen/Uitgaven/Ontvangsten)", "flow"),
            ("Indicatie totaal regel Ja/Nee", "total_row"),
            ("Omschrijving artikel", "name"),
            ("Financieel instrument/Apparaat", "instrument"),
            ("PoF_Post_Action", "-"),
            ("Safety_Risk_Level", "-"),
            ("boe_amt", "-"),
        ] {
            assert_eq!(token(heading), meant, "{heading}");
        }
    }

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
