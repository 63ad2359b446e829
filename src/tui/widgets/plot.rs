//! A plot of lines, points and marks on two axes: in braille dots, or in ASCII characters.
//!
//! What a mark is is said by its letter, not only by its colour.

use crate::messages::word;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::number::{plain, rounded};
use crate::tui::canvas::{Canvas, Glyphs, Role, after, below, cell, cells, left, row, width};

/// What is plotted.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Plot {
    /// What the horizontal axis shows.
    pub across: String,
    /// What the vertical axis shows.
    pub up: String,
    /// Stairs from point to point; between two of them nothing is known.
    pub stairs: Vec<Vec<(Decimal, Decimal)>>,
    /// Places with a sign; of several in one cell the last one is seen.
    pub marks: Vec<Mark>,
    /// Values of the horizontal axis that are on it even where nothing is drawn there.
    pub reach: Vec<Decimal>,
    /// The place under the cursor.
    pub cursor: Option<(Decimal, Decimal)>,
}

/// A sign at a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Where.
    pub at: (Decimal, Decimal),
    /// One character.
    pub sign: &'static str,
    /// What it means, for the legend; empty where it has none.
    pub word: &'static str,
    /// How it looks.
    pub role: Role,
}

/// The smallest area that a plot is drawn in.
pub(crate) const SMALLEST: (u16, u16) = (24, 6);

/// A range of values on this many places.
struct Scale {
    low: Decimal,
    high: Decimal,
    places: u16,
}

impl Scale {
    fn over(values: impl Iterator<Item = Decimal> + Clone, places: u16) -> Option<Self> {
        let (low, high) = (values.clone().min()?, values.max()?);
        let (low, high) = if low == high { (low - Decimal::ONE, high + Decimal::ONE) } else { (low, high) };
        Some(Self { low, high, places })
    }

    fn place(&self, value: Decimal) -> u16 {
        let last = self.places.saturating_sub(1);
        let share = (value - self.low).checked_div(self.high - self.low).unwrap_or_default();
        (share.clamp(Decimal::ZERO, Decimal::ONE) * Decimal::from(last)).round().to_u16().unwrap_or(0).min(last)
    }
}

/// Dots in a grid of cells: 2 across and 4 up in each with braille, 1 in ASCII.
struct Dots {
    wide: u16,
    high: u16,
    per: (u16, u16),
    cells: Vec<u8>,
}

/// The bit of each braille dot, by its line and column in the cell.
const BRAILLE: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
/// In ASCII a cell knows whether a line goes across it, up through it, or both.
const ACROSS: u8 = 1;
const UPWARDS: u8 = 2;

impl Dots {
    fn new(wide: u16, high: u16, glyphs: Glyphs) -> Self {
        let per = if glyphs == Glyphs::Unicode { (2, 4) } else { (1, 1) };
        Self { wide, high, per, cells: vec![0; usize::from(wide) * usize::from(high)] }
    }

    /// Sets a dot; `y` counts from the bottom.
    fn set(&mut self, x: u16, y: u16, line: u8) {
        let y = (self.high * self.per.1).saturating_sub(1).saturating_sub(y);
        let (column, line_of) = (x / self.per.0, y / self.per.1);
        if column >= self.wide || line_of >= self.high {
            return;
        }
        let at = usize::from(line_of) * usize::from(self.wide) + usize::from(column);
        let bit =
            if self.per == (1, 1) { line } else { BRAILLE[usize::from(y % self.per.1)][usize::from(x % self.per.0)] };
        self.cells[at] |= bit;
    }

    fn symbol(&self, bits: u8) -> Option<String> {
        if bits == 0 {
            return None;
        }
        if self.per == (1, 1) {
            let sign = match bits {
                ACROSS => "-",
                UPWARDS => "|",
                _ => "+",
            };
            return Some(sign.to_owned());
        }
        char::from_u32(0x2800 + u32::from(bits)).map(String::from)
    }
}

/// Draws it: a legend, the plot with its axes, and what the axes show.
pub(crate) fn plot(canvas: &mut Canvas<'_>, area: Rect, plot: &Plot) {
    let labels = 9;
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return;
    }
    let body = Rect { y: area.y + 1, height: area.height - 3, ..after(area, labels) };
    let all = || {
        let stairs = plot.stairs.iter().flatten().copied();
        stairs.chain(plot.marks.iter().map(|mark| mark.at)).chain(plot.cursor)
    };
    let mut dots = Dots::new(body.width, body.height, canvas.glyphs);
    let points: Vec<_> = all().collect();
    let across = points.iter().map(|point| point.0).chain(plot.reach.iter().copied());
    let across = Scale::over(across, body.width * dots.per.0);
    let up = Scale::over(points.iter().map(|point| point.1), body.height * dots.per.1);
    let (Some(across), Some(up)) = (across, up) else { return };
    draw_axes(canvas, area, body, &across, &up, plot);
    for pair in plot.stairs.iter().flat_map(|stair| stair.windows(2)) {
        step(&mut dots, &across, &up, pair[0], pair[1]);
    }
    draw_dots(canvas, body, &mut dots, Role::Series(0));
    let place = |at: (Decimal, Decimal)| {
        let x = across.place(at.0) / dots.per.0;
        let y = body.height.saturating_sub(1).saturating_sub(up.place(at.1) / dots.per.1);
        cell(row(body, y), x)
    };
    // Signs with a meaning that would cover each other stand side by side; plain points may be covered.
    let mut taken: Vec<Rect> = Vec::new();
    for mark in plot.marks.iter().rev() {
        let mut at = place(mark.at);
        let named = mark.sign.chars().all(|c| c.is_ascii_alphabetic());
        while taken.contains(&at) && named && at.x + 1 < body.x + body.width {
            at.x += 1;
        }
        if !taken.contains(&at) {
            canvas.text(at, mark.sign, mark.role);
            taken.push(at);
        }
    }
    if let Some(at) = plot.cursor {
        canvas.restyle(place(at), Role::Cursor);
    }
    draw_legend(canvas, row(after(area, labels), 0), plot);
}

/// From one point across to the next, then up or down to it.
fn step(dots: &mut Dots, across: &Scale, up: &Scale, from: (Decimal, Decimal), to: (Decimal, Decimal)) {
    let (x, y) = (across.place(from.0), up.place(from.1));
    let (last, end) = (across.place(to.0), up.place(to.1));
    for x in x.min(last)..=x.max(last) {
        dots.set(x, y, ACROSS);
    }
    if y != end {
        for y in y.min(end)..=y.max(end) {
            dots.set(last, y, UPWARDS);
        }
    }
}

fn draw_dots(canvas: &mut Canvas<'_>, body: Rect, dots: &mut Dots, role: Role) {
    for y in 0..dots.high {
        for x in 0..dots.wide {
            let at = usize::from(y) * usize::from(dots.wide) + usize::from(x);
            let bits = std::mem::take(&mut dots.cells[at]);
            if let Some(symbol) = dots.symbol(bits) {
                canvas.text(cell(row(body, y), x), &symbol, role);
            }
        }
    }
}

fn draw_axes(canvas: &mut Canvas<'_>, area: Rect, body: Rect, across: &Scale, up: &Scale, plot: &Plot) {
    let foot = row(area, area.height - 2);
    let axis = after(foot, body.x - area.x);
    canvas.repeat(axis, canvas.glyphs.horizontal(), Role::Line);
    for y in 0..body.height {
        canvas.text(cell(row(area, y + 1), body.x - area.x - 1), canvas.glyphs.vertical(), Role::Line);
    }
    let side = |y: u16| left(row(area, y), body.x - area.x - 1);
    canvas.right(side(1), &plain(rounded(up.high, 2)), Role::Dim);
    canvas.right(side(body.height), &plain(rounded(up.low, 2)), Role::Dim);
    if body.height >= 7 {
        let middle = rounded((up.low + up.high) / Decimal::TWO, 2);
        canvas.right(side(body.height.div_ceil(2)), &plain(middle), Role::Dim);
    }
    let line = below(after(area, body.x - area.x), area.height - 1);
    let used = canvas.text(line, &plain(rounded(across.low, 2)), Role::Dim);
    let end = canvas.right(line, &plain(rounded(across.high, 2)), Role::Dim);
    let room = left(after(line, used + 2), line.width.saturating_sub(used + end + 4));
    let name = cells(width(&plot.across));
    let middle = after(room, room.width.saturating_sub(name) / 2);
    canvas.text(middle, &plot.across, Role::Dim);
}

fn draw_legend(canvas: &mut Canvas<'_>, line: Rect, plot: &Plot) {
    let mut marks: Vec<(&Mark, String)> = Vec::new();
    for mark in plot.marks.iter().rev().filter(|mark| !mark.word.is_empty()) {
        if !marks.iter().any(|(seen, _)| seen.word == mark.word) {
            marks.push((mark, word(mark.word)));
        }
    }
    let need_of = |word: &str| cells(width(word)) + 4;
    // What the signs mean comes before the whole name of the axis, which has what they leave.
    let signs: u16 = marks.iter().map(|(_, word)| need_of(word)).sum();
    let name = line.width.saturating_sub(signs + 2).max((line.width / 4).max(12));
    let mut used = canvas.text(left(line, name), &plot.up, Role::Dim) + 2;
    for (mark, word) in marks {
        let need = need_of(&word);
        if used + need > line.width {
            break;
        }
        used += canvas.pieces(after(line, used), &[(mark.sign, mark.role), (" ", Role::Text), (&word, Role::Text)]);
        used += 2;
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::tui::theme::Theme;

    fn drawn(plot_of: &Plot, width: u16, height: u16, glyphs: Glyphs) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        plot(&mut Canvas::new(&mut buffer, Theme::Mono, glyphs), area, plot_of);
        let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
        (0..height).map(|y| line(y).trim_end().to_owned()).collect::<Vec<_>>().join("\n")
    }

    fn stair() -> Plot {
        let d = Decimal::from;
        Plot {
            across: "budget".into(),
            up: "objective".into(),
            stairs: vec![vec![(d(0), d(0)), (d(50), d(10)), (d(100), d(20)), (d(150), d(20))]],
            marks: vec![Mark { at: (d(100), d(20)), sign: "R", word: "recommended", role: Role::Good }],
            ..Plot::default()
        }
    }

    #[test]
    fn signs_at_the_same_place_stand_side_by_side() {
        let mut plot = stair();
        plot.marks.push(Mark { sign: "K", word: "main knee", ..plot.marks[0].clone() });
        assert!(drawn(&plot, 60, 9, Glyphs::Unicode).contains("KR"));
    }

    #[test]
    fn a_stair_is_drawn_in_ascii() {
        insta::assert_snapshot!(drawn(&stair(), 44, 9, Glyphs::Ascii), @r"
                 objective  R recommended
              20|                       R-----------
                |                       |
                |                       |
                |           +-----------+
                |           |
               0|-----------+
                 -----------------------------------
                 0            budget             150
        ");
    }

    #[test]
    fn every_size_is_drawn_without_a_panic() {
        for width in 0..70 {
            for height in 0..20 {
                drawn(&stair(), width, height, Glyphs::Unicode);
                drawn(&Plot::default(), width, height, Glyphs::Ascii);
            }
        }
    }
}
