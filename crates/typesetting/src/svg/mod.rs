//! Writes pages as SVG with live text.
//!
//! Typst's own SVG draws letters as outlines, which cannot be selected, searched or read aloud. Here a run of text
//! becomes a `<text>` in an embedded font, stretched to the width Typst measured, so that every program places it as on paper.

mod fonts;
mod right_to_left;
mod shapes;

use std::collections::HashSet;

use typst::foundations::Bytes;
use typst::layout::{Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::model::Destination;
use typst::text::TextItem;
use typst::visualize::{Image, ImageKind};
use typst_layout::Page;

use base64::Engine as _;
use fonts::Fonts;
use shapes::{curve, n, paint, shape};

/// The pages below each other as one file.
pub fn write(pages: &[Page], title: &str, drawings: &HashSet<Bytes>) -> String {
    let (wide, high) = pages.iter().fold((0.0, 0.0), |(wide, high): (f64, f64), page| {
        let size = page.frame.size();
        (wide.max(size.x.to_pt()), high + size.y.to_pt())
    });
    let mut walk = Walk { out: String::new(), fonts: Fonts::default(), drawings, clips: 0 };
    let mut top = 0.0;
    for page in pages {
        let size = page.frame.size();
        if let Some(fill) = page.fill_or_white() {
            let (x, y) = (n(size.x.to_pt()), n(size.y.to_pt()));
            walk.out.push_str(&format!(
                "<rect y=\"{}\" width=\"{x}\" height=\"{y}\"{}/>",
                n(top),
                paint("fill", &fill)
            ));
        }
        walk.frame(&page.frame, Point::with_y(typst::layout::Abs::pt(top)), None);
        top += size.y.to_pt();
    }
    let lang = walk
        .fonts
        .lang
        .clone()
        .map(|lang| format!(" xml:lang=\"{0}\" lang=\"{0}\"", escaped(&lang)))
        .unwrap_or_default();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}pt\" height=\"{h}pt\" viewBox=\"0 0 {w} {h}\" role=\"document\" aria-label=\"{t}\"{lang} xml:space=\"preserve\"><title>{t}</title><style>{style}</style>{body}</svg>\n",
        w = n(wide),
        h = n(high),
        t = escaped(title),
        style = walk.fonts.style(),
        body = walk.out
    )
}

/// A text escaped for XML, without the characters that XML does not allow.
pub fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => all.push_str("&amp;"),
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            '"' => all.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => all.push(c),
        }
    }
    all
}

/// A link that covers an area of the page.
struct Over {
    address: String,
    from: Point,
    size: Size,
}

impl Over {
    fn holds(&self, point: Point) -> bool {
        let end = self.from + self.size.to_point();
        point.x >= self.from.x && point.x <= end.x && point.y >= self.from.y && point.y <= end.y
    }
}

struct Walk<'a> {
    out: String,
    fonts: Fonts,
    drawings: &'a HashSet<Bytes>,
    clips: usize,
}

impl Walk<'_> {
    /// Writes a frame at a position. Links are collected first, because a link applies to what it covers; the innermost one counts.
    fn frame(&mut self, frame: &Frame, at: Point, outer: Option<&Over>) {
        let links: Vec<Over> = frame
            .items()
            .filter_map(|(pos, item)| match item {
                FrameItem::Link(Destination::Url(url), size) => {
                    Some(Over { address: url.as_str().into(), from: at + *pos, size: *size })
                }
                _ => None,
            })
            .collect();
        let mut written = 0;
        for (n, (pos, item)) in frame.items().enumerate() {
            if n < written {
                continue;
            }
            let origin = at;
            let at = at + *pos;
            let over = |middle: Point| links.iter().find(|link| link.holds(middle)).or(outer);
            match item {
                FrameItem::Group(group) => {
                    let middle = at + (group.frame.size() / 2.0).to_point();
                    self.group(group, at, over(middle));
                }
                FrameItem::Text(text) => {
                    if let Some(line) = right_to_left::line(frame, n) {
                        written = n + line.runs.len();
                        let drawn = self.line(&line, origin);
                        let middle = origin
                            + line.start
                            + Point::new(line.runs[line.runs.len() - 1].width() / -2.0, text.size * -0.3);
                        self.linked(over(middle), &drawn);
                        continue;
                    }
                    let middle = at + Point::new(text.width() / 2.0, text.size * -0.3);
                    let drawn = self.text(text, at);
                    self.linked(over(middle), &drawn);
                }
                FrameItem::Shape(it, _) => self.out.push_str(&shape(it, at)),
                FrameItem::Image(image, size, _) => {
                    let drawn = self.image(image, *size, at);
                    self.linked(over(at + (*size / 2.0).to_point()), &drawn);
                }
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn linked(&mut self, over: Option<&Over>, drawn: &str) {
        match over {
            Some(link) => self.out.push_str(&format!("<a href=\"{}\">{drawn}</a>", escaped(&link.address))),
            None => self.out.push_str(drawn),
        }
    }

    fn group(&mut self, group: &GroupItem, at: Point, over: Option<&Over>) {
        if group.clip.is_none() && only_moves(group.transform) {
            let moved = at + Point::new(group.transform.tx, group.transform.ty);
            return self.frame(&group.frame, moved, over);
        }
        let t = Transform::translate(at.x, at.y).pre_concat(group.transform);
        let numbers =
            [t.sx.get(), t.ky.get(), t.kx.get(), t.sy.get(), t.tx.to_pt(), t.ty.to_pt()].map(n).join(" ");
        let mut clip = String::new();
        if let Some(outline) = &group.clip {
            self.clips += 1;
            clip = format!(" clip-path=\"url(#c{})\"", self.clips);
            self.out.push_str(&format!(
                "<clipPath id=\"c{}\"><path transform=\"matrix({numbers})\" d=\"{}\"/></clipPath>",
                self.clips,
                curve(outline, Point::zero())
            ));
        }
        // The clip path is in page coordinates, so its group encloses the moved group.
        self.out.push_str(&format!("<g{clip}><g transform=\"matrix({numbers})\">"));
        // Positions inside the group are different, so a link that covers the group is made large enough to cover everything in it.
        let all = Size::splat(typst::layout::Abs::pt(1e6));
        let inner = over.map(|link| Over {
            address: link.address.clone(),
            from: Point::splat(-all.x / 2.0),
            size: all,
        });
        self.frame(&group.frame, Point::zero(), inner.as_ref());
        self.out.push_str("</g></g>");
    }

    /// A run of text, stretched to the width Typst measured.
    fn text(&mut self, text: &TextItem, at: Point) -> String {
        let class = self.fonts.class(text);
        let stretched = if text.glyphs.len() > 1 {
            format!(" textLength=\"{}\"", n(text.width().to_pt()))
        } else {
            String::new()
        };
        self.written(text, &class, at, &stretched, &text.text)
    }

    /// A line written from right to left. It starts at its right end and is not stretched, because its letters are joined.
    fn line(&mut self, line: &right_to_left::RightToLeftLine, origin: Point) -> String {
        for run in &line.runs {
            self.fonts.class(run);
        }
        let class = self.fonts.class(line.first);
        self.written(line.first, &class, origin + line.start, " direction=\"rtl\"", &line.text)
    }

    fn written(&self, like: &TextItem, class: &str, at: Point, more: &str, words: &str) -> String {
        let fill = paint("fill", &like.fill);
        let stroke = like.stroke.as_ref().map(shapes::stroke).unwrap_or_default();
        let lang = if self.fonts.lang.as_deref() == Some(like.lang.as_str()) {
            String::new()
        } else {
            format!(" xml:lang=\"{}\"", like.lang.as_str())
        };
        format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{more}{fill}{stroke}{lang}>{}</text>",
            n(at.x.to_pt()),
            n(at.y.to_pt()),
            n(like.size.to_pt()),
            escaped(words)
        )
    }

    /// A drawing of our own is written inline; any other picture becomes an image, in which no program runs scripts.
    fn image(&self, image: &Image, size: Size, at: Point) -> String {
        let (x, y) = (n(at.x.to_pt()), n(at.y.to_pt()));
        let (wide, high) = (n(size.x.to_pt()), n(size.y.to_pt()));
        let alt = image.alt().unwrap_or_default();
        let (kind, data) = match image.kind() {
            ImageKind::Svg(svg) if self.drawings.contains(svg.data()) => {
                let text = String::from_utf8_lossy(svg.data());
                if let Some((root, inside)) = text.split_once('>') {
                    let frame = root
                        .split("viewBox=\"")
                        .nth(1)
                        .and_then(|rest| rest.split('"').next())
                        .unwrap_or("0 0 1 1");
                    let heard = if alt.is_empty() {
                        " aria-hidden=\"true\"".into()
                    } else {
                        format!(" role=\"img\" aria-label=\"{}\"", escaped(alt))
                    };
                    return format!(
                        "<svg x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" viewBox=\"{frame}\" overflow=\"visible\" preserveAspectRatio=\"none\"{heard}>{inside}"
                    );
                }
                return String::new();
            }
            ImageKind::Svg(svg) => ("image/svg+xml", svg.data().clone()),
            ImageKind::Raster(raster) => (raster_kind(raster.data()), raster.data().clone()),
            // SVG has no way to show a PDF
            ImageKind::Pdf(_) => return String::new(),
        };
        let data = base64::engine::general_purpose::STANDARD.encode(&data);
        format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\" href=\"data:{kind};base64,{data}\"/>",
            escaped(alt)
        )
    }
}

fn raster_kind(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xd8, ..] => "image/jpeg",
        [b'G', b'I', b'F', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', ..] => "image/webp",
        _ => "image/png",
    }
}

fn only_moves(t: Transform) -> bool {
    t.sx.is_one() && t.sy.is_one() && t.kx.is_zero() && t.ky.is_zero()
}
