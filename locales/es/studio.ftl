# Las palabras del estudio de cifras: listas, unidades y condiciones, y la página en la que se elige.
# listing-<list> (.row says what a row is) and rows-<list> as it stands inside a sentence; units-<what is counted>, plural.

## Lists

listing-activities = Actividades
    .row = Cada fila es una actividad, en la fecha en que comienza.
rows-activities = las actividades que comienzan
listing-lasting-activities = Actividades en curso
    .row = Cada fila es una actividad, mientras dura: pilotos, campañas, observatorios.
rows-lasting-activities = las actividades en curso
listing-participations = Participaciones en actividades
    .row = Cada fila es una persona u organización que tomó parte en una actividad, con su papel.
rows-participations = las participaciones en actividades
listing-participants = Participantes en actividades en curso
    .row = Cada fila es un participante en una actividad, mientras la actividad dura.
rows-participants = los participantes en actividades
listing-head-counts = Recuentos de asistentes
    .row = Cada fila es un número de personas de un género en una actividad, o una persona inscrita por su nombre.
rows-head-counts = los recuentos de asistentes
listing-theme-marks = Temas de las actividades
    .row = Cada fila es un tema que trata una actividad, en la fecha en que comienza.
rows-theme-marks = los temas de las actividades que comienzan
listing-publications = Publicaciones
    .row = Cada fila es una publicación, en la fecha de su primer idioma.
rows-publications = las publicaciones
listing-mentions = Menciones en canales y medios
    .row = Cada fila es un día en que un canal o medio habló de la red.
rows-mentions = las menciones en canales y medios
listing-readings = Lecturas de seguidores
    .row = Cada fila es el número de seguidores de un canal el día en que se leyó.
rows-readings = las lecturas de seguidores
listing-income = Ingresos
    .row = Cada fila es una partida de las cuentas, en su fecha contable.
rows-income = las partidas de ingresos
listing-signatures = Firmas de acuerdos
    .row = Cada fila es la firma de un acuerdo por una organización.
rows-signatures = las firmas de acuerdos
listing-seats = Puestos en los órganos
    .row = Cada fila es un puesto en un órgano de la red, mientras existe.
rows-seats = los puestos en los órganos
listing-meetings = Reuniones estatutarias
    .row = Cada fila es una reunión de un órgano.
rows-meetings = las reuniones estatutarias
listing-attendances = Asistencia a reuniones estatutarias
    .row = Cada fila es un miembro o un puesto con derecho a estar en una reunión, y si estuvo.
rows-attendances = las asistencias a reuniones estatutarias
listing-practices = Prácticas urbanas
    .row = Cada fila es una práctica urbana, mientras figura en su plataforma.
rows-practices = las prácticas urbanas
listing-initiatives = Iniciativas
    .row = Cada fila es una iniciativa, mientras figura en su plataforma.
rows-initiatives = las iniciativas
listing-expert-profiles = Perfiles de personas expertas
    .row = Cada fila es una persona experta inscrita en una plataforma, mientras lo está.
rows-expert-profiles = los perfiles de personas expertas
listing-members = Miembros
    .row = Cada fila es la membresía de un gobierno, mientras está en vigor.
rows-members = las membresías en vigor
listing-admissions = Altas de miembros
    .row = Cada fila es una membresía, en la fecha en que surte efecto.
rows-admissions = las altas de miembros
listing-departures = Bajas de miembros
    .row = Cada fila es una membresía, en el primer día después del último.
rows-departures = las bajas de miembros
listing-leaders = Máximas autoridades de los gobiernos
    .row = Cada fila es quien dirige un gobierno, desde su toma de posesión; los cargos vacantes también son filas.
rows-leaders = los mandatos de máxima autoridad
listing-undated-admissions = Altas sin fecha exacta
    .row = Cada fila es una membresía que empezó durante el período o antes, en un día que no consta.
rows-undated-admissions = las altas sin fecha exacta
listing-undated-departures = Bajas sin fecha exacta
    .row = Cada fila es una membresía que terminó en el período o después, en una fecha que consta solo en parte.
rows-undated-departures = las bajas sin fecha exacta
listing-study-observations = Valores del estudio comparado
    .row = Cada fila es un valor publicado por la edición del estudio en vigor.
rows-study-observations = los valores del estudio comparado
listing-governments-of-studied-areas = Gobiernos de las áreas estudiadas
    .row = Cada fila es un gobierno de un área metropolitana que figura en el estudio.
rows-governments-of-studied-areas = los gobiernos de las áreas estudiadas
listing-partnerships = Partenariados
    .row = Cada fila es una organización asociada, mientras lo es.
rows-partnerships = los partenariados
listing-staff = Equipo de la Secretaría
    .row = Cada fila es una persona con un puesto o unas prácticas en la Secretaría.
rows-staff = los puestos de la Secretaría

## What is counted

units-organisation = organizaciones distintas
units-person = personas distintas
units-activity = actividades distintas
units-region = regiones distintas
units-theme = temas distintos
units-place = ciudades y lugares distintos
units-practice = prácticas urbanas distintas
units-initiative = iniciativas distintas
units-platform = plataformas distintas
units-meeting = reuniones distintas
units-agreement = acuerdos distintos
units-area = áreas metropolitanas distintas
units-indicator = indicadores distintos
units-edition = ediciones del estudio distintas
units-channel = canales distintos
units-record = canales y medios distintos
units-row = filas
units-country = países distintos
units-currency = monedas distintas
units-subject = asuntos distintos

## Columns

listed-activities-record = Actividad
listed-lasting-activities-record = Actividad
listed-lasting-activities-activity = Tipo de actividad
listed-lasting-activities-role = Papel de la red
listed-participations-record = Actividad
listed-participations-activity = Tipo de actividad
listed-participants-record = Actividad
listed-participants-activity = Tipo de actividad
listed-head-counts-record = Actividad
listed-head-counts-activity = Tipo de actividad
listed-head-counts-role = Papel de la red
listed-theme-marks-record = Actividad
listed-theme-marks-activity = Tipo de actividad
listed-publications-record = Publicación
listed-signatures-record = Acuerdo
listed-signatures-agreement = Tipo de acuerdo
listed-practices-record = Práctica urbana
listed-initiatives-record = Iniciativa
column-leader = Máxima autoridad del gobierno
column-series = Serie
column-succession = Sucesión de un miembro
column-continues = Continúa sin interrupción
column-member-before = Miembro antes del período
column-member-after = Miembro al final del período
column-lasts = Dura hasta el final del período
column-lasted = Viene de antes del período
column-rule = Regla
column-version = Versión
column-one = Qué se cuenta (uno)
column-many = Qué se cuenta (varios)
column-explained = Regla en una frase

## The page

studio-title = Estudio de cifras
studio-intro = Elija qué se cuenta: la cifra, la regla en una frase y las filas de las que sale cambian a medida que elige. Nada se guarda hasta que usted lo pide.
studio-changing = Cambiar la regla: { $figure }
studio-change-rule = Cambiar esta regla
studio-choices = Qué se cuenta y cómo
studio-counted = Qué se cuenta
studio-counted-also = O también
studio-base = Sobre qué base
studio-one-more = Contar también otra lista
studio-take-away = Quitar esta lista
studio-listing = Lista
studio-on = Se cuenta cada…
studio-each-row = fila de la lista
studio-when = Cuándo
studio-when-at-end = En vigor el último día del período
studio-when-overlapping = En vigor algún día del período
studio-when-within = Durante el período
studio-when-last = Última lectura de cada «{ $column }»
studio-add = Añadir una condición
studio-add-none = Elija una columna…
studio-does = Las demás filas
studio-does-of = no se tienen en cuenta
studio-does-keep = quedan excluidas, con su motivo
studio-does-none = cuentan también (quitar la condición)
studio-record = Añadir por nombre o código
studio-how = Cómo se cuenta
studio-shape = Tipo de cifra
studio-shape-total = Un total
studio-shape-share = Un porcentaje
studio-measure = Medida
studio-measure-units = Contar, cada uno una sola vez
studio-measure-sum = Sumar «{ $column }»
studio-measure-sum-once = Sumar «{ $column }», una sola vez por cada «{ $once }»
studio-shown = Desglose, escritura y fecha
studio-by = Desglosar por
studio-by-column = Por { $column }
studio-at = Último día del período
studio-floor = «Más de»: redondear a la baja a múltiplos de
studio-decimals = Decimales, como máximo
studio-show = Mostrar la cifra
studio-result = La cifra
studio-number = Cifra
studio-wanting = Para mostrar la cifra falta:
studio-wanting-at = { $column }: { $words }
studio-amounts-hidden = Los importes no son públicos: elija un porcentaje.
studio-file = El texto de su archivo
studio-download = Descargar el archivo

## Trying a rule

studio-trying = Probar la regla en otros años
studio-trying-note = Al lado, la regla adoptada (versión { $version }). Nada cambia hasta que se guarde.
studio-trying-same = Todavía es la regla adoptada: cambie algo, por ejemplo un valor de una condición, y vea aquí qué cambia en cada año.
studio-trying-unlike = La regla adoptada es otro tipo de cifra: no hay nada que comparar.
studio-adopted = Adoptada
studio-tried = Probada
studio-difference = Diferencia
studio-points = { $points } p. p.
studio-moved-hidden = No se muestra quiénes son.

## Saving

studio-save = Guardar esta cifra
studio-save-now = Guardar en el registro
studio-back = Volver a las opciones
studio-key = Nombre en la dirección
studio-key-hint = Letras minúsculas sin acentos, cifras y guiones. Con otro nombre es otra cifra; la de antes queda como está.
studio-version-first = Cifra nueva: código { $code }, versión { $version }.
studio-version-next = La regla cambia: el código sigue siendo { $code } y pasa a ser la versión { $version }.
studio-version-same = La regla es la misma: código { $code }, versión { $version }; solo cambian sus palabras.
studio-words-title = Título breve
studio-words-one = Junto a la cifra 1
studio-words-many = Junto a otras cifras
studio-words-unit = Qué se cuenta, en plural
studio-words-explained = La regla en una frase

## What is wrong at a field

studio-wrong-listing = Elija una de las listas.
studio-wrong-unit = Todas las listas de una cifra cuentan lo mismo: elija una lista que lo tenga.
studio-wrong-sum = Esa columna no se puede sumar en estas listas: elija otra, o contar.
studio-wrong-value = La condición tiene un valor que esta columna no admite: quítelo.
studio-wrong-no-value = Marque al menos un valor, o quite la condición.
studio-wrong-no-record = Añada al menos un nombre, o quite la condición.
studio-wrong-record = Nada en el registro se llama «{ $text }»: elija uno de la lista, o escriba el código.
studio-wrong-floor = Escriba un número entero, como 50, o deje el campo vacío.
studio-wrong-decimals = Escriba 0, 1, 2 o 3.
studio-wrong-rule = Con estas opciones no se puede contar: cambie la lista o lo que se cuenta.
studio-wrong-too-much = La regla de esta cifra tiene más condiciones de las que el estudio muestra: elija de nuevo, o cambie su archivo.

## A rule in one sentence

studio-sentence-total = Cuenta { $units } entre { $counted }.
studio-sentence-share = Proporción de { $units } entre { $base } que también figuran entre { $counted }.
studio-sentence-sum = Suma «{ $column }» de { $counted }.
studio-sentence-sum-share = Proporción de la suma de «{ $column }» de { $base } que corresponde a { $counted }.
studio-sentence-once = El valor se suma una sola vez por cada «{ $once }».
studio-sentence-left-out = Quedan excluidas, con su motivo, las filas que no cumplen esta condición: { $rows }.
studio-rows-at-end = { $rows } el último día del período
studio-rows-within = { $rows } durante el período
studio-rows-overlapping = { $rows } algún día del período
studio-rows-last = { $rows }, la última de cada «{ $column }» hasta el último día del período
studio-rows-where = { $rows }, donde { $conditions }
studio-condition = «{ $column }» es { $values }
studio-condition-holds = «{ $column }» se cumple
studio-condition-fails = «{ $column }» no se cumple
reason-not-column = «{ $column }» tiene un valor que la regla no cuenta, o no consta.

## Words of saved figures

studio-said-on-day = a { $at }
studio-said-in-period = entre el { $from } y el { $to }
studio-said-share = { $counted } de { $base }

## The table

table-saved-figures = Cifras guardadas
kinds-figure = Cifras
kind-figure = Cifra
    .inline = cifra
error-figure-key = «{ $key }» no puede ser el nombre de una cifra.
    .mend = Escriba letras minúsculas sin acentos, cifras y guiones, empezando por una letra.
error-figure-key-taken = Ya hay algo en el registro que se llama «{ $key }».
    .mend = Elija otro nombre; para cambiar una cifra que existe, ábrala y elija «Cambiar esta regla».
error-figure-words = Falta el título, el nombre, la unidad o la regla, o alguno es demasiado largo.
    .mend = Escríbalos al menos en un idioma, con { $most } caracteres como máximo cada uno.
error-figure-same = La cifra «{ $key }» ya está guardada así.
    .mend = Cambie la regla o las palabras, o déjela como está.
error-figure-page = Una página muestra la cifra «{ $key }» de una manera que la nueva regla no permite.
    .mend = Conserve su tipo de cifra y sus desgloses, o guárdela con otro nombre.
error-figure-rule = Este texto no es la regla de una cifra.
    .mend = Copie el texto del archivo de una cifra entero, sin cambios de línea perdidos.
site-error-studio-long = La dirección del estudio es demasiado larga.
    .title = Demasiadas opciones
    .hint = Quite condiciones o valores, o empiece de nuevo.
site-error-studio-half = Con estas opciones aún no hay cifra.
    .title = Faltan opciones
    .hint = Vuelva al estudio: junto a cada campo se dice qué falta.
studio-comes-in =
    { $n ->
        [one] { $n } entra con la regla probada a { $day }
        [many] { $n } entran con la regla probada a { $day }
       *[other] { $n } entran con la regla probada a { $day }
    }
studio-goes-out =
    { $n ->
        [one] { $n } sale con la regla probada a { $day }
        [many] { $n } salen con la regla probada a { $day }
       *[other] { $n } salen con la regla probada a { $day }
    }
studio-moved-more =
    { $n ->
        [one] Y { $n } más que no se nombra.
        [many] Y { $n } más que no se nombran.
       *[other] Y { $n } más que no se nombran.
    }
