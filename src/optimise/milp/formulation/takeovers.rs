//! Floors of takeovers: one column for each stretch of control in which a takeover costs enough, and one for what prevents it.
//!
//! More control may make a takeover cheaper, so that a sum of gains `Σ g z` has to lie in a stretch from below and from above. With the
//! largest sum `G` a stretch from `a` to `b` has the rows `Σ g z ≥ a y` and `Σ g z + (G - b) y ≤ G`; something that prevents takeovers has
//! `p ≤ Σ x`; and the rule is `Σ y + p ≥ 1`.

use rust_decimal::Decimal;

use super::Statement;
use super::program::{Tag, Terms, What, times};
use crate::measure::ladder::places;
use crate::measure::{Rule, control};
use crate::model::{Percent, ServiceIx, Year};
use crate::optimise::instance::services::stretches;
use crate::rules::takeover_floor;

impl Statement<'_> {
    /// The rule that taking a service over costs enough at the end, if there is one.
    pub(super) fn add_takeover_floor(&mut self, service: ServiceIx, year_ix: usize, year: Year) {
        let case = self.case;
        // The checks report what cannot be computed.
        let Ok(Some(all)) = stretches(case, service) else { return };
        let worn = control::worn(&case[service], year_ix);
        let hair = Decimal::new(1, places(case, service));
        let first = self.program.columns.len();
        let items = self.items(service, year);
        let most: Percent = items.iter().map(|item| item.gain).sum();
        let sum: Terms = items.iter().flat_map(|item| times(&item.in_force, item.gain).collect::<Terms>()).collect();
        let mut allowed = Terms::new();
        for (at, stretch) in all.iter().enumerate().filter(|(_, stretch)| stretch.is_dear) {
            let from = stretch.from - worn;
            let to = all.get(at + 1).map_or(most, |next| next.from - hair - worn);
            if to < Decimal::ZERO || from > most {
                continue;
            }
            if from <= Decimal::ZERO && to >= most {
                // Whatever is chosen a takeover costs enough.
                return;
            }
            let row = self.program.rows.len();
            let column = self.binary(What::Within { row, rows: 2 });
            let least: Terms = sum.iter().copied().chain([(column, -from.max(Decimal::ZERO))]).collect();
            self.program.at_least(Tag::Meaning, least, Decimal::ZERO);
            let room = (most - to).max(Decimal::ZERO);
            self.program.at_most(Tag::Meaning, sum.iter().copied().chain([(column, room)]).collect(), most);
            allowed.push((column, Decimal::ONE));
        }
        let together = (first..self.program.columns.len()).filter_map(|at| match self.program.columns[at].what {
            What::Together { row, rows } => Some((super::program::Col(at), row..row + rows)),
            _ => None,
        });
        for (column, rows) in together.collect::<Vec<_>>() {
            self.force_together(column, rows);
        }
        let mut prevents = Terms::new();
        for (candidate, at) in self.movers[service.0].clone() {
            let effect = &case[candidate].effects[at];
            if takeover_floor::lifts(effect) {
                prevents.extend(self.started(candidate, |start| effect.holds(case[candidate].in_force(start), year)));
            }
        }
        if !prevents.is_empty() {
            let column = self.binary(What::Within { row: self.program.rows.len(), rows: 1 });
            prevents.push((column, Decimal::NEGATIVE_ONE));
            self.program.at_least(Tag::Meaning, prevents, Decimal::ZERO);
            allowed.push((column, Decimal::ONE));
        }
        self.program.at_least(Tag::Rule(Rule::TakeoverFloor(service)), allowed, Decimal::ONE);
    }
}
