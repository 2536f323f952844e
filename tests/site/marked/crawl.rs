//! Reads URLs, follows their links, and searches the responses for marks.

use std::collections::{BTreeSet, VecDeque};
use std::io::Cursor;

use decapolis::modules;
use decapolis::studio::settle::{breakdowns, sums, units};

use super::register::{Mark, Marked};
use crate::site::example::{Answer, Example};

const LANGUAGES: [&str; 3] = ["en", "es", "fr"];

pub struct Crawl<'a> {
    example: &'a Example,
    marks: &'a [Mark],
    pub read: BTreeSet<String>,
    /// URLs and the marks they leak, each once.
    pub leaks: Vec<String>,
    told: BTreeSet<(String, String)>,
}

impl<'a> Crawl<'a> {
    pub fn new(example: &'a Example, marks: &'a [Mark]) -> Crawl<'a> {
        Crawl { example, marks, read: BTreeSet::new(), leaks: vec![], told: BTreeSet::new() }
    }

    /// Reads these URLs, then what they link to: at most this many, because there is no end of them.
    pub async fn read_all(&mut self, addresses: Vec<String>, followed: usize) {
        let most = addresses.len() + followed;
        let mut left: VecDeque<String> = addresses.into();
        while let Some(address) = left.pop_front() {
            if self.read.len() >= most || !self.read.insert(address.clone()) {
                continue;
            }
            let answer = self.example.get(&address).await;
            assert!(answer.status.as_u16() < 500, "{address}: {}", answer.body);
            self.look(&address, &answer);
            left.extend(links(&answer).into_iter().filter(|link| !self.read.contains(link)));
        }
    }

    fn look(&mut self, address: &str, answer: &Answer) {
        let mut texts = vec![
            answer.body.clone(),
            answer.header("location").to_string(),
            answer.header("content-disposition").to_string(),
        ];
        if answer.bytes.starts_with(b"PK") {
            texts = parts(&answer.bytes);
        }
        for text in texts {
            // 86 753 001, 86,753,001 and 86.753.001 are one number
            let plain: String =
                text.chars().filter(|c| !matches!(c, '\u{202f}' | '\u{a0}' | '\u{2009}' | ',')).collect();
            for mark in self.marks {
                // a refusal and the fields of a form repeat what was asked
                if plain.contains(&mark.text)
                    && !address.contains(&mark.text)
                    && self.told.insert((mark.of.clone(), shape(address)))
                {
                    let at = plain.find(&mark.text).unwrap_or(0);
                    let around: String =
                        plain[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
                    self.leaks.push(format!("{address} tells {} ({}): {around}…", mark.text, mark.of));
                }
            }
        }
    }
}

/// The URL without its query, so that one kind of leak is reported once.
fn shape(address: &str) -> String {
    address.split('?').next().unwrap_or_default().to_string()
}

/// The URLs of this site in a response.
fn links(answer: &Answer) -> Vec<String> {
    let named = answer.body.split("href=\"").skip(1).chain(answer.body.split("src=\"").skip(1));
    let named = named.filter_map(|rest| rest.split('"').next()).map(|link| link.replace("&amp;", "&"));
    let redirected = Some(answer.header("location").to_string()).filter(|l| !l.is_empty());
    named
        .chain(redirected)
        .map(|link| link.split('#').next().unwrap_or_default().to_string())
        .filter(|link| link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/assets"))
        // the studio and PDF are read on purpose, not for every link
        .filter(|link| {
            !link.contains("/studio?")
                && !link.contains("/studio/")
                && !link.ends_with(".pdf")
                && !link.ends_with(".png")
        })
        .collect()
}

/// The parts of a workbook as text.
pub fn parts(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    (0..archive.len())
        .map(|n| std::io::read_to_string(archive.by_index(n).expect("a part")).unwrap_or_default())
        .collect()
}

/// Every kind of URL, before links are followed.
pub fn addresses(example: &Example, marked: &Marked) -> Vec<String> {
    let mut all: Vec<String> = vec!["/".into(), "/en".into(), "/2020".into(), "/nothing-here".into()];
    let catalog = &example.site.app.figures.catalog;
    for lang in LANGUAGES {
        let path = |what: &str| format!("/{lang}/{what}");
        for what in [
            "2020",
            "2020/live",
            "2020/editions",
            "2020/e1",
            "2020/e1/proof",
            "2019-2020",
            "members",
            "figures",
            "figures.jsonld",
        ] {
            all.push(path(what));
        }
        for ending in ["json", "csv", "xlsx", "svg"] {
            all.extend([path(&format!("2020.{ending}")), path(&format!("2020/e1.{ending}"))]);
        }
        for ending in ["csv", "xlsx"] {
            all.extend([path(&format!("members.{ending}")), path(&format!("figures.{ending}"))]);
        }
        for table in modules::tables().0.iter().copied().filter(|_| lang == LANGUAGES[0]) {
            let Some(kind) = table.kind() else { continue };
            all.extend(
                ["", ".csv", ".xlsx", "?q=zqmark", "?q=plain"].map(|more| path(&format!("{kind}{more}"))),
            );
            all.extend((0..12).map(|n| path(&format!("{kind}/{kind}-{n}"))));
        }
        for (n, figure) in catalog.figures().iter().enumerate() {
            let key = &figure.key;
            all.push(path(&format!("figures/{key}.json?at=2020-12-31")));
            if lang != LANGUAGES[0] {
                continue;
            }
            for class in ["counted", "base", "left-out"] {
                // a workbook has the rows of the CSV file, so each figure is read as one of them
                for ending in ["", ".json", [".csv", ".xlsx"][n % 2]] {
                    all.push(path(&format!("figures/{key}{ending}?at=2020-12-31&class={class}")));
                }
                all.push(path(&format!("figures/{key}.json?from=2020-06-05&at=2020-06-05&class={class}")));
            }
            for by in ["gender", "person", "organisation", "attendance", "region", "in_network"] {
                all.push(path(&format!("figures/{key}?at=2020-12-31&by={by}")));
            }
            all.push(path(&format!("figures/{key}?at=2020-12-31&known=2020-e1")));
            all.push(path(&format!("2020/card/{key}")));
            all.push(format!("/n/{}", figure.code));
        }
    }
    // hidden records are not found
    all.extend(marked.marks.iter().filter(|m| m.of.contains(".code ")).map(|m| {
        let kind = m.text.trim_start_matches("zqprivate").trim_end_matches(char::is_numeric);
        format!("/en/{kind}/{}", m.text)
    }));
    all.extend(studio(example));
    all
}

/// Every choice of the studio that names a column, and every figure as a rule to change.
fn studio(example: &Example) -> Vec<String> {
    let catalog = &example.site.app.figures.catalog;
    let mut all: Vec<String> = vec!["/en/studio".into()];
    for figure in catalog.figures() {
        all.push(format!("/en/studio?from={}&at=2020-12-31", figure.key));
        all.push(format!("/en/studio/figures?from={}", figure.key));
    }
    for listing in catalog.listings() {
        let (key, about) = (listing.about.key, &listing.about);
        for on in units(about) {
            let start = format!("/en/studio?at=2020-12-31&c1={key}&c1.on={on}");
            all.push(start.clone());
            all.extend(breakdowns(about).iter().map(|by| format!("{start}&by={by}")));
            all.extend(sums(about).iter().map(|sum| format!("{start}&measure=sum:{sum}")));
            all.extend(
                sums(about).iter().map(|sum| format!("{start}&measure=sum:{sum}&shape=share&by=gender")),
            );
            all.extend(about.columns.iter().map(|c| format!("{start}&c1.add={}", c.name)));
        }
        all.extend(
            about
                .columns
                .iter()
                .map(|c| format!("/en/studio?at=2020-12-31&c1={key}&c1.on={}&by={}", c.name, c.name)),
        );
    }
    all
}
