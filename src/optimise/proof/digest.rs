//! What ties a proof to its case: the SHA-256 of the case in a canonical form that everybody can write.
//!
//! Only what the best portfolio depends on is in it: not titles, names, reasons, notes and sources, not scenarios. The
//! form is described in the README beside this file; a second checker writes it from the same files.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::model::{Amount, CarryOver, Case, PowerRule, RelationKind, Risk, Scope, Status, Timing};

/// The digest of a case in lower-case hexadecimal digits.
pub(super) fn digest(case: &Case) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(canonical(case).as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The canonical form: a line for each fact, each line a JSON array of strings without spaces.
pub(super) fn canonical(case: &Case) -> String {
    let mut form = Form { case, text: String::new() };
    form.settings();
    form.services();
    form.candidates();
    form.relations();
    form.limits();
    form.holders();
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

    fn settings(&mut self) {
        let case = self.case;
        self.line(["horizon".to_owned(), case.first_year.to_string(), case.last_year.to_string()]);
        let risk = match case.risk {
            Risk::Expected => "expected",
            Risk::Full => "full",
        };
        let timing = match case.timing {
            Timing::Final => "final",
            Timing::Average => "average",
        };
        self.line(["objective", risk, timing].map(str::to_owned));
        self.line(["targets".to_owned(), case.domains_at_target.to_string()]);
        for it in &case.ministries {
            let carried = match it.carry_over {
                CarryOver::All => "all".to_owned(),
                CarryOver::Fraction(fraction) => number(fraction),
            };
            let head = ["ministry".to_owned(), it.id.clone(), number(it.voice), carried];
            self.line(head.into_iter().chain(it.budget.iter().copied().map(number)));
        }
        for it in &case.rungs {
            self.line(["rung".to_owned(), it.id.clone(), number(it.at_least), number(it.power)]);
        }
        for it in &case.domains {
            let head = ["domain".to_owned(), it.id.clone(), number(it.target)];
            self.line(head.into_iter().chain(it.weights.iter().copied().map(number)));
        }
    }

    fn services(&mut self) {
        let case = self.case;
        for it in &case.services {
            let floor = it.floor.map(|rung| case[rung].id.clone()).unwrap_or_default();
            let power = match it.power {
                PowerRule::Ladder => "ladder",
                PowerRule::Banzhaf => "banzhaf",
                PowerRule::Shapley => "shapley",
            };
            let numbers = [it.weight, it.control, it.drift].map(number);
            let head = ["service".to_owned(), it.id.clone(), case[it.domain].id.clone()];
            self.line(head.into_iter().chain(numbers).chain([floor, power.to_owned(), number(it.quota)]));
        }
    }

    fn candidates(&mut self) {
        let case = self.case;
        for it in &case.candidates {
            let status = match it.status {
                Status::Free => "free",
                Status::LockedIn => "locked_in",
                Status::LockedOut => "locked_out",
            };
            self.line([
                "candidate".to_owned(),
                it.id.clone(),
                case[it.domain].id.clone(),
                it.instrument.clone(),
                it.pillar.clone(),
                number(it.cofinance),
                it.start_from.to_string(),
                it.start_to.to_string(),
                it.lead_time.to_string(),
                number(it.success),
                number(it.points),
                status.to_owned(),
            ]);
            let costs = it.costs.iter().take(it.cost_years()).copied().map(number);
            self.line([String::from("costs")].into_iter().chain(costs));
            let shares = it.shares.iter().map(|range| format!("{}-{}", range.min, range.max));
            self.line([String::from("shares")].into_iter().chain(shares));
            for effect in &it.effects {
                let grants = effect.grants.map(|rung| case[rung].id.clone()).unwrap_or_default();
                let service = case[effect.service].id.clone();
                self.line(["effect".to_owned(), service, number(effect.control_gain), grants]);
            }
        }
    }

    fn relations(&mut self) {
        for it in &self.case.relations {
            let (kind, fixed, members) = match &it.kind {
                RelationKind::Requires { candidate, needs } => {
                    ("requires", Vec::new(), self.ids(std::iter::once(candidate).chain(needs)))
                }
                RelationKind::Excludes(members) => ("excludes", Vec::new(), self.ids(members)),
                RelationKind::AtLeast { count, members } => ("at_least", vec![count.to_string()], self.ids(members)),
                RelationKind::AtMost { count, members } => ("at_most", vec![count.to_string()], self.ids(members)),
                RelationKind::Synergy { members, service, control_gain } => {
                    ("synergy", vec![self.case[*service].id.clone(), number(*control_gain)], self.ids(members))
                }
            };
            let head = [kind.to_owned(), (it.row + 1).to_string()];
            self.line(head.into_iter().chain(fixed).chain(members));
        }
    }

    fn limits(&mut self) {
        let case = self.case;
        let amount = |amount: Option<Amount>| match amount {
            None => String::new(),
            Some(Amount::Money(money)) => number(money),
            Some(Amount::Percent(percent)) => format!("{}%", number(percent)),
        };
        for it in &case.limits {
            let (scope, value) = match &it.scope {
                Scope::Domain(domain) => ("domain", case[*domain].id.clone()),
                Scope::Instrument(instrument) => ("instrument", instrument.clone()),
                Scope::Pillar(pillar) => ("pillar", pillar.clone()),
                Scope::Ministry(ministry) => ("ministry", case[*ministry].id.clone()),
            };
            let row = (it.row + 1).to_string();
            self.line(["limit".to_owned(), row, scope.to_owned(), value, amount(it.min), amount(it.max)]);
        }
    }

    /// Cap tables, for services whose power they decide.
    fn holders(&mut self) {
        let case = self.case;
        for it in &case.holders {
            if case[it.service].power != PowerRule::Ladder {
                let bloc = if it.home { "home" } else { "" };
                let service = case[it.service].id.clone();
                self.line(["holder".to_owned(), service, it.holder.clone(), number(it.stake), bloc.to_owned()]);
            }
        }
    }
}
