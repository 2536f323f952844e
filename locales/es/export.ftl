# Lo que sale: el registro, las listas y las filas de los indicadores, como archivos.

error-no-table-to-export = No hay ninguna tabla «{ $text }» que entre y salga en archivos.
    .mend = Elija entre: { $tables }.
error-no-words-in-language = No hay textos en el idioma «{ $text }».
    .mend = Elija entre: { $languages }.
error-too-long-for-a-cell =
    { $n ->
        [one] { $n } texto es más largo de lo que admite una celda de un libro de cálculo (32 767 caracteres).
       *[other] { $n } textos son más largos de lo que admite una celda de un libro de cálculo (32 767 caracteres).
    }
    .mend = Exporte en CSV, que admite textos de cualquier longitud.
