use super::{Settings, Written, remove, write};

const TEXT: &str = "\u{feff}# Top.\nformat = 1\n\n[objective]\nrisk = 'full' # so\n\n[[ministry]]\nid = \"a\"\nvoice = 1_000.5\n\n[[ministry]]\nid = \"a\"\n";

#[test]
fn settings_go_by_dotted_keys_with_ids() {
    let settings = Settings::parse(TEXT).unwrap();
    let keys: Vec<&str> = settings.entries.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["format", "objective.risk", "ministry.a.id", "ministry.a.voice", "ministry.#2.id"]);
    assert_eq!(settings.get("ministry.a.voice").unwrap().written, Written::Number("1_000.5".to_owned()));
    let at = settings.get("objective.risk").unwrap().value.start;
    assert_eq!(TEXT.get(at..at + 6), Some("'full'"));
}

#[test]
fn writing_changes_one_value_and_nothing_else() {
    assert_eq!(write(TEXT, "objective.risk", "\"expected\"").unwrap(), TEXT.replace("'full'", "\"expected\""));
    assert_eq!(write(TEXT, "ministry.#2.voice", "3").unwrap(), format!("{TEXT}voice = 3\n"));
    let timing = write(TEXT, "objective.timing", "\"final\"").unwrap();
    assert_eq!(timing, TEXT.replace("# so\n", "# so\ntiming = \"final\"\n"));
    let target = write(TEXT, "require.domains_at_target", "1").unwrap();
    assert_eq!(target, TEXT.replacen("[[ministry]]", "[require]\ndomains_at_target = 1\n\n[[ministry]]", 1));
    assert_eq!(write("", "title", "'x'").unwrap(), "title = 'x'\n");
    assert!(write(TEXT, "rung.seat.power", "1").unwrap_err().contains("no rung seat"));
    assert!(write("a = ", "title", "'x'").is_err());
}

#[test]
fn a_setting_that_goes_takes_only_its_own_line_with_it() {
    assert_eq!(remove(TEXT, "objective.risk").unwrap(), TEXT.replace("risk = 'full' # so\n", ""));
    assert_eq!(remove(TEXT, "ministry.a.voice").unwrap(), TEXT.replace("voice = 1_000.5\n", ""));
    assert_eq!(remove(TEXT, "title").unwrap(), TEXT);
    let mixed = "format = 1\r\ntitle = 'x'\nunit = 'y'\r\nobjective.risk = 'full'";
    assert_eq!(remove(mixed, "title").unwrap(), "format = 1\r\nunit = 'y'\r\nobjective.risk = 'full'");
    assert_eq!(remove(mixed, "objective.risk").unwrap(), "format = 1\r\ntitle = 'x'\nunit = 'y'\r\n");
    let inline = "rung = [{ id = \"seat\", power = 0.1 }, { id = \"all\" }]\n";
    assert_eq!(remove(inline, "rung.seat.power").unwrap(), "rung = [{ id = \"seat\" }, { id = \"all\" }]\n");
    assert_eq!(remove(inline, "rung.seat.id").unwrap(), "rung = [{ power = 0.1 }, { id = \"all\" }]\n");
    assert_eq!(remove(inline, "rung.all.id").unwrap(), "rung = [{ id = \"seat\", power = 0.1 }, {  }]\n");
}

#[test]
fn ministries_on_one_line_are_read_and_written_too() {
    let text = "rung = [{ id = \"seat\", power = 0.1 }, { id = \"all\" }]\nformat = 1\n";
    let settings = Settings::parse(text).unwrap();
    assert!(settings.get("rung.seat.power").is_some() && settings.get("rung.all.id").is_some());
    let new = write(text, "rung.all.power", "1").unwrap();
    assert_eq!(new, text.replace("id = \"all\"", "id = \"all\", power = 1"));
}
