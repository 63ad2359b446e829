//! How much the program takes in. Whoever sends more is told so, with the file, the line and what to do: nothing is read
//! until the memory is full.
//!
//! All of it is far above what a planner writes, and below what one machine bears: within these bounds `check` needs no more
//! than [`MEMORY`].

/// The memory in which every case within these bounds is checked, in bytes. The tests hold the program to it.
pub const MEMORY: u64 = 1 << 30;
/// Bytes that all files of a case together may have; so may a portfolio, or one table.
pub const LARGEST_CASE: u64 = 32 << 20;
/// Bytes that `case.toml` may have.
pub const LARGEST_SETTINGS: u64 = 1 << 20;
/// Bytes that a file which the program itself wrote may have, such as a part of a sweep or a journal.
pub const LARGEST_OWN: u64 = 256 << 20;
/// Rows that a table may have.
pub const MOST_ROWS: usize = 200_000;
/// Cells that a table may have.
pub const MOST_CELLS: usize = 1_000_000;
/// Columns that a table may have.
pub const MOST_COLUMNS: usize = 1_000;
/// Characters that a cell may hold, as in a spreadsheet; only a list of ids may be longer.
pub const LONGEST_CELL: usize = 32_767;
/// Bytes of a heading or an id up to which it is looked for what it is nearly called; a longer one is none of ours.
pub const LONGEST_NAME: usize = 500;
/// Ministries that a case may have.
pub const MOST_MINISTRIES: usize = 100;
/// Rungs that a ladder may have.
pub const MOST_RUNGS: usize = 1_000;
/// Holders besides the home bloc that a cap table may have.
pub const MOST_HOLDERS: usize = 24;
/// Purchases by name that may move the power of one service: each set of them has a cap table of its own.
pub const MOST_PURCHASES: usize = 8;
/// Rows about owners of companies that a case may have: who controls whom is worked out anew with every edit.
pub const MOST_OWNERS: usize = 2_000;
/// Different sums of votes that the coalitions of a cap table may have: stakes of two decimals never have more.
pub const MOST_SUMS: usize = 20_000;
/// Rows that may be gone through to try the changes of all scenarios; what is left then is not tried, and told.
pub const MOST_TRIED: usize = 20_000_000;
/// Findings of one rule in one file that are told one by one; the last says how many more there are.
pub const MOST_ALIKE: usize = 1_000;
/// Errors in one table after which its further cells are not read: nobody reads on either.
pub const MOST_ERRORS: usize = 50_000;
/// Characters of a line of a message; of a longer one its middle is left out.
pub const LONGEST_LINE: usize = 1_000;

/// Years that a horizon may have, and cost columns that a candidate may have.
pub const MOST_YEARS: usize = 100;
/// Digits that a number may have after its point.
pub const MOST_DECIMALS: u32 = 12;
/// The largest amount of money or index points that a cell may hold.
pub const LARGEST_MONEY: i64 = 1_000_000_000_000;
/// The largest other number that a cell may hold.
pub const LARGEST_NUMBER: i64 = 1_000_000;
