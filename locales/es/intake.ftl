# Archivos ajenos: qué se encuentra en ellos, cómo se emparejan sus columnas y las correspondencias que lo dicen.

## Por qué una fila no dice nada de una tabla

row-left-out = La correspondencia «{ $mapping }» la deja fuera: { $reason }
row-without-values = Todos sus años están vacíos.
row-says-nothing = La columna «{ $column }» está vacía.
row-said-already = Ya lo dice la fila { $row }.
row-said-before = La fila { $row } iba antes.

## Qué falla en una celda o en una fila

error-not-a-country = «{ $text }» no es un país.
    .mend = Escriba sus dos letras (ISO 3166): ES para España.
error-may-be-a-country = «{ $text }» no es el nombre de un país en un idioma de este programa. Puede ser: { $codes }.
    .mend = Escriba las dos letras del país al que se refiere (ISO 3166).
error-not-degrees = «{ $text }» no es una latitud ni una longitud.
    .mend = Escriba grados, como 40.4168 o 40°25′N; la latitud va de -90 a 90 y la longitud de -180 a 180.
error-said-otherwise = La fila { $row } da otros valores para lo mismo: { $text }.
    .mend = Deje una de las dos filas, o dé a ambas los mismos valores.

## Correspondencias

error-mapping-unknown = No hay ninguna correspondencia «{ $name }».
    .mend = Escriba una de estas, o la ruta de un archivo: { $names }.
error-mapping-column = La correspondencia «{ $mapping }» lee una columna «{ $column }» que { $file } no tiene.
    .mend = Corrija el nombre en la correspondencia. El archivo tiene: { $columns }.
error-mapping-years = La correspondencia «{ $mapping }» espera una columna por año, pero el encabezado de { $file } no contiene años.
    .mend = Compruebe que es el archivo correcto, o quite [into.years] de la correspondencia. El archivo tiene: { $columns }.
error-mapping-there = Ya hay una correspondencia { $file }.
    .mend = Elija otro nombre, o sobrescríbala con --force.
error-mapping-unsure = No se puede saber a qué tabla va { $file }.
    .mend = Mire la propuesta con «{ $command }» y guárdela como correspondencia, o indique la tabla con --into.
error-match-unsure = El programa no está seguro de adónde van estas columnas de { $file }: { $columns }.
    .mend = Si es correcto, añada { $match }. Para dejar fuera una columna, escriba --match "{ $heading }=".
error-value-column = «{ $text }» no nombra ninguna columna que se lea.
    .mend = Escriba la columna, la palabra y su valor: --value gender.M=man.
error-value-unused = Ninguna celda de la columna «{ $column }» dice «{ $word }»: --value { $text } no tendría efecto.
    .mend = Escriba la palabra como está en el archivo, o quite la opción.
error-decimal-unused = En { $file } ningún número depende del signo de los decimales: --decimal no tendría efecto.
    .mend = Quite la opción.
error-mapping-reads = { $file } no tiene la columna «{ $column }»: lo que la correspondencia «{ $mapping }» dice en `reads` no tendría efecto.
    .mend = Escriba el encabezado completo de la columna, o su letra. El archivo tiene: { $columns }.
error-mapping-missing = A { $file } le falta lo que la tabla «{ $table }» necesita: { $columns }.
    .mend = Guarde la propuesta con «{ $command }», indique en ella de dónde salen esas columnas e importe con --mapping. Si una columna del archivo contiene una de ellas, añada --match "ENCABEZADO=columna".
error-no-table-found = No se encuentra ninguna tabla en { $file }.
    .mend = Compruebe que es el archivo correcto; si tiene varias hojas, indique una con --sheet.
error-sheet-unknown = { $file } no tiene ninguna hoja «{ $sheet }».
    .mend = Escriba una de estas: { $sheets }.
error-table-unknown = En el registro no hay ninguna tabla «{ $table }».
    .mend = Escriba una de estas: { $tables }.

## Por qué se empareja una columna

match-said = usted lo dijo
match-set = es «{ $words }» en todas las filas: usted lo dijo
match-two-halves = «{ $given }» y «{ $family }» son un solo nombre
match-two-candidates = «{ $heading }» y «{ $other }» parecen ambas esa columna
match-own-name = «{ $heading }» es como la llama el registro
match-words-unknown = estas palabras no significan nada aquí: { $words }. Su significado se indica con { $value }
match-other-name = «{ $heading }» es otro nombre suyo
match-like-name = «{ $heading }» se parece a su nombre
match-countries = sus celdas son países: { $example }
match-coordinates = sus celdas son una latitud y una longitud
match-choices = el { $percent } % de sus celdas son valores posibles: { $example }
match-records = el { $percent } % de sus celdas son fichas del registro
match-years-across = una columna por año, desde «{ $heading }»

## decapolis look

look-sheet = Hoja «{ $sheet }»
look-file = { $file }: { $format }
look-table = Tabla { $n }: filas { $first } a { $last }, segura al { $sure } %
look-heading =
    { $n ->
        [one] encabezado en la fila { $rows }
        [many] encabezado en las filas { $rows }
       *[other] encabezado en las filas { $rows }
    }
look-no-heading = sin encabezado: las columnas se llaman por su letra
look-column = Columna
look-reads = Contiene
look-sure = Segura
look-into = Va a
look-odd = no encaja
look-odd-row = fila { $row }: { $text }
look-nowhere = No se importan: { $columns }
look-missing = Faltan, y no pueden quedar vacías: { $columns }
look-proposal = Va a «{ $table }» ({ $name }), segura al { $sure } %
look-proposals = Otras tablas: { $tables }
look-no-proposal = No se parece a ninguna tabla del registro. Indique una con --into.
look-known = La correspondencia «{ $mapping }» conoce este archivo: { $note }
look-known-source = Fuente: { $source }
look-known-licence = Condiciones: { $licence }
look-then-import = Para ver qué haría una importación: { $command }
look-then-set = Para indicar de dónde sale una columna que falta (--match "ENCABEZADO=columna"), o darle el mismo valor en todas las filas (--set): { $command }
look-then-save = Para guardar esta propuesta como correspondencia y corregirla: { $command }
look-saved = La correspondencia queda en { $file }. Corríjala ahí y ejecute después: { $command }
look-saved-missing = Indique antes en ella de dónde salen estas columnas: { $columns }
look-years = los años { $first } a { $last }, cada celda pasa a ser una fila
import-by-mapping = { $file }: se lee con la correspondencia «{ $mapping }».
import-by-match = { $file }: se empareja automáticamente con la tabla «{ $table }»; «{ $command }» muestra cómo.
import-table-unread = { $file }: la tabla de las filas { $first } a { $last } no se lee.
import-match = Columnas: { $columns }.
import-goes = { $heading } → { $column }
import-goes-sure = { $heading } → { $column } ({ $sure } %)
match-sure = { $why } ({ $sure } %)
import-not-taken = Columnas que no se importan: { $columns }.

## Cómo se leen las celdas

reads-text = texto
reads-code = código
reads-whole = número entero
reads-number = número
reads-percent = porcentaje
reads-year = año
reads-day-unclear = fecha, orden no indicado
reads-day-y-m-d = fecha, primero el año
reads-day-d-m-y = fecha, primero el día
reads-day-m-d-y = fecha, primero el mes
reads-yes-no = sí o no
reads-degrees = grados
reads-coordinates = coordenadas
reads-list = varios, separados por { $separator }
reads-list-lines = varios, por líneas

error-match-heading = El archivo no tiene la columna «{ $heading }».
    .mend = Use una de estas: { $headings }.
error-match-column = La tabla «{ $table }» no tiene la columna «{ $column }».
    .mend = Use una de estas: { $columns }.
error-match-without-sign = «{ $text }» no tiene signo igual.
    .mend = Escríbalo así: { $option } NOMBRE=QUÉ.
