//! Tables: several sort keys, ranges of marks, an edit done again, cells that are wider than their column, the mouse.

use beslismacht::tui::Event;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use rust_decimal::Decimal;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::Never)
}

/// The ids of the candidates in the table on the screen, in order: their names stand at its left.
fn ids(driver: &mut Driver) -> Vec<String> {
    let screen = driver.screen(160, 45);
    let text = driver.app.workbook().unwrap().file("candidates.csv").unwrap().clone();
    let named: Vec<(String, String)> = csv::Reader::from_reader(text.as_bytes())
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[1].to_owned(), row[0].to_owned()))
        .collect();
    let id = |line: &str| {
        let shown: String = line.chars().skip(2).take(31).collect();
        let shown = shown.trim_end().trim_end_matches('…').to_owned();
        named.iter().find(|(name, _)| !shown.is_empty() && name.starts_with(&shown)).map(|(_, id)| id.clone())
    };
    let all: Vec<String> = screen.lines().skip(3).map_while(id).collect();
    assert!(!all.is_empty(), "no names: {screen}");
    all
}

/// What the line below the table says is marked.
fn marked(driver: &mut Driver) -> usize {
    let screen = driver.screen(160, 45);
    let Some((before, _)) = screen.split_once(" marked") else { return 0 };
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

fn mouse(driver: &mut Driver, kind: MouseEventKind, (column, row): (u16, u16), modifiers: KeyModifiers) {
    driver.send(Event::Mouse(MouseEvent { kind, column, row, modifiers }));
}

/// Where a text stands on the screen.
fn place(driver: &mut Driver, text: &str) -> (u16, u16) {
    let screen = driver.screen(160, 45);
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
    let x = line.find(text).map(|at| line.chars().take(at).count()).unwrap();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

fn click(driver: &mut Driver, text: &str, modifiers: KeyModifiers) {
    let at = place(driver, text);
    mouse(driver, MouseEventKind::Down(MouseButton::Left), at, modifiers);
    mouse(driver, MouseEventKind::Up(MouseButton::Left), at, modifiers);
}

#[test]
fn rows_are_sorted_by_one_column_and_then_by_another() {
    let mut driver = tutorial();
    // By cost, then by domain: within a domain the cheap ones come first.
    driver.press("2ccost_1<enter>scdomain<enter>s");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Domain▲1"), "{screen}");
    let screen = driver.press("ccost_1<enter>").screen(160, 45);
    assert!(screen.contains("Cost year 1▲2"), "{screen}");
    driver.press("cdomain<enter>");
    let order: Vec<(String, Decimal)> = ids(&mut driver)
        .iter()
        .map(|id| (driver.cell("candidates", id, "domain"), driver.cell("candidates", id, "cost_1").parse().unwrap()))
        .collect();
    assert!(order.len() > 5);
    assert!(order.is_sorted(), "{order:?}");
    // The third time the file's own order is back.
    driver.press("ss");
    assert_eq!(ids(&mut driver)[0], "incident-desk");
    assert!(!driver.screen(160, 45).contains('▲'));
}

#[test]
fn a_range_is_marked_from_one_row_to_another_and_back() {
    let mut driver = tutorial();
    driver.press("2jVjjj");
    assert_eq!(marked(&mut driver), 4);
    driver.press("k");
    assert_eq!(marked(&mut driver), 3, "the range follows the cursor back");
    driver.press("Vjj");
    assert_eq!(marked(&mut driver), 3, "ended, marks stay");
    driver.press("VG<esc>");
    assert_eq!(marked(&mut driver), 0);
    driver.press("g<shift-down><shift-down>");
    assert_eq!(marked(&mut driver), 3);
    driver.press("<shift-up>");
    assert_eq!(marked(&mut driver), 2);
    driver.press("jj<shift-down>");
    assert_eq!(marked(&mut driver), 4, "what was marked before stays");
    driver.press("<esc><ctrl-a>");
    assert_eq!(marked(&mut driver), 10);
}

#[test]
fn the_mouse_marks_by_dragging_and_a_second_click_edits() {
    let mut driver = tutorial();
    driver.press("2");
    let (from, to) = (place(&mut driver, "host-share"), place(&mut driver, "cable-lease"));
    let rows = usize::from(to.1 - from.1) + 1;
    mouse(&mut driver, MouseEventKind::Down(MouseButton::Left), from, KeyModifiers::NONE);
    mouse(&mut driver, MouseEventKind::Drag(MouseButton::Left), to, KeyModifiers::NONE);
    mouse(&mut driver, MouseEventKind::Up(MouseButton::Left), to, KeyModifiers::NONE);
    assert_eq!(marked(&mut driver), rows);
    driver.press("<esc>");
    click(&mut driver, "host-share", KeyModifiers::CONTROL);
    click(&mut driver, "cable-lease", KeyModifiers::CONTROL);
    assert_eq!(marked(&mut driver), 2);
    driver.press("<esc>");
    click(&mut driver, "host-share", KeyModifiers::NONE);
    assert!(!driver.screen(160, 45).contains("Short name of Two more percent of the cloud host"));
    click(&mut driver, "host-share", KeyModifiers::NONE);
    assert!(driver.screen(160, 45).contains("Short name of Two more percent of the cloud host"));
}

#[test]
fn the_last_edit_is_done_again_on_another_cell_and_on_marked_rows() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2.");
    assert!(driver.screen(160, 45).contains("There is no edit to repeat yet"));
    driver.press("jccost_1<enter><enter>7<enter>j.");
    let second = ids(&mut driver)[2].clone();
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "7");
    assert_eq!(driver.cell("candidates", &second, "cost_1"), "7");
    driver.press("uub*2<enter>jVj.");
    let (third, fourth) = (ids(&mut driver)[3].clone(), ids(&mut driver)[4].clone());
    let cost = |driver: &Driver, id: &str| driver.cell("candidates", id, "cost_1");
    let was = tutorial();
    for id in [&second, &third, &fourth] {
        let number = |text: String| text.parse::<Decimal>().unwrap();
        assert_eq!(number(cost(&driver, id)), number(cost(&was, id)) * Decimal::TWO, "{id}");
    }
    driver.press("uu");
    assert_eq!(driver.files(), before);
}

#[test]
fn an_edit_is_not_repeated_where_it_cannot_stand() {
    let mut driver = tutorial();
    driver.press("2jcname<enter><enter>A name<enter>ccost_1<enter>.");
    assert!(driver.screen(160, 45).contains("`A name` does not fit the column Cost year 1"));
    driver.press("ccandidate<enter>.");
    assert!(driver.screen(160, 45).contains("Each row needs its own candidate"));
    driver.press("ccost<enter>.");
    assert!(driver.screen(160, 45).contains("sum of several years"));
}

#[test]
fn a_lock_is_repeated_with_its_reason_and_an_amount_in_another_year() {
    let mut driver = tutorial();
    driver.press("2j+A promise<enter>jVj.");
    let ids = ids(&mut driver);
    for id in &ids[2..4] {
        assert_eq!(driver.cell("candidates", id, "status"), "locked_in");
        assert_eq!(driver.cell("candidates", id, "reason"), "A promise");
    }
    driver.press("4l<enter>8.5<enter>l<ctrl-a>.");
    assert_eq!(driver.cell("budgets", "defence:2028", "amount"), "8.5");
    assert_eq!(driver.cell("budgets", "economic_affairs:2028", "amount"), "8.5");
    driver.press("u");
    assert_eq!(driver.cell("budgets", "economic_affairs:2028", "amount"), "10", "one step");
}

#[test]
fn a_long_cell_is_shown_whole_below_the_table_in_a_text_and_in_a_wide_column() {
    let mut driver = tutorial();
    let whole = driver.cell("candidates", "incident-desk", "note");
    driver.press("2cnote<enter>");
    assert!(driver.screen(160, 45).lines().nth(43).unwrap().starts_with(&format!("Note: {whole}")));
    let narrow = driver.screen(80, 24);
    assert!(narrow.lines().nth(22).unwrap().ends_with("t all of it"), "{narrow}");
    driver.press("t");
    let text = driver.screen(80, 24);
    assert!(whole.split(' ').all(|word| text.contains(word)), "{text}");
    driver.press("<esc>_");
    let wide = driver.screen(160, 45);
    assert!(wide.lines().take(40).any(|line| line.contains(&whole)), "{wide}");
    driver.press("_");
    assert!(!driver.screen(160, 45).lines().take(40).any(|line| line.contains(&whole)));
}

#[test]
fn answers_and_entries_of_lists_are_clicked() {
    let mut driver = tutorial();
    driver.press("4l<enter>7<enter>q");
    click(&mut driver, "stay here", KeyModifiers::NONE);
    assert!(!driver.screen(160, 45).contains("Quit?"));
    driver.press("q");
    click(&mut driver, "quit and throw them away", KeyModifiers::NONE);
    assert!(driver.asked.contains(&"Quit".to_owned()), "{:?}", driver.asked);
    driver.press("<esc>:table limits");
    click(&mut driver, "Table Limits", KeyModifiers::NONE);
    assert_eq!(driver.app.screen_name(), "Tables");
}

#[test]
fn what_is_done_with_marked_rows_ends_the_marking() {
    let mut driver = tutorial();
    driver.press("2Vjccost_1<enter>b*2<enter>jj");
    assert_eq!(marked(&mut driver), 2);
}

#[test]
fn pasted_rows_are_marked_and_marks_do_not_move_to_other_rows() {
    let mut driver = tutorial();
    driver.press("2j");
    driver.send(Event::Paste("new-a\tA\tcloud\nnew-b\tB\tcyber\n".into()));
    assert_eq!(marked(&mut driver), 2);
    driver.press("ccost_1<enter>b=3<enter>");
    assert_eq!(driver.cell("candidates", "new-a", "cost_1"), "3");
    assert_eq!(driver.cell("candidates", "new-b", "cost_1"), "3");
    driver.press("uu");
    assert_eq!(marked(&mut driver), 0, "the rows are gone, and no other row is marked in their place");
}

#[test]
fn an_edit_says_what_it_does_to_the_recommendation() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("4l<enter>0<enter>");
    driver.press("u");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Undone"), "{screen}");
    driver.screen(200, 45);
    driver.press("ll<enter>4<enter>");
    let screen = driver.screen(200, 45);
    assert!(screen.contains("Recommended +") && screen.contains(", was +"), "{screen}");
    assert!(screen.contains("out "), "{screen}");
}

#[test]
fn n_goes_from_one_broken_rule_to_the_next() {
    let mut driver = Driver::on("tutorial", Solve::AtOnce);
    driver.press("2j<space>6n");
    let line = |driver: &mut Driver| {
        let screen = driver.screen(160, 45);
        screen.lines().find(|line| line.starts_with('▸')).unwrap().to_owned()
    };
    assert!(line(&mut driver).contains("broken"), "{}", line(&mut driver));
    driver.press("R6n");
    assert!(driver.screen(160, 45).contains("No portfolio shown here breaks a rule"));
}

#[test]
fn only_the_rows_with_this_value_are_shown_and_then_all_again() {
    let mut driver = tutorial();
    let all = ids(driver.press("2")).len();
    driver.press("jcdomain<enter>,");
    assert_eq!(ids(&mut driver), ["host-share", "datacentre-stake", "cloud-build"]);
    driver.press("j,");
    assert_eq!(ids(&mut driver).len(), all);
    driver.press("fcost_1>3<enter>,");
    assert!(driver.screen(160, 45).contains("filter cost_1>3 domain="));
    driver.press("F").press("cname<enter>gj,");
    assert_eq!(ids(&mut driver), ["host-share"], "a text with spaces");
    driver.press("Fccost<enter>,");
    assert!(ids(&mut driver).contains(&"host-share".to_owned()), "a computed number");
}

#[test]
fn the_values_of_a_column_are_counted_and_one_is_chosen() {
    let mut driver = tutorial();
    driver.press("2cdomain<enter>#");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Domain in 10 rows") && screen.contains("30.0 %"), "{screen}");
    driver.press("cloud<enter>");
    assert_eq!(ids(&mut driver).len(), 3);
    driver.press("ccost_1<enter>#");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Cost year 1 in 3 rows, sum 23, mean 7.6667, median 6"), "{screen}");
    driver.press("<esc>Fcreason<enter>#(empty<enter>");
    assert_eq!(ids(&mut driver).len(), 9);
}

#[test]
fn a_column_is_pinned_and_stays_while_others_scroll() {
    let mut driver = tutorial();
    driver.press("2cinstrument<enter>!$");
    let screen = driver.screen(80, 24);
    let heading = screen.lines().nth(2).unwrap();
    assert!(heading.contains("Instrument") && heading.contains("Source"), "{heading}");
    driver.press("^l");
    driver.press("cinstrument<enter>!$");
    assert!(!driver.screen(80, 24).lines().nth(2).unwrap().contains("Instrument"));
}

#[test]
fn one_value_or_another_is_filtered_by() {
    let mut driver = tutorial();
    driver.press("2fdomain=cloud|cables<enter>");
    let some = ids(&mut driver).len();
    driver.press("fdomain!=cloud|cables<enter>");
    let others = ids(&mut driver).len();
    driver.press("F");
    assert!(some > 0 && others > 0);
    assert_eq!(some + others, ids(&mut driver).len());
    for nonsense in ["|", "=", "==", "cost>", "cost>|", "!", "\"", "a||b", "domain=|", "<>", "~", "cost!", "=5", "%$#"]
    {
        driver.press("f");
        driver.send(beslismacht::tui::Event::Paste(nonsense.into()));
        driver.press("<enter>");
        driver.screen(160, 45);
        driver.press("<esc><esc>F");
    }
}

#[test]
fn a_field_of_a_form_is_chosen_and_edited_with_the_mouse() {
    let mut driver = tutorial();
    driver.press("2je");
    click(&mut driver, "Instrument", KeyModifiers::NONE);
    assert!(driver.screen(160, 45).contains("▸ Instrument"));
    click(&mut driver, "▸ Instrument", KeyModifiers::NONE);
    assert!(driver.screen(160, 45).contains("Instrument of Two more percent of the cloud host"));
}

#[test]
fn the_mouse_scrolls_sorts_by_a_heading_and_does_nothing_outside() {
    let mut driver = tutorial();
    driver.press("2");
    let first =
        |driver: &mut Driver| driver.screen(160, 45).lines().find(|line| line.starts_with('▸')).unwrap().to_owned();
    mouse(&mut driver, MouseEventKind::ScrollDown, (5, 10), KeyModifiers::NONE);
    assert!(first(&mut driver).contains("cloud-build"), "three rows down");
    mouse(&mut driver, MouseEventKind::ScrollUp, (5, 10), KeyModifiers::NONE);
    assert!(first(&mut driver).contains("incident-desk"));
    click(&mut driver, "Value", KeyModifiers::NONE);
    assert!(driver.screen(160, 45).contains("Value▲"));
    click(&mut driver, "Value", KeyModifiers::NONE);
    assert!(driver.screen(160, 45).contains("Value▼"));
    let before = driver.screen(160, 45);
    for at in [(0, 1), (159, 44), (500, 500), (0, 30), (159, 43)] {
        mouse(&mut driver, MouseEventKind::Down(MouseButton::Left), at, KeyModifiers::NONE);
        mouse(&mut driver, MouseEventKind::Up(MouseButton::Left), at, KeyModifiers::NONE);
        mouse(&mut driver, MouseEventKind::Down(MouseButton::Right), at, KeyModifiers::NONE);
    }
    assert_eq!(driver.screen(160, 45), before);
}

/// Two others with 26 and 25 of the votes beside 49: alone each has too little, and the country decides beside either.
#[test]
fn who_holds_a_service_is_told_with_the_steps_of_its_power() {
    let mut book = beslismacht::store::tutorial();
    book.put_file(
        "holders.csv",
        "service,holder,jurisdiction,stake,bloc\ncloud_host,state,NL,49,home\ncloud_host,rival,US,26,\ncloud_host,fund,UK,25,\n",
    );
    let mut told = Vec::new();
    for rule in ["ladder", "shapley"] {
        let set = format!("services.power[cloud_host]={rule}");
        beslismacht::model::change::Change::parse_setting(&set).unwrap().apply(&mut book).unwrap();
        let mut driver = Driver::with("tutorial", book.clone(), Solve::Never);
        told.push(driver.press("3/cloud_host<enter>w").screen(160, 45));
        assert!(driver.press("<esc>/sea_cable<enter>w").screen(160, 45).contains("Nobody is listed as a holder"));
    }
    for (screen, says) in told.iter().zip([
        ["Who holds Cloud host", "State (NL): 49 %, with the country", "the ladder decides", "(25/13) %: 0.5 (now)"],
        ["Who holds Cloud host", "Rival (US): 26 %", "Votes decide", "(25/13) %: 0.3333 (now)"],
    ]) {
        assert!(says.iter().all(|it| screen.contains(it)), "{screen}");
    }
}

/// Behind a holder stand its owners, each a step further in; at the top stands whoever decides.
#[test]
fn the_chain_behind_a_holder_is_drawn() {
    let mut book = beslismacht::store::tutorial();
    book.put_file(
        "holders.csv",
        "service,holder,jurisdiction,stake,bloc,price\ncloud_host,state,NL,49,home,\ncloud_host,rival,LU,26,,80\ncloud_host,fund,UK,25,,\n",
    );
    book.put_file(
        "owners.csv",
        "company,owner,jurisdiction,stake,controls\nrival,holding,IE,60,\nrival,fund,UK,40,\nholding,parent,US,0,yes\n\
         holding,rival,LU,20,\n",
    );
    let mut driver = Driver::with("tutorial", book, Solve::Never);
    insta::assert_snapshot!("who_holds_80x24", driver.press("3/cloud_host<enter>w").screen(80, 24));
}
