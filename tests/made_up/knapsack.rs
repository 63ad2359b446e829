//! Capital budgeting as the literature states it: projects with a value, and several budgets.

use rust_decimal::Decimal;

use super::{Chance, FIRST_YEAR, id, put};
use beslismacht::model::schema::TableId;
use beslismacht::model::workbook::Workbook;

/// The case of a knapsack with several budgets: a budget is a year of the one ministry `joint` without carry-over, a
/// project's use of it is its cost in that year, and its value is its `points`.
///
/// `uses` and `limits` have one entry for each budget, `values` and each of `uses` one for each project. Projects are
/// called `p1`, `p2`, …
pub fn multi_knapsack(title: &str, values: &[Decimal], uses: &[Vec<Decimal>], limits: &[Decimal]) -> Workbook {
    let years = i32::try_from(limits.len()).unwrap_or(1).max(1);
    let last_year = FIRST_YEAR + years - 1;
    let mut workbook = Workbook::new(format!(
        "format = 1\ntitle = \"{title}\"\nfirst_year = {FIRST_YEAR}\nlast_year = {last_year}\n\n\
         [[ministry]]\nid = \"joint\"\nvoice = 1\ncarry_over = 0\n"
    ));
    put(&mut workbook, TableId::Domains, &["domain", "weight_joint"], vec![vec!["projects".into(), "1".into()]]);
    put(&mut workbook, TableId::Services, &["service", "domain"], Vec::new());
    put(&mut workbook, TableId::Effects, &["candidate", "service", "control_gain"], Vec::new());
    let costs = (1..=limits.len()).map(|year| format!("cost_{year}"));
    let header: Vec<_> = ["candidate", "domain", "points"].into_iter().map(str::to_owned).chain(costs).collect();
    let rows = values.iter().enumerate().map(|(at, value)| {
        let fixed = [id("p", at), "projects".to_owned(), value.to_string()];
        let costs = uses.iter().map(|row| row.get(at).copied().unwrap_or_default().to_string());
        fixed.into_iter().chain(costs).collect()
    });
    put(&mut workbook, TableId::Candidates, &header, rows.collect());
    let budgets = (FIRST_YEAR..).zip(limits);
    let rows = budgets.map(|(year, amount)| vec!["joint".into(), year.to_string(), amount.to_string()]);
    put(&mut workbook, TableId::Budgets, &["ministry", "year", "amount"], rows.collect());
    workbook
}

/// A random knapsack of the kind that the OR-Library keeps: uses are 1 to 1 000, each budget is `tightness` percent of
/// what all projects use of it, and a project's value is its mean use plus up to 500.
///
/// Source: Chu and Beasley, A genetic algorithm for the multidimensional knapsack problem, 1998, section 4.
pub fn knapsack(projects: usize, budgets: usize, tightness: u8, seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let uses: Vec<Vec<i64>> = (0..budgets).map(|_| (0..projects).map(|_| chance.whole(1, 1000)).collect()).collect();
    let many = i64::try_from(budgets.max(1)).unwrap_or(1);
    let values: Vec<i64> = (0..projects)
        .map(|project| uses.iter().map(|row| row[project]).sum::<i64>() / many + chance.whole(0, 500))
        .collect();
    let limits = uses.iter().map(|row| row.iter().sum::<i64>() * i64::from(tightness) / 100);
    let decimals = |numbers: &[i64]| numbers.iter().copied().map(Decimal::from).collect::<Vec<_>>();
    multi_knapsack(
        &format!("Knapsack of {projects} projects and {budgets} budgets"),
        &decimals(&values),
        &uses.iter().map(|row| decimals(row)).collect::<Vec<_>>(),
        &limits.map(Decimal::from).collect::<Vec<_>>(),
    )
}

/// A long list, as governments publish them: costs of 1 to 100 and gains of 1 to 40 that have nothing to do with each other, each
/// budget for a third of all; at most one of each group of `group` neighbours.
pub fn long_list(candidates: usize, group: usize, budgets: usize, seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let mut amounts = |most: i64, places: u32| -> Vec<Decimal> {
        (0..candidates).map(|_| Decimal::new(chance.whole(10_i64.pow(places), most), places)).collect()
    };
    let values = amounts(4000, 2);
    let uses: Vec<_> = (0..budgets).map(|_| amounts(1000, 1)).collect();
    let third = |uses: &Vec<Decimal>| (uses.iter().sum::<Decimal>() / Decimal::from(3)).round_dp(1);
    let limits: Vec<_> = uses.iter().map(third).collect();
    let mut workbook = multi_knapsack(&format!("A list of {candidates}"), &values, &uses, &limits);
    if group > 1 {
        let ids: Vec<String> = (0..candidates).map(|at| id("p", at)).collect();
        let rows = ids.chunks(group).filter(|ids| ids.len() > 1).map(|ids| vec!["excludes".into(), ids.join(" ")]);
        put(&mut workbook, TableId::Relations, &["kind", "members"], rows.collect());
    }
    workbook
}

/// Options that share projects, each of which is paid once: `p1`, `p2`, … are the `options`, which cost nothing themselves, and
/// those after them the `projects`, which are worth nothing themselves. An option requires each project with a probability of
/// `density` percent; values and costs are 1 to 500, the budget is `capacity` percent of what all projects cost.
///
/// Source: He, Xie, Wong and Wang, *A novel binary artificial bee colony algorithm for the set-union knapsack problem*, 2018.
pub fn set_union(options: usize, projects: usize, (density, capacity): (u32, u8), seed: u64) -> Workbook {
    let mut chance = Chance::new(seed);
    let mut amounts = |many: usize| -> Vec<i64> { (0..many).map(|_| chance.whole(1, 500)).collect() };
    let (values, costs) = (amounts(options), amounts(projects));
    let budget = costs.iter().sum::<i64>() * i64::from(capacity) / 100;
    let decimals =
        |first: &[i64], then: &[i64]| first.iter().chain(then).copied().map(Decimal::from).collect::<Vec<_>>();
    let mut workbook = multi_knapsack(
        &format!("{options} options of {projects} projects"),
        &decimals(&values, &vec![0; projects]),
        &[decimals(&vec![0; options], &costs)],
        &[Decimal::from(budget)],
    );
    let needs = (0..options).filter_map(|option| {
        let needs = (0..projects).filter(|_| chance.yes(density)).map(|project| id("p", options + project));
        let members: Vec<String> = std::iter::once(id("p", option)).chain(needs).collect();
        (members.len() > 1).then(|| vec!["requires".to_owned(), members.join(" ")])
    });
    let rows = needs.collect();
    put(&mut workbook, TableId::Relations, &["kind", "members"], rows);
    workbook
}
