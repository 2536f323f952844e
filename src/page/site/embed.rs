//! Parts of a page for other sites: `/{lang}/{years}/number/{key}`, `/card/{key}`, `/map/{key}`. Any site may show them
//! in a frame. `/card/{key}.png` and `.svg` are the number as a picture.

use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use decapolis_words::errors::{Error, Result};

use crate::assets::card_template;
use crate::page::forms::{Dress, Form, Wanted};
use crate::page::sheet::{Sheet, Show};
use crate::page::site::embed_html::{Embed, Piece, page};
use crate::page::site::forms;
use crate::page::years::Years;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};

/// The policy of every page, except that frames on any site are allowed.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors *";

/// Responds with one part of the page of these years.
///
/// `sheet` is the page of these years, `form` is `number`, `card` or `map`, `key` that of a figure; a card has an ending as a picture.
pub async fn show(
    site: &Site,
    reader: &Reader<'_>,
    years: Years,
    sheet: Sheet,
    form: &str,
    key: &str,
) -> Result<Response> {
    let (key, picture) = match key.rsplit_once('.') {
        Some((key, "png")) if form == "card" => (key, Some(Form::Png)),
        Some((key, "svg")) if form == "card" => (key, Some(Form::Svg)),
        _ => (key, None),
    };
    let missing = || Error::refused_with("site-error-figure", [("text", key.into())].into());
    if let Some(picture) = picture {
        let sheet = sheet.only(key).ok_or_else(missing)?;
        let dress = Dress { template: card_template(), ..site.dress() };
        return forms::send_as(
            site,
            reader,
            Wanted { sheet, form: picture, dress },
            &format!("{}-{key}", years.path()),
        )
        .await;
    }
    let (piece, title) = match form {
        "number" => sheet
            .number(key)
            .map(|n| (Piece::Number(Box::new(n.clone())), n.noun.clone()))
            .ok_or_else(missing)?,
        "card" => sheet
            .number(key)
            .map(|n| (Piece::Card(Box::new(n.clone())), n.noun.clone()))
            .ok_or_else(missing)?,
        "map" => {
            let map = map_of(&sheet, key).ok_or_else(missing)?;
            let title = map.map.title.clone();
            (Piece::Map(Box::new(map), site.land.clone()), title)
        }
        _ => return Err(Error::NotFound("page")),
    };
    let home = Link::new(sheet.network.clone(), reader.to(&years.path()));
    Ok(framed(site, reader, &sheet, title, home, piece))
}

/// One part of a page as a document that any site may show in a frame. `home` is the link of the network's name.
pub fn framed(
    site: &Site,
    reader: &Reader<'_>,
    sheet: &Sheet,
    title: String,
    home: Link,
    piece: Piece,
) -> Response {
    let styles = [Some(format!("/assets/site.css?{}", site.style_version)), site.colours()];
    let embed = Embed {
        lang: sheet.lang.clone(),
        right_to_left: reader.right_to_left(),
        title,
        network: home,
        state: sheet.state.clone(),
        ribbon: sheet.ribbon.clone(),
        styles: styles.into_iter().flatten().collect(),
        words: sheet.words.clone(),
        piece,
    };
    let anywhere = (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], [anywhere], page(&embed)).into_response()
}

fn map_of(sheet: &Sheet, key: &str) -> Option<crate::page::sheet::Map> {
    sheet.sections.iter().flat_map(|s| &s.shows).find_map(|show| match show {
        Show::Map(map) if map.key == key => Some(map.clone()),
        _ => None,
    })
}
