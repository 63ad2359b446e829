//! The picks that carry the pillars, pillar by pillar, as a table.

use std::borrow::Cow;
use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::analyse::carrying::Way;
use crate::analyse::pillars::pillars;
use crate::measure::bill;
use crate::messages::{list, word};
use crate::model::order::InOrder as _;
use crate::model::{CandidateIx, MinistryIx};
use crate::report::pillar_name;
use crate::say;
use crate::session::analyses::Age;
use crate::session::pillars::{Carried, Pillars};
use crate::tui::canvas::Role;
use crate::tui::screens::portfolio::payers;
use crate::tui::state::{App, Document};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::number::fixed;

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Name,
    Recommended,
    Own,
    Even,
    Bill,
    Lost,
    Pillar,
    Others,
    Shares,
    Does,
    Id,
}

/// The picks of the recommended and the own portfolio, and of the one in which every pillar carries its part.
pub(super) struct PickGrid<'a> {
    document: &'a Document,
    now: &'a Pillars,
    shows: Vec<Shows>,
    columns: Vec<GridColumn>,
    rows: Vec<CandidateIx>,
}

/// What a pick does for policy, as a word.
pub(super) fn does(way: Way) -> String {
    match way {
        Way::Order => say!("pillars-way-order"),
        Way::WithOthers => say!("pillars-way-others"),
        Way::Interwoven => say!("pillars-way-interwoven"),
    }
}

impl<'a> PickGrid<'a> {
    pub fn new(app: &'a App, document: &'a Document) -> Self {
        let (case, now) = (document.case(), &app.pillars);
        let whole: Vec<&str> = (0..case.ministries.len()).map(|at| case.short_name(MinistryIx(at))).collect();
        let years = |id, title: &str, help| GridColumn::number(id, title, help).pinned().no_sum();
        let even = now.even.as_ref().map(|even| {
            let title = say!("pillars-column-even", percent = even.percent);
            (Shows::Even, years("even", &title, say!("pillars-column-even-help", percent = even.percent)))
        });
        let all = [
            (Shows::Name, GridColumn::text("name", &word("name"), say!("portfolio-name")).pinned()),
            (Shows::Recommended, years("rec", &word("rec"), say!("portfolio-year-which-starts-recommended"))),
            (Shows::Own, years("own", &word("own"), say!("portfolio-year-which-starts-your"))),
        ];
        let others = [
            (Shows::Bill, GridColumn::number("bill", &word("bill"), say!("portfolio-whole-public-bill-after"))),
            (Shows::Lost, GridColumn::number("lost", &word("points"), say!("pillars-column-lost")).no_sum()),
            (Shows::Pillar, GridColumn::text("pillar", &word("pillar"), say!("column-pillar"))),
            (Shows::Others, GridColumn::number("others", &say!("pillars-others"), say!("pillars-column-others"))),
            (
                Shows::Shares,
                GridColumn::text(
                    "shares",
                    &payers(case),
                    say!("portfolio-each-ministry-pays-percent", who = whole.join(" / ")),
                ),
            ),
            (Shows::Does, GridColumn::text("does", &say!("pillars-column-does"), say!("pillars-column-does-help"))),
            (
                Shows::Id,
                GridColumn { is_id: true, ..GridColumn::text("candidate", &word("candidate"), say!("portfolio-id")) },
            ),
        ];
        let (shows, columns) = all.into_iter().chain(even).chain(others).unzip();
        let mut grid = Self { document, now, shows, columns, rows: Vec::new() };
        let names = pillars(case);
        let place = |ix: &CandidateIx| names.iter().position(|name| *name == case[*ix].pillar).unwrap_or(names.len());
        let is_chosen = |ix: &CandidateIx| grid.sides().any(|it| it.start(&case[*ix].id).is_some());
        let mut rows: Vec<CandidateIx> = case.candidate_ixs().filter(is_chosen).collect();
        // Those that carry most first.
        rows.order_by_key(|ix| (place(ix), std::cmp::Reverse(grid.lost(*ix)), ix.0));
        grid.rows = rows;
        grid
    }

    pub fn candidate(&self, row: usize) -> Option<CandidateIx> {
        self.rows.get(row).copied()
    }

    /// The rows of picks that one portfolio has and another has not.
    pub fn differing(&self) -> HashSet<usize> {
        let case = self.document.case();
        let count = self.sides().count();
        let has = |ix: &CandidateIx| self.sides().filter(|side| side.start(&case[*ix].id).is_some()).count();
        (0..self.rows.len()).filter(|&row| has(&self.rows[row]) < count).collect()
    }

    /// The portfolios that there are, the recommended one first.
    fn sides(&self) -> impl Iterator<Item = &'a Carried> + use<'a> {
        let Pillars { recommended, own, even, .. } = self.now;
        recommended.iter().chain(own).chain(even.as_ref().map(|even| &even.carried))
    }

    fn side(&self, shows: Shows) -> Option<&'a Carried> {
        match shows {
            Shows::Recommended => self.now.recommended.as_ref(),
            Shows::Own => self.now.own.as_ref(),
            Shows::Even => self.now.even.as_ref().map(|even| &even.carried),
            _ => None,
        }
    }

    /// What the first portfolio that has the pick loses without it.
    fn lost(&self, ix: CandidateIx) -> Option<Decimal> {
        let id = &self.document.case()[ix].id;
        self.sides().find_map(|side| side.lost.get(id)).copied()
    }
}

impl Grid for PickGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (Some(ix), Some(&shows)) = (self.candidate(row), self.shows.get(column)) else { return Cow::Borrowed("") };
        let case = self.document.case();
        let it = &case[ix];
        Cow::Owned(match shows {
            Shows::Name => return Cow::Borrowed(&it.name),
            Shows::Id => return Cow::Borrowed(&it.id),
            Shows::Recommended | Shows::Own | Shows::Even => {
                self.side(shows).and_then(|side| side.start(&it.id)).map_or_else(String::new, |year| year.to_string())
            }
            Shows::Bill | Shows::Others => self.number(row, column).map_or_else(String::new, |it| fixed(it, 1)),
            Shows::Lost => self.number(row, column).map_or_else(String::new, |it| fixed(it, 2)),
            Shows::Pillar => pillar_name(&it.pillar),
            Shows::Shares => {
                let pick = self.sides().find_map(|side| side.picks.picks.get(&it.id));
                let shares = pick.map(|pick| pick.shares.iter().map(ToString::to_string).collect::<Vec<_>>());
                shares.unwrap_or_default().join("/")
            }
            Shows::Does => list(&Way::ALL.into_iter().filter(|way| way.is_of(case, ix)).map(does).collect::<Vec<_>>()),
        })
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        let ix = self.candidate(row)?;
        match self.shows.get(column)? {
            Shows::Bill => Some(bill::whole(&self.document.case()[ix])),
            Shows::Others => Some(bill::by_others(&self.document.case()[ix])),
            Shows::Lost => self.lost(ix),
            _ => crate::session::bulk::parse_number(&self.cell(row, column)),
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        let is_in_best = || {
            self.now
                .recommended
                .as_ref()
                .zip(self.candidate(row))
                .is_some_and(|(side, ix)| side.start(&self.document.case()[ix].id).is_some())
        };
        match self.shows.get(column) {
            Some(Shows::Recommended) if self.document.is_stale() => Role::Warn,
            Some(Shows::Recommended) => Role::Good,
            Some(Shows::Own) => Role::Accent,
            Some(Shows::Even) if self.now.even.as_ref().is_some_and(|even| even.age == Age::Stale) => Role::Warn,
            // What comes in.
            Some(Shows::Even) if !is_in_best() => Role::Good,
            Some(Shows::Pillar | Shows::Does | Shows::Id) => Role::Dim,
            _ => Role::Text,
        }
    }
}
