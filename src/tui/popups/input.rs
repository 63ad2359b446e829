//! A line of text that is being typed.

use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::tui::canvas::{Canvas, Role, after, cell, cells, width};
use crate::tui::state::Command;
use crate::tui::text::{one_line, skip};

/// What a command does to a line of text, if it is one for it.
pub(crate) const fn editing(command: Command) -> Option<InputRequest> {
    Some(match command {
        Command::LetterLeft => InputRequest::GoToPrevChar,
        Command::LetterRight => InputRequest::GoToNextChar,
        Command::WordLeft => InputRequest::GoToPrevWord,
        Command::WordRight => InputRequest::GoToNextWord,
        Command::LineStart => InputRequest::GoToStart,
        Command::LineEnd => InputRequest::GoToEnd,
        Command::EraseBefore => InputRequest::DeletePrevChar,
        Command::EraseAfter => InputRequest::DeleteNextChar,
        Command::EraseWord => InputRequest::DeletePrevWord,
        Command::EraseToEnd => InputRequest::DeleteTillEnd,
        Command::EraseAll => InputRequest::DeleteLine,
        _ => return None,
    })
}

/// Draws a line that is being typed, with the cursor as a reversed cell.
pub(crate) fn draw_input(canvas: &mut Canvas<'_>, area: Rect, input: &Input) {
    let room = usize::from(area.width.saturating_sub(1));
    let before: String = input.value().chars().take(input.cursor()).collect();
    let (shown, at) = (one_line(input.value()), width(&one_line(&before)));
    let text = skip(&shown, at.saturating_sub(room));
    let skipped = width(&shown) - width(&text);
    let visible: String = unicode_segmentation::UnicodeSegmentation::graphemes(text.as_str(), true)
        .scan(0, |used, grapheme| {
            *used += width(grapheme);
            (*used <= room + 1).then_some(grapheme)
        })
        .collect();
    canvas.text(area, &visible, Role::Text);
    let at = cells(at.saturating_sub(skipped)).min(area.width.saturating_sub(1));
    canvas.restyle(cell(after(area, at), 0), Role::Cursor);
}
