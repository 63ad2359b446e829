//! Reads `candidates.csv` and `effects.csv`.

use crate::say;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::reader::{Field, Ids, Reader};
use crate::model::candidate::{Candidate, Effect, ShareRange, Status};
use crate::model::case::Case;
use crate::model::cell::{MOST_YEARS, Trouble};
use crate::model::event::Event;
use crate::model::finding::{Findings, Place};
use crate::model::index::{DomainIx, RungIx, ServiceIx};
use crate::model::schema::TableId;
use crate::model::workbook::Workbook;

/// The columns of `candidates.csv` by what they hold.
struct Fields {
    id: Field,
    domain: Field,
    /// `name`, `reason`, and both in the spoken language; `note`, `source`.
    names: [Option<usize>; 2],
    reasons: [Option<usize>; 2],
    texts: [Field; 2],
    /// `instrument`, `pillar`.
    words: [Field; 2],
    /// `cofinance`, `success`, `points`.
    numbers: [Field; 3],
    #[cfg(test)]
    overrun: Field,
    /// `start_from`, `start_to`.
    years: [Field; 2],
    lead_time: Field,
    status: Field,
    classification: Field,
    /// Each cost column, with the year after the start from 0.
    costs: Vec<(usize, Field)>,
    shares: Vec<Field>,
}

/// Reads `candidates.csv`.
pub(super) fn candidates<'a>(
    workbook: &'a Workbook,
    case: &mut Case,
    domains: &Ids<'_>,
    findings: &mut Findings,
) -> Ids<'a> {
    let mut reader = Reader::new(workbook, TableId::Candidates, findings);
    let fields = Fields {
        id: reader.field("candidate"),
        domain: reader.field("domain"),
        names: reader.sheet.name_columns(),
        reasons: reader.sheet.in_language("reason"),
        texts: ["note", "source"].map(|name| reader.field(name)),
        words: ["instrument", "pillar"].map(|name| reader.field(name)),
        numbers: ["cofinance", "success", "points"].map(|name| reader.field(name)),
        #[cfg(test)]
        overrun: reader.field("overrun"),
        years: ["start_from", "start_to"].map(|name| reader.field(name)),
        lead_time: reader.field("lead_time"),
        status: reader.field("status"),
        classification: reader.field("classification"),
        costs: cost_fields(&mut reader),
        shares: case.ministries.iter().map(|ministry| reader.field(&format!("share_{}", ministry.id))).collect(),
    };
    let (rows, ids) = reader.keyed(&fields.id, "candidate");
    for row in rows {
        let mut candidate = read(&mut reader, &fields, domains, (row, case.first_year));
        candidate.classification = reader.level(row, &fields.classification, &case.levels);
        candidate.withheld = workbook.withheld.get(&candidate.id).cloned();
        case.candidates.push(candidate);
    }
    if case.domains.is_empty() {
        case.candidates.clear();
        return ids.left_out();
    }
    ids
}

fn read(reader: &mut Reader<'_, '_>, fields: &Fields, domains: &Ids<'_>, (row, first_year): (usize, i32)) -> Candidate {
    let reason = reader.first(row, fields.reasons);
    let [note, source] = fields.texts.each_ref().map(|field| reader.text(row, field));
    let [instrument, pillar] = fields.words.each_ref().map(|field| reader.vocabulary(row, field));
    let [cofinance, success, points] = fields.numbers.each_ref().map(|field| reader.number(row, field));
    let [start_from, start_to] = fields.years.each_ref().map(|field| reader.year(row, field));
    let start_from = start_from.unwrap_or(first_year);
    let mut candidate = Candidate {
        id: reader.owned(row, &fields.id),
        name: reader.name(row, fields.names, &fields.id),
        domain: DomainIx(reader.reference(row, &fields.domain, domains, "domain").unwrap_or(0)),
        instrument,
        pillar,
        costs: costs(reader, fields, row),
        cofinance: cofinance.unwrap_or_default(),
        shares: fields.shares.iter().map(|field| reader.share(row, field).unwrap_or(ShareRange::ANY)).collect(),
        start_from,
        start_to: start_to.unwrap_or(start_from),
        lead_time: 1,
        success: success.unwrap_or(Decimal::ONE),
        points: points.unwrap_or_default(),
        #[cfg(test)]
        overrun: reader.number(row, &fields.overrun).unwrap_or_default(),
        status: match reader.word(row, &fields.status) {
            "locked_in" => Status::LockedIn,
            "locked_out" => Status::LockedOut,
            _ => Status::Free,
        },
        reason: reason.to_owned(),
        classification: 0,
        withheld: None,
        effects: Vec::new(),
        note: note.to_owned(),
        source: source.to_owned(),
        row,
    };
    let by_costs = u32::try_from(candidate.cost_years().max(1)).unwrap_or(1);
    candidate.lead_time = reader.whole(row, &fields.lead_time).unwrap_or(by_costs);
    candidate
}

fn costs(reader: &mut Reader<'_, '_>, fields: &Fields, row: usize) -> Vec<Decimal> {
    let years = fields.costs.iter().map(|(year, _)| year + 1).max().unwrap_or(0);
    let mut costs = vec![Decimal::ZERO; years];
    for (year, field) in &fields.costs {
        costs[*year] = reader.number(row, field).unwrap_or_default();
    }
    costs
}

/// The columns `cost_1`, `cost_2`, …, in whatever order they stand.
fn cost_fields(reader: &mut Reader<'_, '_>) -> Vec<(usize, Field)> {
    let mut fields: Vec<(usize, Field)> = Vec::new();
    for name in &reader.sheet.header {
        let Some(number) = name.strip_prefix("cost_").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        else {
            continue;
        };
        match number.parse::<usize>().ok().filter(|year| (1..=MOST_YEARS).contains(year)) {
            Some(year) if fields.iter().all(|(other, _)| *other != year - 1) => {
                fields.push((year - 1, reader.field(name)));
            }
            Some(_) => {}
            None => reader.findings.trouble(
                Place::Header(TableId::Candidates, name.clone()),
                Trouble::new(
                    "bad-cost-column",
                    say!("candidates-column-name-names", name = name),
                    say!("candidates-number-cost-columns", most_years = MOST_YEARS),
                ),
            ),
        }
    }
    fields
}

/// Reads `effects.csv` into the candidates.
pub(super) fn effects(
    workbook: &Workbook,
    case: &mut Case,
    (candidates, services, rungs): (&Ids<'_>, &Ids<'_>, &Ids<'_>),
    findings: &mut Findings,
) {
    let mut reader = Reader::new(workbook, TableId::Effects, findings);
    let candidate = reader.field("candidate");
    let service = reader.field("service");
    let gain = reader.field("control_gain");
    let seller = reader.field("buys_from");
    let grants = reader.field("grants");
    let prevents = reader.field("prevents");
    let lasts = reader.field("lasts");
    let mut seen: HashMap<(usize, usize), usize> = HashMap::new();
    for row in reader.filled() {
        let who = reader.reference(row, &candidate, candidates, "candidate");
        let what = reader.reference(row, &service, services, "service");
        let control_gain = reader.number(row, &gain).unwrap_or_default();
        let buys_from = reader.vocabulary(row, &seller);
        let grants = reader.reference(row, &grants, rungs, "rung").map(RungIx);
        let prevents = Event::find(reader.word(row, &prevents));
        let lasts = reader.whole(row, &lasts);
        let (Some(who), Some(what)) = (who, what) else { continue };
        if let Some(&earlier) = seen.get(&(who, what)) {
            let pair = say!(
                "candidates-effect-id-id-2",
                candidate = case.candidates[who].id,
                service = case.services[what].id
            );
            reader.duplicate(row, earlier, &candidate, &pair);
            continue;
        }
        seen.insert((who, what), row);
        case.candidates[who].effects.push(Effect {
            service: ServiceIx(what),
            control_gain,
            buys_from,
            grants,
            prevents,
            lasts,
            row,
        });
    }
}
