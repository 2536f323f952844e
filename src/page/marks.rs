//! The marks of the map of members, and what each opens.

use decapolis_drawing::{MapPlace, Square, marks};
use decapolis_register::journal::RowId;

use crate::members::on_map::AreaOfMembers;

/// A mark on the map of members.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberMark {
    pub place: MapPlace,
    pub opens: MarkOpens,
}

/// What a mark opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkOpens {
    /// The one member that is there, or the area or place that several share.
    Record(RowId),
    /// The list of the members in a square.
    Members(Square),
}

/// The marks of these areas. A mark has as many members as the list that it opens.
pub fn member_marks(areas: &[AreaOfMembers]) -> Vec<MemberMark> {
    let place = |area: &AreaOfMembers| MapPlace {
        lat: area.latitude,
        lon: area.longitude,
        members: area.members.len() as u32,
    };
    let places: Vec<MapPlace> = areas.iter().map(place).collect();
    let mark = |mark: decapolis_drawing::Mark| {
        // a member that runs two areas of a square is one
        let mut members: Vec<RowId> =
            mark.of.iter().flat_map(|n| areas[*n].members.iter().copied()).collect();
        members.sort_unstable();
        members.dedup();
        let opens = match (&members[..], mark.square) {
            ([one], _) => MarkOpens::Record(*one),
            (_, Some(square)) => MarkOpens::Members(square),
            (_, None) => MarkOpens::Record(areas[mark.at].area),
        };
        MemberMark { place: MapPlace { members: members.len() as u32, ..places[mark.at].clone() }, opens }
    };
    marks(&places).into_iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(area: RowId, latitude: f64, members: &[RowId]) -> AreaOfMembers {
        AreaOfMembers { area, latitude, longitude: 20.0, members: members.to_vec() }
    }

    #[test]
    fn a_mark_opens_its_member_or_the_area_that_members_share() {
        let marks = member_marks(&[area(1, 10.0, &[7]), area(2, 50.0, &[8, 9])]);
        assert_eq!(
            marks.iter().map(|mark| mark.opens).collect::<Vec<_>>(),
            [MarkOpens::Record(7), MarkOpens::Record(2)]
        );
    }

    #[test]
    fn a_mark_of_a_crowd_opens_the_list_of_its_members_each_once() {
        // one member runs two areas beside each other
        let mut areas = vec![area(1, 10.0, &[7]), area(2, 10.01, &[7, 8])];
        areas.extend((0..400).map(|n| area(100 + n, -50.0, &[1_000 + n])));
        let marks = member_marks(&areas);
        let found: Vec<u32> = marks.iter().map(|mark| mark.place.members).collect();
        assert_eq!(found, [400, 2]);
        assert!(marks.iter().all(|mark| matches!(mark.opens, MarkOpens::Members(_))));
    }
}
