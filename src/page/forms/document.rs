//! The page for print: its value as data for the template, and its pictures as files.

use decapolis_base::Day;
use decapolis_drawing::{
    Donut, Drawing, Fill, Look, Part, Points, Qr, Sign, WorldMap, sign, standalone, swatch,
};
use decapolis_typesetting::{Files, Job, Output};
use decapolis_words::Language;
use maud::Render;
use serde_json::{Value, json};

use super::Dress;
use crate::assets;
use crate::page::lines::lines;
use crate::page::sheet::{GroupsFace, Link, Sheet, Show};

/// At this resolution an A4 page is 1240 by 1754 pixels.
pub const PIXELS_PER_INCH: f64 = 150.0;

/// Scales from the largest, for short pages, to the smallest that can still be read in print.
const SCALES: [f64; 10] = [1.25, 1.12, 1.0, 0.95, 0.9, 0.87, 0.84, 0.8, 0.75, 0.7];

/// The job of setting a page on one sheet of paper. The first scale suits the number of lines; then the page shrinks
/// until it fits. If no scale fits, the page takes a second sheet.
pub fn job(sheet: &Sheet, dress: &Dress, output: Output) -> Job {
    let (mut value, mut files) = dressed(sheet, dress);
    let largest = match lines(sheet).len() {
        0..=12 => 1.25,
        13..=22 => 1.12,
        _ => 1.0,
    };
    for (name, part) in assets::page_parts() {
        files.add(&name, part.into_owned());
    }
    let at_scale = |scale: f64| {
        value["scale"] = json!(scale);
        without_unseen(&value.to_string()).into_bytes()
    };
    Job {
        template: dress.template.clone(),
        named: "page.typ".into(),
        files,
        data: "page.json".into(),
        attempts: SCALES.into_iter().filter(|scale| *scale <= largest).map(at_scale).collect(),
        day: day(&sheet.to),
        output,
    }
}

/// The words of a page without signs that nobody sees and that break a line or a search in print: a zero-width blank, a word joiner, a
/// byte order mark. The joiners of scripts that need them stay.
fn without_unseen(text: &str) -> String {
    text.replace(['\u{200b}', '\u{2060}', '\u{feff}', '\u{180e}'], "")
}

/// The date of the document: the last day of its period.
fn day(text: &str) -> (i32, u8, u8) {
    let day = text.parse::<Day>().unwrap_or(Day::last_of_year(2000)).date();
    (day.year().into(), day.month() as u8, day.day() as u8)
}

/// The value of the page as the template reads it: URLs are absolute, drawings are files.
fn dressed(sheet: &Sheet, dress: &Dress) -> (Value, Files) {
    let look = Look {
        palette: dress.palette.clone().checked(),
        size: None,
        mirrored: is_right_to_left(&sheet.lang),
    };
    let mut pictures = Pictures { files: Files::default(), next: 0, look };
    let mut value = serde_json::to_value(sheet).unwrap_or_default();
    for (s, section) in sheet.sections.iter().enumerate() {
        for (at, show) in section.shows.iter().enumerate() {
            dress_show(&mut value["sections"][s]["shows"][at], show, &mut pictures, dress);
        }
    }
    whole_addresses(&mut value, dress);
    let signs = [Sign::OnTheDay, Sign::DuringTheYear, Sign::AtLeast, Sign::Provisional];
    value["signs"] = Value::Object(
        signs
            .into_iter()
            .map(|one| {
                let name = serde_json::to_value(one)
                    .ok()
                    .and_then(|name| name.as_str().map(str::to_string))
                    .unwrap_or_default();
                (name, json!({ "file": pictures.file(&sign(one, "")), "words": sheet.words.of(one) }))
            })
            .collect(),
    );
    let address = address(sheet, dress);
    value["qr"] =
        pictures.add(&Qr { title: address.words.clone(), text: address.href.clone() }, &address.words);
    value["address"] = json!(address);
    value["logo"] = dress.logo.as_ref().map_or(Value::Null, |logo| {
        let ending =
            ["svg", "png", "jpg", "webp"].into_iter().find(|known| *known == logo.ending).unwrap_or("png");
        let name = format!("logo.{ending}");
        pictures.files.add(&name, logo.bytes.clone());
        json!(name)
    });
    value["colours"] = json!(pictures.look.palette);
    (value, pictures.files)
}

/// Puts the drawings of a part of the page into its value.
fn dress_show(it: &mut Value, show: &Show, pictures: &mut Pictures, dress: &Dress) {
    match show {
        Show::Number { number, .. } => {
            it["number"]["number"]["drawing"] =
                number.drawing.as_ref().map_or(Value::Null, |one| pictures.drawing(one));
        }
        Show::Drawings(all) => it["drawings"] = all.iter().map(|one| pictures.drawing(one)).collect(),
        Show::Map(map) => {
            let land = WorldMap { land: dress.land.clone(), ..map.map.clone() };
            it["map"]["map"] = pictures.add(&land, &map.map.title);
        }
        Show::Whole { title, parts, numbers } => {
            // the list beside the ring labels the parts
            let silent = parts.iter().map(|part| Part { words: String::new(), ..part.clone() }).collect();
            let ring = Drawing::Donut(Donut { title: title.clone(), parts: silent });
            it["whole"]["drawing"] = pictures.add(&ring, title);
            it["whole"]["key"] = pictures.key(parts);
            for (n, number) in numbers.iter().enumerate() {
                it["whole"]["numbers"][n]["drawing"] =
                    number.drawing.as_ref().map_or(Value::Null, |one| pictures.drawing(one));
            }
        }
        Show::Groups(groups) if groups.face == GroupsFace::Themes => {
            for n in 0..groups.groups.len() {
                it["groups"]["groups"][n]["swatch"] = json!(pictures.swatch(Fill::Theme(n as u8 + 1)));
            }
        }
        Show::Groups(_) | Show::Balance(_) | Show::Words(_) => {}
    }
}

/// The URL printed on paper: the page's own, or that of the site.
fn address(sheet: &Sheet, dress: &Dress) -> Link {
    if let Some(link) = &sheet.address {
        return Link::new(link.words.clone(), dress.whole(&link.href));
    }
    // a year has the number of the calendar year of its first day
    let (from, to) = (sheet.from.get(..4).unwrap_or_default().to_string(), sheet.year.to_string());
    let years = if from == to { to } else { format!("{from}-{to}") };
    let whole = dress.whole(&format!("/{}/{years}", sheet.lang));
    Link::new(whole.split("://").last().unwrap_or_default(), whole.clone())
}

fn is_right_to_left(lang: &str) -> bool {
    Language::of(lang).is_some_and(|language| language.right_to_left)
}

/// Makes every URL absolute, so that it works from a PDF and from a file.
fn whole_addresses(value: &mut Value, dress: &Dress) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == "href" => *text = dress.whole(text),
                    other => whole_addresses(other, dress),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| whole_addresses(one, dress)),
        _ => {}
    }
}

/// The days of readings with their position along the drawing, from 0 to 1. Of many, only the first and the last.
fn days(it: &Points) -> Value {
    let (first, last) = (it.points.first().map_or(0.0, |p| p.when), it.points.last().map_or(0.0, |p| p.when));
    let span = if last > first { last - first } else { 1.0 };
    let ends = |at: usize| at == 0 || at + 1 == it.points.len();
    let worded = it
        .points
        .iter()
        .enumerate()
        .filter(|(at, point)| !point.words.is_empty() && (it.points.len() <= 5 || ends(*at)));
    worded.map(|(_, point)| json!({ "at": (point.when - first) / span, "words": point.words })).collect()
}

/// The pictures of a page, as files named by numbers.
struct Pictures {
    files: Files,
    next: usize,
    look: Look,
}

impl Pictures {
    /// A drawing with what is printed around it: the legend of a bar, the days under points, the label under seats.
    fn drawing(&mut self, it: &Drawing) -> Value {
        match it {
            Drawing::Bar(bar) => {
                let sized = Look { size: Some((330.0, 12.0)), ..self.look.clone() };
                let mut value = self.sized(it, &bar.title, &sized);
                value["key"] = self.key(&bar.parts);
                value["stretch"] = json!(true);
                value
            }
            Drawing::Points(points) => {
                // the days are printed under the drawing as text of the page
                let silent = points
                    .points
                    .iter()
                    .map(|point| decapolis_drawing::Point { words: String::new(), ..point.clone() })
                    .collect();
                let mut value = self.add(
                    &Drawing::Points(Points { title: points.title.clone(), points: silent }),
                    &points.title,
                );
                value["days"] = days(points);
                value
            }
            Drawing::Seats(seats) => {
                let mut value = self.add(it, &seats.title);
                value["words"] = json!(seats.words);
                value
            }
            Drawing::Donut(donut) => {
                let silent =
                    donut.parts.iter().map(|part| Part { words: String::new(), ..part.clone() }).collect();
                let mut value = self
                    .add(&Drawing::Donut(Donut { title: donut.title.clone(), parts: silent }), &donut.title);
                value["key"] = self.key(&donut.parts);
                value
            }
            Drawing::Strip(one) => self.add(it, &one.title),
            Drawing::Dots(one) => self.add(it, &one.title),
            Drawing::Spines(one) => self.add(it, &one.title),
            Drawing::Rings(one) => self.add(it, &one.title),
            Drawing::Cells(one) => self.add(it, &one.title),
            Drawing::People(one) => self.add(it, &one.title),
            Drawing::Columns(one) => self.add(it, &one.title),
        }
    }

    fn add(&mut self, it: &impl Render, alt: &str) -> Value {
        let look = self.look.clone();
        self.sized(it, alt, &look)
    }

    fn sized(&mut self, it: &impl Render, alt: &str, look: &Look) -> Value {
        let svg = standalone(it, look).unwrap_or_default();
        let side = |name: &str| -> f64 {
            svg.split_once(&format!(" {name}=\""))
                .and_then(|(_, rest)| rest.split('"').next()?.parse().ok())
                .unwrap_or(1.0)
        };
        let (wide, high) = (side("width"), side("height"));
        json!({ "file": self.named(svg), "alt": alt, "width": wide, "height": high })
    }

    /// The legend of the parts: the fill and label of each.
    fn key(&mut self, parts: &[Part]) -> Value {
        let worded = parts.iter().filter(|part| !part.words.is_empty());
        let parts: Vec<(Fill, &str)> = worded.map(|part| (part.fill, part.words.as_str())).collect();
        parts
            .into_iter()
            .map(|(fill, words)| json!({ "swatch": self.swatch(fill), "words": words }))
            .collect()
    }

    fn swatch(&mut self, fill: Fill) -> String {
        self.file(&swatch(fill))
    }

    fn file(&mut self, it: &impl Render) -> String {
        self.named(standalone(it, &self.look).unwrap_or_default())
    }

    fn named(&mut self, svg: String) -> String {
        let name = format!("drawings/{}.svg", self.next);
        self.next += 1;
        self.files.add_drawing(&name, svg);
        name
    }
}
