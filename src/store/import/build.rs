//! The case that the candidates of a list make.

use std::collections::HashSet;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::columns::ListColumn;
use super::items::{Item, Items};
use super::names::{Names, alternatives, ids};
use super::payers::{Rounding, budgets, shares};
use super::role::Role;
use crate::model::cell::to_id;
use crate::model::csv::encode_record;
use crate::model::heading::{Columns, trouble};
use crate::model::schema::{TableId, table};
use crate::model::{Workbook, Year};
use crate::store::blank::{Blank, blank};

/// What a case is made with besides its candidates.
pub(super) struct Frame<'a> {
    pub(super) title: &'a str,
    pub(super) currency: &'a str,
    pub(super) unit: &'a str,
    pub(super) first_year: Year,
    /// The money over all years, if the planner has said it.
    pub(super) budget: Option<Decimal>,
    pub(super) columns: &'a [ListColumn],
    /// What the one payer is called where the list names none.
    pub(super) joint: &'a str,
    /// What others are called who pay beside the one ministry that the list names.
    pub(super) others: &'a str,
    /// The domain of candidates for which the list names none.
    pub(super) general: &'a str,
}

/// A case made of a list, and what there is to say of how.
pub(super) struct Built {
    pub(super) workbook: Workbook,
    pub(super) last_year: Year,
    pub(super) domains: usize,
    pub(super) ids_made: usize,
    pub(super) ids_again: Vec<(usize, String, String)>,
    /// How many groups of alternatives there are, and of predecessors.
    pub(super) relations: (usize, usize),
    /// Predecessors that no row is called by: the candidate, the name, and the nearest one.
    pub(super) missing: Vec<(String, String, Option<String>)>,
    /// Candidates whose shares are rounded, do not add up, or are not the same in every year.
    pub(super) rounded: usize,
    pub(super) uneven: usize,
    pub(super) odd_shares: usize,
}

/// Makes the case.
pub(super) fn build(made: &Items, frame: &Frame<'_>) -> Built {
    let items = &made.all;
    let has_asset = items.iter().any(|item| !item.asset.is_empty());
    let distinct: HashSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
    let repeated = !has_asset && distinct.len() < items.len() && items.iter().any(|item| !item.way.is_empty());
    let ids = ids(items, repeated);
    let last_year = items
        .iter()
        .flat_map(|item| item.costs.iter().filter(|(_, cost)| !cost.is_zero()).map(|(year, _)| *year).chain(item.start))
        .max()
        .map_or(frame.first_year, |last| last.max(frame.first_year));
    let ministries = ministries(made, frame);
    let domains = domains(items, frame.general);
    let mut workbook = blank(&Blank {
        title: frame.title.to_owned(),
        first_year: frame.first_year,
        last_year,
        ministries: ministries.clone(),
        currency: frame.currency.to_owned(),
        unit: frame.unit.to_owned(),
    });
    let mut built = Built {
        workbook: Workbook::default(),
        last_year,
        domains: domains.len(),
        ids_made: ids.made,
        ids_again: ids.again,
        relations: (0, 0),
        missing: Vec::new(),
        rounded: 0,
        uneven: items.iter().filter(|item| item.uneven).count(),
        odd_shares: 0,
    };
    let mut rounding = Rounding::default();
    let shares: Vec<_> = items.iter().map(|item| shares(item, &ministries, &mut rounding)).collect();
    (built.rounded, built.odd_shares) = (rounding.rounded, rounding.odd);
    workbook.put_file("candidates.csv", &candidates(items, &ids.of_each, &shares, &ministries, frame));
    workbook.put_file("domains.csv", &domains_file(&domains, &ministries));
    workbook
        .put_file("budgets.csv", &budgets(items, &shares, &ministries, (frame.first_year, last_year), frame.budget));
    workbook.put_file("relations.csv", &relations(items, &ids.of_each, repeated, &mut built));
    built.workbook = workbook;
    built
}

/// Who pays: those whom the list names, else all together.
fn ministries(made: &Items, frame: &Frame<'_>) -> Vec<(String, String)> {
    let mut ministries = made.ministries.clone();
    let part = |item: &Item| item.shares.values().any(|share| *share < Decimal::ONE_HUNDRED);
    if ministries.len() == 1 && made.all.iter().any(part) {
        ministries.push(("others".to_owned(), frame.others.to_owned()));
    }
    if ministries.is_empty() {
        ministries.push(("joint".to_owned(), frame.joint.to_owned()));
    }
    ministries
}

/// The domains: their ids with their names.
fn domains(items: &[Item], general: &str) -> Vec<(String, String)> {
    let mut domains: Vec<(String, String)> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    for item in items {
        let id = domain_of(item);
        if known.insert(id.clone()) {
            let name = if item.domain.is_empty() { general } else { &item.domain };
            domains.push((id, name.to_owned()));
        }
    }
    domains
}

fn domain_of(item: &Item) -> String {
    Some(to_id(&item.domain)).filter(|id| !id.is_empty()).unwrap_or_else(|| "general".to_owned())
}

fn domains_file(domains: &[(String, String)], ministries: &[(String, String)]) -> String {
    let weights: Vec<String> = ministries.iter().map(|(id, _)| format!("weight_{id}")).collect();
    let mut text = format!("domain,name,{},target\n", weights.join(","));
    for (id, name) in domains {
        let mut row = vec![id.clone(), name.clone()];
        row.extend(ministries.iter().map(|_| "1".to_owned()));
        row.push("0.5".to_owned());
        text.push_str(&(encode_record(&row, 0) + "\n"));
    }
    text
}

/// The text of `candidates.csv`.
fn candidates(
    items: &[Item],
    ids: &[String],
    shares: &[Option<Vec<u32>>],
    ministries: &[(String, String)],
    frame: &Frame<'_>,
) -> String {
    let (first_year, columns) = (frame.first_year, frame.columns);
    let starts = |item: &Item| item.start.unwrap_or(first_year);
    let years = |item: &Item| {
        let last = item.costs.iter().rev().find(|(_, cost)| !cost.is_zero()).map(|(year, _)| *year);
        last.map_or(1, |last| (last - starts(item) + 1).max(1))
    };
    let most = items.iter().map(years).max().unwrap_or(1);
    let fields: Vec<&'static str> = table(TableId::Candidates)
        .columns
        .iter()
        .map(|column| column.name.text())
        .filter(|name| items.iter().any(|item| item.fields.contains_key(name)))
        .collect();
    let has_start = items.iter().any(|item| item.start.is_some());
    let has_status = items.iter().any(|item| !item.status.is_empty());
    let has_shares = shares.iter().any(Option::is_some);
    let mut header: Vec<String> = ["candidate", "name", "domain"].map(str::to_owned).to_vec();
    header.extend((1..=most).map(|number| format!("cost_{number}")));
    header.extend(ministries.iter().filter(|_| has_shares).map(|(id, _)| format!("share_{id}")));
    header.extend(has_start.then(|| "start_from".to_owned()));
    header.extend(has_status.then(|| "status".to_owned()));
    header.extend(fields.iter().map(|name| (*name).to_owned()));
    let kept: Vec<&ListColumn> = columns.iter().filter(|column| is_kept(column, items, ids)).collect();
    for column in &kept {
        let name = own_name(column, &header);
        header.push(name);
    }
    let mut text = encode_record(&header, 0) + "\n";
    for ((item, id), shares) in items.iter().zip(ids).zip(shares) {
        let mut row = vec![id.clone(), name_of(item), domain_of(item)];
        let start = starts(item);
        row.extend((0..most).map(|after| item.costs.get(&(start + after)).map_or_else(String::new, amount)));
        let share = |at: usize| shares.as_ref().and_then(|it| it.get(at)).map_or_else(String::new, u32::to_string);
        row.extend((0..ministries.len()).filter(|_| has_shares).map(share));
        row.extend(has_start.then(|| item.start.map_or_else(String::new, |year| year.to_string())));
        row.extend(has_status.then(|| item.status.clone()));
        row.extend(fields.iter().map(|name| item.fields.get(name).cloned().unwrap_or_default()));
        row.extend(kept.iter().map(|column| kept_text(column, item).to_owned()));
        text.push_str(&(encode_record(&row, 0) + "\n"));
    }
    text
}

/// Whether a column stays as the planner's own: what is not used, and ids and states that the case has in other words.
fn is_kept(column: &ListColumn, items: &[Item], ids: &[String]) -> bool {
    let differs = |in_case: &dyn Fn(usize) -> String| {
        items.iter().enumerate().any(|(at, item)| kept_text(column, item) != in_case(at))
    };
    match column.role {
        Role::Keep => items.iter().any(|item| !kept_text(column, item).is_empty()),
        Role::Field("candidate") => differs(&|at| ids[at].clone()),
        Role::Field("status") => differs(&|at| items[at].status.clone()),
        _ => false,
    }
}

fn kept_text<'i>(column: &ListColumn, item: &'i Item) -> &'i str {
    item.kept.get(&column.at).map_or("", String::as_str)
}

/// A name for a column that the program does not use, and that it does not take for one of its own.
fn own_name(column: &ListColumn, header: &[String]) -> String {
    let columns = Columns::of_table(table(TableId::Candidates), std::iter::empty());
    let free = |name: &String| {
        !name.is_empty()
            && !header.contains(name)
            && table(TableId::Candidates).column(name).is_none()
            && trouble(name, header, &columns, Some(table(TableId::Candidates))).is_none()
    };
    let heading = &column.heading;
    let listed = || std::iter::once(format!("list_{}", to_id(heading)));
    let numbered = (2..9).map(|number| format!("{heading} {number}"));
    let own = (1..header.len() + 9).map(|number| format!("list_{}_{number}", column.at + 1));
    // What the case has in other words is not numbered like a second column of that name.
    let other = listed().filter(|_| column.role != Role::Keep);
    let mut names = std::iter::once(heading.clone()).chain(other).chain(numbered).chain(listed()).chain(own);
    names.find(free).unwrap_or_else(|| format!("list_{}", column.at + 1))
}

/// What a candidate is called.
fn name_of(item: &Item) -> String {
    let name = if item.name.is_empty() { &item.asset } else { &item.name };
    let name = if name.is_empty() { &item.id } else { name };
    match item.way.as_str() {
        "" => name.clone(),
        way if name.is_empty() || name == way => way.to_owned(),
        way => format!("{name}: {way}"),
    }
}

fn amount(amount: &Decimal) -> String {
    amount.normalize().to_string()
}

/// This many predecessors that are not there are compared with all names.
const MOST_COMPARED: usize = 9;

/// The text of `relations.csv`: of alternatives at most one, and what needs another one first.
fn relations(items: &[Item], ids: &[String], repeated: bool, built: &mut Built) -> String {
    let mut text = "kind,members,count,service,control_gain\n".to_owned();
    for group in alternatives(items, ids, repeated) {
        let members: Vec<&str> = group.iter().map(|at| ids[*at].as_str()).collect();
        let _ = writeln!(text, "excludes,{},,,", members.join(" "));
        built.relations.0 += 1;
    }
    let names = Names::new(items, ids);
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.predecessor.is_empty()) {
        let (found, missing) = names.in_cell(&item.predecessor);
        let mut members = vec![ids[at].as_str()];
        for other in found.iter().filter(|other| **other != at) {
            if !members.contains(&ids[*other].as_str()) {
                members.push(ids[*other].as_str());
            }
        }
        if members.len() > 1 {
            let _ = writeln!(text, "requires,{},,,", members.join(" "));
            built.relations.1 += 1;
        }
        for name in missing {
            // Looking for the nearest of all names takes time, and only the first few are shown.
            let near = (built.missing.len() < MOST_COMPARED).then(|| names.near(&name).map(str::to_owned)).flatten();
            built.missing.push((name_of(item), name, near));
        }
    }
    text
}
