//! Saves a figure: the page that asks for its words, its file, and the save itself.

use axum::extract::{Extension, RawQuery};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use decapolis_actions::{self as actions, Actor, Request};
use decapolis_base::Texts;
use decapolis_figures::Figure;
use decapolis_words::errors::{Error, Result, passes};
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::bench::{Bench, not_too_long, open};
use super::save_html::{LanguageFields, StudioSave, WordsField, page};
use crate::studio::address;
use crate::studio::offered::names;
use crate::studio::save_figure::{SAVE_FIGURE, SaveFigure, named};
use crate::studio::saved::{self, FigureWords};
use crate::studio::sentence::{sentence, units};
use crate::web::answers::later;
use crate::web::checks::FromThisMachine;
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::sent::{self, Pairs, Sent};
use crate::web::shell;
use crate::web::visit::Visit;

/// The page that asks for the words and shows the file.
pub async fn show(
    visit: Visit<(), Pairs>,
    query: RawQuery,
    Extension(from): Extension<FromThisMachine>,
) -> Response {
    kept(visit, query, |keeping| Ok(keeping.page(from, None).into_response())).await
}

/// The figure as a file for a folder of figures.
pub async fn file(visit: Visit<(), Pairs>, query: RawQuery) -> Response {
    kept(visit, query, |keeping| {
        let figure = keeping.named().map_err(Error::Refused)?;
        let name = format!("attachment; filename=\"{}.toml\"", figure.key);
        let headers = [
            (header::CONTENT_TYPE, "application/toml; charset=utf-8".to_string()),
            (header::CONTENT_DISPOSITION, name),
        ];
        Ok((headers, figure.text()).into_response())
    })
    .await
}

/// Responds with the figure in a URL, about to be saved.
async fn kept(
    visit: Visit<(), Pairs>,
    RawQuery(query): RawQuery,
    shown: impl FnOnce(&Keeping<'_>) -> Result<Response>,
) -> Response {
    visit
        .answer(async |site, reader, (), pairs| {
            open(site)?;
            not_too_long(query.as_deref())?;
            shown(&Keeping::read(site, reader, &pairs).await?)
        })
        .await
}

/// Saves the figure. A refusal is shown on the page, with everything as typed.
pub async fn save(
    visit: Visit,
    headers: HeaderMap,
    Extension(from): Extension<FromThisMachine>,
    pairs: Sent,
) -> Response {
    visit
        .answer(async |site, reader, (), ()| {
            open(site)?;
            let pairs = sent::fields(&headers, pairs)?;
            // only the person at the machine may save without an account
            if !from.0 {
                return Err(Error::refused("site-error-not-saved"));
            }
            let keeping = Keeping::read(site, reader, &pairs).await?;
            // nobody signs in yet, so the figure is written as the person at the machine
            let input = SaveFigure {
                figure: keeping.figure.clone(),
                key: keeping.key.clone(),
                from: keeping.from.clone(),
                words: keeping.words.clone(),
            };
            match actions::run(&site.app, &SAVE_FIGURE, Request::by(Actor::Demo), input).await {
                Ok(_) => Ok(Redirect::to(&reader.to(&format!("/figures/{}?at={}", keeping.key, keeping.at)))
                    .into_response()),
                Err(Error::Refused(message)) if passes(message.key) => {
                    Ok(later(keeping.page(from, Some(&message))))
                }
                Err(Error::Refused(message)) => {
                    Ok((StatusCode::BAD_REQUEST, keeping.page(from, Some(&message))).into_response())
                }
                Err(Error::Unavailable(why)) => {
                    tracing::warn!(%why, "a figure is not saved: the register cannot be reached");
                    Ok(later(keeping.page(from, Some(&Message::new("error-unavailable")))))
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// A figure about to be saved, with the words as typed.
struct Keeping<'a> {
    site: &'a Site,
    reader: &'a Reader<'a>,
    figure: Figure,
    key: String,
    from: String,
    at: String,
    query: String,
    kept: Pairs,
    words: FigureWords,
    sentence: String,
}

impl<'a> Keeping<'a> {
    async fn read(site: &'a Site, reader: &'a Reader<'a>, pairs: &Pairs) -> Result<Keeping<'a>> {
        let db = site.app.db.snapshot().await?;
        let bench = Bench::read(site, &db, reader, pairs).await?;
        let Ok(figure) = bench.figure.clone() else { return Err(Error::refused("site-error-studio-half")) };
        // a saved figure belongs to the network, so the privacy gate applies to it too
        if bench.withheld(&figure).is_some() {
            return Err(Error::NotAllowed("withheld-column"));
        }
        let typed =
            |name: &str| pairs.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string());
        let key = typed("key").unwrap_or_else(|| proposed(site, &bench.draft.from, &figure));
        let words = words(site, &db, &bench, &figure, typed).await?;
        let catalog = &site.app.figures.catalog;
        let sentence = sentence(
            &figure,
            catalog,
            &names(&db, &figure, catalog, reader.audience, reader.lang()).await?,
            &reader.locale,
        );
        db.commit().await?;
        Ok(Keeping {
            site,
            reader,
            key,
            from: bench.draft.from.clone(),
            at: bench.asked.to.to_string(),
            query: address::query(&bench.draft),
            kept: address::pairs(&bench.draft),
            words,
            sentence,
            figure,
        })
    }

    fn named(&self) -> std::result::Result<Figure, Message> {
        named(&self.site.app.figures.catalog, self.figure.clone(), &self.key, &self.from).map_err(|error| {
            match error {
                Error::Refused(message) => message,
                _ => Message::new("site-error-request"),
            }
        })
    }

    fn page(&self, from: FromThisMachine, error: Option<&Message>) -> maud::Markup {
        let locale = &self.reader.locale;
        let say = |key: &str| locale.say(key);
        let named = self.named();
        let figure = named.as_ref().unwrap_or(&self.figure);
        let file = format!(
            "/studio/figure.toml?{}&key={}",
            self.query,
            self.key.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "")
        );
        let shown = StudioSave {
            heading: say("studio-save"),
            sentence: self.sentence.clone(),
            back: Link::new(say("studio-back"), self.reader.to(&format!("/studio?{}", self.query))),
            error: error
                .or(named.as_ref().err())
                .map(|message| (locale.message(message), locale.mend(message).unwrap_or_default())),
            action: self.reader.to("/studio/figures"),
            kept: self.kept.clone(),
            key: (say("studio-key"), say("studio-key-hint"), self.key.clone()),
            version: named.as_ref().map(|figure| self.version(figure)).unwrap_or_default(),
            languages: self.languages(),
            button: if from.0 {
                Ok(say("studio-save-now"))
            } else {
                Err((say("site-error-not-saved"), say("site-error-not-saved.hint")))
            },
            file: (
                say("studio-file"),
                figure.text(),
                Link::new(say("studio-download"), self.reader.to(&file)),
            ),
        };
        page(
            &shell::shell(
                self.site,
                self.reader,
                &say("studio-save"),
                &format!("/studio/figures?{}", self.query),
                None,
            ),
            &shown,
        )
    }

    /// Says which version of a figure the save makes.
    fn version(&self, figure: &Figure) -> String {
        let args =
            [("version", i64::from(figure.version).into()), ("code", figure.code.as_str().into())].into();
        let key = match self.site.app.figures.catalog.figure(&self.key) {
            None => "studio-version-first",
            Some(adopted) if adopted.version == figure.version => "studio-version-same",
            Some(_) => "studio-version-next",
        };
        self.reader.locale.with(key, &args)
    }

    /// The fields for the figure's words in each language of the network.
    fn languages(&self) -> Vec<LanguageFields> {
        let say = |key: &str| self.reader.locale.say(key);
        let words = &self.words;
        let known =
            self.site.app.settings.languages.iter().filter(|lang| self.site.app.locale(lang).is_some());
        let fields = known.map(|lang| {
            let field = |part: &str, texts: &Texts, long| WordsField {
                name: format!("{part}.{lang}"),
                label: say(&format!("studio-words-{part}")),
                value: texts.get(lang).unwrap_or_default().to_string(),
                long,
            };
            LanguageFields {
                lang: lang.clone(),
                legend: self.reader.locale.language_name(lang),
                fields: vec![
                    field("title", &words.title, false),
                    field("one", &words.one, false),
                    field("many", &words.many, false),
                    field("unit", &words.unit, false),
                    field("explained", &words.explained, true),
                ],
            }
        });
        fields.collect()
    }
}

/// A free key: that of the figure being changed, or one made from the names of its listings.
fn proposed(site: &Site, from: &str, figure: &Figure) -> String {
    if !from.is_empty() {
        return from.to_string();
    }
    let stem =
        format!("{}-{}", figure.main()[0].listing, if figure.base.is_some() { "share" } else { "total" });
    let free = |key: &String| site.app.figures.catalog.figure(key).is_none();
    std::iter::once(stem.clone()).chain((2..1_000).map(|n| format!("{stem}-{n}"))).find(free).unwrap_or(stem)
}

/// The words as typed, or else those of the figure being changed, or else a default.
async fn words(
    site: &Site,
    db: &impl ConnectionTrait,
    bench: &Bench<'_>,
    figure: &Figure,
    typed: impl Fn(&str) -> Option<String>,
) -> Result<FigureWords> {
    let saved = saved::all(db).await?.into_iter().find(|s| s.key == bench.draft.from).map(|s| s.words);
    let adopted = site.app.figures.catalog.figure(&bench.draft.from);
    let same = named(&site.app.figures.catalog, figure.clone(), &bench.draft.from, &bench.draft.from)
        .is_ok_and(|figure| Some(&figure) == adopted);
    let mut words = FigureWords::default();
    for language in &site.app.settings.languages {
        let Some(locale) = site.app.locale(language) else { continue };
        let catalog = &site.app.figures.catalog;
        let unit = units(&figure.unit, &locale);
        let before = |part: &str, of_saved: fn(&FigureWords) -> &Texts| -> Option<String> {
            if let Some(saved) = &saved {
                return of_saved(saved).get(language).map(str::to_string);
            }
            adopted.and_then(|f| locale.maybe(&format!("figure-{}{part}", f.key))).filter(|_| part != "")
        };
        let noun = |n: i64| {
            adopted.and_then(|f| {
                locale.words.find(language, &format!("figure-{}", f.key), &[("n", n.into())].into())
            })
        };
        let said = sentence(
            figure,
            catalog,
            &names(db, figure, catalog, bench.reader.audience, language).await?,
            &locale,
        );
        let mut put = |part: &str, texts: fn(&mut FigureWords) -> &mut Texts, otherwise: String| {
            let text = typed(&format!("{part}.{language}")).filter(|t| !t.is_empty()).unwrap_or(otherwise);
            texts(&mut words).set(language, &text);
        };
        put("title", |w| &mut w.title, before(".title", |w| &w.title).unwrap_or_else(|| capital(&unit)));
        put(
            "one",
            |w| &mut w.one,
            before("", |w| &w.one).or_else(|| noun(1)).unwrap_or_else(|| unit.clone()),
        );
        put(
            "many",
            |w| &mut w.many,
            before("", |w| &w.many).or_else(|| noun(2)).unwrap_or_else(|| unit.clone()),
        );
        put("unit", |w| &mut w.unit, before(".unit", |w| &w.unit).unwrap_or_else(|| unit.clone()));
        // if the rule differs, the sentence describes the new rule, not the old one
        let explained = before(".rule", |w| &w.explained)
            .filter(|_| same)
            .unwrap_or_else(|| said.chars().take(1_000).collect());
        put("explained", |w| &mut w.explained, explained);
    }
    Ok(words)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
