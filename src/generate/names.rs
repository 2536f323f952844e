//! Invented names made of syllables. No government has these names.

const FIRST: &[&str] = &[
    "Ar", "Bel", "Cor", "Dav", "El", "Fen", "Gal", "Hol", "Is", "Jor", "Kel", "Lum", "Mar", "Nor", "Ov",
    "Pel",
];
const MIDDLE: &[&str] = &["a", "e", "i", "o", "u", "é", "ó", "ia", "eo", "ü"];
const LAST: &[&str] = &[
    "bor", "den", "fal", "gan", "lis", "mar", "nar", "pol", "ran", "sel", "tun", "ven", "zur", "quin", "ñel",
    "dra",
];
const GIVEN: &[&str] = &[
    "Ada", "Bea", "Ciro", "Dara", "Elio", "Fara", "Gilo", "Hana", "Ivo", "Jana", "Kilo", "Lea", "Mio",
    "Nara", "Oto", "Pia",
];

/// The name of a place. Each number has its own name.
pub fn place(number: u64) -> String {
    let (f, m, l) = (FIRST.len() as u64, MIDDLE.len() as u64, LAST.len() as u64);
    let one = |n: u64| {
        format!(
            "{}{}{}",
            FIRST[(n % f) as usize],
            MIDDLE[(n / f % m) as usize],
            LAST[(n / f / m % l) as usize]
        )
    };
    match number / (f * m * l) {
        0 => one(number),
        // past the first 2,560 a second word makes the name unique
        more => format!("{} {}", one(number), one(more)),
    }
}

/// The name of a person: a given name and a place. Several people can have the same name.
pub fn person(number: u64) -> String {
    format!(
        "{} {}",
        GIVEN[(number % GIVEN.len() as u64) as usize],
        place(number / GIVEN.len() as u64 % 40_000)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_places_share_a_name() {
        let names: std::collections::BTreeSet<String> = (0..30_000).map(super::place).collect();
        assert_eq!(names.len(), 30_000);
    }
}
