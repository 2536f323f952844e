//! `report`: writes the page of a year to files, without a server.

use crate::terminal::say;
use std::path::{Path, PathBuf};

use clap::Args;
use decapolis_register::journal;
use decapolis_words::errors::{Error, Result};

use crate::cli::register::{open_existing, terminal_language};
use crate::editions::site::newest_or_live_sheet;
use crate::page::forms::{Form, write};
use crate::page::years::Years;
use crate::web::context::Site;

#[derive(Args)]
pub struct ReportArgs {
    /// The year, or the first and last year: 2020, 2018-2020.
    year: String,
    /// The language of the page. Default: all languages of the network.
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
    /// The folder for the files. It is created if it does not exist.
    #[arg(long, value_name = "DIR", default_value = ".")]
    to: PathBuf,
    /// The formats, separated by commas.
    #[arg(long, value_name = "FORMS", value_delimiter = ',', default_value = "pdf,svg,png,json,csv")]
    forms: Vec<String>,
    /// The URL of the site, which the numbers link to. Default: DECAPOLIS_ADDRESS, or this machine.
    #[arg(long, value_name = "ADDRESS")]
    address: Option<String>,
}

/// Writes a page in these formats to `<network>-<year>-<language>.<format>`, and prints the file names.
pub async fn run(args: ReportArgs) -> Result<()> {
    let forms = args.forms.iter().map(|text| form(text)).collect::<Result<Vec<Form>>>()?;
    let app = open_existing().await?;
    if journal::last(app.db.reader()).await? == 0 {
        return Err(Error::refused("report-error-empty"));
    }
    let mut site = Site::new(app);
    if let Some(address) = &args.address {
        site.base = address.trim_end_matches('/').to_string();
    }
    let no_address = site.base.is_empty();
    if no_address {
        site.base = "http://127.0.0.1:8080".into();
    }
    let years = years(&site, &args.year)?;
    let languages = match &args.lang {
        Some(lang) => vec![lang.clone()],
        None => site.app.settings.languages.clone(),
    };
    for lang in languages {
        let reader = site.reader(&lang).map_err(|_| {
            let known = site.app.settings.languages.join(", ");
            Error::refused_with(
                "report-error-language",
                [("text", lang.as_str().into()), ("languages", known.into())].into(),
            )
        })?;
        let sheet = newest_or_live_sheet(&site, &reader, years).await?;
        let dress = site.dress();
        for form in &forms {
            let name = format!(
                "{}{}-{lang}.{}",
                site.app.settings.code,
                years.path().replace('/', "-"),
                form.ending()
            );
            let path = args.to.join(name);
            save(&path, &write(&sheet, *form, &dress)?)?;
            say!("{}", path.display());
        }
    }
    if no_address {
        let locale = site.app.locale(&terminal_language(&site.app)).expect("a language with words");
        eprintln!("{}", locale.say("report-no-address"));
    }
    Ok(())
}

fn form(text: &str) -> Result<Form> {
    Form::of_ending(text.trim()).ok_or_else(|| {
        let forms = Form::ALL.map(Form::ending).join(", ");
        Error::refused_with("report-error-form", [("text", text.into()), ("forms", forms.into())].into())
    })
}

/// The years of the page, if the network has a page of them.
fn years(site: &Site, text: &str) -> Result<Years> {
    let refused = || {
        let (from, to) = site.app.settings.years;
        let args =
            [("text", text.into()), ("from", from.to_string().into()), ("to", to.to_string().into())].into();
        Error::refused_with("report-error-year", args)
    };
    let years = Years::read(text).ok_or_else(refused)?;
    years.page(&site.app).map_err(|_| refused())?;
    Ok(years)
}

fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let broken = |e: std::io::Error| Error::Broken(format!("cannot write {}: {e}", path.display()));
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(broken)?;
    }
    std::fs::write(path, bytes).map_err(broken)
}
