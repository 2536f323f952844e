# Sheets exported from the register, rows that a mapping does not take, and texts too long for a workbook.

import-own-sheet = { $file }: a sheet exported from a register, read as the table “{ $table }”.
look-own = A sheet exported from a register: its rows go unchanged into the table “{ $table }”.

row-not-wanted = The mapping “{ $mapping }” does not take rows with “{ $text }” in the column “{ $column }”.

# Added at the end of a text that was cut.
export-text-cut = … [cut: a cell holds 32,767 characters]
report-texts-cut =
    { $n ->
        [one] In { $file }, { $n } text was cut at its end: a cell of a workbook holds at most 32,767 characters.
       *[other] In { $file }, { $n } texts were cut at their end: a cell of a workbook holds at most 32,767 characters.
    }
