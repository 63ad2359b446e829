//! What the programs that measure share: the page of figures and the processor time.

/// Puts a section into benches/README.md, between its marks, at the end where it has none yet.
#[allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::missing_panics_doc)] // A page of the project, not a planner's file.
pub fn put(name: &str, section: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/README.md");
    let page = std::fs::read_to_string(path).unwrap_or_else(|_| "# Performance".to_owned());
    let (begin, end) = (format!("<!-- figures: {name} -->"), format!("<!-- end of figures: {name} -->"));
    let block = format!("{begin}\n{}\n{end}", section.trim_end());
    let page = match (page.split_once(&begin), page.split_once(&end)) {
        (Some((before, _)), Some((_, after))) => format!("{before}{block}{after}"),
        _ => format!("{}\n\n{block}\n", page.trim_end()),
    };
    std::fs::write(path, page).unwrap();
}

/// Processor time of the whole process so far, in seconds; 0 where the system does not say.
#[allow(dead_code, reason = "some of them take it from their measurements")]
pub fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
