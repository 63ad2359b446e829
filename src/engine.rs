//! What computes: the sentences, the model of decision power, its rules, measures and checks, and the engine that finds and
//! proves portfolios. A crate of its own, so that it is built beside what people read and type, and optimised as far as that goes;
//! the library `beslismacht` has all of it under the same names.

// What the tests share with those of the library names the engine as these do.
#[cfg(test)]
extern crate self as beslismacht;

pub mod check;
pub mod measure;
pub mod messages;
pub mod model;
pub mod optimise;
pub mod rules;
