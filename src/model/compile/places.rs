//! Reads `domains.csv`, `services.csv`, `holders.csv` and `owners.csv`.

use crate::say;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::reader::{Ids, Reader};
use crate::model::case::{Case, Domain, PowerRule, Service};
use crate::model::finding::Findings;
use crate::model::holder::{Holder, Owner};
use crate::model::index::{DomainIx, RungIx, ServiceIx};
use crate::model::schema::TableId;
use crate::model::workbook::Workbook;

/// Reads `domains.csv`.
pub(super) fn domains<'a>(
    workbook: &'a Workbook,
    case: &mut Case,
    rungs: &Ids<'_>,
    findings: &mut Findings,
) -> Ids<'a> {
    let mut reader = Reader::new(workbook, TableId::Domains, findings);
    let id = reader.field("domain");
    let names = reader.sheet.name_columns();
    let target = reader.field("target");
    let floor = reader.field("floor");
    let weights: Vec<_> =
        case.ministries.iter().map(|ministry| reader.field(&format!("weight_{}", ministry.id))).collect();
    let (rows, ids) = reader.keyed(&id, "domain");
    for row in rows {
        case.domains.push(Domain {
            id: reader.owned(row, &id),
            name: reader.name(row, names, &id),
            weights: weights.iter().map(|weight| reader.number(row, weight).unwrap_or_default()).collect(),
            target: reader.number(row, &target).unwrap_or(Decimal::new(5, 1)),
            floor: reader.reference(row, &floor, rungs, "rung").map(RungIx),
            row,
        });
    }
    ids
}

/// Reads `services.csv`.
pub(super) fn services<'a>(
    workbook: &'a Workbook,
    case: &mut Case,
    (domains, rungs): (&Ids<'_>, &Ids<'_>),
    findings: &mut Findings,
) -> Ids<'a> {
    let mut reader = Reader::new(workbook, TableId::Services, findings);
    let id = reader.field("service");
    let domain = reader.field("domain");
    let names = reader.sheet.name_columns();
    let text = ["holder", "jurisdiction", "note", "source"].map(|name| reader.field(name));
    let number = ["weight", "control", "drift", "quota", "takeover_floor"].map(|name| reader.field(name));
    let (floor, power) = (reader.field("floor"), reader.field("power"));
    let [depends_on, classification] = ["depends_on", "classification"].map(|name| reader.field(name));
    let (rows, ids) = reader.keyed(&id, "service");
    for row in rows {
        let [holder, jurisdiction, note, source] = text.each_ref().map(|field| reader.text(row, field));
        let [weight, control, drift, quota, takeover_floor] = number.each_ref().map(|field| reader.number(row, field));
        case.services.push(Service {
            id: reader.owned(row, &id),
            domain: DomainIx(reader.reference(row, &domain, domains, "domain").unwrap_or(0)),
            name: reader.name(row, names, &id),
            weight: weight.unwrap_or(Decimal::ONE),
            control: control.unwrap_or_default(),
            drift: drift.unwrap_or_default(),
            floor: reader.reference(row, &floor, rungs, "rung").map(RungIx),
            power: match reader.word(row, &power) {
                "banzhaf" => PowerRule::Banzhaf,
                "shapley" => PowerRule::Shapley,
                _ => PowerRule::Ladder,
            },
            quota: quota.unwrap_or(Decimal::from(50)),
            takeover_floor,
            holder: holder.to_owned(),
            jurisdiction: jurisdiction.to_owned(),
            depends_on: reader.references(row, &depends_on, &ids, "service").map(ServiceIx).collect(),
            classification: reader.level(row, &classification, &case.levels),
            withheld: workbook.withheld.get(reader.text(row, &id)).cloned(),
            note: note.to_owned(),
            source: source.to_owned(),
            row,
        });
    }
    if case.domains.is_empty() {
        case.services.clear();
        return ids.left_out();
    }
    ids
}

/// Reads `holders.csv`.
pub(super) fn holders(workbook: &Workbook, case: &mut Case, services: &Ids<'_>, findings: &mut Findings) {
    let mut reader = Reader::new(workbook, TableId::Holders, findings);
    let service = reader.field("service");
    let holder = reader.field("holder");
    let names = reader.sheet.name_columns();
    let jurisdiction = reader.field("jurisdiction");
    let stake = reader.field("stake");
    let bloc = reader.field("bloc");
    let price = reader.field("price");
    let mut seen: HashMap<(usize, String), usize> = HashMap::new();
    for row in reader.filled() {
        let found = reader.reference(row, &service, services, "service");
        let id = reader.vocabulary(row, &holder);
        let entry = Holder {
            service: ServiceIx(found.unwrap_or(0)),
            jurisdiction: reader.owned(row, &jurisdiction),
            stake: reader.number(row, &stake).unwrap_or_default(),
            price: reader.number(row, &price),
            marked: reader.word(row, &bloc) == "home",
            home: false,
            party: String::new(),
            holder: id.clone(),
            name: reader.first(row, names).to_owned(),
            row,
        };
        let Some(found) = found.filter(|_| !id.is_empty()) else { continue };
        if let Some(&earlier) = seen.get(&(found, id.clone())) {
            let what = say!("places-holder-id-id", holder = id, service = case.services[found].id);
            reader.duplicate(row, earlier, &holder, &what);
            continue;
        }
        seen.insert((found, id), row);
        case.holders.push(entry);
    }
}

/// Reads `owners.csv`.
pub(super) fn owners(workbook: &Workbook, case: &mut Case, findings: &mut Findings) {
    let mut reader = Reader::new(workbook, TableId::Owners, findings);
    let [company, owner] = ["company", "owner"].map(|name| reader.field(name));
    let names = reader.sheet.name_columns();
    let [jurisdiction, stake, controls, bloc] =
        ["jurisdiction", "stake", "controls", "bloc"].map(|name| reader.field(name));
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for row in reader.filled() {
        let entry = Owner {
            company: reader.vocabulary(row, &company),
            owner: reader.vocabulary(row, &owner),
            name: reader.first(row, names).to_owned(),
            jurisdiction: reader.owned(row, &jurisdiction),
            stake: reader.number(row, &stake).unwrap_or_default(),
            controls: !reader.word(row, &controls).is_empty(),
            home: reader.word(row, &bloc) == "home",
            row,
        };
        if entry.company.is_empty() || entry.owner.is_empty() {
            continue;
        }
        let key = (entry.company.clone(), entry.owner.clone());
        if let Some(&earlier) = seen.get(&key) {
            let what = say!("places-owner-id-id", owner = key.1, company = key.0);
            reader.duplicate(row, earlier, &owner, &what);
            continue;
        }
        seen.insert(key, row);
        case.owners.push(entry);
    }
}
