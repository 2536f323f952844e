# The words of the register: its tables, its kinds of record, its columns and its choices.
# `table-<name>`, `kind-<kind>` (one), `kinds-<kind>` (many), `column-<name>`, `choice-<value>`; underscores are written as hyphens.
# `column-<table>-<name>` and `choice-<table>-<value>` stand where one table needs another word than the others; look there first.
# Headings begin with a capital; `kind-<kind>.inline` and all choices are written as inside a sentence.

## Tables

table-records = Registros
table-networks = Redes
table-regions = Regiones
table-places = Lugares
table-areas = Áreas metropolitanas
table-organisations = Organizaciones
table-placements = Regiones de las organizaciones
table-memberships = Membresías
table-categories = Categorías de membresía
table-area-governments = Gobiernos de las áreas
table-standings = Situaciones de pago
table-people = Personas
table-posts = Cargos
table-mandates = Mandatos
table-elections = Elecciones
table-themes = Temas
table-activities = Actividades
table-theme-marks = Temas asignados
table-goal-marks = ODS asignados
table-participations = Participaciones
table-head-counts = Recuentos de asistentes
table-language-files = Archivos por idioma
table-partnerships = Partenariados
table-agreements = Acuerdos
table-signatures = Firmas
table-income = Ingresos
table-bodies = Órganos estatutarios
table-meetings = Reuniones estatutarias
table-sessions = Sesiones
table-attendances = Asistencia a las reuniones
table-decisions = Decisiones
table-platforms = Plataformas
table-practices = Prácticas urbanas
table-initiatives = Iniciativas
table-expert-profiles = Perfiles de personas expertas
table-indicators = Indicadores
table-editions = Ediciones de estudios
table-observations = Observaciones
table-channels = Canales propios
table-outlets = Medios de comunicación
table-mentions = Menciones
table-readings = Lecturas de seguidores

## Kinds of record

kind-network = Red
    .inline = red
kinds-network = Redes
kind-region = Región
    .inline = región
kinds-region = Regiones
kind-place = Lugar
    .inline = lugar
kinds-place = Lugares
kind-area = Área metropolitana
    .inline = área metropolitana
kinds-area = Áreas metropolitanas
kind-organisation = Organización
    .inline = organización
kinds-organisation = Organizaciones
kind-person = Persona
    .inline = persona
kinds-person = Personas
kind-post = Cargo
    .inline = cargo
kinds-post = Cargos
kind-theme = Tema
    .inline = tema
kinds-theme = Temas
kind-activity = Actividad
    .inline = actividad
kinds-activity = Actividades
kind-body = Órgano estatutario
    .inline = órgano estatutario
kinds-body = Órganos estatutarios
kind-meeting = Reunión estatutaria
    .inline = reunión estatutaria
kinds-meeting = Reuniones estatutarias
kind-decision = Decisión
    .inline = decisión
kinds-decision = Decisiones
kind-agreement = Acuerdo
    .inline = acuerdo
kinds-agreement = Acuerdos
kind-platform = Plataforma
    .inline = plataforma
kinds-platform = Plataformas
kind-practice = Práctica urbana
    .inline = práctica urbana
kinds-practice = Prácticas urbanas
kind-initiative = Iniciativa
    .inline = iniciativa
kinds-initiative = Iniciativas
kind-indicator = Indicador
    .inline = indicador
kinds-indicator = Indicadores
kind-edition = Edición de un estudio
    .inline = edición de un estudio
kinds-edition = Ediciones de estudios
kind-channel = Canal propio
    .inline = canal propio
kinds-channel = Canales propios
kind-outlet = Medio de comunicación
    .inline = medio de comunicación
kinds-outlet = Medios de comunicación

## Columns of every record and fact

column-kind = Tipo de registro
column-code = Código
column-label = Nombre
column-original = Idioma original
column-revision = Tipo de revisión
column-public = Público
column-source = Fuente
column-illustrative = Ilustrativo
column-nature = Naturaleza del dato

## Columns

column-activity = Actividad
column-activities-activity = Tipo de actividad
column-address = Dirección web
column-agreement = Acuerdo
column-agreements-agreement = Tipo de acuerdo
column-amount = Importe
column-application = Solicitud de ingreso
column-area = Área metropolitana
column-assembly = Asamblea General
column-attendance = Asistencia
column-award = Premio
column-basis = Origen del ingreso
column-body = Órgano
column-bodies-body = Tipo de órgano
column-boundary = Delimitación territorial
column-by-consultation = Adoptada por consulta
column-called-on = Fecha de la convocatoria
column-carrier = Canal o medio
column-category = Categoría
column-channel = Canal
column-channels-channel = Tipo de canal
column-city-as-written = Ciudad, tal como consta en la fuente
column-council-resolution = Acuerdo del pleno
column-count = Tipo de recuento
column-country = País
column-currency = Moneda
column-currency-of-network = Moneda de la red
column-day = Fecha
column-elections-day = Fecha de las elecciones
column-income-day = Fecha contable
column-initiatives-day = Fecha de la iniciativa
column-language-files-day = Fecha de publicación
column-observations-day = Período del dato
column-readings-day = Fecha de la lectura
column-signatures-day = Fecha de la firma
column-standings-day = Situación a fecha de
column-decision = Decisión
column-designated = Recuento designado
column-edition = Edición del estudio
column-ended = Fin de la ejecución
column-ending = Motivo de la baja
column-evidence = Justificante
column-first-payment = Primer pago
column-followers = Seguidores
column-from = Desde
column-activities-from = Inicio
column-agreements-from = Entrada en vigor
column-editions-from = Publicada desde
column-expert-profiles-from = Registrada desde
column-initiatives-from = En la plataforma desde
column-mandates-from = Toma de posesión
column-memberships-from = Fecha de efecto
column-practices-from = En la plataforma desde
column-gender = Género
column-gender-known-by = Cómo se conoce el género
column-goal = Objetivo de Desarrollo Sostenible
column-holder = Titularidad
column-identifier = Identificador externo
column-in-kind = En especie
column-in-network = Importe en la moneda de la red
column-indicator = Indicador
column-language = Idioma
column-languages = Idiomas
column-latitude = Latitud
column-level = Nivel de gobierno
column-licence = Licencia
column-line = Partida
column-longitude = Longitud
column-main-actors = Actores principales
column-meeting = Reunión
column-mode = Modalidad
column-note = Nota
column-organisation = Organización
column-area-governments-organisation = Gobierno
column-attendances-organisation = Miembro
column-categories-organisation = Miembro
column-elections-organisation = Gobierno
column-memberships-organisation = Miembro
column-partnerships-organisation = Organización asociada
column-signatures-organisation = Firmante
column-standings-organisation = Miembro
column-other-names = Otros nombres
column-outlet = Tipo de medio
column-own = Plataforma propia
column-pages = Páginas
column-part-of = Forma parte de
column-partnership = Tipo de partenariado
column-passed-on = Transferido a entidades socias
column-payer = Pagador
column-people = Personas
column-person = Persona
column-place = Lugar
column-platform = Plataforma
column-population = Población
column-post = Cargo
column-posts-post = Tipo de cargo
column-progress = Estado de ejecución
column-project-area = Ámbito del proyecto
column-publication = Publicación
column-quorum = Quórum
column-rank = Orden
column-rate = Tipo de cambio
column-rate-day = Fecha del tipo de cambio
column-rate-source = Fuente del tipo de cambio
column-ratification = Ratificación por el Consejo
column-record = Registro
column-region = Región
column-represented-by = Representado por
column-role = Papel
column-activities-role = Papel de la red
column-scope = Alcance
column-seat = Puesto
column-serial = Número de serie
column-session = Sesión
column-slogan = Lema
column-stage = Estado de las cuentas
column-standing = Situación de pago
column-started = Inicio de la ejecución
column-state = Estado
column-stated-by = Indicado por
column-statutes = Versión de los estatutos
column-study = Estudio
column-subject = Asunto
column-successor = Sucesor
column-summary = Resumen
column-theme = Tema
column-topic = Ámbito temático
column-topics = Ámbitos temáticos
column-unit = Unidad
column-until = Hasta
column-activities-until = Fin
column-agreements-until = Fin de la vigencia
column-editions-until = Vigente hasta
column-expert-profiles-until = Registrada hasta
column-initiatives-until = En la plataforma hasta
column-mandates-until = Fin del mandato
column-memberships-until = Último día de membresía
column-practices-until = En la plataforma hasta
column-value = Valor
column-way = Forma de acceso al cargo
column-year = Año
column-year-starts = Comienzo del año
column-home-year = Año que se abre primero
column-years-from = Primer año con página
column-years-until = Último año con página
column-zone = Zona horaria

# Columns that lists behind figures show, besides those of the tables.

column-body-of = Órgano
column-channel-of = Tipo de canal
column-covered = Cubierto por un recuento designado
column-member = Miembro
column-post-of = Tipo de cargo
column-repeated = Persona repetida
column-role-of-network = Papel de la red

## Choices: activities

choice-series = serie
choice-event = evento
choice-session = sesión
choice-learning = actividad de aprendizaje
choice-pilot = proyecto piloto
choice-campaign = campaña
choice-declaration = declaración política
choice-call = llamado
choice-publication = publicación
choice-observatory = observatorio
choice-study = estudio
choice-planned = prevista
choice-held = celebrada
choice-postponed = aplazada
choice-cancelled = cancelada
choice-under-way = en curso
choice-published = publicada
choice-led = liderazgo
choice-co-led = coliderazgo
choice-took-part = participación
choice-contributed = contribución
choice-endorsed = respaldo
choice-supported = apoyo
choice-attended = asistencia
choice-learned = aprendizaje
choice-hosted = acogida
choice-spoke = intervención
choice-expert = aportación experta
choice-partnered = colaboración como entidad socia
choice-invited = invitación
choice-global = global
choice-regional = regional
choice-local = local
choice-internal = interno
choice-in-person = presencial
choice-online = en línea
choice-hybrid = híbrida
choice-registered = personas inscritas
choice-present = presente
choice-head-counts-present = personas presentes
choice-peak-online = máximo simultáneo en línea

## Choices: people and posts

choice-woman = mujer
choice-man = hombre
choice-non-binary = no binario
choice-not-stated = no consta
choice-said-so = lo ha indicado la propia persona
choice-public-source = fuente pública
choice-partner-count = recuento de una entidad socia
choice-leader = máxima autoridad del gobierno
choice-seat = puesto en un órgano
choice-presidency = presidencia
choice-professional = profesional de la Secretaría
choice-intern = estudiante en prácticas
choice-person = persona identificada
choice-vacant = vacante
choice-unknown = no consta
choice-elected = por elección
choice-appointed = por designación
choice-acting = en funciones
choice-rotating = por rotación

## Choices: members and organisations

choice-municipal = municipal
choice-metropolitan = metropolitano
choice-intermediate = intermedio
choice-national = nacional
choice-agency = agencia pública
choice-association = asociación
choice-international = organización internacional
choice-university = universidad
choice-company = empresa
choice-other = otro
choice-resigned = baja voluntaria
choice-struck-off = baja por exclusión
choice-dissolved = disolución
choice-succeeded = sucesión
choice-full = miembro de pleno derecho
choice-associate = miembro asociado
choice-due = cuota pendiente
choice-settled = al corriente de pago
choice-waived = cuota condonada
choice-unable-to-pay = en imposibilidad de pago
choice-contested = cuota impugnada
choice-institutional = institucional
choice-knowledge = de conocimiento
choice-private = con el sector privado
choice-partnerships-regional = regional

## Choices: funding

choice-financing = acuerdo de financiación
choice-cooperation = acuerdo de cooperación
choice-dues = cuotas de membresía
choice-member-partnership = partenariado con miembros
choice-other-partnership = partenariado con otras partes
choice-provisional = cuentas provisionales
choice-closed = cuentas cerradas por el Consejo
choice-audited = cuentas auditadas
choice-ratified = cuentas ratificadas por la Asamblea

## Choices: statutory meetings

choice-assembly = Asamblea General
choice-board = Consejo de Administración
choice-committee = comité
choice-written = por escrito
choice-called = convocada
choice-ordinary = ordinaria
choice-extraordinary = extraordinaria
choice-represented = representado
choice-excused = excusado
choice-absent = ausente

## Choices: practices, channels and outlets

choice-draft = borrador
choice-withdrawn = retirada
choice-ongoing = en curso
choice-completed = finalizada
choice-website = sitio web
choice-newsletter = boletín
choice-social = red social
choice-press = prensa
choice-radio = radio
choice-television = televisión
choice-journal = revista especializada
choice-partner = medio de una entidad socia

## Choices: a row of an import

choice-change = cambio desde ahora
choice-correction = corrección: nunca fue así
choice-removal = eliminación

## Yes, no and what is missing

choice-yes = sí
choice-no = no
not-stated = no consta
none = ninguno
real = real
illustrative = ilustrativo
person-not-public = una persona, nombre no público
