//! What files from elsewhere are recognised by.

use std::path::PathBuf;

use decapolis_import::intake::{Mapping, Mappings, OwnSheets, Proposer, Synonyms, Vocabulary};
use decapolis_register::schema::Tables;
use decapolis_words::errors::{Error, Result};

use crate::app::App;
use crate::assets::{self, Network};

/// What foreign files are read by: the mappings, and the words of columns.
pub struct Recognition {
    pub tables: Tables,
    pub mappings: Mappings,
    pub vocabulary: Vocabulary,
    pub synonyms: Synonyms,
    pub own: OwnSheets,
    pub network: Option<Network>,
    /// The program that opens workbooks in a process of its own. `None` opens them in this process, for tests.
    pub apart: Option<PathBuf>,
}

impl Recognition {
    pub fn of(app: &App, network: Option<&str>) -> Result<Recognition> {
        let network = match network {
            Some(name) => Some(Network::named(name)?),
            None => Network::of_code(&app.settings.code),
        };
        let tables = app.all_tables();
        let (file, text) = assets::synonyms();
        let synonyms = Synonyms::read(file, &text).map_err(Error::Broken)?;
        Ok(Recognition {
            tables,
            mappings: Mappings::read(&assets::mapping_files(network.as_ref())?, tables)
                .map_err(Error::Broken)?,
            vocabulary: Vocabulary::of(&app.words, &synonyms, tables),
            synonyms,
            own: OwnSheets::of(&app.words, tables),
            network,
            apart: std::env::current_exe().ok(),
        })
    }

    pub fn proposer(&self) -> Proposer<'_> {
        Proposer { tables: self.tables, vocabulary: &self.vocabulary, synonyms: &self.synonyms }
    }

    /// The mapping with this name or path.
    pub fn mapping(&self, named: &str) -> Result<Mapping> {
        if let Some(mapping) = self.mappings.named(named) {
            return Ok(mapping.clone());
        }
        if let Ok(text) = std::fs::read_to_string(named) {
            return Mapping::read(named, &text, self.tables).map_err(Error::Broken);
        }
        let names: Vec<&str> = self.mappings.iter().map(|m| m.name.as_str()).collect();
        Err(Error::refused_with(
            "error-mapping-unknown",
            [("name", named.into()), ("names", names.join(", ").into())].into(),
        ))
    }
}
