//! Lists in sentences.

use crate::say;

/// Names or phrases as a list in a sentence: `A, B and C`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    let last = last.as_ref();
    let before = before.iter().fold(String::new(), |so_far, next| match so_far.as_str() {
        "" => next.as_ref().to_owned(),
        all => say!("list-goes-on", list = all, next = next.as_ref()),
    });
    if before.is_empty() { last.to_owned() } else { say!("list-ends", list = before, last = last) }
}
