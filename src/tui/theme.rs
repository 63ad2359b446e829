//! How things look: a role for everything that is drawn, and a style for each role in each theme.
//!
//! The default theme uses only the terminal's own 16 colours and sets no background, so that it suits light and dark
//! terminals alike. What a colour says is always said by a word or a shape too.

use ratatui::style::{Color, Modifier, Style};

/// What something on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Plain text.
    Text,
    /// Something that matters less.
    Dim,
    /// The one accent: titles, what is active.
    Accent,
    /// Headings of columns.
    Header,
    /// Reached, kept, proven.
    Good,
    /// Worth a look; out of date.
    Warn,
    /// Wrong, broken.
    Bad,
    /// The cell or entry under the cursor.
    Cursor,
    /// The row under the cursor.
    Row,
    /// A row that is marked.
    Marked,
    /// A key in hints and help.
    Key,
    /// Lines and frames.
    Line,
    /// A series of a chart, by number.
    Series(usize),
}

/// A set of styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's 16 colours.
    #[default]
    Terminal,
    /// Colours that people with any colour vision tell apart (after Okabe and Ito).
    ColourBlind,
    /// Bright, bold and underlined.
    HighContrast,
    /// No colour at all.
    Mono,
}

impl Theme {
    /// All themes, in the order in which the command goes through them.
    pub(crate) const ALL: [Self; 4] = [Self::Terminal, Self::ColourBlind, Self::HighContrast, Self::Mono];

    /// Its name in settings.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::ColourBlind => "colour-blind",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme with this name.
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The one after it.
    pub(crate) fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&theme| theme == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    pub(crate) fn style(self, role: Role) -> Style {
        let base = Style::new();
        let shape = match role {
            Role::Dim if self == Self::Terminal || self == Self::ColourBlind => base.add_modifier(Modifier::DIM),
            Role::Header => base.add_modifier(Modifier::UNDERLINED),
            Role::Accent | Role::Row | Role::Bad | Role::Key => base.add_modifier(Modifier::BOLD),
            Role::Cursor => base.add_modifier(Modifier::REVERSED),
            Role::Marked if self == Self::Mono => base.add_modifier(Modifier::ITALIC),
            Role::Line if self != Self::HighContrast => base.add_modifier(Modifier::DIM),
            _ => base,
        };
        self.colour(role).map_or(shape, |colour| shape.fg(colour))
    }

    fn colour(self, role: Role) -> Option<Color> {
        let palette = match self {
            Self::Mono => return None,
            Self::Terminal => &TERMINAL,
            Self::ColourBlind => &OKABE_ITO,
            Self::HighContrast => &BRIGHT,
        };
        match role {
            Role::Accent | Role::Key => Some(palette.accent),
            Role::Good => Some(palette.good),
            Role::Warn | Role::Marked => Some(palette.warn),
            Role::Bad => Some(palette.bad),
            Role::Series(n) => Some(palette.series[n % palette.series.len()]),
            _ => None,
        }
    }
}

/// The colours of a theme.
struct Palette {
    accent: Color,
    good: Color,
    warn: Color,
    bad: Color,
    series: &'static [Color],
}

const TERMINAL: Palette = Palette {
    accent: Color::Cyan,
    good: Color::Green,
    warn: Color::Yellow,
    bad: Color::Red,
    series: &[Color::Cyan, Color::Yellow, Color::Magenta, Color::Green, Color::Blue, Color::Red],
};

/// The nearest entries of the 256-colour palette: blue, vermilion, orange, sky blue, purple, bluish green.
const OKABE_ITO: Palette = {
    use Color::Indexed as I;
    Palette {
        accent: I(32),
        good: I(32),
        warn: I(208),
        bad: I(166),
        series: &[I(32), I(208), I(175), I(74), I(36), I(166)],
    }
};

const BRIGHT: Palette = Palette {
    accent: Color::LightCyan,
    good: Color::LightGreen,
    warn: Color::LightYellow,
    bad: Color::LightRed,
    series: &[Color::LightCyan, Color::LightYellow, Color::LightMagenta, Color::LightGreen],
};

/// The characters that lines, bars and marks are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Box drawing and blocks.
    #[default]
    Unicode,
    /// ASCII only, for terminals and fonts that have nothing else.
    Ascii,
}

/// Signs, each as it is in Unicode and in ASCII.
macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident: $unicode:literal, $ascii:literal;)*) => {
        impl Glyphs {
            $($(#[$doc])* pub(crate) const fn $name(self) -> &'static str {
                match self {
                    Self::Unicode => $unicode,
                    Self::Ascii => $ascii,
                }
            })*
        }
    };
}

signs! {
    /// What stands for the missing rest of a text.
    ellipsis: "…", "~";
    /// A horizontal line.
    horizontal: "─", "-";
    /// A vertical line.
    vertical: "│", "|";
    /// The empty rest of a bar.
    empty: "·", ".";
    /// A marker that something is at.
    marker: "▸", ">";
    /// A yes: in, kept, proven.
    yes: "●", "*";
    /// A no: out.
    no: "○", "o";
    /// From here to there.
    arrow: "→", "->";
}

impl Glyphs {
    /// The corners of a frame: top left, top right, bottom left, bottom right.
    pub(crate) const fn corners(self) -> [&'static str; 4] {
        match self {
            Self::Unicode => ["╭", "╮", "╰", "╯"],
            Self::Ascii => ["+", "+", "+", "+"],
        }
    }

    /// A full cell of a bar. Series differ in shape too, so that they differ without colour.
    pub(crate) const fn bar(self, series: usize) -> &'static str {
        let signs = match self {
            Self::Unicode => ["█", "▒", "▓", "░"],
            Self::Ascii => ["#", "=", "%", ":"],
        };
        signs[series % 4]
    }

    /// Sorted upwards, downwards.
    pub(crate) const fn sorted(self) -> [&'static str; 2] {
        match self {
            Self::Unicode => ["▲", "▼"],
            Self::Ascii => ["^", "v"],
        }
    }

    /// More to the left, more to the right.
    pub(crate) const fn more(self) -> [&'static str; 2] {
        match self {
            Self::Unicode => ["‹", "›"],
            Self::Ascii => ["<", ">"],
        }
    }
}
