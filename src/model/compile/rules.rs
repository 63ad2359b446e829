//! Reads `relations.csv` and `scenarios.csv`.

use crate::say;

use rust_decimal::Decimal;

use super::reader::{Ids, Reader};
use crate::model::case::{Case, ScenarioChange};
use crate::model::cell;
use crate::model::change::Change;
use crate::model::finding::Findings;
use crate::model::index::{CandidateIx, ServiceIx};
use crate::model::relation::{Relation, RelationKind};
use crate::model::schema::TableId;
use crate::model::workbook::Workbook;

/// Reads `relations.csv`.
pub(super) fn relations(
    workbook: &Workbook,
    case: &mut Case,
    (candidates, services): (&Ids<'_>, &Ids<'_>),
    findings: &mut Findings,
) {
    let mut reader = Reader::new(workbook, TableId::Relations, findings);
    let kinds = reader.field("kind");
    let list = reader.field("members");
    let count = reader.field("count");
    let service = reader.field("service");
    let gain = reader.field("control_gain");
    for row in reader.filled() {
        let word = reader.word(row, &kinds);
        let members: Vec<_> = reader.references(row, &list, candidates, "candidate").map(CandidateIx).collect();
        let number = reader.whole::<usize>(row, &count);
        let moved = reader.reference(row, &service, services, "service").map(ServiceIx);
        let control_gain = reader.number(row, &gain).unwrap_or_default();
        if members.is_empty() {
            continue;
        }
        let Some(kind) = RelationKind::find(word) else { continue };
        let shape = kind.shape();
        if shape.counts && reader.text(row, &count).is_empty() {
            reader.missing(row, &count, &say!("rules-but-word-needs", word = word));
        }
        if shape.moves && reader.text(row, &service).is_empty() {
            reader.missing(row, &service, &say!("rules-but-word-moves", word = word));
        }
        // A number or a service that cannot be read leaves the relation out: what it would ask for is not known.
        if shape.counts && number.is_none() || shape.moves && moved.is_none() {
            continue;
        }
        case.relations.push(Relation {
            kind,
            members,
            count: number.filter(|_| shape.counts).unwrap_or_default(),
            service: moved.filter(|_| shape.moves),
            control_gain: if shape.moves { control_gain } else { Decimal::ZERO },
            row,
        });
    }
}

/// Reads `scenarios.csv`: the text of each change. Whether what it names exists is a check.
///
/// A row that cannot be read stops its scenario only, not the case: nothing else depends on it.
pub(super) fn scenarios(workbook: &Workbook, case: &mut Case, findings: &mut Findings) {
    let mut found = Findings::default();
    let mut reader = Reader::new(workbook, TableId::Scenarios, &mut found);
    let scenario = reader.field("scenario");
    let names = reader.sheet.name_columns();
    let table = reader.field("table");
    let id = reader.field("id");
    let column = reader.field("column");
    let change = reader.field("change");
    for row in reader.filled() {
        let name = reader.vocabulary(row, &scenario);
        let operation = reader.parse(row, &change, cell::operation);
        let [table, column] = [&table, &column].map(|field| reader.parse(row, field, |text| Ok(text.to_owned())));
        let id = reader.owned(row, &id);
        match (operation, table, column) {
            _ if name.is_empty() => {}
            (Some(operation), Some(table), Some(column)) => {
                let change = Change { table, id, column, operation };
                let called = reader.first(row, names).to_owned();
                case.scenarios.push(ScenarioChange { scenario: name, name: called, change, row });
            }
            _ => case.unread_scenarios.push((name, row)),
        }
    }
    findings.take_as_warnings(found);
}
