# Import, export and undo, as the command line and later the office say them.
# error-<key> says what is wrong and .mend how to mend it; where it is comes before it, from transfer-where.

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
preview-blocked = The import cannot go on until the errors are mended; nothing has been written.
preview-apply = To write these changes, give the same command with { $option }.

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

warning-no-last-line-end = The last line of { $file } does not end: the file may have been cut short.
    .mend = Check that the last row is whole.

## Errors: the file

error-no-files = There is no file to import in { $file }.
    .mend = Name a CSV file, or a folder that holds them, each called after its table: memberships.csv.
error-empty-file = The file { $file } is empty.
    .mend = Its first line must hold the names of the columns.
error-not-utf8 = The file { $file } is not text in UTF-8: it breaks at byte { $byte }.
    .mend = Save it again from the spreadsheet as “CSV UTF-8”.
error-cut-file = The file { $file } is cut short: a quotation mark opens and never closes.
    .mend = Download or export it again, or look for the missing quotation mark.
error-too-many-columns = The file { $file } has more than { $most } columns.
    .mend = Check that its columns are parted by commas and that it is the file of the table.
error-unknown-table = The file { $file } is not named after a table.
    .mend = Name it after one of these tables: { $tables }.
error-unknown-column = There is no column “{ $column }” in this table.
    .mend = Mend its name or delete the column. There are: { $columns }.
error-missing-column = The column “{ $column }” is missing.
    .mend = Add it to the first line and fill it in every row.
error-header-twice = The column “{ $column }” stands there twice.
    .mend = Delete one of the two or change its name.
error-bad-row-length = The row has { $found } cells, and the first line { $expected } columns.
    .mend = Look at the commas and quotation marks of the row: a text with commas stands in quotation marks.

## Errors: a cell

error-required = This cell must not be empty.
    .mend = Write a value or take the row out.
error-not-a-day = “{ $text }” is not a date.
    .mend = Write 2020-12-31, or 2020-12 or 2020 where the day is not known; ../2020-12-31 where it is only known to be by then.
error-day-too-vague = The date “{ $text }” is too vague for this column.
    .mend = Write at least the year: 2020, 2020-12 or 2020-12-31.
error-not-a-choice = “{ $text }” is not one of the possible values.
    .mend = Write one of these: { $choices }.
error-not-a-number = “{ $text }” is not a number.
    .mend = Write digits only, with a point before decimals: 1234.5.
error-not-a-whole-number = “{ $text }” is not a whole number.
    .mend = Write digits only, without decimals or separators: 1234.
error-not-yes-or-no = “{ $text }” is neither yes nor no.
    .mend = Write yes or no.
error-not-money = “{ $text }” is not an amount of money.
    .mend = Write the amount only, with a point before decimals: 1234.50. The currency stands in a column of its own.
error-not-an-instant = “{ $text }” is not a day with a time.
    .mend = Write the day, the time and the zone: 2020-11-30 10:00 Europe/Madrid, or 2020-11-30T10:00+01:00.
error-instant-without-zone = “{ $text }” does not say in which time zone.
    .mend = Add the zone or the offset: 2020-11-30 10:00 Europe/Madrid, or 2020-11-30T10:00+01:00.
error-unknown-zone = “{ $text }” names a time zone that does not exist.
    .mend = Write a zone as Europe/Madrid or America/Bogota, or an offset as +01:00.
error-instant-at-clock-change = The clocks were changed at “{ $text }”: this time does not exist there, or exists twice.
    .mend = Write it with its offset: 2020-10-25T02:30+01:00.
error-instant-with-other-offset = In “{ $text }” the offset is not that of the time zone on that day.
    .mend = Correct one of the two, or leave the offset out.
error-control-character = The cell holds the character { $character }, which is no text.
    .mend = Take it out, or write the cell again.
error-not-a-text = “{ $text }” is not a text as this column holds it.
    .mend = Write the words again, each in its language.
error-unknown-code = There is no record of the kind “{ $kind }” with the code “{ $text }”.
    .mend = Mend the code, or add the record to this same import.
error-ambiguous-name = Several records are called “{ $text }”.
    .mend = Write the code of the record in place of its name.
error-bad-code = “{ $text }” cannot be a code.
    .mend = Use small letters without accents, digits and hyphens: villa-nueva.
error-code-of-other-kind = “{ $text }” is the code of a record of the kind “{ $other }”, not “{ $kind }”.
    .mend = Use the code of a record of the kind “{ $kind }”; if the record is new, choose another code: none is used again.
error-language-unknown = “{ $text }” is not one of the languages of the network.
    .mend = Use the code of a language of the network, as in label_es, or add the language to the network first.
error-figure-unknown = There is no figure with the key or code “{ $key }”.
    .mend = Use one of these: { $keys }.

## Errors: a row

error-end-before-start = The end is before the beginning.
    .mend = Mend one of the two dates.
error-overlap = This span overlaps another of the same owner, which begins: { $other }.
    .mend = Let one of the two end on the day before the other begins.
error-marked-twice = Another count of the same activity (“{ $other }”) is already the designated one.
    .mend = Leave one kind of count designated for each activity.
error-key-twice = This row repeats row { $row }: both describe the same fact.
    .mend = Keep only one of the two.
error-key-there = The register says this already.
    .mend = Change the row that is there, or leave this one out.
error-code-taken = Another record has the code “{ $text }”.
    .mend = Choose another code.
error-person-without-holder = The column “holder” and the person do not agree.
    .mend = With a person, write “person” under “holder”; without one, write “vacant” or “unknown”.
error-mandate-without-post = There is no post with the code “{ $text }” for this mandate.
    .mend = Mend the code, or add the post in posts.csv first.
error-removal-of-unknown = A row is to be removed that does not exist.
    .mend = Check its code or key, or take the row out.
error-record-in-use = A record that other rows use cannot be removed; nothing has been written.
    .mend = Remove or mend those rows first, or in this same import.

## Errors: the whole import, export or undo

error-nothing-to-do = There is nothing to do: the register holds all of it already.
    .mend = If you expected changes, check that you chose the right file.
error-busy = Another import is writing at this moment.
    .mend = Wait until it ends and give the command again.
error-moved = The register has changed since the preview; nothing has been written.
    .mend = Ask for a new preview and look at it.
error-disk-full = The disk is full; nothing has been written.
    .mend = Free some space and give the command again.
error-recorded-too-early = The recording day is earlier than the last one in the register, { $day }.
    .mend = Give { $day } or a later day, or none.
error-recorded-in-future = The recording day { $day } has not come yet.
    .mend = Give today or an earlier day, or none.
error-clock-behind = The clock of this machine says { $now }, which is more than a day earlier than { $before }, when the register last saw it; nothing has been written.
    .mend = Set the clock right. If it is right now, accept it with `decapolis clock accept`: later entries then keep the day of the last one until the clock has passed it.
error-clock-ahead = The clock of this machine says { $now }, more than 400 days after { $before }, when the register last saw it; nothing has been written.
    .mend = Set the clock right. If it is right, accept it with `decapolis clock accept`.
error-unavailable = The register cannot be reached at this moment; nothing has been written.
    .mend = Try again in a moment. If it lasts, see whether the database runs and its disk can be read.
error-batch-unknown = There is no batch { $batch }, or it has been undone already.
    .mend = Check the name of the batch in the history of imports.
error-batch-stands-on = Batch { $batch } cannot be undone: what it wrote in the table “{ $table }” has been changed or used since.
    .mend = Undo the later batches first, beginning with the latest.
error-cannot-read = { $file } cannot be read.
    .mend = Check that it exists and that you may read it.
error-cannot-write = { $file } cannot be written.
    .mend = Check that the folder exists and that you may write to it.

## The clock

clock-now = The clock of this machine says { $now }.
clock-seen = The register last saw it at { $seen }.
clock-last-entry = The last entry is number { $number }, recorded at { $last }.
clock-nothing-to-accept = The clock agrees with the register: there is nothing to accept.
clock-accepted-behind = Accepted as entry { $number }. Until the clock has passed the time of the last entry, every entry is recorded at that time.
clock-accepted-ahead = Accepted as entry { $number }. Later entries are recorded by this clock.
