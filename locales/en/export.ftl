# Exports: the register, lists and the rows of figures, as files.

error-no-table-to-export = There is no table “{ $text }” that can be exported.
    .mend = Choose from: { $tables }.
error-no-words-in-language = The program has no words in the language “{ $text }”.
    .mend = Choose from: { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } text is longer than a cell of a workbook may be (32,767 characters). First: { $first }.
       *[other] { $n } texts are longer than a cell of a workbook may be (32,767 characters). First: { $first }.
    }
    .mend = Export as CSV, which holds texts of any length.

# Notes in the first line of a downloaded file.
export-xlsx = XLSX
export-cut =
    { $n ->
        [one] Only the first row of { $all }.
       *[other] Only the first { $n } rows of { $all }.
    }
export-filtered = Filter: { $filters }.
# Parts of the names of files: letters, digits and hyphens only.
export-name-filtered = filtered
export-name-cut = first-{ $n }-rows

# Headings that only files have.
export-code-of = { $column } (code)
export-quantity = Quantity
export-unit = Counted unit (code)
export-listing = List
export-group = Group
export-rows = Rows
export-shown = As printed
export-key = Key
