# Sheets that the register itself wrote, rows that a mapping does not want, and what a workbook cannot hold.

import-own-sheet = { $file } : feuille du registre lui-même, lue comme la table « { $table } ».
look-own = C’est une feuille du registre lui-même : ses lignes vont telles quelles dans la table « { $table } ».

row-not-wanted = La correspondance « { $mapping } » prend d’autres lignes : la colonne « { $column } » contient « { $text } ».

# Stands at the end of a text in a cell.
export-text-cut = … [texte coupé : une cellule admet 32 767 caractères]
report-texts-cut =
    { $n ->
        [one] Dans { $file }, la fin de { $n } texte a été coupée : une cellule de classeur admet 32 767 caractères.
        [many] Dans { $file }, la fin de { $n } de textes a été coupée : une cellule de classeur admet 32 767 caractères.
       *[other] Dans { $file }, la fin de { $n } textes a été coupée : une cellule de classeur admet 32 767 caractères.
    }
