//! Relations between candidates, by what they ask for. Synergies are stated with the ladders that they move.

use rust_decimal::Decimal;

use super::program::{Tag, Terms, times};
use super::{Form, Statement, Tick};
use crate::model::Year;
use crate::rules::{Inequality, Rule, Side, When};

impl Statement<'_> {
    /// Rows for all that the relations ask for.
    pub(super) fn add_relations(&mut self, tick: Tick<'_>) {
        for at in (0..self.case.relations.len()).take_while(|_| !tick()) {
            let tag = Tag::Rule(Rule::Relation(at));
            for inequality in self.case.relations[at].inequalities() {
                if inequality.when == When::Ever {
                    self.add_inequality(&tag, &inequality, None);
                    continue;
                }
                for year in inequality.years(|it| self.plans[it.0].iter().map(|plan| plan.start)) {
                    self.add_inequality(&tag, &inequality, Some(year));
                }
            }
        }
    }

    /// States it for the candidates that are chosen, or that have started by a year.
    ///
    /// By hand one would state it start by start, which says the same of whole numbers and less of fractions.
    fn add_inequality(&mut self, tag: &Tag, inequality: &Inequality, year: Option<Year>) {
        let against = if inequality.side == Side::AtLeast { -1 } else { 1 };
        let mut terms = Terms::new();
        for &(candidate, factor) in &inequality.terms {
            let counted = match year {
                None => self.chosen(candidate),
                Some(year) if self.form == Form::Natural && factor.signum() == against => {
                    self.started(candidate, |start| start == year)
                }
                Some(year) => self.started(candidate, |start| start <= year),
            };
            terms.extend(times(&counted, Decimal::from(factor)));
        }
        self.program.bound(tag.clone(), terms, inequality.side, Decimal::from(inequality.bound));
    }
}
