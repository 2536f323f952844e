# Lo que se dice cuando no se realiza una acción.

error-row-moved = Otra persona ha modificado estos datos desde que se abrieron; no se ha escrito nada.
    .mend = Consulte cómo están ahora e introduzca de nuevo su cambio.
error-table-own-action = En la tabla «{ $table }» solo escribe su propia acción, { $action }; no se ha escrito nada.
    .mend = Utilice { $action } para corregirla.
error-undo-own-action = El lote { $batch } no se puede deshacer: lo que escribió { $action } solo se corrige con { $action }.
    .mend = Repita { $action } con lo que deba constar.
error-undo-of-undo = El lote { $batch } es ya una anulación, y una anulación no se puede deshacer.
    .mend = Vuelva a importar o a guardar lo que se anuló.
error-undo-edition = El lote { $batch } publicó una edición, y lo publicado no se puede retirar.
    .mend = Corrija el registro y publique de nuevo: la edición siguiente indica a cuál sustituye.

# Who acted, as lists of corrections and the journal say it.
actor-demo = Una persona que prueba la demostración
