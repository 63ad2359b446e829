//! Reads the files of the program, and which of them uses which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::MARK;
use super::words::{Token, is_name, tokens, tree, without_tests};

/// A file of the program.
pub struct Source {
    /// Below the folder that was read.
    pub path: PathBuf,
    /// Where it stands: a file beside a folder of its name is the `mod.rs` of that folder.
    place: Vec<String>,
    pub module: Vec<String>,
    /// Words and signs with their lines, without comments, texts and what is only for tests.
    tokens: Vec<Token>,
    /// Whether its first lines say why the files beside it know each other.
    says_why: bool,
}

/// A path that was found in a file.
struct Found {
    line: usize,
    to: Vec<String>,
    /// What it is called there.
    name: String,
    is_passed_on: bool,
}

/// A file that uses another one, by their positions.
pub struct Arrow {
    pub from: usize,
    line: usize,
    pub to: usize,
}

pub struct House {
    pub sources: Vec<Source>,
    by_module: BTreeMap<Vec<String>, usize>,
    /// What a module passes on: the name, and where it is.
    passed_on: BTreeMap<(Vec<String>, String), Vec<String>>,
    pub arrows: Vec<Arrow>,
}

impl House {
    pub fn read(folder: &Path) -> Self {
        let mut sources = Vec::new();
        collect(folder, folder, &mut sources);
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let by_module = sources.iter().enumerate().map(|(at, source)| (source.module.clone(), at)).collect();
        let mut house = Self { sources, by_module, passed_on: BTreeMap::new(), arrows: Vec::new() };
        let paths: Vec<_> = house.sources.iter().map(|source| house.paths(source)).collect();
        for (source, paths) in house.sources.iter().zip(&paths) {
            for path in paths.iter().filter(|path| path.is_passed_on) {
                house.passed_on.insert((source.module.clone(), path.name.clone()), path.to.clone());
            }
        }
        for (from, paths) in paths.iter().enumerate() {
            for path in paths {
                let Some(to) = house.home(&path.to) else { continue };
                let own = &house.sources[from].module;
                let is_own = house.sources[to].module.starts_with(own);
                if to != from && !(path.is_passed_on && is_own) {
                    house.arrows.push(Arrow { from, line: path.line, to });
                }
            }
        }
        house
    }

    pub fn describe(&self, arrow: &Arrow) -> String {
        let path = |at: usize| format!("src/{}", self.sources[at].path.display());
        format!("{}:{} uses {}", path(arrow.from), arrow.line, path(arrow.to))
    }

    /// The file in which something is defined, also where others pass it on.
    fn home(&self, path: &[String]) -> Option<usize> {
        let mut path = path.to_vec();
        for _ in 0..10 {
            let length = (0..=path.len()).rev().find(|&length| self.by_module.contains_key(&path[..length]))?;
            let (module, rest) = path.split_at(length);
            let next = rest.first().and_then(|name| self.passed_on.get(&(module.to_vec(), name.clone())));
            let Some(next) = next else { return self.by_module.get(module).copied() };
            path = next.iter().chain(&rest[1..]).cloned().collect();
        }
        None
    }

    /// Every path in a file that leads to another one, from the root.
    fn paths(&self, source: &Source) -> Vec<Found> {
        let mut found = Vec::new();
        let word = |at: usize| source.tokens.get(at).map_or("", |token| token.1.as_str());
        let mut at = 0;
        while at < source.tokens.len() {
            let line = source.tokens[at].0;
            if word(at) == "use" && (is_name(word(at + 1)) || word(at + 1) == "{") {
                let is_passed_on = at > 0 && matches!(word(at - 1), "pub" | ")");
                let mut leaves = Vec::new();
                at = tree(&source.tokens, at + 1, &[], &mut leaves);
                for (path, name) in leaves {
                    found.extend(self.absolute(source, &path).map(|to| Found { line, to, name, is_passed_on }));
                }
            } else if is_name(word(at)) && word(at + 1) == "::" && (at == 0 || word(at - 1) != "::") {
                let mut path = vec![word(at).to_owned()];
                while word(at + 1) == "::" && is_name(word(at + 2)) {
                    path.push(word(at + 2).to_owned());
                    at += 2;
                }
                // Who may see something uses nothing; and where a path that a macro completes leads, its list says.
                let begins_at = at + 2 - 2 * path.len();
                let is_scope = begins_at > 1 && word(begins_at - 1) == "in" && word(begins_at - 2) == "(";
                let is_completed = word(at + 1) == "::" && word(at + 2) == "$";
                let to = self.absolute(source, &path).filter(|_| !is_scope && !is_completed);
                found.extend(to.map(|to| Found { line, to, name: String::new(), is_passed_on: false }));
                at += 1;
            } else {
                at += 1;
            }
        }
        found
    }

    /// A path from the root; `None` if it leads out of the program, or begins with a name that was brought in.
    fn absolute(&self, source: &Source, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = source.module.clone();
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
                let above = rest.iter().take_while(|word| *word == "super").count();
                base.truncate(base.len().saturating_sub(above));
                return Some(base.into_iter().chain(rest[above..].iter().cloned()).collect());
            }
            _ => {
                base.push(first.clone());
                if !self.by_module.contains_key(&base) {
                    return None;
                }
            }
        }
        Some(base.into_iter().chain(rest.iter().cloned()).collect())
    }

    /// The circles among what stands directly in a folder, and whether each is excused.
    pub fn circles(&self, folder: &[String]) -> Vec<(String, bool)> {
        let inside = |at: usize| self.sources[at].inside(folder);
        let mut arrows: BTreeMap<String, BTreeMap<String, &Arrow>> = BTreeMap::new();
        for arrow in &self.arrows {
            if let (Some(from), Some(to)) = (inside(arrow.from), inside(arrow.to))
                && from != to
            {
                arrows.entry(from).or_default().entry(to).or_insert(arrow);
            }
        }
        let reached = |from: &str| {
            let (mut seen, mut waiting) = (BTreeSet::new(), vec![from.to_owned()]);
            while let Some(next) = waiting.pop() {
                let fresh = arrows.get(&next).into_iter().flatten().map(|(to, _)| to);
                waiting.extend(fresh.filter(|to| seen.insert((*to).clone())).cloned());
            }
            seen
        };
        let reached: BTreeMap<&String, BTreeSet<String>> = arrows.keys().map(|from| (from, reached(from))).collect();
        let mut circles: BTreeSet<Vec<&String>> = BTreeSet::new();
        for (from, there) in &reached {
            let back = there.iter().filter(|to| reached.get(to).is_some_and(|from_there| from_there.contains(*from)));
            let circle: Vec<&String> = reached.keys().copied().filter(|it| back.clone().any(|to| to == *it)).collect();
            circles.extend((circle.len() > 1).then_some(circle));
        }
        let said = self.by_module.get(folder).is_some_and(|&at| self.sources[at].says_why);
        let text = |circle: Vec<&String>| {
            let within = circle.iter().flat_map(|from| arrows[*from].iter()).filter(|(to, _)| circle.contains(to));
            let lines: Vec<String> = within.map(|(_, arrow)| self.describe(arrow)).collect();
            let with_folder = circle.iter().any(|name| Path::new(name).extension().is_none_or(|it| it != "rs"));
            (format!("src/{} holds a circle:\n  {}", folder.join("/"), lines.join("\n  ")), said && !with_folder)
        };
        circles.into_iter().map(text).collect()
    }
}

impl Source {
    /// The folder in which it stands, by module; none for the files of the program itself.
    pub fn folder(&self) -> Option<Vec<String>> {
        let (_, folder) = self.place.split_last()?;
        (!folder.is_empty()).then(|| folder.to_vec())
    }

    /// What of a folder it belongs to: a file or a folder; `None` if it stands elsewhere.
    fn inside(&self, folder: &[String]) -> Option<String> {
        self.place.strip_prefix(folder)?.first().cloned()
    }
}

fn parts(path: &Path) -> Vec<String> {
    path.iter().map(|part| part.to_string_lossy().into_owned()).collect()
}

/// Reads every file of a folder, but for those of tests.
fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "tests" {
                collect(root, &path, sources);
            }
        } else if path.extension().is_some_and(|it| it == "rs")
            && !["tests.rs", "testing.rs", "main.rs"].contains(&name.as_str())
        {
            let text = fs::read_to_string(&path).unwrap();
            let has_folder = path.with_extension("").is_dir();
            let path = path.strip_prefix(root).unwrap().to_owned();
            let place = parts(&if has_folder { path.with_extension("").join("mod.rs") } else { path.clone() });
            let mut module = parts(&path.with_extension(""));
            if module.last().is_some_and(|last| last == "mod" || last == "lib") {
                module.pop();
            }
            let says_why = text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.contains(MARK));
            sources.push(Source { path, place, module, tokens: without_tests(&tokens(&text)), says_why });
        }
    }
}
