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

error-field-required = Este campo no puede quedar vacío.
    .mend = Escriba un valor.
error-fields = No se ha escrito nada: los campos indicados arriba necesitan otro valor.
    .mend = Corríjalos y repita la orden.

# What is offered by `decapolis do`, and what the journal calls it.
action-network-change-brand = Cambiar el color principal y el logotipo de la red
action-editions-sign-section = Firmar secciones de la página de un año
action-editions-publish = Publicar la página de un año
action-editions-enter-as-printed = Registrar un informe tal como se imprimió
action-studio-save-figure = Guardar una cifra
action-register-import = Importar archivos
action-register-undo = Deshacer un lote
action-generate-write-register = Llenar el registro con datos inventados

do-about = Ejecuta una acción. Sin --apply muestra lo que cambiaría y no escribe nada.
do-reason = Motivo, para el diario
do-apply = Escribir el cambio; sin esta opción el registro no se modifica
do-every-table = Cada tabla tiene sus propias acciones: TABLA.create, TABLA.correct, TABLA.change-from, TABLA.end, TABLA.remove. Por ejemplo: decapolis do memberships.end --help
do-row = La fila, como aparece en la dirección de su página en la oficina
do-answer = Una respuesta a lo que la acción pregunta además de sus campos; sin --apply indica cuáles hay
do-done =
    { $n ->
        [one] { $n } fila escrita
        [many] { $n } de filas escritas
       *[other] { $n } filas escritas
    } en el lote { $batch }.

# The rows that an action writes.
revised-new = Nuevo: { $row }
revised-changed = Cambiado: { $row }
revised-corrected = Corregido: { $row }
revised-removed = Eliminado: { $row }

# Who acted, as lists of corrections and the journal say it.
actor-demo = Una persona que prueba la demostración

backup-written = { $file } contiene el registro tal como estaba en el asiento { $entry }: { $rows } filas.
backup-restored = { $register } tiene { $rows } filas, hasta el asiento { $entry }. Ahora se verifica:
error-backup-there = Ya existe un archivo { $file }.
    .mend = Indique otro archivo o aparte ese.
error-no-backup = { $file } no es una copia de seguridad de un registro.
    .mend = Indique un archivo escrito por «decapolis backup».
error-backup-version = Esta copia la escribió otra versión del programa ({ $version }).
    .mend = Restáurela con esa versión y después actualice el registro con esta.
error-restore-not-empty = El registro ya contiene algo, así que no se ha restaurado nada.
    .mend = Indique uno vacío con DECAPOLIS_DATABASE: un archivo que aún no exista o una base PostgreSQL vacía.
error-backup-damaged = La copia está dañada o ha sido alterada: la tabla { $table } no está como se escribió. No se ha restaurado nada.
    .mend = Use otra copia o vuelva a copiar el archivo.

error-answer = «{ $text }» no es una respuesta para { $name }.
    .mend = Responda con una de estas: { $words }.
error-questions-open = No se ha guardado nada: falta indicar qué ocurre con { $names }.
    .mend = Responda por cada uno y guarde de nuevo.
answer-passes-on = Pasa a la nueva persona titular
answer-stays = Lo conserva quien lo ocupa
answer-to-confirm = Aún no se sabe: por confirmar
answer-vacant = Queda vacante
answer-acting = { $name } lo ejerce de forma interina hasta que el órgano elija
