# Abrir archivos tal como la gente los tiene: texto, libros de cálculo y lo que solo se les parece.
# error-<key> dice qué ocurre y .mend cómo corregirlo.

error-file-gone = Aquí no hay ningún archivo { $file }.
    .mend = Compruebe el nombre y la carpeta; quizá se movió mientras se leía.
error-file-folder = { $file } es una carpeta o un dispositivo, no un archivo.
    .mend = Indique el archivo que está dentro.
error-file-locked = No hay permiso para leer el archivo { $file }.
    .mend = Dé permiso de lectura a la cuenta que ejecuta el programa, o cierre el programa que lo tiene abierto.
error-file-unread = El archivo { $file } no se pudo leer hasta el final.
    .mend = Cópielo en este equipo e inténtelo de nuevo.
error-file-large = El archivo { $file } ocupa más de { $most }.
    .mend = Divídalo en varios archivos, o quite las hojas y las imágenes que no hagan falta.
error-not-text = El archivo { $file } no es ni texto ni una hoja de cálculo.
    .mend = Ábralo en el programa con el que se creó y guárdelo como CSV o XLSX.
error-not-a-sheet =
    { $what ->
        [pdf] El archivo { $file } es un PDF, no una hoja de cálculo.
        [picture] El archivo { $file } es una imagen, no una hoja de cálculo.
        [media] El archivo { $file } es una imagen, un sonido o un vídeo, no una hoja de cálculo.
        [archive] El archivo { $file } es un archivo comprimido, no una hoja de cálculo.
        [html] El archivo { $file } es una página web, diga lo que diga su nombre.
        [xml] El archivo { $file } es XML, no una hoja de cálculo.
        [json] El archivo { $file } es JSON, no una hoja de cálculo.
        [database] El archivo { $file } es una base de datos, no una hoja de cálculo.
        [text-document] El archivo { $file } es un documento de texto, no una hoja de cálculo.
        [presentation] El archivo { $file } es una presentación, no una hoja de cálculo.
        [numbers] El archivo { $file } es una hoja de Numbers, que aquí no se puede leer.
        [old-workbook] El archivo { $file } es una hoja de una versión de Excel anterior a 1997.
       *[other] El archivo { $file } no es una hoja de cálculo.
    }
    .mend = Ábralo en el programa al que pertenece y guarde o exporte su tabla como CSV o XLSX.
error-password = El archivo { $file } está protegido con contraseña.
    .mend = Ábralo con su contraseña y guarde una copia sin ella. El programa nunca pide contraseñas de archivos.
error-long-cell = El archivo { $file } tiene una celda de más de { $most }.
    .mend = Si ninguna celda debe ser tan larga, en esta fila se abre una comilla que no se cierra.
error-long-row = El archivo { $file } tiene una fila de más de { $most }.
    .mend = Compruebe que las filas acaban en saltos de línea, o quite las columnas de textos largos.
error-no-room-to-read = No hay espacio en el disco para leer el archivo { $file }.
    .mend = Libere espacio en la carpeta de archivos temporales, o indique otra en TMPDIR.
error-workbook-broken = El libro { $file } está dañado o incompleto.
    .mend = Vuelva a descargarlo o a copiarlo; si se abre en un programa de hojas de cálculo, guárdelo allí con otro nombre.
error-workbook-memory = Abrir el libro { $file } exige más de { $most } de memoria.
    .mend = Ábralo en un programa de hojas de cálculo y guarde como CSV la hoja que necesite: el texto se lee sea cual sea su longitud.
error-workbook-parts = El libro { $file } tiene más de { $most } partes.
    .mend = Guarde como CSV la hoja que necesite, o en un libro aparte.
error-workbook-repeats = El libro { $file } repite las mismas celdas tantas veces que leerlo exigiría más de lo que la máquina debe dar.
    .mend = Elimine las filas y columnas en las que un valor se copió hasta el final de la hoja y guárdelo de nuevo.
error-workbook-rows = Las celdas del libro { $file } ocupan más de { $most }.
    .mend = Puede haber celdas repetidas muy por debajo de la última fila: borre las filas que siguen a la tabla, o guarde la hoja como CSV.
error-workbook-time = Abrir el libro { $file } lleva más de { $most } segundos.
    .mend = Ábralo en un programa de hojas de cálculo y guarde como CSV la hoja que necesite.
error-workbook-process = No se pudo abrir el libro { $file }: el proceso que lo lee no arrancó o no terminó bien.
    .mend = Inténtelo de nuevo; si se repite, guarde como CSV la hoja que necesite.

note-not-its-name =
    El nombre de { $file } termina en .{ $ending }, pero es { $what ->
        [text] texto
        [xlsx] un libro de Excel (XLSX)
        [xlsb] un libro binario de Excel (XLSB)
        [xls] un libro de Excel antiguo (XLS)
       *[ods] un libro de LibreOffice (ODS)
    }: se lee como lo que es.
note-encoding = Se toman sus letras por { $encoding } (seguridad: { $sure } %): fíjese en los nombres con acentos.
note-broken-letters = Letras dañadas en el archivo: { $n }, la primera en la línea { $row }. Se muestran como �.
note-hidden-sheet = La hoja «{ $sheet }» está oculta en el libro. También se lee.
note-links = El libro remite a otros archivos. No se abren: se leen los últimos valores conocidos.
note-macros = El libro contiene macros. No se ejecutan.
note-cells-unread = Celdas de la hoja «{ $sheet }» que muestran un error de un tipo desconocido aquí: { $n }. Se toman por vacías.
