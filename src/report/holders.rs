//! Who holds a service, and what the stake of the home bloc is worth in power.

use rust_decimal::Decimal;

use super::data::{HolderLine, StepLine, Votes};
use super::number::{Figure, plain};
use crate::measure::cap_table::{PowerStep, others, rounded, steps};
use crate::measure::ladder;
use crate::model::{Case, PowerRule, ServiceIx};
use crate::say;

/// Places of a stake in words; where it has more, its fraction stands beside it.
const STAKE: u32 = 4;
/// So many steps are told one by one.
const STEPS: usize = 200;

/// The cap table of a service in which votes decide, with the service's own ladder; `None` of any other.
pub(super) fn votes(case: &Case, service: ServiceIx) -> Option<Votes> {
    let it = &case[service];
    let index = match it.power {
        PowerRule::Ladder => return None,
        PowerRule::Banzhaf => "banzhaf",
        PowerRule::Shapley => "shapley",
    };
    let holders = case.holders.iter().filter(|holder| holder.service == service);
    let holder =
        |it: &crate::model::Holder| HolderLine { holder: it.holder.clone(), stake: Figure(it.stake), home: it.home };
    let step = |it: &ladder::Step| StepLine { at_least: Figure(it.at_least), power: Figure(it.power) };
    Some(Votes {
        index,
        quota: Figure(it.quota),
        holders: holders.map(holder).collect(),
        steps: ladder(case, service).iter().map(step).collect(),
    })
}

/// Who holds a service, and which stake gives the home bloc which power, in paragraphs. Of a service on the ladder that is what
/// it would be if votes decided.
pub fn words(case: &Case, service: ServiceIx) -> String {
    let it = &case[service];
    let mut lines = Vec::new();
    for holder in case.holders.iter().filter(|holder| holder.service == service) {
        let home = if holder.home { say!("holders-home") } else { String::new() };
        let law = if holder.jurisdiction.is_empty() { String::new() } else { format!(" ({})", holder.jurisdiction) };
        lines.push(say!("holders-one", holder = holder.holder, law = law, stake = plain(holder.stake), home = home));
    }
    if lines.is_empty() {
        return say!("holders-nobody");
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
    lines.join("\n")
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
