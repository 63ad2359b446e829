//! Alternatives as a report.

use super::prelude::*;
use crate::analyse::alternatives::{Ending, Others, Params, Range};
use crate::analyse::spread::apart as differing;
use crate::model::DomainIx;

impl Told for Params {
    fn report(&self, found: &Others, context: Context<'_>) -> AnalysisReport {
        report((found, self.within, self.trifle), context)
    }
}

/// Next best portfolios, the most different one, and the ranges of the domains.
pub fn report((others, within, trifle): (&Others, Decimal, Decimal), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let ranges = || {
        others
            .ranges
            .iter()
            .flat_map(|range| [&range.spending_low, &range.spending_high, &range.power_low, &range.power_high])
    };
    let all = others.next.iter().chain(&others.different).chain(ranges()).chain([&others.best]);
    let mut open: Vec<String> = not_proven(all).into_iter().collect();
    if !others.best.is_proven() {
        open.push(say!("alternatives-best-not-proven"));
    }
    if others.ending == Ending::Stopped {
        open.push(say!("alternatives-analysis-was-stopped-there"));
    }
    if let Some(spread) = others.spread.as_ref().filter(|spread| !spread.is_proven()) {
        open.push(say!("spread-not-proven", least = spread.least, most = spread.at_most));
    }
    if others.missing > 0 {
        open.push(say!("stopped-parts-missing", missing = others.missing));
    }
    AnalysisReport {
        analysis: "alternatives",
        title: say!("alternatives-other-portfolios-what", within = within),
        summary: summary(others, within),
        open,
        tables: vec![next(case, others, trifle), different(case, others), domains(case, others), apart(case, others)],
        charts: vec![chart(others)],
        page: Vec::new(),
        case: header,
    }
}

fn summary(others: &Others, within: Decimal) -> Vec<String> {
    let (Some(best), Some(near)) = (others.best.objective, others.near) else {
        return vec![match others.best.known {
            ProofStatus::Impossible => say!("alternatives-no-portfolio-possible"),
            _ => say!("alternatives-no-portfolio-found-before"),
        }];
    };
    let mut sentences =
        vec![say!("alternatives-best-objective-best", best = index(best), within = within, near = index(near))];
    sentences.push(match (others.ending, others.next.len()) {
        (Ending::Complete, 0) => say!("alternatives-there-no-other"),
        (Ending::Complete, 1) => say!("alternatives-this-only-other"),
        (Ending::Complete, count) => say!("alternatives-these-count-all", count = count),
        (Ending::Count, 1) => say!("alternatives-next-one-follows"),
        (Ending::Count, count) => say!("alternatives-next-count-follow", count = count),
        (Ending::Stopped, count) => say!("words-found-so-far", count = count),
    });
    sentences
}

/// A table of outcomes with a number in front, which `key` says what it is.
fn outcomes<'a>(
    (key, number, title): (&'static str, &str, String),
    case: &Case,
    others: &'a Others,
    rows: impl Iterator<Item = (usize, &'a Outcome)>,
) -> Table {
    let best = &others.best;
    let behind = |outcome: &Outcome| Some(Value::difference(best.objective?, outcome.objective?, INDEX));
    Table::of(key, title, rows)
        .figures(number, 0, |row| row.0)
        .points("objective", |row| row.1.objective)
        .points("behind", |row| behind(row.1))
        .money("cost", |row| row.1.cost)
        .named("enter", case, |row| row.1.picks.beyond(&best.picks))
        .named("leave", case, |row| best.picks.beyond(&row.1.picks))
        .status(|row| row.1)
        .picks(case, |row| row.1)
        .table()
}

/// The best portfolio, where there is one, and the next best ones, each with its rank.
fn ranked(others: &Others) -> impl Iterator<Item = (usize, &Outcome)> {
    others.best.objective.map(|_| &others.best).into_iter().chain(&others.next).enumerate()
}

fn next(case: &Case, others: &Others, trifle: Decimal) -> Table {
    let mut note = say!("alternatives-portfolios-differ-only");
    if !trifle.is_zero() {
        note = format!("{note} {}", say!("alternatives-trifles", percent = Figure(trifle).short(2)));
    }
    outcomes(("next", "rank", say!("alternatives-best-next-best")), case, others, ranked(others)).note(note)
}

/// The spread, each with what it stands for.
fn apart(case: &Case, others: &Others) -> Table {
    let members: &[Outcome] = others.spread.as_ref().map_or(&[], |spread| &spread.members);
    let rows: Vec<(usize, &Outcome)> = members.iter().enumerate().collect();
    let least = |at: usize| {
        let rest = members.iter().enumerate().filter(|(other, _)| *other != at);
        rest.map(|(_, other)| differing(&members[at], other)).min()
    };
    let best = &others.best;
    let table = Table::of("spread", say!("spread-title"), rows)
        .figures("number", 0, |row| row.0 + 1)
        .words("stands_for", |row| stands_for(case, best, row.1))
        .figures("apart", 0, |row| least(row.0))
        .points("objective", |row| row.1.objective)
        .points("behind", |row| Some(Value::difference(best.objective?, row.1.objective?, INDEX)))
        .money("cost", |row| row.1.cost)
        .named("enter", case, |row| row.1.picks.beyond(&best.picks))
        .named("leave", case, |row| best.picks.beyond(&row.1.picks))
        .picks(case, |row| row.1);
    match &others.spread {
        Some(spread) if spread.members.len() < 2 => table.table(),
        Some(spread) if spread.is_proven() => table.note(say!("spread-proven", least = spread.least)),
        Some(spread) => table.note(say!("spread-not-proven", least = spread.least, most = spread.at_most)),
        None => table.table(),
    }
}

/// What a portfolio stands for beside the best: the domain that gets the most more of the money, and that which gets the most less.
fn stands_for(case: &Case, best: &Outcome, outcome: &Outcome) -> String {
    if outcome.picks == best.picks {
        return say!("alternatives-best-portfolio-2");
    }
    let by_domain = |outcome: &Outcome| {
        let mut sums = vec![Decimal::ZERO; case.domains.len()];
        for pick in evaluate(case, &outcome.picks.portfolio()).picks {
            sums[case[pick.candidate].domain.0] += pick.bill;
        }
        sums
    };
    let more = by_domain(outcome).into_iter().zip(by_domain(best)).map(|(its, of_best)| its - of_best).enumerate();
    let more: Vec<(usize, Decimal)> = more.collect();
    let name = |found: Option<&(usize, Decimal)>| found.map(|(at, _)| case.domains[*at].name.clone());
    let most = name(more.iter().filter(|it| it.1 > Decimal::ZERO).max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))));
    let least = name(more.iter().filter(|it| it.1 < Decimal::ZERO).min_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0))));
    match (most, least) {
        (Some(more), Some(less)) => say!("spread-more-less", more = more, less = less),
        (Some(more), None) => say!("spread-more", more = more),
        (None, Some(less)) => say!("spread-less", less = less),
        (None, None) => say!("spread-same-money"),
    }
}

fn different(case: &Case, others: &Others) -> Table {
    let rows = others.different.iter().map(|outcome| {
        let changes = outcome.value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
        (changes, outcome)
    });
    let title = say!("alternatives-most-different-portfolio-near");
    outcomes(("different", "changes", title), case, others, rows).note(say!("alternatives-changes-candidates-one"))
}

fn domains(case: &Case, others: &Others) -> Table {
    let status = |range: &Range| {
        let all = [
            (say!("alternatives-least-spending"), &range.spending_low),
            (say!("alternatives-most-spending"), &range.spending_high),
            (say!("alternatives-least-power"), &range.power_low),
            (say!("alternatives-most-power"), &range.power_high),
        ];
        let open: Vec<String> =
            all.into_iter().filter(|(_, outcome)| !outcome.is_proven()).map(|(name, _)| name).collect();
        if open.is_empty() {
            "proven".into()
        } else {
            Value::from(say!("alternatives-not-proven-open", open = open.join(", ")))
        }
    };
    Table::of("domains", say!("alternatives-how-far-each"), &others.ranges)
        .words("domain", |range| {
            let domain = &case[DomainIx(range.domain)];
            Value::named(&domain.id, &domain.name)
        })
        .money("spending_best", |range| best_spending(case, others, DomainIx(range.domain)))
        .money("spending_low", |range| range.spending_low.value)
        .money("spending_high", |range| range.spending_high.value)
        .points("power_low", |range| range.power_low.value)
        .points("power_high", |range| range.power_high.value)
        .words("status", |range| status(range))
        .note(say!("alternatives-power-its-rise"))
}

fn best_spending(case: &Case, others: &Others, domain: DomainIx) -> Decimal {
    let evaluation = crate::measure::evaluate(case, &others.best.picks.portfolio());
    let picks = evaluation.picks.iter().filter(|pick| case[pick.candidate].domain == domain);
    picks.map(|pick| pick.bill).sum()
}

fn chart(others: &Others) -> Chart {
    let bars = ranked(others).filter_map(|(rank, outcome)| {
        let name = if rank == 0 { word("best") } else { say!("alternatives-alternative-number", rank = rank) };
        Some((outcome.objective?, name))
    });
    Chart::bars(
        say!("alternatives-objective-alternatives"),
        say!("alternatives-objective-index-points"),
        word("objective"),
        bars.take(25),
    )
}
