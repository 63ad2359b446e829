//! What stands on the page.

use crate::model::order::InOrder as _;
use rust_decimal::Decimal;

use crate::messages::{list, word};
use crate::report::brief_data::{Addition, Brief, Given, Held, Loss};
use crate::report::chart::{Chart, ChartKind, Series};
use crate::report::data::{MinistryLine, PickLine, PortfolioReport, YearLine};
use crate::report::document::{Block, Column, Item, Kind, Table};
use crate::report::number::{Figure, MONEY, apportioned, count, fixed, rounded, short, sum};
use crate::report::style::Role;
use crate::report::words;
use crate::say;

/// Places of points on the page.
const POINTS: u32 = 1;
/// How many words a reason has at most.
const WORDS: usize = 25;
/// How many picks stand in a sentence by name.
const PICKS: usize = 3;
/// How many scenarios, each with what breaks in it.
const SCENARIOS: usize = 2;

/// The page; nothing where there is no portfolio, or nothing was measured for it.
pub(in crate::report) fn page(report: &PortfolioReport) -> Vec<Block> {
    let Some(brief) = &report.brief else { return Vec::new() };
    let payments = Payments::of(report);
    if brief.nothing_gains {
        return vec![Block::Heading(say!("brief-decision")), Block::text(say!("brief-nothing-gains"))];
    }
    let mut asked = decision(report);
    let table = payments.table(report);
    if let ([only], None) = (report.parts.ministries.as_slice(), &table) {
        asked.push_str(&say!("brief-one-pays", ministry = only.name));
    }
    let mut page = vec![Block::Heading(say!("brief-decision")), Block::text(asked)];
    page.extend(table.map(Block::Table));
    page.push(Block::Heading(say!("brief-gain")));
    page.extend(gain(report, brief));
    page.extend(report.parts.levels.iter().map(|levels| Block::text(words::level(levels))));
    page.extend(years(report).map(Block::Chart));
    if !brief.picks.is_empty() {
        page.push(Block::Heading(say!("brief-picks")));
        page.push(Block::List(reasons(report, &brief.picks)));
    }
    page.push(Block::Heading(say!("brief-left-out")));
    page.extend(left_out(report, brief));
    page.push(Block::Heading(say!("brief-sure")));
    page.push(Block::List(sure(report, brief).into_iter().map(Item::from).collect()));
    page.push(Block::Heading(say!("brief-now", year = report.case.horizon.0)));
    page.push(Block::text(now(report, &payments)));
    page
}

fn decision(report: &PortfolioReport) -> String {
    let (first, last) = report.case.horizon;
    let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let now = report.parts.portfolio.iter().filter(|pick| pick.start == first).count();
    say!(
        "brief-decide",
        now = now,
        later = report.parts.portfolio.len() - now,
        first = first,
        picks = report.parts.portfolio.len(),
        candidates = count(report.case.candidates),
        bill = words::money(&report.case, report.totals.cost.unwrap_or_default()),
        years = years
    )
}

/// What each ministry pays in the first year and later, as it is shown: both ways it adds up to the bill.
struct Payments {
    /// `[ministry][first year, later]`
    cells: Vec<[Decimal; 2]>,
}

impl Payments {
    fn of(report: &PortfolioReport) -> Self {
        let (first, ministries) = (report.case.horizon.0, &report.parts.ministries);
        let whole = apportioned(&ministries.iter().map(|line| line.spent.0).collect::<Vec<_>>(), MONEY);
        let paid = |(line, whole): (&MinistryLine, Decimal)| {
            let own = report.parts.spending.iter().filter(|it| it.ministry == line.ministry && it.year == first);
            let now = words::sum(own.map(|it| it.spent)).0;
            // Who pays nothing later shows nothing later, however the whole is rounded.
            let now = if now == line.spent.0 { whole } else { rounded(now, MONEY).min(whole) };
            [now, whole - now]
        };
        Self { cells: ministries.iter().zip(whole).map(paid).collect() }
    }

    fn in_first_year(&self) -> Decimal {
        sum(&self.cells.iter().map(|cells| cells[0]).collect::<Vec<_>>()).unwrap_or_default()
    }

    /// The table; `None` if there is nobody to tell apart.
    fn table(&self, report: &PortfolioReport) -> Option<Table> {
        let (first, last) = report.case.horizon;
        let mut rows: Vec<(String, [Decimal; 2])> =
            report.parts.ministries.iter().map(|line| line.name.clone()).zip(self.cells.iter().copied()).collect();
        if rows.len() < 2 && first == last {
            return None;
        }
        if rows.len() > 1 {
            let later = self.cells.iter().map(|cells| cells[1]).sum();
            rows.push((word("all"), [self.in_first_year(), later]));
        }
        let column = |key: &str, head: String| Column::new(key, head, Kind::Money(MONEY));
        let mut table = Table::of("payments", say!("brief-who-pays"), rows)
            .column(Column::of("ministry", Kind::Words), |row| row.0.clone())
            .column(column("bill", say!("brief-bill")), |row| row.1[0] + row.1[1]);
        if first != last {
            table = table
                .column(column("first", say!("brief-in-year", year = first)), |row| row.1[0])
                .column(column("later", say!("brief-later")), |row| row.1[1]);
        }
        Some(table.table())
    }
}

/// The gain in one figure, and the direct points apart from it.
fn gain(report: &PortfolioReport, brief: &Brief) -> Vec<Block> {
    let totals = &report.totals;
    let [before, gain, points] =
        [totals.index_before, totals.gain, totals.points].map(|figure| figure.unwrap_or_default().0);
    let mut blocks = Vec::new();
    if !report.parts.services.is_empty() {
        // The two that are shown add up to the third.
        let shown = apportioned(&[before, gain], POINTS);
        let after = sum(&shown).unwrap_or_default();
        let [before, gain, after] = [shown[0], shown[1], after].map(|figure| fixed(figure, POINTS));
        blocks.push(Block::Paragraph(Role::Heading, say!("brief-index", before = before, after = after)));
        blocks.push(Block::text(if brief.is_average {
            say!("brief-index-mean", gain = gain, first = report.case.horizon.0, last = report.case.horizon.1)
        } else {
            say!("brief-index-end", gain = gain, year = report.case.horizon.1)
        }));
    }
    if !points.is_zero() {
        let points = short(points, MONEY);
        blocks.push(if blocks.is_empty() {
            Block::Paragraph(Role::Heading, say!("brief-points", points = points))
        } else {
            Block::text(say!("brief-points-apart", points = points))
        });
    }
    blocks
}

/// The index of each year, with and without the portfolio.
fn years(report: &PortfolioReport) -> Option<Chart> {
    let years = &report.parts.years;
    let line = |name: String, index: fn(&YearLine) -> Figure| Series {
        name,
        points: years.iter().map(|line| (line.year.into(), index(line).0, String::new())).collect(),
    };
    (years.len() > 1 && !report.parts.services.is_empty()).then(|| Chart {
        title: say!("brief-index-by-year"),
        across: word("year"),
        up: say!("brief-index-axis"),
        kind: ChartKind::Lines,
        series: vec![
            line(say!("brief-with"), |line| line.index_after),
            line(say!("brief-without"), |line| line.index_before),
        ],
    })
}

/// The picks and why each matters, said of all in one form: with what falls where that is short enough for each.
fn reasons(report: &PortfolioReport, losses: &[Loss]) -> Vec<Item> {
    let said = |falls| losses.iter().map(|loss| reason(report, loss, falls)).collect::<Vec<_>>();
    let words = |item: &Item| item.lead.split_whitespace().count() + item.text.split_whitespace().count();
    let whole = said(true);
    if whole.iter().all(|item| words(item) <= WORDS) { whole } else { said(false) }
}

fn reason(report: &PortfolioReport, loss: &Loss, falls: bool) -> Item {
    let bill = words::money(&report.case, loss.bill);
    let index = loss.index.short(POINTS);
    let text = match loss.falls.as_ref().filter(|_| falls) {
        _ if loss.index.0 <= Decimal::ZERO => {
            say!("brief-why-points", bill = bill, points = loss.points.short(MONEY))
        }
        Some((service, _, to)) => {
            say!("brief-why-service", bill = bill, points = index, service = service, to = to)
        }
        None => say!("brief-why-index", bill = bill, points = index),
    };
    Item { lead: loss.name.clone(), text, ..Item::default() }
}

fn left_out(report: &PortfolioReport, brief: &Brief) -> Vec<Block> {
    let out = report.case.candidates.saturating_sub(report.parts.portfolio.len());
    let mut text = match brief.locked_out.len() {
        0 => say!("brief-out", out = count(out)),
        locked => say!("brief-out-locked", out = count(out), locked = locked),
    };
    if brief.left_out.is_empty() {
        text.push_str(&say!("brief-out-none-adds"));
        return vec![Block::text(text)];
    }
    text.push_str(&say!("brief-out-would-add"));
    let item = |it: &Addition| Item {
        lead: it.name.clone(),
        text: say!("brief-adds", points = it.adds.short(POINTS), bill = words::money(&report.case, it.bill)),
        ..Item::default()
    };
    vec![Block::text(text), Block::List(brief.left_out.iter().map(item).collect())]
}

/// What the answer rests on, and what would break it.
fn sure(report: &PortfolioReport, brief: &Brief) -> Vec<String> {
    let mut said = brief.given.as_ref().map_or_else(|| vec![words::standing(report)], |given| beside(report, given));
    let ends = |it: &&Held| it.index;
    let (low, high) = (brief.scenarios.iter().min_by_key(ends), brief.scenarios.iter().max_by_key(ends));
    if let (Some(low), Some(high)) = (low, high) {
        let (count, [least, most]) = (brief.scenarios.len(), [low, high].map(|it| fixed(it.index.0, POINTS)));
        said.push(if least == most {
            say!("brief-scenarios-same", count = count, index = most)
        } else {
            say!("brief-scenarios", count = count, low = least, scenario = low.name, high = most)
        });
        let broken = brief.scenarios.iter().filter(|it| !it.broken.is_empty());
        let broken: Vec<String> = broken.map(|it| format!("{} ({})", it.name, it.broken)).collect();
        said.push(match broken.len() {
            0 => say!("brief-breaks-none"),
            count => say!("brief-breaks", count = count, names = named(&broken, SCENARIOS)),
        });
    } else {
        said.push(say!("brief-no-scenarios"));
    }
    let at_risk: Vec<String> =
        report.parts.portfolio.iter().filter(|pick| pick.has_legal_risk).map(|pick| pick.name.clone()).collect();
    if !at_risk.is_empty() {
        said.push(say!("brief-legal-risk", count = at_risk.len(), names = named(&at_risk, PICKS)));
    }
    said.extend(brief.reserve.as_ref().map(|(service, rung, spare)| match rounded(spare.0, MONEY) {
        none if none.is_zero() => say!("brief-no-reserve", service = service, rung = rung),
        _ => say!("brief-reserve", service = service, rung = rung, spare = spare.short(MONEY)),
    }));
    said
}

/// How a portfolio that somebody chose stands beside the best one, and what it breaks.
fn beside(report: &PortfolioReport, given: &Given) -> Vec<String> {
    let objective = report.objective.unwrap_or_default();
    let mut said = vec![match given.best {
        Some(best) if best.0 <= objective.0 => say!("brief-given-best"),
        Some(best) => say!(
            "brief-given",
            objective = fixed(objective.0, POINTS),
            best = fixed(best.0, POINTS),
            proven = given.is_proven.to_string()
        ),
        None => say!("brief-given-alone", objective = fixed(objective.0, POINTS)),
    }];
    let rules = named(&given.broken, PICKS);
    said.push(say!("brief-given-breaks", count = given.broken.len(), rules = rules));
    said
}

/// The first names, and how many more there are.
fn named(names: &[String], most: usize) -> String {
    let (first, rest) = names.split_at(names.len().min(most));
    if rest.is_empty() {
        return list(first);
    }
    say!("words-names-rest-more", names = first.join(", "), rest = rest.len())
}

/// What starts in the first year, and so must be decided before.
fn now(report: &PortfolioReport, payments: &Payments) -> String {
    let first = report.case.horizon.0;
    let mut starting: Vec<&PickLine> = report.parts.portfolio.iter().filter(|pick| pick.start == first).collect();
    if starting.is_empty() {
        let next = report.parts.portfolio.iter().map(|pick| pick.start).min();
        return next.map_or_else(|| say!("brief-now-nothing-ever"), |year| say!("brief-now-nothing", year = year));
    }
    starting.order_by_key(|pick| std::cmp::Reverse(pick.cost));
    let names: Vec<String> = starting.iter().map(|pick| pick.name.clone()).collect();
    let bill = words::money(&report.case, words::sum(starting.iter().map(|pick| pick.cost)));
    let now = words::money(&report.case, Figure(payments.in_first_year()));
    say!(
        "brief-now-start",
        count = starting.len(),
        money = if bill == now {
            say!("brief-now-all-money", bill = bill)
        } else {
            say!("brief-now-money", bill = bill, now = now, year = first)
        },
        year = first,
        names = named(&names, PICKS),
        later = report.parts.portfolio.len() - starting.len()
    )
}
