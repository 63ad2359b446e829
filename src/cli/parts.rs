//! The parts of a sweep as files: what they say of themselves, and whether they belong together.

use crate::say;
use std::ffi::OsString;
use std::path::PathBuf;

use super::failure::Failure;
use crate::analyse::SavedPart;
use crate::analyse::sweep::Shard;
use crate::report::CaseHeader;
use crate::store::{NoPart, PartFile};

/// Options that say where a result goes or how fast it comes, but not what it is.
const NOT_THE_QUESTION: [&str; 7] = ["--shard", "--out", "--format", "--table", "--jobs", "--color", "--colour"];

/// The arguments without those that do not change the question.
fn question(arguments: &[OsString]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut skip = false;
    for argument in arguments.iter().skip(1) {
        let argument = argument.to_string_lossy().into_owned();
        let name = argument.split('=').next().unwrap_or_default();
        if std::mem::take(&mut skip) {
            continue;
        }
        if NOT_THE_QUESTION.contains(&name) {
            skip = !argument.contains('=');
            continue;
        }
        kept.push(argument);
    }
    kept
}

fn inputs(header: &CaseHeader) -> Vec<(String, String)> {
    header.inputs.iter().map(|input| (input.file.clone(), input.sha256.clone())).collect()
}

/// The file of a part.
pub(super) fn bytes_of(
    part: SavedPart,
    (shard, arguments): (Shard, &[OsString]),
    header: &CaseHeader,
) -> Result<Vec<u8>, Failure> {
    let file = PartFile {
        beslismacht_part: PartFile::FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        arguments: question(arguments),
        inputs: inputs(header),
        part: shard.to_string(),
        complete: part.complete,
        found: part.found,
        sha256: String::new(),
    };
    file.sealed().map_err(|error| Failure::failed(format!("{error}.")))
}

/// What the parts found, each with its name, where they were made from the same files.
pub(super) fn found(files: Vec<PartFile>, header: &CaseHeader) -> Result<Vec<(String, serde_json::Value)>, Failure> {
    let now = inputs(header);
    match files.iter().find(|file| file.inputs != now) {
        Some(other) => Err(Failure::failed(say!("parts-part-part-was", part = other.part))),
        None => Ok(files.into_iter().map(|file| (file.part, file.found)).collect()),
    }
}

/// Reads part files and checks that they are parts of one sweep.
pub(super) fn read_parts(paths: &[PathBuf]) -> Result<Vec<PartFile>, Failure> {
    let mut parts: Vec<PartFile> = Vec::new();
    for path in paths {
        let shown = path.display();
        let bytes = crate::store::read_named(path)?;
        let part = read_part(&shown.to_string(), &bytes)?;
        if !part.complete {
            return Err(Failure::failed(say!("parts-shown-not-complete", path = shown)));
        }
        if let Some(first) = parts.first() {
            if first.arguments != part.arguments {
                return Err(Failure::failed(say!(
                    "parts-shown-answers-another",
                    path = shown,
                    arguments = part.arguments.join(" "),
                    first_arguments = first.arguments.join(" ")
                )));
            }
            if first.inputs != part.inputs || first.version != part.version {
                return Err(Failure::failed(say!("parts-shown-was-made", path = shown)));
            }
        }
        if let Some(twin) = parts.iter().find(|other| other.part == part.part) {
            return Err(Failure::failed(say!("parts-part-part-there", part = twin.part, path = shown)));
        }
        parts.push(part);
    }
    all_there(&parts)?;
    Ok(parts)
}

/// Reads a part, and sees whether it is as it was written.
fn read_part(shown: &str, bytes: &[u8]) -> Result<PartFile, Failure> {
    let part = PartFile::read(bytes).map_err(|why| {
        let failure = Failure::failed(format!("{shown} {why}."));
        if matches!(why, NoPart::Other(_)) { failure } else { failure.hint(say!("parts-run-part-again")) }
    })?;
    // Nothing that a file says may choose what is written where.
    let is_other = |it: &&String| NOT_THE_QUESTION.contains(&it.split('=').next().unwrap_or_default());
    match part.arguments.iter().find(is_other) {
        Some(argument) => Err(Failure::failed(say!("parts-shown-no-part", path = shown, argument = argument))),
        None => Ok(part),
    }
}

/// Every part of the sweep is there.
fn all_there(parts: &[PartFile]) -> Result<(), Failure> {
    let shards: Vec<Shard> = parts.iter().filter_map(|part| part.part.parse().ok()).collect();
    let Some(first) = shards.first() else { return Err(Failure::usage(say!("merge-there-nothing-merge"))) };
    if shards.len() < parts.len() || shards.iter().any(|shard| shard.of != first.of) {
        return Err(Failure::failed(say!("parts-parts-different-splits")));
    }
    match (1..=first.of).find(|&number| !shards.iter().any(|shard| shard.part == number)) {
        Some(gap) => Err(Failure::failed(say!("parts-part-gap-what", part = gap, parts = first.of))),
        None => Ok(()),
    }
}
