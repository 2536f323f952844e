# How it was counted: where numbers come from, and what may be done with them.

methods-from = Compté à partir de : { $tables }
methods-sources = Sources et licence
methods-licence = Licence des nombres : { $licence }.
methods-no-source = sans source indiquée
methods-data = Cette page comme données (JSON-LD)
methods-records =
    { $n ->
        [one] { $n } fiche
        [many] { $n } de fiches
       *[other] { $n } fiches
    }
