#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::panic, unused)]
use beslismacht::model::compile::compile;
use beslismacht::model::generate::{Shape, planning};
use beslismacht::optimise::{Options, SolverChoice, optimise};
use beslismacht::store;
use std::ops::ControlFlow;
use std::time::Duration;
fn cpu() -> f64 {
    let t = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    t.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}
fn main() {
    let options =
        Options { solver: SolverChoice::Engine, time_limit: Some(Duration::from_secs(60)), ..Options::default() };
    for name in std::env::args().skip(1).filter(|it| it != "--bench") {
        let (case, warm) = if let Some(numbers) = name.strip_prefix("planning:") {
            let (n, seed) = numbers.split_once(':').unwrap();
            (compile(&planning(n.parse().unwrap(), seed.parse().unwrap(), Shape::Ladder)).case, None)
        } else {
            let case = compile(&store::open(std::path::Path::new("portfolios/netherlands")).unwrap().workbook).case;
            let text = std::fs::read_to_string("/tmp/optimum-netherlands.csv").unwrap();
            let warm = store::portfolio::read(&case, "optimum.csv", &text).unwrap();
            (case, Some(warm))
        };
        let begun = cpu();
        let answer = optimise(&case, &options, warm.as_ref(), &mut |_| ControlFlow::Continue(())).unwrap();
        println!(
            "{name}: {:.3} s cpu, {:?} {:?} bill {:?}",
            cpu() - begun,
            answer.status,
            answer.evaluation.as_ref().map(|it| it.objective),
            answer.evaluation.as_ref().map(|it| it.cost)
        );
    }
}
