# What goes out: the register, lists and the rows of figures, as files.

error-no-table-to-export = There is no table “{ $text }” that comes and goes as files.
    .mend = Choose from: { $tables }.
error-no-words-in-language = There are no words in the language “{ $text }”.
    .mend = Choose from: { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } text is longer than a cell of a workbook may be (32,767 characters).
       *[other] { $n } texts are longer than a cell of a workbook may be (32,767 characters).
    }
    .mend = Export as CSV, which holds texts of any length.
