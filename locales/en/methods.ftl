# How it was counted: where numbers come from, and what may be done with them.

methods-from = Counted from: { $tables }
methods-sources = Sources and licence
methods-licence = Licence of the numbers: { $licence }.
methods-no-source = no source named
methods-data = This page as data (JSON-LD)
methods-records =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
