# What became of the rows of an import, in the preview and in the report that is written beside them.

preview-skipped =
    { $n ->
        [one] { $n } fila omitida
        [many] { $n } de filas omitidas
       *[other] { $n } filas omitidas
    }
preview-refused =
    { $n ->
        [one] { $n } fila rechazada
        [many] { $n } de filas rechazadas
       *[other] { $n } filas rechazadas
    }

error-row-too-long = Una fila de { $file } ocupa más de { $most } MiB.
    .mend = Busque una comilla que se abre en ella y no se cierra, o saltos de línea que falten.
error-refers-to-refused = Esta fila remite a una ficha de esta importación cuya propia fila ha sido rechazada.
    .mend = Corrija la fila de ese registro; esta no necesita nada más.
error-temporary-folder-full = La carpeta de archivos temporales está llena; no se ha escrito nada.
    .mend = Libere espacio en ella, o indique otra carpeta con TMPDIR, y repita la orden.

## The sum of a file

rows-read =
    { $file }: { $n ->
        [one] { $n } fila leída
        [many] { $n } de filas leídas
       *[other] { $n } filas leídas
    } = { $sum }
rows-do-not-add-up = { $file }: las { $n } filas leídas no suman { $sum }. Es un fallo del programa: comuníquelo, por favor.
problem-repeated = { $n } filas: { $what } La primera es la fila { $row }.
import-left-out =
    { $n ->
        [one] Se deja fuera { $n } fila rechazada
        [many] Se dejan fuera { $n } de filas rechazadas
       *[other] Se dejan fuera { $n } filas rechazadas
    }.
import-blocked-hint = Para importar las demás filas, añada { $without }. { $report } escribe una copia del archivo con el resultado de cada fila.
report-written = El resultado de cada fila está en { $file }.

## The report

report-became = Qué ha sido de la fila
report-mend = Cómo corregirla
report-changed = modificada: { $columns }
report-skipped = omitida: { $why }
report-refused = rechazada: { $why }
error-report-exists = Ya existe un archivo { $file }.
    .mend = Indique un archivo que todavía no exista.
error-report-needs-folder = Se importan varios archivos: sus informes necesitan una carpeta, y { $file } es un archivo.
    .mend = Indique una carpeta, o importe los archivos de uno en uno.
