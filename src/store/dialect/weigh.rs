//! Which mark begins the decimals of a file: what its cells tell together.

use rust_decimal::Decimal;

use super::{Layout, is_plain};
use crate::model::DecimalMark;
use crate::model::number::{Evidence, evidence, plain};

/// What the cells of a file tell of its decimal mark.
pub(super) struct Weighed {
    /// The mark by which its numbers are read.
    pub(super) mark: DecimalMark,
    /// Whether nothing tells it, so that a comma is left for the planner to decide.
    pub(super) open: bool,
    /// Whether a number is not written as the program writes it.
    pub(super) changes: bool,
    /// The column that shows best that it could be read otherwise.
    pub(super) doubt: Option<Doubt>,
}

/// A column of which each number is one with a decimal point and another one with a decimal comma.
#[derive(Debug, Clone, Default)]
pub(super) struct Doubt {
    pub(super) column: String,
    /// A number as it is written.
    pub(super) example: String,
    /// What the column comes to with decimal points.
    pub(super) point: Decimal,
    /// What it comes to with decimal commas.
    pub(super) comma: Decimal,
    cells: usize,
    others: usize,
    /// Whether one of its cells is not as the program writes numbers.
    foreign: bool,
}

pub(super) fn weigh(rows: impl Iterator<Item = Vec<String>>, layout: &Layout, given: Option<DecimalMark>) -> Weighed {
    let (mut points, mut commas, mut changes, mut commas_in_doubt) = (0_usize, 0_usize, false, false);
    let mut doubts: Vec<Doubt> =
        layout.names.iter().map(|name| Doubt { column: name.clone(), ..Doubt::default() }).collect();
    for cells in rows {
        let columns = layout.columns.iter().zip(&mut doubts).zip(cells);
        for ((column, doubt), text) in columns.filter_map(|((column, doubt), text)| Some((((*column)?, doubt), text))) {
            if text.is_empty() {
                continue;
            }
            match evidence(&text, column) {
                Evidence::Only(DecimalMark::Point) => points += 1,
                Evidence::Only(DecimalMark::Comma) => commas += 1,
                Evidence::Nothing => {}
                Evidence::Doubt { point, comma } => {
                    doubt.add(&point, &comma);
                    doubt.example.clone_from(&text);
                    doubt.cells += 1;
                    doubt.foreign |= !is_plain(&text, column, DecimalMark::Point);
                    commas_in_doubt |= text.contains(',');
                    continue;
                }
            }
            doubt.others += 1;
            let number = plain(&text, column, DecimalMark::Point).or_else(|| plain(&text, column, DecimalMark::Comma));
            if let Some(number) = number {
                changes |= !is_plain(&text, column, DecimalMark::Point);
                doubt.add(&number, &number);
            }
        }
    }
    let decided = match (points, commas) {
        (0, 0) => None,
        (0, _) => Some(DecimalMark::Comma),
        // Where cells speak against each other, those with a comma are found wrong one by one.
        _ => Some(DecimalMark::Point),
    };
    // A spreadsheet takes semicolons where its decimals begin with a comma.
    let usual = if layout.mark == b';' { DecimalMark::Comma } else { DecimalMark::Point };
    let mark = given.or(decided).unwrap_or(usual);
    let open = given.or(decided).is_none() && layout.mark != b';';
    let doubtful = |doubt: &Doubt| doubt.cells > 0 && (layout.mark != b',' || doubt.others == 0 || doubt.foreign);
    let doubt = doubts.into_iter().filter(|_| given.or(decided).is_none()).find(doubtful);
    // Under a decimal comma a point stands between thousands.
    let changes = changes || mark == DecimalMark::Comma || (commas_in_doubt && !open);
    Weighed { mark, open, changes, doubt }
}

impl Doubt {
    fn add(&mut self, point: &str, comma: &str) {
        for (sum, text) in [(&mut self.point, point), (&mut self.comma, comma)] {
            // Of a change or a range there is no sum.
            let number = Decimal::from_str_exact(text.trim_end_matches('%')).unwrap_or_default();
            *sum = sum.checked_add(number).unwrap_or(Decimal::MAX);
        }
    }
}
