# Archivos de las fichas.

files-title = Archivos
files-none = No hay archivos aquí.
files-manage = Adjuntar o quitar archivos
files-attach = Adjuntar un archivo
files-file = Archivo
    .hint = Un PDF, una imagen (PNG, JPEG, WebP), un documento (DOCX, XLSX, ODT, ODS) o un texto (CSV, TXT), de { $n } MB como máximo. Lo que una cámara escribió en la imagen, como el lugar, se elimina.
files-privacy = Quién puede abrirlo
files-attach-button = Adjuntar
files-remove = Quitar
file-privacy-public = todo el mundo
file-privacy-members = los miembros
file-privacy-office = la oficina
file-kilobytes = { $count } kB
file-megabytes = { $count } MB
table-files = Archivos de las fichas
column-name = Nombre
column-media-type = Tipo de contenido
column-bytes = Tamaño en bytes
column-privacy = Quién puede abrirlo
choice-public = todo el mundo
choice-members = los miembros
choice-office = la oficina
action-files-attach = Adjuntar un archivo
action-files-remove = Quitar un archivo
backup-files = Archivos incluidos: { $n }.
restore-files = Archivos restaurados: { $n }.
backup-file-damaged = El archivo { $digest } está dañado y no se incluye. Búsquelo en una copia anterior.
health-files = Archivos de las fichas
health-files-nowhere = El registro está en un servidor y nadie ha indicado dónde se guardan los archivos: no se puede adjuntar ninguno.
    .mend = Indique en DECAPOLIS_FILES una carpeta en la que solo escriba el programa.
error-file-empty = No se ha enviado ningún archivo.
    .mend = Elija un archivo que no esté vacío.
error-file-over = El archivo es demasiado grande.
    .mend = Envíe { $n } MB como máximo: una imagen más pequeña o un documento sin imágenes.
error-file-sort = No se admiten archivos como «{ $name }».
    .mend = Envíe un PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, ODS, CSV o TXT, con esa terminación en el nombre. Los textos se escriben en UTF-8.
error-file-lies = El contenido de «{ $name }» no es lo que dice su nombre.
    .mend = Guárdelo de nuevo con el programa que lo hizo y envíe ese. No se admiten documentos con macros, y los textos se escriben en UTF-8.
error-file-picture = La imagen «{ $name }» no se puede leer o tiene demasiados píxeles.
    .mend = Guárdela de nuevo, con 50 millones de píxeles y 12 000 por lado como máximo.
error-file-privacy = No se ha indicado quién puede abrir el archivo.
    .mend = Elija todo el mundo, los miembros o la oficina.
error-file-there = La ficha ya tiene un archivo «{ $name }».
    .mend = Abra «Cambiar o quitar» junto a ese para enviar una versión más reciente, o dé otro nombre a este.
error-files-nowhere = Nadie ha indicado dónde se guardan los archivos.
    .mend = Indique en DECAPOLIS_FILES una carpeta en la que solo escriba el programa, e inícielo de nuevo.
files-earlier = Versiones anteriores
files-change = Cambiar o quitar
files-newer = Una versión más reciente
    .hint = Dejar vacío para cambiar solo quién puede abrirlo. Las versiones anteriores se conservan y se pueden abrir.
files-change-button = Guardar el cambio
action-files-change = Cambiar un archivo
error-file-same = No cambiaría nada.
    .mend = Elija una versión más reciente o cambie quién puede abrirlo.
health-files-there = { $n ->
    [0] No hay archivos en las fichas.
    [one] Un archivo, en su carpeta.
    [many] { $n } de archivos, todos en su carpeta.
   *[other] { $n } archivos, todos en su carpeta.
}
health-files-missing = { $n ->
    [one] Un archivo no está en su carpeta: su ficha lo nombra y nadie puede abrirlo.
    [many] { $n } de archivos no están en su carpeta: sus fichas los nombran y nadie puede abrirlos.
   *[other] { $n } archivos no están en su carpeta: sus fichas los nombran y nadie puede abrirlos.
}
    .mend = Recupere la carpeta de una copia de seguridad: «decapolis restore» lee también sus archivos. DECAPOLIS_FILES dice dónde está.
