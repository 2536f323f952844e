//! A drawing as an SVG file: for a printed page, or for another site.
//!
//! On our own pages the style sheet colours a drawing by its classes. A file has no style sheet, and a `<style>` inside
//! it is refused by a strict content policy of the page that includes it. So each class is replaced by the attributes
//! it means (`fill`, `stroke` ...), which every program that reads SVG understands.

use crate::columns::COLUMNS_HIGH;
use crate::palette::Palette;
use crate::svg::n;
use maud::Render;

/// The colours, size and direction of a standalone drawing.
#[derive(Clone, Debug, Default)]
pub struct Look {
    pub palette: Palette,
    /// Width and height; `None` keeps the drawing's own. A bar takes any size, other drawings keep their proportions.
    pub size: Option<(f64, f64)>,
    /// Whether to mirror the drawing for languages written from right to left. Drawings with text in them are not mirrored.
    pub mirrored: bool,
}

/// The drawing as an SVG file with its title, colours as attributes, and a size. `None` if the markup is not a drawing.
pub fn standalone(drawing: &impl Render, look: &Look) -> Option<String> {
    let palette = look.palette.clone().checked();
    let markup = drawing.render().into_string();
    let root_end = markup.find('>')?;
    let (root, inside) = (&markup[..root_end], markup[root_end + 1..].strip_suffix("</svg>")?);
    let classes = attribute(root, "class")?;
    let title = written(attribute(root, "aria-label").unwrap_or_default());
    let own = match attribute(root, "viewBox") {
        Some(text) => {
            let mut numbers = text.split(' ').skip(2).filter_map(|number| number.parse::<f64>().ok());
            (numbers.next()?, numbers.next()?)
        }
        // a bar and a chart of years take the size they are given
        None => look.size.unwrap_or(if classes.contains("columns") {
            (576.0, COLUMNS_HIGH)
        } else {
            (240.0, 10.0)
        }),
    };
    let (wide, high) = look.size.unwrap_or(own);
    let inside = coloured(inside, &Classes { kind: classes, high: own.1, palette: &palette });
    let mirrored = look.mirrored && classes.split(' ').any(|class| class == "mirrors");
    let mirror =
        if mirrored { format!(" transform=\"matrix(-1 0 0 1 {} 0)\"", n(own.0)) } else { String::new() };
    let inside = format!("<g fill=\"{}\"{mirror}>{inside}</g>", palette.ink);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" overflow=\"visible\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>{inside}</svg>",
        n(wide),
        n(high),
        n(own.0),
        n(own.1)
    ))
}

/// The value of an attribute of a tag. Values contain no bare quotes, because they are escaped.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(&tag[from..from + tag[from..].find('"')?])
}

/// An escaped text without the characters that XML does not allow.
fn written(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// The markup with each class replaced by its attributes. A text cannot contain `class="`, because its quotes are escaped.
fn coloured(markup: &str, classes: &Classes) -> String {
    let mut all = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find(" class=\"") {
        let (before, after) = (&rest[..at], &rest[at + 8..]);
        let Some(end) = after.find('"') else { break };
        all.push_str(before);
        all.push_str(&classes.attributes(&after[..end]));
        rest = &after[end + 1..];
    }
    all.push_str(rest);
    written(&all)
}

/// The attributes that replace the classes of a drawing.
struct Classes<'a> {
    /// The classes of the drawing's root element: "drawing bar mirrors".
    kind: &'a str,
    /// The height in SVG units.
    high: f64,
    palette: &'a Palette,
}

impl Classes<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind.split(' ').any(|class| class == kind)
    }

    fn attributes(&self, class: &str) -> String {
        let p = self.palette;
        let mut first = class.split(' ');
        let has = |wanted: &str| class.split(' ').any(|class| class == wanted);
        let fill = |colour: &str| format!(" fill=\"{colour}\"");
        let stroke = |colour: &str, wide: f64| format!(" stroke=\"{colour}\" stroke-width=\"{}\"", n(wide));
        let round = |colour: &str| format!(" stroke=\"{colour}\" stroke-linecap=\"round\"");
        let words = |size: u32, colour: &str| {
            format!(" font-family=\"Source Sans 3, sans-serif\" font-size=\"{size}\" fill=\"{colour}\"")
        };
        let mut text = match first.next().unwrap_or_default() {
            "fill-ink" => fill(&p.ink),
            "fill-accent" => fill(&p.accent),
            "fill-quiet" if self.is("columns") => format!("{} opacity=\"0.6\"", fill(&p.quiet)),
            "fill-quiet" => fill(&p.quiet),
            "fill-empty" => fill(&p.pale),
            "fill-paper" => fill(&p.paper),
            "fill-unknown" => format!("{}{}", fill(&p.paper), stroke(&p.quiet, 0.8)),
            "fill-theme-1" => fill(&p.themes[0]),
            "fill-theme-2" => fill(&p.themes[1]),
            "fill-theme-3" => fill(&p.themes[2]),
            "fill-theme-4" => fill(&p.themes[3]),
            "hatch" if self.is("donut") => fill("none"),
            "hatch" => format!("{}{}", fill("none"), stroke(&p.quiet, 0.8)),
            "open" => format!("{}{}", fill(&p.paper), stroke(&p.quiet, 1.0)),
            "ring" => format!("{}{}", fill("none"), stroke(&p.quiet, 1.5)),
            "ground" if self.is("columns") => stroke(&p.ink, 1.0),
            "ground" => stroke(&p.line, 1.0),
            "course" => format!("{}{}", fill("none"), stroke(&p.quiet, 1.2)),
            "stripes" => format!("{} stroke-dasharray=\"1.2 2\"", stroke(&p.quiet, self.high)),
            "woman" => format!("{}{}", fill(&p.accent), stroke(&p.accent, 1.0)),
            "man" => format!("{}{}", fill(&p.paper), stroke(&p.ink, 1.2)),
            "other-person" => format!("{}{}", fill(&p.quiet), stroke(&p.ink, 1.0)),
            "unstated-person" => {
                format!("{}{} stroke-dasharray=\"1.6 1.4\"", fill("none"), stroke(&p.ink, 1.0))
            }
            "land" => fill(&p.land),
            "stroke-ink" => round(&p.ink),
            "stroke-accent" | "place" => round(&p.accent),
            "stroke-quiet" => round(&p.quiet),
            "stroke-paper" | "halo" => round(&p.paper),
            "shared-place" => format!("{}{}", fill(&p.paper), stroke(&p.accent, 3.2)),
            "label" => format!("{} font-weight=\"700\"", words(13, &p.ink)),
            "value" => {
                format!("{} font-weight=\"700\"", words(15, if has("now") { &p.ink } else { &p.soft }))
            }
            "year" => {
                format!(
                    "{} font-weight=\"{}\"",
                    words(13, if has("now") { &p.ink } else { &p.soft }),
                    if has("now") { 700 } else { 400 }
                )
            }
            "day" => words(10, &p.soft),
            _ => String::new(),
        };
        if has("part") {
            text.push_str(&stroke(&p.paper, 1.5));
        }
        if self.is("bar") && class.starts_with("fill-") && class != "fill-unknown" {
            text.push_str(&stroke(&p.paper, 1.0));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bar, Donut, Drawing, Fill, MapPlace, Part, People, Point, Points, Strip, WorldMap};

    fn part(amount: f64, fill: Fill, words: &str) -> Part {
        Part { amount, fill, words: words.into() }
    }

    #[test]
    fn no_class_is_left_and_every_one_has_its_colour() {
        let drawings = [
            Drawing::Strip(Strip { title: "strip".into(), filled: 2, unknown: 1, all: 5, in_a_row: 3 }),
            Drawing::Bar(Bar {
                title: "bar".into(),
                parts: vec![part(1.0, Fill::Accent, ""), part(1.0, Fill::Unknown, "")],
            }),
            Drawing::Donut(Donut {
                title: "donut".into(),
                parts: vec![part(1.0, Fill::Theme(2), "50 %"), part(1.0, Fill::Ink, "50 %")],
            }),
            Drawing::People(People {
                title: "people".into(),
                women: 1,
                men: 1,
                other: 1,
                unstated: 1,
                in_a_row: 4,
            }),
            Drawing::Points(Points {
                title: "points".into(),
                points: vec![Point { when: 1.0, amount: 2.0, words: "May".into() }],
            }),
        ];
        for drawing in drawings {
            let file = standalone(&drawing, &Look::default()).unwrap();
            assert!(!file.contains("class="), "{file}");
            assert!(file.starts_with("<svg xmlns=") && file.contains("<title>"));
            let shapes = file.matches("<path").count() + file.matches("<rect").count();
            assert!(file.matches("fill=\"").count() >= shapes, "{file}");
        }
    }

    #[test]
    fn a_bar_takes_the_size_it_is_given() {
        let bar = Drawing::Bar(Bar { title: "bar".into(), parts: vec![part(1.0, Fill::Unknown, "")] });
        let file = standalone(&bar, &Look { size: Some((300.0, 24.0)), ..Look::default() }).unwrap();
        assert!(file.contains("width=\"300\" height=\"24\" viewBox=\"0 0 300 24\""));
        assert!(file.contains("stroke-width=\"24\""));
    }

    #[test]
    fn only_what_may_mirror_is_mirrored() {
        let look = Look { mirrored: true, ..Look::default() };
        let strip =
            Drawing::Strip(Strip { title: "strip".into(), filled: 1, unknown: 0, all: 2, in_a_row: 2 });
        assert!(standalone(&strip, &look).unwrap().contains("matrix(-1 0 0 1"));
        let map = WorldMap {
            title: "map".into(),
            land: "M0 0z".into(),
            places: vec![MapPlace { lat: 0.0, lon: 0.0, members: 2 }],
        };
        assert!(!standalone(&map, &look).unwrap().contains("matrix"));
    }

    #[test]
    fn a_title_is_written_as_text_whatever_it_holds() {
        let strip = Strip { title: "<script class=\"x\">&\u{0}".into(), ..Strip::default() };
        let file = standalone(&Drawing::Strip(strip), &Look::default()).unwrap();
        assert!(file.contains("<title>&lt;script class=&quot;x&quot;&gt;&amp;</title>"));
    }
}
