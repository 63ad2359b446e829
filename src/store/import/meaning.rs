//! What a heading of a list most likely means, by its words in English or Dutch, and the most usual ones in German and French.

use super::role::{Role, When};
use super::words::{BESIDE_YEARS, COSTS, after_base, ministry_among, words_of, year_among};
use crate::model::cell::{MOST_YEARS, to_id};
use crate::model::money::is_money_word;
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
pub(super) const LIKELY: u32 = 150;
/// The heading holds a word that often means it.
pub(super) const WEAK: u32 = 100;
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
        && (after != 0 || !rest.is_empty() || heading.trim().eq_ignore_ascii_case("t"))
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
    let whole_life =
        has("wlc") || has("lcc") || (has("whole") && has("life")) || has("levensduurkosten") || has("lifecycle");
    let some = bare.iter().any(|word| COSTS.contains(word) || word.ends_with("kosten") || word.ends_with("bedrag"));
    let all = matches!(bare.as_slice(), ["total" | "totale" | "totaal", word] if COSTS.contains(word));
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
    (
        Role::Ministry,
        SURE,
        &["department", "departement", "ministry", "ministerie", "funder", "payer", "betaler", "ressort", "ministère"],
    ),
    (
        Role::Field("start_from"),
        SURE,
        &["start date", "startdatum", "begindatum", "start year", "startjaar", "earliest start", "begin date", "start"],
    ),
    (
        Role::Field("name"),
        LIKELY + 2,
        &[
            "name",
            "naam",
            "title",
            "titel",
            "projectnaam",
            "programmanaam",
            "zweckbestimmung",
            "bezeichnung",
            "intitulé",
        ],
    ),
    (
        Role::Field("domain"),
        LIKELY,
        &[
            "domain",
            "domein",
            "sector",
            "theme",
            "thema",
            "category",
            "categorie",
            "cluster",
            "beleidsterrein",
            "domaine",
            "bereich",
        ],
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
            "vorhaben",
            "projekt",
            "projet",
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
        "winst",
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
    // A figure of a year is none of the whole.
    let dated = year_among(&words).is_some() || after_base(heading).is_some();
    let figure = || among(FIGURES).filter(|_| !dated);
    among(TEXTS).filter(|it| it.strength == SURE).or(money).or_else(|| among(TEXTS)).or_else(figure)
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
            ("Winst", "gain"),
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
}
