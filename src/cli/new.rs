//! `new DIR`

use super::output::shell;
use super::prelude::*;
use crate::store::{self, blank::Blank};

#[derive(Debug, Args)]
pub(super) struct New {
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: PathBuf,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
}

impl Command for New {
    const NAME: &'static str = "new";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        let name = || self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let mut blank = Blank::default();
        if let Some(title) = self.title.clone().or_else(name) {
            blank.title = title;
        }
        store::create(&self.folder, &store::blank::blank(&blank))?;
        message(&say!("import-made-folder-edit", folder = self.folder.display(), typed = shell(&self.folder)));
        Ok(Code::Done)
    }
}
