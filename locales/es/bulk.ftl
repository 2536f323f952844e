# Varias filas de una lista cambiadas a la vez.

bulk-title = Cambiar varias filas: { $table }
bulk-chosen = { $n ->
    [one] Se ha elegido una fila.
    [many] Se han elegido { $n } de filas.
   *[other] Se han elegido { $n } filas.
}
bulk-tick = Elegir
bulk-ticked = Cambiar las filas marcadas
bulk-all = Cambiar las { $n }
bulk-what = ¿Qué cambia?
bulk-set = Corregir: { $column }
bulk-empty = Lo mismo para todas las filas. Si se deja vacío, queda vacío.
bulk-next = Siguiente
bulk-save = { $n ->
    [one] Guardar una fila
    [many] Guardar { $n } de filas
   *[other] Guardar { $n } filas
}
bulk-changes = { $n ->
    [0] No cambia ninguna fila.
    [one] Cambia una fila.
    [many] Cambian { $n } de filas.
   *[other] Cambian { $n } filas.
}
bulk-same = { $n ->
    [one] Una ya es así y no se escribe.
    [many] { $n } ya son así y no se escriben.
   *[other] { $n } ya son así y no se escriben.
}
bulk-refused = { $n ->
    [one] Una fila no se puede cambiar así y queda como está:
    [many] { $n } de filas no se pueden cambiar así y quedan como están:
   *[other] { $n } filas no se pueden cambiar así y quedan como están:
}
error-no-rows = No se ha elegido ninguna fila.
    .mend = Marque las filas en la lista, o acótela y tómela entera.
error-too-many-rows = Se cambian como máximo { $most } filas a la vez, porque alguien lee cada una antes de guardar.
    .mend = Acote la lista, o haga el cambio con un archivo.
bulk-words = Escribir: { $column } ({ $language })
bulk-words-every = Escribir: { $column }, igual en todos los idiomas
bulk-words-empty = Lo que se deja vacío se quita en este idioma.
