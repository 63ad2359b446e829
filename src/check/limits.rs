//! Limits: bounds that contradict each other, or that no spending can keep.

use crate::messages::word;
use crate::say;
use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Amount, Case, Limit, Money, Scope};
use crate::rules::bill;
use crate::rules::words::few as list;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    for (at, limit) in case.limits.iter().enumerate() {
        if limit.min.is_none() && limit.max.is_none() {
            findings.warning(
                "empty-limit",
                Place::Row(TableId::Limits, limit.row),
                say!("limits-limit-scope-has", scope = name(case, &limit.scope)),
                say!("limits-fill-one-them"),
            );
        }
        contradictions(case, at, findings);
        nobody(case, limit, findings);
        if subject.settings_are_sound() && subject.are_sound(&[TableId::Budgets, TableId::Candidates]) {
            out_of_reach(case, limit, findings);
        }
    }
    for kind in ["domain", "instrument", "pillar", "ministry"] {
        sums(case, kind, findings);
    }
}

fn place(limit: &Limit, column: &str) -> Place {
    Place::Cell(TableId::Limits, limit.row, column.to_owned())
}

fn name(case: &Case, scope: &Scope) -> String {
    say!("limits-scope-named", scope = word(scope.word()), value = scope.value(case))
}

/// Whether two bounds are in the same unit and the first is above the second.
fn above(min: Option<Amount>, max: Option<Amount>) -> bool {
    let above = |(unit, min), (other, max)| unit == other && min > max;
    min.zip(max).is_some_and(|(min, max)| above(parts(min), parts(max)))
}

/// A min above a max, in one row or in two rows of the same scope; reported at the later row.
fn contradictions(case: &Case, at: usize, findings: &mut Findings) {
    let limit = &case.limits[at];
    for other in case.limits.iter().take(at + 1).filter(|other| other.scope == limit.scope) {
        let pairs = [(limit.min, other.max, "min"), (other.min, limit.max, "max")];
        for (min, max, column) in pairs.into_iter().take(if other.row == limit.row { 1 } else { 2 }) {
            let (true, Some(min), Some(max)) = (above(min, max), min, max) else { continue };
            findings.error(
                "limit-contradiction",
                place(limit, column),
                say!("limits-spending-scope-at", scope = name(case, &limit.scope), min = min, max = max),
                say!("limits-lower-min-raise"),
            );
        }
    }
}

fn nobody(case: &Case, limit: &Limit, findings: &mut Findings) {
    let word = matches!(limit.scope, Scope::Instrument(_) | Scope::Pillar(_));
    if word && !case.candidates.iter().any(|candidate| limit.scope.concerns(candidate)) {
        findings.warning(
            "limit-on-nothing",
            place(limit, "value"),
            say!("limits-no-candidate-belongs", scope = name(case, &limit.scope)),
            say!("limits-check-word-delete"),
        );
    }
}

/// A least spending above all money there is, or above all that could be bought.
fn out_of_reach(case: &Case, limit: &Limit, findings: &mut Findings) {
    let Some(Amount::Money(min)) = limit.min else { return };
    let money = case.ministries.iter().enumerate().filter(|(at, _)| match &limit.scope {
        Scope::Ministry(ix) => ix.0 == *at,
        _ => true,
    });
    let money: Money = money.flat_map(|(_, ministry)| &ministry.budget).sum();
    let possible = case.candidate_ixs().filter(|&it| case.may_be_chosen(it) && limit.scope.concerns(&case[it]));
    let most: Money = possible.map(|it| bill::whole(&case[it])).sum();
    let (scope, what) = (name(case, &limit.scope), min.normalize());
    let (message, fix) = if min > money {
        let money = money.normalize();
        (
            say!("limits-spending-scope-at-least", scope = scope, min = what, budget = money),
            say!("limits-lower-min-raise-budgets"),
        )
    } else if min > most {
        let most = most.normalize();
        (
            say!("limits-spending-scope-at-least-what", scope = scope, min = what, most = most),
            say!("limits-lower-min-add"),
        )
    } else {
        return;
    };
    findings.error("limit-out-of-reach", place(limit, "min"), message, fix);
}

/// Shares of spending of all domains, or all instruments, and so on, add up to at most 100 %, and to just 100 % over all
/// domains and over all ministries.
fn sums(case: &Case, scope: &str, findings: &mut Findings) {
    let of_kind: Vec<&Limit> = case.limits.iter().filter(|limit| limit.scope.word() == scope).collect();
    let mut floors: Vec<(&Limit, Amount)> = Vec::new();
    for limit in of_kind.iter().filter_map(|limit| limit.min.map(|min| (*limit, min))) {
        let same =
            |(other, min): &&mut (&Limit, Amount)| other.scope == limit.0.scope && parts(*min).0 == parts(limit.1).0;
        match floors.iter_mut().find(same) {
            Some(entry) if above(Some(limit.1), Some(entry.1)) => *entry = limit,
            Some(_) => {}
            None => floors.push(limit),
        }
    }
    let budgets: Money = case.ministries.iter().flat_map(|ministry| &ministry.budget).sum();
    for (percent, most, all) in
        [(true, Decimal::ONE_HUNDRED, say!("limits-all-spending")), (false, budgets, say!("limits-all-budgets"))]
    {
        let least: Vec<_> = floors.iter().filter(|(_, min)| parts(*min).0 == percent).collect();
        let sum: Decimal = least.iter().map(|(_, min)| parts(*min).1).sum();
        let (true, Some((latest, _))) = (sum > most && least.len() > 1, least.last()) else { continue };
        let sign = if percent { "%" } else { "" };
        findings.error(
            "limits-sum",
            place(latest, "min"),
            say!(
                "limits-least-spending-list",
                list = list(least.iter().map(|(limit, _)| name(case, &limit.scope))),
                sum = sum.normalize(),
                unit = sign,
                most = most.normalize(),
                all = all
            ),
            say!("limits-lower-some-them"),
        );
    }
    if scope == "ministry" {
        most_of_ministries(case, &of_kind, findings);
    }
}

/// Ministries pay everything, so where each has a largest share, these must add up to 100 % at least.
fn most_of_ministries(case: &Case, limits: &[&Limit], findings: &mut Findings) {
    let mut sum = Decimal::ZERO;
    let mut last = None;
    for ministry in case.ministry_ixs() {
        let own = limits.iter().filter(|limit| limit.scope == Scope::Ministry(ministry));
        let most = own.filter_map(|limit| match limit.max {
            Some(Amount::Percent(percent)) => Some((percent, *limit)),
            _ => None,
        });
        let Some((percent, limit)) = most.min_by_key(|(percent, _)| *percent) else { return };
        sum += percent;
        last = Some(limit);
    }
    if let Some(limit) = last.filter(|_| sum < Decimal::ONE_HUNDRED) {
        findings.error(
            "limits-sum",
            place(limit, "max"),
            say!("limits-together-ministries-may", sum = sum.normalize()),
            say!("limits-raise-some-them"),
        );
    }
}

/// Whether an amount is in percent, and its number.
const fn parts(amount: Amount) -> (bool, Decimal) {
    match amount {
        Amount::Money(value) => (false, value),
        Amount::Percent(value) => (true, value),
    }
}
