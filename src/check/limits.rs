//! Limits: bounds that contradict each other, or that no spending can keep.

use crate::messages::word;
use crate::say;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::schema::TableId;
use crate::model::{Amount, Case, Limit, Money, Scope};
use crate::rules::bill;
use crate::rules::words::few as list;

/// A scope as its row says it: the word, and which of these.
type Key<'a> = (&'static str, &'a str);

fn key<'a>(case: &'a Case, scope: &'a Scope) -> Key<'a> {
    (scope.word(), scope.value(case))
}

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    let case = subject.case;
    let in_use = case.candidates.iter().flat_map(|it| [("instrument", &*it.instrument), ("pillar", &*it.pillar)]);
    let in_use: HashSet<Key<'_>> = in_use.collect();
    let sound = subject.settings_are_sound() && subject.are_sound(&[TableId::Budgets, TableId::Candidates]);
    let most = sound.then(|| Most::of(case));
    let mut earlier: HashMap<Key<'_>, Tightest> = HashMap::new();
    for limit in &case.limits {
        let key = key(case, &limit.scope);
        if limit.min.is_none() && limit.max.is_none() {
            findings.warning(
                "empty-limit",
                Place::Row(TableId::Limits, limit.row),
                say!("limits-limit-scope-has", scope = name(case, &limit.scope)),
                say!("limits-fill-one-them"),
            );
        }
        earlier.entry(key).or_default().contradict(case, limit, findings);
        if matches!(limit.scope, Scope::Instrument(_) | Scope::Pillar(_)) && !in_use.contains(&key) {
            findings.warning(
                "limit-on-nothing",
                place(limit, "value"),
                say!("limits-no-candidate-belongs", scope = name(case, &limit.scope)),
                say!("limits-check-word-delete"),
            );
        }
        if let Some(most) = &most {
            out_of_reach(case, limit, most, findings);
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

/// The highest least and the lowest most that the rows of a scope ask for, in money and in percent.
#[derive(Default)]
struct Tightest {
    min: [Option<Amount>; 2],
    max: [Option<Amount>; 2],
}

impl Tightest {
    /// A min above a max, in one row or in two rows of the same scope; reported at the later row.
    fn contradict(&mut self, case: &Case, limit: &Limit, findings: &mut Findings) {
        let unit = |amount: Amount| usize::from(parts(amount).0);
        if let Some(max) = limit.max {
            let least = self.min[unit(max)];
            report(case, limit, (least, Some(max)), "max", findings);
            let most = &mut self.max[unit(max)];
            *most = (*most).filter(|most| !above(Some(*most), Some(max))).or(Some(max));
        }
        if let Some(min) = limit.min {
            report(case, limit, (Some(min), self.max[unit(min)]), "min", findings);
            let least = &mut self.min[unit(min)];
            *least = (*least).filter(|least| !above(Some(min), Some(*least))).or(Some(min));
        }
    }
}

fn report(case: &Case, limit: &Limit, (min, max): (Option<Amount>, Option<Amount>), column: &str, to: &mut Findings) {
    let (true, Some(min), Some(max)) = (above(min, max), min, max) else { return };
    to.error(
        "limit-contradiction",
        place(limit, column),
        say!("limits-spending-scope-at", scope = name(case, &limit.scope), min = min, max = max),
        say!("limits-lower-min-raise"),
    );
}

/// The most that can be spent in each scope: the money that there is, and what all could cost that may be chosen.
struct Most<'a> {
    budgets: Vec<Money>,
    all_budgets: Money,
    bills: HashMap<Key<'a>, Money>,
    all_bills: Money,
}

impl<'a> Most<'a> {
    fn of(case: &'a Case) -> Self {
        let budgets: Vec<Money> = case.ministries.iter().map(|ministry| ministry.budget.iter().sum()).collect();
        let (mut bills, mut all_bills): (HashMap<Key<'_>, Money>, _) = (HashMap::new(), Money::ZERO);
        for candidate in case.candidate_ixs().filter(|&it| case.may_be_chosen(it)).map(|it| &case[it]) {
            let bill = bill::whole(candidate);
            all_bills += bill;
            let domain = &*case[candidate.domain].id;
            for key in [("domain", domain), ("instrument", &candidate.instrument), ("pillar", &candidate.pillar)] {
                *bills.entry(key).or_default() += bill;
            }
        }
        Self { all_budgets: budgets.iter().sum(), budgets, bills, all_bills }
    }
}

/// A least spending above all money there is, or above all that could be bought.
fn out_of_reach(case: &Case, limit: &Limit, all: &Most<'_>, findings: &mut Findings) {
    let Some(Amount::Money(min)) = limit.min else { return };
    let (money, most) = match &limit.scope {
        Scope::Ministry(ix) => (all.budgets.get(ix.0).copied().unwrap_or_default(), all.all_bills),
        scope => (all.all_budgets, all.bills.get(&key(case, scope)).copied().unwrap_or_default()),
    };
    let what = min.normalize();
    let (message, fix) = if min > money {
        let (scope, money) = (name(case, &limit.scope), money.normalize());
        (
            say!("limits-spending-scope-at-least", scope = scope, min = what, budget = money),
            say!("limits-lower-min-raise-budgets"),
        )
    } else if min > most {
        let (scope, most) = (name(case, &limit.scope), most.normalize());
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
    let mut found: HashMap<(Key<'_>, bool), usize> = HashMap::new();
    for limit in of_kind.iter().filter_map(|limit| limit.min.map(|min| (*limit, min))) {
        let at = *found.entry((key(case, &limit.0.scope), parts(limit.1).0)).or_insert(floors.len());
        match floors.get_mut(at) {
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
