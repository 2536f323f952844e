# Ce que `decapolis report` refuse, et que faire.

report-error-empty = Le registre est vide : il n’y a rien à publier.
    .mend = Chargez d’abord des données avec `decapolis import … --apply`, ou indiquez un autre registre dans DECAPOLIS_DATABASE.
report-error-year = Ce réseau n’a pas de page pour l’année « { $text } ».
    .mend = Indiquez une année de { $from } à { $to }, par exemple `decapolis report { $to }`.
report-error-language = Le réseau ne propose pas la langue « { $text } ».
    .mend = Indiquez l’une de ses langues : { $languages }.
report-error-form = « { $text } » n’est pas une forme de la page.
    .mend = Indiquez-en parmi : { $forms }.
report-no-address = L’adresse du site n’est pas connue, et les codes sur papier ne mènent donc nulle part : renseignez DECAPOLIS_ADDRESS ou la colonne address de networks.csv.
