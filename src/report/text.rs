//! Text in columns: how wide it is and how it is cut, by what a reader sees as one character.
//!
//! Everything that is drawn or aligned goes through here, so that wide characters, combining marks and control characters
//! can neither shift a column nor break the screen.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::safe::line;
use crate::model::visible::{is_hidden, plain_cells, visible_but};

/// The cells that a text takes.
pub fn width(text: &str) -> usize {
    plain_cells(text).unwrap_or_else(|| text.graphemes(true).map(UnicodeWidthStr::width).sum())
}

/// The text on one line: line breaks and tabs become spaces, and what is not seen stands there as its number.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if plain_cells(text).is_none() && text.chars().any(is_hidden) {
        Cow::Owned(line(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text cut to at most `limit` cells, with `mark` (such as `…`) as its last character where something is missing.
pub fn fit<'a>(text: &'a str, limit: usize, mark: &str) -> Cow<'a, str> {
    let text = one_line(text);
    if width(&text) <= limit {
        return text;
    }
    let room = limit.saturating_sub(width(mark));
    let mut cut = String::with_capacity(text.len().min(4 * limit));
    if plain_cells(&text).is_some() {
        cut.extend(text.chars().take(room));
        return Cow::Owned(if width(mark) <= limit { cut + mark } else { cut });
    }
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = UnicodeWidthStr::width(grapheme);
        if used + wide > room {
            break;
        }
        used += wide;
        cut.push_str(grapheme);
    }
    if width(mark) <= limit {
        cut.push_str(mark);
    }
    Cow::Owned(cut)
}

/// The text cut to at most `limit` cells in its middle, so that its end stays: what tells it apart from others often stands there.
pub fn fit_both(text: &str, limit: usize, mark: &str) -> String {
    let text = one_line(text);
    let (whole, end) = (width(&text), limit.saturating_sub(width(mark)) / 2);
    if whole <= limit {
        return text.into_owned();
    }
    let end = skip(&text, whole - end);
    format!("{}{end}", fit(&text, limit.saturating_sub(width(&end)), mark))
}

/// The text without its first `cells` cells; a wide character that is cut in two is left out.
pub fn skip(text: &str, cells: usize) -> String {
    let mut used = 0;
    let mut rest = String::new();
    for grapheme in text.graphemes(true) {
        if used >= cells {
            rest.push_str(grapheme);
        }
        used += UnicodeWidthStr::width(grapheme);
    }
    rest
}

/// The text broken into lines of at most `limit` cells, between words where that is possible.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let shown = visible_but(text, |c| matches!(c, '\n' | '\r' | '\t'));
    for paragraph in shown.split('\n') {
        // A paragraph keeps the spaces that it begins with.
        let words = paragraph.trim_start_matches(' ');
        let mut line = " ".repeat((paragraph.len() - words.len()).min(limit));
        let (mut used, mut is_blank) = (line.len(), true);
        for word in words.split(' ') {
            let wide = width(word);
            if used + usize::from(!is_blank) + wide <= limit {
                if !is_blank {
                    line.push(' ');
                }
                line.push_str(word);
                used += usize::from(!is_blank) + wide;
                is_blank &= word.trim().is_empty();
                continue;
            }
            if !is_blank {
                lines.push(std::mem::take(&mut line));
            }
            (line, used) = break_word(word, limit, &mut lines);
            is_blank = line.trim().is_empty();
        }
        lines.push(line);
    }
    lines
}

/// The text broken into lines of at most `limit` cells at spaces alone: what is copied from it stays whole.
pub fn wrap_words(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if lines.last().is_some_and(|line| !line.is_empty() && width(line) + 1 + width(word) > limit) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    lines
}

/// Puts full lines of a word that is longer than a line into `lines`, and gives back what is left of it, with the cells it takes.
fn break_word(word: &str, limit: usize, lines: &mut Vec<String>) -> (String, usize) {
    let wide = width(word);
    if wide <= limit {
        return (word.to_owned(), wide);
    }
    let (mut line, mut used) = (String::new(), 0);
    for grapheme in word.graphemes(true) {
        let wide = UnicodeWidthStr::width(grapheme);
        if limit > 0 && used + wide > limit {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        line.push_str(grapheme);
        used += wide;
    }
    (line, used)
}

/// A length as the screen counts it.
pub fn cells(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_characters_that_readers_see() {
        assert_eq!(fit("Glasvezelring", 8, "…"), "Glasvez…");
        assert_eq!(fit("数据中心网络", 7, "…"), "数据中…");
        assert_eq!(fit("数据中心网络", 6, "…"), "数据…");
        assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(fit("abc", 0, "…"), "");
        assert_eq!(fit_both("may spend at most in 2027", 13, "…"), "may sp…n 2027");
        assert_eq!(fit_both("数据中心网络", 7, "…"), "数据…络");
        assert_eq!(fit_both("short", 5, "…"), "short");
        assert_eq!(fit("a\nb\tc", 9, "…"), "a b c");
        assert_eq!(fit("a\u{202e}b\u{200b}", 20, "…"), "a\\u{202e}b\\u{200b}");
    }

    #[test]
    fn skips_cells_and_leaves_out_half_a_character() {
        assert_eq!(skip("数据中", 2), "据中");
        assert_eq!(skip("数据中", 3), "中");
        assert_eq!(skip("abc", 5), "");
    }

    #[test]
    fn wraps_between_words_and_breaks_long_ones() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("  a b\nc", 9), ["  a b", "c"]);
        assert_eq!(wrap("a\u{2066} b", 9), ["a\\u{2066}", "b"]);
        assert_eq!(wrap("", 3), [""]);
        assert_eq!(wrap("a\n\nb", 3), ["a", "", "b"]);
        assert_eq!(wrap_words("one two a-long-word", 7), ["one two", "a-long-word"]);
    }
}
