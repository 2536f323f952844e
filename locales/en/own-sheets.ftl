# Sheets that the register itself wrote, rows that a mapping does not want, and what a workbook cannot hold.

import-own-sheet = { $file }: a sheet of the register itself, read as the table “{ $table }”.
look-own = A sheet of the register itself: its rows go into the table “{ $table }”, as they stand.

row-not-wanted = The mapping “{ $mapping }” takes other rows: “{ $text }” stands in the column “{ $column }”.

# Stands at the end of a text in a cell.
export-text-cut = … [cut: a cell holds 32,767 characters]
report-texts-cut =
    { $n ->
        [one] In { $file } { $n } text is cut at its end: a cell of a workbook holds 32,767 characters.
       *[other] In { $file } { $n } texts are cut at their end: a cell of a workbook holds 32,767 characters.
    }
