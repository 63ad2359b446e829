//! Drawing that cannot panic: every text is cut to its place, and what is outside the screen is left out.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text::{fit, one_line, wrap};
use super::theme::Theme;
use crate::model::visible::plain_cells;

pub(crate) use super::text::{cells, width};
pub(crate) use super::theme::{Glyphs, Role};

/// A buffer to draw on, with the theme and the characters to draw with.
pub(crate) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The theme that roles are drawn in.
    pub theme: Theme,
    /// The characters for lines, bars and marks.
    pub glyphs: Glyphs,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer.
    pub fn new(buffer: &'a mut Buffer, theme: Theme, glyphs: Glyphs) -> Self {
        Self { buffer, theme, glyphs }
    }

    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Draws a text from the left of `area`'s first line, cut to the area; gives the cells that it took.
    pub fn text(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let style = self.style(role);
        self.styled(area, text, style)
    }

    /// As [`Canvas::text`], with a style of its own.
    pub fn styled(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return 0;
        }
        let cut = fit(text, usize::from(area.width), self.glyphs.ellipsis());
        #[cfg(test)]
        cuts::note(area, text, &cut, self.glyphs.ellipsis());
        self.put(area, &cut, style);
        cells(width(&cut)).min(area.width)
    }

    /// Puts a text that fits on the first line of an area inside the screen. Nearly every text takes a cell for each character, and
    /// is not looked through for marks and wide characters.
    fn put(&mut self, area: Rect, text: &str, style: Style) {
        if plain_cells(text).is_none() {
            self.buffer.set_stringn(area.x, area.y, text, usize::from(area.width), style);
            return;
        }
        for (cell, character) in self.line(area).iter_mut().zip(text.chars()) {
            cell.set_char(character).set_style(style);
        }
    }

    /// The cells of the first line of an area inside the screen.
    fn line(&mut self, area: Rect) -> &mut [Cell] {
        let first = self.buffer.index_of(area.x, area.y);
        self.buffer.content.get_mut(first..first + usize::from(area.width)).unwrap_or_default()
    }

    /// Draws a text at the right end of `area`'s first line.
    pub fn right(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let text = &one_line(text);
        let taken = cells(width(text)).min(area.width);
        self.text(Rect { x: area.x + (area.width - taken), width: taken, ..area }, text, role)
    }

    /// Draws pieces one after the other on `area`'s first line; gives the cells that they took.
    pub fn pieces(&mut self, area: Rect, pieces: &[(&str, Role)]) -> u16 {
        let mut used = 0;
        for (text, role) in pieces {
            let rest = after(area, used);
            if rest.width == 0 {
                #[cfg(test)]
                cuts::note(Rect { width: 1, ..rest }, text, "", "");
                break;
            }
            used += self.text(rest, text, *role);
        }
        used
    }

    /// Draws the first of several ways to say something for which there is room on `area`'s first line, or else the last.
    pub fn ways(&mut self, area: Rect, ways: &[&[(&str, Role)]]) -> u16 {
        let fits = |way: &&&[(&str, Role)]| way.iter().map(|(text, _)| width(text)).sum::<usize>() <= area.width.into();
        ways.iter().find(fits).or(ways.last()).map_or(0, |way| self.pieces(area, way))
    }

    /// Draws a text over several lines, broken between words, with a sign at its end where lines are missing; gives the lines
    /// that it took.
    pub fn paragraph(&mut self, area: Rect, text: &str, role: Role) -> u16 {
        let lines = wrap(text, usize::from(area.width));
        let more = lines.len() > usize::from(area.height);
        let mut used = 0;
        for line in lines.iter().take(usize::from(area.height)) {
            self.text(row(area, used), line, role);
            used += 1;
            if more && used == area.height {
                let end = cells(width(line)).min(area.width.saturating_sub(1));
                self.text(after(row(area, used - 1), end), self.glyphs.ellipsis(), role);
            }
        }
        used
    }

    /// Fills `area`'s first line with one character.
    pub fn repeat(&mut self, area: Rect, symbol: &str, role: Role) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            let style = self.style(role);
            for cell in self.line(area) {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }

    /// Sets the style of an area without changing its text.
    pub fn restyle(&mut self, area: Rect, role: Role) {
        let style = self.style(role);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Makes an area blank.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Draws a frame with a title on a blank area; gives the area inside it.
    pub fn frame(&mut self, area: Rect, title: &str) -> Rect {
        self.clear(area);
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let [top_left, top_right, bottom_left, bottom_right] = self.glyphs.corners();
        let bottom = row(area, area.height - 1);
        for line in [area, bottom] {
            self.repeat(Rect { height: 1, ..line }, self.glyphs.horizontal(), Role::Line);
        }
        let right = area.width - 1;
        for y in 1..area.height - 1 {
            let line = row(area, y);
            self.text(cell(line, 0), self.glyphs.vertical(), Role::Line);
            self.text(cell(line, right), self.glyphs.vertical(), Role::Line);
        }
        self.text(cell(area, 0), top_left, Role::Line);
        self.text(cell(area, right), top_right, Role::Line);
        self.text(cell(bottom, 0), bottom_left, Role::Line);
        self.text(cell(bottom, right), bottom_right, Role::Line);
        if area.width > 6 && !title.is_empty() {
            let title = format!(" {title} ");
            self.text(Rect { x: area.x + 2, width: area.width - 4, ..area }, &title, Role::Accent);
        }
        inner(area)
    }
}

/// The area inside a frame around `area`, with a space at the left and the right.
pub(crate) fn inner(area: Rect) -> Rect {
    let side = 2.min(area.width / 2);
    Rect {
        x: area.x + side,
        y: area.y + 1.min(area.height),
        width: area.width.saturating_sub(2 * side),
        height: area.height.saturating_sub(2),
    }
}

/// The `n`-th line of an area; empty below its end.
pub(crate) fn row(area: Rect, n: u16) -> Rect {
    let n = n.min(area.height);
    Rect { y: area.y + n, height: 1.min(area.height - n), ..area }
}

/// What is left of an area to the right of its first `used` columns.
pub(crate) fn after(area: Rect, used: u16) -> Rect {
    let used = used.min(area.width);
    Rect { x: area.x + used, width: area.width - used, ..area }
}

/// What is left of an area below its first `used` lines.
pub(crate) fn below(area: Rect, used: u16) -> Rect {
    let used = used.min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// The `n`-th character of an area's first line.
pub(crate) fn cell(area: Rect, n: u16) -> Rect {
    let rest = after(area, n);
    Rect { width: 1.min(rest.width), ..rest }
}

/// The first `width` columns of an area.
pub(crate) fn left(area: Rect, width: u16) -> Rect {
    Rect { width: width.min(area.width), ..area }
}

/// The first `height` lines of an area.
pub(crate) fn top(area: Rect, height: u16) -> Rect {
    Rect { height: height.min(area.height), ..area }
}

/// An area of at most this size in the middle of another.
pub(crate) fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// What was cut while it was drawn.
#[cfg(test)]
pub(crate) mod cuts {
    use super::{Rect, one_line};
    use std::cell::RefCell;

    thread_local! {
        static CUTS: RefCell<Vec<(u16, String, String)>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn note(area: Rect, text: &str, cut: &str, sign: &str) {
        let text = one_line(text);
        let kept = cut.strip_suffix(sign).unwrap_or(cut);
        if *cut != *text && !text.trim().is_empty() {
            let hidden = text.strip_prefix(kept).unwrap_or(&text).to_owned();
            CUTS.with_borrow_mut(|cuts| cuts.push((area.y, text.into_owned(), hidden)));
        }
    }

    /// All that was cut since this was last asked: the line, the text, and what of it is not seen.
    pub(crate) fn taken() -> Vec<(u16, String, String)> {
        CUTS.take()
    }
}
