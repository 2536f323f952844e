# Ce qui sort : le registre, les listes et les lignes des indicateurs, en fichiers.

error-no-table-to-export = Il n’y a pas de table « { $text } » échangée par fichiers.
    .mend = Choisissez parmi : { $tables }.
error-no-words-in-language = Il n’y a pas de textes dans la langue « { $text } ».
    .mend = Choisissez parmi : { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } texte dépasse la longueur admise par une cellule de classeur (32 767 caractères).
       *[other] { $n } textes dépassent la longueur admise par une cellule de classeur (32 767 caractères).
    }
    .mend = Exportez en CSV, qui accepte des textes de toute longueur.
