# Foreign files: what is found in them, how their columns are matched, and the mappings that say so.

## Why a row says nothing of a table

row-left-out = Left out by the mapping “{ $mapping }”: { $reason }
row-without-values = All its years are empty.
row-says-nothing = The column “{ $column }” is empty.
row-said-already = Said already in row { $row }.
row-said-before = Row { $row } came first.

## What is wrong with a cell or a row

error-not-a-country = “{ $text }” is not a country.
    .mend = Write its two letters (ISO 3166), or its name in English, Spanish or French.
error-not-degrees = “{ $text }” is no latitude or longitude.
    .mend = Write degrees, as 48.8566 or 48°51′N; a latitude lies between -90 and 90, a longitude between -180 and 180.
error-said-otherwise = Row { $row } says something else of the same: { $text }.
    .mend = Keep one of the two rows, or make them say the same.

## Mappings

error-mapping-unknown = There is no mapping “{ $name }”.
    .mend = Write one of these, or the path of a file: { $names }.
error-mapping-column = The mapping “{ $mapping }” reads a column “{ $column }” that { $file } does not have.
    .mend = Mend the name in the mapping. The file has: { $columns }.
error-mapping-years = The mapping “{ $mapping }” reads years that stand across, and { $file } has none in its heading.
    .mend = Check that it is the right file, or take [into.years] out of the mapping. The file has: { $columns }.
error-mapping-there = There is a mapping { $file } already.
    .mend = Choose another name, or write over it with --force.
error-mapping-unsure = It is not sure into which table { $file } goes.
    .mend = Look at what is proposed with “{ $command }”, and save it as a mapping, or name the table with --into.
error-mapping-missing = { $file } lacks what the table “{ $table }” cannot do without: { $columns }.
    .mend = Save what is proposed with “{ $command }”, say in it where they come from, and import with --mapping.
error-no-table-found = No table is found in { $file }.
    .mend = Check that it is the right file; where it has several sheets, name one with --sheet.
error-sheet-unknown = { $file } has no sheet “{ $sheet }”.
    .mend = Write one of these: { $sheets }.
error-table-unknown = There is no table “{ $table }” in the register.
    .mend = Write one of these: { $tables }.

## Why a column is matched

match-said = you said so
match-set = is “{ $words }” in every row: you said so
match-own-name = “{ $heading }” is what the register calls it
match-other-name = “{ $heading }” is another name of it
match-like-name = “{ $heading }” is like its name
match-countries = its cells are countries: { $example }
match-coordinates = its cells are a latitude and a longitude
match-choices = { $percent } % of its cells are values it can have: { $example }
match-records = { $percent } % of its cells are records of the register
match-years-across = years stand across, from “{ $heading }”

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
look-nowhere = Go nowhere: { $columns }
look-missing = Missing, and cannot be empty: { $columns }
look-proposal = Goes into “{ $table }” ({ $name }), { $sure } % sure
look-proposals = Other tables: { $tables }
look-no-proposal = No table of the register is like it. Name one with --into.
look-known = The mapping “{ $mapping }” knows this file: { $note }
look-known-source = Source: { $source }
look-known-licence = Terms: { $licence }
look-then-import = To see what an import would do: { $command }
look-then-set = To say the same in every row of what is missing, or --match "HEADING=column" of a column: { $command }
look-then-save = To keep this match as a mapping and correct it: { $command }
look-saved = The mapping is kept in { $file }. Correct it there; then: { $command }
look-saved-missing = Say in it first where these come from: { $columns }
look-years = the years { $first } to { $last }, each cell a row
import-by-mapping = { $file }: read by the mapping “{ $mapping }”.
import-by-match = { $file }: matched with the table “{ $table }” by itself; “{ $command }” shows how.
import-table-unread = { $file }: the table in rows { $first } to { $last } is not read.
import-not-taken = Columns that go nowhere: { $columns }.

## How cells are read

reads-text = text
reads-code = code
reads-whole = whole number
reads-number = number
reads-percent = percent
reads-year = year
reads-day-y-m-d = date, year first
reads-day-d-m-y = date, day first
reads-day-m-d-y = date, month first
reads-yes-no = yes or no
reads-degrees = degrees
reads-coordinates = coordinates
reads-list = several, by { $separator }
reads-list-lines = several, by lines

error-match-heading = The file has no column “{ $heading }”.
    .mend = Take one of: { $headings }.
error-match-column = The table “{ $table }” has no column “{ $column }”.
    .mend = Take one of: { $columns }.
error-match-without-sign = “{ $text }” has no sign of equality.
    .mend = Write it as { $option } NAME=WHAT.
