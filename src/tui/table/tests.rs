use std::borrow::Cow;

use super::*;

struct Cells {
    columns: Vec<GridColumn>,
    rows: Vec<Vec<&'static str>>,
}

impl Grid for Cells {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }
    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(""))
    }
}

fn sample() -> Cells {
    Cells {
        columns: vec![
            GridColumn::text("id", "id", "").pinned(),
            GridColumn::text("domain", "domain", ""),
            GridColumn::number("cost", "cost", ""),
        ],
        rows: vec![
            vec!["fab", "chips", "90"],
            vec!["cable", "subsea_cables", "12.50"],
            vec!["lab", "quantum", ""],
            vec!["mail", "office_mail", "100"],
        ],
    }
}

fn visible(filter: &str) -> Vec<&'static str> {
    let grid = sample();
    let mut state = TableState { filter: filter.to_string(), ..TableState::default() };
    assert_eq!(state.arrange(&grid), None, "{filter}");
    state.order.iter().map(|&row| grid.rows[row][0]).collect()
}

#[test]
fn a_filter_compares_columns_and_finds_texts() {
    assert_eq!(visible(""), ["fab", "cable", "lab", "mail"]);
    assert_eq!(visible("cost>50"), ["fab", "mail"]);
    assert_eq!(visible("cost<=12.5"), ["cable"]);
    assert_eq!(visible("cost<=12,5"), ["cable"]);
    assert_eq!(visible("cost="), ["lab"]);
    assert_eq!(visible("domain=CHIPS"), ["fab"]);
    assert_eq!(visible("domain!=chips cost<95"), ["cable"]);
    assert_eq!(visible("dom~il"), ["mail"]);
    assert_eq!(visible("AB"), ["fab", "cable", "lab"]);
    assert_eq!(visible("!ab"), ["mail"]);
    assert_eq!(visible("\"no such thing\""), Vec::<&str>::new());
}

#[test]
fn a_filter_takes_regular_expressions() {
    assert_eq!(visible("/^(fab|lab)$/"), ["fab", "lab"]);
    assert_eq!(visible("!/B$/"), ["cable", "mail"]);
    assert_eq!(visible("domain~/^[a-q]/"), ["fab", "lab", "mail"]);
    assert_eq!(visible("domain~/^[a-q]/ cost>95"), ["mail"]);
    assert_eq!(visible("\"/a b|cab/\""), ["cable"]);
    assert_eq!(visible("/"), Vec::<&str>::new(), "a stroke alone is a text");
    let grid = sample();
    let wrong = |text: &str| filter::Filter::parse(text, grid.columns()).unwrap_err();
    assert_eq!(wrong("/(/"), "`/(/` is not a valid regular expression: found open group without closing ')'.");
    assert!(wrong("domain~/a{9999999}/").starts_with("`/a{9999999}/` is not a valid regular expression: "));
}

#[test]
fn columns_that_are_cut_get_the_room_that_is_left() {
    let long = "a name that is much longer than thirty-two cells";
    let mut grid = sample();
    for row in &mut grid.rows {
        row[1] = long;
    }
    let mut state = TableState::default();
    state.arrange(&grid);
    let wide = |total| layout(&grid, &state, total).columns[1].2;
    assert_eq!(wide(47), 32);
    assert_eq!(usize::from(wide(100)), long.len());
    assert_eq!(wide(52), 37, "as far as there is room");
    let last = layout(&grid, &state, 60).columns[2];
    assert!(last.1 + last.2 <= 60);
    let mut chosen = state.clone();
    chosen.chosen.insert("domain".to_owned(), 10);
    assert_eq!(layout(&grid, &chosen, 100).columns[1].2, 10, "a width that the planner chose stays");
}

#[test]
fn a_wrong_filter_says_why_and_shows_all() {
    let grid = sample();
    let mut state = TableState { filter: "prize>3".to_string(), ..TableState::default() };
    assert_eq!(state.arrange(&grid).unwrap(), "There is no column `prize` here; the columns are id, domain, cost.");
    assert_eq!(state.order.len(), 4);
    state.filter = "cost>much".to_string();
    assert!(state.arrange(&grid).unwrap().contains("`much` is not a number"));
}

#[test]
fn sorting_goes_by_value_with_empty_cells_last_and_keeps_the_cursor_on_its_row() {
    let grid = sample();
    let mut state = TableState::default();
    state.arrange(&grid);
    state.row = 1;
    state.cycle_sort("cost");
    state.arrange(&grid);
    assert_eq!(*state.order, [1, 0, 3, 2]);
    assert_eq!(state.row, 0);
    state.cycle_sort("cost");
    state.arrange(&grid);
    assert_eq!(*state.order, [3, 0, 1, 2]);
    assert_eq!(state.current(), Some(1));
    state.cycle_sort("cost");
    assert_eq!(state.sort, []);
}

#[test]
fn totals_are_of_visible_rows_or_of_marked_ones() {
    let grid = sample();
    let mut state = TableState { column: 2, ..TableState::default() };
    state.arrange(&grid);
    assert_eq!(state.totals.sum, Decimal::new(20250, 2));
    assert_eq!((state.totals.rows, state.totals.numbers), (4, 3));
    state.marked.extend([0, 3]);
    state.count(&grid);
    assert_eq!((state.totals.rows, state.totals.sum), (2, Decimal::from(190)));
    assert_eq!((state.totals.min, state.totals.max), (Some(Decimal::from(90)), Some(Decimal::from(100))));
}

#[test]
fn the_window_follows_the_cursor_and_never_leaves_the_table() {
    let state =
        |row, top| TableState { row, top, order: std::sync::Arc::new((0..100).collect()), ..TableState::default() };
    assert_eq!(state(0, 50).window(10), 0);
    assert_eq!(state(99, 0).window(10), 90);
    assert_eq!(state(55, 50).window(10), 50);
    assert_eq!(state(5, 0).window(0), 5);
}

#[test]
fn columns_scroll_beside_the_pinned_ones() {
    let grid = sample();
    let mut state = TableState { column: 2, ..TableState::default() };
    state.arrange(&grid);
    let narrow = layout(&grid, &state, 16);
    let drawn: Vec<_> = narrow.columns.iter().map(|(column, ..)| *column).collect();
    assert_eq!(drawn, [0, 2]);
    assert!(narrow.more_left);
    for total in 0..40 {
        for (_, x, wide) in layout(&grid, &state, total).columns {
            assert!(wide == 0 || x + wide <= total.max(3), "{total}");
        }
    }
}

#[test]
fn clipboard_rows_are_read_as_spreadsheets_write_them() {
    assert_eq!(parse_tsv("a\t1\r\n\"b \"\"c\"\"\"\t2\n\n"), [vec!["a", "1"], vec!["b \"c\"", "2"]]);
    let grid = sample();
    assert_eq!(row_text(&grid, &[0, 2], &[0, 2]), "fab\t90\nlab\t");
}

#[test]
fn a_regular_expression_takes_upper_and_lower_case_for_one_in_all_letters() {
    for (pattern, text, matches) in [
        ("/^É.*EEN$/", "één voor een", true),
        ("/\\Wzee\\b/", "op ZEE, overal", true),
        ("/(ë|ü)n$/", "havenZÜN", true),
        ("/^é/", "een", false),
    ] {
        assert_eq!(super::filter::matches(pattern, text), Some(matches), "{pattern}");
    }
    assert_eq!(super::filter::matches("/(/", "("), None);
}
