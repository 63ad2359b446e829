//! From bytes to text: UTF-8, with or without a byte order mark; everything else is a finding.

use crate::model::cell::Trouble;
use crate::model::locate::line_and_character;
use crate::say;

/// The text of a file, and what is wrong with its bytes.
pub(super) struct Decoded {
    pub(super) text: String,
    /// What is wrong, with line and character; the text is then only a reading aid and must never be written back.
    pub(super) trouble: Option<(usize, usize, Trouble)>,
}

/// Reads bytes as UTF-8. Bytes that are something else are shown as well as they can be.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(decoded) = utf_16(&bytes) {
        return decoded;
    }
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Decoded { text, trouble: None },
        Ok(text) => {
            let (line, character) = line_and_character(&text, text.find('\0').unwrap_or(0));
            let trouble = Trouble::new("encoding", say!("decode-file-holds-bytes"), say!("decode-save-csv-utf"));
            Decoded { text: text.replace('\0', "\u{fffd}"), trouble: Some((line, character, trouble)) }
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let (before, after) = bytes.split_at(valid);
            let text = [String::from_utf8_lossy(before).into_owned(), latin(after)].concat();
            let (line, character) = line_and_character(&text, valid);
            let trouble = Trouble::new("encoding", say!("decode-file-not-utf"), say!("decode-save-csv-utf-will"));
            Decoded { text, trouble: Some((line, character, trouble)) }
        }
    }
}

fn utf_16(bytes: &[u8]) -> Option<Decoded> {
    let (rest, little) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, true),
        [0xfe, 0xff, rest @ ..] => (rest, false),
        _ => return None,
    };
    let pairs = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units: Vec<u16> =
        pairs.map(|pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }).collect();
    let trouble = Trouble::new("encoding", say!("decode-file-utf-not"), say!("decode-save-csv-utf-will"));
    Some(Decoded { text: String::from_utf16_lossy(&units), trouble: Some((1, 1, trouble)) })
}

/// Bytes read as ISO 8859-1, which is what most of Windows-1252 is.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}
