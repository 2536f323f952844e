//! Lines, rectangles and curves as SVG paths, with their fill and stroke.

use typst::layout::Point;
use typst::visualize::{Curve, CurveItem, FillRule, FixedStroke, Geometry, LineCap, LineJoin, Paint, Shape};

/// A coordinate in points with at most three decimals and no trailing zeros.
pub fn n(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// A shape at a position.
pub fn shape(it: &Shape, at: Point) -> String {
    let d = match &it.geometry {
        Geometry::Line(to) => format!("M{}L{}", pair(at), pair(at + *to)),
        Geometry::Rect(size) => {
            format!("M{}h{}v{}h{}z", pair(at), n(size.x.to_pt()), n(size.y.to_pt()), n(-size.x.to_pt()))
        }
        Geometry::Curve(it) => curve(it, at),
    };
    let fill = it.fill.as_ref().map_or(" fill=\"none\"".into(), |it| paint("fill", it));
    let rule = if it.fill_rule == FillRule::EvenOdd { " fill-rule=\"evenodd\"" } else { "" };
    let stroke = it.stroke.as_ref().map(stroke).unwrap_or_default();
    format!("<path d=\"{d}\"{fill}{rule}{stroke}/>")
}

/// An outline as path data.
pub fn curve(it: &Curve, at: Point) -> String {
    it.0.iter()
        .map(|item| match *item {
            CurveItem::Move(to) => format!("M{}", pair(at + to)),
            CurveItem::Line(to) => format!("L{}", pair(at + to)),
            CurveItem::Cubic(a, b, to) => format!("C{} {} {}", pair(at + a), pair(at + b), pair(at + to)),
            CurveItem::Close => "z".into(),
        })
        .collect()
}

fn pair(point: Point) -> String {
    format!("{} {}", n(point.x.to_pt()), n(point.y.to_pt()))
}

/// The fill or stroke colour. Our pages use plain colours; a gradient in a template becomes its middle colour.
pub fn paint(what: &str, it: &Paint) -> String {
    let colour = match it {
        Paint::Solid(colour) => colour.to_hex(),
        Paint::Gradient(gradient) => {
            gradient.sample(typst::visualize::RatioOrAngle::Ratio(typst::layout::Ratio::new(0.5))).to_hex()
        }
        Paint::Tiling(_) => "none".into(),
    };
    format!(" {what}=\"{colour}\"")
}

/// The attributes of a stroke.
pub fn stroke(it: &FixedStroke) -> String {
    let mut all = format!("{} stroke-width=\"{}\"", paint("stroke", &it.paint), n(it.thickness.to_pt()));
    match it.cap {
        LineCap::Butt => {}
        LineCap::Round => all.push_str(" stroke-linecap=\"round\""),
        LineCap::Square => all.push_str(" stroke-linecap=\"square\""),
    }
    match it.join {
        LineJoin::Miter => {}
        LineJoin::Round => all.push_str(" stroke-linejoin=\"round\""),
        LineJoin::Bevel => all.push_str(" stroke-linejoin=\"bevel\""),
    }
    if let Some(dash) = &it.dash {
        let lengths: Vec<String> = dash.array.iter().map(|length| n(length.to_pt())).collect();
        all.push_str(&format!(" stroke-dasharray=\"{}\"", lengths.join(" ")));
    }
    all
}
