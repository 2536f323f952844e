# The page of a year. Numbers are passed as numbers and written by the bundle's number format; days are passed as written text.

## Head

page-title = { $slogan } en { $year }
# For a network without a slogan.
page-title-plain = { $network } en { $year }
page-description = { $network }: sus cifras de { $year }, cada una con los registros de los que sale.
page-status = Situación a { $day }
page-edition = edición { $edition }
page-published = publicada el { $day }
page-known = según constaba el { $day }
page-live = Cifras provisionales
    .hint = Calculadas ahora mismo a partir del registro: pueden cambiar hasta que se publique la edición.
page-year-under-way = Año en curso
page-illustrative-ribbon = Datos ilustrativos
    .hint = Esta página contiene datos inventados a modo de ejemplo. Cada uno lleva la marca «ilustrativo».
page-short-address = Dirección corta de esta página

## Sections

page-who-we-are = Quiénes somos
page-voice = Voz en la agenda global
    .short = Voz
page-capacity = Capacidad
page-communication = Comunicación
page-governance = Gobernanza
page-funding = Financiación
page-board = Consejo de Administración
    .short = Consejo
page-assembly = Asamblea General
    .short = Asamblea
page-secretariat = Secretaría
page-themes = Temas
page-regions = Miembros por región

## Numbers and what stands beside them

page-at-least = Más de
    .inline = más de
# A number with its noun, as part of a phrase: “8 learning activities”. $noun is figure-<key>.
page-counted-noun = { $shown } { $noun }
# What joins two numbers of one row: 56 members | in 8 learning activities. $what is page-counted-noun.
page-in = en { $what }
page-with = con { $what }
page-from = procedentes de { $what }
page-where-operate = donde operan { $what }
page-members-and-partners = miembros y entidades socias
page-of = { $counted } de { $base }
page-not-stated = { $n } no consta
page-vacant =
    { $n ->
        [one] { $n } vacante
       *[other] { $n } vacantes
    }
page-no-data = Sin datos para este período.
    .sign = —
    .hint = El registro no contiene ninguna fila de la que pueda salir este número; un cero sería una afirmación que no podemos hacer.

## Balance of the year

# In one line. A succession changes neither side.
page-balance =
    { $before_day }: { $before } + { $new ->
        [one] { $new } nuevo miembro
       *[other] { $new } nuevos miembros
    } − { $left ->
        [one] { $left } baja
       *[other] { $left } bajas
    } = { $now }
page-balance-title = Altas y bajas de { $year }
# The same sum in lines: { $n } members on a day, + new members, − left, = members on a day. The number stands before the words.
page-balance-on = a { $day }
page-balance-new =
    { $n ->
        [one] nuevo miembro
       *[other] nuevos miembros
    }
page-balance-left =
    { $n ->
        [one] baja
       *[other] bajas
    }

## Captions: voice

page-events-held =
    { $n ->
        [one] { $n } evento celebrado
       *[other] { $n } eventos celebrados
    }; recuento designado en cada uno
page-events-led =
    { $n ->
        [one] { $n } liderado
       *[other] { $n } liderados
    }
page-events-co-led =
    { $n ->
        [one] { $n } coliderado
       *[other] { $n } coliderados
    }
page-events-took-part = { $n } con participación
page-declarations-contributed = { $n } con contribución
page-declarations-endorsed = { $n } con respaldo
page-led = { $n } con liderazgo
page-supported = { $n } con apoyo
page-endorse-the-call = en apoyo del llamado

## Captions: funding

page-agreements =
    Acuerdos firmados con { $members ->
        [one] { $members } miembro
       *[other] { $members } miembros
    } y { $partners ->
        [one] { $partners } entidad socia
       *[other] { $partners } entidades socias
    }
page-accounts-provisional = Cuentas provisionales
page-accounts-closed = Cuentas cerradas por el Consejo de Administración
page-accounts-audited = Cuentas auditadas
page-accounts-ratified = Cuentas ratificadas por la Asamblea General
page-rest = otros ingresos

## Captions: Board and Assembly

page-board-seats =
    { $counted } de { $base ->
        [one] { $base } puesto
       *[other] { $base } puestos
    }
page-board-meetings =
    en { $n ->
        [one] { $n } reunión
       *[other] { $n } reuniones
    } del Consejo de Administración
page-board-meetings-online =
    en { $n ->
        [one] { $n } reunión en línea
       *[other] { $n } reuniones en línea
    } del Consejo de Administración
page-meeting-of = Reunión del { $day }
page-assembly-meetings =
    en { $n ->
        [one] { $n } reunión
       *[other] { $n } reuniones
    } de la Asamblea General
page-assembly-members =
    { $n ->
        [one] { $n } miembro presente o representado
       *[other] { $n } miembros presentes o representados
    }
page-present-or-represented = presentes o representados
page-no-assembly = Sin reunión de la Asamblea General en { $year }

## Captions: people

page-women =
    { $n ->
        [one] { $n } mujer
       *[other] { $n } mujeres
    }
page-men =
    { $n ->
        [one] { $n } hombre
       *[other] { $n } hombres
    }
page-non-binary =
    { $n ->
        [one] { $n } persona no binaria
       *[other] { $n } personas no binarias
    }
page-women-and-men =
    { $women ->
        [one] { $women } mujer
       *[other] { $women } mujeres
    } y { $men ->
        [one] { $men } hombre
       *[other] { $men } hombres
    }
page-professionals = profesionales
page-interns = estudiantes en prácticas
page-women-share = { $shown } mujeres
page-men-share = { $shown } hombres
page-gender-stated = de { $base } con género declarado; { $n } no consta

## Captions: communication and themes

page-reading-day = lectura del { $day }
page-reading-month = lectura de { $month }
page-reading-stale = lectura del { $day }, con más de { $n } días de antigüedad
page-theme-activities =
    { $n ->
        [one] { $n } actividad
       *[other] { $n } actividades
    }
page-themes-note = Una actividad con dos temas aparece en ambos.

## Map and legend

page-map = Mapa de los miembros
    .alt = Mapa del mundo con un punto por cada área metropolitana de los miembros; la tabla por región da los mismos datos.
    .open = Ver el mapa
    .list = El mapa como lista
    .ring = área con dos miembros o más
page-map-note = Mapa: Natural Earth. Anillo: área con dos miembros o más.
page-map-land = Mapa: Natural Earth
page-map-missing =
    { $n ->
        [one] { $n } miembro sin ubicación en el mapa
       *[other] { $n } miembros sin ubicación en el mapa
    }
page-legend = Signos
page-sign-day = a una fecha
page-sign-period = durante el año
page-sign-at-least = como mínimo
page-sign-provisional = provisional
page-opens = Cada número abre la lista de lo que cuenta.
page-opens-address = Cada número abre la lista de lo que cuenta: { $address }
# The word that stands in that address for the code of a figure, such as .../n/CODE.
page-code-placeholder = CÓDIGO

## Under each number

page-how-many-rows =
    { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    }
page-how = Cómo se ha contado
page-what = Qué se cuenta
page-day = Fecha
page-period = Período
page-day-or-period = Día o período
page-base = Sobre un total de
page-left-out = Excluido
    .part = { $n }: { $reason }
page-within = En la misma frase
page-open = La cifra, año por año y fila por fila
page-rule = Regla
page-fraction = Fracción
page-exact = Valor exacto
page-unknown = No consta
page-code = Código
page-list = Ver la lista
page-csv = CSV
page-json = JSON
page-cite = Citar
page-cite-text = { $network }, «{ $title }»: { $sentence } Según consta el { $known }. { $address }
page-pdf = PDF
page-downloads = Descargar esta página
page-picture = Imagen para compartir
page-share = Compartir
page-print = Imprimir
page-corrections = Correcciones
page-no-corrections = Sin correcciones desde la publicación.
page-other-years = Otros años

## What the drawings say in words

drawing-map =
    Mapa de las áreas metropolitanas de { $n ->
        [one] { $n } miembro
       *[other] los { $n } miembros
    }
drawing-strip = { $counted } de { $base }
drawing-strip-unknown = { $counted } de { $base }; { $n } no consta
drawing-events-by-role = Eventos por papel de la red
drawing-call =
    { $circles ->
        [one] { $circles } miembro
       *[other] { $circles } miembros
    } y { $diamonds ->
        [one] { $diamonds } entidad socia
       *[other] { $diamonds } entidades socias
    }
drawing-pilots =
    { $n ->
        [one] { $n } proyecto piloto
       *[other] { $n } proyectos piloto
    }, con estos números de miembros: { $list }
drawing-publications =
    { $n ->
        [one] { $n } publicación
       *[other] { $n } publicaciones
    } por tema
drawing-experts = Personas expertas por género
drawing-study =
    { $cells ->
        [one] { $cells } área metropolitana
       *[other] { $cells } áreas metropolitanas
    } con { $held ->
        [one] { $held } miembro
       *[other] { $held } miembros
    }
drawing-growth = De { $first } el { $first_day } a { $last } el { $last_day }
drawing-per-year = De { $first } en { $first_year } a { $last } en { $last_year }
drawing-funding = Ingresos por fuente: { $list }
drawing-seats =
    { $day }: { $taken } de { $seats ->
        [one] { $seats } puesto
       *[other] { $seats } puestos
    }
drawing-followers = Seguidores por canal
drawing-region = { $region }: { $n }

page-balance-undated =
    { $n ->
        [one] con fecha de alta sin precisar
       *[other] con fecha de alta sin precisar
    }
figure-version = versión
page-balance-merged =
    { $n ->
        [one] con sucesión en otro miembro
       *[other] con sucesión en otro miembro
    }
