//! The proof of an edition: it is checked against its own rows, against the register as known on its day, and against the register today.

use std::collections::BTreeMap;

use decapolis_base::Period;
use decapolis_figures::{self as figures, Answer, Asked, Comparing, Figure, answer_of_kept, differing_rows};
use decapolis_register::journal::{Heads, RowId};
use decapolis_register::known::Known;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use sea_orm::{ConnectionTrait, StreamTrait};

use super::count::{self, CountedNumber, GroupCounted, groups_of};
use super::recounted::read_rule;
use super::{Edition, Way, digest, freeze, store};
use crate::app::App;
use crate::page::sheet::Sheet;

/// The most differing rows of a number that are listed.
const ROWS: u64 = 20;

/// The proofs of all editions.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub editions: Vec<EditionProof>,
}

/// The proof of one edition.
#[derive(Clone, Debug)]
pub struct EditionProof {
    pub edition: Edition,
    /// Whether its own fields, and the counts of its pages and numbers, are as published.
    pub intact: bool,
    pub pages: Vec<PageProof>,
    /// Empty for an edition as printed, because nothing was counted.
    pub numbers: Vec<NumberProof>,
}

/// The proof of one page of an edition.
#[derive(Clone, Debug)]
pub struct PageProof {
    pub language: String,
    /// Whether the page is byte for byte as published.
    pub intact: bool,
    /// The key of the first figure on the page whose number is not the stored one.
    pub differs: Option<String>,
}

/// The proof of one number of an edition.
#[derive(Clone, Debug)]
pub struct NumberProof {
    pub figure: String,
    pub period: Period,
    /// The stored rule, if this program can still evaluate it.
    pub rule: Option<Figure>,
    /// The number as stored.
    pub published: Answer,
    /// Whether its rows still have the digest stored at publication.
    pub list: bool,
    /// Whether the number, its rule and groups are as stored, and the number agrees with its rows.
    pub number: bool,
    pub recount: Recount,
    /// The number recounted as known on the edition's day, by its own rule.
    pub then: Option<Answer>,
    /// The number recounted today, by its own rule.
    pub now: Option<Answer>,
    /// If the rule has changed: the version of today's rule, and its number as known on the edition's day.
    pub other_rule: Option<(i64, Answer)>,
    /// The first rows that differ from the recount.
    pub rows: Vec<RowId>,
}

/// The result of recounting a number as known on the edition's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recount {
    Equal,
    /// The rows differ because the meaning of a listing has changed in this program.
    ListingChanged,
    /// A listing or column of the rule no longer exists in this program.
    NotAsked,
    Different,
}

impl Recount {
    pub fn key(self) -> &'static str {
        match self {
            Recount::Equal => "proof-recount-equal",
            Recount::ListingChanged => "proof-recount-listing",
            Recount::NotAsked => "proof-recount-not-asked",
            Recount::Different => "proof-recount-different",
        }
    }
}

impl NumberProof {
    /// Whether nothing was altered, and the recount agrees or the reason why it cannot is known.
    pub fn stands(&self) -> bool {
        self.list && self.number && self.recount != Recount::Different
    }
}

impl EditionProof {
    pub fn stands(&self) -> bool {
        self.intact
            && self.pages.iter().all(|p| p.intact && p.differs.is_none())
            && self.numbers.iter().all(NumberProof::stands)
    }
}

impl Report {
    pub fn stands(&self) -> bool {
        self.editions.iter().all(EditionProof::stands)
    }

    /// The report as lines of text: each edition, and under it what failed.
    pub fn lines(&self, locale: &Locale<'_>) -> Vec<String> {
        let mut all = vec![];
        for proof in &self.editions {
            all.push(proof.summary(locale));
            all.extend(proof.findings(locale).into_iter().map(|finding| format!("  {finding}")));
        }
        all
    }
}

impl EditionProof {
    /// One sentence: how many numbers passed.
    pub fn summary(&self, locale: &Locale<'_>) -> String {
        let equal = self.numbers.iter().filter(|n| n.stands() && n.recount == Recount::Equal).count();
        let key = match (self.edition.way, self.stands()) {
            (Way::AsPrinted, true) => "proof-summary-printed",
            (Way::Counted, true) => "proof-summary",
            (_, false) => "proof-summary-broken",
        };
        locale.with(
            key,
            &[
                ("edition", self.edition.code().into()),
                ("equal", equal.into()),
                ("n", self.numbers.len().into()),
            ]
            .into(),
        )
    }

    /// What failed, one sentence each, by edition, figure and row.
    pub fn findings(&self, locale: &Locale<'_>) -> Vec<String> {
        let code = || ("edition", self.edition.code().into());
        let mut all = vec![];
        if !self.intact {
            all.push(locale.with("proof-edition-altered", &[code()].into()));
        }
        for page in &self.pages {
            let language = || ("language", page.language.as_str().into());
            if !page.intact {
                all.push(locale.with("proof-page-altered", &[code(), language()].into()));
            }
            if let Some(figure) = &page.differs {
                all.push(locale.with(
                    "proof-page-differs",
                    &[code(), language(), ("figure", figure.as_str().into())].into(),
                ));
            }
        }
        for number in self.numbers.iter().filter(|n| !n.stands()) {
            let figure = || ("figure", number.figure.as_str().into());
            for (altered, key) in
                [(!number.list, "proof-list-altered"), (!number.number, "proof-number-altered")]
            {
                if altered {
                    all.push(locale.with(key, &[code(), figure()].into()));
                }
            }
            if number.recount == Recount::Different {
                all.push(locale.with("proof-recounted-otherwise", &[code(), figure()].into()));
            }
            for row in &number.rows {
                all.push(
                    locale.with(
                        "proof-row-altered",
                        &[code(), figure(), ("row", row.to_string().into())].into(),
                    ),
                );
            }
        }
        all
    }
}

/// Proves every edition, including those under embargo, on one snapshot.
pub async fn all(app: &App) -> Result<Report> {
    let snapshot = app.db.snapshot().await?;
    let mut report = Report::default();
    for edition in store::all(&snapshot).await? {
        report.editions.push(of(app, &snapshot, &edition).await?);
    }
    snapshot.commit().await?;
    Ok(report)
}

/// Proves one edition.
pub async fn of(
    app: &App,
    db: &(impl ConnectionTrait + StreamTrait),
    edition: &Edition,
) -> Result<EditionProof> {
    let heads = Heads::read(db).await?;
    let pages = store::pages(db, edition).await?;
    let numbers = store::numbers(db, edition).await?;
    let mut groups = store::groups(db, edition).await?;
    let mut proved = vec![];
    let mut said: Vec<CountedNumber> = vec![];
    for number in &numbers {
        let groups = groups.remove(&number.ordinal).unwrap_or_default();
        let proof = of_number(app, db, &heads, edition, number, &groups).await?;
        if let Some(figure) = proof.rule.clone() {
            said.push(CountedNumber {
                figure,
                period: proof.period,
                answer: number.counts,
                rows: vec![],
                groups,
            });
        }
        proved.push(proof);
    }
    let strays = !groups.is_empty()
        || store::has_other_rows(db, edition, numbers.iter().map(|number| number.ordinal)).await?;
    let lines = store::lines(db, edition).await?;
    let covered = freeze::digest_of_edition(
        edition,
        pages.iter().map(|page| page.digest.as_str()),
        numbers.iter().map(|number| number.digest.as_str()).chain(lines.iter().map(String::as_str)),
    );
    let pages = pages.iter().map(|page| PageProof {
        language: page.language.clone(),
        intact: page.digest == digest::of([page.text.as_str()]),
        differs: match serde_json::from_str::<Sheet>(&page.text) {
            Ok(sheet) if edition.way == Way::Counted => count::first_that_differs(&sheet, &said),
            _ => None,
        },
    });
    Ok(EditionProof {
        intact: covered == edition.digest && !strays,
        pages: pages.collect(),
        numbers: proved,
        edition: edition.clone(),
    })
}

/// Proves one number. The database counts and compares its rows; only their digest is computed here, row by row, so
/// memory does not grow with the rows.
async fn of_number(
    app: &App,
    db: &(impl ConnectionTrait + StreamTrait),
    heads: &Heads,
    edition: &Edition,
    number: &store::StoredNumber,
    groups: &[GroupCounted],
) -> Result<NumberProof> {
    let catalog = &app.figures.catalog;
    let period = Period { from: number.from, to: number.until };
    let mut proof = NumberProof {
        figure: number.figure.clone(),
        period,
        rule: read_rule(catalog, number).ok(),
        published: number.counts,
        list: store::digest_of_rows(db, edition, number.ordinal).await? == number.list,
        number: freeze::digest_of_number(number, groups) == number.digest,
        recount: Recount::NotAsked,
        then: None,
        now: None,
        other_rule: None,
        rows: vec![],
    };
    let Some(figure) = &proof.rule else { return Ok(proof) };
    let kept = || store::rows_of_number(edition, number.ordinal);
    proof.number &= answer_of_kept(db, figure, kept()).await? == number.counts;
    let then = Asked::period(period, Known::At(edition.known));
    let now = Asked::period(period, Known::Now);
    let counted_then = figures::number(db, figure, &then, catalog).await?;
    proof.published = number.counts.with_what_is_known(counted_then);
    proof.then = Some(counted_then);
    proof.now = if heads.of(&app.figures.tables(figure)) <= edition.known {
        proof.then
    } else {
        Some(figures::number(db, figure, &now, catalog).await?)
    };
    let differing =
        differing_rows(db, figure, &then, catalog, kept(), Comparing { left_out: true, most: ROWS }).await?;
    let the_same_groups = regrouped(app, db, figure, &then, groups).await?;
    proof.recount =
        match (differing.all == 0 && the_same_groups, freeze::listings(app, figure) == number.listings) {
            (true, _) => Recount::Equal,
            (false, false) => Recount::ListingChanged,
            (false, true) => Recount::Different,
        };
    if proof.recount == Recount::Different || !proof.list {
        proof.rows = differing
            .rows
            .iter()
            .filter_map(|row| Some(row.old.as_ref().or(row.new.as_ref())?.row))
            .collect();
    }
    if let Some(present) = catalog.figure(&number.figure).filter(|present| !present.is_the_rule(figure)) {
        proof.other_rule =
            Some((present.version.into(), figures::number(db, present, &then, catalog).await?));
    }
    Ok(proof)
}

/// Whether every breakdown gives the stored groups again.
async fn regrouped(
    app: &App,
    db: &impl ConnectionTrait,
    figure: &Figure,
    asked: &Asked,
    stored: &[GroupCounted],
) -> Result<bool> {
    let mut by_column: BTreeMap<&str, Vec<&GroupCounted>> = BTreeMap::new();
    for group in stored {
        by_column.entry(&group.by).or_default().push(group);
    }
    for (by, stored) in by_column {
        let mut again = groups_of(db, figure, asked, &app.figures.catalog, by).await?;
        again.sort_by(|a, b| (&a.by, &a.is).cmp(&(&b.by, &b.is)));
        if !again.iter().eq(stored) {
            return Ok(false);
        }
    }
    Ok(true)
}
