//! The last part of an address of a page: years, and the format it is asked in.

use serde::Deserialize;

use super::forms::Form;
use super::years::Years;

/// `2020`, `2018-2020`, or with the ending of a format: `2020.pdf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PageAddress {
    pub years: Years,
    /// The format; `None` for the page itself.
    pub form: Option<Form>,
}

impl PageAddress {
    /// `None` if it is the address of something else.
    pub fn read(text: &str) -> Option<PageAddress> {
        match text.rsplit_once('.') {
            Some((years, ending)) => {
                Some(PageAddress { years: Years::read(years)?, form: Some(Form::of_ending(ending)?) })
            }
            None => Some(PageAddress { years: Years::read(text)?, form: None }),
        }
    }
}

impl TryFrom<String> for PageAddress {
    type Error = String;

    fn try_from(text: String) -> Result<PageAddress, String> {
        PageAddress::read(&text).ok_or(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_the_end_of_the_address() {
        let read = |text| PageAddress::read(text).map(|address| (address.years, address.form));
        let (one, three) = (Years { from: 2020, to: 2020 }, Years { from: 2018, to: 2020 });
        assert_eq!(read("2020.pdf"), Some((one, Some(Form::Pdf))));
        assert_eq!(read("2018-2020.csv"), Some((three, Some(Form::Csv))));
        assert_eq!(read("2020"), Some((one, None)));
        for other in ["2020.exe", "members.csv", "members", ".pdf", "2020.", "2020.pdf.pdf"] {
            assert_eq!(PageAddress::read(other), None, "{other}");
        }
    }
}
