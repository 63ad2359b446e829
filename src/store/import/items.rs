//! The candidates of a list, made of its rows.

use std::collections::{BTreeSet, HashMap, HashSet};

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::grid::GridRow;
use super::joint;
use super::numbers::begins_amount;
use super::role::Role;
use super::rows::{Kept, name_of, undashed};
use super::view::View;
use super::words::{ministry_of, year_in};
use crate::model::Year;
use crate::model::cell::to_id;

/// A candidate as the list has it.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    /// The line of its first row.
    pub(super) line: usize,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) asset: String,
    pub(super) way: String,
    pub(super) domain: String,
    pub(super) predecessor: String,
    pub(super) status: String,
    /// The year in which it starts, where that is one of the case.
    pub(super) start: Option<Year>,
    /// What it costs, by year.
    pub(super) costs: LiteMap<Year, Decimal>,
    /// What each ministry pays, by its id, where the list says it in money.
    pub(super) paid: LiteMap<String, Decimal>,
    /// The same in percent.
    pub(super) shares: LiteMap<String, Decimal>,
    /// Other columns of `candidates.csv`.
    pub(super) fields: LiteMap<&'static str, String>,
    /// The texts of columns that are kept, by their place.
    pub(super) kept: LiteMap<usize, String>,
    /// Whether the ministries pay other parts in one year than in another.
    pub(super) uneven: bool,
    /// Whether several ministries pay it together, and nothing says in which parts.
    pub(super) is_joint: bool,
}

/// The candidates, and what of the rows could not be taken over.
#[derive(Debug, Default)]
pub(super) struct Items {
    pub(super) all: Vec<Item>,
    /// Names of the ministries by their ids, in the order in which they appear.
    pub(super) ministries: Vec<(String, String)>,
    /// Cells that name several ministries, and how many rows have one.
    pub(super) joint: BTreeSet<String>,
    pub(super) joint_rows: usize,
    /// Cells that are no amount, by what they hold: how often.
    pub(super) no_amounts: LiteMap<String, usize>,
    /// The same of cells that begin like an amount and cannot be read as one.
    pub(super) not_understood: LiteMap<String, usize>,
    /// Cells of other columns that cannot be read: the heading, and what they hold.
    pub(super) unread: LiteMap<String, LiteMap<String, usize>>,
    /// States that the program has no word for.
    pub(super) states: LiteMap<String, usize>,
    /// Rows of the same candidate and year, which were added up.
    pub(super) added: usize,
    /// Candidates that start before the first year, and those that cost something before they start.
    pub(super) early: usize,
    pub(super) paid_before: usize,
    /// Whether texts were put on one line.
    pub(super) lines_joined: bool,
}

/// Makes the candidates.
pub(super) fn items(kept: &[Kept], left_out: &[&GridRow], view: &View<'_>) -> Items {
    let mut made = Items::default();
    let rows: Vec<&GridRow> = kept.iter().map(|kept| &kept.row).collect();
    (made.ministries, made.joint) = ministries(&rows, view);
    made.joint_rows = rows.iter().filter(|row| made.joint.contains(view.text(row, &Role::Ministry))).count();
    for row in rows.iter().chain(left_out).copied() {
        for column in &view.money {
            let text = row.cell(column.at);
            if !text.is_empty() && view.amount(row, column).is_none() {
                let texts = if begins_amount(text) { &mut made.not_understood } else { &mut made.no_amounts };
                *texts.entry(one_line(text)).or_default() += 1;
            }
        }
    }
    let key = key_of(&rows, view);
    let mut by_key: HashMap<(String, String), usize> = HashMap::new();
    let mut seen: HashSet<(usize, Year)> = HashSet::new();
    for (row, kept) in rows.iter().copied().zip(kept) {
        let known =
            key.and_then(|column| by_key.get(&(row.cell(column).to_owned(), view.text(row, &Role::Way).to_owned())));
        let at = known.copied().unwrap_or_else(|| {
            made.all.push(Item { line: row.line, ..Item::default() });
            made.all.len() - 1
        });
        if let Some(column) = key {
            by_key.insert((row.cell(column).to_owned(), view.text(row, &Role::Way).to_owned()), at);
        }
        let years: Vec<Year> = view.amounts_by_year(row).keys().copied().collect();
        let again = years.iter().filter(|year| !seen.insert((at, **year))).count();
        made.added += usize::from(again > 0);
        read(row, kept.group.as_deref(), view, &mut made, at);
    }
    for item in &mut made.all {
        let first = item.costs.iter().find(|(_, cost)| !cost.is_zero()).map(|(year, _)| *year);
        if let (Some(start), Some(first)) = (item.start, first)
            && first < start
        {
            item.start = None;
            made.paid_before += 1;
        }
    }
    made
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The column by which the rows of one candidate belong together, where each year has a row.
fn key_of(rows: &[&GridRow], view: &View<'_>) -> Option<usize> {
    view.years?;
    let (id, name) = (view.at(&Role::Field("candidate")), view.at(&Role::Field("name")));
    let distinct = |at: usize| rows.iter().map(|row| row.cell(at)).collect::<HashSet<_>>().len();
    match (id, name) {
        // Ids that number the rows do not name candidates.
        (Some(id), Some(name)) if distinct(id) == rows.len() && distinct(name) < rows.len() => Some(name),
        (Some(id), _) => Some(id),
        (None, name) => name.or_else(|| view.at(&Role::Asset)),
    }
}

/// The ministries that columns or rows name, and the cells that name several.
fn ministries(rows: &[&GridRow], view: &View<'_>) -> (Vec<(String, String)>, BTreeSet<String>) {
    let mut joint = BTreeSet::new();
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |id: &str, name: &str| {
        if !id.is_empty() && found.iter().all(|(known, _)| known != id) {
            found.push((id.to_owned(), name.to_owned()));
        }
    };
    for column in view.columns {
        if let Role::Cost(_, Some(id)) | Role::Share(id) = &column.role {
            add(id, &capital(id));
        }
    }
    if let Some(at) = view.at(&Role::Ministry) {
        let plain = |text: &&str| !text.is_empty() && !text.contains(['/', '&', '+', ';']);
        let known: HashSet<String> = rows.iter().map(|row| row.cell(at)).filter(plain).map(ministry_id).collect();
        let is_known = |text: &str| known.contains(&ministry_id(text));
        for row in rows {
            match joint::joint(row.cell(at), &is_known) {
                Some(parts) => {
                    for part in parts {
                        add(&ministry_id(part), &one_line(part));
                    }
                    joint.insert(row.cell(at).to_owned());
                }
                None => add(&ministry_id(row.cell(at)), &one_line(row.cell(at))),
            }
        }
    }
    (found, joint)
}

/// The id of a ministry by the name that a list gives it.
fn ministry_id(text: &str) -> String {
    ministry_of(text).map_or_else(|| to_id(text), str::to_owned)
}

/// An id as a name: `economic_affairs` is Economic affairs.
fn capital(id: &str) -> String {
    let mut letters = id.chars().map(|c| if c == '_' { ' ' } else { c });
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Takes over what a row says of its candidate.
fn read(row: &GridRow, group: Option<&str>, view: &View<'_>, made: &mut Items, at: usize) {
    let Items { all, unread, states, lines_joined, early, joint, .. } = made;
    let Some(item) = all.get_mut(at) else { return };
    let is_new = item.line == row.line;
    let set = |target: &mut String, role: &Role| {
        if target.is_empty() {
            *target = one_line(view.text(row, role));
        }
    };
    set(&mut item.id, &Role::Field("candidate"));
    set(&mut item.name, &Role::Field("name"));
    set(&mut item.asset, &Role::Asset);
    set(&mut item.way, &Role::Way);
    set(&mut item.domain, &Role::Field("domain"));
    set(&mut item.predecessor, &Role::Predecessor);
    for text in [&mut item.name, &mut item.domain] {
        *text = undashed(text).to_owned();
    }
    if item.domain.is_empty() {
        item.domain = group.map(undashed).map(one_line).unwrap_or_default();
    }
    if item.name.is_empty() && item.id.is_empty() && item.asset.is_empty() {
        // What its row has in common with others says more than the first of its texts.
        let instrument = one_line(view.text(row, &Role::Field("instrument")));
        item.name = match (item.domain.as_str(), instrument.as_str()) {
            ("", _) => name_of(row),
            (domain, "") => domain.to_owned(),
            (domain, instrument) => format!("{domain}: {instrument}"),
        };
    }
    if is_new {
        item.start = view.start_of(row);
        *early += usize::from(item.start.is_none() && view.start_written(row).is_some());
    }
    let status = view.text(row, &Role::Field("status"));
    if item.status.is_empty() && !status.is_empty() {
        match state_of(status) {
            Some(word) => word.clone_into(&mut item.status),
            None => *states.entry(one_line(status)).or_default() += 1,
        }
    }
    for column in view.columns {
        let text = row.cell(column.at);
        if text.is_empty() {
            continue;
        }
        let mut wrong = || *unread.entry(column.heading.clone()).or_default().entry(one_line(text)).or_default() += 1;
        match &column.role {
            Role::Field("candidate" | "status") => drop(item.kept.entry(column.at).or_insert_with(|| one_line(text))),
            Role::Field("start_from") if year_in(text).is_none() => wrong(),
            Role::Field("name" | "domain" | "start_from") => {}
            Role::Field(name) if !item.fields.contains_key(name) => {
                let value = match *name {
                    "instrument" | "pillar" => Some(to_id(text)).filter(|id| !id.is_empty()),
                    "reason" | "note" | "source" => Some(one_line(text)),
                    "start_to" => year_in(text).map(|year| year.to_string()),
                    name => view.numbers.field(name, text),
                };
                match value {
                    Some(value) => drop(item.fields.insert(name, value)),
                    None => wrong(),
                }
            }
            Role::Share(ministry) => match view.numbers.percent(text) {
                Some(percent) => drop(item.shares.entry(ministry.clone()).or_insert(percent)),
                None => wrong(),
            },
            Role::Keep => {
                *lines_joined |= text.contains('\n');
                item.kept.entry(column.at).or_insert_with(|| one_line(text));
            }
            _ => {}
        }
    }
    item.is_joint |= joint.contains(view.text(row, &Role::Ministry));
    costs(row, view, item);
}

/// Adds the amounts of a row to what its candidate costs.
fn costs(row: &GridRow, view: &View<'_>, item: &mut Item) {
    let payer =
        Some(view.text(row, &Role::Ministry)).filter(|text| !text.is_empty() && !item.is_joint).map(ministry_id);
    let mut by_year: LiteMap<Year, LiteMap<&str, Decimal>> = LiteMap::new();
    for column in &view.money {
        let Some(amount) = view.amount(row, column) else { continue };
        let add = |sum: &mut Decimal| *sum = sum.checked_add(amount).unwrap_or(Decimal::MAX);
        let year = view.year_of(row, column);
        if !column.is_share {
            add(item.costs.entry(year).or_default());
        }
        if let Some(ministry) = column.ministry.as_deref().or(payer.as_deref()) {
            add(item.paid.entry(ministry.to_owned()).or_default());
            add(by_year.entry(year).or_default().entry(ministry).or_default());
        }
    }
    // Whether one year is paid in other parts than the first that costs something: compared without dividing.
    let total = |parts: &LiteMap<&str, Decimal>| parts.values().copied().sum::<Decimal>();
    let mut years = by_year.values().filter(|parts| !total(parts).is_zero());
    if let Some(first) = years.next() {
        let part = |parts: &LiteMap<&str, Decimal>, id: &str| parts.get(id).copied().unwrap_or_default();
        let differs = |parts: &LiteMap<&str, Decimal>| {
            let ids = first.keys().chain(parts.keys());
            ids.clone().any(|id| part(parts, id).checked_mul(total(first)) != part(first, id).checked_mul(total(parts)))
        };
        item.uneven |= years.any(differs);
    }
}

/// The state of a candidate that a word of a list plainly means.
fn state_of(text: &str) -> Option<&'static str> {
    match to_id(text).as_str() {
        "free" | "vrij" | "open" | "proposed" | "voorgesteld" | "voorstel" | "proposal" | "planned" | "gepland"
        | "new" | "nieuw" | "idea" | "idee" | "candidate" | "kandidaat" | "optional" | "optioneel" => Some("free"),
        "locked_in"
        | "committed"
        | "juridisch_verplicht"
        | "verplicht"
        | "contracted"
        | "gecontracteerd"
        | "vastgelegd"
        | "mandatory"
        | "vastgezet" => Some("locked_in"),
        "locked_out" | "cancelled" | "canceled" | "rejected" | "afgewezen" | "vervallen" | "geschrapt" | "dropped"
        | "geannuleerd" | "stopgezet" => Some("locked_out"),
        _ => None,
    }
}
