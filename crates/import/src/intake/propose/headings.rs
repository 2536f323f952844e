//! What the heading of a column says of it: all its rows, and whether it speaks of the present.

use decapolis_spreadsheets::DetectedTable;

use crate::intake::spelling::spelled;

/// What the heading says of a column, the upper rows first. A row that says the same of every column is a title and says nothing of one.
pub(super) fn said(found: &DetectedTable, at: usize) -> String {
    let heading = &found.columns[at].heading;
    let of_all =
        |part: &String| found.columns.len() > 1 && found.columns.iter().all(|c| c.heading.contains(part));
    let own: Vec<&str> = heading.iter().filter(|part| !of_all(part)).map(String::as_str).collect();
    match own.as_slice() {
        [] => heading.last().cloned().unwrap_or_else(|| found.name(at)),
        own => own.join(" "),
    }
}

/// Words of what was or will be, in English, Spanish and French.
const ANOTHER_TIME: &[&str] = &[
    "old",
    "former",
    "formerly",
    "previous",
    "previously",
    "prior",
    "past",
    "earlier",
    "ex",
    "next",
    "future",
    "upcoming",
    "antiguo",
    "antigua",
    "anterior",
    "anteriores",
    "previo",
    "previa",
    "viejo",
    "vieja",
    "pasado",
    "proximo",
    "proxima",
    "siguiente",
    "futuro",
    "futura",
    "ancien",
    "ancienne",
    "anciens",
    "precedent",
    "precedente",
    "passe",
    "prochain",
    "prochaine",
    "suivant",
    "suivante",
    "futur",
    "future",
];

/// Whether a heading speaks of another time than the present: Old name, Previous mayor, Next election.
pub(super) fn is_of_another_time(said: &str) -> bool {
    spelled(said).split(' ').any(|word| ANOTHER_TIME.contains(&word))
}

/// The names of a person in two columns: the given name, and the family name.
///
/// Nombre and Nom are names of anything by themselves; beside Apellidos and Prénom they are the other half.
const HALVES: &[(&[&str], &[&str])] = &[
    (
        &["first name", "given name", "given names", "forename", "forenames", "firstname", "first names"],
        &["last name", "family name", "surname", "surnames", "lastname", "last names", "name"],
    ),
    (&["name"], &["surname", "surnames", "family name"]),
    (&["nombre", "nombres", "nombre de pila"], &["apellido", "apellidos", "primer apellido"]),
    (&["prenom", "prenoms"], &["nom", "nom de famille", "noms"]),
];

/// The columns of the given and of the family name, if the table has both.
pub(super) fn halves_of_a_name(found: &DetectedTable) -> Option<(usize, usize)> {
    let all: Vec<String> = (0..found.columns.len()).map(|at| spelled(&said(found, at))).collect();
    let place = |names: &[&str]| names.iter().find_map(|name| all.iter().position(|said| said == name));
    HALVES.iter().find_map(|(given, family)| Some((place(given)?, place(family)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_speak_of_another_time() {
        for heading in
            ["Old name", "Former mayor", "Previous_code", "Ancien nom", "Alcaldesa anterior", "Next election"]
        {
            assert!(is_of_another_time(heading), "{heading}");
        }
        for heading in ["Name", "Oldenburg", "Member since", "Exterior", "Passeport"] {
            assert!(!is_of_another_time(heading), "{heading}");
        }
    }
}
