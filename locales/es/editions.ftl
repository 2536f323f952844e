# Ediciones: la página tal como se publicó, sus firmas, sus correcciones y su comprobación.

## Una edición

edition-number = Edición { $number }
edition-of-year = Edición { $number } de { $year }
publish-preview =
    { $n ->
        [one] { $edition } tendría una cifra. Una vez publicada no cambia nunca; las correcciones posteriores se enumeran a su lado.
        [many] { $edition } tendría { $n } de cifras. Una vez publicadas no cambian nunca; las correcciones posteriores se enumeran a su lado.
       *[other] { $edition } tendría { $n } cifras. Una vez publicadas no cambian nunca; las correcciones posteriores se enumeran a su lado.
    }
as-printed-preview =
    { $n ->
        [one] Se incorporaría una cifra del informe de { $year } tal como se imprimió. No se recalcula nunca.
        [many] Se incorporarían { $n } de cifras del informe de { $year } tal como se imprimieron. No se recalculan nunca.
       *[other] Se incorporarían { $n } cifras del informe de { $year } tal como se imprimieron. No se recalculan nunca.
    }
edition-published-on = publicada el { $day }
edition-published-by = por { $by }
edition-unsigned = secciones sin firma: { $sections }
edition-unsigned-count =
    { $n ->
        [one] una sección sin firma
        [many] { $n } de secciones sin firma
       *[other] { $n } secciones sin firma
    }
edition-as-printed = tal como se imprimió; no se ha recalculado
edition-source = fuente: { $source }
edition-replaced = sustituida por la edición { $number }
edition-corrections-since =
    { $n ->
        [one] Una corrección desde entonces
        [many] { $n } de correcciones desde entonces
       *[other] { $n } correcciones desde entonces
    }
edition-counted-at = contada hasta el asiento { $number } del diario
edition-embargo = bajo embargo hasta el { $day }
edition-live = La página tal como se cuenta hoy
edition-printed-page = Página { $page } del informe
edition-printed-where = Dónde figura
edition-printed-heading = En el informe impreso

## La lista de ediciones

editions-title = Ediciones y correcciones
editions-heading = Ediciones de { $year }
editions-intro = Una edición conserva la página tal como se publicó, con las reglas y las filas de cada cifra. No se modifica nunca: si el registro de hoy difiere, la diferencia figura aquí como corrección, y una edición nueva puede sustituirla.
editions-none = Todavía no se ha publicado ninguna edición: la página es provisional.

## Firmas

signatures-heading = Firmas de la página actual
signatures-intro = Cada sección la firma quien responde de ella. La firma vale mientras no cambien sus cifras.
signature-section = Sección
signature-state = Firma
signature-holds = Firmada por { $by } el { $day }
signature-changed = Firmada por { $by } el { $day }; ha cambiado desde entonces
signature-missing = Sin firmar
edition-asks-for-a-signature = Faltan muchos datos para calcular una proporción, por lo que se publica con su intervalo: { $shares }. La persona responsable debería confirmarlo con su firma: `decapolis figures sign { $year } --section { $section } --by …`.
signed-with-unknowns = La firma cubre una proporción con datos que no constan, publicada con su intervalo: { $shares }
signed = Firmado por { $by }: { $sections }

## Correcciones

corrections-heading = Diferencias con el registro de hoy
corrections-none = No hay ninguna: el registro de hoy da lo mismo.
correction-short = corregido: { $old } → { $new }
correction-completed = completado después: { $new }
correction-of-rows = la cifra sigue siendo { $value }; han cambiado filas de su lista
correction-which = Registro
correction-what = Qué ha cambiado
correction-why = Por qué
correction-who = Quién
correction-when = Cuándo
correction-added = añadido a la lista
correction-gone = retirado de la lista
correction-amount = cuenta otra cantidad
correction-counted-now = antes no contaba, ahora sí
correction-counted-no-more = antes contaba, ahora no
correction-otherwise = clasificado de otro modo
correction-not-listed =
    { $n ->
        [one] una fila que no se muestra por separado
        [many] { $n } de filas que no se muestran por separado
       *[other] { $n } filas que no se muestran por separado
    }
correction-field = { $column }: { $old } → { $new }
correction-entry = asiento { $number }
correction-batch-reason = { $why } (motivo indicado para todo el lote { $batch })
correction-same-shown = corregido: de { $old } a { $new }; ambas cifras se muestran como { $shown }
correction-undoes = se deshizo el lote { $batch }
correction-without-reason = sin motivo anotado
correction-presumably = { $why } (último asiento que cambió una tabla de esta cifra)
actor-operator = Secretaría, en la línea de órdenes
rule-changed = { $figure }: la regla es hoy otra (versión { $old } entonces, versión { $new } ahora). No es una corrección: con su propia regla, la edición sigue siendo correcta.
rule-gone = { $figure }: esta cifra ya no existe (versión { $old } entonces). No es una corrección: con su propia regla, la edición sigue siendo correcta.

## Comprobación

proof-button = Comprobar esta edición
proof-heading = Comprobación de la edición { $number } de { $year }
proof-figure = Cifra
proof-published = Publicada
proof-list = Lo guardado
proof-recount = Recuento
proof-then = Como constaba su día
proof-now = Como consta hoy
proof-pages = Páginas guardadas
proof-page = Idioma
proof-numbers = Cifra por cifra
proof-intact = intacto
proof-altered = alterado
proof-recount-equal = igual
proof-recount-listing = distinto, porque una lista de origen ha cambiado de sentido
proof-recount-not-asked = esta versión del programa ya no puede hacerlo
proof-recount-different = distinto
proof-other-rule = con la regla de hoy (versión { $version }): { $value }
proof-explains-list = Lo guardado: la cifra, su regla y cada fila de su lista siguen byte a byte como el día de la publicación.
proof-explains-recount = Recuento: la cifra se vuelve a contar con su propia regla, sobre el registro tal como constaba aquel día.
proof-explains-now = Como consta hoy: la misma regla sobre el registro de hoy; donde difiere hay una corrección.
proof-nothing-counted = En esta edición no se ha contado nada: sus cifras están tal como se imprimieron.
proof-summary =
    { $n ->
        [one] { $edition }: intacta; su única cifra sale igual al volver a contarla.
        [many] { $edition }: intacta; { $equal } de { $n } cifras salen iguales al volver a contarlas.
       *[other] { $edition }: intacta; { $equal } de { $n } cifras salen iguales al volver a contarlas.
    }
proof-summary-printed = { $edition }: intacta, tal como se imprimió; no hay nada que recontar.
proof-summary-broken = { $edition }: la prueba ha fallado; { $equal } de { $n } cifras están intactas y salen iguales.
proof-edition-altered = { $edition }: se ha alterado lo que la edición dice de sí misma, o le faltan o sobran páginas, cifras o filas.
proof-page-altered = { $edition }: se ha alterado la página guardada ({ $language }).
proof-page-differs = { $edition }: la página guardada ({ $language }) dice de «{ $figure }» otra cosa que la cifra guardada.
proof-list-altered = { $edition }, { $figure }: se ha alterado la lista guardada.
proof-number-altered = { $edition }, { $figure }: se ha alterado la cifra guardada, o no es la de su lista.
proof-recounted-otherwise = { $edition }, { $figure }: al volver a contar como constaba su día sale otra lista.
proof-row-altered = { $edition }, { $figure }: la fila { $row } no es la que da el recuento.

## Lo que no se puede hacer, y qué hacer

site-error-edition = No hay ninguna edición con el código { $code }.
    .title = Edición no encontrada
    .hint = La página del año enlaza con todas sus ediciones.
error-page-empty = En la página de { $year } no hay ninguna cifra.
    .mend = Importe primero los datos de ese año; las cifras se ven con `decapolis figures --at`.
error-page-balance = En la página de { $year }, los pasos del balance suman { $sum }, pero su última línea dice { $result }.
    .mend = Ponga en el archivo de la página los seis pasos del balance de `pages/annual.toml` y vuelva a publicar.
error-page-year = «{ $text }» no es un año que tenga página.
    .mend = Escriba un año entre { $from } y { $to }, o el primero y el último: 2018-2020.
error-section-unknown = La página no tiene la sección «{ $text }».
    .mend = Escriba una de estas: { $sections }.
error-signer-missing = Falta quién firma.
    .mend = Escriba nombre y cargo con --by, en 200 caracteres como mucho.
error-edition-unchanged = Nada ha cambiado desde la edición { $number } de { $year }.
    .mend = Publique de nuevo cuando el registro o la página digan otra cosa.
error-sections-unsigned = La página de { $year } exige la firma de todas sus secciones. Faltan: { $sections }.
    .mend = Fírmelas con `decapolis figures sign { $year } --section … --by …`.
error-unknowns-unsigned = La página de { $year } publica una proporción con su intervalo, porque más del { $most } % de su base no consta: { $shares }. Para publicarla hace falta una firma que lo asuma.
    .mend = Complete los datos o firme: `decapolis figures sign { $year } --section { $section } --by …`.
error-share-impossible = «{ $figure }» no es una proporción en { $year }: su base es inferior a cero, o la parte es mayor que el todo.
    .mend = Consulte las filas con `decapolis figures why { $key } --at …` y corríjalas: puede que una devolución esté en otro año o en otro concepto que su pago.
error-printed-line = La línea { $row } del informe no se entiende: { $text }.
    .mend = Las columnas son figure o label (label_es …), printed, note (note_es …) y page; cada línea lleva una cifra conocida o un nombre, y el número tal como se imprimió.
error-printed-empty = El informe no tiene ninguna línea.
    .mend = Escriba una línea por cada número impreso.
error-source-missing = Falta la fuente del informe.
    .mend = Diga con --source dónde se leyó: título, año, dirección.
error-printed-year = { $year } no es el año de un informe ya impreso.
    .mend = Escriba un año entre 1900 y este.
error-editions-altered = La prueba de al menos una edición ha fallado.
    .mend = Compare las filas nombradas con una copia de seguridad; el diario dice quién escribió qué y cuándo.
error-table-not-in-files = La tabla { $table } la escribe solo el programa.
    .mend = Quite este archivo: las ediciones se publican con `decapolis figures publish`.
export-without-editions =
    { $n ->
        [one] La edición publicada queda fuera: sus filas solo tienen sentido en este registro. Una copia de la base de datos la conserva.
        [many] Las { $n } de ediciones publicadas quedan fuera: sus filas solo tienen sentido en este registro. Una copia de la base de datos las conserva.
       *[other] Las { $n } ediciones publicadas quedan fuera: sus filas solo tienen sentido en este registro. Una copia de la base de datos las conserva.
    }

## Tablas y columnas

table-page-editions = Ediciones de la página
table-edition-pages = Páginas guardadas
table-edition-numbers = Cifras guardadas
table-edition-groups = Desgloses guardados
table-edition-rows = Filas guardadas
table-edition-lines = Líneas impresas
table-sign-offs = Firmas
kind-page-edition = Edición de la página
kinds-page-edition = Ediciones de la página
column-number = Número
column-known = Asiento del diario
column-published = Publicada el
column-embargo = Embargo hasta
column-signer = Firma
column-unsigned = Secciones sin firma
column-digest = Resumen criptográfico
column-text = Texto
column-ordinal = Orden
column-figure = Cifra
column-listings = Listas de origen
column-counted = Contado
column-base = Base
column-list = Resumen de la lista
column-breakdown = Desglose
column-part = Parte
column-row = Fila
column-class = Clase
column-reason = Motivo
column-printed = Tal como se imprimió
column-page = Página
column-section = Sección
column-first-year = Primer año
choice-counted = contada
choice-as-printed = tal como se imprimió
