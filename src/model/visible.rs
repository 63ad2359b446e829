//! Characters that a reader does not see: those that steer a terminal, turn the direction of a text, or have no width.
//!
//! A text that came from a file or an argument may hold them; whatever shows it says them by their number instead.

use std::borrow::Cow;

use super::limits::LONGEST_LINE;

/// Format characters: the general category Cf of Unicode, with the unassigned ones among them.
const FORMAT: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e007f}'),
];

/// What is no format character and yet not seen: separators of lines and paragraphs, fillers, and characters that no text has.
const OTHERS: &[(char, char)] = &[
    ('\u{34f}', '\u{34f}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fdd0}', '\u{fdef}'),
    ('\u{ffa0}', '\u{ffa0}'),
];

/// Whether a character is a control or format character, or one that is not seen for another reason. Line breaks and tabs are.
pub fn is_hidden(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    let inside = |&(first, last): &(char, char)| (first..=last).contains(&character);
    character.is_control() || FORMAT.iter().any(inside) || OTHERS.iter().any(inside)
}

/// Characters that are seen, take one cell of a terminal and join with no neighbour: Latin letters, the usual marks and signs, and
/// what lines and bars are drawn with.
const PLAIN: &[(char, char)] = &[
    (' ', '~'),
    ('\u{a1}', '\u{ac}'),
    ('\u{ae}', '\u{2ff}'),
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{203a}'),
    ('\u{20a0}', '\u{20bf}'),
    ('\u{2190}', '\u{21ff}'),
    ('\u{2200}', '\u{22ff}'),
    ('\u{2500}', '\u{25fc}'),
];

/// The cells of a terminal that a text takes, where each of its characters is seen, takes one cell and stands alone; none where
/// it has to be looked at more closely. Nearly all texts are such: this is asked for all that is drawn.
pub fn plain_cells(text: &str) -> Option<usize> {
    let is_plain = |c: char| matches!(c, ' '..='~') || PLAIN.iter().any(|&(first, last)| (first..=last).contains(&c));
    text.chars().try_fold(0, |cells, c| is_plain(c).then_some(cells + 1))
}

/// The text with every hidden character, but for those to keep, as its number: `\u{1b}`.
pub fn visible_but(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let hidden = |character: char| is_hidden(character) && !keep(character);
    if plain_cells(text).is_some() || !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The text with every hidden character as its number: `\u{200b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    visible_but(text, |_| false)
}

/// The text with the middle of each line left out that is longer than a message may be.
pub fn shortened(text: &str) -> Cow<'_, str> {
    // What has few bytes has no more characters.
    if text.split('\n').all(|line| line.len() <= LONGEST_LINE) {
        return Cow::Borrowed(text);
    }
    let short = |line: &str| {
        let half = LONGEST_LINE / 2;
        let ends = line.char_indices().nth(half).zip(line.char_indices().nth_back(half));
        match ends {
            Some(((first, _), (last, _))) if first < last => {
                format!("{} … {}", line.get(..first).unwrap_or(""), line.get(last..).unwrap_or(""))
            }
            _ => line.to_owned(),
        }
    };
    Cow::Owned(text.split('\n').map(short).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_loses_its_middle() {
        let digits = "9".repeat(10_000);
        let said = shortened(&format!("The number {digits} is too large.\nWrite a smaller one.")).into_owned();
        assert!(
            said.starts_with("The number 999") && said.ends_with("999 is too large.\nWrite a smaller one."),
            "{said}"
        );
        assert!(said.contains(" … ") && said.chars().count() < LONGEST_LINE + 40, "{said}");
        assert!(matches!(shortened("short\nand short"), Cow::Borrowed(_)));
        assert_eq!(shortened(&"é".repeat(LONGEST_LINE)), "é".repeat(LONGEST_LINE));
    }

    #[test]
    fn what_is_not_seen_is_said_by_its_number() {
        assert_eq!(visible("cost_1\u{200b}"), "cost_1\\u{200b}");
        assert_eq!(visible("\u{1b}]52;c;x\u{7}\u{9b}31m"), "\\u{1b}]52;c;x\\u{7}\\u{9b}31m");
        assert_eq!(
            visible("\u{202e}a\u{2066}b\u{2028}c\u{ad}d\u{7f}"),
            "\\u{202e}a\\u{2066}b\\u{2028}c\\u{ad}d\\u{7f}"
        );
        assert!(matches!(visible("Kabel Noord, 5 € – 100 % 量子 é"), Cow::Borrowed(_)));
    }

    #[test]
    fn plain_characters_are_seen_and_take_one_cell_each() {
        use unicode_segmentation::UnicodeSegmentation as _;
        use unicode_width::UnicodeWidthStr as _;
        assert_eq!(plain_cells("Zeekabel „Noord” – € 5 → ▲ ███"), Some(30));
        assert_eq!([plain_cells("a\tb"), plain_cells("e\u{301}"), plain_cells("数据")], [None; 3]);
        for c in PLAIN.iter().flat_map(|&(first, last)| first..=last) {
            let between = format!("→{c}{c}x{c}\u{e9}");
            assert!(!is_hidden(c) && between.width() == 6, "{c} {:x}", u32::from(c));
            assert_eq!(between.graphemes(true).count(), 6, "{c} {:x}", u32::from(c));
        }
    }

    #[test]
    fn the_lists_ascend() {
        for list in [FORMAT, OTHERS, PLAIN] {
            assert!(list.iter().all(|(first, last)| first <= last));
            assert!(list.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
