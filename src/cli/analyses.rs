//! The commands of the analyses, made from how each is declared: its arguments, and its run.

use super::prelude::*;
use clap::FromArgMatches as _;
use clap::ValueHint;
use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches};

use super::analysis::{AnalysisArgs, with_runner};
use super::command::Entry;
use super::output::refuse;
use super::parts;
use crate::analyse::spec::{Asker, NoScenario, Param, ParamKind, Preset, Spec};
use crate::analyse::values::{Asked, Values, problem};
use crate::analyse::{AnalysisKind, Run};
use crate::model::{Case, Portfolio};
use crate::report::analyses::analysis_report;
use crate::report::safe::Sink;
use crate::store::PartFile;

/// The commands, one for analyses that share a name.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    let mut commands: Vec<Vec<AnalysisKind>> = Vec::new();
    for &kind in AnalysisKind::ALL {
        let name = kind.spec().command.name;
        match commands.iter_mut().find(|kinds| kinds.iter().any(|other| other.spec().command.name == name)) {
            Some(kinds) => kinds.push(kind),
            None => commands.push(vec![kind]),
        }
    }
    commands.into_iter().map(|kinds| Entry {
        parser: parser(&kinds),
        run: Box::new(move |matches, call| run(&kinds, matches, call, None)),
    })
}

/// What was found on several machines, and for readers of which level it is put together.
type Parts<'a> = (Vec<PartFile>, Option<&'a str>);

/// Puts the parts of the analysis together that a command stands for.
pub(super) fn merge(name: &str, matches: &ArgMatches, call: &Call<'_>, parts: Parts<'_>) -> Result<Code, Failure> {
    let kinds: Vec<AnalysisKind> =
        AnalysisKind::ALL.iter().copied().filter(|kind| kind.spec().command.name == name).collect();
    if kinds.is_empty() {
        return Err(Failure::failed(say!("analyses-these-parts-command")));
    }
    run(&kinds, matches, call, Some(parts))
}

/// Whether the analyses of a command are asked about one scenario in place of the case.
fn is_in_a_scenario(kinds: &[AnalysisKind]) -> bool {
    !kinds.iter().any(|kind| kind.spec().has_scenarios())
}

/// The parser of a command.
fn parser(kinds: &[AnalysisKind]) -> clap::Command {
    let specs: Vec<&Spec> = kinds.iter().map(|kind| kind.spec()).collect();
    let (name, about) = specs.first().map_or(("", String::new()), |spec| (spec.command.name, spec.about()));
    let mut command = AnalysisArgs::augment_args(clap::Command::new(name));
    if is_in_a_scenario(kinds) {
        command = ScenarioArgs::augment_args(command);
    }
    let ways: Vec<(&str, String)> = specs.iter().filter_map(|spec| Some((spec.command.by?, spec.by_help()))).collect();
    if let [(usual, _), _, ..] = ways.as_slice() {
        let values = ways.iter().map(|(value, help)| PossibleValue::new(*value).help(help));
        let by = Arg::new(BY).long(BY).value_name("BY").help(say!("analyses-against-what")).default_value(*usual);
        command = command.arg(by.value_parser(PossibleValuesParser::new(values)));
    }
    if specs.iter().flat_map(|spec| spec.params).any(|param| param.kind == ParamKind::Axis) {
        let of = Arg::new(OF).long(OF).value_name("A,B").value_delimiter(',').action(ArgAction::Append);
        command = command.arg(of.conflicts_with(BY).help(say!("analyses-two-measures-against")));
    }
    let mut done: Vec<&str> = Vec::new();
    for param in specs.iter().flat_map(|spec| spec.params) {
        if !done.contains(&param.name) {
            done.push(param.name);
            let same: Vec<_> = specs.iter().filter_map(|spec| Some((*spec, spec.param(param.name)?))).collect();
            command = command.args(arguments(param, &same));
        }
    }
    let notes: Vec<String> = specs.iter().map(|spec| spec.notes()).filter(|notes| !notes.is_empty()).collect();
    let command = command.about(without_stop(&about).to_owned());
    if notes.is_empty() { command } else { command.after_help(notes.join("\n")) }
}

/// The argument that chooses between analyses.
const BY: &str = "by";
/// The argument that names two measures.
const OF: &str = "of";
/// The argument that leaves all scenarios out.
const NO_SCENARIOS: &str = "no-scenarios";

/// A help without the full stop at its end, as the parser writes it.
fn without_stop(help: &str) -> &str {
    help.strip_suffix('.').unwrap_or(help)
}

/// The arguments that ask for a parameter, which several analyses of a command may have.
fn arguments(param: &'static Param, same: &[(&Spec, &'static Param)]) -> Vec<Arg> {
    let arg = Arg::new(param.name).help(help(same));
    let valued = || arg.clone().long(param.name).value_name(param.value);
    match param.kind {
        ParamKind::Switch => vec![arg.long(param.name).action(ArgAction::SetTrue)],
        ParamKind::Candidate => vec![arg.value_name(param.value)],
        ParamKind::Portfolio => {
            vec![path(arg.value_name(param.value)).required(true)]
        }
        ParamKind::Own => vec![path(valued())],
        ParamKind::Scenarios(none) => {
            let names = Arg::new(param.name).long("scenario").value_name(param.value).action(ArgAction::Append);
            let names = names.value_parser(NonEmptyStringValueParser::new());
            let mut all = vec![names.help(say!("analyses-only-this-scenario"))];
            if none == NoScenario::Possible {
                let none = Arg::new(NO_SCENARIOS).long(NO_SCENARIOS).action(ArgAction::SetTrue);
                all.push(none.conflicts_with(param.name).help(say!("analyses-leave-all-scenarios")));
            }
            all
        }
        // One argument asks for both.
        ParamKind::Axis => Vec::new(),
        ParamKind::Count(..) | ParamKind::CountOrAll(..) | ParamKind::Percent(_) | ParamKind::Whole => {
            let kinds: Vec<ParamKind> = same.iter().map(|(_, param)| param.kind).collect();
            let arg = valued().value_parser(move |text: &str| {
                // Which of several analyses is meant is known later.
                let wrong: Option<Vec<String>> = kinds.iter().map(|kind| kind.demand(text)).collect();
                wrong.map_or(Ok(text.to_owned()), |wrong| Err(say!("analyses-must-be", what = wrong.concat())))
            });
            vec![with_default(arg, param)]
        }
        ParamKind::Voice => vec![valued()],
        ParamKind::Weights => vec![with_default(valued(), param)],
    }
}

fn path(arg: Arg) -> Arg {
    arg.value_hint(ValueHint::FilePath).value_parser(clap::value_parser!(PathBuf))
}

fn with_default(arg: Arg, param: &Param) -> Arg {
    match param.preset {
        Preset::Text(text) => arg.default_value(text),
        _ => arg,
    }
}

/// The help of a parameter; where it means something else to each of several analyses, all of them.
fn help(same: &[(&Spec, &'static Param)]) -> String {
    let helps: Vec<String> = same.iter().map(|(spec, param)| spec.help_of(param)).collect();
    if let [first, rest @ ..] = helps.as_slice()
        && rest.iter().all(|help| help == first)
    {
        return without_stop(first).to_owned();
    }
    let each = same.iter().zip(&helps).enumerate().map(|(at, ((spec, param), help))| {
        let mut letters = without_stop(help).chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase).collect::<String>();
        let usual = match param.preset {
            Preset::Text(text) | Preset::Quicker(text, _) => say!("analyses-text-default", text = text),
            Preset::Axis(..) => String::new(),
        };
        let help = format!("{first}{}{usual}", letters.as_str());
        match spec.command.by.filter(|_| at + 1 < same.len()) {
            Some(by) => say!("analyses-help-by", value = by, help = help),
            None => say!("analyses-help-else", help = help),
        }
    });
    each.collect::<Vec<_>>().join(". ")
}

/// Which of several analyses is meant.
fn chosen(kinds: &[AnalysisKind], matches: &ArgMatches) -> Option<AnalysisKind> {
    let [first, ..] = kinds else { return None };
    let has_axes = |kind: &&AnalysisKind| kind.spec().params.iter().any(|param| param.kind == ParamKind::Axis);
    if given(matches, OF).next().is_some() {
        return kinds.iter().find(has_axes).copied();
    }
    let by = given(matches, BY).next();
    let named = |kind: &&AnalysisKind| kind.spec().command.by.is_some_and(|value| Some(value) == by);
    Some(*kinds.iter().find(named).unwrap_or(first))
}

/// What was given for an argument, if the command has it.
fn given<'a>(matches: &'a ArgMatches, id: &str) -> impl Iterator<Item = &'a str> {
    matches.try_get_many::<String>(id).ok().flatten().into_iter().flatten().map(String::as_str)
}

/// The texts of the parameters.
fn values(spec: &'static Spec, matches: &ArgMatches, case: &Case) -> Result<Values, Failure> {
    let axes: Vec<&str> = given(matches, OF).collect();
    if !axes.is_empty() && axes.len() != 2 {
        return Err(Failure::usage(say!("analyses-takes-two-measures")));
    }
    if axes.is_empty() && spec.params.iter().any(|param| param.kind == ParamKind::Axis) && case.ministries.len() != 2 {
        let count = case.ministries.len();
        return Err(Failure::usage(say!("analyses-ministries-needs-case", count = count))
            .hint(say!("analyses-name-two-measures")));
    }
    let is_set = |id: &str| matches.try_get_one::<bool>(id).ok().flatten().copied().unwrap_or(false);
    let set = |name: &'static str| {
        let param = spec.param(name)?;
        match (param.kind, param.preset) {
            (ParamKind::Switch, _) => is_set(name).then(|| "yes".to_owned()),
            (ParamKind::Axis, Preset::Axis(at, _)) => axes.get(at).map(|axis| (*axis).to_owned()),
            (ParamKind::Scenarios(_), _) if is_set(NO_SCENARIOS) => Some("none".to_owned()),
            (ParamKind::Scenarios(_), _) => {
                let names: Vec<&str> = given(matches, name).collect();
                (!names.is_empty()).then(|| names.join(" "))
            }
            (ParamKind::Portfolio | ParamKind::Own, _) => None,
            _ => given(matches, name).next().map(str::to_owned),
        }
    };
    let values = Values::of(spec, (case, Asker::CommandLine), set);
    for param in spec.params {
        let Some(wrong) = problem(param, values.text(param.name), case) else { continue };
        return Err(match param.kind {
            ParamKind::Scenarios(_) | ParamKind::Candidate => Failure::failed(wrong),
            ParamKind::Axis => Failure::usage(wrong),
            _ => Failure::usage(format!("--{}: {wrong}", param.name)),
        });
    }
    Ok(values)
}

/// The files of the portfolios that parameters stand for.
fn files<'a>(spec: &'static Spec, matches: &'a ArgMatches) -> Vec<(&'static str, &'a PathBuf)> {
    let portfolios = spec.params.iter().filter(|param| matches!(param.kind, ParamKind::Portfolio | ParamKind::Own));
    portfolios.filter_map(|param| Some((param.name, matches.get_one::<PathBuf>(param.name)?))).collect()
}

/// Runs an analysis and writes its report, or its part; or puts parts together that are there already.
fn run(
    kinds: &[AnalysisKind],
    matches: &ArgMatches,
    call: &Call<'_>,
    parts: Option<Parts<'_>>,
) -> Result<Code, Failure> {
    let args = AnalysisArgs::from_arg_matches(matches)?;
    let Some(kind) = chosen(kinds, matches) else { return Err(Failure::usage(say!("analyses-there-no-such"))) };
    let files = files(kind.spec(), matches);
    let inputs: Vec<_> = files.iter().map(|(_, path)| path.as_path()).chain([args.case.case.as_path()]).collect();
    refuse(args.output.out.as_deref(), &inputs)?;
    let scenario =
        if is_in_a_scenario(kinds) { ScenarioArgs::from_arg_matches(matches)? } else { ScenarioArgs::default() };
    let Loaded { case, mut header, workbook, mask } = load::load_in(&args.case, &scenario)?;
    if args.shard.is_some() {
        load::refuse_masked(&mask, "--shard")?;
    }
    // Parts name what the case names: what was found is masked when it is written.
    let mut masked = match parts.as_ref().and_then(|(_, level)| *level) {
        Some(level) => {
            let mask = load::mask_for(&args.case, &scenario, level)?;
            Some((mask.case(&case), header.clone().masked(&mask), mask))
        }
        None => None,
    };
    let mut portfolios: Vec<(&'static str, Portfolio)> = Vec::new();
    for (name, path) in files {
        portfolios.push((name, load::portfolio(&case, path, (&mut header, &mask))?));
        if let Some((case, header, mask)) = &mut masked {
            load::portfolio(case, path, (header, mask))?;
        }
    }
    let values = values(kind.spec(), matches, &case)?;
    let asked = Asked { spec: kind.spec(), case: &case, values: &values, portfolios: &portfolios, answer: None };
    let mut params = kind.read(&asked)?;
    params.prepare(&case, &workbook)?;
    let output = Output::open(&args.output, &inputs)?;
    let options = args.solve.options_of_many();
    let found = match (parts, args.shard) {
        (None, Some(shard)) => {
            if !params.has_parts() {
                return Err(Failure::usage(say!("analyses-explanation-case-has")));
            }
            let part = with_runner(&args, |runner| {
                params.work_part(&Run { case: &case, runner, options: &options, pieces: None }, shard)
            })?;
            output.text(&parts::bytes_of(part, (shard, call.arguments), &header)?, Sink::Json)?;
            return Ok(Code::Done);
        }
        (Some((files, _)), _) => {
            let found = parts::found(files, &header)?;
            with_runner(&args, |runner| {
                params.merge(&Run { case: &case, runner, options: &options, pieces: None }, found)
            })?
        }
        (None, None) => with_runner(&args, |runner| {
            params.work(&Run { case: &case, runner, options: &options, pieces: None }, None)
        })?,
    };
    let report = match masked {
        Some((case, header, mask)) => analysis_report(&case, &found, header).masked(&mask),
        None => analysis_report(&case, &found, header),
    };
    args.write(output, &report, call.colour)?;
    Ok(Code::Done)
}
