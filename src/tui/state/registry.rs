//! The screens, the places where commands mean something, and the commands.

use super::commands::{Binding, Entry};
use super::popup::CONTEXTS;
use super::spec::Spec;
use crate::tui::commands::{Command, Context};
use crate::tui::screen::Screen;

/// What there is, as it is handed in by what makes the interface.
#[derive(Debug)]
pub(crate) struct Registry {
    /// The screens, in the order of their tabs and of the help.
    pub screens: &'static [&'static Spec],
    /// The places, in the order of the help.
    pub contexts: Vec<Context>,
    /// The commands, by place.
    pub entries: Vec<Entry>,
    /// Places that hold at the same time, the nearest first.
    stacks: Vec<Vec<Context>>,
}

impl Registry {
    /// These screens, and the commands that each place has.
    pub fn new(screens: &'static [&'static Spec], bindings: fn(Context) -> Vec<Binding>) -> Self {
        use Context as X;
        let wide = [X::Always, X::Everywhere, X::Case, X::Table];
        let over = [X::Line, X::List, X::Typing, X::Question, X::Dialog, X::Form, X::Options, X::Conflicts, X::Import];
        let of_screens = screens.iter().map(|spec| X::Screen(spec.screen));
        let contexts: Vec<_> = wide.into_iter().chain(of_screens).chain(over).collect();
        let entries =
            contexts.iter().flat_map(|&it| bindings(it).into_iter().map(move |line| line.entry(it))).collect();
        let stacks = screens.iter().map(|spec| spec.contexts());
        let stacks = stacks.chain(CONTEXTS.iter().map(|stack| stack.to_vec())).collect();
        Self { screens, contexts, entries, stacks }
    }

    /// What a screen says of itself.
    pub fn spec(&self, screen: Screen) -> &'static Spec {
        self.screens.iter().find(|spec| spec.screen == screen).unwrap_or(&self.screens[0])
    }

    /// The commands of a place.
    pub fn of(&self, context: Context) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.context == context)
    }

    /// A command of a place.
    pub fn entry(&self, context: Context, command: Command) -> Option<&Entry> {
        self.of(context).find(|entry| entry.command == command)
    }

    /// Whether both places can hold at the same time and the first is asked before the second, so that its keys hide those of the
    /// wider one.
    pub fn is_nearer(&self, near: Context, wide: Context) -> bool {
        let nearer = |stack: &Vec<Context>| {
            let at = |context| stack.iter().position(|&it| it == context);
            at(near).zip(at(wide)).is_some_and(|(near, wide)| near < wide)
        };
        near != wide && (wide == Context::Always || self.stacks.iter().any(nearer))
    }
}
