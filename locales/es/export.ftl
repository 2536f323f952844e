# Lo que sale: el registro, las listas y las filas de los indicadores, como archivos.

error-no-table-to-export = No hay ninguna tabla «{ $text }» que se pueda exportar.
    .mend = Elija entre: { $tables }.
error-no-words-in-language = No hay textos en el idioma «{ $text }».
    .mend = Elija entre: { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } texto es más largo de lo que admite una celda de un libro de cálculo (32 767 caracteres). El primero: { $first }.
        [many] { $n } de textos son más largos de lo que admite una celda de un libro de cálculo (32 767 caracteres). El primero: { $first }.
       *[other] { $n } textos son más largos de lo que admite una celda de un libro de cálculo (32 767 caracteres). El primero: { $first }.
    }
    .mend = Exporte en CSV, que admite textos de cualquier longitud.

# Lo que se dice de un archivo a quien lo lee.
export-xlsx = XLSX
export-cut =
    { $n ->
        [one] Solo la primera fila de { $all }.
        [many] Solo las primeras { $n } de filas de { $all }.
       *[other] Solo las primeras { $n } filas de { $all }.
    }
export-filtered = Filtro: { $filters }.
# Partes de los nombres de archivos: solo letras, cifras y guiones.
export-name-filtered = filtrado
export-name-cut = primeras-{ $n }-filas

# Encabezados que solo tienen los archivos.
export-code-of = { $column } (código)
export-quantity = Cantidad
export-unit = Unidad contada (código)
export-listing = Lista
export-group = Grupo
export-rows = Filas
export-shown = Tal como se publica
export-key = Clave
