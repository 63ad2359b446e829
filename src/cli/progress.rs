//! One line of progress on standard error: after a moment, only in a terminal, and gone at the end.

use crate::say;
use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use super::failure::Failure;
use super::interrupt::Interrupt;
use super::tell::message;
use crate::optimise::Progress;
use crate::report::Figure;
use crate::report::safe::line;

/// Work shorter than this shows nothing.
const DELAY: Duration = Duration::from_millis(250);
/// The line changes at most this often.
const PAUSE: Duration = Duration::from_millis(100);

/// Does long work with progress on standard error, stopped by Ctrl-C.
pub(super) fn watched<T>(work: impl FnOnce(&mut dyn FnMut(&Progress) -> ControlFlow<()>) -> T) -> Result<T, Failure> {
    let interrupt = Interrupt::listen()?;
    let mut line = ProgressLine::new();
    let done = work(&mut |progress| {
        line.show(progress);
        if interrupt.pressed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    drop(line);
    if interrupt.pressed() {
        message(&say!("progress-stopped-ctrl", by = interrupt.by()));
    }
    Ok(done)
}

/// The line. It is cleared when it is dropped.
#[derive(Debug)]
pub(super) struct ProgressLine {
    terminal: bool,
    started: Instant,
    shown: Option<Instant>,
}

impl ProgressLine {
    /// A line for work that starts now.
    pub fn new() -> Self {
        Self { terminal: io::stderr().is_terminal(), started: Instant::now(), shown: None }
    }

    /// Shows how far the work is, if it is time to.
    pub fn show(&mut self, progress: &Progress) {
        self.say(|| words(progress));
    }

    /// Shows a text, if it is time to.
    pub fn say(&mut self, text: impl FnOnce() -> String) {
        let now = Instant::now();
        let early = now.duration_since(self.started) < DELAY;
        let soon = self.shown.is_some_and(|shown| now.duration_since(shown) < PAUSE);
        if !self.terminal || early || soon {
            return;
        }
        self.shown = Some(now);
        let mut err = io::stderr().lock();
        let text: String = line(&text()).chars().take(79).collect();
        let _ = write!(err, "\r\u{1b}[2K{text}");
        let _ = err.flush();
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let mut err = io::stderr().lock();
            let _ = write!(err, "\r\u{1b}[2K");
            let _ = err.flush();
        }
    }
}

/// The line's text, under 80 columns so that it never wraps.
fn words(progress: &Progress) -> String {
    let figure = |value: Option<rust_decimal::Decimal>| value.map_or_else(|| "-".to_owned(), |v| Figure(v).fixed(2));
    if let Some(conflict) = &progress.conflict {
        let seconds = format!("{:.1}", progress.seconds);
        let text =
            say!("progress-conflict", stage = progress.stage.words(), rules = conflict.rules.len(), seconds = seconds);
        return text.chars().take(79).collect();
    }
    let text = say!(
        "progress-stage-best-best",
        stage = progress.stage.words(),
        best = figure(progress.best),
        bound = figure(progress.bound),
        gap = figure(progress.gap),
        nodes = progress.nodes,
        seconds = format!("{:.1}", progress.seconds)
    );
    text.chars().take(79).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_the_search_is() {
        let progress = Progress {
            best: Some("23.4".parse().unwrap()),
            bound: Some("25".parse().unwrap()),
            gap: Some("1.6".parse().unwrap()),
            nodes: 12,
            seconds: 3.25,
            ..Progress::default()
        };
        insta::assert_snapshot!(words(&progress), @"finding the best portfolio: best 23.40, bound 25.00, gap 1.60, 12 nodes, 3.2 s");
    }
}
