//! What ties a proof to its case: the SHA-256 of the case in a canonical form that everybody can write.
//!
//! Only what the best portfolio depends on is in it: not titles, names, reasons, notes and sources, not scenarios. The
//! form is described in the README beside this file; a second checker writes it from the same files. Every struct is taken
//! apart without `..`: a field that is added to a case does not compile here until somebody has decided whether it counts.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::model::{
    Amount, Candidate, CarryOver, Case, Domain, Effect, Holder, Limit, Ministry, PowerRule, Relation, Risk, Rung,
    Scope, Service, ShareRange, Status, Timing, Year,
};

/// The digest of a case in lower-case hexadecimal digits.
pub(super) fn digest(case: &Case) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(canonical(case).as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The canonical form: a line for each fact, each line a JSON array of strings without spaces.
pub(crate) fn canonical(case: &Case) -> String {
    let Case {
        title: _,
        currency: _,
        unit: _,
        first_year,
        last_year,
        risk,
        timing,
        domains_at_target,
        ministries,
        rungs,
        domains,
        services,
        candidates,
        relations,
        limits,
        holders,
        scenarios: _,
        unread_scenarios: _,
    } = case;
    let mut form = Form { case, text: String::new() };
    form.settings((*first_year, *last_year), (*risk, *timing), *domains_at_target);
    form.values(ministries, rungs, domains);
    form.services(services);
    form.candidates(candidates);
    form.relations(relations);
    form.limits(limits);
    form.holders(holders);
    form.text
}

struct Form<'a> {
    case: &'a Case,
    text: String,
}

/// A number with all its digits, without an exponent and without zeros at the end.
fn number(number: Decimal) -> String {
    number.normalize().to_string()
}

impl Form<'_> {
    fn line(&mut self, words: impl IntoIterator<Item = String>) {
        let words: Vec<serde_json::Value> = words.into_iter().map(serde_json::Value::String).collect();
        let _ = writeln!(self.text, "{}", serde_json::Value::Array(words));
    }

    /// The ids of candidates.
    fn ids<'b>(&self, members: impl IntoIterator<Item = &'b crate::model::CandidateIx>) -> Vec<String> {
        members.into_iter().map(|&member| self.case[member].id.clone()).collect()
    }

    fn settings(&mut self, (first, last): (Year, Year), (risk, timing): (Risk, Timing), targets: usize) {
        self.line(["horizon".to_owned(), first.to_string(), last.to_string()]);
        let risk = match risk {
            Risk::Expected => "expected",
            Risk::Full => "full",
        };
        let timing = match timing {
            Timing::Final => "final",
            Timing::Average => "average",
        };
        self.line(["objective", risk, timing].map(str::to_owned));
        self.line(["targets".to_owned(), targets.to_string()]);
    }

    fn values(&mut self, ministries: &[Ministry], rungs: &[Rung], domains: &[Domain]) {
        for Ministry { id, name: _, voice, carry_over, budget } in ministries {
            let carried = match *carry_over {
                CarryOver::All => "all".to_owned(),
                CarryOver::Fraction(fraction) => number(fraction),
            };
            let head = ["ministry".to_owned(), id.clone(), number(*voice), carried];
            self.line(head.into_iter().chain(budget.iter().copied().map(number)));
        }
        for Rung { id, name: _, at_least, power } in rungs {
            self.line(["rung".to_owned(), id.clone(), number(*at_least), number(*power)]);
        }
        for Domain { id, name: _, weights, target, row: _ } in domains {
            let head = ["domain".to_owned(), id.clone(), number(*target)];
            self.line(head.into_iter().chain(weights.iter().copied().map(number)));
        }
    }

    fn services(&mut self, services: &[Service]) {
        let case = self.case;
        for it in services {
            let Service {
                id,
                domain,
                name: _,
                weight,
                control,
                drift,
                floor,
                power,
                quota,
                holder: _,
                jurisdiction: _,
                note: _,
                source: _,
                row: _,
            } = it;
            let floor = floor.map(|rung| case[rung].id.clone()).unwrap_or_default();
            let power = match power {
                PowerRule::Ladder => "ladder",
                PowerRule::Banzhaf => "banzhaf",
                PowerRule::Shapley => "shapley",
            };
            let numbers = [*weight, *control, *drift].map(number);
            let head = ["service".to_owned(), id.clone(), case[*domain].id.clone()];
            self.line(head.into_iter().chain(numbers).chain([floor, power.to_owned(), number(*quota)]));
        }
    }

    fn candidates(&mut self, candidates: &[Candidate]) {
        let case = self.case;
        for it in candidates {
            let Candidate {
                id,
                name: _,
                domain,
                instrument,
                pillar,
                costs,
                cofinance,
                shares,
                start_from,
                start_to,
                lead_time,
                success,
                points,
                status,
                reason: _,
                effects,
                note: _,
                source: _,
                row: _,
            } = it;
            let status = match status {
                Status::Free => "free",
                Status::LockedIn => "locked_in",
                Status::LockedOut => "locked_out",
            };
            self.line([
                "candidate".to_owned(),
                id.clone(),
                case[*domain].id.clone(),
                instrument.clone(),
                pillar.clone(),
                number(*cofinance),
                start_from.to_string(),
                start_to.to_string(),
                lead_time.to_string(),
                number(*success),
                number(*points),
                status.to_owned(),
            ]);
            let costs = costs.iter().take(it.cost_years()).copied().map(number);
            self.line([String::from("costs")].into_iter().chain(costs));
            let shares = shares.iter().map(|ShareRange { min, max }| format!("{min}-{max}"));
            self.line([String::from("shares")].into_iter().chain(shares));
            for Effect { service, control_gain, grants, row: _ } in effects {
                let grants = grants.map(|rung| case[rung].id.clone()).unwrap_or_default();
                self.line(["effect".to_owned(), case[*service].id.clone(), number(*control_gain), grants]);
            }
        }
    }

    fn relations(&mut self, relations: &[Relation]) {
        for Relation { kind, members, count, service, control_gain, row } in relations {
            let shape = kind.shape();
            let count = shape.counts.then(|| count.to_string());
            let service = service.map(|service| self.case[service].id.clone());
            let gain = shape.moves.then(|| number(*control_gain));
            let head = [kind.word().to_owned(), (row + 1).to_string()];
            self.line(head.into_iter().chain(count).chain(service).chain(gain).chain(self.ids(members)));
        }
    }

    fn limits(&mut self, limits: &[Limit]) {
        let case = self.case;
        let amount = |amount: Option<Amount>| match amount {
            None => String::new(),
            Some(Amount::Money(money)) => number(money),
            Some(Amount::Percent(percent)) => format!("{}%", number(percent)),
        };
        for Limit { scope, min, max, row } in limits {
            let (scope, value) = match scope {
                Scope::Domain(domain) => ("domain", case[*domain].id.clone()),
                Scope::Instrument(instrument) => ("instrument", instrument.clone()),
                Scope::Pillar(pillar) => ("pillar", pillar.clone()),
                Scope::Ministry(ministry) => ("ministry", case[*ministry].id.clone()),
            };
            let row = (row + 1).to_string();
            self.line(["limit".to_owned(), row, scope.to_owned(), value, amount(*min), amount(*max)]);
        }
    }

    /// Cap tables, for services whose power they decide.
    fn holders(&mut self, holders: &[Holder]) {
        let case = self.case;
        for Holder { service, holder, jurisdiction: _, stake, home, row: _ } in holders {
            if case[*service].power != PowerRule::Ladder {
                let bloc = if *home { "home" } else { "" };
                let service = case[*service].id.clone();
                self.line(["holder".to_owned(), service, holder.clone(), number(*stake), bloc.to_owned()]);
            }
        }
    }
}
