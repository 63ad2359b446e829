//! The picks of the recommended and the own portfolio as a table.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::messages::word;
use crate::model::{CandidateIx, Case, MinistryIx, Year};
use crate::say;
use crate::tui::canvas::{Glyphs, Role};
use crate::tui::state::Document;
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::number::{fixed, plain};

/// Whose each of the shares is, as far as there is room: `Def/Eco`.
pub(crate) fn payers(case: &Case) -> String {
    let begin = |at: usize| case.short_name(MinistryIx(at)).chars().take(3).collect::<String>();
    let all: Vec<String> = (0..case.ministries.len()).map(begin).collect();
    if all.len() > 3 || all.iter().any(String::is_empty) { word("shares") } else { all.join("/") }
}

/// The same with whole names.
fn whole(case: &Case) -> String {
    let names: Vec<&str> = (0..case.ministries.len()).map(|at| case.short_name(MinistryIx(at))).collect();
    names.join(" / ")
}

/// The years that a strip with a sign for each of them is about: `27-29`, or `2027-2036` where that is no wider than the strip.
fn span(case: &Case) -> String {
    let (first, last) = (case.first_year, case.last_year);
    if last - first >= 8 { format!("{first}-{last}") } else { format!("{:02}-{:02}", first % 100, last % 100) }
}

/// The picks of the recommended and the own portfolio.
pub(crate) struct PortfolioGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
    rows: Vec<CandidateIx>,
    signs: [&'static str; 5],
}

impl<'a> PortfolioGrid<'a> {
    pub fn new(document: &'a Document, glyphs: Glyphs) -> Self {
        let case = document.case();
        let columns = vec![
            GridColumn::text("name", &word("name"), say!("portfolio-name")).pinned(),
            GridColumn::number("rec", &word("rec"), say!("portfolio-year-which-starts-recommended")).pinned().no_sum(),
            GridColumn::number("own", &word("own"), say!("portfolio-year-which-starts-your")).pinned().no_sum(),
            GridColumn::number("bill", &word("bill"), say!("portfolio-whole-public-bill-after")),
            GridColumn::text("shares", &payers(case), say!("portfolio-each-ministry-pays-percent", who = whole(case))),
            GridColumn::text("years", &span(case), say!("portfolio-each-year-horizon-paid")),
            GridColumn::number("force", &word("in force"), say!("portfolio-from-end-year-effect")).no_sum(),
            GridColumn::text("domain", &word("domain"), say!("portfolio-home-domain")),
            GridColumn { is_id: true, ..GridColumn::text("candidate", &word("candidate"), say!("portfolio-id")) },
        ];
        let picked: BTreeSet<&str> = document
            .own
            .picks
            .keys()
            .chain(document.best.shown.iter().flat_map(|shown| shown.picks.keys()))
            .map(String::as_str)
            .collect();
        let rows = case.candidate_ixs().filter(|&ix| picked.contains(case[ix].id.as_str())).collect();
        let signs = [glyphs.empty(), glyphs.bar(3), glyphs.horizontal(), glyphs.bar(0), glyphs.bar(1)];
        Self { document, columns, rows, signs }
    }

    pub fn candidate(&self, row: usize) -> Option<CandidateIx> {
        self.rows.get(row).copied()
    }

    fn start(&self, row: usize, which: usize) -> Option<Year> {
        let id = &self.document.case()[self.candidate(row)?].id;
        let recommended = || self.document.best.shown.as_ref()?.picks.get(id);
        let pick = if which == 1 { recommended() } else { self.document.own.picks.get(id) };
        pick.map(|pick| pick.start)
    }

    /// A sign for each year: before the start, paid for, waited for, in force, worn off in part; all worn off is as before the start.
    fn timeline(&self, row: usize) -> String {
        let Some(ix) = self.candidate(row) else { return String::new() };
        let case = self.document.case();
        let Some(start) = self.start(row, 1).or_else(|| self.start(row, 2)) else { return String::new() };
        let it = &case[ix];
        let paid = i32::try_from(it.cost_years()).unwrap_or(i32::MAX);
        let there = |year: Year| it.effects.iter().filter(|effect| effect.holds(it.in_force(start), year)).count();
        let sign = |year: Year| match year {
            year if year < start => self.signs[0],
            year if year >= it.in_force(start) => match there(year) {
                all if all == it.effects.len() => self.signs[3],
                0 => self.signs[0],
                _ => self.signs[4],
            },
            year if year - start < paid => self.signs[1],
            _ => self.signs[2],
        };
        case.years().map(sign).collect()
    }

    fn shares(&self, row: usize) -> Option<String> {
        let id = &self.document.case()[self.candidate(row)?].id;
        let recommended = self.document.best.shown.as_ref().and_then(|shown| shown.picks.get(id));
        let pick = recommended.or_else(|| self.document.own.picks.get(id))?;
        Some(pick.shares.iter().map(ToString::to_string).collect::<Vec<_>>().join("/"))
    }
}

impl Grid for PortfolioGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(ix) = self.candidate(row) else { return Cow::Borrowed("") };
        let case = self.document.case();
        let it = &case[ix];
        match column {
            0 => Cow::Borrowed(&it.name),
            1 | 2 => self.start(row, column).map_or(Cow::Borrowed(""), |year| Cow::Owned(year.to_string())),
            3 => self.number(row, 3).map_or(Cow::Borrowed(""), |bill| Cow::Owned(fixed(bill, 1))),
            4 => Cow::Owned(self.shares(row).unwrap_or_default()),
            5 => Cow::Owned(self.timeline(row)),
            6 => self
                .start(row, 1)
                .or_else(|| self.start(row, 2))
                .map_or(Cow::Borrowed(""), |start| Cow::Owned(it.in_force(start).to_string())),
            8 => Cow::Borrowed(&it.id),
            7 => case.domains.get(it.domain.0).map_or(Cow::Borrowed(""), |domain| Cow::Borrowed(&domain.name)),
            _ => Cow::Borrowed(""),
        }
    }

    fn sum_words(&self, rows: &[usize], column: usize) -> Option<String> {
        // A row can be in one of the two portfolios only.
        let bills = |which: usize| -> Decimal {
            rows.iter().filter(|&&row| self.start(row, which).is_some()).filter_map(|&row| self.number(row, 3)).sum()
        };
        (column == 3)
            .then(|| say!("portfolio-bill-recommended-plain", recommended = plain(bills(1)), own = plain(bills(2))))
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match column {
            3 => self.document.snapshot.worth.get(self.candidate(row)?.0).and_then(|worth| worth.bill),
            _ => crate::session::bulk::parse_number(&self.cell(row, column)),
        }
    }

    fn role(&self, _row: usize, column: usize) -> Role {
        match column {
            1 if self.document.is_stale() => Role::Warn,
            1 => Role::Good,
            2 => Role::Accent,
            7 | 8 => Role::Dim,
            _ => Role::Text,
        }
    }
}
