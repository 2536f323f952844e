//! The files embedded in the binary: words, figures, styles, fonts, and the networks of `examples/`. A network's folder
//! on disk replaces the one in the binary.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use decapolis_register::chain::{Digest, Sum, hex};
use decapolis_words::Source;
use decapolis_words::errors::{Error, Result};
use rust_embed::RustEmbed;
use serde::Deserialize;
use sha2::Digest as _;
use sha2::Sha256;

#[derive(RustEmbed)]
#[folder = "figures/"]
#[include = "*.toml"]
struct GenericFigures;

#[derive(RustEmbed)]
#[folder = "pages/"]
#[include = "*.toml"]
struct GenericPages;

#[derive(RustEmbed)]
#[folder = "mappings/"]
#[include = "*.toml"]
struct GenericMappings;

/// The template of the printed page.
#[derive(RustEmbed)]
#[folder = "typst/"]
#[include = "*.typ"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
struct GenericWords;

#[derive(RustEmbed)]
#[folder = "examples/"]
#[include = "*.csv"]
#[include = "*.toml"]
#[include = "*.ftl"]
#[include = "*.typ"]
struct Examples;

/// Styles, fonts and the map, built by `web/build.mjs`.
#[derive(RustEmbed)]
#[folder = "web/dist/"]
#[allow_missing = true]
pub struct Web;

/// The folder of a network: `network.toml`, its register in dated batches, its figures and words, and its published numbers.
#[derive(Clone, Debug)]
pub enum Network {
    /// An example in the binary, by name.
    Inside(String),
    OnDisk(PathBuf),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkFile {
    network: String,
    #[allow(dead_code, reason = "for the person who reads the file")]
    title: String,
}

impl Network {
    /// The folder on disk with this path, or the example with this name.
    pub fn named(name: &str) -> Result<Network> {
        if Path::new(name).join("network.toml").is_file() {
            return Ok(Network::OnDisk(name.into()));
        }
        match Examples::get(&format!("{name}/network.toml")) {
            Some(_) => Ok(Network::Inside(name.to_string())),
            None => Err(Error::Broken(format!(
                "no network “{name}”: name a folder with a network.toml, or one of {}",
                Network::examples().join(", ")
            ))),
        }
    }

    /// The example whose network record has this code.
    pub fn of_code(code: &str) -> Option<Network> {
        Network::examples().into_iter().map(Network::Inside).find(|n| n.code().is_ok_and(|c| c == code))
    }

    /// The names of the networks in `examples/`.
    pub fn examples() -> Vec<String> {
        Examples::iter().filter_map(|path| path.strip_suffix("/network.toml").map(str::to_string)).collect()
    }

    /// The path, if the folder is on disk.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Network::Inside(_) => None,
            Network::OnDisk(folder) => Some(folder),
        }
    }

    /// The code of the network's record.
    pub fn code(&self) -> Result<String> {
        let text = self.file("network.toml")?;
        let file: NetworkFile = toml::from_str(&String::from_utf8_lossy(&text))
            .map_err(|e| Error::Broken(format!("network.toml: {e}")))?;
        Ok(file.network)
    }

    fn file(&self, path: &str) -> Result<Cow<'static, [u8]>> {
        match self {
            Network::Inside(name) => Examples::get(&format!("{name}/{path}"))
                .map(|f| f.data)
                .ok_or_else(|| Error::Broken(format!("{name} has no {path}"))),
            Network::OnDisk(folder) => std::fs::read(folder.join(path))
                .map(Cow::Owned)
                .map_err(|e| Error::Broken(format!("{}: {e}", folder.join(path).display()))),
        }
    }

    /// The SHA-256 of a file. For files in the binary it was computed at build time.
    fn sum_of(&self, path: &str) -> Result<Sum> {
        match self {
            Network::Inside(name) => {
                let file = Examples::get(&format!("{name}/{path}"));
                file.map(|f| f.metadata.sha256_hash())
                    .ok_or_else(|| Error::Broken(format!("{name} has no {path}")))
            }
            Network::OnDisk(_) => Ok(Sha256::digest(self.file(path)?).into()),
        }
    }

    /// The paths of files with this extension under a folder of the network, sorted.
    fn under(&self, folder: &str, ending: &str) -> Result<Vec<String>> {
        let mut paths: Vec<String> = match self {
            Network::Inside(name) => {
                let prefix = format!("{name}/");
                Examples::iter().filter_map(|p| p.strip_prefix(&prefix).map(str::to_string)).collect()
            }
            Network::OnDisk(root) => files_under(root)?
                .iter()
                .filter_map(|p| p.strip_prefix(root).ok().map(|p| p.to_string_lossy().replace('\\', "/")))
                .collect(),
        };
        paths.retain(|p| p.starts_with(&format!("{folder}/")) && p.ends_with(ending));
        paths.sort();
        Ok(paths)
    }

    /// The batches of its register by day: the day, and its files as (path, bytes).
    #[allow(clippy::type_complexity, reason = "files by batch, read once")]
    pub fn batches(&self) -> Result<Vec<(String, Vec<(String, Cow<'static, [u8]>)>)>> {
        let mut batches: BTreeMap<String, Vec<(String, Cow<'static, [u8]>)>> = BTreeMap::new();
        for path in self.under("register", ".csv")? {
            let day = path.split('/').nth(1).unwrap_or_default().to_string();
            let bytes = self.file(&path)?;
            batches.entry(day).or_default().push((path, bytes));
        }
        Ok(batches.into_iter().collect())
    }

    /// A digest of its register's files and editions. It changes when one of them changes.
    pub fn stamp(&self) -> Result<String> {
        let mut digest = Digest::of("batches 2");
        for path in self.under("register", ".csv")? {
            digest.text(&path);
            digest.sum(&self.sum_of(&path)?);
        }
        digest.text(self.editions()?.as_deref().unwrap_or_default());
        Ok(hex(&digest.end()))
    }

    /// The text of `editions.toml`, which lists what to sign and publish. `None` if the folder has none.
    pub fn editions(&self) -> Result<Option<String>> {
        let there = match self {
            Network::Inside(name) => Examples::get(&format!("{name}/editions.toml")).is_some(),
            Network::OnDisk(folder) => folder.join("editions.toml").is_file(),
        };
        there
            .then(|| self.file("editions.toml").map(|text| String::from_utf8_lossy(&text).into_owned()))
            .transpose()
    }

    /// A file of its published numbers: `figures.csv` or `timeline.csv`.
    pub fn expected(&self, name: &str) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.file(&format!("expected/{name}"))?).into_owned())
    }
}

/// All files under a folder; for a file, the file itself.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |e: std::io::Error| Error::Broken(format!("cannot read {}: {e}", path.display()));
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut all = vec![];
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        all.extend(files_under(&entry.map_err(unreadable)?.path())?);
    }
    all.sort();
    Ok(all)
}

/// The generic figure files, followed by the network's own.
pub fn figure_files(network: Option<&Network>) -> Result<Vec<(String, String)>> {
    let mut files: Vec<(String, String)> = GenericFigures::iter()
        .filter_map(|p| {
            GenericFigures::get(&p)
                .map(|f| (format!("figures/{p}"), String::from_utf8_lossy(&f.data).into_owned()))
        })
        .collect();
    files.sort();
    if let Some(network) = network {
        for path in network.under("figures", ".toml")? {
            let text = String::from_utf8_lossy(&network.file(&path)?).into_owned();
            files.push((path, text));
        }
    }
    Ok(files)
}

/// The generic page files, followed by the network's own.
pub fn page_files(network: Option<&Network>) -> Result<Vec<(String, String)>> {
    let mut files: Vec<(String, String)> = GenericPages::iter()
        .filter_map(|p| {
            GenericPages::get(&p)
                .map(|f| (format!("pages/{p}"), String::from_utf8_lossy(&f.data).into_owned()))
        })
        .collect();
    files.sort();
    if let Some(network) = network {
        for path in network.under("pages", ".toml")? {
            let text = String::from_utf8_lossy(&network.file(&path)?).into_owned();
            files.push((path, text));
        }
    }
    Ok(files)
}

/// Column names used in other organisations' files. This file is not a mapping.
const SYNONYMS: &str = "mappings/synonyms.toml";

/// The generic mapping files, followed by the network's own. Without a network's folder on disk, those in `mappings/`
/// of the current directory.
pub fn mapping_files(network: Option<&Network>) -> Result<Vec<(String, String)>> {
    let mut files: Vec<(String, String)> = GenericMappings::iter()
        .filter_map(|p| {
            GenericMappings::get(&p)
                .map(|f| (format!("mappings/{p}"), String::from_utf8_lossy(&f.data).into_owned()))
        })
        .collect();
    files.sort();
    if let Some(network) = network {
        for path in network.under("mappings", ".toml")? {
            let text = String::from_utf8_lossy(&network.file(&path)?).into_owned();
            files.push((path, text));
        }
    }
    let here = Path::new("mappings");
    if network.is_none_or(|n| n.folder().is_none()) && here.is_dir() {
        for path in files_under(here)?.iter().filter(|p| p.extension().is_some_and(|e| e == "toml")) {
            let text = std::fs::read_to_string(path)
                .map_err(|e| Error::Broken(format!("{}: {e}", path.display())))?;
            files.push((path.to_string_lossy().replace('\\', "/"), text));
        }
    }
    files.retain(|(path, _)| path != SYNONYMS);
    Ok(files)
}

/// Column names used in other organisations' files, by language: the path and text of the generic file.
pub fn synonyms() -> (&'static str, String) {
    (
        SYNONYMS,
        GenericMappings::get("synonyms.toml")
            .map(|f| String::from_utf8_lossy(&f.data).into_owned())
            .unwrap_or_default(),
    )
}

/// The template of the picture of one number.
pub fn card_template() -> String {
    Templates::get("card.typ").map(|f| String::from_utf8_lossy(&f.data).into_owned()).unwrap_or_default()
}

/// The template of the printed page: the network's own `page.typ`, or the generic one.
pub fn page_template(network: Option<&Network>) -> String {
    let own = network.and_then(|n| n.file("page.typ").ok());
    let text = own.or_else(|| Templates::get("page.typ").map(|f| f.data)).unwrap_or_default();
    String::from_utf8_lossy(&text).into_owned()
}

/// The files that a page template may import, as (name, bytes).
pub fn page_parts() -> Vec<(String, Cow<'static, [u8]>)> {
    let names = Templates::iter().filter(|name| name != "page.typ" && name != "card.typ");
    names.filter_map(|name| Templates::get(&name).map(|f| (name.into_owned(), f.data))).collect()
}

/// The fonts for print, as TTF. The site has its own.
pub fn paper_fonts() -> Vec<Cow<'static, [u8]>> {
    let mut names: Vec<_> =
        Web::iter().filter(|name| name.starts_with("fonts/") && name.ends_with(".ttf")).collect();
    names.sort();
    names.iter().filter_map(|name| Web::get(name)).map(|f| f.data).collect()
}

/// The land of the world map, as one SVG path.
pub fn land() -> String {
    Web::get("land.txt").map(|f| String::from_utf8_lossy(&f.data).into_owned()).unwrap_or_default()
}

/// The generic words, followed by the network's own, which replace them.
pub fn word_files(network: Option<&Network>) -> Result<Vec<Source>> {
    let mut paths: Vec<String> = GenericWords::iter().map(|p| p.into_owned()).collect();
    paths.sort();
    let language = |path: &str| path.rsplit('/').nth(1).unwrap_or_default().to_string();
    let mut sources: Vec<Source> = paths
        .into_iter()
        .filter_map(|p| {
            GenericWords::get(&p).map(|f| Source {
                language: language(&p),
                text: String::from_utf8_lossy(&f.data).into_owned(),
                file: format!("locales/{p}"),
            })
        })
        .collect();
    if let Some(network) = network {
        for path in network.under("locales", ".ftl")? {
            sources.push(Source {
                language: language(&path),
                text: String::from_utf8_lossy(&network.file(&path)?).into_owned(),
                file: path,
            });
        }
    }
    Ok(sources)
}
