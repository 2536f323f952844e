//! Pages of an earlier day: the form that asks for one, and the bar that says which one is shown.

use decapolis_words::Locale;
use maud::{Markup, html};

use super::desk::Desk;
use crate::records::as_of::AsOf;

/// The days of a view, each with what it is called.
pub fn days(locale: &Locale<'_>, as_of: &AsOf) -> Vec<(String, String)> {
    let of = |key: &str, day: Option<decapolis_base::Day>| Some((locale.say(key), locale.numerals.day(day?)));
    of("list-as-of", as_of.on).into_iter().chain(of("as-of-known", as_of.known_on)).collect()
}

/// Says that a page shows an earlier day, and how to leave it. `now` is the address of the page as it is.
pub fn bar(desk: &Desk<'_>, as_of: &AsOf, now: &str) -> Markup {
    let locale = &desk.reader.locale;
    let day = |day: Option<decapolis_base::Day>| day.map(|day| locale.numerals.day(day)).unwrap_or_default();
    let (on, known) = (day(as_of.on), day(as_of.known_on));
    let args = [("on", on.into()), ("known", known.into())].into();
    let key = match (as_of.on, as_of.known_on) {
        (Some(_), Some(_)) => "as-of-both",
        (Some(_), None) => "as-of-on",
        _ => "as-of-as-known",
    };
    html! {
        div class="answer past" role="status" {
            p { b { (locale.with(key, &args)) } " " (desk.say("as-of-only-read")) }
            a class="other" href=(now) { (desk.say("as-of-leave")) }
        }
    }
}

/// Asks which day to show, in the address of this page.
pub fn ask_for_a_day(desk: &Desk<'_>, as_of: &AsOf, now: &str) -> Markup {
    let typed = |day: Option<decapolis_base::Day>| day.map(|day| day.to_string());
    html! {
        form class="filter as-of" method="get" action=(now) aria-label=(desk.say("as-of-another-day")) {
            label for="on" { (desk.say("list-as-of")) }
            input id="on" name="on" type="date" value=[typed(as_of.on)];
            label for="known" { (desk.say("as-of-known")) }
            input id="known" name="known" type="date" value=[typed(as_of.known_on)];
            button type="submit" { (desk.say("as-of-show")) }
        }
    }
}
