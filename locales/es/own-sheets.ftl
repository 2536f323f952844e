# Sheets that the register itself wrote, rows that a mapping does not want, and what a workbook cannot hold.

import-own-sheet = { $file }: hoja del propio registro; se lee como la tabla «{ $table }».
look-own = Es una hoja del propio registro: sus filas van a la tabla «{ $table }» tal como están.

row-not-wanted = La correspondencia «{ $mapping }» toma otras filas: en la columna «{ $column }» pone «{ $text }».

# Stands at the end of a text in a cell.
export-text-cut = … [texto cortado: una celda admite 32 767 caracteres]
report-texts-cut =
    { $n ->
        [one] En { $file } se ha cortado el final de { $n } texto: una celda de un libro de cálculo admite 32 767 caracteres.
        [many] En { $file } se ha cortado el final de { $n } de textos: una celda de un libro de cálculo admite 32 767 caracteres.
       *[other] En { $file } se ha cortado el final de { $n } textos: una celda de un libro de cálculo admite 32 767 caracteres.
    }
