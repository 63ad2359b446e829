//! Rules and verdicts as sentences.

use rust_decimal::Decimal;

use super::rule::Rule;
use super::verdict::Verdict;
use super::words::{list, ministry, money, name, sentence, things};
use crate::model::exact::shown;
use crate::model::schema::Unit;
use crate::model::{Amount, CandidateIx, CarryOver, Case, Limit, MinistryIx, Scope, ServiceIx, Year};

impl Rule {
    /// The rule in a planner's words: one whole phrase, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        match *self {
            Self::Known(candidate) if candidate.0 >= case.candidates.len() => {
                format!("candidate number {} is not in the case", candidate.0 + 1)
            }
            Self::Known(candidate) => format!("{} may be chosen only once", name(case, candidate)),
            Self::Start(candidate) => start(case, candidate),
            Self::Shares(candidate) => shares(case, candidate),
            Self::LockedIn(candidate) => locked(case, candidate, "is locked in: it must be chosen"),
            Self::LockedOut(candidate) => locked(case, candidate, "is locked out: it must not be chosen"),
            Self::Budget { ministry, year } => budget(case, ministry, year),
            Self::Relation(at) => case.relations.get(at).map_or_else(String::new, |it| it.describe(case)),
            Self::LimitMin(at) => limit(case, at, "at least", |limit| limit.min),
            Self::LimitMax(at) => limit(case, at, "at most", |limit| limit.max),
            Self::Floor(service) => floor(case, service),
            Self::DomainsAtTarget => {
                let domains = things(case.domains_at_target, "domain", "domains");
                format!("at least {domains} must reach the target by the end of {}", case.last_year)
            }
        }
    }
}

fn start(case: &Case, candidate: CandidateIx) -> String {
    let starts = case[candidate].starts(case.first_year, case.last_year);
    let name = name(case, candidate);
    if starts.is_empty() {
        format!(
            "{name} has no year to start in: its window is {} to {} and its last cost may fall no later than {}",
            case[candidate].start_from, case[candidate].start_to, case.last_year
        )
    } else if starts.start() == starts.end() {
        format!("{name} may start only in {}", starts.start())
    } else {
        format!("{name} may start only in {} to {}", starts.start(), starts.end())
    }
}

fn shares(case: &Case, candidate: CandidateIx) -> String {
    let ranges =
        case.ministry_ixs().zip(&case[candidate].shares).filter(|(_, range)| (range.min, range.max) != (0, 100));
    let ranges: Vec<_> = ranges
        .map(|(payer, range)| {
            let percent =
                if range.min == range.max { range.min.to_string() } else { format!("{} to {}", range.min, range.max) };
            format!("{} pays {percent} %", ministry(case, payer))
        })
        .collect();
    let name = name(case, candidate);
    if ranges.is_empty() {
        format!("the shares of the bill of {name} must add up to 100 %")
    } else {
        format!("the shares of the bill of {name} must add up to 100 %, where {}", list(&ranges, "and"))
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
        CarryOver::Fraction(fraction) if fraction.is_zero() => "",
        _ if year == case.first_year => "",
        _ => ", besides what it carries over",
    };
    format!("{} may spend at most {} in {year}{carried}", ministry(case, payer), money(case, budget))
}

fn limit(case: &Case, at: usize, bound: &str, amount: impl Fn(&Limit) -> Option<Amount>) -> String {
    let Some((limit, amount)) = case.limits.get(at).and_then(|limit| Some((limit, amount(limit)?))) else {
        return String::new();
    };
    let amount = match amount {
        Amount::Money(amount) => money(case, amount),
        Amount::Percent(percent) => format!("{} % of all public spending", shown(percent)),
    };
    let must = if bound == "at least" { "must" } else { "may" };
    match limit.scope {
        Scope::Ministry(payer) => {
            format!("{} {must} pay {bound} {amount} over the whole horizon", ministry(case, payer))
        }
        _ => format!(
            "public spending on {} {must} be {bound} {amount} over the whole horizon",
            scope(case, &limit.scope)
        ),
    }
}

/// What a limit is about, as a sentence names it.
fn scope(case: &Case, scope: &Scope) -> String {
    match scope {
        Scope::Domain(domain) => {
            format!("the domain {}", case.domains.get(domain.0).map_or("?", |domain| &domain.name))
        }
        Scope::Instrument(instrument) => format!("the instrument {instrument}"),
        Scope::Pillar(pillar) => format!("the pillar {pillar}"),
        Scope::Ministry(payer) => ministry(case, *payer),
    }
}

fn floor(case: &Case, service: ServiceIx) -> String {
    let rung = case[service].floor.and_then(|rung| case.rungs.get(rung.0));
    let (name, power) = rung.map_or(("?", Decimal::ZERO), |rung| (rung.name.as_str(), rung.power));
    format!(
        "{} must hold at least the power of {name} ({}) at the end of {}",
        case[service].name,
        shown(power),
        case.last_year
    )
}

impl Verdict {
    /// The verdict as a sentence: the rule, and whether it holds, binds, or is broken by how much.
    pub fn sentence(&self, case: &Case) -> String {
        let rule = self.rule.describe(case);
        let by = self.amount(case, self.slack.abs());
        let verdict = match (self.holds, self.binds) {
            _ if self.idle => "this asks nothing, as that is not chosen".to_owned(),
            (true, true) => "this binds: nothing is to spare".to_owned(),
            (true, false) => self.spare(&by),
            (false, _) => self.broken(&by),
        };
        sentence(&format!("{rule}; {verdict}"))
    }

    fn spare(&self, by: &str) -> String {
        match self.rule {
            Rule::Known(_) | Rule::LockedIn(_) | Rule::LockedOut(_) => "this holds".to_owned(),
            _ => format!("this holds with {by} to spare"),
        }
    }

    fn broken(&self, by: &str) -> String {
        match self.rule {
            Rule::Known(_) => "this is broken".to_owned(),
            Rule::LockedIn(_) => "this is broken: it is not chosen".to_owned(),
            Rule::LockedOut(_) => "this is broken: it is chosen".to_owned(),
            _ => format!("this is broken by {by}"),
        }
    }

    /// An amount in the verdict's unit.
    fn amount(&self, case: &Case, amount: Decimal) -> String {
        let shown = shown(amount);
        match self.unit {
            Unit::Money => money(case, amount),
            Unit::Percent => format!("{shown} %"),
            Unit::Points => format!("{shown} points of control"),
            Unit::Years => things(shown, "year", "years"),
            Unit::Fraction => format!("{shown} of power"),
            Unit::Index => format!("{shown} index points"),
            Unit::None if self.rule == Rule::DomainsAtTarget => things(shown, "domain", "domains"),
            Unit::None if matches!(self.rule, Rule::Relation(_)) => things(shown, "candidate", "candidates"),
            Unit::None | Unit::Year => shown.to_string(),
        }
    }
}
