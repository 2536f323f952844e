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
error-cell-not-calculated = The cell has a formula that nothing has calculated yet: { $text }.
    .mend = Open the file in a spreadsheet program, save it there, and import that; or write the value itself.
error-cell-digits-lost = A spreadsheet program has cut this number: “{ $text }” no longer has all its digits.
    .mend = Format the column as text in the file it comes from, and export it again.
error-cell-code-changed = A spreadsheet program may have changed this code into “{ $text }”: it is no longer text.
    .mend = Format the column as text, and write the code as it is.
error-cell-not-text = “{ $text }” cannot be read.
    .mend = Write the value as text.
error-cell-not-whole = “{ $text }” is not a whole number like the other cells of the column.
    .mend = Write it without decimals, grouped like the other cells, or say in the mapping that the column has decimals.
error-cell-not-number = “{ $text }” is not a number written like the others of the column.
    .mend = Write it with the same decimal mark, and put notes and units into a column of their own.
error-cell-number-mark = “{ $text }” may be two numbers: no cell of the column shows whether the mark groups digits or is before decimals.
    .mend = Say which mark is before decimals with --decimal . or --decimal ,, or write the number without grouping its digits.
error-decimal-mark = “{ $text }” is not a mark before decimals.
    .mend = Write --decimal . or --decimal ,.
error-cell-not-percent = “{ $text }” is not a percentage.
    .mend = Write the number with the sign: 12.5 %.
error-cell-not-year = “{ $text }” is not a year.
    .mend = Write four digits: 2020.
error-cell-not-day = “{ $text }” is not a day written like the others of the column.
    .mend = Write 31/12/2020 or 2020-12-31; 2020-12 or 2020 if the day is not known.
error-cell-not-day-month-first = “{ $text }” is not a day written like the others of the column, with the month first.
    .mend = Write 12/31/2020 or 2020-12-31, or say that the day comes first in this column.
error-cell-day-order = “{ $text }” may be two days: no cell of the column shows whether the day, the month or the year comes first.
    .mend = Say it with --days d/m/y, --days m/d/y or --days y-m-d, or write 2020-12-31.
error-cell-day-without-year = “{ $text }” names no year, or no day.
    .mend = Write 2020-03-17; 2020-03 if the day is not known.
error-cell-number-among-days = “{ $text }” is a number among days.
    .mend = Write the day: 2020-12-31; 2020-12 or 2020 if it is not known.
error-cell-day-swapped = “{ $text }” may have its day and month swapped: other days of the column stayed text, as when a file is opened in the settings of another country.
    .mend = Correct the column in the file, or import the file in which it was first written.
error-cell-century = “{ $text }” does not say its century.
    .mend = Write all four digits of the year in the file: 12/31/1957 or 12/31/2057 instead of 12/31/57.
error-cell-day-midnight = “{ $text }” has a clock of another zone: it may be another day here.
    .mend = Write the day alone: 2020-12-31.
error-cell-year-apart = The year of “{ $text }” is far from all others of the column.
    .mend = Correct it if it is a slip or of another calendar. If it is right, add --years with the first and the last year that are right: --years 1850..2030.
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
