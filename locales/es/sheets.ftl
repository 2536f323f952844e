# Lo que son las filas de una hoja de cálculo, y las celdas que no son lo que contiene su columna.

## Por qué no se lee una fila

row-blank = una fila vacía
row-title = una línea encima de la tabla
row-heading = un encabezado
row-column-numbers = una fila que numera las columnas
row-section = la sección «{ $text }»
row-subtotal = un total
row-footnote = una nota al pie de la tabla
row-other-table = una fila de otra tabla de la hoja

## Celdas que no se pueden leer

error-cell-formula = La celda muestra «{ $text }»: su fórmula no tiene valor.
    .mend = Corrija la fórmula en la hoja de cálculo o escriba el valor.
error-cell-not-calculated = La celda tiene una fórmula que nada ha calculado todavía: { $text }.
    .mend = Abra el archivo en un programa de hojas de cálculo, guárdelo allí e impórtelo; o escriba el valor.
error-cell-digits-lost = Un programa de hojas de cálculo cortó este número: «{ $text }» ya no tiene todas sus cifras.
    .mend = Dé a la columna formato de texto en el archivo de origen y expórtelo de nuevo.
error-cell-code-changed = Un programa de hojas de cálculo pudo cambiar este código por «{ $text }»: ya no es texto.
    .mend = Dé a la columna formato de texto y escriba el código tal como es.
error-cell-not-text = «{ $text }» no se puede leer.
    .mend = Escriba el valor como texto.
error-cell-not-whole = «{ $text }» no es un número entero, como lo son las demás celdas de la columna.
    .mend = Escríbalo sin decimales y con los mismos separadores de millares que las celdas vecinas, o indique en la correspondencia que la columna tiene decimales.
error-cell-not-number = «{ $text }» no es un número escrito como los demás de la columna.
    .mend = Escríbalo con el mismo signo decimal, y ponga notas y unidades en una columna aparte.
error-cell-number-mark = «{ $text }» puede ser dos números: ninguna celda de la columna muestra si el signo separa los miles o los decimales.
    .mend = Indique el signo de los decimales con --decimal . o --decimal ,, o escriba el número sin separar los miles.
error-decimal-mark = «{ $text }» no es un signo de decimales.
    .mend = Escriba --decimal . o --decimal ,.
error-cell-not-percent = «{ $text }» no es un porcentaje.
    .mend = Escriba el número con su signo: 12,5 %.
error-cell-not-year = «{ $text }» no es un año.
    .mend = Escriba cuatro cifras: 2020.
error-cell-not-day = «{ $text }» no es una fecha escrita como las demás de la columna.
    .mend = Escriba 31/12/2020 o 2020-12-31; 2020-12 o 2020 si no se conoce el día.
error-cell-not-day-month-first = «{ $text }» no es una fecha escrita como las demás de la columna, con el mes delante.
    .mend = Escriba 12/31/2020 o 2020-12-31, o indique que en esta columna el día va delante.
error-cell-day-order = «{ $text }» puede ser dos fechas: ninguna celda de la columna muestra si va primero el día, el mes o el año.
    .mend = Indíquelo con --days d/m/y, --days m/d/y o --days y-m-d, o escriba 2020-12-31.
error-cell-day-without-year = «{ $text }» no dice el año, o no dice el día.
    .mend = Escriba 2020-03-17; 2020-03 si no se conoce el día.
error-cell-number-among-days = «{ $text }» es un número entre fechas.
    .mend = Escriba la fecha: 2020-12-31; 2020-12 o 2020 si no se conoce.
error-cell-day-swapped = «{ $text }» puede tener cambiados el día y el mes: otras fechas de la columna quedaron como texto, como cuando un archivo se abre con la configuración de otro país.
    .mend = Corrija la columna en el archivo, o importe el archivo en que se escribió por primera vez.
error-cell-century = «{ $text }» no dice el siglo.
    .mend = Escriba en el archivo las cuatro cifras del año: 31/12/1957 o 31/12/2057 en lugar de 31/12/57.
error-cell-day-midnight = «{ $text }» tiene la hora de otra zona: aquí puede ser otro día.
    .mend = Escriba solo la fecha: 2020-12-31.
error-cell-year-apart = El año de «{ $text }» está lejos de todos los demás de la columna.
    .mend = Corríjalo si es un error o de otro calendario. Si es correcto, añada --years con el primer y el último año correctos: --years 1850..2030.
error-cell-not-yes-no = «{ $text }» no es ni sí ni no.
    .mend = Escriba sí o no, o deje la celda vacía si no se sabe.
error-cell-not-degrees = «{ $text }» no es una latitud ni una longitud.
    .mend = Escriba 40,4168 o 40°25′01″N; los minutos y los segundos son menores de 60.
error-cell-not-coordinates = «{ $text }» no es una latitud con su longitud.
    .mend = Escriba primero la latitud: 40.4168, -3.7038 o 4025N 00342W; los minutos son menores de 60.

## Tablas que no están

error-no-such-table-in-sheet = La hoja no tiene una tabla { $table }.
    .mend = Ejecute «decapolis look» con el archivo: muestra sus hojas y las tablas de cada una.
error-heading-not-there = El encabezado debería estar en la fila { $rows }, pero ninguna fila con texto lleva ese número al comienzo de la hoja.
    .mend = Indique el número que la hoja de cálculo muestra junto a la fila.
