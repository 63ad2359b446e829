//! What a screen is called by.

/// A screen, by the name of its commands in keymap files. What it holds is in `screens`, in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Screen(pub(crate) &'static str);
