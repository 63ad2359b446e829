//! The binary over the library: hands the arguments to the command line.

fn main() -> std::process::ExitCode {
    beslismacht::cli::run(std::env::args_os())
}
