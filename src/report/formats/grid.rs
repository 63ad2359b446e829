//! Aligned columns of text, measured by how wide characters are on a screen.

use crate::report::safe::line;
use crate::report::style::{Role, Style};
use crate::report::text::{fit, width as wide, wrap};

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A cell with its role.
#[derive(Debug, Clone)]
pub struct Cell {
    text: String,
    role: Role,
}

impl Cell {
    /// A cell in this role.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { text: line(&text.into()), role }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(Role::Plain, text)
    }
}

/// A table of aligned columns with a heading row.
#[derive(Debug)]
pub struct Grid {
    heads: Vec<(String, Align)>,
    rows: Vec<Vec<Cell>>,
    gives: Vec<(usize, usize)>,
    fit: Fit,
}

/// What happens to a cell that is wider than its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// It is cut, so that every row keeps to one line.
    Cut,
    /// It goes on in the next line, so that nothing is lost.
    Wrap,
    /// The same, but a word is never broken: the table is wider instead.
    WrapWords,
}

/// A column whose words are broken keeps this width, but for two where even that is too wide.
const NARROWEST: usize = 8;
/// What stands between two columns.
const BETWEEN: usize = 2;

impl Grid {
    /// A grid with these columns. Where the whole is too wide, the columns in `gives` are cut in this order, each down to
    /// its least width; a least width of 0 leaves the column out.
    pub fn new(heads: &[(&str, Align)], gives: &[(usize, usize)]) -> Self {
        let heads = heads.iter().map(|&(head, align)| (line(head), align)).collect();
        Self { heads, rows: Vec::new(), gives: gives.to_vec(), fit: Fit::Cut }
    }

    /// A grid that loses nothing: where the whole is too wide, heads and the cells of the columns in `gives` go on in the
    /// next line. Each of these columns keeps its least width, and the widest gives first.
    pub fn wrapping(heads: &[(&str, Align)], gives: &[(usize, usize)]) -> Self {
        Self { fit: Fit::Wrap, ..Self::new(heads, gives) }
    }

    /// The grid, wider than it should be where a word would have to be broken.
    #[must_use]
    pub fn with_whole_words(self) -> Self {
        Self { fit: Fit::WrapWords, ..self }
    }

    /// Adds a row; missing cells stay empty.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// The lines of the grid, each with a line break, indented by two spaces.
    pub fn render(&self, style: Style, width: Option<usize>) -> String {
        let widths = match self.fit {
            Fit::Cut => self.widths(width),
            Fit::Wrap => self.wrapped_widths(width, &[usize::MAX, NARROWEST, NARROWEST - 2]),
            Fit::WrapWords => self.wrapped_widths(width, &[usize::MAX]),
        };
        let mut text = String::new();
        let heads = self.heads.iter().map(|(head, _)| Cell::new(Role::Faint, head.as_str())).collect::<Vec<_>>();
        for cells in std::iter::once(&heads).chain(&self.rows) {
            for line in self.lines(cells, &widths) {
                text.push_str(self.line(&line, &widths, style).trim_end());
                text.push('\n');
            }
        }
        text
    }

    /// The lines that a row takes.
    fn lines(&self, cells: &[Cell], widths: &[usize]) -> Vec<Vec<Cell>> {
        if self.fit == Fit::Cut {
            return vec![cells.to_vec()];
        }
        let parts: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, &width)| wrap(&cell.text, width)).collect();
        let most = parts.iter().map(Vec::len).max().unwrap_or(1);
        let part = |at: usize| {
            let cells = cells.iter().zip(&parts);
            cells.map(|(cell, parts)| Cell::new(cell.role, parts.get(at).map_or("", String::as_str))).collect()
        };
        (0..most).map(part).collect()
    }

    /// Widths for rows that may take several lines: heads give first, down to their longest word or the widest cell below
    /// them; then the columns in `gives`, always the widest.
    fn wrapped_widths(&self, width: Option<usize>, narrowest: &[usize]) -> Vec<usize> {
        let mut widths = self.full_widths();
        let Some(room) = width.map(|width| width.saturating_sub(BETWEEN * self.heads.len())) else { return widths };
        let word = |text: &str| text.split_whitespace().map(wide).max().unwrap_or(0);
        let cells = |at: usize| self.rows.iter().filter_map(move |row| row.get(at)).map(|cell| wide(&cell.text)).max();
        let over = |widths: &[usize]| widths.iter().sum::<usize>().saturating_sub(room);
        for at in 0..widths.len() {
            let least = cells(at).unwrap_or(0).max(word(&self.heads[at].0)).min(widths[at]);
            widths[at] = widths[at].saturating_sub(over(&widths)).max(least);
        }
        // Only where that is not enough words may be broken.
        for &least in narrowest {
            while over(&widths) > 0 {
                let gives = |&&(at, own): &&(usize, usize)| widths.get(at).is_some_and(|&width| width > own.min(least));
                let wide = self.gives.iter().filter(gives);
                let Some(&(at, _)) = wide.max_by_key(|&&(at, _)| (widths[at], std::cmp::Reverse(at))) else { break };
                widths[at] -= 1;
            }
        }
        widths
    }

    /// Widths at which everything stands on one line.
    fn full_widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.heads.iter().map(|(head, _)| wide(head)).collect();
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(wide(&cell.text));
            }
        }
        widths
    }

    fn line(&self, cells: &[Cell], widths: &[usize], style: Style) -> String {
        let mut line = String::new();
        let mut pending = BETWEEN;
        for (column, (&width, (_, align))) in widths.iter().zip(&self.heads).enumerate() {
            let empty = Cell::new(Role::Plain, "");
            let cell = cells.get(column).unwrap_or(&empty);
            let text = fit(&cell.text, width, "…");
            let room = width.saturating_sub(wide(&text));
            let (before, after) = if *align == Align::Right { (room, 0) } else { (0, room) };
            // Spaces stay outside the colour and are only written before more text, so that no line ends in them.
            if text.is_empty() {
                pending += width;
            } else {
                line.push_str(&" ".repeat(pending + before));
                line.push_str(&style.paint(cell.role, &text));
                pending = after;
            }
            pending += BETWEEN;
        }
        line
    }

    fn widths(&self, width: Option<usize>) -> Vec<usize> {
        let mut widths = self.full_widths();
        for &(column, least) in width.iter().flat_map(|_| &self.gives) {
            let whole = BETWEEN * self.heads.len() + widths.iter().sum::<usize>();
            let over = whole.saturating_sub(width.unwrap_or(whole));
            if let Some(width) = widths.get_mut(column) {
                let cut = width.saturating_sub(over).max(least.min(*width));
                *width = if least == 0 && over > 0 { 0 } else { cut };
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_their_room() {
        let mut grid = Grid::new(&[("name", Align::Left), ("cost", Align::Right)], &[(0, 12)]);
        grid.row(vec!["量子".into(), "5".into()]);
        grid.row(vec!["cable".into(), "12.5".into()]);
        assert_eq!(grid.render(Style::PLAIN, None), "  name   cost\n  量子      5\n  cable  12.5\n");
    }

    #[test]
    fn the_flexible_column_is_cut_to_the_width() {
        let mut grid = Grid::new(&[("name", Align::Left), ("cost", Align::Right)], &[(0, 12)]);
        grid.row(vec!["a very long name of an investment".into(), "5".into()]);
        let text = grid.render(Style::PLAIN, Some(30));
        assert!(text.lines().all(|line| wide(line) <= 30), "{text}");
        assert!(text.contains("a very long name of a…"), "{text}");
    }

    #[test]
    fn a_line_break_in_a_name_does_not_break_the_table() {
        let mut grid = Grid::new(&[("a\u{200b}", Align::Left), ("b", Align::Left)], &[]);
        grid.row(vec!["x\ny\u{1b}[31m".into(), "z".into()]);
        assert_eq!(grid.render(Style::PLAIN, None), "  a\\u{200b}      b\n  x y\\u{1b}[31m  z\n");
    }

    #[test]
    fn a_wrapping_grid_loses_nothing_and_keeps_its_width() {
        let mut grid = Grid::wrapping(
            &[("rank", Align::Right), ("what comes in", Align::Left), ("cost, million EUR", Align::Right)],
            &[(1, 8)],
        );
        grid.row(vec!["1".into(), "northsea-watch-centre, ix-spread".into(), "2398.00".into()]);
        grid.row(vec!["2".into(), "".into(), "5.00".into()]);
        let text = grid.render(Style::PLAIN, Some(34));
        let expected = [
            "  rank  what comes in        cost,",
            "                           million",
            "                               EUR",
            "     1  northsea-watch-ce  2398.00",
            "        ntre, ix-spread",
            "     2                        5.00",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
        assert!(grid.render(Style::PLAIN, None).contains("northsea-watch-centre, ix-spread"));
    }
}
