//! The three asks of the position paper made visible: innovating government, a cooperating ecosystem, Economy and
//! Defence interwoven.

use std::fmt::Write as _;

use super::{escape, table, unit_head};
use crate::report::data::{CaseHeader, MinistryLine, Parts, PickLine};
use crate::report::words;

/// The section: who pays with whom, by pillar.
pub(super) fn write(case: &CaseHeader, parts: &Parts) -> String {
    if parts.portfolio.iter().all(|pick| pick.pillar.is_empty()) {
        return String::new();
    }
    let mut text =
        "## The three asks: innovating government, cooperating ecosystem, Economy and Defence interwoven\n\n"
            .to_owned();
    let mut head = vec!["pillar".to_owned(), "picks".to_owned(), unit_head("public bill", case)];
    head.extend(parts.ministries.iter().map(|line| escape(&line.name)));
    head.extend(["paid together".to_owned(), unit_head("brought in by others", case)]);
    let mut pillars: Vec<&str> = crate::model::schema::PILLARS.to_vec();
    for pick in &parts.portfolio {
        if !pillars.contains(&pick.pillar.as_str()) {
            pillars.push(&pick.pillar);
        }
    }
    let rows = pillars.iter().map(|&pillar| {
        let picks: Vec<&PickLine> = parts.portfolio.iter().filter(|pick| pick.pillar == pillar).collect();
        ask_row(&pillar_name(pillar), &picks, &parts.ministries)
    });
    let all: Vec<&PickLine> = parts.portfolio.iter().collect();
    let rows = rows.chain(std::iter::once(ask_row("all", &all, &parts.ministries)));
    text.push_str(&table(&head, 1, rows));
    text.push('\n');
    text.push_str(&together(case, &all, parts));
    text
}

fn ask_row(name: &str, picks: &[&PickLine], ministries: &[MinistryLine]) -> Vec<String> {
    let bill = words::sum(picks.iter().map(|pick| pick.cost));
    let mut row = vec![escape(name), picks.len().to_string(), bill.fixed(words::MONEY)];
    for at in 0..ministries.len() {
        let paid = words::sum(picks.iter().filter_map(|pick| pick.paid.get(at).copied()));
        row.push(words::percent(paid, bill));
    }
    let joint: Vec<_> = picks.iter().filter(|pick| is_joint(pick)).collect();
    let joint_bill = words::sum(joint.iter().map(|pick| pick.cost));
    row.push(format!("{} ({})", joint.len(), joint_bill.fixed(words::MONEY)));
    row.push(words::sum(picks.iter().map(|pick| pick.cofinanced)).fixed(words::MONEY));
    row
}

fn is_joint(pick: &PickLine) -> bool {
    pick.shares.0.iter().filter(|(_, share)| *share > 0).count() > 1
}

fn together(case: &CaseHeader, picks: &[&PickLine], parts: &Parts) -> String {
    let joint: Vec<_> = picks.iter().filter(|pick| is_joint(pick)).collect();
    let bill = words::sum(joint.iter().map(|pick| pick.cost));
    let whole = words::sum(picks.iter().map(|pick| pick.cost));
    let others = words::sum(picks.iter().map(|pick| pick.cofinanced));
    let mut text = format!(
        "Ministries pay {} of {} together: {} of {} ({}). Others (Europe, other ministries, companies) bring {} beside the \
         public bill.\n\n",
        joint.len(),
        words::count(picks.len(), "pick"),
        escape(&words::money(case, bill)),
        escape(&words::money(case, whole)),
        words::percent(bill, whole),
        escape(&words::money(case, others))
    );
    for pick in joint {
        let _ = writeln!(text, "- {}: {}", escape(&pick.name), escape(&words::payers(pick, &parts.ministries)));
    }
    text.push('\n');
    text
}

fn pillar_name(pillar: &str) -> String {
    match pillar {
        "innovating_government" => "innovating government".to_owned(),
        "cooperating_ecosystem" => "cooperating ecosystem".to_owned(),
        "economy_and_defence" => "Economy and Defence interwoven".to_owned(),
        "" => "no pillar named".to_owned(),
        other => other.replace('_', " "),
    }
}
