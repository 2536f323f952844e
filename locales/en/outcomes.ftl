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
