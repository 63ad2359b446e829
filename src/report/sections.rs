//! What every portfolio is shown in: its picks, the money, the power.

use super::asks::asks;
use super::chart::{Chart, ChartKind, Series};
use super::data::{
    CaseHeader, DomainLine, Level, LevelLine, Levels, MinistryLine, Parts, PickLine, ServiceLine, SpendingLine, Votes,
};
use super::document::{Audience, Block, Column, Item, Kind, Table, Value};
use super::number::{CONTROL, Figure, MONEY, apportioned};
use super::style::Role;
use super::words;
use crate::messages::word;
use crate::model::label::beyond_shared;
use crate::say;
use rust_decimal::Decimal;

/// The sections of a portfolio; none if there is no portfolio.
pub(super) fn sections(case: &CaseHeader, parts: &Parts) -> Vec<Block> {
    if parts.ministries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(picks(parts)), Block::Only(Audience::Notes, by_domain(case, parts))];
    blocks.extend(asks(case, parts));
    blocks.push(Block::Table(spending(parts)));
    blocks.extend(spending_chart(case, parts).map(Block::Chart));
    if !parts.services.is_empty() {
        blocks.extend(parts.levels.iter().map(levels).map(Block::Table));
        blocks.extend([Block::Table(domains(parts)), Block::Chart(targets(parts)), Block::Table(services(parts))]);
        blocks.extend(ladder(parts).map(Block::Chart));
        blocks.extend(votes(parts).map(Block::Table));
    }
    // Of a list of candidates without services there is no more to say on a terminal.
    let about_ministries = if parts.services.is_empty() { Audience::Notes } else { Audience::Everybody };
    blocks.push(Block::Table(ministries(parts).only(about_ministries)));
    if !parts.services.is_empty() {
        blocks.push(Block::Table(years(parts)));
    }
    blocks
}

/// A column of names, which are cut down where room is short. Ids are for programs.
fn name(key: &str) -> Column {
    Column::of(key, Kind::Words).least(20)
}

/// The id of what a line is about, for who joins the sheets of a workbook with other tables.
fn id() -> Column {
    Column::new("id", word("id"), Kind::Words).for_programs()
}

/// The name of a domain beside what is of it.
fn domain_of(parts: &Parts, id: &str) -> String {
    let named = parts.domains.iter().find(|line| line.domain == id);
    named.map_or(id, |line| line.name.as_str()).to_owned()
}

/// The name of a ministry as the head of a column: without the words that all of them begin with.
fn short_name<'a>(parts: &'a Parts, name: &'a str) -> &'a str {
    beyond_shared(name, parts.ministries.iter().map(|it| it.name.as_str()))
}

/// The picks, one line for each.
fn picks(parts: &Parts) -> Table {
    let share = |pick: &PickLine, at: usize| match pick.shares.0.get(at).map(|share| share.1) {
        None => Value::Empty,
        Some(0) => Value::Marked(Role::Faint, Box::new(Value::Share(0))),
        Some(share) => Value::Share(share),
    };
    let rows = parts.domains.iter().flat_map(|domain| picks_of(parts, &domain.domain));
    let money = Kind::Money(words::places(parts.portfolio.iter().map(|pick| pick.cost)));
    Table::of("portfolio", say!("sections-portfolio"), rows)
        .column(name("domain").least(10).grouped().faint(), |pick| domain_of(parts, &pick.domain))
        .column(name("candidate"), |pick| pick.name.clone())
        .column(Column::of("start", Kind::Year), |pick| pick.start)
        .column(Column::of("in_force", Kind::Year), |pick| pick.in_force)
        .column(Column::of("bill", money), |pick| pick.cost)
        .each(parts.ministries.iter().enumerate(), |table, (at, line)| {
            let (key, head) = (format!("share_{}", line.ministry), short_name(parts, &line.name));
            let column = Column::new(key, head, Kind::Percent(0)).least(7);
            table.column(column, |pick| share(pick, at))
        })
        .column(id(), |pick| pick.candidate.clone())
        .only(Audience::Terminal)
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
    // The domains add up to the whole bill.
    let exact = |domain: &DomainLine| words::sum(picks_of(parts, &domain.domain).map(|pick| pick.cost)).0;
    let bills = apportioned(&parts.domains.iter().map(exact).collect::<Vec<_>>(), MONEY);
    for (domain, bill) in parts.domains.iter().zip(bills) {
        let picks: Vec<_> = picks_of(parts, &domain.domain).collect();
        if picks.is_empty() {
            continue;
        }
        let bill = words::money(case, Figure(bill));
        blocks.push(Block::Subheading(domain.name.clone()));
        blocks.push(Block::text(say!("sections-picks-bill", picks = picks.len(), bill = bill)));
        blocks.push(Block::List(picks.into_iter().map(sentence).collect()));
    }
    blocks
}

/// The sentence of a pick with its name, which it begins with, set off.
fn sentence(pick: &PickLine) -> Item {
    let rest = pick.sentence.strip_prefix(&pick.name);
    let text = rest.map_or_else(|| format!(": {}", pick.sentence), str::to_owned);
    let locked = (!pick.locked.is_empty()).then(|| say!("sections-locked-in", reason = pick.locked));
    Item { lead: pick.name.clone(), text, more: locked.into_iter().collect(), ..Item::default() }
}

fn name_of<'a>(parts: &'a Parts, id: &'a str) -> &'a str {
    let named = parts.ministries.iter().find(|ministry| ministry.ministry == id);
    named.map_or(id, |ministry| ministry.name.as_str())
}

fn spending(parts: &Parts) -> Table {
    let money = Kind::Money(words::places(parts.spending.iter().flat_map(words::amounts)));
    let available = |line: &SpendingLine| words::sum([line.budget, line.carried_in]);
    let is_over = |line: &SpendingLine| line.spent > available(line);
    let used = |line: &SpendingLine| {
        if is_over(line) {
            Value::marked(Role::Bad, "over budget")
        } else {
            Value::Bar(line.spent.0.checked_div(available(line).0).unwrap_or_default())
        }
    };
    Table::of("spending", say!("sections-spending-ministry-year"), &parts.spending)
        .column(name("name").only(Audience::Terminal).least(10).grouped(), |line| {
            short_name(parts, name_of(parts, &line.ministry)).to_owned()
        })
        .column(name("name").only(Audience::Notes), |line| name_of(parts, &line.ministry).to_owned())
        .column(Column::of("year", Kind::Year), |line| line.year)
        .column(Column::of("budget", money), |line| line.budget)
        .column(Column::of("carried_in", money), |line| line.carried_in)
        .column(Column::of("spent", money), |line| {
            Value::marked(if is_over(line) { Role::Bad } else { Role::Plain }, line.spent)
        })
        .column(Column::of("carried_out", money), |line| line.carried_out)
        .column(Column::of("lapsed", money), |line| line.lapsed)
        .column(Column::of("used", Kind::Words).only(Audience::Terminal), |line| used(line))
        .column(id(), |line| line.ministry.clone())
        .note(say!("sections-money-adds-up"))
}

/// What each ministry spends over the years beside its budget; `None` if there is but one year.
fn spending_chart(case: &CaseHeader, parts: &Parts) -> Option<Chart> {
    let lines = |ministry: &MinistryLine, name: &str, amount: fn(&SpendingLine) -> Figure| {
        let own = parts.spending.iter().filter(|line| line.ministry == ministry.ministry);
        let points = own.map(|line| (line.year.into(), amount(line).0, String::new())).collect();
        Series { name: format!("{}, {}", ministry.name, word(name)), points }
    };
    let both =
        |ministry| [lines(ministry, "spent", |line| line.spent), lines(ministry, "own budget", |line| line.budget)];
    let series: Vec<Series> = parts.ministries.iter().flat_map(both).collect();
    series.iter().any(|series| series.points.len() > 1).then(|| Chart {
        title: say!("sections-spending-beside-budgets"),
        across: word("year"),
        up: if case.money.is_empty() { word("money") } else { case.money.clone() },
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
    let reached = |line: &DomainLine| {
        if line.at_target { Value::marked(Role::Good, "reached") } else { Value::marked(Role::Faint, "missed") }
    };
    Table::of("domains", say!("sections-power-domain-at"), &parts.domains)
        .column(name("name"), |line| line.name.clone())
        .column(Column::of("weight", Kind::Power), |line| line.weight)
        .column(Column::of("power_before", Kind::Power), |line| line.power_before)
        .column(Column::of("power_after", Kind::Power), |line| moved(line.power_before, line.power_after))
        .column(Column::of("target", Kind::Power), |line| line.target)
        .words("at_target", |line| reached(line))
        .column(id(), |line| line.domain.clone())
        .note(say!("sections-from-0-no-say"))
}

/// Each domain before and after, against its target.
fn targets(parts: &Parts) -> Chart {
    let series = |name: String, value: fn(&DomainLine) -> Figure| Series {
        name,
        points: parts.domains.iter().map(|line| (value(line).0, Decimal::ZERO, line.name.clone())).collect(),
    };
    let mut after = series(say!("sections-after"), |line| line.power_after);
    after.points.iter_mut().for_each(|point| point.2.clear());
    Chart {
        title: say!("sections-targets-chart"),
        across: say!("sections-power-axis"),
        up: String::new(),
        kind: ChartKind::Spans,
        series: vec![
            series(say!("sections-before"), |line| line.power_before),
            after,
            series(word("target"), |line| line.target),
        ],
    }
}

/// The ladder of each service that the portfolio moves: its power before and after, and the rung that it then stands on. `None` if
/// it moves none.
fn ladder(parts: &Parts) -> Option<Chart> {
    let moved: Vec<&ServiceLine> = parts.services.iter().filter(|line| line.power_after != line.power_before).collect();
    let series = |name: String, point: fn(&ServiceLine) -> (Decimal, Decimal, String)| Series {
        name,
        points: moved.iter().map(|line| point(line)).collect(),
    };
    (!moved.is_empty()).then(|| Chart {
        title: say!("sections-ladder-chart"),
        across: say!("sections-power-axis"),
        up: String::new(),
        kind: ChartKind::Spans,
        series: vec![
            series(say!("sections-before"), |line| (line.power_before.0, Decimal::ZERO, line.name.clone())),
            series(say!("sections-after"), |line| (line.power_after.0, Decimal::ZERO, line.rung_names.1.clone())),
        ],
    })
}

/// The level of each domain, and of the whole: that of the weakest.
fn levels(levels: &Levels) -> Table {
    let name = |level: &Level| match &level.id {
        None => Value::from("none"),
        Some(_) => Value::Text(level.name.clone()),
    };
    let overall = LevelLine {
        domain: String::new(),
        name: say!("sections-overall-level"),
        level_before: levels.overall_before.clone(),
        level_after: levels.overall.clone(),
        floor: Level::default(),
        power_after: Figure::default(),
    };
    let has_floors = levels.domains.iter().any(|line| line.floor.id.is_some());
    let is_weakest = |line: &&LevelLine| line.level_after == levels.overall;
    let table = Table::of("levels", say!("sections-levels"), levels.domains.iter().chain([&overall]))
        .column(Column::of("name", Kind::Words), |line| line.name.clone())
        .column(Column::of("level_before", Kind::Words), |line| name(&line.level_before))
        .column(Column::of("level_after", Kind::Words), |line| {
            Value::marked(if is_weakest(line) { Role::Caution } else { Role::Good }, name(&line.level_after))
        });
    let floor = |line: &&LevelLine| if line.floor.id.is_some() { name(&line.floor) } else { Value::Empty };
    let table = if has_floors { table.column(Column::of("floor", Kind::Words), floor) } else { table };
    table.table()
}

fn services(parts: &Parts) -> Table {
    let rung = |line: &ServiceLine, name: &str| match name {
        "" if line.rung_before.is_none() && line.rung_after.is_none() => "cap table".into(),
        "" => "none".into(),
        name => Value::Text(name.to_owned()),
    };
    let changed = parts.services.iter().filter(|line| line.power_after != line.power_before);
    Table::of("services", say!("sections-services-whose-power"), changed)
        .column(name("domain").only(Audience::Terminal).least(10).grouped().faint(), |line| {
            domain_of(parts, &line.domain)
        })
        .column(name("name"), |line| line.name.clone())
        .column(Column::of("control_before", Kind::Percent(CONTROL)), |line| line.control_before)
        .column(Column::of("control_after", Kind::Percent(CONTROL)), |line| line.control_after)
        .column(Column::of("power_before", Kind::Power), |line| line.power_before)
        .column(Column::of("power_after", Kind::Power), |line| moved(line.power_before, line.power_after))
        .column(Column::of("rung_before", Kind::Words).least(12), |line| rung(line, &line.rung_names.0))
        .column(Column::of("rung_after", Kind::Words).least(12), |line| rung(line, &line.rung_names.1))
        .column(id(), |line| line.service.clone())
        .table()
}

/// Services in which votes decide: what they stand on, and which stake would bring the next step. `None` if there are none.
fn votes(parts: &Parts) -> Option<Table> {
    let deciding: Vec<_> = parts.services.iter().filter_map(|line| Some((line, line.votes.as_ref()?))).collect();
    let next = |(line, votes): &(&ServiceLine, &Votes)| {
        votes.steps_now().iter().find(|step| step.at_least > line.control_after).copied()
    };
    (!deciding.is_empty()).then(|| {
        Table::of("votes", say!("sections-votes-decide"), &deciding)
            .column(name("name"), |(line, _)| line.name.clone())
            .words("power_index", |(_, votes)| votes.index.to_owned())
            .column(Column::of("quota", Kind::Percent(CONTROL)), |(_, votes)| votes.quota)
            .column(Column::of("control_after", Kind::Percent(CONTROL)), |(line, _)| line.control_after)
            .column(Column::of("power_after", Kind::Power), |(line, _)| line.power_after)
            .column(Column::of("next_stake", Kind::Percent(CONTROL)), |it| next(it).map(|step| step.at_least))
            .column(Column::of("next_power", Kind::Power), |it| next(it).map(|step| step.power))
            .column(id(), |(line, _)| line.service.clone())
            .note(say!("sections-votes-note"))
    })
}

fn ministries(parts: &Parts) -> Table {
    // What they pay adds up to the whole bill.
    let paid = apportioned(&parts.ministries.iter().map(|line| line.spent.0).collect::<Vec<_>>(), MONEY);
    Table::of("ministries", say!("sections-each-ministry-pays-gains"), parts.ministries.iter().zip(paid))
        .column(name("name"), |(line, _)| line.name.clone())
        .money("spent", |(_, paid)| *paid)
        .points("gain_by_own_weights", |(line, _)| line.gain_by_own_weights)
        .column(id(), |(line, _)| line.ministry.clone())
        .table()
}

fn years(parts: &Parts) -> Table {
    Table::of("years", say!("sections-index-at-end"), &parts.years)
        .column(Column::of("year", Kind::Year), |line| line.year)
        .points("index_before", |line| line.index_before)
        .points("index_after", |line| line.index_after)
        .only(Audience::Notes)
}
