//! The cases that the engine is measured on.

use std::path::Path;

use crate::made_up::{Shape, Size, knapsack, long_list, planning, set_union, sized_planning};
use beslismacht::model::compile::compile;
use beslismacht::model::{Case, Timing, Workbook};
use beslismacht::store;

/// Seeds for reporting. Seeds 1 to 9 were used to tune the engine, and none of these was.
pub const SEEDS: [u64; 3] = [101, 102, 103];
/// Those of large cases, on none of which anything was tuned either.
const LARGE_SEEDS: [u64; 5] = [11, 12, 13, 14, 15];

/// A case to measure.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The family that it belongs to, such as `ladder`.
    pub family: String,
    /// How large it is within its family; a solver that proves nothing at one size is not asked at the next.
    pub size: usize,
    /// Its name in the tables.
    pub name: String,
    /// What a process of its own makes it from.
    pub recipe: String,
}

impl Subject {
    fn plan(shape: Shape, size: usize, seed: u64) -> Self {
        let family = shape.name();
        Self {
            family: family.to_owned(),
            size,
            name: format!("{family}, {size} candidates, seed {seed}"),
            recipe: format!("plan {} {size} {seed}", family.replace(' ', "-")),
        }
    }

    /// A plan of which the mean over the years counts.
    fn mean(size: usize, seed: u64) -> Self {
        Self {
            family: "average".to_owned(),
            size,
            name: format!("average, {size} candidates, seed {seed}"),
            recipe: format!("mean plan ladder {size} {seed}"),
        }
    }

    /// A plan of another size, for the figures of growth.
    pub fn sized(size: Size, seed: u64) -> Self {
        let Size { candidates, services, years, crowd } = size;
        Self {
            family: "growth".to_owned(),
            size: candidates,
            name: format!(
                "{candidates} candidates, {services} services, {years} years, {crowd} on one service, seed {seed}"
            ),
            recipe: format!("size {candidates} {services} {years} {crowd} {seed}"),
        }
    }
}

/// Every case of the tables, family by family.
pub fn all() -> Vec<Subject> {
    let mut all = Vec::new();
    for size in [20, 40, 60, 100, 140, 200] {
        let seeds = if size > 100 { 1 } else { 2 };
        all.extend(SEEDS.iter().take(seeds).map(|&seed| Subject::plan(Shape::Ladder, size, seed)));
    }
    for (shape, sizes) in [
        (Shape::Plain, vec![60, 100]),
        (Shape::PointsOnly, vec![60, 100]),
        (Shape::Tight, vec![40, 60]),
        (Shape::Loose, vec![60, 100]),
        (Shape::Crowded, vec![60, 100]),
    ] {
        for (at, size) in sizes.into_iter().enumerate() {
            all.extend(SEEDS.iter().take(2 - at).map(|&seed| Subject::plan(shape, size, seed)));
        }
    }
    for (at, size) in [40, 60, 100].into_iter().enumerate() {
        all.extend(SEEDS.iter().take(3 - at).map(|&seed| Subject::mean(size, seed)));
    }
    for (budgets, seed) in [(5, 101), (5, 102), (10, 101)] {
        all.push(Subject {
            family: "multi-budget".to_owned(),
            size: budgets,
            name: format!("multi-budget, 100 projects, {budgets} budgets, seed {seed}"),
            recipe: format!("knapsack 100 {budgets} 50 {seed}"),
        });
    }
    for (candidates, years) in [(300, 8), (500, 8), (1000, 8)] {
        all.extend(LARGE_SEEDS.iter().map(|&seed| Subject {
            family: "large".to_owned(),
            size: candidates,
            name: format!("large, {candidates} candidates, {years} years, seed {seed}"),
            recipe: format!("size {candidates} {} {years} 0 {seed}", candidates / 6),
        }));
    }
    for (candidates, group, budgets) in [(3000, 3, 1), (5000, 1, 1), (20_000, 1, 1)] {
        all.push(Subject {
            family: "list".to_owned(),
            size: candidates,
            name: format!("list, {candidates} candidates, at most one of {group}, {budgets} budget, seed 101"),
            recipe: format!("list {candidates} {group} {budgets} 101"),
        });
    }
    for (options, projects) in [(85, 100), (100, 85), (100, 100)] {
        for (density, capacity) in [(10, 75), (15, 85)] {
            all.push(Subject {
                family: "set union".to_owned(),
                size: options + projects,
                name: format!(
                    "{options} options of {projects} projects, each needs {density} %, budget {capacity} %, seed 101"
                ),
                recipe: format!("union {options} {projects} {density} {capacity} 101"),
            });
        }
    }
    for (name, mean) in [("the Netherlands", ""), ("the Netherlands, average", "mean ")] {
        all.push(Subject {
            family: name.to_owned(),
            size: 1,
            name: name.to_owned(),
            recipe: format!("{mean}folder portfolios/netherlands"),
        });
    }
    all
}

fn workbook(recipe: &str) -> Workbook {
    let words: Vec<&str> = recipe.split(' ').collect();
    let number = |at: usize| words[at].parse::<u64>().unwrap();
    let count = |at: usize| usize::try_from(number(at)).unwrap();
    match words[0] {
        "plan" => {
            let shape = Shape::ALL.into_iter().find(|shape| shape.name().replace(' ', "-") == words[1]);
            planning(count(2), number(3), shape.unwrap())
        }
        "size" => {
            let years = u8::try_from(number(3)).unwrap();
            let size = Size { candidates: count(1), services: count(2), years, crowd: count(4) };
            sized_planning(size, number(5), Shape::Ladder)
        }
        "knapsack" => knapsack(count(1), count(2), u8::try_from(number(3)).unwrap(), number(4)),
        "list" => long_list(count(1), count(2), count(3), number(4)),
        "union" => {
            let (density, capacity) = (u32::try_from(number(3)).unwrap(), u8::try_from(number(4)).unwrap());
            set_union(count(1), count(2), (density, capacity), number(5))
        }
        "folder" => store::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join(words[1])).unwrap().workbook,
        other => panic!("unknown recipe: {other}"),
    }
}

/// The case of a recipe.
pub fn case(recipe: &str) -> Case {
    match recipe.strip_prefix("mean ") {
        Some(recipe) => Case { timing: Timing::Average, ..compile(&workbook(recipe)).case },
        None => compile(&workbook(recipe)).case,
    }
}
