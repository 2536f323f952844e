//! The brand as the site sends it.

use super::brand::Brand;
use crate::web::address::version;

/// The colours and logo that replace the program's own.
#[derive(Clone, Debug, Default)]
pub struct BrandFiles {
    pub style: String,
    /// Changes with colours and logo, so that browsers fetch new ones.
    pub version: String,
}

impl BrandFiles {
    pub fn of(brand: &Brand) -> BrandFiles {
        let style = brand.style();
        let logo = brand.logo.as_ref().map(|l| l.bytes.as_slice()).unwrap_or_default();
        BrandFiles { version: version(style.bytes().chain(logo.iter().copied())), style }
    }
}
