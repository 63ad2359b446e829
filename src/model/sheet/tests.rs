use super::{Newline, Sheet};
use crate::model::schema::TableId;

#[test]
fn every_row_knows_its_line() {
    let text = "\n domain , name \r\n\r\n  \r\na,\"x\r\ny\"\r\nb,z\r\n\r\n";
    let sheet = Sheet::parse(TableId::Domains, text);
    assert_eq!(sheet.header, ["domain", "name"]);
    assert_eq!((sheet.header_line(), sheet.newline), (2, Newline::CrLf));
    assert_eq!(sheet.lines(), [5, 7, 8]);
    assert_eq!(sheet.cell(0, "name"), "x\r\ny");
    assert_eq!(sheet.to_text(), text);
}

#[test]
fn quotes_are_read_as_they_are_meant() {
    let sheet = Sheet::parse(TableId::Domains, "a,b,c\n\"x \"\"y\"\"\",  \"p,q\" ,r\"s\n\"u\"v,\"\",");
    assert_eq!(sheet.rows[0].cells, ["x \"y\"", "p,q", "r\"s"]);
    assert_eq!(sheet.rows[1].cells, ["\"u\"v", "", ""]);
}
