//! The process that the interface runs in: its variables, its settings folder.

use crate::messages::{self, LANGUAGES, list};
use crate::optimise::Guests;
use crate::store::proposal::By;
use crate::tui::state::Setup;
use crate::tui::theme::{Glyphs, Theme};
use crate::{say, store};
use std::io;
use std::path::{Path, PathBuf};

/// What the interface needs to know of the process that it runs in.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// The folder with the keymap and settings files, if there is one.
    pub settings: Option<PathBuf>,
    /// The folder for what has to be remembered between sessions and cannot be beside the case, if there is one.
    pub state: Option<PathBuf>,
    /// Whether colour is not wanted (`NO_COLOR`).
    pub no_colour: bool,
    /// Whether lines and bars are drawn with ASCII characters only.
    pub ascii: bool,
    /// The name of a theme, if one was asked for.
    pub theme: Option<String>,
    /// What another planner is told who opens the same case: who has it open, and where.
    pub who: String,
    /// The solvers of the machine.
    pub guests: Guests,
    /// Panics at the key `!`, to test that the terminal is restored.
    pub debug_panic: bool,
}

impl Environment {
    /// What the variables of the process say: `NO_COLOR`, `BESLISMACHT_ASCII`, `BESLISMACHT_THEME`, the settings folder.
    pub fn of_process() -> Self {
        use etcetera::BaseStrategy as _;
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let base = etcetera::choose_base_strategy().ok();
        let folder = |base: PathBuf| base.join("beslismacht");
        let mut environment = Self {
            settings: base.as_ref().map(|base| folder(base.config_dir())),
            // Not every system has a place of its own for it.
            state: base.as_ref().map(|base| folder(base.state_dir().unwrap_or_else(|| base.data_dir()))),
            no_colour: set("NO_COLOR"),
            ascii: set("BESLISMACHT_ASCII"),
            theme: std::env::var_os("BESLISMACHT_THEME").and_then(|name| name.into_string().ok()),
            who: String::new(),
            guests: Guests::default(),
            debug_panic: cfg!(debug_assertions) && set("BESLISMACHT_DEBUG_PANIC"),
        };
        environment.who = who(&environment.author());
        environment
    }

    pub(super) fn setup(&self) -> Setup {
        let mut wrong = Vec::new();
        let keymap = self.settings_file("keys.toml", &mut wrong);
        let kept = self.settings_file("settings.toml", &mut wrong).unwrap_or_default();
        let kept = kept.parse::<toml_edit::DocumentMut>().unwrap_or_else(|error| {
            wrong.push(say!("runtime-settings-toml-not", error = error.to_string().trim()));
            toml_edit::DocumentMut::default()
        });
        let language = kept.get("language").map(|it| it.as_str().unwrap_or_default());
        if let Some(unknown) = language.filter(|id| messages::by_id(id).is_none()) {
            let known: Vec<&str> = LANGUAGES.iter().map(|language| language.id).collect();
            wrong.push(say!("runtime-language-unknown", language = unknown, languages = list(&known)));
        }
        let kept_theme = kept.get("theme").and_then(toml_edit::Item::as_str);
        let asked = self.theme.as_deref().or(kept_theme.filter(|_| !self.no_colour)).and_then(Theme::by_name);
        let theme = asked.unwrap_or(if self.no_colour { Theme::Mono } else { Theme::Terminal });
        let ascii = self.ascii || kept.get("ascii").and_then(toml_edit::Item::as_bool) == Some(true);
        let asks_why = kept.get("ask_why").and_then(toml_edit::Item::as_bool) == Some(true);
        let folder = kept.get("export_folder").and_then(toml_edit::Item::as_str).map(PathBuf::from);
        // Where the program was started elsewhere, the folder may not be there.
        let export_folder = folder.filter(|folder| folder.is_dir()).unwrap_or_default();
        let ministry = kept.get("ministry").and_then(toml_edit::Item::as_str).unwrap_or_default().to_owned();
        let person = By { author: self.author(), ministry, date: String::new() };
        let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        Setup { theme, glyphs, keymap, asks_why, export_folder, person, wrong }
    }

    /// Who is said in the log to have changed a case: `author = "Anna de Vries"` of the settings, else the user of the system.
    pub(super) fn author(&self) -> String {
        let kept = self.settings_file("settings.toml", &mut Vec::new()).unwrap_or_default();
        crate::session::on_disk::author(&kept).or_else(|| crate::session::on_disk::person(&user())).unwrap_or_else(user)
    }

    /// The text of a file in the settings folder, if there is one; why it cannot be read goes into `wrong`.
    fn settings_file(&self, name: &str, wrong: &mut Vec<String>) -> Option<String> {
        let path = self.settings.as_ref()?.join(name);
        let text = store::read_setting(&path).and_then(|bytes| {
            bytes.map(String::from_utf8).transpose().map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
        });
        match text {
            Ok(text) => text,
            Err(error) => {
                wrong.push(say!("runtime-path-cannot-read", path = path.display(), error = error));
                None
            }
        }
    }
}

/// Writes these settings; whatever else the file holds stays.
pub(super) fn keep_looks(folder: &Path, looks: &str) -> Result<(), String> {
    use toml_edit::DocumentMut;
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let file = folder.join("settings.toml");
    let bytes = store::read_setting(&file).map_err(|error| error.to_string())?.unwrap_or_default();
    // What is no TOML holds nothing that could stay.
    let mut settings = String::from_utf8_lossy(&bytes).parse::<DocumentMut>().unwrap_or_default();
    for (key, value) in looks.parse::<DocumentMut>().unwrap_or_default().iter() {
        settings[key] = value.clone();
    }
    store::write_file(&file, settings.to_string().as_bytes()).map_err(|error| error.to_string())
}

/// The name of the system's user.
fn user() -> String {
    let name = |variable: &str| std::env::var_os(variable).and_then(|name| name.into_string().ok());
    let names = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(name);
    names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_else(|| say!("lock-somebody"))
}

/// Who has a case open, and where: `Anna de Vries (desk-12)`. Whoever reads it may speak another language.
fn who(author: &str) -> String {
    let name = |variable: &str| std::env::var_os(variable).and_then(|name| name.into_string().ok());
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").ok().or_else(|| name("HOSTNAME"));
    machine.map_or_else(|| author.to_owned(), |machine| format!("{author} ({})", machine.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_a_case_open_is_called_by_the_name_of_the_settings() {
        assert!(who("Anna de Vries").starts_with("Anna de Vries"), "{}", who("Anna de Vries"));
        assert!(!who("Anna de Vries").contains("process"));
    }

    #[test]
    fn other_settings_stay_when_the_theme_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.toml");
        store::write_file(&file, b"# mine\nlanguage = \"nl\"\n\n[solvers]\nmemory = 4096\n").unwrap();
        keep_looks(folder.path(), "theme = \"mono\"\nascii = true\n").unwrap();
        let kept = std::fs::read_to_string(file).unwrap();
        for line in ["# mine", "language = \"nl\"", "memory = 4096", "theme = \"mono\"", "ascii = true"] {
            assert!(kept.contains(line), "{line}: {kept}");
        }
    }

    #[test]
    fn a_language_that_there_is_not_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let environment = Environment { settings: Some(folder.path().to_path_buf()), ..Environment::default() };
        for (id, is_told) in [("nl", false), ("tlh", true)] {
            let text = format!("language = \"{id}\"\n");
            store::write_file(&folder.path().join("settings.toml"), text.as_bytes()).unwrap();
            let wrong = environment.setup().wrong;
            assert_eq!(wrong.iter().any(|it| it.contains("tlh")), is_told, "{wrong:?}");
        }
    }
}
