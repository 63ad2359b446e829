//! The engine against a general solver, on cases too large to try everything.

use super::{agree, fitting, seeds};
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};

#[test]
fn agrees_on_small_cases() {
    for seed in seeds(200) {
        agree(&fitting(seed, 4 + (seed % 9) as usize, (seed % 4) as u32), &format!("seed {seed}"));
    }
}

#[test]
fn agrees_on_middle_cases() {
    for seed in seeds(160) {
        agree(&fitting(70_000 + seed, 12 + (seed % 7) as usize, (seed % 3) as u32), &format!("seed {seed}"));
    }
}

#[test]
fn agrees_on_plans() {
    for seed in seeds(60) {
        let shape = Shape::ALL[(seed % 6) as usize];
        let size = 8 + (seed % 5) as usize;
        let case = compile(&planning(size, 500 + seed, shape)).case;
        agree(&case, &format!("{}, {size} candidates, seed {}", shape.name(), 500 + seed));
    }
}
