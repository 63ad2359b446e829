//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatUnderline};

use crate::report::document::Kind;
use crate::report::style::Role;

/// How many letters a cell can hold.
const LONGEST: usize = 32_767;

/// How a line of the first sheet looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Title,
    Heading,
    Subheading,
    Link,
    In(Role),
}

impl Line {
    /// As a spreadsheet has it.
    pub(super) fn look(self) -> Format {
        let look = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        match self {
            Self::Title => look.set_bold().set_font_size(16),
            Self::Heading => look.set_bold().set_font_size(13),
            Self::Subheading => look.set_bold(),
            Self::Link => look.set_font_color("#0563C1").set_underline(FormatUnderline::Single),
            Self::In(role) => in_role(look, role),
        }
    }
}

/// The heads of a table.
pub(super) fn head() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color("#E7EEF5")
}

/// A cell of a column in a role.
pub(super) fn cell(kind: Kind, role: Role) -> Format {
    let look = Format::new().set_align(FormatAlign::Top);
    let look = match pattern(kind) {
        Some(pattern) => look.set_num_format(pattern),
        None => look.set_text_wrap(),
    };
    in_role(look, role)
}

/// How the figures of a column are shown; words have no way of their own.
pub(super) fn pattern(kind: Kind) -> Option<String> {
    let places = |whole: &str, places: u32| match usize::try_from(places).unwrap_or_default() {
        0 => whole.to_owned(),
        places => format!("{whole}.{}", "0".repeat(places)),
    };
    Some(match kind {
        Kind::Words | Kind::Name => return None,
        Kind::Year => "0".to_owned(),
        Kind::Percent(after) => places("0", after) + "\" %\"",
        Kind::Money(after) | Kind::Figures(after) => places("#,##0", after),
        Kind::Points => places("0", crate::report::number::INDEX),
        Kind::Power => places("0", crate::report::number::POWER),
    })
}

fn in_role(look: Format, role: Role) -> Format {
    match role {
        Role::Plain => look,
        Role::Heading => look.set_bold(),
        Role::Good => look.set_font_color("#00664B"),
        Role::Bad => look.set_font_color("#A61B00"),
        Role::Caution => look.set_bold().set_font_color("#8A4B00"),
        Role::Faint => look.set_font_color("#595959"),
    }
}

/// A text that a cell can hold.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}
