//! `case.toml`: keys that nobody knows, the ladder, voices and targets.

use crate::messages::language;
use crate::say;
use std::collections::HashSet;

use super::subject::Subject;
use crate::model::finding::{Findings, Place};
use crate::model::guess::did_you_mean;
use crate::model::schema::{SETTINGS, TableId, setting_by_key};
use crate::model::settings::Settings;
use crate::model::{Aggregate, Level, PowerRule, Rung};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    unknown_keys(subject, findings);
    ladder(subject, findings);
    voices(subject, findings);
    targets(subject, findings);
}

fn unknown_keys(subject: Subject<'_>, findings: &mut Findings) {
    let settings = Settings::parse(&subject.workbook.settings).unwrap_or_default();
    let groups: HashSet<(&str, &str)> =
        settings.groups.iter().map(|group| (group.kind.as_str(), group.label.as_str())).collect();
    let known: Vec<String> =
        SETTINGS.iter().map(|setting| setting.key.replace("<id>", "x").replace("<language>", language())).collect();
    for entry in &settings.entries {
        // What stands in a ministry or rung that has no id of its own is known all the same.
        let plain = entry.key.split_once('.').and_then(|(kind, rest)| {
            let (label, inside) = rest.split_once('.')?;
            groups.contains(&(kind, label)).then(|| format!("{kind}.x.{inside}"))
        });
        let plain = plain.as_deref().unwrap_or(&entry.key);
        if setting_by_key(plain).is_some() {
            continue;
        }
        let place = Place::Setting(entry.key.clone());
        let message = say!("settings-program-does-not", key = entry.key);
        let near = did_you_mean(plain, known.iter().map(String::as_str).filter(|key| settings.get(key).is_none()));
        match near.and_then(|near| near.rsplit('.').next()) {
            Some(near) => {
                findings.warning("near-miss-setting", place, message, say!("settings-did-you-mean", near = near));
            }
            None => findings.note("unknown-setting", place, message, say!("settings-nothing-needs-done")),
        }
    }
}

fn ladder(subject: Subject<'_>, findings: &mut Findings) {
    let rungs = &subject.case.rungs;
    // What cannot be read counts as 0, which is no reason to find the order wrong as well.
    let was_read = |rung: &Rung, name: &str| {
        let key = format!("rung.{}.{name}", rung.id);
        !subject
            .read
            .iter()
            .any(|found| matches!(&found.place, Place::Setting(place) if *place == key && found.level == Level::Error))
    };
    for pair in rungs.windows(2) {
        let [below, above] = pair else { continue };
        let (id, id_2) = (&above.id, &below.id);
        let mut wrong = |is_wrong: bool, code, column: &str, message: String, fix: String| {
            if is_wrong && was_read(below, column) && was_read(above, column) {
                findings.error(code, Place::Setting(format!("rung.{id}.{column}")), message, fix);
            }
        };
        let (at_least, at_least_2) = (above.at_least, below.at_least);
        let message = say!(
            "settings-rung-id-begins",
            rung = id,
            at_least = at_least,
            below_at_least = at_least_2,
            rung_below = id_2
        );
        wrong(at_least <= at_least_2, "rungs-not-ascending", "at_least", message, say!("settings-put-rungs-order"));
        let (power, power_2) = (above.power, below.power);
        let message = say!("settings-rung-id-has", rung = id, power = power, power_below = power_2, rung_below = id_2);
        wrong(power < power_2, "rung-power-falls", "power", message, say!("settings-let-power-stay"));
    }
    if subject.case.aggregate == Aggregate::Weakest && rungs.iter().all(|rung| rung.power.is_zero()) {
        findings.warning(
            "no-levels",
            Place::Setting("objective.aggregate".to_owned()),
            say!("settings-no-levels"),
            say!("settings-add-levels"),
        );
    }
    if rungs.is_empty() && subject.case.services.iter().any(|service| service.power == PowerRule::Ladder) {
        findings.warning(
            "no-rung",
            Place::Setting(String::new()),
            say!("settings-case-has-no"),
            say!("settings-add-rung-id"),
        );
    }
}

fn voices(subject: Subject<'_>, findings: &mut Findings) {
    let ministries = &subject.case.ministries;
    if let Some(first) = ministries.first().filter(|_| ministries.iter().all(|ministry| ministry.voice.is_zero())) {
        findings.error(
            "voices-all-zero",
            Place::Setting(format!("ministry.{}.voice", first.id)),
            say!("settings-voices-all-ministries"),
            say!("settings-give-at-least"),
        );
    }
}

fn targets(subject: Subject<'_>, findings: &mut Findings) {
    let (wanted, domains) = (subject.case.domains_at_target, subject.case.domains.len());
    if wanted > domains && subject.are_sound(&[TableId::Domains]) {
        findings.error(
            "too-many-targets",
            Place::Setting("require.domains_at_target".to_owned()),
            say!("settings-number-domains-at", wanted = wanted, domains = domains),
            say!("settings-ask-at-most"),
        );
    }
}
