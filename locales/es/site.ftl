# The public site around the page of a year: navigation, the page of a figure, of a record, lists, and what to do when something is wrong.

## Navigation

site-skip = Ir al contenido
site-navigation = Navegación principal
site-years = Años
site-languages = Idiomas
site-members = Miembros
site-figures = Cifras
site-how-counted = Cómo se cuenta
site-how-counted-intro = Cada número publicado se cuenta a partir de los registros de la red, con una regla escrita. Aquí están todas.
site-back-to-year = Volver a la página de { $year }
site-about = Sobre este sitio
site-trail = Ruta
site-pages = Páginas
site-made-with = Hecho con { $program }

## The page of a figure

site-from = Primer día
site-at = A fecha de
site-known = Según constaba el
site-breakdown = Desglose
# The breakdowns a figure may offer, by the name of their column.
site-by-region = por región
    .heading = Por región
site-by-category = por categoría
    .heading = Por categoría
site-by-gender = por género
    .heading = Por género
site-by-role = por papel
    .heading = Por papel
site-by-mode = por modalidad
    .heading = Por modalidad
site-by-attendance = por asistencia
    .heading = Por asistencia
site-by-meeting = por reunión
    .heading = Por reunión
site-by-theme = por tema
    .heading = Por tema
site-by-activity = por tipo de actividad
    .heading = Por tipo de actividad
site-by-record = por actividad
    .heading = Por actividad
site-by-basis = por origen del ingreso
    .heading = Por origen del ingreso
site-by-stage = por estado de las cuentas
    .heading = Por estado de las cuentas
site-by-partnership = por tipo de partenariado
    .heading = Por tipo de partenariado
site-by-channel = por canal
    .heading = Por canal
site-by-indicator = por indicador
    .heading = Por indicador
site-by-area = por área metropolitana
    .heading = Por área metropolitana
site-by-none = sin desglose
site-calculate = Calcular
site-ask = Calcular de otro modo
site-as-table = Ver como tabla
site-groups-overlap = Los grupos pueden sumar más que el total, porque una misma unidad puede estar en varios.
site-per-year = Por año
site-rows = De qué filas sale
site-download =
    { $n ->
        [one] Descargar esta fila
        [many] Descargar estas { $n } de filas
       *[other] Descargar estas { $n } filas
    }
site-tab-counted =
    { $n ->
        [one] { $n } contada
        [many] { $n } contadas
       *[other] { $n } contadas
    }
site-tab-base = { $n } en la base
site-tab-left-out =
    { $n ->
        [one] { $n } excluida
        [many] { $n } excluidas
       *[other] { $n } excluidas
    }
site-because = Por qué cuenta
site-view-units = Cada unidad una vez: { $n }
site-view-rows = Todas las filas que cuentan: { $n }
site-rows-of =
    { $n ->
        [one] { $n } fila
        [many] { $n } de filas
       *[other] { $n } filas
    }
# Rows that the reader sees only as a number.
site-hidden-base =
    { $n ->
        [one] { $n } fila solo está en la base y se muestra
        [many] { $n } de filas solo están en la base y se muestran
       *[other] { $n } filas solo están en la base y se muestran
    } únicamente como número: nadie aparece como ausente o inactivo.
site-hidden-left-out =
    { $n ->
        [one] { $n } fila excluida se muestra
        [many] { $n } de filas excluidas se muestran
       *[other] { $n } filas excluidas se muestran
    } únicamente como número, con el motivo: nadie queda señalado.
site-hidden-people =
    { $n ->
        [one] { $n } fila se refiere a una persona y se muestra agrupada
        [many] { $n } de filas se refieren a personas y se muestran agrupadas
       *[other] { $n } filas se refieren a personas y se muestran agrupadas
    }: los nombres no son públicos.
site-hidden-amounts =
    Los importes no son públicos; el porcentaje se calcula a partir de { $n ->
        [one] { $n } fila
        [many] { $n } de filas
       *[other] { $n } filas
    }.
site-no-rows = Ninguna fila.
site-parts = Partes
site-reason = Motivo
site-rule-version = versión { $version } de la regla
site-on-day = a { $at }
site-between = entre el { $from } y el { $to }
site-known-today = según consta hoy
site-known-on = según constaba el { $day }
site-known-entry = según constaba el { $day }, tras el asiento { $number } del diario
site-known-edition = según la edición { $number } de { $year }, publicada el { $day }
site-known-now = La cifra según consta hoy
site-to-come = Ese día aún no ha llegado: la cifra es lo que consta a { $day }.
site-not-over = Ese período aún no había terminado el { $day }, día de este estado del registro.
site-last-written = Nada se ha escrito en el registro desde el { $day }: lo que ocurrió después no está en él.
site-year-until = { $year }: lo escrito hasta el { $day }.
site-only = Aquí solo se cuenta { $name }. Mostrar la cifra completa.
site-counts-units = se cuentan { $unit }
site-next-page = Página siguiente
site-first-page = Primera página

## How it is counted

methods-stock = Unas cifras son existencias a una fecha (miembros, prácticas, perfiles); otras, lo ocurrido durante un período (eventos, publicaciones, firmas). Nunca se suman entre sí.
methods-share = Un porcentaje dice siempre sobre qué base se calcula; quienes no constan permanecen en la base y se muestran, salvo que la regla diga otra cosa.
methods-known = Cada cifra puede pedirse tal como constaba en otra fecha: las correcciones posteriores no borran lo que se sabía.
methods-illustrative = Los datos ilustrativos se han inventado a modo de ejemplo y llevan siempre esa marca.
methods-groups = Grupos de cifras
methods-signs = Signos
methods-sign-day = Situación en una fecha determinada.
methods-sign-period = Lo ocurrido entre el primer y el último día del período.
methods-sign-at-least = Redondeado a la baja: el número real es igual o mayor.
methods-sign-provisional = Puede cambiar: las cuentas o el año no están cerrados.

## The page of a record

record-illustrative =
    .hint = Este registro se ha inventado a modo de ejemplo: no describe a ningún gobierno, entidad ni persona real.
record-left = Dejó la red el { $day }.
record-facts = Datos
record-more =
    { $n ->
        [one] { $n } más
        [many] { $n } más
       *[other] { $n } más
    }
record-more-than = Quedan más de { $n }
record-source = Fuente
record-no-source = Sin fuente indicada

## Lists

list-search = Buscar
    .placeholder = Nombre
list-region = Región
list-all-regions = Todas las regiones
list-filter = Filtrar
list-at-mark = en un punto del mapa
list-clear = Quitar los filtros
list-records =
    { $n ->
        [one] { $n } registro
        [many] { $n } de registros
       *[other] { $n } registros
    }
list-filters = Filtros
list-members-on = Gobiernos miembros a { $day }.
list-empty = Ningún registro coincide.
    .hint = Pruebe con menos palabras o quite los filtros.

## When something is wrong

site-error-not-found = Esta página no existe.
    .title = Página no encontrada
    .hint = Compruebe la dirección o vuelva a la página del año.
site-error-record = No hay ningún registro público con el código «{ $code }».
    .title = Registro no encontrado
    .hint = Búsquelo por su nombre en la lista.
site-error-year = No hay página para ese año.
    .title = Año desconocido
    .hint = El registro cubre los años de { $from } a { $to }: elija uno de ellos.
site-error-language = Este sitio no está disponible en el idioma «{ $text }».
    .title = Idioma no disponible
    .hint = Elija uno de estos idiomas: { $languages }.
site-error-refused = No tiene permiso para ver esta página.
    .title = Acceso denegado
    .hint = Si cree que debería verla, escriba a la Secretaría.
site-error-broken = Se ha producido un error por nuestra parte. Su número es { $number }.
    .title = Error del servidor
    .hint = Vuelva a intentarlo dentro de un momento; si se repite, comunique el número { $number } a la Secretaría.
site-error-date = «{ $text }» no es una fecha.
    .title = Fecha no válida
    .hint = Escriba año, mes y día: 2020-12-31.
site-error-date-order = El período termina antes de empezar.
    .title = Período no válido
    .hint = La primera fecha debe ser anterior a la segunda o igual.
site-error-known-late = Aún no se sabe qué constará ese día en el registro.
    .title = Un día que no ha llegado
    .hint = Elija { $day } o un día anterior, o deje el campo vacío para ver el registro de hoy.
site-error-entry = El diario no tiene el asiento { $text }.
    .title = Asiento inexistente
    .hint = Revise la dirección: después de la letra j indica un asiento del diario.
site-error-known-early = El registro aún no existía en esa fecha.
    .title = Demasiado temprano
    .hint = El registro empieza el { $day }: elija ese día o uno posterior.
site-error-figure = No hay ninguna cifra llamada «{ $text }».
    .title = Cifra desconocida
    .hint = Elija una de la lista de cifras.
site-error-breakdown = Esta cifra no se desglosa así.
    .title = Desglose no disponible
    .hint = Elija un desglose de la lista.
site-error-request = La dirección contiene algo que no entendemos.
    .title = Solicitud no válida
    .hint = Vuelva a la página anterior y utilice sus enlaces.
site-error-unavailable = El registro no responde en este momento.
    .title = No disponible por el momento
    .hint = Vuelva a intentarlo dentro de unos segundos. No se ha perdido nada.
site-error-host = Este sitio no responde con el nombre «{ $text }».
    .title = No es el nombre de este sitio
    .hint = Utilice la dirección de la red. Si usted administra el sitio, indique en DECAPOLIS_ADDRESS, o en la ficha de la red, el nombre que usan los lectores.
site-error-control = La solicitud contiene caracteres que no se pueden leer ni guardar.
    .title = Caracteres no permitidos
    .hint = Vuelva a escribir el texto en lugar de pegarlo: solo se admiten tabuladores y saltos de línea.
site-error-body = Se han enviado datos con la solicitud, pero esta página no los admite.
    .title = Aquí no se puede enviar nada
    .hint = Abra de nuevo la dirección en un navegador.
site-error-long = El formulario no admite tanto texto.
    .title = Demasiado texto
    .hint = Acorte los textos y envíe de nuevo el formulario.
site-error-not-saved = Aquí no se pueden guardar cifras: todavía no es posible iniciar sesión.
    .title = No se ha guardado
    .hint = Puede probar cifras y descargar el archivo. Para guardar una, inicie la demostración o «decapolis serve --studio» en su propio equipo y ábrala allí.

## Generic words

word-region = Región
word-year = Año
word-value = Valor
word-share = Porcentaje
word-without-region = sin región

## Panels of a record, where the name of the table is not apt

panel-organisation-placements = Región
panel-organisation-area-governments = Área metropolitana
panel-area-area-governments = Gobiernos
panel-activity-activities = Actividades que la integran
panel-organisation-elections = Próximas elecciones
panel-organisation-attendances = Reuniones estatutarias
panel-meeting-attendances = Miembros presentes o representados
panel-organisation-posts = Cargos y puestos
panel-activity-participations = Quién participó
panel-activity-theme-marks = Temas
panel-theme-theme-marks = Actividades y prácticas
panel-person-mandates = Mandatos
