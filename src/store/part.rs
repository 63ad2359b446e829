//! One part of a sweep as a file that says itself what it is, with a checksum of all that it says.

use crate::say;
use serde::{Deserialize, Serialize};

use super::sha256;

/// One part of a sweep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    /// The format of this file.
    pub beslismacht_part: u32,
    /// The version of the program.
    pub version: String,
    /// What was asked: the command and its arguments, without where the result goes.
    pub arguments: Vec<String>,
    /// The case's files and their hashes.
    pub inputs: Vec<(String, String)>,
    /// Which part, `K/N`.
    pub part: String,
    /// Whether all of the part is there.
    pub complete: bool,
    /// What was found.
    pub found: serde_json::Value,
    /// The SHA-256 of all the rest as JSON without spaces, where this is empty.
    pub sha256: String,
}

/// Why a file is not taken for a part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoPart {
    /// It is something else.
    #[error("{}", say!("part-other", why = .0))]
    Other(String),
    /// An earlier version wrote it.
    #[error("{}", say!("part-without-checksum"))]
    WithoutChecksum,
    /// A later version wrote it.
    #[error("{}", say!("part-unknown-format"))]
    UnknownFormat,
    /// It is not as it was written.
    #[error("{}", say!("part-changed"))]
    Changed,
}

impl PartFile {
    /// The format that this program writes.
    pub const FORMAT: u32 = 2;
    /// The format without a checksum.
    const WITHOUT_CHECKSUM: u64 = 1;

    fn checksum(&self) -> Result<String, serde_json::Error> {
        let rest = Self { sha256: String::new(), ..self.clone() };
        Ok(sha256(&serde_json::to_vec(&rest)?))
    }

    /// The text of the file, with the checksum of what it says.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub fn sealed(mut self) -> Result<Vec<u8>, serde_json::Error> {
        self.sha256 = self.checksum()?;
        let mut bytes = serde_json::to_vec_pretty(&self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads a file, and sees whether it is as it was written.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn read(bytes: &[u8]) -> Result<Self, NoPart> {
        let other = |error: serde_json::Error| NoPart::Other(error.to_string());
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(other)?;
        match value.get("beslismacht_part").and_then(serde_json::Value::as_u64) {
            Some(Self::WITHOUT_CHECKSUM) => return Err(NoPart::WithoutChecksum),
            Some(format) if format != u64::from(Self::FORMAT) => return Err(NoPart::UnknownFormat),
            _ => {}
        }
        let part: Self = serde_json::from_value(value).map_err(other)?;
        if part.checksum().map_err(other)? == part.sha256 { Ok(part) } else { Err(NoPart::Changed) }
    }
}
