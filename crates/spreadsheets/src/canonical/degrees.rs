//! Reads latitudes and longitudes as people write them.

use super::clean::folded;
use super::number::number_style;

/// Whether degrees are a latitude or a longitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    Latitude,
    Longitude,
}

/// The degrees that a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    pub value: f64,
    /// Known if the cell names a hemisphere.
    pub axis: Option<Axis>,
    /// More than decimal: a hemisphere or a sign of degrees.
    pub marked: bool,
}

/// The degrees of a clean text: 0045S, 40°25′13,5″N, N 40 25, 3° 42' W, -3.7038, 40,4168. `None` if it has none, or too many.
pub fn degrees(text: &str) -> Option<Degrees> {
    if text.len() > 40 {
        return None;
    }
    let (body, hemisphere) = without_hemisphere(text)?;
    let (negative, body) = match body.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, body.strip_prefix('+').unwrap_or(body)),
    };
    let axis = hemisphere.map(|(axis, _)| axis);
    let digits_only = body.bytes().all(|b| b.is_ascii_digit());
    let (value, signs) = match axis {
        Some(axis) if digits_only && body.len() >= 4 => (compact(body, axis)?, true),
        _ => spelled(body)?,
    };
    let most = if axis == Some(Axis::Latitude) { 90.0 } else { 180.0 };
    let south = hemisphere.is_some_and(|(_, negative)| negative);
    (value <= most && !(negative && hemisphere.is_some())).then_some(Degrees {
        value: if negative || south { -value } else { value },
        axis,
        marked: signs || hemisphere.is_some(),
    })
}

/// The latitude and longitude of one cell, in this order unless hemispheres say otherwise: `0045S 00927E`, `48.97,-1.54`, `48,97; -1,54`.
pub fn coordinates(text: &str) -> Option<(f64, f64)> {
    if text.len() > 80 || number_style(text).is_some() {
        return None;
    }
    // the longitude comes first in the well-known text of maps
    if let Some(point) = text.strip_prefix("POINT") {
        let (lon, lat) = point.trim().strip_prefix('(')?.strip_suffix(')')?.trim().split_once(' ')?;
        let [lat, lon] = [degrees(lat.trim())?, degrees(lon)?];
        return (lat.value.abs() <= 90.0).then_some((lat.value, lon.value));
    }
    let text = text.trim_matches(['(', ')', '[', ']', ' ']);
    let mut parted = text.match_indices([',', ';', '/', '|', ' ', '\n']);
    parted.find_map(|(at, by)| {
        let (first, second) = (text[..at].trim(), text[at + by.len()..].trim());
        let (first, second) =
            (first.trim_end_matches([',', ';']), second.trim_start_matches([',', ';']).trim_start());
        let [a, b] = [degrees(first)?, degrees(second)?];
        let fraction = |part: &str| part.contains(['.', ',']);
        let plain = (fraction(first) && fraction(second))
            || second.starts_with('-')
            || text[at + 1..].starts_with(' ') && by != " ";
        let marked = a.marked && b.marked;
        // 48,974 is one number. A comma separates two only if one of them has a point, or a sign or a blank follows the comma.
        let clear = marked
            || plain
            || by == ";"
            || by == "|"
            || (by == "," && (first.contains('.') || second.contains('.')));
        match (clear && a.marked == b.marked, a.axis, b.axis) {
            (false, _, _) => None,
            (_, Some(Axis::Longitude), Some(Axis::Latitude)) => Some((b.value, a.value)),
            (_, None, None) | (_, Some(Axis::Latitude), Some(Axis::Longitude)) if a.value.abs() <= 90.0 => {
                Some((a.value, b.value))
            }
            _ => None,
        }
    })
}

/// Degrees with up to six decimals: a tenth of a metre.
pub fn decimal(value: f64) -> String {
    let text = format!("{value:.6}");
    match text.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".into(),
        text => text.into(),
    }
}

/// The text without N, S, E, W, or O for the west of Spanish and French, at one of its ends; `true` is south and west.
fn without_hemisphere(text: &str) -> Option<(&str, Option<(Axis, bool)>)> {
    let letters = |c: char| c.is_alphabetic() && c != 'º';
    let start = text.len() - text.trim_start_matches(letters).len();
    let end = text.trim_end_matches(|c: char| letters(c) || c == '.').len();
    let (word, body) = match (start, text.len() - end) {
        (0, 0) => return Some((text, None)),
        (start, _) if start > 0 => (&text[..start], text[start..].trim_start_matches(['.', ' ', ':'])),
        _ => (text[end..].trim_matches('.'), &text[..end]),
    };
    let hemisphere = match folded(word).as_str() {
        "" => return Some((text, None)),
        "n" | "north" | "norte" | "nord" => (Axis::Latitude, false),
        "s" | "south" | "sur" | "sud" => (Axis::Latitude, true),
        "e" | "east" | "este" | "est" => (Axis::Longitude, false),
        "w" | "o" | "west" | "oeste" | "ouest" => (Axis::Longitude, true),
        _ => return None,
    };
    Some((body.trim(), Some(hemisphere)))
}

/// 0045, 00927, 404512: degrees, minutes and perhaps seconds without a sign between them.
fn compact(digits: &str, axis: Axis) -> Option<f64> {
    let wide = match (axis, digits.len()) {
        (_, 4 | 6) => 2,
        (Axis::Longitude, 5 | 7) => 3,
        _ => return None,
    };
    let (whole, rest) = digits.split_at(wide);
    let (minutes, seconds) = rest.split_at(2);
    sum(&[
        whole.parse().ok()?,
        minutes.parse().ok()?,
        if seconds.is_empty() { 0.0 } else { seconds.parse().ok()? },
    ])
}

/// The sum of up to three numbers with signs between them, and whether there were signs.
fn spelled(body: &str) -> Option<(f64, bool)> {
    let is_sign = |c: char| {
        matches!(c, '°' | 'º' | '˚' | '\'' | '′' | '’' | '´' | '"' | '″' | '”' | '“' | ' ' | ':' | 'd' | 'm')
    };
    if !body.starts_with(|c: char| c.is_ascii_digit())
        || !body.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',' || is_sign(c))
    {
        return None;
    }
    let parts: Vec<&str> = body.split(is_sign).filter(|part| !part.is_empty()).collect();
    let signs = body.contains(['°', 'º', '˚', '\'', '′', '’', '"', '″']);
    if parts.len() > 3 || (parts.len() > 1 && !signs && !body.contains([' ', ':'])) {
        return None;
    }
    let last = parts.len() - 1;
    let number = |(n, part): (usize, &&str)| -> Option<f64> {
        let fraction = part.contains(['.', ',']);
        (!fraction || n == last).then(|| part.replace(',', ".").parse().ok()).flatten()
    };
    let numbers: Vec<f64> = parts.iter().enumerate().map(number).collect::<Option<_>>()?;
    // 48 97 without a sign is a number with a blank in it
    (numbers.len() == 1 || signs || body.contains(' '))
        .then_some((sum(&numbers)?, signs || numbers.len() > 1))
}

fn sum(parts: &[f64]) -> Option<f64> {
    let small = parts.iter().skip(1).all(|part| *part < 60.0);
    small.then(|| parts.iter().zip([1.0, 60.0, 3600.0]).map(|(part, by)| part / by).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_and_minutes_become_decimal() {
        for (text, read) in [
            ("0045S", Some("-0.75")),
            ("00927E", Some("9.45")),
            ("40°25′N", Some("40.416667")),
            ("3°42'13\"W", Some("-3.703611")),
            ("3º 42' 13,5'' O", Some("-3.70375")),
            ("N 40° 25.5'", Some("40.425")),
            ("48,8566", Some("48.8566")),
            ("-3.7038", Some("-3.7038")),
            ("2.3522 Est", Some("2.3522")),
            ("5575N", None),
            ("9100N", None),
            ("181", None),
            ("Paris", None),
            ("1,234,567", None),
        ] {
            assert_eq!(degrees(text).map(|d| decimal(d.value)).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn two_coordinates_in_one_cell_are_told_from_one_number() {
        for (text, read) in [
            ("0045S 00927E", Some((-0.75, 9.45))),
            ("00927E 0045S", Some((-0.75, 9.45))),
            ("48.97,-1.54", Some((48.97, -1.54))),
            ("48,97; -1,54", Some((48.97, -1.54))),
            ("(48.97, 1.54)", Some((48.97, 1.54))),
            ("40°25′N, 3°42′W", Some((40.0 + 25.0 / 60.0, -3.7))),
            ("POINT (-3.7 40.4)", Some((40.4, -3.7))),
            ("48,97", None),
            ("1 234", None),
            ("1.234,5", None),
            ("48.97", None),
            ("5555N 99999E", None),
        ] {
            assert_eq!(
                coordinates(text).map(|(a, b)| (decimal(a), decimal(b))),
                read.map(|(a, b)| (decimal(a), decimal(b))),
                "{text}"
            );
        }
    }
}
