//! What is published: figures and editions, each with the address of its data. That is the public data, the same for everybody.

use axum::http::HeaderMap;
use axum::response::Response;
use decapolis_register::permissions::Audience;
use serde_json::{Value, json};

use super::caller::answered;
use super::read::answer;
use crate::editions::store;
use crate::web::visit::Visit;

/// Every figure, with its rule in words and the address of its number and rows.
pub async fn figures(visit: Visit, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, (), ()| {
        let (site, reader) = (caller.desk.site, &caller.desk.reader);
        let base = site.base.trim_end_matches('/');
        let all = site.app.figures.catalog.figures().iter().map(|figure| {
            let say = |attribute: &str| reader.locale.say(&format!("figure-{}.{attribute}", figure.key));
            let page = format!("{base}/{}/figures/{}", reader.lang(), figure.key);
            json!({
                "key": figure.key,
                "code": figure.code,
                "version": figure.version,
                "title": say("title"),
                "rule": say("rule"),
                "data": format!("{page}.json"),
                "page": page,
            })
        });
        Ok(answer(&headers, None, &json!({ "figures": all.collect::<Vec<Value>>() })))
    })
    .await
}

/// Every edition that is public today, the latest first, with the address of its numbers as they were published.
pub async fn editions(visit: Visit, headers: HeaderMap) -> Response {
    answered(visit, &headers, async |caller, (), ()| {
        let (site, reader) = (caller.desk.site, &caller.desk.reader);
        let (base, today) = (site.base.trim_end_matches('/'), site.app.settings.today());
        let all = store::all(site.app.db.reader()).await?;
        // its page is public, and so are its data: one under embargo is not there yet, whoever asks
        let public = all.iter().filter(|edition| edition.is_open_to(Audience::Public, today));
        let all = public.map(|edition| {
            let page = format!("{base}/{}{}", reader.lang(), edition.path());
            json!({
                "code": edition.code(),
                "years": edition.years_in_words(),
                "from": edition.from.to_string(),
                "until": edition.until.to_string(),
                "published": edition.published.to_string(),
                "known": edition.known,
                "digest": edition.digest,
                "data": format!("{page}.json"),
                "proof": format!("{page}/proof"),
                "page": page,
            })
        });
        Ok(answer(&headers, None, &json!({ "editions": all.collect::<Vec<Value>>() })))
    })
    .await
}
