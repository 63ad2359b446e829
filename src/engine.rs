//! What computes: the sentences, the model of decision power, its rules, measures and checks, and the engine that finds and
//! proves portfolios. A crate of its own, so that it is built beside what people read and type, and optimised as far as that goes;
//! the library `beslismacht` has all of it under the same names.

pub mod check;
pub mod measure;
pub mod messages;
pub mod model;
pub mod optimise;
pub mod rules;
