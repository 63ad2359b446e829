use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::messages::in_language;
use crate::session::list_import::ListSource;
use crate::tui::state::{App, Setup};
use crate::tui::{Effect, Event, Key, update, view};

/// A list with a title, headings on two rows, merged cells, a total and a note, and a column that nobody knows.
const PLAN: &str = "Investeringsplan;;;;;;\nbedragen x € 1.000;;;;;;\n;;;Defensie;;EZ;\n\
    Domein;Naam;Nut voor NL;2027;2028;2027;2028\n\
    Zee;Kabel;9;100;100;100;100\n;Boei;5;10;5;20;5\nWolk;Bouw;8;400;;;\n\
    Totaal;;;510;105;120;105\nBron: eigen opgave;;;;;;\n";

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::sequence(keys).unwrap();
    keys.into_iter().flat_map(|key| update(app, Event::Key(key))).collect()
}

fn screen(app: &App, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    view(app, &mut buffer);
    let line = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

fn opened(text: &str) -> App {
    let mut app = App::new(&Setup::default(), (80, 24));
    update(&mut app, Event::ListRead("lists/plan 2027.csv".into(), Ok(ListSource::Text(text.to_owned()))));
    app
}

#[test]
fn a_list_is_shown_before_it_becomes_a_case_and_keys_change_what_it_is_read_as() {
    let mut app = opened(PLAN);
    insta::assert_snapshot!("list_80x24", screen(&app, 80, 24));
    // The third column is what the planner calls the gain.
    press(&mut app, "jje");
    assert!(screen(&app, 80, 24).contains("What is \"Nut voor NL\"?"), "{}", screen(&app, 80, 24));
    press(&mut app, "gian<enter>");
    assert!(screen(&app, 80, 24).contains("Did you mean gain?"), "{}", screen(&app, 80, 24));
    press(&mut app, "<ctrl-u>gain<enter>");
    assert!(screen(&app, 80, 24).lines().any(|line| line.contains("Nut voor NL") && line.contains("gain")));
    // Another meaning changes the sums at once, and back.
    press(&mut app, "jll");
    let shown = screen(&app, 80, 24);
    assert!(!shown.contains("630"), "{shown}");
    press(&mut app, "hh");
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("630") && shown.contains("1260"), "{shown}");
    press(&mut app, "uuu");
    assert!(screen(&app, 80, 24).contains("million EUR"), "{}", screen(&app, 80, 24));
    press(&mut app, "b500<enter>v");
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("plan 2027.csv") && shown.contains("what was understood"), "{shown}");
    let effects = press(&mut app, "<esc><enter><enter>");
    let [Effect::Create(folder, files)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(folder, std::path::Path::new("portfolios/plan_2027"));
    let text = |name: &str| files.iter().find(|(file, _)| file == name).map(|(_, text)| text.as_str()).unwrap();
    assert!(text("candidates.csv").contains("kabel,Kabel,zee,200,200,50,50,9"), "{}", text("candidates.csv"));
    assert!(text("case.toml").contains("unit = \"million\""));
}

#[test]
fn what_keeps_a_list_from_being_a_case_is_said_until_it_is_solved() {
    let mut app = opened("ref,boe_amt\nx,5\ny,6\n");
    assert!(screen(&app, 80, 24).contains("No column has a name for costs"), "{}", screen(&app, 80, 24));
    assert!(press(&mut app, "<enter>").is_empty());
    assert!(screen(&app, 80, 24).contains("The list makes no case yet"), "{}", screen(&app, 80, 24));
    press(&mut app, "jecost<enter>y2030<enter>");
    let shown = screen(&app, 80, 24);
    assert!(shown.contains("2030") && shown.contains("The case has 2 candidates"), "{shown}");
    press(&mut app, "<esc>");
    assert!(app.popups.is_empty());
    update(&mut app, Event::ListRead("x.csv".into(), Err("It is not there.".to_owned())));
    assert!(screen(&app, 80, 24).contains("The list cannot be read"));
}

#[test]
fn a_list_is_shown_in_dutch_as_well_and_at_every_size() {
    in_language("nl", || {
        let mut app = opened(PLAN);
        insta::assert_snapshot!("list_dutch_80x24", screen(&app, 80, 24));
        press(&mut app, "jje<ctrl-u>winst<enter>");
        assert!(screen(&app, 80, 24).lines().any(|line| line.contains("Nut voor NL") && line.contains("winst")));
    });
    for text in [PLAN, "", "a\n1\n", "\"open"] {
        let mut app = opened(text);
        press(&mut app, "jjlhudv<esc>");
        for (width, height) in
            (0..=170).step_by(7).flat_map(|width| (0..=60).step_by(3).map(move |height| (width, height)))
        {
            screen(&app, width, height);
        }
    }
}
