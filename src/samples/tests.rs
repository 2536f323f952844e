//! Renders every page in every state and language, and checks the HTML rules of the site.

use crate::samples::{self, In, all};
use crate::page::site::html as sheet;
use crate::web::list;

#[test]
fn no_page_carries_inline_style_or_script() {
    for (name, html) in all("M0 0z") {
        for forbidden in [" style=", "<style", "<script", " onclick=", "javascript:"] {
            assert!(!html.contains(forbidden), "{name} has {forbidden}");
        }
    }
}

#[test]
fn every_page_has_its_language_one_main_and_one_first_heading() {
    for (name, html) in all("M0 0z") {
        let lang = name.rsplit('.').next().unwrap();
        assert!(html.contains(&format!("<html lang=\"{lang}\" dir=\"{}\"", if lang == "ar" { "rtl" } else { "ltr" })), "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
    }
}

#[test]
fn no_two_elements_of_a_page_share_an_id() {
    for (name, html) in all("M0 0z") {
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}");
    }
}

#[test]
fn what_is_typed_into_a_form_comes_back_escaped() {
    let mut page = samples::list(In(1));
    if let Some(crate::web::components::Field::Entry(entry)) = page.form.as_mut().and_then(|form| form.fields.first_mut()) {
        entry.value = "\"><b>".into();
    }
    let html = list::page(&samples::shell(In(1), "list"), &page).into_string();
    assert!(html.contains("&quot;&gt;&lt;b&gt;"));
}

#[test]
fn an_empty_year_shows_dashes_and_no_drawing_of_nought() {
    let html = sheet::page(&samples::shell(In(0), "2020"), &samples::empty_sheet(In(0)), "").into_string();
    assert!(html.contains(">—<"));
    // the QR code is a picture, not a drawing of a number
    assert!(html.split("class=\"drawing").skip(1).all(|rest| rest.starts_with(" qr\"")));
}

/// Writes the pages into the folder `SAMPLES_INTO`, where `npm run check` in `web/` checks them.
#[test]
fn the_samples_are_written_for_looking_at_when_a_folder_is_named() {
    let Ok(folder) = std::env::var("SAMPLES_INTO") else {
        return;
    };
    let land =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/web/dist/land.txt")).expect("web/dist/land.txt is built first");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for (name, html) in all(&land) {
        std::fs::write(format!("{folder}/{name}.html"), html).expect("the page can be written");
    }
}
