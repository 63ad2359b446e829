//! An exhaustive search that shares nothing with the program but the typed case: it tries every choice of starts and every
//! split of the bill, in whole numbers, straight from the definitions.
//!
//! Money, control and fractions are counted in units of 10^-12, objectives over one common denominator. Nothing is
//! rounded: an input that does not fit is a panic, not a wrong answer.

use std::collections::BTreeMap;

use beslismacht::model::{Amount, CarryOver, Case, PowerRule, RelationKind, Risk, Scope, Status, Timing, Year};
use num_rational::Ratio;
use rust_decimal::Decimal;

/// The number of units in 1.
const ONE: i128 = 1_000_000_000_000;

type Exact = Ratio<i128>;

/// A start for each chosen candidate.
pub type Starts = Vec<Option<Year>>;

/// The best that is possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Best {
    /// The highest objective of all.
    pub objective: Decimal,
    /// The lowest public bill of those within 1e-6 of it.
    pub bill: Decimal,
    /// A choice that has them.
    pub starts: Starts,
    /// A split of each chosen candidate's bill.
    pub shares: Vec<Vec<i128>>,
}

/// A case in whole numbers.
pub struct Referee<'a> {
    case: &'a Case,
    years: i128,
    /// Objective of each unit of a service's power in one year, over `denominator`.
    worth: Vec<i128>,
    points: Vec<i128>,
    denominator: i128,
    bills: Vec<Vec<i128>>,
}

fn units(number: Decimal) -> i128 {
    let scale = number.scale();
    assert!(scale <= 12, "{number} has too many places for the referee");
    number.mantissa() * 10_i128.pow(12 - scale)
}

fn times(a: i128, b: i128) -> i128 {
    assert_eq!((a * b) % ONE, 0, "the referee would have to round {a} × {b}");
    a * b / ONE
}

fn common_multiple(a: i128, b: i128) -> i128 {
    let (mut divisor, mut rest) = (a, b);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    a / divisor * b
}

fn exact(number: Decimal) -> Exact {
    Ratio::new(number.mantissa(), 10_i128.pow(number.scale()))
}

impl<'a> Referee<'a> {
    pub fn new(case: &'a Case) -> Self {
        let years = i128::from(case.last_year - case.first_year + 1);
        let voices: Exact = case.ministries.iter().map(|ministry| exact(ministry.voice)).sum();
        let worth: Vec<Exact> = case
            .services
            .iter()
            .map(|service| {
                let siblings = case.services.iter().filter(|other| other.domain == service.domain);
                let in_domain = exact(service.weight) / siblings.map(|other| exact(other.weight)).sum::<Exact>();
                let joint: Exact = (0..case.ministries.len())
                    .map(|m| {
                        let all: Exact = case.domains.iter().map(|domain| exact(domain.weights[m])).sum();
                        exact(case.ministries[m].voice) / voices
                            * (exact(case.domains[service.domain.0].weights[m]) / all)
                    })
                    .sum();
                let mean = if case.timing == Timing::Average { years } else { 1 };
                joint * in_domain * 100 / mean / ONE
            })
            .collect();
        let points: Vec<Exact> = case.candidates.iter().map(|candidate| exact(candidate.points)).collect();
        let denominator = worth.iter().chain(&points).fold(1_i128, |all, number| common_multiple(all, *number.denom()));
        let whole = |number: &Exact| number.numer() * (denominator / number.denom());
        Self {
            case,
            years,
            worth: worth.iter().map(whole).collect(),
            points: points.iter().map(whole).collect(),
            denominator,
            bills: case
                .candidates
                .iter()
                .map(|it| it.costs.iter().map(|&cost| times(units(cost), ONE - units(it.cofinance) / 100)).collect())
                .collect(),
        }
    }

    /// The best portfolio; `None` if no portfolio is possible.
    pub fn best(&self) -> Option<Best> {
        let mut choices = self.choices();
        choices.sort_by_key(|(objective, bill, _)| (-objective, *bill));
        let (top, ..) = choices.iter().find(|(_, _, starts)| self.split(starts).is_some())?;
        let almost = top - self.denominator / 1_000_000;
        let mut ties: Vec<_> = choices.iter().filter(|(objective, ..)| (almost..=*top).contains(objective)).collect();
        ties.sort_by_key(|(_, bill, _)| *bill);
        let (bill, starts, shares) =
            ties.into_iter().find_map(|(_, bill, starts)| Some((bill, starts, self.split(starts)?)))?;
        Some(Best {
            objective: self.decimal(*top),
            bill: Decimal::from_i128_with_scale(*bill, 12).normalize(),
            starts: starts.clone(),
            shares,
        })
    }

    /// How many portfolios are possible, not counting different splits of the bill.
    pub fn count(&self) -> usize {
        self.choices().iter().filter(|(_, _, starts)| self.split(starts).is_some()).count()
    }

    /// An objective as a decimal.
    fn decimal(&self, objective: i128) -> Decimal {
        Decimal::from_i128_with_scale(objective, 0) / Decimal::from_i128_with_scale(self.denominator, 0)
    }

    /// The objective of a choice.
    pub fn objective(&self, starts: &Starts) -> Decimal {
        self.decimal(self.value(starts))
    }

    /// The years in which a candidate can start.
    fn possible(&self, at: usize) -> Vec<Year> {
        let candidate = &self.case.candidates[at];
        let paid = candidate.costs.iter().rposition(|cost| !cost.is_zero()).map_or(0, |last| last);
        let in_window = |year: &Year| (candidate.start_from..=candidate.start_to).contains(year);
        let in_time = |year: &Year| year + i32::try_from(paid).unwrap() <= self.case.last_year;
        self.case.years().filter(in_window).filter(in_time).collect()
    }

    /// Every choice of starts that keeps all rules but those on who pays, with its objective and its bill.
    fn choices(&self) -> Vec<(i128, i128, Starts)> {
        let mut choices = vec![Vec::new()];
        for (at, candidate) in self.case.candidates.iter().enumerate() {
            let mut options: Vec<Option<Year>> = Vec::new();
            if candidate.status != Status::LockedIn {
                options.push(None);
            }
            if candidate.status != Status::LockedOut {
                options.extend(self.possible(at).into_iter().map(Some));
            }
            choices = choices
                .iter()
                .flat_map(|starts: &Starts| options.iter().map(move |option| [starts.as_slice(), &[*option]].concat()))
                .collect();
        }
        choices.retain(|starts| self.keeps_relations(starts) && self.keeps_limits(starts) && self.keeps_ends(starts));
        choices.into_iter().map(|starts| (self.value(&starts), self.bill(&starts), starts)).collect()
    }

    /// Whether a portfolio keeps every rule.
    pub fn keeps_all(&self, starts: &Starts, shares: &[Vec<i128>]) -> bool {
        let windows =
            starts.iter().enumerate().all(|(at, start)| start.is_none_or(|it| self.possible(at).contains(&it)));
        let locks = starts.iter().zip(&self.case.candidates).all(|(start, candidate)| match candidate.status {
            Status::Free => true,
            Status::LockedIn => start.is_some(),
            Status::LockedOut => start.is_none(),
        });
        let chosen: Vec<_> = (0..starts.len()).filter(|&at| starts[at].is_some()).collect();
        let splits = chosen.iter().zip(shares).all(|(&at, shares)| {
            let ranges = &self.case.candidates[at].shares;
            let within = shares
                .iter()
                .zip(ranges)
                .all(|(share, range)| (i128::from(range.min)..=i128::from(range.max)).contains(share));
            within && shares.iter().sum::<i128>() == 100
        });
        let (spent, paid) = self.spent(starts, &chosen, shares);
        windows
            && locks
            && splits
            && self.keeps_relations(starts)
            && self.keeps_limits(starts)
            && self.keeps_ends(starts)
            && (0..self.case.ministries.len())
                .all(|m| self.affords(m, &spent[m]) && self.pays_right(m, starts, paid[m], paid[m]))
    }

    fn bill(&self, starts: &Starts) -> i128 {
        let chosen = starts.iter().zip(&self.bills).filter(|(start, _)| start.is_some());
        chosen.map(|(_, bill)| bill.iter().sum::<i128>()).sum()
    }

    /// For each service its power at the end of a year.
    fn powers(&self, starts: &Starts, year: Year) -> Vec<i128> {
        let in_force = |at: usize| {
            starts[at]
                .is_some_and(|start| start + i32::try_from(self.case.candidates[at].lead_time).unwrap() - 1 <= year)
        };
        let success = |at: usize| match self.case.risk {
            Risk::Expected => units(self.case.candidates[at].success),
            Risk::Full => ONE,
        };
        let services = self.case.services.iter().enumerate();
        services
            .map(|(service, it)| {
                let age = i128::from(year - self.case.first_year + 1);
                let mut control = (units(it.control) - age * units(it.drift)).max(0);
                let mut granted = 0;
                for (at, candidate) in self.case.candidates.iter().enumerate().filter(|(at, _)| in_force(*at)) {
                    for effect in candidate.effects.iter().filter(|effect| effect.service.0 == service) {
                        control += times(units(effect.control_gain), success(at));
                        granted = granted.max(effect.grants.map_or(0, |rung| units(self.case.rungs[rung.0].power)));
                    }
                }
                for relation in &self.case.relations {
                    let together = relation.members.iter().all(|member| in_force(member.0));
                    let here = relation.service.is_some_and(|on| on.0 == service);
                    if relation.kind == RelationKind::Synergy && here && together {
                        let gain = units(relation.control_gain);
                        control += relation.members.iter().fold(gain, |gain, it| times(gain, success(it.0)));
                    }
                }
                let control = control.min(100 * ONE);
                let reached = self.case.rungs.iter().rev().find(|rung| units(rung.at_least) <= control);
                let by_control = match it.power {
                    PowerRule::Ladder => reached.map_or(0, |rung| units(rung.power)),
                    _ => self.by_votes(service, control),
                };
                by_control.max(granted)
            })
            .collect()
    }

    /// The power that a stake gives by the service's cap table: coalition by coalition.
    fn by_votes(&self, service: usize, stake: i128) -> i128 {
        let mut parties: BTreeMap<&str, i128> = BTreeMap::new();
        for it in self.case.holders.iter().filter(|it| it.service.0 == service && !it.home) {
            *parties.entry(it.party.as_str()).or_default() += units(it.stake);
        }
        let others: Vec<i128> = parties.into_values().collect();
        let (all, it) = (others.iter().sum::<i128>(), &self.case.services[service]);
        let mut power = Exact::from(0);
        for coalition in 0..1_u32 << others.len() {
            let inside = (0..others.len()).filter(|at| coalition >> at & 1 == 1);
            let (size, votes) = (inside.clone().count(), inside.map(|at| others[at]).sum::<i128>());
            // Their votes are (100 - stake) × votes / all; both sides times all.
            let (without, quota) =
                (Exact::new(100 * ONE - stake, ONE) * Exact::new(votes, all), Exact::new(units(it.quota), ONE));
            if without <= quota && without + Exact::new(stake, ONE) > quota {
                let factorial = |number: usize| (1..=number).map(|it| i128::try_from(it).unwrap()).product::<i128>();
                power += match it.power {
                    PowerRule::Banzhaf => Exact::new(1, 1 << others.len()),
                    _ => Exact::new(factorial(size) * factorial(others.len() - size), factorial(others.len() + 1)),
                };
            }
        }
        // Rounded half to even; in tables this small no half occurs.
        (power * ONE).round().to_integer()
    }

    fn value(&self, starts: &Starts) -> i128 {
        let years = match self.case.timing {
            Timing::Final => self.case.last_year..=self.case.last_year,
            Timing::Average => self.case.years(),
        };
        let nothing = vec![None; starts.len()];
        let index = |starts: &Starts, year: Year| -> i128 {
            self.powers(starts, year).iter().zip(&self.worth).map(|(power, worth)| power * worth).sum()
        };
        let gain: i128 = years.map(|year| index(starts, year) - index(&nothing, year)).sum();
        let chosen = starts.iter().zip(&self.points).filter(|(start, _)| start.is_some());
        gain + chosen.map(|(_, points)| points).sum::<i128>()
    }

    fn keeps_relations(&self, starts: &Starts) -> bool {
        self.case.relations.iter().all(|relation| {
            let members = &relation.members;
            let chosen = members.iter().filter(|member| starts[member.0].is_some()).count();
            match relation.kind {
                RelationKind::Requires => starts[members[0].0].is_none_or(|start| {
                    members.iter().all(|need| starts[need.0].is_some_and(|earlier| earlier <= start))
                }),
                RelationKind::Excludes => chosen <= 1,
                RelationKind::AtLeast => chosen >= relation.count,
                RelationKind::AtMost => chosen <= relation.count,
                RelationKind::Synergy => true,
            }
        })
    }

    /// Limits on domains, instruments and pillars.
    fn keeps_limits(&self, starts: &Starts) -> bool {
        self.case.limits.iter().all(|limit| {
            let about = |at: usize| {
                let candidate = &self.case.candidates[at];
                match &limit.scope {
                    Scope::Domain(domain) => candidate.domain == *domain,
                    Scope::Instrument(instrument) => candidate.instrument == *instrument,
                    Scope::Pillar(pillar) => candidate.pillar == *pillar,
                    Scope::Ministry(_) => false,
                }
            };
            let chosen = (0..starts.len()).filter(|&at| starts[at].is_some() && about(at));
            let spent = 100 * chosen.flat_map(|at| &self.bills[at]).sum::<i128>();
            let matters = !matches!(limit.scope, Scope::Ministry(_));
            !matters || self.within(starts, limit.min, limit.max, spent, spent)
        })
    }

    /// Whether hundredths of spending between `low` and `high` can keep a limit.
    fn within(&self, starts: &Starts, min: Option<Amount>, max: Option<Amount>, low: i128, high: i128) -> bool {
        let hundredths = |amount: Amount| match amount {
            Amount::Money(money) => 100 * units(money),
            Amount::Percent(percent) => times(self.bill(starts), units(percent)),
        };
        min.is_none_or(|min| high >= hundredths(min)) && max.is_none_or(|max| low <= hundredths(max))
    }

    /// Floors and targets.
    fn keeps_ends(&self, starts: &Starts) -> bool {
        let powers = self.powers(starts, self.case.last_year);
        let floors =
            self.case.services.iter().zip(&powers).all(|(service, &power)| {
                service.floor.is_none_or(|rung| power >= units(self.case.rungs[rung.0].power))
            });
        let reached = |domain: usize| {
            let services = self.case.services.iter().zip(&powers).filter(|(service, _)| service.domain.0 == domain);
            let (mut held, mut all) = (0, 0);
            for (service, &power) in services {
                held += units(service.weight) * power;
                all += units(service.weight);
            }
            let target = units(self.case.domains[domain].target);
            if all == 0 { target <= 0 } else { held >= all * target }
        };
        floors && (0..self.case.domains.len()).filter(|&domain| reached(domain)).count() >= self.case.domains_at_target
    }

    /// Hundredths of money by ministry and year, and by ministry.
    fn spent(&self, starts: &Starts, chosen: &[usize], shares: &[Vec<i128>]) -> (Vec<Vec<i128>>, Vec<i128>) {
        let mut spent = vec![vec![0; usize::try_from(self.years).unwrap()]; self.case.ministries.len()];
        let mut paid = vec![0; self.case.ministries.len()];
        for (&at, shares) in chosen.iter().zip(shares) {
            let start = starts[at].unwrap();
            for (m, share) in shares.iter().enumerate() {
                for (year, bill) in (start..).zip(&self.bills[at]) {
                    paid[m] += bill * share;
                    if let Some(year) = self.case.year_ix(year) {
                        spent[m][year] += bill * share;
                    }
                }
            }
        }
        (spent, paid)
    }

    /// Whether a ministry has enough for these hundredths in each year.
    fn affords(&self, m: usize, spent: &[i128]) -> bool {
        let ministry = &self.case.ministries[m];
        let mut carried = 0;
        spent.iter().zip(&ministry.budget).all(|(spent, &amount)| {
            let amount = 100 * units(amount);
            let left = amount + carried - spent;
            carried = match ministry.carry_over {
                CarryOver::All => left,
                CarryOver::Fraction(fraction) => left.min(times(amount, units(fraction))),
            };
            left >= 0
        })
    }

    /// Whether a ministry that pays between `low` and `high` hundredths can keep its limits.
    fn pays_right(&self, m: usize, starts: &Starts, low: i128, high: i128) -> bool {
        let limits = self.case.limits.iter().filter(|limit| matches!(&limit.scope, Scope::Ministry(of) if of.0 == m));
        limits.into_iter().all(|limit| self.within(starts, limit.min, limit.max, low, high))
    }

    /// A split of each chosen candidate's bill that every ministry can pay, if there is one.
    pub fn split(&self, starts: &Starts) -> Option<Vec<Vec<i128>>> {
        let chosen: Vec<usize> = (0..starts.len()).filter(|&at| starts[at].is_some()).collect();
        let mut shares = Vec::new();
        self.extend(starts, &chosen, &mut shares).then_some(shares)
    }

    /// Tries every split of the next candidate; gives up where even the least or the most of the rest is too much or
    /// too little.
    fn extend(&self, starts: &Starts, chosen: &[usize], shares: &mut Vec<Vec<i128>>) -> bool {
        let rest = |extreme: &dyn Fn(usize, usize) -> i128| -> Vec<Vec<i128>> {
            let of = |&at: &usize| (0..self.case.ministries.len()).map(|m| extreme(at, m)).collect();
            shares.iter().cloned().chain(chosen[shares.len()..].iter().map(of)).collect()
        };
        let (spent, low) = self.spent(starts, chosen, &rest(&|at, m| self.extremes(at, m).0));
        let (_, high) = self.spent(starts, chosen, &rest(&|at, m| self.extremes(at, m).1));
        let possible = (0..self.case.ministries.len())
            .all(|m| self.affords(m, &spent[m]) && self.pays_right(m, starts, low[m], high[m]));
        if !possible {
            return false;
        }
        let Some(&at) = chosen.get(shares.len()) else { return true };
        let free = self.bills[at].iter().all(|&bill| bill == 0);
        for split in self.splits(at).into_iter().take(if free { 1 } else { usize::MAX }) {
            shares.push(split);
            if self.extend(starts, chosen, shares) {
                return true;
            }
            shares.pop();
        }
        false
    }

    /// The least and the most that a ministry can pay of a candidate, in percent.
    fn extremes(&self, at: usize, m: usize) -> (i128, i128) {
        let ranges = &self.case.candidates[at].shares;
        let sum = |of: fn(&beslismacht::model::ShareRange) -> u8| -> i128 {
            ranges.iter().enumerate().filter(|(other, _)| *other != m).map(|(_, range)| i128::from(of(range))).sum()
        };
        let (least, most) = (i128::from(ranges[m].min), i128::from(ranges[m].max));
        (least.max(100 - sum(|range| range.max)), most.min(100 - sum(|range| range.min)))
    }

    /// Every split of a candidate's bill into whole percents.
    fn splits(&self, at: usize) -> Vec<Vec<i128>> {
        let ranges = &self.case.candidates[at].shares;
        let mut splits = vec![Vec::new()];
        for range in ranges {
            splits = splits
                .iter()
                .flat_map(|split: &Vec<i128>| {
                    (range.min..=range.max).map(|share| [split.as_slice(), &[share.into()]].concat())
                })
                .filter(|split| split.iter().sum::<i128>() <= 100)
                .collect();
        }
        splits.retain(|split| split.iter().sum::<i128>() == 100);
        splits
    }
}
