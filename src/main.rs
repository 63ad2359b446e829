//! The binary over the library: hands the arguments to the command line.

use beslismacht::cli;

fn main() -> std::process::ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    cli::speak(&arguments);
    cli::run(arguments)
}
