//! The front of two aims: its points, supported or not, the compromise and the point of equal sacrifice.

use super::parts::{Picture, own_marks};
use super::runs::ShownRun;
use crate::analyse::Outcome;
use crate::analyse::pareto::{Front, Params};
use crate::say;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::number::plain;
use crate::tui::widgets::plot::{Mark, Plot};

pub(super) fn portfolio<'a>(front: &'a Front, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let point = front.points.get(row).filter(|_| key == "points")?;
    let name = say!("pareto-point-plain-plain", up = plain(point.first), across = plain(point.second));
    Some((name, &point.outcome))
}

/// The points.
pub(super) fn picture(
    shown: ShownRun<'_>,
    (front, params): (&Front, &Params),
    key: &str,
    cursor: Option<usize>,
    glyphs: Glyphs,
) -> Option<Picture> {
    let mut marks: Vec<Mark> = Vec::new();
    for (at, point) in front.points.iter().enumerate() {
        let supported = front.supported.get(at).copied().unwrap_or(true);
        let (sign, word) = if supported { (glyphs.yes(), "supported") } else { (glyphs.no(), "unsupported") };
        marks.push(Mark { at: (point.second, point.first), sign, word, role: Role::Series(usize::from(!supported)) });
    }
    // The recommended and the own one may lie on a point of the front that has a name: the name is seen.
    marks.extend(own_marks(shown));
    for (at, sign, word) in [(front.equal_sacrifice, "E", "equal sacrifice"), (front.compromise, "C", "compromise")] {
        if let Some(point) = at.and_then(|at| front.points.get(at)) {
            marks.push(Mark { at: (point.second, point.first), sign, word, role: Role::Accent });
        }
    }
    if marks.is_empty() {
        return None;
    }
    let here = cursor.filter(|_| key == "points").and_then(|row| front.points.get(row));
    Some(Picture::Plot(Plot {
        across: params.second.name.clone(),
        up: params.first.name.clone(),
        marks,
        cursor: here.map(|point| (point.second, point.first)),
        ..Plot::default()
    }))
}
