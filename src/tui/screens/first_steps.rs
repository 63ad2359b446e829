//! What a case still needs before anything can be planned with it, in the order in which it is made.

use crate::messages::text_of;
use crate::model::schema::TableId;
use crate::say;
use crate::session::count_of;
use crate::tui::canvas::{Canvas, Role, below, row};
use crate::tui::state::{App, Command, Context, Document, Screen};
use ratatui::layout::Rect;

/// Whether nothing can be planned yet: there is no candidate.
pub(crate) fn are_wanted(document: &Document) -> bool {
    document.case().candidates.is_empty()
}

/// Draws them; gives the lines that they take.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    canvas.text(row(area, 0), &say!("first-steps-what-this-case"), Role::Header);
    let key = |command| app.keymap.shown(command, &[Context::Everywhere]);
    let line = |canvas: &mut Canvas<'_>, y: u16, done: bool, key: &str, count: &str, what: &str| {
        let (sign, role) = if done { (canvas.glyphs.yes(), Role::Good) } else { (canvas.glyphs.no(), Role::Warn) };
        let count = format!("{count:<18}");
        canvas.pieces(
            row(area, y),
            &[
                (sign, role),
                (&say!("first-steps-key"), Role::Dim),
                (key, Role::Key),
                ("  ", Role::Dim),
                (&count, Role::Text),
                (what, Role::Dim),
            ],
        );
    };
    // The screen where it is done, what is made there, how it is counted, what it is for.
    let steps = [
        (Screen::TABLES, TableId::Domains, "domain", say!("first-steps-technology-areas-weighted-each")),
        (Screen::SERVICES, TableId::Services, "service", say!("first-steps-key-infrastructure-control-now")),
        (Screen::CANDIDATES, TableId::Candidates, "candidate", say!("first-steps-investments-could-made")),
        (Screen::CANDIDATES, TableId::Effects, "effect", say!("first-steps-candidate-adds-service")),
    ];
    let mut y = 1;
    for (screen, table, noun, what) in steps {
        let count = document.book.sheet(table).rows.len();
        let counted = if count == 0 { text_of("first-steps", "no", noun, "yet") } else { count_of(count, noun) };
        line(canvas, y, count > 0, &key(Command::Go(screen)), &counted, &what);
        y += 1;
    }
    let paid = !document.case().total_budget().is_zero();
    let counted = if paid { say!("first-steps-budgets") } else { say!("first-steps-no-money-yet") };
    line(canvas, y, paid, &key(Command::Go(Screen::BUDGETS)), &counted, &say!("first-steps-what-each-ministry"));
    y += 2;
    let text = say!(
        "first-steps-rows-copied-from",
        portfolio_key = key(Command::Go(Screen::PORTFOLIO)),
        tour_key = key(Command::Tour)
    );
    y + canvas.paragraph(below(area, y), &text, Role::Text)
}
