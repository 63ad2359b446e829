//! What has more of something than the program takes in: found before anything is made of it.

use super::cell::Trouble;
use super::csv::BOM;
use super::limits::{LARGEST_CASE, LARGEST_SETTINGS, MOST_CELLS, MOST_COLUMNS, MOST_MINISTRIES, MOST_ROWS, MOST_RUNGS};
use crate::messages::{Thousands, written};
use crate::say;

/// The name of the rule by which all of it is found.
pub const CODE: &str = "too-big";

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMany {
    /// Bytes of a case, or of one table.
    Bytes,
    /// Bytes of `case.toml`.
    Settings,
    /// Rows of one table.
    Rows,
    /// Cells of one table.
    Cells,
    /// Columns of one table.
    Columns,
    /// Ministries of a case.
    Ministries,
    /// Rungs of a case.
    Rungs,
}

impl TooMany {
    /// What is wrong, and what to do.
    pub fn trouble(self) -> Trouble {
        let (message, remedy) = match self {
            Self::Bytes => (say!("too-many-bytes", most = size(LARGEST_CASE)), say!("too-many-table-fix")),
            Self::Settings => (say!("too-many-settings", most = size(LARGEST_SETTINGS)), say!("too-many-settings-fix")),
            Self::Rows => (say!("too-many-rows", most = apart(MOST_ROWS)), say!("too-many-table-fix")),
            Self::Cells => (say!("too-many-cells", most = apart(MOST_CELLS)), say!("too-many-table-fix")),
            Self::Columns => (say!("too-many-columns", most = apart(MOST_COLUMNS)), say!("too-many-columns-fix")),
            Self::Ministries => (say!("too-many-ministries", most = MOST_MINISTRIES), say!("too-many-settings-fix")),
            Self::Rungs => (say!("too-many-rungs", most = apart(MOST_RUNGS)), say!("too-many-settings-fix")),
        };
        Trouble::new(CODE, message, remedy)
    }
}

/// A large number as it is read.
fn apart(number: usize) -> String {
    written(&number.to_string(), Thousands::Apart)
}

/// The number of bytes in words.
pub fn size(bytes: u64) -> String {
    format!("{} MB", bytes >> 20)
}

/// What there is too much of in the text of a table, and on which line the bound is passed; found in one pass, before anything
/// is made of the text.
pub fn too_many_in(text: &str) -> Option<(usize, TooMany)> {
    let text = text.trim_end();
    let old_lines = !text.contains('\n');
    // A first line such as `sep=:` says which other mark stands between the cells.
    let announced =
        text.trim_start_matches(BOM).trim_start_matches('"').strip_prefix("sep=").and_then(|it| it.bytes().next());
    let (mut lines, mut marks) = (1_usize, [0_usize; 5]);
    for byte in text.bytes() {
        match byte {
            b'\n' => lines += 1,
            b'\r' if old_lines => lines += 1,
            b',' => marks[0] += 1,
            b';' => marks[1] += 1,
            b'\t' => marks[2] += 1,
            b'|' => marks[3] += 1,
            mark if Some(mark) == announced => marks[4] += 1,
            _ => continue,
        }
        if lines > MOST_ROWS + 1 {
            return Some((lines, TooMany::Rows));
        }
        // Each mark but those that end a line has a cell behind it.
        if lines + marks.iter().max().copied().unwrap_or(0) > MOST_CELLS {
            return Some((lines, if lines == 1 { TooMany::Columns } else { TooMany::Cells }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_measured_before_it_is_read() {
        let rows = |count: usize| "a,b\n".repeat(count);
        assert_eq!(too_many_in(&rows(MOST_ROWS + 1)), None);
        assert_eq!(too_many_in(&(rows(MOST_ROWS + 1) + "\n\n\n")), None);
        assert_eq!(too_many_in(&rows(MOST_ROWS + 2)), Some((MOST_ROWS + 2, TooMany::Rows)));
        assert_eq!(too_many_in(&"a\r".repeat(MOST_ROWS + 2)), Some((MOST_ROWS + 2, TooMany::Rows)));
        assert_eq!(too_many_in(&("x\n".to_owned() + &";".repeat(MOST_CELLS - 2) + "x")), None);
        assert_eq!(too_many_in(&("x\n".to_owned() + &";".repeat(MOST_CELLS - 1) + "x")), Some((2, TooMany::Cells)));
        assert_eq!(too_many_in(&("x".to_owned() + &"|".repeat(MOST_CELLS) + "x")), Some((1, TooMany::Columns)));
    }
}
