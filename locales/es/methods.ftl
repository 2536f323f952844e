# How it was counted: where numbers come from, and what may be done with them.

methods-from = Se cuenta a partir de: { $tables }
methods-sources = Fuentes y licencia
methods-licence = Licencia de los números: { $licence }.
methods-no-source = sin fuente indicada
methods-data = Esta página como datos (JSON-LD)
methods-records =
    { $n ->
        [one] { $n } registro
        [many] { $n } de registros
       *[other] { $n } registros
    }
