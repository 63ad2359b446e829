//! Why no portfolio is possible.
use super::answer::{Conflict, OptimiseError};
use super::stages::Run;

pub(super) fn explain(run: &mut Run) -> Result<Conflict, OptimiseError> {
    let _ = run.is_over();
    Ok(Conflict { rules: Vec::new(), words: Vec::new(), repair: None, proven_smallest: false })
}
