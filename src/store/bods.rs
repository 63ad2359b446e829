//! Who owns whom, as others write it: the Beneficial Ownership Data Standard 0.4 of Open Ownership.
//!
//! Read are entities, persons and the direct relationships between them that have not ended. A share of votes counts before one of the
//! capital, an exact share before the least of a range. An interest without a share, such as that of a state in its ministry, becomes
//! `controls` where nobody else has a majority. What is indirect follows from the rest and is passed over.
//!
//! A company that nobody's stake leads further down from is what a service stands on: its owners become rows of `holders.csv`, all others rows
//! of `owners.csv`.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::sha256;
use crate::model::cell::to_id;
use crate::model::ownership::named;
use crate::model::schema::TableId;
use crate::model::{Case, Row, Workbook};
use crate::say;

/// Interests by which somebody may decide without a share.
const CONTROL: [&str; 4] =
    ["appointmentOfBoard", "otherInfluenceOrControl", "controlViaCompanyRulesOrArticles", "controlByLegalFramework"];
/// What the ids of a case are called among the identifiers of a party.
const SCHEME: &str = "beslismacht";
/// What marks a relationship of somebody who votes with the country.
const HOME: &str = "bloc=home";

/// Who owns whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ownership {
    /// Everybody, by the id of the record.
    parties: BTreeMap<String, Party>,
    stakes: Vec<Stake>,
    /// What was passed over, in sentences.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Party {
    id: String,
    name: String,
    law: String,
    source: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Stake {
    company: String,
    owner: String,
    share: Decimal,
    controls: bool,
    home: bool,
}

fn text<'a>(value: &'a Value, path: &[&str]) -> &'a str {
    path.iter().fold(value, |value, key| &value[*key]).as_str().unwrap_or_default()
}

/// A number of a share.
fn decimal(value: &Value) -> Option<Decimal> {
    let text = value.as_number()?.to_string();
    Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// Reads statements.
///
/// # Errors
/// A sentence, where the text is none of it.
pub fn read(written: &str) -> Result<Ownership, String> {
    let statements: Vec<Value> = serde_json::from_str(written).map_err(|error| say!("bods-no-json", why = error))?;
    // Of several statements about one record the last counts.
    let mut records: BTreeMap<String, &Value> = BTreeMap::new();
    for it in &statements {
        let id = text(it, &["recordId"]);
        if id.is_empty() || !it["recordDetails"].is_object() {
            return Err(say!("bods-no-record"));
        }
        if text(it, &["recordStatus"]) == "closed" {
            records.remove(id);
        } else {
            records.insert(id.to_owned(), it);
        }
    }
    let mut found = Ownership { parties: BTreeMap::new(), stakes: Vec::new(), notes: Vec::new() };
    let mut used = BTreeSet::new();
    for (record, it) in records.iter().filter(|(_, it)| text(it, &["recordType"]) != "relationship") {
        let party = party(it, record, &mut used);
        found.parties.insert(record.clone(), party);
    }
    let [mut indirect, mut unknown] = [0, 0];
    for it in records.values().filter(|it| text(it, &["recordType"]) == "relationship") {
        let details = &it["recordDetails"];
        let [company, owner] = ["subject", "interestedParty"].map(|key| text(details, &[key]).to_owned());
        if !found.parties.contains_key(&company) || !found.parties.contains_key(&owner) {
            unknown += 1;
            continue;
        }
        let home = it["annotations"].as_array().is_some_and(|all| all.iter().any(|it| it["description"] == HOME));
        match stake(details) {
            Some((share, controls)) => found.stakes.push(Stake { company, owner, share, controls, home }),
            None => indirect += 1,
        }
    }
    found.notes.extend((indirect > 0).then(|| say!("bods-indirect", count = indirect)));
    found.notes.extend((unknown > 0).then(|| say!("bods-unknown", count = unknown)));
    found.settle_rights();
    Ok(found)
}

/// An entity or a person, with an id that nobody else has.
fn party(statement: &Value, record: &str, used: &mut BTreeSet<String>) -> Party {
    let details = &statement["recordDetails"];
    let names = [text(details, &["name"]), text(&details["names"][0], &["fullName"]), record];
    let name = names.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    let laws = [&details["jurisdiction"], &details["nationalities"][0]];
    let laws = laws.into_iter().flat_map(|it| [text(it, &["code"]), text(it, &["name"])]);
    let law = laws.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    let identifiers = details["identifiers"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    let own = identifiers.iter().find(|it| it["schemeName"] == SCHEME).map(|it| text(it, &["id"]));
    let known = Some(to_id(own.unwrap_or(name))).filter(|id| !id.is_empty()).unwrap_or_else(|| "party".to_owned());
    let numbered = (2..).map(|number| format!("{known}-{number}"));
    let id = std::iter::once(known.clone()).chain(numbered).find(|id| !used.contains(id)).unwrap_or(known);
    used.insert(id.clone());
    let publisher = &statement["publicationDetails"]["publisher"];
    let source = [text(&statement["source"], &["description"]), text(publisher, &["name"]), text(publisher, &["url"])];
    let source = source.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    Party { id, name: name.to_owned(), law: law.to_owned(), source }
}

/// The share of votes of a relationship, and whether it may give control without one; `None` if it is indirect or over.
fn stake(details: &Value) -> Option<(Decimal, bool)> {
    let interests = details["interests"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    let open: Vec<&Value> =
        interests.iter().filter(|it| it["directOrIndirect"] != "indirect" && it["endDate"].is_null()).collect();
    if open.is_empty() && !interests.is_empty() {
        return None;
    }
    let share = |wanted: &str| {
        let it = open.iter().find(|it| it["type"] == wanted && it["share"].is_object())?;
        ["exact", "minimum", "exclusiveMinimum"].into_iter().find_map(|key| decimal(&it["share"][key]))
    };
    let votes = share("votingRights").or_else(|| share("shareholding"));
    let controls = open.iter().any(|it| it["type"].as_str().is_some_and(|it| CONTROL.contains(&it)));
    Some((votes.unwrap_or_default(), controls))
}

impl Ownership {
    /// A right to control stands only where nobody else has a majority or such a right, too.
    fn settle_rights(&mut self) {
        let half = Decimal::from(50);
        let all = self.stakes.clone();
        for it in self.stakes.iter_mut().filter(|it| it.controls) {
            let rivals = || all.iter().filter(|other| other.company == it.company && other.owner != it.owner);
            let is_alone = rivals().all(|other| other.share <= half && !other.controls);
            if !is_alone || it.share > half {
                it.controls = false;
                if !is_alone {
                    let [owner, company] = [&it.owner, &it.company].map(|id| self.parties[id].name.clone());
                    self.notes.push(say!("bods-right-left-out", owner = owner, company = company));
                }
            }
        }
    }

    /// The companies that own nothing here: what services stand on, each with its record, an id and its name.
    pub fn served(&self) -> Vec<(&str, &str, &str)> {
        let owns = |id: &str| self.stakes.iter().any(|it| it.owner == id);
        let owned = |id: &str| self.stakes.iter().any(|it| it.company == id);
        let parties = self.parties.iter().filter(|(record, _)| owned(record) && !owns(record));
        parties.map(|(record, it)| (record.as_str(), it.id.as_str(), it.name.as_str())).collect()
    }

    /// Adds the rows of holders and owners to a case. `services` says which service each company of [`Self::served`] is; whoever
    /// stands at the top under the law `home` votes with the country. How many rows were there already and were left as they are.
    pub fn put(&self, book: &mut Workbook, services: &[(&str, &str)], home: Option<&str>) -> usize {
        let mut left = 0;
        for it in &self.stakes {
            let service = services.iter().find(|(record, _)| *record == it.company).map(|(_, service)| *service);
            let is_company = self.stakes.iter().any(|other| other.company == it.owner);
            let owner = &self.parties[&it.owner];
            let at_home = it.home || !is_company && home.is_some_and(|law| law == owner.law);
            let share = it.share.normalize().to_string();
            // A table of holders has no rights, so that the row says it.
            let decides = it.controls && service.is_some();
            let note = if decides { say!("bods-decides", name = owner.name) } else { String::new() };
            let mut cells = vec![
                ("name", if owner.name == owner.id { "" } else { owner.name.as_str() }),
                ("jurisdiction", owner.law.as_str()),
                ("stake", &share),
                ("bloc", if at_home { "home" } else { "" }),
                ("note", &note),
                ("source", &owner.source),
            ];
            let table = match service {
                Some(service) => {
                    cells.extend([("service", service), ("holder", &owner.id)]);
                    TableId::Holders
                }
                None => {
                    let controls = if it.controls { "yes" } else { "" };
                    cells.extend([
                        ("company", self.parties[&it.company].id.as_str()),
                        ("owner", &owner.id),
                        ("controls", controls),
                    ]);
                    TableId::Owners
                }
            };
            left += usize::from(!put_row(book, table, &cells));
        }
        left
    }
}

/// Adds a row to a table; whether it was not there yet.
pub(crate) fn put_row(book: &mut Workbook, table: TableId, cells: &[(&str, &str)]) -> bool {
    let sheet = book.sheet_mut(table);
    sheet.ensure_header();
    let cell = |name: &str| cells.iter().find(|(column, _)| *column == name).map_or("", |(_, text)| *text);
    let key: Vec<&str> = sheet.schema().key.iter().map(|name| cell(name)).collect();
    if sheet.row_of(&key.join(":")).is_some() {
        return false;
    }
    let filled: Vec<_> = cells.iter().filter(|(_, text)| !text.is_empty()).collect();
    for (column, _) in &filled {
        sheet.column_or_new(column);
    }
    let row = sheet.header.iter().map(|name| cell(name).to_owned()).collect();
    sheet.rows.push(Row::new(row).into());
    true
}

/// The cap tables of a case and who stands behind them, as statements.
pub fn write(case: &Case) -> String {
    let mut statements: Vec<Value> = Vec::new();
    let mut laws: BTreeMap<&str, &str> = BTreeMap::new();
    let owners = case.owners.iter().map(|it| (it.owner.as_str(), it.jurisdiction.as_str()));
    let holders = case.holders.iter().map(|it| (it.holder.as_str(), it.jurisdiction.as_str()));
    for (id, law) in owners.chain(holders).chain(case.owners.iter().map(|it| (it.company.as_str(), ""))) {
        let known = laws.entry(id).or_default();
        *known = if known.is_empty() { law } else { known };
    }
    for service in case.service_ixs().filter(|&at| case.holders.iter().any(|it| it.service == at)) {
        let record = record_of_service(&case[service].id);
        statements.push(entity(&record, &case[service].name, ""));
    }
    statements.extend(laws.iter().map(|(id, law)| match named(case, id) {
        Some(name) => identified(entity(id, name, law), id),
        None => entity(id, id, law),
    }));
    let held = case.holders.iter().map(|it| {
        let share = Some(it.stake);
        relationship(&record_of_service(&case[it.service].id), (&it.holder, share, false), it.marked)
    });
    statements.extend(held);
    let owned = case.owners.iter().map(|it| {
        let share = Some(it.stake).filter(|stake| !stake.is_zero() || !it.controls);
        relationship(&it.company, (&it.owner, share, it.controls), it.home)
    });
    statements.extend(owned);
    format!("{:#}\n", Value::from(statements))
}

fn record_of_service(id: &str) -> String {
    format!("service:{id}")
}

fn statement(subject: &str, (record, kind): (&str, &str), details: &Value) -> Map<String, Value> {
    let all = json!({
        "statementId": sha256(format!("{kind}:{record}:{details}").as_bytes()),
        "declarationSubject": subject,
        "recordId": record,
        "recordStatus": "new",
        "recordType": kind,
        "recordDetails": details,
    });
    if let Value::Object(map) = all { map } else { Map::new() }
}

fn entity(record: &str, name: &str, law: &str) -> Value {
    let mut details = json!({ "isComponent": false, "entityType": { "type": "legalEntity" }, "name": name });
    if !law.is_empty() {
        details["jurisdiction"] = json!({ "name": law });
        if law.len() == 2 {
            details["jurisdiction"]["code"] = law.into();
        }
    }
    statement(record, (record, "entity"), &details).into()
}

/// An entity with the id that the case has for it: its name alone would lead to another.
fn identified(mut entity: Value, id: &str) -> Value {
    entity["recordDetails"]["identifiers"] = json!([{ "id": id, "schemeName": SCHEME }]);
    entity
}

fn relationship(company: &str, (owner, share, controls): (&str, Option<Decimal>, bool), home: bool) -> Value {
    let interest = |kind: &str| json!({ "type": kind, "directOrIndirect": "direct" });
    let mut interests: Vec<Value> = Vec::new();
    if let Some(share) = share {
        let mut votes = interest("votingRights");
        let number: Option<serde_json::Number> = share.normalize().to_string().parse().ok();
        votes["share"] = json!({ "exact": number });
        interests.push(votes);
    }
    interests.extend(controls.then(|| interest("otherInfluenceOrControl")));
    let details = json!({ "isComponent": false, "subject": company, "interestedParty": owner, "interests": interests });
    let mut all = statement(company, (&format!("{company}:{owner}"), "relationship"), &details);
    if home {
        let mark = json!([{ "statementPointerTarget": "/", "motivation": "commenting", "description": HOME }]);
        all.insert("annotations".to_owned(), mark);
    }
    all.into()
}

#[cfg(test)]
mod tests;
