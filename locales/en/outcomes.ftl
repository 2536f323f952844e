# The outcome of each row of an import, in the preview and in the report.

preview-skipped =
    { $n ->
        [one] { $n } skipped row
       *[other] { $n } skipped rows
    }
preview-refused =
    { $n ->
        [one] { $n } refused row
       *[other] { $n } refused rows
    }

error-row-too-long = A row of { $file } is longer than { $most } MiB.
    .mend = Look for a quotation mark that is opened there and never closed, or for missing line breaks.
error-refers-to-refused = This row refers to a record of this import whose own row was refused.
    .mend = Correct the row of that record; this row then needs no change.
error-temporary-folder-full = The folder for temporary files is full; nothing has been written.
    .mend = Free some space there, or name another folder with TMPDIR, and run the command again.

## The sum of a file

rows-read =
    { $file }: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } read = { $sum }
rows-do-not-add-up = { $file }: { $n } rows read do not add up to { $sum }. This is a fault of the program: please report it.
problem-repeated = { $n } rows: { $what } First in row { $row }.
import-left-out =
    { $n ->
        [one] { $n } refused row is
       *[other] { $n } refused rows are
    } left out.
import-blocked-hint = To import the other rows, add { $without }. { $report } writes a copy of the file with the outcome of each row.
report-written = The outcome of each row is in { $file }.

## The report

report-became = What became of the row
report-mend = How to mend it
report-changed = changed: { $columns }
report-skipped = skipped: { $why }
report-refused = refused: { $why }
error-report-exists = The file { $file } already exists.
    .mend = Name a file that does not exist yet.
error-report-needs-folder = Several files are imported, so their reports need a folder, but { $file } is a file.
    .mend = Name a folder, or import one file at a time.
