//! Targets: enough domains reach the power that they are to have.

use super::kind::prelude::*;

pub(super) struct Targets;

/// The rule, where a case asks for any domain.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> + use<> {
    (case.domains_at_target > 0).then_some(Rule::DomainsAtTarget).into_iter()
}

impl Kind for Targets {
    fn nature(&self) -> Nature {
        Nature::wish("target", 10)
    }

    fn describe(&self, case: &Case) -> String {
        say!("told-at-least-domains", domains = case.domains_at_target, last_year = case.last_year)
    }

    fn stands(&self, _: &Case) -> (String, Place) {
        ("domains_at_target".to_owned(), Place::Setting("require.domains_at_target".to_owned()))
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let (reached, asked) = (count(measured.at_target), count(measured.case.domains_at_target));
        Some(Verdict::on(Side::AtLeast, Rule::DomainsAtTarget, reached, asked, Unit::None))
    }

    fn give_up(&self, case: &mut Case) {
        case.domains_at_target = 0;
    }

    fn steps(&self, case: &Case) -> u64 {
        (case.domains_at_target as u64).max(1)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let fewer = usize::try_from(step).unwrap_or(usize::MAX);
        Some(Change::Count(Rule::DomainsAtTarget, case.domains_at_target.saturating_sub(fewer)))
    }
}

/// A target is no lower where no less power is asked, or where no target is.
pub(super) fn fact(case: &Case, target: Decimal) -> Fact<'static> {
    let target = Fact::higher(target).of_view();
    if case.domains_at_target == 0 { target.whatever() } else { target }
}
