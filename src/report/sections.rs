//! What every portfolio is shown in: its picks, the money, the power.

use super::asks::asks;
use super::chart::{Chart, ChartKind, Series};
use super::data::{CaseHeader, MinistryLine, Parts, PickLine, SpendingLine};
use super::document::{Audience, Block, Column, Item, Kind, Table, Value};
use super::number::{CONTROL, Figure};
use super::style::Role;
use super::words;
use crate::say;

/// The sections of a portfolio; none where there is no portfolio.
pub(super) fn sections(case: &CaseHeader, parts: &Parts) -> Vec<Block> {
    if parts.ministries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(picks(parts)), Block::Only(Audience::Notes, by_domain(case, parts))];
    blocks.extend(asks(case, parts));
    blocks.push(Block::Table(spending(parts)));
    blocks.extend(spending_chart(case, parts).map(Block::Chart));
    if !parts.services.is_empty() {
        blocks.extend([domains(parts), services(parts)].map(Block::Table));
    }
    // Of a list of candidates without services there is no more to say on a terminal.
    let about_ministries = if parts.services.is_empty() { Audience::Notes } else { Audience::Everybody };
    blocks.push(Block::Table(ministries(parts).only(about_ministries)));
    if !parts.services.is_empty() {
        blocks.push(Block::Table(years(parts)));
    }
    blocks
}

fn id(head: &'static str) -> Column {
    Column::words(head, head).only(Audience::Terminal).least(7)
}

/// The picks, one line for each.
fn picks(parts: &Parts) -> Table {
    let mut columns = vec![
        id("domain").grouped().faint(),
        Column::words("candidate", "candidate"),
        Column::new("name", "name", Kind::Name),
        Column::new("start", "start", Kind::Year),
        Column::new("in_force", say!("sections-force"), Kind::Year),
        Column::money("bill", "bill"),
    ];
    columns.extend(parts.ministries.iter().map(|line| {
        let id = line.ministry.as_str();
        Column::new(format!("share_{id}"), id, Kind::Percent(0)).least(7)
    }));
    let row = |pick: &PickLine| {
        let mut row: Vec<Value> = vec![
            (&pick.domain).into(),
            (&pick.candidate).into(),
            (&pick.name).into(),
            pick.start.into(),
            pick.in_force.into(),
            pick.cost.into(),
        ];
        row.extend(pick.shares.0.iter().map(|(_, share)| match share {
            0 => Value::marked(Role::Faint, "-"),
            share => format!("{share} %").into(),
        }));
        row
    };
    let rows = parts.domains.iter().flat_map(|domain| picks_of(parts, &domain.domain).map(row));
    Table::new("portfolio", "Portfolio", columns, rows).only(Audience::Terminal)
}

fn picks_of<'a>(parts: &'a Parts, domain: &'a str) -> impl Iterator<Item = &'a PickLine> {
    parts.portfolio.iter().filter(move |pick| pick.domain == domain)
}

/// The picks in sentences, by domain.
fn by_domain(case: &CaseHeader, parts: &Parts) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(say!("sections-portfolio-domain"))];
    if parts.portfolio.is_empty() {
        blocks.push(Block::text(say!("sections-nothing-chosen")));
    }
    for domain in &parts.domains {
        let picks: Vec<_> = picks_of(parts, &domain.domain).collect();
        if picks.is_empty() {
            continue;
        }
        let bill = words::money(case, words::sum(picks.iter().map(|pick| pick.cost)));
        blocks.push(Block::Subheading(domain.name.clone()));
        blocks.push(Block::text(format!("{}, {bill}.", words::count(picks.len(), "pick"))));
        blocks.push(Block::List(picks.into_iter().map(sentence).collect()));
    }
    blocks
}

/// The sentence of a pick with its name, which it begins with, set off.
fn sentence(pick: &PickLine) -> Item {
    let rest = pick.sentence.strip_prefix(&pick.name);
    let text = rest.map_or_else(|| format!(": {}", pick.sentence), str::to_owned);
    let locked = (!pick.locked.is_empty()).then(|| say!("sections-locked-locked", locked = pick.locked));
    Item { lead: pick.name.clone(), text, more: locked.into_iter().collect(), ..Item::default() }
}

fn name_of<'a>(parts: &'a Parts, id: &'a str) -> &'a str {
    parts.ministries.iter().find(|ministry| ministry.ministry == id).map_or(id, |ministry| &ministry.name)
}

fn spending(parts: &Parts) -> Table {
    let money = Kind::Money(words::places(parts.spending.iter().flat_map(words::amounts)));
    let columns = vec![
        id("ministry").grouped().faint(),
        Column::words("name", "ministry").only(Audience::Notes),
        Column::new("year", "year", Kind::Year),
        Column::new("budget", "budget", money),
        Column::new("carried_in", say!("sections-carried"), money),
        Column::new("spent", "spent", money),
        Column::new("carried_out", say!("sections-carried-out"), money),
        Column::words("used", "used").only(Audience::Terminal),
    ];
    let row = |line: &SpendingLine| {
        let available = words::sum([line.budget, line.carried_in]);
        let over = line.spent > available;
        vec![
            (&line.ministry).into(),
            name_of(parts, &line.ministry).into(),
            line.year.into(),
            line.budget.into(),
            line.carried_in.into(),
            Value::marked(if over { Role::Bad } else { Role::Plain }, line.spent),
            line.carried_out.into(),
            if over {
                Value::marked(Role::Bad, say!("sections-over-budget"))
            } else {
                Value::Bar(line.spent.0.checked_div(available.0).unwrap_or_default())
            },
        ]
    };
    Table::new("spending", say!("sections-spending-ministry-year"), columns, parts.spending.iter().map(row))
}

/// What each ministry spends over the years beside its budget; none where there is but one year.
fn spending_chart(case: &CaseHeader, parts: &Parts) -> Option<Chart> {
    let lines = |ministry: &MinistryLine, name: &str, amount: fn(&SpendingLine) -> Figure| {
        let own = parts.spending.iter().filter(|line| line.ministry == ministry.ministry);
        let points = own.map(|line| (line.year.into(), amount(line).0, String::new())).collect();
        Series { name: format!("{}, {name}", ministry.name), points }
    };
    let both = |ministry| {
        [lines(ministry, "spent", |line| line.spent), lines(ministry, &say!("sections-own-budget"), |line| line.budget)]
    };
    let series: Vec<Series> = parts.ministries.iter().flat_map(both).collect();
    series.iter().any(|series| series.points.len() > 1).then(|| Chart {
        title: say!("sections-spending-beside-budgets"),
        across: "year".to_owned(),
        up: if case.money.is_empty() { "money".to_owned() } else { case.money.clone() },
        kind: ChartKind::Lines,
        series,
    })
}

/// A figure that is better the higher it is, after what it was before.
fn moved(before: Figure, after: Figure) -> Value {
    let role = match after.cmp(&before) {
        std::cmp::Ordering::Greater => Role::Good,
        std::cmp::Ordering::Equal => Role::Plain,
        std::cmp::Ordering::Less => Role::Bad,
    };
    Value::marked(role, after)
}

fn domains(parts: &Parts) -> Table {
    let columns = vec![
        id("domain"),
        Column::new("name", "domain", Kind::Name).brief("name"),
        Column::new("weight", "weight", Kind::Power),
        Column::new("power_before", say!("sections-power-before"), Kind::Power).brief("before"),
        Column::new("power_after", say!("sections-power-after"), Kind::Power).brief("after"),
        Column::new("target", "target", Kind::Power),
        Column::words("at_target", ""),
    ];
    let rows = parts.domains.iter().map(|line| {
        let (role, reached) = if line.at_target { (Role::Good, "reached") } else { (Role::Faint, "missed") };
        vec![
            (&line.domain).into(),
            (&line.name).into(),
            line.weight.into(),
            line.power_before.into(),
            moved(line.power_before, line.power_after),
            line.target.into(),
            Value::marked(role, reached),
        ]
    });
    let note = say!("sections-from-0-no-say");
    Table::new("domains", say!("sections-power-domain-at"), columns, rows).note(note)
}

fn services(parts: &Parts) -> Table {
    let columns = vec![
        id("domain").faint(),
        Column::words("service", "service").only(Audience::Terminal),
        Column::new("name", "service", Kind::Name).brief("name"),
        Column::new("control_before", say!("sections-control-before"), Kind::Percent(CONTROL)).brief("control %"),
        Column::new("control_after", say!("sections-control-after"), Kind::Percent(CONTROL)).brief("after"),
        Column::new("power_before", say!("sections-power-before"), Kind::Power).brief("power"),
        Column::new("power_after", say!("sections-power-after"), Kind::Power).brief("after"),
        Column::words("rung_before", say!("sections-rung-before")).least(12),
        Column::words("rung_after", say!("sections-rung-after")).least(12),
    ];
    let changed = parts.services.iter().filter(|line| line.power_after != line.power_before);
    let rows = changed.map(|line| {
        let by_cap_table = line.rung_before.is_none() && line.rung_after.is_none();
        let rung = |name: &String| match name.as_str() {
            "" if by_cap_table => "cap table".into(),
            "" => "none".into(),
            name => Value::from(name),
        };
        vec![
            (&line.domain).into(),
            (&line.service).into(),
            (&line.name).into(),
            line.control_before.into(),
            line.control_after.into(),
            line.power_before.into(),
            moved(line.power_before, line.power_after),
            rung(&line.rung_names.0),
            rung(&line.rung_names.1),
        ]
    });
    Table::new("services", say!("sections-services-whose-power"), columns, rows)
}

fn ministries(parts: &Parts) -> Table {
    let columns = vec![
        id("ministry"),
        Column::new("name", "ministry", Kind::Name).brief("name"),
        Column::money("spent", "pays"),
        Column::points("gain_by_own_weights", say!("sections-gain-its-own")).brief("gain"),
    ];
    let row = |line: &MinistryLine| {
        vec![(&line.ministry).into(), (&line.name).into(), line.spent.into(), line.gain_by_own_weights.into()]
    };
    let title = say!("sections-each-ministry-pays-gains");
    Table::new("ministries", title, columns, parts.ministries.iter().map(row))
}

fn years(parts: &Parts) -> Table {
    let columns = vec![
        Column::new("year", "year", Kind::Year),
        Column::points("index_before", say!("sections-index-before")),
        Column::points("index_after", say!("sections-index-after")),
    ];
    let rows = parts.years.iter().map(|line| vec![line.year.into(), line.index_before.into(), line.index_after.into()]);
    Table::new("years", say!("sections-index-at-end"), columns, rows).only(Audience::Notes)
}
