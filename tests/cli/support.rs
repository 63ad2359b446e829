//! A folder of its own for each test, and transcripts of what the program says there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with the small case in `small`, thrown away at the end of the test.
pub struct Place {
    folder: TempDir,
}

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Place {
    pub fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.case_from(&root().join("tests/cli/small"), "small");
        place
    }

    /// Copies a case's files into the folder.
    pub fn case_from(&self, from: &Path, name: &str) {
        let to = self.path(name);
        std::fs::create_dir(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    #[allow(clippy::disallowed_methods, reason = "a test's own file")]
    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Replaces a piece of text that must be there.
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, &text.replace(from, to));
    }

    /// The program, to be run in the folder with nothing of the tester's environment.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beslismacht"));
        command.args(arguments).current_dir(self.folder.path()).env_clear().env("HOME", self.folder.path());
        command.stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What the program says and how it ends, with the time and the solver's details left out.
    pub fn transcript(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let mut text = format!("$ beslismacht {}\nends with {}\n", arguments.join(" "), output.status.code().unwrap());
        for (name, bytes) in [("output", &output.stdout), ("messages", &output.stderr)] {
            if !bytes.is_empty() {
                let shown = steady(&String::from_utf8_lossy(bytes));
                text.extend(["--- ", name, "\n", &shown]);
            }
        }
        text
    }

    /// Runs it and hands out what it wrote to standard output; it must end with this code.
    pub fn output(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let messages = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{messages}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs it and hands out what it said on standard error; it must end with this code.
    pub fn said(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let messages = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{messages}");
        messages
    }

    /// Runs it with `--format json`.
    pub fn json(&self, arguments: &[&str], code: i32) -> serde_json::Value {
        let arguments: Vec<_> = arguments.iter().copied().chain(["--format", "json"]).collect();
        serde_json::from_str(&self.output(&arguments, code)).unwrap()
    }
}

/// The text without what differs between runs, solvers and releases of solvers.
pub fn steady(text: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(mut object) => {
            for part in ["", "/best"] {
                let Some(part) = object.pointer_mut(part).and_then(serde_json::Value::as_object_mut) else { continue };
                for key in ["solver", "bound", "gap"] {
                    if let Some(value) = part.get_mut(key).filter(|value| !value.is_null()) {
                        *value = serde_json::Value::String(format!("[{key}]"));
                    }
                }
            }
            format!("{object:#}\n")
        }
        Err(_) => without_proof(text),
    }
}

/// A table or a note without the lines of its proof that differ.
fn without_proof(text: &str) -> String {
    const CHANGING: [&str; 9] =
        ["bound", "gap", "proven bound", "solver", "solver:", "why", "why this solver", "options", "nodes"];
    let changing = |line: &str| {
        let label = line.strip_prefix("| ").or_else(|| line.strip_prefix("  "))?;
        let known = CHANGING.iter().chain(&["seconds"]).find(|name| {
            label.strip_prefix(**name).is_some_and(|rest| rest.starts_with("  ") || rest.starts_with(" |"))
        })?;
        Some(format!("  [{known}]"))
    };
    let mut lines: Vec<String> = Vec::new();
    let mut left_out = false;
    for line in text.lines() {
        // What is too long for a line goes on below it, under the value.
        if left_out && line.starts_with("             ") {
            continue;
        }
        let placeholder = changing(line);
        left_out = placeholder.is_some();
        lines.push(placeholder.unwrap_or_else(|| line.to_owned()));
    }
    lines.join("\n") + "\n"
}
