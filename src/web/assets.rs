//! Serves the styles, fonts and scripts of the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use decapolis_drawing::{MAP_HEIGHT, MAP_WIDTH};

use super::address::LAND;
use super::routes::Route;
use crate::assets::Web;

pub fn routes() -> Vec<Route> {
    vec![
        Route::get(LAND, || async { land() }).of_the_program(),
        Route::get("/assets/{*path}", asset).of_the_program(),
    ]
}

/// What a page with a script of the program may do: run it, and call this site.
pub const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The address of a script of the program, with its version.
pub fn script(name: &str) -> String {
    let bytes = Web::get(name).map(|file| file.data).unwrap_or_default();
    let version = bytes.iter().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193));
    format!("/assets/{name}?{version:08x}")
}

/// Like any drawing it may only style itself.
const POLICY_OF_LAND: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The land as a picture, in the colours of the style sheet.
fn land() -> Response {
    let file = |name: &str| Web::get(name).map(|f| String::from_utf8_lossy(&f.data).into_owned());
    let (Some(outline), Some(style)) = (file("land.txt"), file("site.css")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let picture = land_picture(&outline, &style);
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, POLICY_OF_LAND),
    ];
    (headers, picture).into_response()
}

/// `style` is the style sheet: its first `--land` is the colour by day, the second the one for dark screens.
fn land_picture(outline: &str, style: &str) -> String {
    let colours = style.split("--land:").skip(1).filter_map(|rest| rest.split([';', '}']).next());
    let [day, dark] = [0, 1].map(|n| colours.clone().nth(n).unwrap_or("#ccc").trim());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {MAP_WIDTH} {MAP_HEIGHT}\"><style>path{{fill:{day}}}@media(prefers-color-scheme:dark){{path{{fill:{dark}}}}}</style><path d=\"{outline}\"/></svg>"
    )
}

async fn asset(Path(path): Path<String>) -> Response {
    let kind = match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    match Web::get(&path) {
        Some(file) => (
            [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")],
            file.data.into_owned(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_land_has_the_colours_of_the_style_sheet() {
        let style =
            ":root{--ink:#111;--land:#dde4eb}@media (prefers-color-scheme:dark){:root{--land: #26343f;}}";
        let picture = land_picture("M0 0z", style);
        assert!(
            picture.contains("path{fill:#dde4eb}@media(prefers-color-scheme:dark){path{fill:#26343f}}"),
            "{picture}"
        );
        assert!(picture.contains("viewBox=\"0 0 912 424\"") && picture.contains("d=\"M0 0z\""), "{picture}");
        let own =
            String::from_utf8(Web::get("site.css").expect("the style sheet").data.into_owned()).unwrap();
        assert_eq!(own.matches("--land:").count(), 2, "one colour by day and one for dark screens");
    }
}
