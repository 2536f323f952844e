//! What the columns of a record say of whether a new row means it.

/// What a column says about its record when a new row may mean the same record ([`crate::duplicates`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// It is the label: a title of several words. Another catalogue may keep only some of them.
    Title,
    /// Other names, parted by |.
    OtherNames,
    Mail,
    /// Its address on the web.
    Address,
    /// Where it is: a reference to a place.
    Place,
    /// Where it is, as the file says it.
    PlaceName,
    /// ISO 3166-1 alpha-2, or as the file says it.
    Country,
    /// When it began.
    Day,
    Latitude,
    Longitude,
    /// The catalogue that lists it: a catalogue rarely lists a thing twice.
    Catalogue,
    /// What sort of thing it is: two of different sorts are two.
    Sort,
}
