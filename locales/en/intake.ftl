# Files from elsewhere: their tables, the match of their columns, and mappings.

## Why a row adds nothing to a table

row-left-out = Left out by the mapping “{ $mapping }”: { $reason }
row-without-values = All its years are empty.
row-says-nothing = The column “{ $column }” is empty.
row-said-already = Row { $row } already says this.
row-said-before = Row { $row } came first.

## What is wrong with a cell or a row

error-not-a-country = “{ $text }” is not a country.
    .mend = Write its two letters (ISO 3166): ES for Spain.
error-may-be-a-country = “{ $text }” is not the name of a country in a language of this program. It may be: { $codes }.
    .mend = Write the two letters of the country that is meant (ISO 3166).
error-not-degrees = “{ $text }” is not a latitude or a longitude.
    .mend = Write degrees, such as 48.8566 or 48°51′N; a latitude lies between -90 and 90, a longitude between -180 and 180.
error-said-otherwise = Row { $row } has other values for the same thing: { $text }.
    .mend = Keep only one of the two rows, or give both the same values.

## Mappings

error-mapping-unknown = There is no mapping “{ $name }”.
    .mend = Write one of these, or the path of a file: { $names }.
error-mapping-column = The mapping “{ $mapping }” reads a column “{ $column }” that { $file } does not have.
    .mend = Correct the name in the mapping. The file has: { $columns }.
error-mapping-years = The mapping “{ $mapping }” expects a column for each year, but the heading of { $file } has no years.
    .mend = Check that it is the right file, or remove [into.years] from the mapping. The file has: { $columns }.
error-mapping-there = The mapping { $file } already exists.
    .mend = Choose another name, or overwrite it with --force.
error-mapping-unsure = The program cannot tell into which table { $file } goes.
    .mend = See the proposal with “{ $command }” and save it as a mapping, or name the table with --into.
error-match-unsure = The program is not sure where these columns of { $file } go: { $columns }.
    .mend = If this is right, add { $match }. To leave a column out, write --match "{ $heading }=".
error-value-column = “{ $text }” names no column that is read.
    .mend = Write the column, the word and its value: --value gender.M=man.
error-value-unused = No cell of the column “{ $column }” says “{ $word }”: --value { $text } would do nothing.
    .mend = Write the word as it is in the file, or leave the option out.
error-decimal-unused = In { $file } no number depends on the mark before decimals: --decimal would do nothing.
    .mend = Leave the option out.
error-mapping-reads = { $file } has no column “{ $column }”: what the mapping “{ $mapping }” says in `reads` would do nothing.
    .mend = Write the whole heading of the column, or its letter. The file has: { $columns }.
error-mapping-missing = { $file } lacks columns that the table “{ $table }” requires: { $columns }.
    .mend = Save the proposal with “{ $command }”, write in it where these columns come from, and import with --mapping. If a column of the file holds one of them, add --match "HEADING=column".
error-no-table-found = No table was found in { $file }.
    .mend = Check that it is the right file; if it has several sheets, name one with --sheet.
error-sheet-unknown = { $file } has no sheet “{ $sheet }”.
    .mend = Write one of these: { $sheets }.
error-table-unknown = There is no table “{ $table }” in the register.
    .mend = Write one of these: { $tables }.

## Why a column is matched

match-said = you said so
match-set = is “{ $words }” in every row: you said so
match-two-halves = “{ $given }” and “{ $family }” are one name
match-two-candidates = “{ $heading }” and “{ $other }” both look like it
match-own-name = “{ $heading }” is its name in the register
match-words-unknown = these words mean nothing here: { $words }. What they mean is said with { $value }
match-other-name = “{ $heading }” is another name for it
match-like-name = “{ $heading }” resembles its name
match-countries = its cells are countries: { $example }
match-coordinates = its cells are a latitude and a longitude
match-choices = { $percent } % of its cells are values that the column allows: { $example }
match-records = { $percent } % of its cells are records of the register
match-years-across = a column for each year, from “{ $heading }”

## decapolis look

look-sheet = Sheet “{ $sheet }”
look-file = { $file }: { $format }
look-table = Table { $n }: rows { $first } to { $last }, { $sure } % sure
look-heading =
    { $n ->
        [one] heading in row { $rows }
       *[other] heading in rows { $rows }
    }
look-no-heading = no heading: columns are named by their letters
look-column = Column
look-reads = Holds
look-sure = Sure
look-into = Goes into
look-odd = does not fit
look-odd-row = row { $row }: { $text }
look-nowhere = Not imported: { $columns }
look-missing = Required but missing: { $columns }
look-proposal = Goes into “{ $table }” ({ $name }), { $sure } % sure
look-proposals = Other tables: { $tables }
look-no-proposal = No table of the register resembles it. Name one with --into.
look-known = The mapping “{ $mapping }” knows this file: { $note }
look-known-source = Source: { $source }
look-known-licence = Terms: { $licence }
look-then-import = To see what an import would do: { $command }
look-then-set = To say where a missing column comes from (--match "HEADING=column"), or to give it the same value in every row (--set): { $command }
look-then-save = To save this match as a mapping and correct it: { $command }
look-saved = The mapping is saved in { $file }. Correct it there, then run: { $command }
look-saved-missing = First write in it where these columns come from: { $columns }
look-years = the years { $first } to { $last }: each cell becomes a row
import-by-mapping = { $file }: read by the mapping “{ $mapping }”.
import-by-match = { $file }: matched automatically with the table “{ $table }”; “{ $command }” shows how.
import-table-unread = { $file }: the table in rows { $first } to { $last } was not read.
import-match = Columns: { $columns }.
import-goes = { $heading } → { $column }
import-goes-sure = { $heading } → { $column } ({ $sure } %)
match-sure = { $why } ({ $sure } %)
import-not-taken = Columns not imported: { $columns }.

## How cells are read

reads-text = text
reads-code = code
reads-whole = whole number
reads-number = number
reads-percent = percent
reads-year = year
reads-day-unclear = date, order not shown
reads-day-y-m-d = date, year first
reads-day-d-m-y = date, day first
reads-day-m-d-y = date, month first
reads-yes-no = yes or no
reads-degrees = degrees
reads-coordinates = coordinates
reads-list = list, separated by { $separator }
reads-list-lines = list, one value on each line

error-match-heading = The file has no column “{ $heading }”.
    .mend = Use one of: { $headings }.
error-match-column = The table “{ $table }” has no column “{ $column }”.
    .mend = Use one of: { $columns }.
error-match-without-sign = “{ $text }” has no equals sign.
    .mend = Write it as { $option } NAME=WHAT.
