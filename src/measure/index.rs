//! The decision-power index: services into domains, domains into one number between 0 and 100.

use rust_decimal::Decimal;

use crate::model::exact::{add, count, divide, multiply, sum};
use crate::model::{Case, DomainIx, ServiceIx, Timing};

/// How much each service and each domain counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    /// `W[d]`: the weight of each domain in the joint index; they add up to 1.
    pub joint: Vec<Decimal>,
    /// Each ministry's own weights of the domains, normalised to add up to 1: `[ministry][domain]`.
    pub own: Vec<Vec<Decimal>>,
    /// The services of each domain.
    pub members: Vec<Vec<ServiceIx>>,
    /// The sum of the weights of each domain's services, as written.
    pub sums: Vec<Decimal>,
}

impl Weights {
    /// The weights of a case.
    ///
    /// `W[d] = Σ_m voice_m/Σ voices × w[m,d]/Σ_d w[m,d]`, each term as one quotient with all digits that a decimal
    /// has. Voices or weights that are all 0 give 0; the checker refuses them. Adding up weighted values follows
    /// Keeney and Raiffa, Decisions with Multiple Objectives, 1976, chapter 3.
    pub fn new(case: &Case) -> Self {
        let voices = sum(case.ministries.iter().map(|ministry| ministry.voice));
        let weight =
            |domain: usize, ministry: usize| case.domains[domain].weights.get(ministry).copied().unwrap_or_default();
        let mut joint = vec![Decimal::ZERO; case.domains.len()];
        let mut own = Vec::with_capacity(case.ministries.len());
        for (m, ministry) in case.ministries.iter().enumerate() {
            let all = sum((0..case.domains.len()).map(|d| weight(d, m)));
            for (d, joint) in joint.iter_mut().enumerate() {
                let part = divide(multiply(ministry.voice, weight(d, m)), multiply(voices, all));
                *joint = add(*joint, part);
            }
            own.push((0..case.domains.len()).map(|d| divide(weight(d, m), all)).collect());
        }
        let mut members = vec![Vec::new(); case.domains.len()];
        let mut sums = vec![Decimal::ZERO; case.domains.len()];
        for service in case.service_ixs() {
            let DomainIx(d) = case[service].domain;
            members[d].push(service);
            sums[d] = add(sums[d], case[service].weight);
        }
        Self { joint, own, members, sums }
    }

    /// `Σ_s weight_s × power_s` of a domain, given the power of every service. Compared with
    /// `target × Σ_s weight_s` it tells without dividing whether the target is reached.
    pub fn weighted_power(&self, case: &Case, domain: DomainIx, power: impl Fn(ServiceIx) -> Decimal) -> Decimal {
        sum(self.members[domain.0].iter().map(|&service| multiply(case[service].weight, power(service))))
    }

    /// `D[d]`: the power in a domain, 0-1, from its weighted power: `Σ_s weight_s × power_s / Σ_s weight_s`; 0 for a
    /// domain without services.
    pub fn domain_power(&self, domain: DomainIx, weighted_power: Decimal) -> Decimal {
        divide(weighted_power, self.sums[domain.0])
    }

    /// Whether a domain with this weighted power reaches its target, `D[d] ≥ target`, without dividing.
    pub fn at_target(&self, case: &Case, domain: DomainIx, weighted_power: Decimal) -> bool {
        let target = case[domain].target;
        if self.sums[domain.0].is_zero() {
            return target <= Decimal::ZERO;
        }
        weighted_power >= multiply(target, self.sums[domain.0])
    }

    /// How much one unit of power of a service moves the joint index: `100 × W[d] × weight_s / Σ weights`.
    pub fn of_service(&self, case: &Case, service: ServiceIx) -> Decimal {
        let DomainIx(d) = case[service].domain;
        divide(multiply(multiply(Decimal::ONE_HUNDRED, self.joint[d]), case[service].weight), self.sums[d])
    }
}

/// `100 × Σ_d W[d] × D[d]`, for weights that add up to 1.
pub fn index(weights: &[Decimal], domain_power: &[Decimal]) -> Decimal {
    let terms = weights.iter().zip(domain_power).map(|(&weight, &power)| multiply(weight, power));
    multiply(Decimal::ONE_HUNDRED, sum(terms))
}

/// One index out of those of all years: the last one, or the mean over the horizon.
pub fn over_the_years(timing: Timing, by_year: &[Decimal]) -> Decimal {
    match timing {
        Timing::Final => by_year.last().copied().unwrap_or_default(),
        Timing::Average => divide(sum(by_year.iter().copied()), count(by_year.len())),
    }
}
