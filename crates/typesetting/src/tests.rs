//! Tests of the typesetter and its output formats.

use std::borrow::Cow;

use super::*;

const DAY: Day = (2020, 12, 31);

/// The fonts of the program, from `make assets`.
fn engine() -> &'static Engine {
    static ENGINE: std::sync::LazyLock<Engine> = std::sync::LazyLock::new(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/dist/fonts");
        let font = |name: &str| {
            Cow::Owned(
                std::fs::read(format!("{folder}/{name}.ttf")).expect("run `make assets` before the tests"),
            )
        };
        Engine::new(["source-sans-3-400", "source-sans-3-700", "ibm-plex-sans-arabic-400"].map(font))
            .expect("three fonts")
    });
    &ENGINE
}

fn template(body: &str) -> String {
    format!(
        "#set document(title: \"A page\")\n#set page(width: 100mm, height: 60mm)\n#set text(font: (\"Source Sans 3\", \"IBM Plex Sans Arabic\"))\n{body}"
    )
}

fn set(body: &str, files: &Files) -> Result<Document, Problems> {
    engine().set(&template(body), "page.typ", files, DAY)
}

fn said(result: Result<Document, Problems>) -> String {
    result.err().expect("a problem").to_string()
}

#[test]
fn text_stays_text_in_a_font_that_the_file_carries() {
    let svg = set("Gobiernos #text(weight: 700)[141]", &Files::default()).unwrap().svg();
    assert!(svg.contains(">Gobiernos ") || svg.contains(">Gobiernos<"), "{svg}");
    assert!(svg.contains(">141</text>"), "{svg}");
    assert_eq!(svg.matches("@font-face").count(), 2);
    assert!(svg.contains("<title>A page</title>"));
    for none in ["<script", "http-equiv", "src:url(http", "@import"] {
        assert!(!svg.contains(none), "{none}");
    }
}

#[test]
fn arabic_begins_on_the_right_and_is_not_stretched() {
    let svg = set("#set text(lang: \"ar\")\nالمدن", &Files::default()).unwrap().svg();
    let text = svg.split("<text").nth(1).unwrap().split("</text>").next().unwrap();
    assert!(text.contains("direction=\"rtl\"") && !text.contains("textLength"), "{text}");
    assert!(text.ends_with(">المدن"), "{text}");
    let x: f64 = text.split(" x=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    assert!(x > 140.0, "the right edge of a page of 283 points: {x}");
}

#[test]
fn a_number_that_is_a_link_is_one_in_every_form() {
    let document =
        set("#link(\"https://network.example/n/M4TK?a=1&b=2\")[141] members", &Files::default()).unwrap();
    let svg = document.svg();
    assert!(svg.contains("<a href=\"https://network.example/n/M4TK?a=1&amp;b=2\"><text"), "{svg}");
    let pdf = document.pdf().unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains("/URI"), "an annotation leads to the address");
}

#[test]
fn a_letter_no_font_has_is_named_with_its_text() {
    let problem = said(set("#(\"party 🦄 time\")", &Files::default()));
    assert!(
        problem.contains("🦄") && problem.contains("U+1F984") && problem.contains("page.typ"),
        "{problem}"
    );
}

#[test]
fn a_name_that_turns_the_writing_can_be_set() {
    let isolated = "\u{2068}\u{202e}arccA\u{202c}\u{2069}";
    for text in [isolated.to_string(), format!("{isolated} 141")] {
        let document = set(&format!("#({text:?})"), &Files::default()).unwrap();
        assert!(document.pdf().is_ok() && document.png(72.0).is_ok(), "{}", text.escape_unicode());
    }
}

#[test]
fn a_mistake_in_a_template_is_told_with_its_line() {
    let problem = said(set("\n#nothing", &Files::default()));
    assert!(problem.starts_with("page.typ, line 5: unknown variable: nothing"), "{problem}");
}

#[test]
fn a_template_reads_what_it_was_handed_and_nothing_else() {
    for path in ["/etc/passwd", "../Cargo.toml", "page.json", "@preview/example:0.1.0"] {
        let what =
            if path.starts_with('@') { format!("#import \"{path}\"") } else { format!("#read(\"{path}\")") };
        assert!(set(&what, &Files::default()).is_err(), "{path}");
    }
    let mut files = Files::default();
    files.add("page.json", b"{\"n\": 141}".to_vec());
    assert!(set("#json(\"page.json\").n", &files).unwrap().svg().contains(">141</text>"));
}

#[test]
fn a_picture_without_words_for_those_who_do_not_see_it_is_refused() {
    let mut files = Files::default();
    files.add_drawing(
        "a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>".into(),
    );
    let silent = set("#image(\"a.svg\")", &files).unwrap().pdf().unwrap_err().to_string();
    assert!(silent.contains("alt"), "{silent}");
    let worded = set("#image(\"a.svg\", alt: \"a <triangle>\")", &files).unwrap();
    assert!(worded.pdf().is_ok());
    assert!(worded.svg().contains("aria-label=\"a &lt;triangle&gt;\""));
}

#[test]
fn a_picture_from_somebody_else_stays_an_image_in_which_nothing_runs() {
    let mut files = Files::default();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><script>alert(1)</script><path d=\"M0 0h8v8z\"/></svg>";
    files.add("logo.svg", svg.as_bytes().to_vec());
    let out = set("#image(\"logo.svg\", alt: \"logo\")", &files).unwrap().svg();
    assert!(!out.contains("<script") && out.contains("href=\"data:image/svg+xml;base64,"), "{out}");
}

#[test]
fn the_same_value_gives_the_same_bytes() {
    let (one, two) = (set("141", &Files::default()).unwrap(), set("141", &Files::default()).unwrap());
    assert_eq!(one.pdf().unwrap(), two.pdf().unwrap());
    assert_eq!(one.svg(), two.svg());
    assert_eq!(one.png(72.0).unwrap(), two.png(72.0).unwrap());
}

#[test]
fn a_document_without_a_title_is_refused() {
    let document =
        engine().set("#set page(width: 50mm, height: 50mm)\nwords", "own.typ", &Files::default(), DAY);
    let problem = document.and_then(|it| it.pdf()).unwrap_err().to_string();
    assert!(problem.starts_with("own.typ: ") && problem.contains("title"), "{problem}");
}

/// A job for this page, with its text at each of these sizes in millimetres.
fn job(output: Output, heights: &[u32]) -> Job {
    Job {
        template: template(
            "#let high = json(\"page.json\") * 1mm\n#block(height: high)[141]\n#block(height: 30mm)[members]",
        ),
        named: "page.typ".into(),
        files: Files::default(),
        data: "page.json".into(),
        attempts: heights.iter().map(|height| height.to_string().into_bytes()).collect(),
        day: DAY,
        output,
    }
}

#[test]
fn the_first_attempt_that_fits_one_sheet_is_used_or_else_the_last() {
    let svg =
        |heights: &[u32]| String::from_utf8(engine().write(&job(Output::Svg, heights)).unwrap()).unwrap();
    assert_eq!(engine().set_to_fit(&job(Output::Svg, &[30])).unwrap().pages(), 2);
    assert_eq!(svg(&[30, 8, 4]), svg(&[8]));
    assert_ne!(svg(&[8]), svg(&[4]));
    assert_eq!(svg(&[40, 30]), svg(&[30]));
    let none = engine().write(&job(Output::Svg, &[])).unwrap_err().to_string();
    assert_eq!(none, "page.typ: there is no data to set the page with");
}

#[test]
fn a_page_set_by_another_process_has_the_same_bytes() {
    let mut broken = job(Output::Pdf, &[8]);
    broken.template = "#nothing".into();
    let mut jobs = vec![broken];
    jobs.extend(
        [Output::Pdf, Output::Svg, Output::Png { pixels_per_inch: 72.0 }].map(|output| job(output, &[30, 8])),
    );
    let (mut input, mut output) = (vec![], vec![]);
    for job in &jobs {
        wire::write_frame(&mut input, &wire::of_job(job)).unwrap();
    }
    assert_eq!(serve(Ok(engine()), &input[..], &mut output), 0);
    let mut answers = &output[..];
    for job in &jobs {
        let content = wire::read_frame(&mut answers).unwrap().expect("an answer to each job");
        assert!(wire::to_answer(content).unwrap() == engine().write(job), "{:?}", job.output);
    }
    assert!(answers.is_empty());
    let no_fonts = Problems::one("no fonts".into());
    let mut output = vec![];
    assert_eq!(serve(Err(&no_fonts), &input[..], &mut output), 0);
    assert_eq!(wire::to_answer(wire::read_frame(&mut &output[..]).unwrap().unwrap()), Some(Err(no_fonts)));
    for end in [2, 40] {
        assert_eq!(serve(Ok(engine()), &input[..end], &mut vec![]), 1, "a job that was cut");
    }
}

/// A circle of whole pixels at a place between pixels: its four ends are drawn alike, so that no head lacks its top.
#[test]
fn a_drawing_between_pixels_keeps_its_edges() {
    let mut files = Files::default();
    let circles: String = (0..30)
        .map(|at| format!("<circle cx=\"{}\" cy=\"5\" r=\"4\" fill=\"#000\"/>", 5 + 12 * at))
        .collect();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\" height=\"10\" viewBox=\"0 0 360 10\">{circles}</svg>"
    );
    files.add_drawing("heads.svg", svg);
    let body = "#set page(width: 300pt, height: 40pt, margin: 0pt)\n#place(dx: 3.3pt, dy: 7.7pt, image(\"heads.svg\", width: 271.3pt, alt: \"heads\"))";
    let png = set(body, &files).unwrap().png(150.0).unwrap();
    let picture = tiny_skia::Pixmap::decode_png(&png).unwrap();
    let dark = |x: u32, y: u32| picture.pixel(x, y).map_or(0.0, |p| 255.0 - f64::from(p.red()));
    let unit = 271.3 / 360.0 * 150.0 / 72.0;
    let (left, top) = (3.3 * 150.0 / 72.0, 7.7 * 150.0 / 72.0);
    for at in 0..30 {
        // the ink above the middle of the head, and below it
        let x = (left + unit * (5.0 + 12.0 * f64::from(at))) as u32;
        let middle = top + unit * 5.0;
        let ink = |ys: std::ops::Range<u32>| ys.map(|y| dark(x, y)).sum::<f64>() / 255.0;
        let (above, below) = (ink(0..middle as u32), ink(middle as u32..picture.height()));
        let asked = unit * 4.0;
        let split = middle.fract();
        assert!(
            (above + split - asked).abs() < 0.75,
            "head {at}: {above} pixels above {middle}, not {asked}"
        );
        assert!(
            (below - split - asked).abs() < 0.75,
            "head {at}: {below} pixels below {middle}, not {asked}"
        );
    }
}
