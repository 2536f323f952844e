//! The words by which rows and headings are recognised, in English, Spanish and French.

use crate::canonical::folded;

/// Whether a label says that its row is a total: `Some(true)` if it says nothing else.
pub fn total(label: &str) -> Option<bool> {
    let has = |part: &[u8]| label.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(part));
    if label.len() > 60 || !(has(b"tot") || has(b"sum") || has(b"som") || label.starts_with('Σ')) {
        return None;
    }
    if label.trim_end_matches(':') == "Σ" {
        return Some(true);
    }
    let label = folded(label);
    let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let sums = |word: &&str| {
        matches!(
            *word,
            "total"
                | "totals"
                | "totales"
                | "totaux"
                | "subtotal"
                | "subtotals"
                | "subtotales"
                | "suma"
                | "sum"
                | "somme"
        )
    };
    let more = |word: &&str| {
        matches!(*word, "sub" | "sous" | "gran" | "grand" | "general" | "generale" | "generaux" | "overall")
    };
    let first = words.iter().find(|word| !more(word))?;
    let tells = sums(first) || words.last().is_some_and(sums);
    tells.then(|| words.iter().all(|word| sums(word) || more(word)))
}

/// Whether a line is a note to a table: a star, a number in brackets, Source:, Fuente:, Nota:.
pub fn is_note(line: &str) -> bool {
    let marked = ["*", "(*", "†", "‡", "¹", "²", "³", "©", "[1]", "[a]"];
    if marked.iter().any(|mark| line.starts_with(mark)) {
        return true;
    }
    if let Some((number, rest)) = line.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        return number.len() <= 2 && number.chars().all(char::is_alphanumeric) && !rest.trim().is_empty();
    }
    let Some((word, _)) = line.split_once(':') else { return false };
    word.len() <= 40
        && folded(word).split(|c: char| !c.is_alphanumeric()).any(|word| {
            matches!(
                word,
                "note"
                    | "notes"
                    | "nota"
                    | "notas"
                    | "source"
                    | "sources"
                    | "fuente"
                    | "fuentes"
                    | "nb"
                    | "remarque"
                    | "remarques"
                    | "observaciones"
                    | "leyenda"
                    | "legende"
                    | "legend"
                    | "lecture"
                    | "champ"
                    | "elaboracion"
                    | "elaborated"
                    | "licence"
                    | "license"
                    | "licencia"
                    | "definition"
                    | "definicion"
                    | "reference"
                    | "referencia"
            )
        })
}

/// Whether a cell is the mark of a note: *, (1), a), Source:.
pub fn is_mark(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', '[', ']']);
    text.chars().all(|c| matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³'))
        || inner.len() < text.len() && inner.len() <= 2 && inner.chars().all(char::is_alphanumeric)
        || text.ends_with(':') && is_note(text)
}

/// Whether a cell is the label of a line above a table: a name and a colon.
pub fn is_label(text: &str) -> bool {
    text.ends_with(':') || is_note(&format!("{text}:"))
}

/// Whether a cell speaks as headings do: population_2015, Fecha de alta, Code postal.
pub fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let bytes = text.as_bytes();
    if text.len() > 60 || bytes.is_empty() {
        return false;
    }
    let snake = text.contains('_') && !text.contains(' ') && bytes[0].is_ascii_alphabetic();
    let camel = !text.contains(' ')
        && bytes.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
    snake
        || camel
        || folded(text)
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| !word.is_empty() && HEADINGS.split(' ').any(|heading| heading == word))
}

const HEADINGS: &str = "id code codigo cod name nombre nom title titulo titre city ciudad ville country pais pays region municipality municipio \
    commune province provincia date fecha day dia jour year ano annee month mes mois population poblacion area superficie \
    surface value valor valeur unit unidad unite type tipo kind status estado statut etat email mail correo courriel url web \
    link enlace lien note notes notas nota remarks observaciones source fuente latitude longitude latitud longitud lat lon \
    lng address direccion adresse phone telefono telephone total number numero no nº n° description descripcion organisation \
    organization organizacion member miembro membre language idioma langue gender genero genre sex sexo sexe start end \
    inicio fin debut from until desde hasta iso iso2 iso3 category categoria categorie topic topics theme themes tema temas \
    tags currency moneda devise amount importe montant women men mujeres hombres femmes hommes surname apellido apellidos \
    prenom role cargo fonction indicator indicador indicateur metro metropolis leader partners mode";

/// Whether a cell under a heading is a unit: km², (thousands), EUR.
pub fn is_unit(text: &str) -> bool {
    let inner = text.trim_matches(['(', ')', '[', ']']);
    let bracketed = inner.len() < text.len()
        && text.starts_with(['(', '['])
        && inner.parse::<u32>().is_err()
        && inner.len() > 1;
    bracketed
        || matches!(
            folded(inner).as_str(),
            "%" | "km2"
                | "km"
                | "m2"
                | "m"
                | "ha"
                | "eur"
                | "usd"
                | "euros"
                | "kg"
                | "t"
                | "mm"
                | "kwh"
                | "mwh"
                | "gwh"
                | "miles"
                | "millones"
                | "thousands"
                | "thousand"
                | "millions"
                | "milliers"
                | "persons"
                | "personas"
                | "personnes"
                | "people"
                | "hab"
                | "hab."
                | "habitantes"
                | "habitants"
                | "inhabitants"
                | "hab/km2"
                | "hab./km2"
                | "n"
                | "number"
                | "numero"
                | "nombre"
                | "years"
                | "anos"
                | "ans"
                | "days"
        )
        || matches!(
            inner,
            "€" | "$" | "£" | "°C" | "‰" | "nº" | "n°" | "Nº" | "N°" | "km²" | "m²" | "hab/km²" | "hab./km²"
        )
}

/// Whether a heading speaks of codes.
pub fn speaks_of_codes(heading: &str) -> bool {
    has(heading, |word| {
        matches!(
            word,
            "id" | "code"
                | "codes"
                | "codigo"
                | "cod"
                | "iso"
                | "iso2"
                | "iso3"
                | "iso31661"
                | "cp"
                | "zip"
                | "postcode"
                | "insee"
                | "ine"
                | "nif"
                | "siren"
                | "siret"
                | "geonameid"
                | "pais"
                | "pays"
                | "country"
                | "clave"
                | "ref"
                | "telefono"
                | "telephone"
                | "phone"
                | "tel"
        ) || word.ends_with("code")
            || word.len() > 4 && word.ends_with("id") && word.contains("name")
    })
}

/// Whether a heading speaks of days.
pub fn speaks_of_days(heading: &str) -> bool {
    has(heading, |word| {
        matches!(
            word,
            "date"
                | "dates"
                | "day"
                | "fecha"
                | "fechas"
                | "dia"
                | "jour"
                | "jours"
                | "le"
                | "from"
                | "until"
                | "desde"
                | "hasta"
        ) || word.ends_with("date")
    })
}

/// Whether a heading speaks of years.
pub fn speaks_of_years(heading: &str) -> bool {
    has(heading, |word| {
        matches!(
            word,
            "year"
                | "years"
                | "ano"
                | "anos"
                | "annee"
                | "annees"
                | "an"
                | "ejercicio"
                | "exercice"
                | "since"
                | "desde"
                | "depuis"
                | "yr"
        ) || word.ends_with("year")
    })
}

/// Whether a heading speaks of remarks in sentences.
pub fn speaks_of_notes(heading: &str) -> bool {
    has(heading, |word| {
        ["note", "nota", "remar", "comment", "coment", "observa", "descri"]
            .iter()
            .any(|start| word.starts_with(start))
    })
}

/// Whether a heading speaks of a latitude or a longitude.
pub fn speaks_of_degrees(heading: &str) -> bool {
    has(heading, |word| {
        matches!(word, "lat" | "lon" | "lng" | "long")
            || word.starts_with("latitud")
            || word.starts_with("longitud")
    })
}

/// Whether a heading asks a question that yes or no answers.
pub fn asks(heading: &str) -> bool {
    let heading = heading.trim();
    heading.ends_with('?')
        || heading.starts_with('¿')
        || has(heading, |word| matches!(word, "is" | "has" | "es" | "tiene" | "est"))
}

fn has(heading: &str, is: impl Fn(&str) -> bool) -> bool {
    folded(heading).split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty() && is(word))
}
