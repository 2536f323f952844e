# What became of the rows of an import, in the preview and in the report that is written beside them.

preview-skipped =
    { $n ->
        [one] { $n } fila omitida
       *[other] { $n } filas omitidas
    }
preview-refused =
    { $n ->
        [one] { $n } fila rechazada
       *[other] { $n } filas rechazadas
    }

error-row-too-long = Una fila de { $file } ocupa más de { $most } MiB.
    .mend = Busque una comilla que se abre en ella y no se cierra, o saltos de línea que falten.
error-refers-to-refused = Esta fila remite a un registro de esta importación cuya propia fila ha sido rechazada.
    .mend = Corrija la fila de ese registro; esta no necesita nada más.
error-temporary-folder-full = La carpeta de archivos temporales está llena; no se ha escrito nada.
    .mend = Libere espacio en ella, o indique otra carpeta con TMPDIR, y repita la orden.
