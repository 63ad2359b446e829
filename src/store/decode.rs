//! From bytes to text and back: UTF-8 with or without a byte order mark, UTF-16, Windows-1252; everything else is a finding.

use encoding_rs::WINDOWS_1252;

use crate::model::cell::Trouble;
use crate::model::csv::BOM;
use crate::model::locate::line_and_character;
use crate::say;

/// How the characters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    #[default]
    Utf8,
    Utf16 {
        little: bool,
    },
    Windows1252,
}

impl Encoding {
    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 { .. } => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// A text in this encoding. Where it has no bytes for a character the file becomes one in UTF-8 with a byte order mark, which
    /// every spreadsheet knows: nothing that was typed is lost.
    pub(super) fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16 { little } => {
                let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
                text.encode_utf16().flat_map(bytes).collect()
            }
            Self::Windows1252 => match WINDOWS_1252.encode(text) {
                (bytes, _, false) => bytes.into_owned(),
                (_, _, true) => format!("{BOM}{text}").into_bytes(),
            },
        }
    }
}

/// The text of a file, and what is wrong with its bytes.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    /// What is wrong, with line and character; the text is then only a reading aid and must never be written back.
    pub(super) trouble: Option<(usize, usize, Trouble)>,
}

/// Reads bytes as text. Bytes that are something else are shown as well as they can be.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(decoded) = utf_16(&bytes) {
        return decoded;
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Decoded { text, encoding: Encoding::Utf8, trouble: None },
        Ok(text) => return binary(&text),
        Err(error) => error.into_bytes(),
    };
    // Text in UTF-8 that was damaged would come out as other letters.
    let damaged = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let text = windows(&bytes);
    if !damaged && !text.chars().any(|c| c.is_control() && !c.is_ascii_whitespace()) {
        return Decoded { text, encoding: Encoding::Windows1252, trouble: None };
    }
    if text.contains('\0') {
        return binary(&text);
    }
    let valid = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let (before, after) = bytes.split_at(valid);
    let text = [String::from_utf8_lossy(before).into_owned(), windows(after)].concat();
    let (line, character) = line_and_character(&text, valid);
    let trouble = Trouble::new("encoding", say!("decode-file-not-utf"), say!("decode-save-csv-utf-will"));
    Decoded { text, encoding: Encoding::Utf8, trouble: Some((line, character, trouble)) }
}

/// A file with bytes that no text has.
fn binary(text: &str) -> Decoded {
    let (line, character) = line_and_character(text, text.find('\0').unwrap_or(0));
    let trouble = Trouble::new("encoding", say!("decode-file-holds-bytes"), say!("decode-save-csv-utf"));
    let text = text.replace('\0', "\u{fffd}");
    Decoded { text, encoding: Encoding::Utf8, trouble: Some((line, character, trouble)) }
}

/// UTF-16 by its byte order mark, or by a first character that is plain and half empty. The mark stays in the text.
fn utf_16(bytes: &[u8]) -> Option<Decoded> {
    let little = match bytes {
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => true,
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => false,
        _ => return None,
    };
    let encoding = Encoding::Utf16 { little };
    let pairs = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units: Vec<u16> =
        pairs.map(|pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }).collect();
    let text = String::from_utf16_lossy(&units);
    // What would not be written back as it was must not be written at all.
    let whole = !text.contains('\0') && encoding.encode(&text) == bytes;
    if whole { Some(Decoded { text, encoding, trouble: None }) } else { Some(binary(&text)) }
}

/// Bytes read as Windows-1252, in which every byte is a character.
fn windows(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, little: bool) -> Vec<u8> {
        Encoding::Utf16 { little }.encode(text)
    }

    #[test]
    fn every_encoding_is_read_and_written_back_byte_for_byte() {
        let text = "naam;kosten\r\nKabel é;€ 5\r\n";
        let (windows, _, _) = WINDOWS_1252.encode(text);
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (format!("{BOM}{text}").into_bytes(), Encoding::Utf8),
            (utf_16(&format!("{BOM}{text}"), true), Encoding::Utf16 { little: true }),
            (utf_16(&format!("{BOM}{text}"), false), Encoding::Utf16 { little: false }),
            (utf_16(text, true), Encoding::Utf16 { little: true }),
            (utf_16(text, false), Encoding::Utf16 { little: false }),
            (windows.into_owned(), Encoding::Windows1252),
        ] {
            let decoded = decode(bytes.clone());
            assert_eq!((decoded.encoding, decoded.trouble), (encoding, None));
            assert_eq!(decoded.text.trim_start_matches(BOM), text);
            assert_eq!(encoding.encode(&decoded.text), bytes);
        }
    }

    #[test]
    fn what_is_damaged_or_no_text_is_found() {
        let half = [&utf_16("ab\ncd", true)[..], &[0]].concat();
        for bytes in [b"a,b\n\0\x01".to_vec(), "é,\u{e9}".bytes().chain([0xe9]).collect(), half, vec![0x81, 0x90, 1]] {
            let shown = format!("{bytes:?}");
            assert_eq!(decode(bytes).trouble.map(|(_, _, trouble)| trouble.code), Some("encoding"), "{shown}");
        }
    }

    #[test]
    fn a_letter_that_the_encoding_lacks_is_not_lost() {
        assert_eq!(Encoding::Windows1252.encode("é"), [0xe9]);
        assert_eq!(Encoding::Windows1252.encode("量"), "\u{feff}量".as_bytes());
    }
}
