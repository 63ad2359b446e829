//! Reads `budgets.csv` and `limits.csv`.

use crate::say;
use std::collections::HashMap;

use super::reader::{Ids, Reader};
use crate::model::case::{Case, Limit, Scope};
use crate::model::finding::Findings;
use crate::model::index::{DomainIx, MinistryIx};
use crate::model::schema::TableId;
use crate::model::workbook::Workbook;

/// Reads `budgets.csv` into the ministries; a year outside the horizon is passed over.
pub(super) fn budgets(workbook: &Workbook, case: &mut Case, ministries: &Ids<'_>, findings: &mut Findings) {
    let mut reader = Reader::new(workbook, TableId::Budgets, findings);
    let ministry = reader.field("ministry");
    let year = reader.field("year");
    let amount = reader.field("amount");
    let mut seen: HashMap<(usize, i32), usize> = HashMap::new();
    for row in reader.filled() {
        let who = reader.reference(row, &ministry, ministries, "ministry");
        let when = reader.year(row, &year);
        let money = reader.number(row, &amount).unwrap_or_default();
        let (Some(who), Some(when)) = (who, when) else { continue };
        if let Some(&earlier) = seen.get(&(who, when)) {
            let what = say!("budgets-budget-id-when", id = case.ministries[who].id, when = when);
            reader.duplicate(row, earlier, &year, &what);
            continue;
        }
        seen.insert((who, when), row);
        if let Some(at) = case.year_ix(when) {
            case.ministries[who].budget[at] = money;
        }
    }
}

/// Reads `limits.csv`.
pub(super) fn limits(
    workbook: &Workbook,
    case: &mut Case,
    (domains, ministries): (&Ids<'_>, &Ids<'_>),
    findings: &mut Findings,
) {
    let mut reader = Reader::new(workbook, TableId::Limits, findings);
    let scope = reader.field("scope");
    let value = reader.field("value");
    let min = reader.field("min");
    let max = reader.field("max");
    for row in reader.filled() {
        let kind = reader.word(row, &scope);
        let (min, max) = (reader.amount(row, &min), reader.amount(row, &max));
        let scope = match kind {
            "domain" => reader.reference(row, &value, domains, "domain").map(|ix| Scope::Domain(DomainIx(ix))),
            "ministry" => {
                reader.reference(row, &value, ministries, "ministry").map(|ix| Scope::Ministry(MinistryIx(ix)))
            }
            "instrument" => Some(Scope::Instrument(reader.vocabulary(row, &value))),
            "pillar" => Some(Scope::Pillar(reader.vocabulary(row, &value))),
            _ => None,
        };
        if let Some(scope) = scope.filter(|_| !reader.text(row, &value).is_empty()) {
            case.limits.push(Limit { scope, min, max, row });
        }
    }
}
