//! Who may use whom: a module only those before it, and nobody in a circle.
//!
//! Read from `use` lines and from paths that begin with `crate::`, `super::` or a child's name; what is behind `#[cfg(test)]` may
//! look anywhere. What a module passes on (`pub use`) counts where it is defined, so that a folder's `mod.rs` may name what
//! stands in it. Within a folder its files and folders are held against each other, each folder as one: a circle that a
//! folder has part in fails. Files of one folder may know each other where the first lines of its `mod.rs` say why, in a
//! sentence that begins with [`MARK`].

mod reader;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use reader::{House, Source};

/// The modules, the lowest first. Those of one line do not know each other, but for the arrows that [`BESIDE`] names.
const ORDER: &[&[&str]] = &[
    &["messages"],
    &["model"],
    &["rules"],
    &["measure"],
    &["check"],
    &["optimise"],
    &["analyse"],
    &["store"],
    &["session"],
    &["report"],
    &["job"],
    &["cli", "tui"],
];

/// Who may use whom beside it: the command line opens the terminal interface.
const BESIDE: &[(&str, &str)] = &[("cli", "tui")];

/// What the `mod.rs` of a folder says where its files form a circle.
const MARK: &str = "These files know each other: ";

/// Arrows between modules that still run up.
const STILL_UP: &[(&str, &str)] = &[];

static HOUSE: LazyLock<House> = LazyLock::new(|| House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));

#[test]
fn modules_use_only_those_before_them() {
    let house = &*HOUSE;
    let rank = |name: &str| ORDER.iter().position(|line| line.contains(&name));
    let mut wrong = Vec::new();
    let mut still = BTreeSet::new();
    for arrow in &house.arrows {
        let [Some(from), Some(to)] = [arrow.from, arrow.to].map(|at| house.sources[at].module.first()) else {
            continue;
        };
        let (Some(above), Some(below)) = (rank(from), rank(to)) else {
            wrong.push(format!("{}: {from} or {to} has no place in the order", house.describe(arrow)));
            continue;
        };
        let pair = (from.as_str(), to.as_str());
        let is_up = below > above || (below == above && from != to && !BESIDE.contains(&pair));
        if is_up && !STILL_UP.contains(&pair) {
            wrong.push(format!("{} runs up", house.describe(arrow)));
        } else if is_up {
            still.insert((from.clone(), to.clone()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (from, to) in STILL_UP {
        assert!(
            still.contains(&((*from).to_owned(), (*to).to_owned())),
            "{from} to {to} no longer runs up: take it out of the list"
        );
    }
}

#[test]
fn nothing_in_a_module_forms_a_circle() {
    let house = &*HOUSE;
    let folders: BTreeSet<Vec<String>> = house.sources.iter().filter_map(Source::folder).collect();
    let mut wrong = Vec::new();
    for folder in folders {
        wrong.extend(house.circles(&folder).into_iter().filter(|(_, is_excused)| !is_excused).map(|(text, _)| text));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What computes is a crate of its own: the lowest modules, whole, and the library has all of them under their names.
#[test]
fn the_engine_is_the_lowest_modules() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |file: &str| fs::read_to_string(source.join(file)).unwrap();
    let engine = read("engine.rs");
    let mut modules: Vec<&str> =
        engine.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let shared = format!("pub use beslismacht_engine::{{{}, say}};", modules.join(", "));
    assert!(read("lib.rs").contains(&shared), "lib.rs does not say {shared}");
    let rank = |name: &&str| ORDER.iter().position(|line| line.contains(name));
    modules.sort_by_key(rank);
    let lowest: Vec<&str> = ORDER.iter().take(modules.len()).flat_map(|line| line.iter().copied()).collect();
    assert_eq!(modules, lowest);
}

/// `.tools/test` runs the tests of the engine's `optimise` in its crate, and of the whole library those that have no such name in
/// their path: tests in another module of that name would run in neither.
#[test]
fn no_other_module_is_called_as_the_one_whose_tests_stand_alone() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let is_named = |path: &&Path| {
        path.components().skip(1).any(|part| Path::new(&part).file_stem().is_some_and(|stem| stem == "optimise"))
    };
    let paths = HOUSE.sources.iter().map(|source| source.path.as_path());
    let tested =
        paths.filter(is_named).filter(|path| fs::read_to_string(source.join(path)).unwrap().contains("cfg(test)"));
    assert_eq!(tested.collect::<Vec<_>>(), Vec::<&Path>::new());
    let script = fs::read_to_string(source.with_file_name(".tools/test")).unwrap();
    assert!(script.contains("--quiet optimise::") && script.contains("--skip optimise::"), "{script}");
}

/// The reader itself: what it takes for an arrow, and what it does not.
#[test]
fn arrows_are_seen_where_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("lib.rs", "pub mod a;\npub mod b;\n");
    put("a/mod.rs", "//! A.\nmod one;\nmod two;\nmod deep;\npub use one::One;\n");
    put(
        "a/one.rs",
        "// use super::two::Two;\nuse crate::b;\npub struct One;\n#[cfg(test)]\nmod tests { use super::super::two::Two; }\n",
    );
    put("a/two.rs", "use crate::a::{One, deep::Deep};\nconst TEXT: &str = \"use crate::b::B;\";\n");
    put("a/deep/mod.rs", "pub struct Deep;\nfn up() { super::two::two(); }\n");
    put("b.rs", "pub fn b<'a>(c: char) -> bool { c == '\"' || crate::a::One == crate::a::One }\n");
    let house = House::read(folder.path());
    let arrows: BTreeSet<String> = house.arrows.iter().map(|arrow| house.describe(arrow)).collect();
    let expected = [
        "a/deep/mod.rs:2 uses a/two.rs",
        "a/one.rs:2 uses b.rs",
        "a/two.rs:1 uses a/deep/mod.rs",
        "a/two.rs:1 uses a/one.rs",
        "b.rs:1 uses a/one.rs",
    ];
    assert!(arrows.iter().map(|it| it.replace("src/", "")).eq(expected), "{arrows:?}");
    let circles = house.circles(&["a".to_owned()]);
    assert_eq!(circles.len(), 1);
    assert!(!circles[0].1, "a folder has part in it");
}
