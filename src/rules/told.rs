//! Rules and verdicts as sentences.

use crate::say;
use rust_decimal::Decimal;

use super::rule::Rule;
use super::verdict::Verdict;
use super::words::{ministry, money, name, sentence};
use crate::messages::list;
use crate::model::exact::shown;
use crate::model::schema::Unit;
use crate::model::{Amount, CandidateIx, CarryOver, Case, Limit, MinistryIx, Scope, ServiceIx, Year};

impl Rule {
    /// The rule in a planner's words: one whole phrase, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        match *self {
            Self::Known(candidate) if candidate.0 >= case.candidates.len() => {
                say!("told-candidate-number-candidate", candidate = candidate.0 + 1)
            }
            Self::Known(candidate) => say!("told-candidate-may-chosen", candidate = name(case, candidate)),
            Self::Start(candidate) => start(case, candidate),
            Self::Shares(candidate) => shares(case, candidate),
            Self::LockedIn(candidate) => locked(case, candidate, &say!("told-locked-must-chosen")),
            Self::LockedOut(candidate) => locked(case, candidate, &say!("told-locked-out-must")),
            Self::Budget { ministry, year } => budget(case, ministry, year),
            Self::Relation(at) => case.relations.get(at).map_or_else(String::new, |it| it.describe(case)),
            Self::LimitMin(at) => limit(case, at, true, |limit| limit.min),
            Self::LimitMax(at) => limit(case, at, false, |limit| limit.max),
            Self::Floor(service) => floor(case, service),
            Self::DomainsAtTarget => {
                say!("told-at-least-domains", domains = case.domains_at_target, last_year = case.last_year)
            }
        }
    }
}

fn start(case: &Case, candidate: CandidateIx) -> String {
    let starts = case[candidate].starts(case.first_year, case.last_year);
    let name = name(case, candidate);
    if starts.is_empty() {
        say!(
            "told-name-has-no",
            name = name,
            start_from = case[candidate].start_from,
            start_to = case[candidate].start_to,
            last_year = case.last_year
        )
    } else if starts.start() == starts.end() {
        say!("told-name-may-start", name = name, start = starts.start())
    } else {
        say!("told-name-may-start-only", name = name, start = starts.start(), end = starts.end())
    }
}

fn shares(case: &Case, candidate: CandidateIx) -> String {
    let ranges =
        case.ministry_ixs().zip(&case[candidate].shares).filter(|(_, range)| (range.min, range.max) != (0, 100));
    let ranges: Vec<_> = ranges
        .map(|(payer, range)| {
            let payer = ministry(case, payer);
            if range.min == range.max {
                say!("told-pays-share", ministry = payer, percent = range.min)
            } else {
                say!("told-pays-shares", ministry = payer, least = range.min, most = range.max)
            }
        })
        .collect();
    let name = name(case, candidate);
    if ranges.is_empty() {
        say!("told-shares-bill-name", name = name)
    } else {
        say!("told-shares-bill-name-must", name = name, list = list(&ranges))
    }
}

fn locked(case: &Case, candidate: CandidateIx, rule: &str) -> String {
    let reason = case[candidate].reason.trim().trim_end_matches('.');
    let name = name(case, candidate);
    if reason.is_empty() { format!("{name} {rule}") } else { format!("{name} {rule} ({reason})") }
}

fn budget(case: &Case, payer: MinistryIx, year: Year) -> String {
    let budget = case.year_ix(year).and_then(|at| case[payer].budget.get(at).copied()).unwrap_or_default();
    let carried = match case[payer].carry_over {
        CarryOver::Fraction(fraction) if fraction.is_zero() => String::new(),
        _ if year == case.first_year => String::new(),
        _ => say!("told-besides-carries-over"),
    };
    say!(
        "told-ministry-may-spend",
        ministry = ministry(case, payer),
        budget = money(case, budget),
        year = year,
        carried = carried
    )
}

fn limit(case: &Case, at: usize, is_least: bool, amount: impl Fn(&Limit) -> Option<Amount>) -> String {
    let Some((limit, amount)) = case.limits.get(at).and_then(|limit| Some((limit, amount(limit)?))) else {
        return String::new();
    };
    let amount = match amount {
        Amount::Money(amount) => money(case, amount),
        Amount::Percent(percent) => say!("told-what-all-public", percent = shown(percent)),
    };
    match (&limit.scope, is_least) {
        (&Scope::Ministry(payer), true) => {
            say!("told-ministry-at-least", ministry = ministry(case, payer), amount = amount)
        }
        (&Scope::Ministry(payer), false) => {
            say!("told-ministry-at-most", ministry = ministry(case, payer), amount = amount)
        }
        (_, true) => say!("told-spending-at-least", scope = scope(case, &limit.scope), amount = amount),
        (_, false) => say!("told-spending-at-most", scope = scope(case, &limit.scope), amount = amount),
    }
}

/// What a limit is about, as a sentence names it.
fn scope(case: &Case, scope: &Scope) -> String {
    match scope {
        Scope::Domain(domain) => {
            say!("told-domain-map", domain = case.domains.get(domain.0).map_or("?", |domain| &domain.name))
        }
        Scope::Instrument(instrument) => say!("told-instrument-instrument", instrument = instrument),
        Scope::Pillar(pillar) => say!("told-pillar-pillar", pillar = pillar),
        Scope::Ministry(payer) => ministry(case, *payer),
    }
}

fn floor(case: &Case, service: ServiceIx) -> String {
    let rung = case[service].floor.and_then(|rung| case.rungs.get(rung.0));
    let (name, power) = rung.map_or(("?", Decimal::ZERO), |rung| (rung.name.as_str(), rung.power));
    say!(
        "told-service-must-hold",
        service = case[service].name,
        name = name,
        power = shown(power),
        last_year = case.last_year
    )
}

impl Verdict {
    /// The verdict as a sentence: the rule, and whether it holds, binds, or is broken by how much.
    pub fn sentence(&self, case: &Case) -> String {
        let rule = self.rule.describe(case);
        let by = self.amount(case, self.slack.abs());
        let verdict = match (self.holds, self.binds) {
            _ if self.idle => say!("told-this-asks-nothing"),
            (true, true) => say!("told-this-binds-nothing"),
            (true, false) => self.spare(&by),
            (false, _) => self.broken(&by),
        };
        sentence(&format!("{rule}; {verdict}"))
    }

    fn spare(&self, by: &str) -> String {
        match self.rule {
            Rule::Known(_) | Rule::LockedIn(_) | Rule::LockedOut(_) => say!("told-this-holds"),
            _ => say!("told-this-holds-spare", amount = by),
        }
    }

    fn broken(&self, by: &str) -> String {
        match self.rule {
            Rule::Known(_) => say!("told-this-broken-2"),
            Rule::LockedIn(_) => say!("told-this-broken-not"),
            Rule::LockedOut(_) => say!("told-this-broken-chosen"),
            _ => say!("told-this-broken", amount = by),
        }
    }

    /// An amount in the verdict's unit.
    fn amount(&self, case: &Case, amount: Decimal) -> String {
        let shown = shown(amount);
        match self.unit {
            Unit::Money => money(case, amount),
            Unit::Percent => format!("{shown} %"),
            Unit::Points => say!("told-shown-points-control", points = shown),
            Unit::Years => say!("told-years", years = shown),
            Unit::Fraction => say!("told-shown-power", power = shown),
            Unit::Index => say!("told-shown-index-points", points = shown),
            Unit::None if self.rule == Rule::DomainsAtTarget => say!("told-domains", domains = shown),
            Unit::None if matches!(self.rule, Rule::Relation(_)) => say!("told-candidates", candidates = shown),
            Unit::None | Unit::Year => shown.to_string(),
        }
    }
}
