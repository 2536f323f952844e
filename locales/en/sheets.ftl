# Kinds of rows in a spreadsheet, and cells that do not fit their column.

## Why a row is not read

row-blank = an empty row
row-title = a line above the table
row-heading = a heading
row-column-numbers = a row that numbers the columns
row-section = the section “{ $text }”
row-subtotal = a total
row-footnote = a note below the table
row-other-table = a row of another table in the sheet

## Cells that cannot be read

error-cell-formula = The cell shows “{ $text }”: its formula gives no value.
    .mend = Correct the formula in the spreadsheet, or write the value itself.
error-cell-not-text = “{ $text }” cannot be read.
    .mend = Write the value as text.
error-cell-not-whole = “{ $text }” is not a whole number like the other cells of the column.
    .mend = Write it without decimals, grouped like the other cells, or say in the mapping that the column has decimals.
error-cell-not-number = “{ $text }” is not a number written like the others of the column.
    .mend = Write it with the same decimal mark, and put notes and units into a column of their own.
error-cell-not-percent = “{ $text }” is not a percentage.
    .mend = Write the number with the sign: 12.5 %.
error-cell-not-year = “{ $text }” is not a year.
    .mend = Write four digits: 2020.
error-cell-not-day = “{ $text }” is not a day written like the others of the column.
    .mend = Write 31/12/2020 or 2020-12-31; 2020-12 or 2020 if the day is not known.
error-cell-not-day-month-first = “{ $text }” is not a day written like the others of the column, with the month first.
    .mend = Write 12/31/2020 or 2020-12-31, or say that the day comes first in this column.
error-cell-not-yes-no = “{ $text }” is neither yes nor no.
    .mend = Write yes or no, or leave the cell empty if it is not known.
error-cell-not-degrees = “{ $text }” is not a latitude or a longitude.
    .mend = Write 40.4168 or 40°25′01″N; minutes and seconds are below 60.
error-cell-not-coordinates = “{ $text }” is not a latitude with its longitude.
    .mend = Write the latitude first: 40.4168, -3.7038 or 4025N 00342W; minutes are below 60.

## Tables that were not found

error-no-such-table-in-sheet = The sheet has no table { $table }.
    .mend = Run “decapolis look” on the file: it lists the sheets and their tables.
error-heading-not-there = The heading should be in row { $rows }, but none of the first rows with text in the sheet has that number.
    .mend = Give the number the spreadsheet shows beside the row.
