# Import, export and undo, on the command line and later in the office.
# error-<key> says what is wrong, .mend what to do. The place (file, row, column) is written before it.

## Preview of an import

transfer-preview = Preview: nothing has been written yet.
state-new = new
state-same = same
state-removed = removed
state-warning = warning
state-error = error
preview-new =
    { $n ->
        [one] { $n } new row
       *[other] { $n } new rows
    }
preview-changed =
    { $n ->
        [one] { $n } changed row
       *[other] { $n } changed rows
    }
preview-same =
    { $n ->
        [one] { $n } unchanged row
       *[other] { $n } unchanged rows
    }
preview-removed =
    { $n ->
        [one] { $n } removed row
       *[other] { $n } removed rows
    }
preview-warnings =
    { $n ->
        [one] { $n } warning
       *[other] { $n } warnings
    }
preview-errors =
    { $n ->
        [one] { $n } error
       *[other] { $n } errors
    }
preview-more-errors =
    and { $n ->
        [one] { $n } more error
       *[other] { $n } more errors
    }
preview-change = { $column }: “{ $old }” → “{ $new }”
preview-blocked = The import cannot continue until the errors are corrected; nothing has been written.
preview-apply = To write these changes, run the same command with { $option }.

## Done

import-done =
    { $n ->
        [one] { $n } row imported
       *[other] { $n } rows imported
    } in batch { $batch }.
    .undo = To undo it: { $command }
undo-done =
    Batch { $batch } undone: { $n ->
        [one] { $n } row is
       *[other] { $n } rows are
    } as before.
export-done =
    { $n ->
        [one] { $n } row written
       *[other] { $n } rows written
    } to { $file }.

## Warnings

warning-no-last-line-end = The last line of { $file } has no line break at its end: the file may be incomplete.
    .mend = Check that the last row is complete.
warning-outside-its-days = The day { $day } lies outside the days of what the row refers to: { $days }.
    .mend = Correct the day, or the days of the record that the row refers to. The row is written as it is and counts on its own day.

## The history of imports

history-register-import = import
history-undoes = undoes { $batch }
history-undone = undone by { $batch }
history-empty = Nothing has been imported yet.
history-more = There are more: { $command } says how many to show.

## Errors: the file

error-no-files = There is no file to import in { $file }.
    .mend = Name a CSV file or a folder of CSV files, each named after its table: memberships.csv.
error-empty-file = The file { $file } is empty.
    .mend = Its first line must contain the names of the columns.
error-not-utf8 = The file { $file } is not text in UTF-8: the first error is at byte { $byte }.
    .mend = Save it again from the spreadsheet as “CSV UTF-8”.
error-cut-file = The file { $file } is incomplete: a quotation mark is opened and never closed.
    .mend = Download or export it again, or look for the missing quotation mark.
warning-turns-the-writing = The text contains { $character }, a sign that nobody sees and that turns the direction of writing; pages show it so that it turns nothing else.
    .mend = Delete the sign if it was not put there on purpose.
error-backslash = In { $file }, quotation marks inside a cell are written with a backslash (\"). In CSV files they are doubled ("").
    .mend = Export the file again with doubled quotation marks, or save it as a workbook (.xlsx).
error-quote-swallows = A cell of this row holds whole rows: a quotation mark was opened and closes some lines later.
    .mend = Look for a quotation mark in this row that should not be there, or close it where its cell ends.
error-too-many-columns = The file { $file } has more than { $most } columns.
    .mend = Check that commas separate its columns and that it is the right file for the table.
error-unknown-table = The file { $file } is not named after a table.
    .mend = Name it after one of these tables: { $tables }.
error-unknown-column = There is no column “{ $column }” in this table.
    .mend = Correct its name or delete the column. The table has: { $columns }.
error-missing-column = The column “{ $column }” is missing.
    .mend = Add it to the first line and fill it in every row.
error-header-twice = The column “{ $column }” appears twice.
    .mend = Delete one of the two or change its name.
error-bad-row-length = The row has { $found } cells, but the first line has { $expected } columns.
    .mend = Check the commas and quotation marks of the row: a text with commas needs quotation marks around it.

## Errors: a cell

error-required = This cell must not be empty.
    .mend = Write a value or remove the row.
error-not-a-day = “{ $text }” is not a date.
    .mend = Write 2020-12-31; 2020-12 or 2020 if the day is not known; ../2020-12-31 if only the latest possible day is known.
error-not-one-day = “{ $text }” is not one day.
    .mend = Write year, month and day: 2020-12-31.
error-day-too-vague = The date “{ $text }” is too vague for this column.
    .mend = Write at least the year: 2020, 2020-12 or 2020-12-31.
error-year-far = The year of “{ $text }” is far from those of the register.
    .mend = Write the year of the common calendar. If the year is right, add --years with the first and the last year that are right: --years 1850..2030.
error-day-placeholder = “{ $text }” is what programs write when they know no day.
    .mend = Leave the cell empty, or write the day. If it is right, add --years with its year.
warning-days-month-first = The days of this column are not written as the register writes them: a spreadsheet program saved the file again. They are read with the month first.
    .mend = Check that no day has changed.
warning-days-day-first = The days of this column are not written as the register writes them: a spreadsheet program saved the file again. They are read with the day first.
    .mend = Check that no day has changed.
warning-days-year-first = The days of this column are not written as the register writes them: a spreadsheet program saved the file again. They are read with the year first.
    .mend = Check that no day has changed.
error-days-order = “{ $text }” is no order of days.
    .mend = Write --days d/m/y, --days m/d/y or --days y-m-d.
error-days-unused = No day of the files depends on the order: --days would do nothing.
    .mend = Leave the option out. Cells that are formatted as days, and days such as 2020-12-31, have no order to be said.
error-years-said = “{ $text }” are no years.
    .mend = Write the first and the last year that are right: --years 1850..2030.
error-years-unused = No day of the files is in years that would be asked about: --years would do nothing.
    .mend = Leave the option out, or correct its years.
error-not-a-choice = “{ $text }” is not one of the possible values.
    .mend = Write one of these: { $choices }.
error-not-a-number = “{ $text }” is not a number.
    .mend = Write digits only, with a point before decimals: 1234.5.
error-not-a-whole-number = “{ $text }” is not a whole number.
    .mend = Write digits only, without decimals or separators: 1234.
error-below-the-least = “{ $text }” is less than { $least }, which cannot be.
    .mend = Write { $least } or more, or leave the cell empty if the number is not known.
error-not-yes-or-no = “{ $text }” is neither yes nor no.
    .mend = Write yes or no.
error-not-money = “{ $text }” is not an amount of money.
    .mend = { $digits ->
        [0] Write the amount only, without decimals: 1234. The currency goes in a column of its own.
        [-1] Write the amount only, with a point before decimals: 1234.5. The currency goes in a column of its own.
       *[other] Write the amount only, with a point before the decimals, at most { $digits }: { $example }. The currency goes in a column of its own.
    }
error-not-a-currency = “{ $text }” is not the code of a currency.
    .mend = Write three letters (ISO 4217): EUR, USD, JPY.
error-written-as-a-code = “{ $text }” means { $code }.
    .mend = Write { $code }: this column holds codes, so that the same is never counted as two.
error-other-currency = This amount is in { $text }, but the network counts in { $currency }. Amounts of different currencies are never added.
    .mend = Write the amount as it was paid in amount and currency, convert it to { $currency } in in_network, and write rate, rate_day and rate_source.
error-second-currency = This amount is in { $text }, but the other amounts are in { $currency }, and no record says in which currency the network counts.
    .mend = Give the network a record that names its currency (networks.csv: code, label, languages, zone, currency). Then convert the amounts in other currencies to it.
error-rate-missing = This amount was converted, but not by which rate, of which day and from which source.
    .mend = Fill rate, rate_day and rate_source. If nothing was converted, both currencies are the same.
error-amounts-differ = Both amounts are in one currency, but they are not the same.
    .mend = Write the same amount in amount and in_network, or correct one of the currencies.
error-currency-in-use = The network cannot count in { $text }: the register has amounts in { $currency } (table { $table }).
    .mend = Remove these rows first. Then change the currency, and import the rows again with amounts converted to { $text }.
error-not-an-instant = “{ $text }” is not a day with a time.
    .mend = Write the day, the time and the zone: 2020-11-30 10:00 Europe/Madrid, or 2020-11-30T10:00+01:00.
error-instant-without-zone = “{ $text }” has no time zone.
    .mend = Add the zone or the offset: 2020-11-30 10:00 Europe/Madrid, or 2020-11-30T10:00+01:00.
error-unknown-zone = “{ $text }” names a time zone that does not exist.
    .mend = Write a zone such as Europe/Madrid or America/Bogota, or an offset such as +01:00.
error-instant-at-clock-change = The clocks are changed at “{ $text }”: this time does not exist in that zone, or exists twice.
    .mend = Write it with its offset: 2020-10-25T02:30+01:00.
error-instant-with-other-offset = In “{ $text }” the offset is not that of the time zone on that day.
    .mend = Correct one of the two, or leave the offset out.
error-control-character = The cell contains the control character { $character }.
    .mend = Delete it, or type the cell again.
error-not-a-text = “{ $text }” is not a text that this column can hold.
    .mend = Write the text again, once for each language.
error-unknown-code = There is no record of the kind “{ $kind }” with the code “{ $text }”.
    .mend = Correct the code, or add the record to this same import.
error-ambiguous-name = Several records are called “{ $text }”.
    .mend = Write the code of the record instead of its name.
error-bad-code = “{ $text }” cannot be a code.
    .mend = Use lower-case letters without accents, digits and hyphens: villa-nueva.
error-code-of-other-kind = “{ $text }” is the code of a record of the kind “{ $other }”, not “{ $kind }”.
    .mend = Use the code of a record of the kind “{ $kind }”; if the record is new, choose another code: codes are never reused.
error-language-unknown = “{ $text }” is not one of the languages of the network.
    .mend = Use the code of a language of the network, as in label_es, or add the language to the network first.
error-figure-unknown = There is no figure with the key or code “{ $key }”.
    .mend = Use one of these: { $keys }.

## Errors: a row

error-end-before-start = The end is before the beginning.
    .mend = Correct one of the two dates.
error-closed-without-end = “{ $text }” says that this has ended, but not when.
    .mend = Write its last day in the column “until”. If it never began, leave “from” empty and write in “until” the day on which it was called off.
error-closed-before-start = This ended before it began.
    .mend = Correct one of the two dates. If it never began, leave “from” empty.
error-year-starts = “{ $text }” is not a day on which every year can begin.
    .mend = Write month and day with two digits each, as 07-01; leave it empty for years from 1 January.
error-overlap = This period overlaps another one of the same owner, which begins: { $other }.
    .mend = End one of the two on the day before the other begins.
error-marked-twice = Another count of the same activity (“{ $other }”) is already the designated one.
    .mend = Designate only one kind of count for each activity.
error-code-twice = This row and row { $row } make the same code “{ $text }”, although they may name different things.
    .mend = If both name the same thing, delete one of them. If not, give each a code of its own: match the column that tells them apart with the code (--match "ID=code"), or in a mapping make the code of more columns: code = {"{"} template = "{"{"}Country{"}"}-{"{"}City{"}"}" {"}"}.
error-key-twice = This row repeats row { $row }: both describe the same fact.
    .mend = Keep only one of the two.
error-key-there = The register already contains this fact.
    .mend = Change the existing row, or leave this one out.
error-code-taken = Another record has the code “{ $text }”.
    .mend = Choose another code.
error-person-without-holder = The column “holder” and the person do not agree.
    .mend = With a person, write “person” under “holder”; without one, write “vacant” or “unknown”.
error-mandate-without-post = There is no post with the code “{ $text }” for this mandate.
    .mend = Correct the code, or add the post in posts.csv first.
error-removal-of-unknown = The row to be removed does not exist.
    .mend = Check its code or key, or delete this row from the file.
error-record-in-use = A record cannot be removed while other rows refer to it; nothing has been written.
    .mend = Remove or correct those rows first, or in this same import.

## Errors: the whole import, export or undo

error-nothing-to-do = There is nothing to do: the register already contains all of it.
    .mend = If you expected changes, check that you chose the right file.
error-busy = Another import is writing at this moment.
    .mend = Wait until it ends and run the command again.
error-moved = The register has changed since the preview; nothing has been written.
    .mend = Make a new preview and check it.
error-disk-full = The disk is full; nothing has been written.
    .mend = Free some space and run the command again.
error-recorded-too-early = The recording day is earlier than the last one in the register, { $day }.
    .mend = Give { $day } or a later day, or leave it out.
error-recorded-in-future = The recording day { $day } has not come yet.
    .mend = Give today or an earlier day, or leave it out.
error-clock-behind = The clock of this machine shows { $now }, more than a day before { $before }, which it showed earlier; nothing has been written.
    .mend = Correct the clock. If it is right now, accept it with `decapolis clock accept`: new entries then keep the time of the last entry until the clock has passed it.
error-clock-ahead = The clock of this machine shows { $now }, more than 400 days after { $before }, when the register last read it; nothing has been written.
    .mend = Correct the clock. If it is right, accept it with `decapolis clock accept`.
error-unavailable = The register cannot be reached at this moment; nothing has been written.
    .mend = Try again in a moment. If it persists, check that the database is running and that its disk can be read.
error-batch-unknown = There is no batch { $batch }, or it has been undone already.
    .mend = Look for the name of the batch: decapolis history.
error-batch-stands-on = Batch { $batch } cannot be undone: what it wrote in the table “{ $table }” has been changed or used since.
    .mend = Undo the later batches first, beginning with the latest.
error-cannot-read = { $file } cannot be read.
    .mend = Check that it exists and that you may read it.
error-cannot-write = { $file } cannot be written.
    .mend = Check that the folder exists and that you may write to it.

## The clock

clock-now = The clock of this machine shows { $now }.
clock-seen = The register last read it at { $seen }.
clock-last-entry = The last entry is number { $number }, recorded at { $last }.
clock-nothing-to-accept = The clock agrees with the register: there is nothing to accept.
clock-accepted-behind = Accepted as entry { $number }. Until the clock has passed the time of the last entry, every entry is recorded at that time.
clock-accepted-ahead = Accepted as entry { $number }. Later entries are recorded by this clock.
