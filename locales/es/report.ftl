# Lo que `decapolis report` rechaza y qué se puede hacer.

report-error-empty = El registro está vacío: no hay nada de lo que informar.
    .mend = Cargue primero los datos con `decapolis import … --apply`, o indique otro registro en DECAPOLIS_DATABASE.
report-error-year = Esta red no tiene página del año «{ $text }».
    .mend = Indique un año de { $from } a { $to }, por ejemplo `decapolis report { $to }`.
report-error-language = La red no ofrece el idioma «{ $text }».
    .mend = Indique uno de sus idiomas: { $languages }.
report-error-form = «{ $text }» no es una forma de la página.
    .mend = Indique algunas de estas: { $forms }.
report-no-address = No consta la dirección del sitio, así que los códigos en papel no llevan a ninguna parte: indique DECAPOLIS_ADDRESS o la columna address de networks.csv.
