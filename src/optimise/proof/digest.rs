//! What ties a proof to its case: the SHA-256 of the case in its canonical form.

use std::fmt::Write as _;

use crate::model::Case;
use crate::rules::facts::canonical;

/// The digest of a case in lower-case hexadecimal digits.
pub(super) fn digest(case: &Case) -> String {
    let mut text = String::new();
    for byte in hmac_sha256::Hash::hash(canonical(case).as_bytes()) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
