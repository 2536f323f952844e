# What became of the rows of an import, in the preview and in the report that is written beside them.

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
    .mend = Look for a quotation mark that opens there and never closes, or for line ends that are missing.
error-refers-to-refused = This row refers to a record of this import whose own row is refused.
    .mend = Mend the row of that record; this one then needs nothing.
error-temporary-folder-full = The folder for temporary files is full; nothing has been written.
    .mend = Free some space there, or name another folder with TMPDIR, and give the command again.

## The sum of a file

rows-read =
    { $file }: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } read = { $sum }
rows-do-not-add-up = { $file }: { $n } rows read do not add up to { $sum }. Please tell the makers of the program.
problem-repeated = { $n } rows: { $what } First in row { $row }.
import-left-out =
    { $n ->
        [one] { $n } refused row is
       *[other] { $n } refused rows are
    } left out.
import-blocked-hint = To write the other rows, add { $without }. With { $report } each row is written back with what became of it.
report-written = What became of each row stands in { $file }.

## The report

report-became = What became of the row
report-mend = How to mend it
report-changed = changed: { $columns }
report-skipped = skipped: { $why }
report-refused = refused: { $why }
error-report-exists = There is a file { $file } already.
    .mend = Name a file that does not exist yet.
error-report-needs-folder = Several files are imported: their reports need a folder, and { $file } is a file.
    .mend = Name a folder, or import one file at a time.
