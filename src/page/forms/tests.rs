//! Tests of the output formats with sample pages in Latin, Arabic and Chinese script.

use decapolis_drawing::{Bar, Drawing, Fill, MapPlace, Part, Sign, Strip, WorldMap};
use decapolis_typesetting::{Document, Output, Problems};
use decapolis_words::errors::Error;
use proptest::prelude::*;

use super::{Dress, Form, document, engine, write};
use crate::page::lines::lines;
use crate::page::number::{Counted, Face, Number, NumberWords};
use crate::page::sheet::{Balance, Band, Group, Groups, Legend, Link, Map, Section, Sheet, Show, Step};
use crate::samples::{In, LANGUAGES, empty_sheet, sheet};

fn dress() -> Dress {
    Dress::usual("https://network.example")
}

fn svg(sheet: &Sheet) -> String {
    String::from_utf8(write(sheet, Form::Svg, &dress()).unwrap()).unwrap()
}

fn set(sheet: &Sheet) -> Result<Document, Problems> {
    engine().unwrap().set_to_fit(&document::job(sheet, &dress(), Output::Pdf))
}

/// The texts of a drawing, in order.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|e| panic!("no XML: {e}"));
    document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .map(str::to_owned)
        .collect()
}

/// A short page in Chinese.
pub fn short_sheet() -> Sheet {
    let number = |code: &str, shown: &str, noun: &str, signs: &[Sign]| Number {
        key: code.to_lowercase(),
        code: code.into(),
        href: format!("/zh/figures/{}", code.to_lowercase()),
        counted: Counted { counted: 141, value: Some(141.0), ..Counted::default() },
        shown: Some(shown.into()),
        noun: noun.into(),
        signs: signs.to_vec(),
        ..Number::default()
    };
    let group = |is: &str, words: &str, n: i64| Group {
        is: is.into(),
        words: words.into(),
        shown: n.to_string(),
        counted: n,
        href: "/zh/members".into(),
        ..Group::default()
    };
    let mut active = number("A9JD", "76%", "的会员积极参与", &[Sign::DuringTheYear]);
    active.caption = Some("141 个中的 107 个".into());
    active.drawing = Some(Drawing::Strip(Strip {
        title: "141 个中的 107 个".into(),
        filled: 107,
        unknown: 3,
        all: 141,
        in_a_row: 47,
    }));
    let mut events = number("G6RC", "76", "全球活动", &[Sign::DuringTheYear, Sign::AtLeast]);
    events.prefix = Some("超过".into());
    events.verb = Some("积极参与".into());
    events.corrected = Some(Link::new("原为 74", "/zh/figures/g6rc"));
    let part = |amount, fill, words: &str| Part { amount, fill, words: words.into() };
    events.drawing = Some(Drawing::Bar(Bar {
        title: "按角色划分的活动".into(),
        parts: vec![part(40.0, Fill::Accent, "40 主办"), part(36.0, Fill::Unknown, "36 未说明")],
    }));
    let step = |shown: &str, words: &str| Step {
        shown: shown.into(),
        words: words.into(),
        code: "N7WA".into(),
        href: "/zh/figures/n7wa".into(),
        signs: vec![Sign::OnTheDay],
        ..Step::default()
    };
    Sheet {
        lang: "zh".into(),
        network: "盐沼城市网络".into(),
        year: 2020,
        from: "2020-01-01".into(),
        to: "2020-12-31".into(),
        edition: Some(2),
        headline: "2020 年的网络".into(),
        state: vec!["截至 2020 年 12 月 31 日".into(), "第 2 版".into(), "暂定".into()],
        ribbon: Some("示例数据".into()),
        address: Some(Link::new("network.example/zh/2020", "/zh/2020")),
        words: NumberWords {
            none: "—".into(),
            signs: ["在当日", "在当年", "至少", "暂定"].map(String::from),
            ..NumberWords::default()
        },
        sections: vec![
            Section {
                key: "who".into(),
                heading: "我们是谁".into(),
                band: Band::First,
                shows: vec![
                    Show::number(
                        Face::Huge,
                        number("M4TK", "141", "个大城市和都市区政府在网络中携手合作", &[Sign::OnTheDay]),
                    ),
                    Show::Balance(Balance {
                        heading: "2020 年的会员".into(),
                        steps: vec![
                            step("138", "2019 年 12 月 31 日"),
                            step("+ 6", "新会员"),
                            step("− 3", "退出"),
                            step("= 141", "会员"),
                        ],
                    }),
                    Show::Map(Map {
                        key: "members".into(),
                        map: WorldMap {
                            title: "会员分布图".into(),
                            places: vec![
                                MapPlace { lat: 31.2, lon: 121.5, members: 1 },
                                MapPlace { lat: 41.4, lon: 2.2, members: 2 },
                            ],
                            ..WorldMap::default()
                        },
                        words: Some("圆环：两个会员共有的区域".into()),
                        ..Map::default()
                    }),
                    Show::Groups(Groups {
                        key: "members".into(),
                        by: "region".into(),
                        heading: "按区域".into(),
                        groups: vec![
                            group("asia-pacific", "亚太", 52),
                            group("africa", "非洲", 27),
                            group("europe", "欧洲", 23),
                        ],
                        ..Groups::default()
                    }),
                    Show::number(Face::Big, active),
                    Show::number(
                        Face::Big,
                        number("W3LE", "15.6%", "的会员政府由女性领导", &[Sign::OnTheDay]),
                    ),
                ],
            },
            Section {
                key: "voice".into(),
                heading: "全球议程中的声音".into(),
                band: Band::Left,
                shows: vec![Show::number(Face::Row, events)],
            },
            Section {
                key: "capacity".into(),
                heading: "能力建设".into(),
                band: Band::Right,
                shows: vec![Show::number(
                    Face::Row,
                    number("U9DR", "22", "新出版物", &[Sign::DuringTheYear]),
                )],
            },
        ],
        legend: Legend {
            signs: vec![Sign::OnTheDay, Sign::DuringTheYear],
            lines: vec!["每个数字都可打开其所计的清单".into()],
            ..Legend::default()
        },
        ..Sheet::default()
    }
}

#[test]
fn a_page_is_one_sheet_of_paper_in_every_language_and_without_a_number_too() {
    for at in 0..LANGUAGES.len() {
        for page in [sheet(In(at)), empty_sheet(In(at))] {
            let set = set(&page).unwrap_or_else(|e| panic!("{}: {e}", LANGUAGES[at]));
            assert_eq!(set.pages(), 1, "{}", LANGUAGES[at]);
            assert!(set.pdf().unwrap().starts_with(b"%PDF-"), "PDF/UA-1 holds in {}", LANGUAGES[at]);
        }
    }
    let short = set(&short_sheet()).unwrap();
    assert_eq!(short.pages(), 1);
    assert!(short.pdf().is_ok());
}

#[test]
fn arabic_and_chinese_are_drawn_with_letters_that_can_be_read_out() {
    let said = texts(&svg(&sheet(In(3)))).join(" ");
    assert!(said.contains("حكومة لمدن كبرى"), "{said}");
    let chinese = short_sheet();
    let said = texts(&svg(&chinese)).concat();
    for words in ["个大城市和都市区政府", "全球议程中的声音", "原为 74", "第 2 版"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for line in lines(&chinese) {
        assert!(said.contains(&line.shown), "{}: {said}", line.shown);
    }
}

#[test]
fn a_letter_no_font_has_is_refused_by_name_and_not_drawn_as_a_box() {
    let page = Sheet { headline: "Party 🦄".into(), ..short_sheet() };
    for form in [Form::Pdf, Form::Svg, Form::Png] {
        let Err(Error::Broken(text)) = write(&page, form, &dress()) else { panic!("{form:?} was written") };
        assert!(text.contains("🦄") && text.contains("U+1F984") && text.contains("Party"), "{text}");
    }
    assert!(write(&page, Form::Json, &dress()).is_ok(), "data has every letter");
}

#[test]
fn the_same_page_is_the_same_file() {
    for form in Form::ALL {
        assert_eq!(
            write(&short_sheet(), form, &dress()).unwrap(),
            write(&short_sheet(), form, &dress()).unwrap(),
            "{form:?}"
        );
    }
}

#[test]
fn a_table_of_a_page_is_safe_from_formulas() {
    let page = Sheet { network: "=HYPERLINK(\"x\")".into(), ..short_sheet() };
    let table = String::from_utf8(write(&page, Form::Csv, &dress()).unwrap()).unwrap();
    assert!(table.starts_with("\u{feff}network,year,"));
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{table}");
}

#[test]
fn a_networks_own_template_stands_in_place_of_ours() {
    let own =
        Dress { template: "#set document(title: \"own\")\n#json(\"page.json\").headline".into(), ..dress() };
    let drawn = String::from_utf8(write(&short_sheet(), Form::Svg, &own).unwrap()).unwrap();
    assert_eq!(texts(&drawn).concat(), short_sheet().headline);
    let broken = Dress { template: "#let".into(), ..dress() };
    let Err(Error::Broken(text)) = write(&short_sheet(), Form::Pdf, &broken) else {
        panic!("a broken template was set")
    };
    assert!(text.contains("page.typ, line 1"), "{text}");
}

#[test]
fn a_name_on_paper_has_no_sign_that_nobody_sees() {
    let mut page = short_sheet();
    page.headline = "Ac\u{200b}cra\u{2060} and \u{feff}Berne\u{200f}".into();
    let drawn = String::from_utf8(write(&page, Form::Svg, &dress()).unwrap()).unwrap();
    let said = texts(&drawn).concat();
    assert!(said.contains("Accra") && said.contains("Berne"), "{said}");
    assert!(!said.contains(['\u{200b}', '\u{2060}', '\u{feff}']), "{}", said.escape_unicode());
    assert!(write(&page, Form::Pdf, &dress()).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// A text is inserted as a string: markup in it is shown as it is, and no text makes the typesetter fail.
    #[test]
    fn a_label_is_words_whatever_it_holds(label in "[#$\\[\\]{}<>&\"'*_`@~=/\\\\a-zA-Z0-9 \u{e0}-\u{f6}\u{627}-\u{63a}\u{4e00}-\u{4e20}\u{200b}\u{202e}\u{1f600}]{0,160}") {
        let mut page = short_sheet();
        page.headline = format!("x{label}");
        page.sections[1].heading = label.clone();
        if let Show::Number { number, .. } = &mut page.sections[1].shows[0] {
            number.noun = label.clone();
            number.verb = Some(label.clone());
        }
        match write(&page, Form::Svg, &dress()) {
            Ok(drawn) => {
                let drawn = String::from_utf8(drawn).unwrap();
                let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{202e}')).collect::<String>();
                let said = plain(&texts(&drawn).concat());
                // a line may be wrapped, and a bidirectional line is drawn in runs, so only the letters are compared
                for letter in plain(&label).chars() {
                    prop_assert!(said.contains(letter), "{} is not among {}", letter, said);
                }
                prop_assert!(!drawn.contains("<script"));
                prop_assert!(write(&page, Form::Pdf, &dress()).is_ok());
            }
            Err(Error::Broken(text)) => prop_assert!(text.contains("no font has"), "{}", text),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
