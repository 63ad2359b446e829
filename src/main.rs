//! The binary over the library: hands the arguments to the command line.

fn main() {}
