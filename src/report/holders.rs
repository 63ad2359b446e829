//! Who holds a service, and what the stake of the home bloc is worth in power.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::data::{HolderLine, OwnerLine, PurchaseLine, StepLine, Votes};
use super::network_power::{network, network_in_words};
use super::number::{Figure, plain};
use crate::measure::PickResult;
use crate::measure::cap_table::{PowerStep, others, rounded, steps, steps_of};
use crate::measure::control::{with_gains, worn};
use crate::measure::ladder::{self, ladder, ladder_after, places};
use crate::measure::ownership::{deciders, integrated, percent};
use crate::measure::purchases::{Purchase, bought, purchases, votes as votes_after};
use crate::measure::takeover_prices::TakeoverPrices;
use crate::messages::list;
use crate::model::order::InOrder as _;
use crate::model::ownership::{Control, Decider, called, jurisdiction};
use crate::model::{Case, Holder, PowerRule, ServiceIx};
use crate::rules::takeover_floor::asked;
use crate::say;

/// Places of a stake in words; where it has more, its fraction stands beside it.
const STAKE: u32 = 4;
/// So many steps further in a chain of owners is drawn.
const STEPS_IN: usize = 12;
/// So many steps are told one by one.
const STEPS: usize = 200;

/// The cap table of a service in which votes decide, with its ladder before and after what these picks buy by name; `None` of any other.
pub(super) fn votes(case: &Case, service: ServiceIx, picks: &[PickResult]) -> Option<Votes> {
    let it = &case[service];
    let index = match it.power {
        PowerRule::Ladder => return None,
        PowerRule::Banzhaf => "banzhaf",
        PowerRule::Shapley => "shapley",
    };
    let holders = case.holders.iter().filter(|holder| holder.service == service);
    let holder = |it: &Holder| HolderLine {
        holder: it.holder.clone(),
        stake: Figure(it.stake),
        home: it.home,
        party: (it.party != it.holder).then(|| it.party.clone()),
    };
    let lines = |steps: &[ladder::Step]| {
        steps.iter().map(|it| StepLine { at_least: Figure(it.at_least), power: Figure(it.power) }).collect::<Vec<_>>()
    };
    let (last, bought) = (case.horizon().saturating_sub(1), bought(case, service, picks, case.last_year));
    let purchase = |(at, it): (usize, &Purchase)| PurchaseLine {
        candidate: case[it.candidate].id.clone(),
        holder: case.holders[it.holder].holder.clone(),
        amount: Figure(it.amount),
        bought: bought >> at & 1 == 1,
        steps: lines(&ladder_after(case, service, last, 1 << at)),
    };
    Some(Votes {
        index,
        quota: Figure(it.quota),
        holders: holders.map(holder).collect(),
        owners: owners(case, service),
        network: has_companies(case, service).then(|| network(case, service)),
        steps: lines(&ladder(case, service)),
        purchases: purchases(case, service).iter().enumerate().map(purchase).collect(),
        steps_after: (bought > 0).then(|| lines(&ladder_after(case, service, last, bought))),
    })
}

/// What everybody at the top owns of a service; nothing where its holders have no owners.
fn owners(case: &Case, service: ServiceIx) -> Vec<OwnerLine> {
    let found = if case.owners.is_empty() { None } else { integrated(case, service) };
    let line = |(owner, part): (&str, _)| OwnerLine {
        owner: owner.to_owned(),
        jurisdiction: jurisdiction(case, owner).to_owned(),
        part: Figure(percent(&part)),
    };
    found.into_iter().flat_map(|found| found.owners).map(line).collect()
}

/// Who holds a service, and which stake gives the home bloc which power, in paragraphs. Of a service on the ladder that is what
/// it would be if votes decided.
pub fn words(case: &Case, service: ServiceIx) -> String {
    let it = &case[service];
    let mut lines = Vec::new();
    let (control, mut seen) = (Control::of(case), BTreeSet::new());
    for holder in case.holders.iter().filter(|holder| holder.service == service) {
        let home = if holder.home { say!("holders-home") } else { String::new() };
        let price = holder.price.map_or_else(String::new, |price| say!("holders-price", price = plain(price)));
        let (law, stake) = (law(&holder.jurisdiction), plain(holder.stake));
        lines.push(
            say!("holders-one", holder = called(case, &holder.holder), law = law, stake = stake, home = home) + &price,
        );
        chain((case, &control), (&holder.holder, 1), &mut seen, &mut lines);
    }
    if lines.is_empty() {
        return say!("holders-nobody");
    }
    if has_companies(case, service) {
        lines.extend(tops(case, service));
        lines.extend(network_in_words(case, &control, service));
    }
    let rule = if it.power == PowerRule::Shapley { PowerRule::Shapley } else { PowerRule::Banzhaf };
    let index = if rule == PowerRule::Shapley { say!("holders-shapley") } else { say!("holders-banzhaf") };
    let (quota, control) = (plain(it.quota), plain(it.control));
    lines.push(if it.power == PowerRule::Ladder {
        say!("holders-ladder-decides", index = index, quota = quota, control = control)
    } else {
        say!("holders-votes-decide", index = index, quota = quota, control = control)
    });
    let steps = steps(rule, it.quota, &others(case, service)).unwrap_or_default();
    let held = steps.iter().rposition(|step| is_reached(step, it.control));
    if held.is_none() {
        lines.push(say!("holders-no-power-now"));
    }
    for (at, step) in steps.iter().enumerate().take(STEPS) {
        let now = if held == Some(at) { say!("holders-now") } else { String::new() };
        let (stake, power) = (stake(step), plain(rounded(step.power)));
        lines.push(if step.above {
            say!("holders-step-above", stake = stake, power = power, now = now)
        } else {
            say!("holders-step-from", stake = stake, power = power, now = now)
        });
    }
    if steps.len() > STEPS {
        lines.push(say!("holders-more-steps", steps = steps.len() - STEPS));
    }
    if !steps.is_empty() {
        lines.push(say!("holders-in-proportion"));
    }
    lines.extend(sold(case, service, rule));
    lines.extend(asked_price(case, service));
    lines.join("\n")
}

/// What each purchase by name does by itself at the end of the horizon, beside the same bought from all alike.
fn sold(case: &Case, service: ServiceIx, rule: PowerRule) -> Vec<String> {
    let last = case.horizon().saturating_sub(1);
    let power = |bought, control| {
        let steps =
            votes_after(case, service, last, bought).and_then(|votes| steps_of(rule, case[service].quota, &votes).ok());
        let steps = steps.unwrap_or_default();
        plain(steps.iter().rfind(|step| is_reached(step, control)).map_or(Decimal::ZERO, |step| rounded(step.power)))
    };
    let line = |(at, it): (usize, &Purchase)| {
        let control = with_gains(worn(&case[service], last), it.amount);
        say!(
            "holders-purchase",
            candidate = case[it.candidate].name,
            amount = plain(it.amount),
            holder = called(case, &case.holders[it.holder].holder),
            control = plain(control),
            power = power(1 << at, control),
            alike = power(0, control)
        )
    };
    let all = purchases(case, service);
    let mut lines: Vec<String> = all.iter().enumerate().map(line).collect();
    lines.extend((!all.is_empty()).then(|| say!("holders-sold-first")));
    lines
}

/// What taking control must cost at least, where a rule says so: what it costs with the control of now, and with which control it costs
/// enough.
fn asked_price(case: &Case, service: ServiceIx) -> Option<String> {
    let least = asked(case, service)?;
    let prices = TakeoverPrices::of(case, service).ok()?;
    let places = places(case, service);
    let stretches = prices.stretches(least, places).ok()?;
    let hair = Decimal::new(1, places);
    let mut ends = stretches.iter().skip(1).map(|next| next.from - hair);
    let told: Vec<String> = stretches
        .iter()
        .map(|it| (it, ends.next()))
        .filter(|(it, _)| it.is_dear)
        .map(|(it, end)| match end {
            Some(to) if to > it.from => say!("holders-stretch", from = plain(it.from), to = plain(to)),
            Some(_) => say!("holders-stretch-one", at = plain(it.from)),
            None => say!("holders-stretch-on", from = plain(it.from)),
        })
        .collect();
    let now = prices.at(case[service].control).map_or_else(
        || say!("holders-asked-nobody"),
        |price| say!("holders-asked-price", price = plain(price.round_dp(2))),
    );
    Some(say!("holders-asked", least = plain(least), now = now, stretches = list(&told)))
}

/// The law that somebody answers to, behind a name.
fn law(jurisdiction: &str) -> String {
    if jurisdiction.is_empty() { String::new() } else { format!(" ({jurisdiction})") }
}

/// Draws who stands behind a company: its owners, each with the owners of its own below it, so many steps further in. What was
/// `seen` is not gone into once more.
fn chain<'a>(
    (case, control): (&Case, &Control<'a>),
    (company, steps): (&'a str, usize),
    seen: &mut BTreeSet<&'a str>,
    lines: &mut Vec<String>,
) {
    let is_new = seen.insert(company);
    for it in control.owners(company).iter().filter(|_| is_new) {
        let indent = "   ".repeat(steps);
        let (owner, name) = (it.owner.as_str(), called(case, &it.owner));
        let how = match (it.controls, control.claims(company)) {
            (true, _) => say!("holders-owner-decides"),
            (false, [None, Some(top)]) if control.top(owner) == Some(top) => say!("holders-owner-majority"),
            _ => String::new(),
        };
        let again = !control.owners(owner).is_empty() && (seen.contains(owner) || steps >= STEPS_IN);
        let end = if again { say!("holders-owner-again") } else { String::new() };
        let text = if it.stake.is_zero() {
            say!("holders-owner-no-stake", owner = name, law = law(&it.jurisdiction), how = how, end = end)
        } else {
            let stake = plain(it.stake);
            say!("holders-owner", owner = name, law = law(&it.jurisdiction), stake = stake, how = how, end = end)
        };
        lines.push(format!("{indent}{text}"));
        if !again {
            chain((case, control), (owner, steps + 1), seen, lines);
        }
    }
}

/// Whether some holder of a service has owners.
fn has_companies(case: &Case, service: ServiceIx) -> bool {
    let has_owners = |it: &Holder| case.owners.iter().any(|owner| owner.company == it.holder);
    case.holders.iter().any(|it| it.service == service && has_owners(it))
}

/// Who decides at the top of a service, with the law of each, and who owns it in the end.
fn tops(case: &Case, service: ServiceIx) -> Vec<String> {
    let decides = |(top, votes): (Decider<'_>, Decimal)| {
        let (name, law) = decider(case, top);
        say!("holders-top", name = name, law = law, votes = plain(votes))
    };
    let decide: Vec<String> = deciders(case, service).into_iter().map(decides).collect();
    let mut lines = vec![say!("holders-tops", tops = list(&decide))];
    lines.push(match integrated(case, service) {
        None => say!("holders-own-themselves"),
        Some(found) => {
            let part = |(owner, part): (&&str, &_)| {
                let law = law(jurisdiction(case, owner));
                say!("holders-top", name = called(case, owner), law = law, votes = plain(percent(part)))
            };
            let owners = found.owners.iter().filter(|(_, part)| percent(part) > Decimal::ZERO);
            // Whoever owns most is told first.
            let mut owners: Vec<_> = owners.collect();
            owners.order_by_key(|(owner, part)| (std::cmp::Reverse(percent(part)), **owner));
            let mut own: Vec<String> = owners.into_iter().map(part).collect();
            let untold = percent(&found.untold);
            own.extend((untold > Decimal::ZERO).then(|| say!("holders-untold", part = plain(untold))));
            say!("holders-own", owners = list(&own))
        }
    });
    lines
}

/// Who decides, by name, and the law that it answers to, in parentheses.
fn decider(case: &Case, top: Decider<'_>) -> (String, String) {
    match top {
        Decider::Home => (say!("ownership-home"), String::new()),
        Decider::Party(party) => (called(case, party), law(jurisdiction(case, party))),
    }
}

/// Whether a control is enough for a step, exactly.
fn is_reached(step: &PowerStep, control: Decimal) -> bool {
    let control = crate::measure::cap_table::Fraction::new(control.mantissa(), 10_i128.pow(control.scale()));
    if step.above { control > step.stake } else { control >= step.stake }
}

/// The stake of a step: as a decimal, and as a fraction where that is not all of it.
fn stake(step: &PowerStep) -> String {
    let (over, under) = (*step.stake.numer(), *step.stake.denom());
    let digits = over * 10_i128.pow(STAKE) / under;
    let decimal = plain(Decimal::from_i128_with_scale(digits, STAKE));
    let whole = over * 10_i128.pow(STAKE) % under == 0;
    if whole || under > 9_999 { decimal } else { say!("holders-fraction", decimal = decimal, fraction = step.stake) }
}
