use super::*;
use crate::model::schema::{TableId, table};

const LIKE_OURS: &str = "candidate,cost_1,note\na,12.5,\"x, y\"\nb,1250.25,z\n";

fn candidates(name: &str) -> Option<&'static Column> {
    table(TableId::Candidates).column(name)
}

fn read_plain(text: &str) -> ReadTable {
    read(text, &candidates, None)
}

/// The codes of what is told of a table.
fn codes(read: &ReadTable) -> Vec<&'static str> {
    read.findings("x.csv", Encoding::Utf8).iter().map(|it| it.code).collect()
}

fn written(read: &ReadTable, text: &str) -> String {
    let candidates = table(TableId::Candidates);
    read.foreign.as_ref().map_or_else(|| text.to_owned(), |foreign| foreign.write(text, candidates))
}

#[test]
fn what_the_program_writes_is_read_as_it_is() {
    for text in [LIKE_OURS, &format!("{BOM}{LIKE_OURS}"), &LIKE_OURS.replace('\n', "\r\n"), "", "\n\n", "candidate\n"] {
        let read = read_plain(text);
        assert_eq!((read.text.as_str(), read.foreign.is_none(), codes(&read)), (text, true, vec![]), "{text:?}");
    }
}

#[test]
fn each_way_of_writing_is_read_as_ours_and_written_back_byte_for_byte() {
    for (text, how) in [
        ("candidate;cost_1;note\na;12,5;\"x, y\"\nb;1250,25;z\n", "semicolons between the cells and decimal commas"),
        ("candidate;cost_1;note\na;12,5;x, y\nb;1.250,25;z\n", "semicolons between the cells and decimal commas"),
        ("candidate\tcost_1\tnote\na\t12.5\tx, y\nb\t1250.25\tz\n", "tabs between the cells"),
        ("candidate|cost_1|note\na|12.5|x, y\nb|1250.25|z\n", "| between the cells"),
        ("candidate,cost_1,note\na,\"12,5\",\"x, y\"\nb,\"1.250,25\",z\n", "decimal commas"),
        (
            "candidate,cost_1,note\na,€ 12.5,\"x, y\"\nb,\"1,250.25\",z\n",
            "thousands separators, signs of currencies or of percent",
        ),
        ("candidate,cost_1,note\ra,12.5,\"x, y\"\rb,1250.25,z\r", "line ends of very old programs"),
    ] {
        let read = read_plain(text);
        assert_eq!(read.text.replace('"', ""), LIKE_OURS.replace('"', ""), "{text}");
        let found = read.findings("x.csv", Encoding::Utf8);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].code, found[0].level, found[0].message.as_str()),
            ("dialect", Level::Note, format!("Read with {how}.").as_str())
        );
        assert_eq!(written(&read, &read.text), text);
    }
}

#[test]
fn the_line_of_excel_is_obeyed_and_keeps_its_place() {
    let text = "sep=;\r\ncandidate;cost_1;note\r\na;1,5;2\r\n";
    let read = read_plain(text);
    assert_eq!(read.text, "\r\ncandidate,cost_1,note\r\na,1.5,2\r\n");
    assert_eq!(written(&read, &read.text), text);
    assert_eq!(written(&read, &read.text.replace("note", "name")), text.replace("note", "name"));
    let with_mark = format!("{BOM}{text}");
    assert_eq!(written(&read_plain(&with_mark), &read_plain(&with_mark).text), with_mark);
    // A mark that nobody would guess.
    assert_eq!(read_plain("sep=^\ncandidate^cost_1\na^3\n").text, "\ncandidate,cost_1\na,3\n");
}

#[test]
fn what_is_changed_is_written_as_the_file_is_and_the_rest_keeps_its_bytes() {
    let text = "candidate;cost_1;note\na;\"12,5\";\"x, y\"\nb; € 1.250,25 ;z\nc;3;\n";
    let read = read_plain(text);
    assert_eq!(read.text, "candidate,cost_1,note\na,12.5,\"x, y\"\nb,1250.25,z\nc,3,\n");
    let edited = read.text.replace("c,3,", "c,3.125,\"p; q\"").replace(",z\n", ",zz\n") + "d,-0.5,\"r, s\"\n";
    assert_eq!(
        written(&read, &edited),
        "candidate;cost_1;note\na;\"12,5\";\"x, y\"\nb; € 1.250,25 ;zz\nc;3,1250;\"p; q\"\nd;-0,5;\"r, s\"\n"
    );
    assert_eq!(read_plain(&written(&read, &edited)).text, edited.replace("3.125", "3.1250"));
}

#[test]
fn rows_that_mean_the_same_keep_what_each_of_them_was() {
    let text = "candidate;cost_1\na;1,50\na;\"1,50\"\na; 1,50\n";
    let read = read_plain(text);
    assert_eq!(written(&read, &read.text), text);
}

#[test]
fn where_nothing_tells_the_mark_both_readings_are_told() {
    let text = "candidate,cost_1\na,1.250\nb,2.500\nc,12.000\n";
    let read = read_plain(text);
    assert_eq!((read.text.as_str(), codes(&read)), (text, vec!["decimal-doubt"]));
    let doubt = &read.findings("x.csv", Encoding::Utf8)[0];
    assert!(doubt.message.contains("15.75 with decimal points, and to 15750 with decimal commas"), "{}", doubt.message);
    let given = super::read(text, &candidates, Some(DecimalMark::Comma));
    assert_eq!(given.text, "candidate,cost_1\na,1250\nb,2500\nc,12000\n");
    assert_eq!(codes(&given), ["dialect"]);
    assert_eq!(codes(&super::read(text, &candidates, Some(DecimalMark::Point))), [""; 0]);
    // One cell that leaves no doubt, or a number without a mark, settles it.
    assert_eq!(codes(&read_plain("candidate,cost_1\na,1.250\nb,0.5\n")), [""; 0]);
    assert_eq!(codes(&read_plain("candidate,cost_1\na,1.250\nb,7\n")), [""; 0]);
    // Semicolons speak for decimal commas, but do not prove them.
    let read = read_plain("candidate;cost_1\na;1.250\nb;7\n");
    assert_eq!(
        (read.text.as_str(), codes(&read)),
        ("candidate,cost_1\na,1250\nb,7\n", vec!["dialect", "decimal-doubt"])
    );
    // More than its column can hold is not meant.
    assert_eq!(codes(&read_plain("candidate,cost_1,success\na,1,0.500\n")), [""; 0]);
}

#[test]
fn cells_that_speak_against_each_other_stay_for_the_checks() {
    let text = "candidate,cost_1\na,\"12,5\"\nb,0.5\nc,10.999.99\n";
    assert_eq!(read_plain(text).text, text);
}

#[test]
fn a_title_above_the_header_is_found_with_the_line_of_the_header() {
    let read = read_plain("a title line;;\n;;\ncandidate;cost_1;note\na;1,5;2\n");
    let found = read.findings("x.csv", Encoding::Utf8);
    assert_eq!(found.iter().map(|it| (it.code, it.line)).collect::<Vec<_>>(), [("dialect", 0), ("header-below", 3)]);
    assert_eq!(read.text, "a title line,,\n,,\ncandidate,cost_1,note\na,1.5,2\n");
}

#[test]
fn a_row_of_figures_below_a_header_of_other_words_is_no_header() {
    assert_eq!(codes(&read_plain("begrotingsjaar,artikel,omschrijving\n1,2,3\ncandidate,cost_1,note\n")), [""; 0]);
}

#[test]
fn an_open_quote_stays_open_and_takes_nothing_along() {
    let text = "candidate;cost_1;note\na;1,5;ok\nb;2;\"open\nc;3;x\n";
    let read = read_plain(text);
    assert_eq!(read.text, "candidate,cost_1,note\na,1.5,ok\nb,2,\"open\nc;3;x\n");
    assert_eq!(written(&read, &read.text), text);
}
