//! Where reports go: the folder of the last one, under a name that says what is in it.

use std::path::Path;

use crate::tui::event::Effect;
use crate::tui::state::{App, Document};

/// The name of a file about the open case: `CASE-portfolio.md`.
pub(super) fn name_of(document: &Document, end: &str) -> String {
    let name = document.path.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy().into_owned());
    format!("{name}{}{end}", if end.contains('.') { "-" } else { "." })
}

/// A file in the folder that the last report went to.
pub(super) fn place(app: &App, name: &str) -> String {
    app.export_folder.join(name).display().to_string()
}

/// Keeps in mind which folder a report went to.
pub(super) fn remember(app: &mut App, to: &str) {
    let folder = Path::new(to).parent().unwrap_or(Path::new("")).to_path_buf();
    if folder != app.export_folder {
        let text = toml_edit::value(folder.display().to_string());
        app.effects.push(Effect::KeepLooks(format!("export_folder = {text}\n")));
        app.export_folder = folder;
    }
}
