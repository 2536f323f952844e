# The page of a year. Numbers are passed as numbers and written by the bundle's number format; days are passed as written text.

## Head

page-title = { $slogan } en { $year }
# For a network without a slogan.
page-title-plain = { $network } en { $year }
page-description = { $network }: sus cifras de { $year }, cada una con los registros de los que sale.
page-status = Situación a { $day }
page-edition = edición { $edition }
page-last-written = sin nuevos asientos en el registro desde el { $day }
page-lists-stop = las filas de algunas listas terminan antes de este día: { $lists }
page-list-until = { $list } el { $day }
page-live = Cifras provisionales
    .hint = Calculadas ahora mismo a partir del registro: pueden cambiar hasta que se publique la edición.
page-unfilled =
    { $n ->
        [one] Una parte de esta página aún no tiene datos
        [many] { $n } de partes de esta página aún no tienen datos
       *[other] { $n } partes de esta página aún no tienen datos
    }
    .hint = Los archivos que llenan cada parte, en este orden. «decapolis export CARPETA --table activities» escribe un archivo con sus columnas para rellenarlo.
    .no-rows = Importado, pero nada cuenta en este período
page-illustrative-ribbon = Datos ilustrativos
    .hint = Esta página contiene datos inventados a modo de ejemplo. Cada uno lleva la marca «ilustrativo».

## Sections

page-who-we-are = Quiénes somos
page-voice = Voz en la agenda global
    .short = Voz
page-capacity = Capacidad
page-communication = Comunicación
page-funding = Financiación
page-board =
    .short = Consejo
page-assembly = Asamblea General
    .short = Asamblea
page-secretariat = Secretaría
page-regions = Miembros por región

## Numbers and what stands beside them

page-less-than = Menos de
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
# an amount of money; a sign that several currencies share is not used
money =
    { $currency ->
        [EUR] { $sign }{ $amount } €
       *[other] { $sign }{ $amount } { $currency }
    }
# Un nombre y lo que se dice de él.
named = { $name }: { $words }
page-of = { $counted } de { $base }
page-range = entre { $least } y { $most }
page-not-stated = { $n } no consta
page-no-data = Sin datos para este período.
    .sign = —
    .hint = El registro no contiene ninguna fila de la que pueda salir este número; un cero sería una afirmación que no podemos hacer.

## Balance of the year

page-balance-title = Altas y bajas de { $year }
# The same sum in lines: { $n } members on a day, + new members, − left, = members on a day. The number stands before the words.
page-balance-on = a { $day }
page-balance-new =
    { $n ->
        [one] nuevo miembro
        [many] de nuevos miembros
       *[other] nuevos miembros
    }
page-balance-left =
    { $n ->
        [one] baja
        [many] de bajas
       *[other] bajas
    }

## Captions: voice

page-events-held =
    { $n ->
        [one] { $n } evento celebrado
        [many] { $n } de eventos celebrados
       *[other] { $n } eventos celebrados
    }; recuento designado en cada uno
page-events-led =
    { $n ->
        [one] { $n } liderado
        [many] { $n } liderados
       *[other] { $n } liderados
    }
page-events-co-led =
    { $n ->
        [one] { $n } coliderado
        [many] { $n } coliderados
       *[other] { $n } coliderados
    }
page-events-took-part = { $n } con participación
page-declarations-contributed = { $n } con contribución
page-declarations-endorsed = { $n } con respaldo
page-endorse-the-call = en apoyo del llamado

## Captions: funding

page-accounts-provisional = Cuentas provisionales
page-accounts-closed = Cuentas cerradas por el Consejo de Administración
page-accounts-audited = Cuentas auditadas
page-accounts-ratified = Cuentas ratificadas por la Asamblea General
page-rest = otros ingresos

## Captions: Board and Assembly

page-board-seats =
    { $counted } de { $base ->
        [one] { $base } puesto
        [many] { $base } de puestos
       *[other] { $base } puestos
    }
page-board-meetings =
    en { $n ->
        [one] { $n } reunión
        [many] { $n } de reuniones
       *[other] { $n } reuniones
    } del Consejo de Administración
page-board-meetings-online =
    en { $n ->
        [one] { $n } reunión en línea
        [many] { $n } de reuniones en línea
       *[other] { $n } reuniones en línea
    } del Consejo de Administración
page-assembly-meetings =
    en { $n ->
        [one] { $n } reunión
        [many] { $n } de reuniones
       *[other] { $n } reuniones
    } de la Asamblea General
page-present-or-represented = presentes o representados
page-no-assembly = Sin reunión de la Asamblea General en { $year }

## Captions: people

page-non-binary =
    { $n ->
        [one] { $n } persona no binaria
        [many] { $n } de personas no binarias
       *[other] { $n } personas no binarias
    }
page-women-and-men =
    { $women ->
        [one] { $women } mujer
        [many] { $women } de mujeres
       *[other] { $women } mujeres
    } y { $men ->
        [one] { $men } hombre
        [many] { $men } de hombres
       *[other] { $men } hombres
    }
page-professionals = profesionales
page-interns = estudiantes en prácticas
page-women-share = { $shown } mujeres
page-men-share = { $shown } hombres

## Captions: communication and themes

page-reading-day = lectura del { $day }
page-readings = lecturas del { $oldest } al { $newest }
page-readings-stale = { $stale } de { $all } con más de { $days } días
page-reading-of = { $name }, { $day }

## Map and legend

page-map =
    .list = El mapa como lista
    .ring = área con dos miembros o más
page-map-note = Mapa: Natural Earth. Anillo: área con dos miembros o más.
page-legend = Signos
page-sign-day = a una fecha
page-sign-period = durante el año
page-sign-at-least = como mínimo
page-sign-provisional = provisional
page-opens-address = Cada número abre la lista de lo que cuenta: { $address }
# The word that stands in that address for the code of a figure, such as .../n/CODE.
page-code-placeholder = CÓDIGO

## Under each number

page-how-many-rows =
    { $n ->
        [one] { $n } fila
        [many] { $n } de filas
       *[other] { $n } filas
    }
page-what = Qué se cuenta
page-day-or-period = Día o período
page-left-out = Excluido
    .part = { $n }: { $reason }
page-within = En la misma frase
page-open = La cifra, año por año y fila por fila
page-rule = Regla
page-fraction = Fracción
page-unknown = No consta
page-list = Ver la lista
page-csv = CSV
page-json = JSON
page-cite = Citar
page-cite-text = { $network }, «{ $title }»: { $sentence } { $known } { $address }
page-picture = Imagen para compartir

## What the drawings say in words

drawing-map =
    Mapa de las áreas metropolitanas de { $n ->
        [one] { $n } miembro
        [many] los { $n } de miembros
       *[other] los { $n } miembros
    }
drawing-strip = { $counted } de { $base }
drawing-strip-unknown = { $counted } de { $base }; { $n } no consta
drawing-events-by-role = Eventos por papel de la red
drawing-call =
    { $circles ->
        [one] { $circles } miembro
        [many] { $circles } de miembros
       *[other] { $circles } miembros
    } y { $diamonds ->
        [one] { $diamonds } entidad socia
        [many] { $diamonds } de entidades socias
       *[other] { $diamonds } entidades socias
    }
drawing-pilots =
    { $n ->
        [one] { $n } proyecto piloto
        [many] { $n } de proyectos piloto
       *[other] { $n } proyectos piloto
    }, con estos números de miembros: { $list }
drawing-publications =
    { $n ->
        [one] { $n } publicación
        [many] { $n } de publicaciones
       *[other] { $n } publicaciones
    } por tema
drawing-experts = Personas expertas por género
drawing-study =
    { $cells ->
        [one] { $cells } área metropolitana
        [many] { $cells } de áreas metropolitanas
       *[other] { $cells } áreas metropolitanas
    } con { $held ->
        [one] { $held } miembro
        [many] { $held } de miembros
       *[other] { $held } miembros
    }
drawing-growth = De { $first } el { $first_day } a { $last } el { $last_day }
drawing-per-year = De { $first } en { $first_year } a { $last } en { $last_year }
drawing-funding = Ingresos por fuente: { $list }
drawing-seats =
    { $day }: { $taken } de { $seats ->
        [one] { $seats } puesto
        [many] { $seats } de puestos
       *[other] { $seats } puestos
    }
drawing-followers = Seguidores por canal

page-balance-undated =
    { $n ->
        [one] con fecha de alta sin precisar
        [many] con fecha de alta sin precisar
       *[other] con fecha de alta sin precisar
    }
figure-version = versión
figure-values-no-year = no consta el año de los valores
figure-values-of = valores de { $year }
figure-values-between = valores de { $first } a { $last }
figure-values-source = fuente: { $sources }
page-balance-succeeding =
    { $n ->
        [one] sucedió a otro miembro
        [many] sucedieron a otro miembro
       *[other] sucedieron a otro miembro
    }
page-balance-left-undated =
    { $n ->
        [one] con fecha de baja sin precisar
        [many] con fecha de baja sin precisar
       *[other] con fecha de baja sin precisar
    }
page-balance-succeeded =
    { $n ->
        [one] sucedido por otro gobierno
        [many] sucedidos por otro gobierno
       *[other] sucedidos por otro gobierno
    }
