//! What the pillars carry, as a report.

use super::super::asks::pillar_name;
use super::prelude::*;
use crate::analyse::pillars::{Carried, Params, Part};

impl Told for Params {
    fn report(&self, found: &Carried, context: Context<'_>) -> AnalysisReport {
        let Context { case, header, .. } = context;
        let mut open: Vec<String> = not_proven([&found.best].into_iter().chain(&found.even)).into_iter().collect();
        open.extend(found.even.is_none().then(|| say!("pillars-not-reached")));
        AnalysisReport {
            case: header,
            analysis: "pillars",
            title: say!("pillars-title"),
            summary: summary(self.least, found),
            open,
            tables: vec![carried(found), changes(case, found)],
            charts: vec![chart(found)],
            page: Vec::new(),
        }
    }
}

fn summary(least: usize, found: &Carried) -> Vec<String> {
    if found.pillars.is_empty() {
        return vec![say!("pillars-none")];
    }
    let mut sentences = Vec::new();
    if let Some(most) = found.pillars.iter().max_by_key(|it| it.best.percent) {
        let percent = Figure(most.best.percent).short(1);
        sentences.push(say!("pillars-most-money", pillar = pillar_name(&most.pillar), percent = percent));
    }
    let Some(even) = &found.even else { return sentences };
    sentences.push(match (even.objective, found.best.objective) {
        (Some(even), Some(best)) => {
            say!("pillars-even-costs", least = least, objective = index(even), less = between(best, even))
        }
        _ if even.is_proven() => say!("pillars-even-impossible", least = least),
        _ => say!("pillars-even-unknown", least = least),
    });
    sentences
}

fn carried(found: &Carried) -> Table {
    let even = |part: fn(&Part) -> Decimal| move |it: &&crate::analyse::pillars::Pillar| it.even.as_ref().map(part);
    Table::of("pillars", say!("pillars-carry"), &found.pillars)
        .words("pillar", |it| Value::named(&it.pillar, &pillar_name(&it.pillar)))
        .figures("candidates", 0, |it| it.candidates)
        .figures("picks", 0, |it| it.best.picks)
        .money("cost", |it| it.best.cost)
        .column(Column::of("of_bill", Kind::Percent(1)), |it| it.best.percent)
        .points("lost_without", |it| it.best.lost)
        .points("by_itself", |it| it.best.alone)
        .column(Column::of("even_of_bill", Kind::Percent(1)), even(|part| part.percent))
        .points("even_lost", even(|part| part.lost))
        .note(say!("pillars-note"))
}

fn changes(case: &Case, found: &Carried) -> Table {
    let rows = [(say!("pillars-best-portfolio"), &found.best)].into_iter();
    let rows: Vec<_> = rows.chain(found.even.iter().map(|even| (say!("pillars-even"), even))).collect();
    let leave = |it: &Outcome| if it.objective.is_some() { found.best.picks.beyond(&it.picks) } else { Vec::new() };
    Table::of("portfolios", say!("pillars-portfolios"), &rows)
        .words("portfolio", |(name, _)| name.clone())
        .points("objective", |(_, it)| it.objective)
        .money("cost", |(_, it)| it.cost)
        .named("enter", case, |(_, it)| it.picks.beyond(&found.best.picks))
        .named("leave", case, |(_, it)| leave(it))
        .status(|(_, it)| it)
        .table()
}

fn chart(found: &Carried) -> Chart {
    let bars = found.pillars.iter().map(|it| (it.best.percent, pillar_name(&it.pillar)));
    Chart::bars(say!("pillars-carry"), say!("pillars-of-bill"), word("cost"), bars)
}
