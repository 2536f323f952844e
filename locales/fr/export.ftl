# Ce qui sort : le registre, les listes et les lignes des indicateurs, en fichiers.

error-no-table-to-export = Il n’y a pas de table « { $text } » exportable.
    .mend = Choisissez parmi : { $tables }.
error-no-words-in-language = Il n’y a pas de textes dans la langue « { $text } ».
    .mend = Choisissez parmi : { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } texte dépasse la longueur admise par une cellule de classeur (32 767 caractères). Le premier : { $first }.
        [many] { $n } de textes dépassent la longueur admise par une cellule de classeur (32 767 caractères). Le premier : { $first }.
       *[other] { $n } textes dépassent la longueur admise par une cellule de classeur (32 767 caractères). Le premier : { $first }.
    }
    .mend = Exportez en CSV, qui accepte des textes de toute longueur.

# Ce que l’on dit d’un fichier à qui le lit.
export-xlsx = XLSX
export-cut =
    { $n ->
        [one] Seulement la première ligne sur { $all }.
        [many] Seulement les { $n } premières lignes sur { $all }.
       *[other] Seulement les { $n } premières lignes sur { $all }.
    }
export-filtered = Filtre : { $filters }.
# Parties des noms de fichiers : lettres, chiffres et traits d’union seulement.
export-name-filtered = filtre
export-name-cut = premieres-{ $n }-lignes

# En-têtes que seuls les fichiers portent.
export-code-of = { $column } (code)
export-quantity = Quantité
export-unit = Unité comptée (code)
export-listing = Liste
export-group = Groupe
export-rows = Lignes
export-shown = Telle que publiée
export-key = Clé
