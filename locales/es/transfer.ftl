# Import, export and undo, as the command line and later the office say them.
# error-<key> says what is wrong and .mend how to mend it; where it is comes before it, from transfer-where.

## Preview of an import

transfer-preview = Vista previa: no se ha escrito nada todavía.
state-new = nueva
state-same = igual
state-removed = eliminada
state-warning = aviso
state-error = error
preview-new =
    { $n ->
        [one] { $n } fila nueva
        [many] { $n } de filas nuevas
       *[other] { $n } filas nuevas
    }
preview-changed =
    { $n ->
        [one] { $n } fila modificada
        [many] { $n } de filas modificadas
       *[other] { $n } filas modificadas
    }
preview-same =
    { $n ->
        [one] { $n } fila igual
        [many] { $n } de filas iguales
       *[other] { $n } filas iguales
    }
preview-removed =
    { $n ->
        [one] { $n } fila eliminada
        [many] { $n } de filas eliminadas
       *[other] { $n } filas eliminadas
    }
preview-warnings =
    { $n ->
        [one] { $n } aviso
        [many] { $n } de avisos
       *[other] { $n } avisos
    }
preview-errors =
    { $n ->
        [one] { $n } error
        [many] { $n } de errores
       *[other] { $n } errores
    }
preview-more-errors =
    y { $n ->
        [one] { $n } error más
        [many] { $n } de errores más
       *[other] { $n } errores más
    }
preview-change = { $column }: «{ $old }» → «{ $new }»
preview-blocked = No se puede importar hasta corregir los errores; no se ha escrito nada.
preview-apply = Para escribir estos cambios, repita la orden con { $option }.

## Done

import-done =
    { $n ->
        [one] { $n } fila importada
        [many] { $n } de filas importadas
       *[other] { $n } filas importadas
    } en el lote { $batch }.
    .undo = Para deshacerlo: { $command }
undo-done =
    Lote { $batch } deshecho: { $n ->
        [one] { $n } fila ha vuelto
        [many] { $n } de filas han vuelto
       *[other] { $n } filas han vuelto
    } a su estado anterior.
export-done =
    { $n ->
        [one] { $n } fila escrita
        [many] { $n } de filas escritas
       *[other] { $n } filas escritas
    } en { $file }.

## Warnings

warning-no-last-line-end = La última línea de { $file } no acaba en un salto de línea: el archivo podría estar incompleto.
    .mend = Compruebe que la última fila está completa.
warning-outside-its-days = La fecha { $day } queda fuera de las fechas de la ficha a la que se refiere la fila: { $days }.
    .mend = Corrija la fecha, o las de la ficha a la que se refiere la fila. La fila se escribe tal cual y cuenta en su propia fecha.

## El historial de importaciones

history-register-import = importación
history-undoes = deshace { $batch }
history-undone = deshecho por { $batch }
history-empty = Todavía no se ha importado nada.
history-more = Hay más: { $command } indica cuántos mostrar.

## Errors: the file

error-no-files = No hay ningún archivo que importar en { $file }.
    .mend = Indique un archivo CSV o una carpeta que los contenga, con el nombre de su tabla: memberships.csv.
error-empty-file = El archivo { $file } está vacío.
    .mend = La primera línea debe contener los nombres de las columnas.
error-not-utf8 = El archivo { $file } no es texto en UTF-8: falla el byte { $byte }.
    .mend = Guárdelo de nuevo en la hoja de cálculo como «CSV UTF-8».
error-cut-file = El archivo { $file } está cortado: una comilla se abre y no se cierra.
    .mend = Vuelva a descargarlo o a exportarlo, o busque en él la comilla que falta.
warning-turns-the-writing = El texto contiene { $character }, un signo invisible que invierte el sentido de la escritura; las páginas lo muestran de modo que no invierta nada más.
    .mend = Borre el signo si no se puso a propósito.
error-backslash = En { $file }, las comillas dentro de una celda llevan una barra inversa delante (\"). En los archivos CSV se duplican ("").
    .mend = Exporte de nuevo el archivo con las comillas duplicadas, o guárdelo como libro de cálculo (.xlsx).
error-quote-swallows = Una celda de esta fila contiene filas enteras: se abrieron unas comillas que se cierran varias líneas después.
    .mend = Busque en esta fila unas comillas que sobran, o ciérrelas donde termina su celda.
error-too-many-columns = El archivo { $file } tiene más de { $most } columnas.
    .mend = Compruebe que las columnas se separan con comas y que el archivo es el de la tabla.
error-unknown-table = El archivo { $file } no lleva el nombre de ninguna tabla.
    .mend = Llámelo como una de estas tablas: { $tables }.
error-unknown-column = La columna «{ $column }» no existe en esta tabla.
    .mend = Corrija el nombre o borre la columna. Existen: { $columns }.
error-missing-column = Falta la columna «{ $column }».
    .mend = Añádala a la primera línea y rellénela en cada fila.
error-header-twice = La columna «{ $column }» aparece dos veces.
    .mend = Borre una de las dos o cámbiele el nombre.
error-bad-row-length = La fila tiene { $found } celdas y la primera línea { $expected } columnas.
    .mend = Revise las comas y las comillas de la fila: un texto con comas va entre comillas.

## Errors: a cell

error-required = Esta celda no puede quedar vacía.
    .mend = Escriba un valor o quite la fila.
error-not-a-day = «{ $text }» no es una fecha.
    .mend = Escriba 2020-12-31, o 2020-12 o 2020 si no se conoce el día; ../2020-12-31 si solo se sabe que fue a más tardar ese día.
error-not-one-day = «{ $text }» no es un solo día.
    .mend = Escriba año, mes y día: 2020-12-31.
error-day-too-vague = La fecha «{ $text }» es demasiado imprecisa para esta columna.
    .mend = Escriba al menos el año: 2020, 2020-12 o 2020-12-31.
error-year-far = El año de «{ $text }» está lejos de los del registro.
    .mend = Escriba el año del calendario común. Si el año es correcto, añada --years con el primer y el último año correctos: --years 1850..2030.
error-day-placeholder = «{ $text }» es lo que escriben los programas cuando no conocen la fecha.
    .mend = Deje la celda vacía, o escriba la fecha. Si es correcta, añada --years con su año.
warning-days-month-first = Las fechas de esta columna no están escritas como las escribe el registro: un programa de hojas de cálculo volvió a guardar el archivo. Se leen con el mes delante.
    .mend = Compruebe que no ha cambiado ninguna fecha.
warning-days-day-first = Las fechas de esta columna no están escritas como las escribe el registro: un programa de hojas de cálculo volvió a guardar el archivo. Se leen con el día delante.
    .mend = Compruebe que no ha cambiado ninguna fecha.
warning-days-year-first = Las fechas de esta columna no están escritas como las escribe el registro: un programa de hojas de cálculo volvió a guardar el archivo. Se leen con el año delante.
    .mend = Compruebe que no ha cambiado ninguna fecha.
error-days-order = «{ $text }» no es un orden de fechas.
    .mend = Escriba --days d/m/y, --days m/d/y o --days y-m-d.
error-days-unused = Ninguna fecha de los archivos depende del orden: --days no tendría efecto.
    .mend = Quite la opción. Las celdas con formato de fecha y las fechas como 2020-12-31 no necesitan que se diga su orden.
error-years-said = «{ $text }» no son años.
    .mend = Escriba el primer y el último año correctos: --years 1850..2030.
error-years-unused = Ninguna fecha de los archivos está en años por los que se preguntaría: --years no tendría efecto.
    .mend = Quite la opción, o corrija sus años.
error-not-a-choice = «{ $text }» no es uno de los valores posibles.
    .mend = Escriba uno de estos: { $choices }.
error-not-a-number = «{ $text }» no es un número.
    .mend = Escriba solo cifras, con punto para los decimales: 1234.5.
error-not-a-whole-number = «{ $text }» no es un número entero.
    .mend = Escriba solo cifras, sin decimales ni separadores: 1234.
error-below-the-least = «{ $text }» es menos que { $least }, y eso no puede ser.
    .mend = Escriba { $least } o más, o deje la celda vacía si no se conoce el número.
error-not-yes-or-no = «{ $text }» no es ni sí ni no.
    .mend = Escriba yes o no.
error-not-money = «{ $text }» no es un importe.
    .mend = { $digits ->
        [0] Escriba solo la cantidad, sin decimales: 1234. La moneda va en su propia columna.
        [-1] Escriba solo la cantidad, con punto para los decimales: 1234.5. La moneda va en su propia columna.
       *[other] Escriba solo la cantidad, con punto para los decimales, { $digits } como máximo: { $example }. La moneda va en su propia columna.
    }
error-not-a-currency = «{ $text }» no es el código de una moneda.
    .mend = Escriba tres letras (ISO 4217): EUR, USD, JPY.
error-written-as-a-code = «{ $text }» significa { $code }.
    .mend = Escriba { $code }: esta columna contiene códigos, para que lo mismo nunca se cuente como dos cosas.
error-other-currency = Este importe está en { $text }, pero la red cuenta en { $currency }. Nunca se suman importes de monedas distintas.
    .mend = Escriba en amount y currency el importe pagado, conviértalo a { $currency } en in_network e indique rate, rate_day y rate_source.
error-second-currency = Este importe está en { $text }, pero los demás están en { $currency }, y ningún registro dice en qué moneda cuenta la red.
    .mend = Añada el registro de la red con su moneda (networks.csv: code, label, languages, zone, currency). Después convierta a ella los importes en otras monedas.
error-rate-missing = Este importe se ha convertido, pero falta el tipo de cambio, su fecha o su fuente.
    .mend = Rellene rate, rate_day y rate_source. Si no se ha convertido nada, las dos monedas son la misma.
error-amounts-differ = Los dos importes están en la misma moneda, pero no son iguales.
    .mend = Escriba el mismo importe en amount y en in_network, o corrija una de las monedas.
error-currency-in-use = La red no puede contar en { $text }: el registro tiene importes en { $currency } (tabla { $table }).
    .mend = Quite primero esas filas. Después cambie la moneda e importe de nuevo las filas con los importes convertidos a { $text }.
error-not-an-instant = «{ $text }» no es una fecha con hora.
    .mend = Escriba la fecha, la hora y la zona: 2020-11-30 10:00 Europe/Madrid, o 2020-11-30T10:00+01:00.
error-instant-without-zone = «{ $text }» no indica la zona horaria.
    .mend = Añada la zona o el desfase: 2020-11-30 10:00 Europe/Madrid, o 2020-11-30T10:00+01:00.
error-unknown-zone = «{ $text }» nombra una zona horaria que no existe.
    .mend = Escriba una zona como Europe/Madrid o America/Bogota, o un desfase como +01:00.
error-instant-at-clock-change = En «{ $text }» se cambió la hora: allí esa hora no existe, o existe dos veces.
    .mend = Escríbala con su desfase: 2020-10-25T02:30+01:00.
error-instant-with-other-offset = En «{ $text }» el desfase no es el de la zona horaria ese día.
    .mend = Corrija uno de los dos, u omita el desfase.
error-control-character = La celda contiene el carácter { $character }, que no es texto.
    .mend = Quítelo, o escriba la celda de nuevo.
error-not-a-text = «{ $text }» no es un texto como los de esta columna.
    .mend = Escriba las palabras de nuevo, cada una en su idioma.
error-unknown-code = No hay ninguna ficha del tipo «{ $kind }» con el código «{ $text }».
    .mend = Corrija el código, o incluya la ficha en esta misma importación.
error-ambiguous-name = Varias fichas se llaman «{ $text }».
    .mend = Escriba el código de la ficha en lugar de su nombre.
error-bad-code = «{ $text }» no puede ser un código.
    .mend = Use letras minúsculas sin acentos, cifras y guiones: villa-nueva.
error-code-of-other-kind = «{ $text }» es el código de una ficha del tipo «{ $other }», no «{ $kind }».
    .mend = Use el código de una ficha del tipo «{ $kind }»; si la ficha es nueva, elija otro código: ninguno se reutiliza.
error-language-unknown = «{ $text }» no es uno de los idiomas de la red.
    .mend = Use un código de idioma de la red, como en label_es, o añada antes el idioma a la red.
error-figure-unknown = No hay ninguna cifra con la clave o el código «{ $key }».
    .mend = Use una de estas: { $keys }.

## Errors: a row

error-end-before-start = El final es anterior al comienzo.
    .mend = Corrija una de las dos fechas.
error-closed-without-end = «{ $text }» dice que esto ha terminado, pero no cuándo.
    .mend = Escriba el último día en la columna «until». Si no llegó a empezar, deje «from» vacía y escriba en «until» el día en que se canceló.
error-closed-before-start = Esto terminó antes de empezar.
    .mend = Corrija una de las dos fechas. Si no llegó a empezar, deje «from» vacía.
error-year-starts = «{ $text }» no es un día en el que pueda empezar cada año.
    .mend = Escriba mes y día con dos cifras cada uno, como 07-01; deje la celda vacía si el año empieza el 1 de enero.
error-overlap = Este período coincide en parte con otro del mismo titular, que empieza así: { $other }.
    .mend = Termine uno de los dos el día antes de que empiece el otro.
error-marked-twice = Otro recuento de la misma actividad («{ $other }») ya es el designado.
    .mend = Deje designado un solo tipo de recuento por actividad.
error-code-twice = Esta fila y la fila { $row } dan el mismo código «{ $text }», aunque pueden nombrar cosas distintas.
    .mend = Si ambas nombran lo mismo, borre una de ellas. Si no, dé a cada una un código propio: haga corresponder al código la columna que las distingue (--match "ID=code"), o forme el código en una correspondencia con más columnas: code = {"{"} template = "{"{"}País{"}"}-{"{"}Ciudad{"}"}" {"}"}.
error-key-twice = Esta fila repite la fila { $row }: describen el mismo hecho.
    .mend = Deje solo una de las dos.
error-key-there = El registro ya dice esto.
    .mend = Cambie la fila existente, o no incluya esta.
error-code-taken = Otra ficha tiene el código «{ $text }».
    .mend = Elija otro código.
error-person-without-holder = La columna «holder» y la persona no concuerdan.
    .mend = Con una persona, escriba «person» en «holder»; sin persona, escriba «vacant» o «unknown».
error-mandate-without-post = No hay ningún cargo con el código «{ $text }» para este mandato.
    .mend = Corrija el código, o añada antes el cargo en posts.csv.
error-removal-of-unknown = Se pide eliminar una fila que no existe.
    .mend = Compruebe su código o su clave, o quite la fila.
error-record-in-use = No se puede eliminar una ficha que otras filas utilizan; no se ha escrito nada.
    .mend = Elimine o corrija antes esas filas, o hágalo en esta misma importación.

## Errors: the whole import, export or undo

error-nothing-to-do = No hay nada que hacer: todo está ya en el registro.
    .mend = Si esperaba cambios, compruebe que ha elegido el archivo correcto.
error-busy = Otra importación está escribiendo en este momento.
    .mend = Espere a que termine y repita la orden.
error-moved = El registro ha cambiado desde la vista previa; no se ha escrito nada.
    .mend = Pida una nueva vista previa y revísela.
error-disk-full = El disco está lleno; no se ha escrito nada.
    .mend = Libere espacio y repita la orden.
error-recorded-too-early = La fecha de anotación es anterior a la última del registro, { $day }.
    .mend = Indique { $day } o un día posterior, o no indique ninguno.
error-recorded-in-future = La fecha de anotación { $day } aún no ha llegado.
    .mend = Indique hoy o un día anterior, o no indique ninguno.
error-clock-behind = El reloj de esta máquina marca { $now }, más de un día antes de { $before }, la última hora que el registro vio en él; no se ha escrito nada.
    .mend = Ponga en hora el reloj. Si ya está en hora, acéptelo con `decapolis clock accept`: los asientos siguientes llevarán la hora del último hasta que el reloj la haya pasado.
error-clock-ahead = El reloj de esta máquina marca { $now }, más de 400 días después de { $before }, la última hora que el registro vio en él; no se ha escrito nada.
    .mend = Ponga en hora el reloj. Si está en hora, acéptelo con `decapolis clock accept`.
error-unavailable = En este momento no se puede acceder al registro; no se ha escrito nada.
    .mend = Vuelva a intentarlo dentro de un momento. Si continúa, compruebe que la base de datos está en marcha y que su disco se puede leer.
error-batch-unknown = No existe ningún lote { $batch }, o ya se ha deshecho.
    .mend = Busque el nombre del lote: decapolis history.
error-batch-stands-on = El lote { $batch } no se puede deshacer: lo que escribió en la tabla «{ $table }» se ha modificado o utilizado después.
    .mend = Deshaga antes los lotes posteriores, empezando por el más reciente.
error-cannot-read = No se puede leer { $file }.
    .mend = Compruebe que existe y que tiene permiso para leerlo.
error-cannot-write = No se puede escribir en { $file }.
    .mend = Compruebe que la carpeta existe y que tiene permiso para escribir en ella.

## The clock

clock-now = El reloj de esta máquina marca { $now }.
clock-seen = El registro lo vio por última vez el { $seen }.
clock-last-entry = El último asiento es el número { $number }, anotado el { $last }.
clock-nothing-to-accept = El reloj concuerda con el registro: no hay nada que aceptar.
clock-accepted-behind = Aceptado con el asiento { $number }. Hasta que el reloj haya pasado la hora del último asiento, todos llevarán esa hora.
clock-accepted-ahead = Aceptado con el asiento { $number }. Los asientos siguientes llevarán la hora de este reloj.
