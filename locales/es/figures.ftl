# The words of the figures, without the name of any network: a network's own folder adds figures and overrides these.
# figure-<key>   the noun that stands beside the number, without it; $n, the number, only chooses the plural. A share has no plural.
#   .verb        the qualifier that follows the noun: noun and verb read as one phrase
#   .sentence    a whole sentence. A total begins with { $shown }, the number as it is shown ("More than 2,450"), so that it stands at the
#                beginning; a share speaks of { $counted } of { $base }. A stock has { $at }, a flow { $from } and { $to }: days as text.
#   .rule        how it is counted, in one sentence
#   .unit        the plural of what is counted; of a share, of what the base holds
#   .title       a short title for lists
# A figure changed by a network is written there whole, with all its attributes.

## Who we are

figure-members =
    { $n ->
        [one] gobierno miembro
        [many] de gobiernos miembros
       *[other] gobiernos miembros
    }
    .verb = trabajan juntos en la red
    .sentence =
        { $shown } { $n ->
            [one] gobierno era miembro
            [many] de gobiernos eran miembros
           *[other] gobiernos eran miembros
        } de la red a { $at }.
    .rule = Se cuentan los gobiernos cuya membresía surte efecto ese día, una sola vez cada uno; un cambio de nombre o una sucesión no es una baja ni un alta.
    .unit = gobiernos
    .title = Miembros

figure-new-members =
    { $n ->
        [one] nuevo miembro
        [many] de nuevos miembros
       *[other] nuevos miembros
    }
    .verb = en el período
    .sentence =
        { $shown } { $n ->
            [one] gobierno se incorporó
            [many] de gobiernos se incorporaron
           *[other] gobiernos se incorporaron
        } a la red entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros del último día del período que no lo eran la víspera de este, si consta su primer día. No son altas una membresía que sigue a otra sin interrupción, una vuelta dentro del período ni una sucesión.
    .unit = gobiernos
    .title = Nuevos miembros

figure-left-members =
    { $n ->
        [one] baja
        [many] de bajas
       *[other] bajas
    }
    .verb = en el período
    .sentence =
        { $shown } { $n ->
            [one] gobierno dejó
            [many] de gobiernos dejaron
           *[other] gobiernos dejaron
        } la red entre el { $from } y el { $to }.
    .rule = Se cuentan los que eran miembros la víspera del período y ya no lo son el último, si consta su último día. En su último día un gobierno todavía es miembro: una membresía que termina el 31 de diciembre deja de contar el 1 de enero. Quien tiene un gobierno sucesor no cuenta como baja.
    .unit = gobiernos
    .title = Bajas

figure-women-led = de los gobiernos miembros
    .verb = dirigidos por mujeres
    .sentence =
        De los { $base } gobiernos miembros a { $at }, { $counted } { $counted ->
            [one] estaba dirigido por una mujer
            [many] estaban dirigidos por mujeres
           *[other] estaban dirigidos por mujeres
        }.
    .rule = Gobiernos cuya máxima autoridad ese día es una mujer, entre todos los miembros; los cargos vacantes y los que no constan permanecen en la base.
    .unit = gobiernos miembros
    .title = Gobiernos dirigidos por mujeres (%)

figure-women-led-members =
    { $n ->
        [one] gobierno miembro
        [many] de gobiernos miembros
       *[other] gobiernos miembros
    }
    .verb = con una mujer al frente
    .sentence =
        { $shown } { $n ->
            [one] gobierno miembro tenía
            [many] de gobiernos miembros tenían
           *[other] gobiernos miembros tenían
        } una mujer al frente a { $at }.
    .rule = Se cuentan los gobiernos miembros cuya máxima autoridad ese día es una mujer; el género nunca se deduce de un nombre.
    .unit = gobiernos
    .title = Gobiernos dirigidos por mujeres

figure-active-members = de la membresía
    .verb = ha participado activamente
    .sentence =
        De los { $base } gobiernos miembros, { $counted } { $counted ->
            [one] participó
            [many] participaron
           *[other] participaron
        } activamente en la red entre el { $from } y el { $to }.
    .rule = Miembros con al menos una participación en actividades o reuniones estatutarias del período, entre todos los que lo eran a su término; una mera invitación o inscripción no cuenta, ni tampoco una actividad que no tuvo lugar.
    .unit = gobiernos miembros
    .title = Miembros activos (%)

figure-event-people =
    { $n ->
        [one] participación
        [many] de participaciones
       *[other] participaciones
    }
    .verb = en eventos liderados o coliderados por la red
    .sentence =
        { $shown } { $n ->
            [one] participación
            [many] de participaciones
           *[other] participaciones
        } en eventos liderados o coliderados por la red entre el { $from } y el { $to }: quien asistió a dos eventos cuenta dos veces.
    .rule = Se suma el recuento designado de cada evento celebrado que la red lideró o colideró o, a falta de recuento, las personas registradas por su nombre.
    .unit = participaciones
    .title = Participaciones en eventos

## Funding

figure-funding-dues = cuotas de membresía
    .verb = de los ingresos propios
    .sentence = El { $shown } de los ingresos propios contabilizados entre el { $from } y el { $to } procede de las cuotas de membresía.
    .rule = Ingresos por cuotas entre todos los ingresos propios del período; no cuentan los fondos transferidos a entidades socias ni las aportaciones en especie.
    .unit = ingresos propios
    .title = Financiación: cuotas de membresía

figure-funding-member-partnerships = partenariados con miembros
    .verb = de los ingresos propios
    .sentence = El { $shown } de los ingresos propios contabilizados entre el { $from } y el { $to } procede de partenariados con miembros.
    .rule = Ingresos por acuerdos con miembros entre todos los ingresos propios del período; no cuentan los fondos transferidos ni las aportaciones en especie.
    .unit = ingresos propios
    .title = Financiación: partenariados con miembros

figure-funding-other-partnerships = partenariados con otras partes
    .verb = de los ingresos propios
    .sentence = El { $shown } de los ingresos propios contabilizados entre el { $from } y el { $to } procede de partenariados con otras partes.
    .rule = Ingresos por acuerdos con quienes no son miembros entre todos los ingresos propios del período; no cuentan los fondos transferidos ni las aportaciones en especie.
    .unit = ingresos propios
    .title = Financiación: partenariados con otras partes

figure-agreements-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = con un acuerdo firmado
    .sentence =
        { $shown } { $n ->
            [one] miembro firmó
            [many] de miembros firmaron
           *[other] miembros firmaron
        } acuerdos para financiar proyectos y actividades entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros que firmaron un acuerdo de financiación en el período: las firmas, no los acuerdos en vigor.
    .unit = miembros
    .title = Acuerdos firmados con miembros

figure-agreements-partners =
    { $n ->
        [one] entidad socia
        [many] de entidades socias
       *[other] entidades socias
    }
    .verb = con un acuerdo firmado
    .sentence =
        { $shown } { $n ->
            [one] entidad socia firmó
            [many] de entidades socias firmaron
           *[other] entidades socias firmaron
        } acuerdos para financiar proyectos y actividades entre el { $from } y el { $to }.
    .rule = Se cuentan las entidades que no son miembros y firmaron un acuerdo de financiación en el período: las firmas, no los acuerdos en vigor.
    .unit = entidades
    .title = Acuerdos firmados con entidades socias

## Statutory bodies

figure-board-meetings =
    { $n ->
        [one] reunión del Consejo de Administración
        [many] de reuniones del Consejo de Administración
       *[other] reuniones del Consejo de Administración
    }
    .verb = en línea
    .sentence =
        { $shown } { $n ->
            [one] reunión en línea del Consejo de Administración se celebró
            [many] de reuniones en línea del Consejo de Administración se celebraron
           *[other] reuniones en línea del Consejo de Administración se celebraron
        } entre el { $from } y el { $to }.
    .rule = Se cuentan las reuniones en línea del Consejo celebradas en el período; no cuentan las aplazadas, las canceladas ni las consultas por escrito.
    .unit = reuniones
    .title = Reuniones en línea del Consejo

figure-board-participation = de participación
    .verb = en las reuniones del Consejo de Administración
    .sentence =
        De los { $base } puestos con derecho a asistir a las reuniones del Consejo de Administración celebradas entre el { $from } y el { $to }, { $counted } { $counted ->
            [one] estuvo ocupado: presente o representado
            [many] estuvieron ocupados: presentes o representados
           *[other] estuvieron ocupados: presentes o representados
        }.
    .rule = Puestos ocupados, por presencia o representación, entre los puestos con derecho a asistir, sumados todos los de las reuniones celebradas en el período.
    .unit = puestos
    .title = Participación en el Consejo (%)

figure-board-seats =
    { $n ->
        [one] puesto
        [many] de puestos
       *[other] puestos
    }
    .verb = en el Consejo de Administración
    .sentence =
        { $shown } { $n ->
            [one] puesto componía
            [many] de puestos componían
           *[other] puestos componían
        } el Consejo de Administración a { $at }.
    .rule = Se cuentan los puestos del Consejo existentes ese día, estén ocupados o vacantes.
    .unit = puestos
    .title = Puestos del Consejo

figure-assembly-meetings =
    { $n ->
        [one] reunión de la Asamblea General
        [many] de reuniones de la Asamblea General
       *[other] reuniones de la Asamblea General
    }
    .verb = en el período
    .sentence =
        { $shown } { $n ->
            [one] reunión de la Asamblea General se celebró
            [many] de reuniones de la Asamblea General se celebraron
           *[other] reuniones de la Asamblea General se celebraron
        } entre el { $from } y el { $to }.
    .rule = Se cuentan las reuniones de la Asamblea General celebradas en el período; las sesiones ordinaria y extraordinaria de una misma reunión cuentan una sola vez.
    .unit = reuniones
    .title = Reuniones de la Asamblea General

figure-assembly-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en la Asamblea General
    .sentence =
        { $shown } { $n ->
            [one] miembro estuvo presente o representado
            [many] de miembros estuvieron presentes o representados
           *[other] miembros estuvieron presentes o representados
        } en la Asamblea General entre el { $from } y el { $to }.
    .rule = Se cuenta una vez cada miembro presente o representado en una reunión de la Asamblea General celebrada en el período.
    .unit = miembros
    .title = Miembros en la Asamblea General

## Secretariat

figure-staff-women =
    { $n ->
        [one] mujer
        [many] de mujeres
       *[other] mujeres
    }
    .verb = en el equipo profesional de la Secretaría
    .sentence =
        { $shown } { $n ->
            [one] mujer formaba
            [many] de mujeres formaban
           *[other] mujeres formaban
        } parte del equipo profesional de la Secretaría a { $at }.
    .rule = Se cuentan las mujeres que ese día ocupan un puesto profesional en la Secretaría.
    .unit = personas
    .title = Mujeres profesionales en la Secretaría

figure-staff-men =
    { $n ->
        [one] hombre
        [many] de hombres
       *[other] hombres
    }
    .verb = en el equipo profesional de la Secretaría
    .sentence =
        { $shown } { $n ->
            [one] hombre formaba
            [many] de hombres formaban
           *[other] hombres formaban
        } parte del equipo profesional de la Secretaría a { $at }.
    .rule = Se cuentan los hombres que ese día ocupan un puesto profesional en la Secretaría.
    .unit = personas
    .title = Hombres profesionales en la Secretaría

figure-interns-women =
    { $n ->
        [one] mujer
        [many] de mujeres
       *[other] mujeres
    }
    .verb = en prácticas en la Secretaría
    .sentence =
        { $shown } { $n ->
            [one] mujer hizo
            [many] de mujeres hicieron
           *[other] mujeres hicieron
        } prácticas en la Secretaría en algún momento entre el { $from } y el { $to }.
    .rule = Se cuentan las mujeres que hicieron prácticas en la Secretaría en cualquier momento del período, una sola vez cada una.
    .unit = personas
    .title = Mujeres en prácticas

figure-interns-men =
    { $n ->
        [one] hombre
        [many] de hombres
       *[other] hombres
    }
    .verb = en prácticas en la Secretaría
    .sentence =
        { $shown } { $n ->
            [one] hombre hizo
            [many] de hombres hicieron
           *[other] hombres hicieron
        } prácticas en la Secretaría en algún momento entre el { $from } y el { $to }.
    .rule = Se cuentan los hombres que hicieron prácticas en la Secretaría en cualquier momento del período, una sola vez cada uno.
    .unit = personas
    .title = Hombres en prácticas

## Voice in the global agenda

figure-call-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en apoyo del llamado
    .sentence =
        { $shown } { $n ->
            [one] miembro se adhirió
            [many] de miembros se adhirieron
           *[other] miembros se adhirieron
        } al llamado de la red entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros que se adhirieron al llamado en el período, una sola vez cada uno.
    .unit = miembros
    .title = Miembros que apoyan el llamado

figure-call-partners =
    { $n ->
        [one] entidad socia
        [many] de entidades socias
       *[other] entidades socias
    }
    .verb = en apoyo del llamado
    .sentence =
        { $shown } { $n ->
            [one] entidad socia se adhirió
            [many] de entidades socias se adhirieron
           *[other] entidades socias se adhirieron
        } al llamado de la red entre el { $from } y el { $to }.
    .rule = Se cuentan las entidades que no son miembros ni gobiernos locales y se adhirieron al llamado en el período, una sola vez cada una.
    .unit = entidades
    .title = Entidades socias que apoyan el llamado

figure-call-endorsers =
    { $n ->
        [one] gobierno o entidad
        [many] de gobiernos y entidades
       *[other] gobiernos y entidades
    }
    .verb = en apoyo del llamado
    .sentence =
        { $shown } { $n ->
            [one] gobierno o entidad se adhirió
            [many] de gobiernos y entidades se adhirieron
           *[other] gobiernos y entidades se adhirieron
        } al llamado de la red entre el { $from } y el { $to }.
    .rule = Se cuentan los gobiernos y las entidades, sean o no miembros, que se adhirieron al llamado en el período, una sola vez cada uno.
    .unit = gobiernos y entidades
    .title = Adhesiones al llamado

figure-global-events =
    { $n ->
        [one] evento global
        [many] de eventos globales
       *[other] eventos globales
    }
    .verb = con participación activa
    .sentence =
        { $shown } { $n ->
            [one] evento global contó
            [many] de eventos globales contaron
           *[other] eventos globales contaron
        } con la participación activa de la red entre el { $from } y el { $to }.
    .rule = Se cuenta una vez cada evento de alcance global celebrado en el período que la red lideró, colideró o en el que tomó parte.
    .unit = eventos
    .title = Eventos globales

figure-declarations =
    { $n ->
        [one] declaración política
        [many] de declaraciones políticas
       *[other] declaraciones políticas
    }
    .verb = con contribución y respaldo
    .sentence =
        { $shown } { $n ->
            [one] declaración política recibió
            [many] de declaraciones políticas recibieron
           *[other] declaraciones políticas recibieron
        } la contribución o el respaldo de la red entre el { $from } y el { $to }.
    .rule = Se cuentan las declaraciones del período a las que la red contribuyó o que respaldó, una sola vez cada una.
    .unit = declaraciones
    .title = Declaraciones políticas

figure-campaigns =
    { $n ->
        [one] campaña global
        [many] de campañas globales
       *[other] campañas globales
    }
    .verb = con liderazgo y apoyo
    .sentence =
        { $shown } { $n ->
            [one] campaña global contó
            [many] de campañas globales contaron
           *[other] campañas globales contaron
        } con el liderazgo o el apoyo de la red entre el { $from } y el { $to }.
    .rule = Se cuentan las campañas activas en algún momento del período que la red lideró o apoyó.
    .unit = campañas
    .title = Campañas globales

figure-partner-organisations =
    { $n ->
        [one] organización asociada
        [many] de organizaciones asociadas
       *[other] organizaciones asociadas
    }
    .verb = con un partenariado vigente
    .sentence =
        { $shown } { $n ->
            [one] organización mantenía
            [many] de organizaciones mantenían
           *[other] organizaciones mantenían
        } un partenariado con la red a { $at }.
    .rule = Se cuentan las organizaciones con un partenariado vigente ese día, una sola vez cada una; haber firmado un acuerdo o apoyado un llamado no basta.
    .unit = organizaciones
    .title = Organizaciones asociadas

## Capacity

figure-learning-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en actividades de aprendizaje
    .sentence =
        { $shown } { $n ->
            [one] miembro participó
            [many] de miembros participaron
           *[other] miembros participaron
        } en actividades de aprendizaje y desarrollo de capacidades entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros con al menos una persona participante en una actividad de aprendizaje celebrada en el período, una sola vez cada uno.
    .unit = miembros
    .title = Miembros en actividades de aprendizaje

figure-learning-activities =
    { $n ->
        [one] actividad de aprendizaje
        [many] de actividades de aprendizaje
       *[other] actividades de aprendizaje
    }
    .verb = y desarrollo de capacidades
    .sentence =
        { $shown } { $n ->
            [one] actividad de aprendizaje y desarrollo de capacidades se celebró
            [many] de actividades de aprendizaje y desarrollo de capacidades se celebraron
           *[other] actividades de aprendizaje y desarrollo de capacidades se celebraron
        } entre el { $from } y el { $to }.
    .rule = Se cuentan las actividades de aprendizaje celebradas en el período; no cuentan las aplazadas ni las canceladas.
    .unit = actividades
    .title = Actividades de aprendizaje

figure-pilot-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en proyectos piloto activos
    .sentence =
        { $shown } { $n ->
            [one] miembro formó
            [many] de miembros formaron
           *[other] miembros formaron
        } parte de proyectos piloto activos entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros que lideran o comparten un proyecto piloto de la red activo en algún momento del período, una sola vez cada uno.
    .unit = miembros
    .title = Miembros en proyectos piloto

figure-pilot-projects =
    { $n ->
        [one] proyecto piloto activo
        [many] de proyectos piloto activos
       *[other] proyectos piloto activos
    }
    .verb = en el período
    .sentence =
        { $shown } { $n ->
            [one] proyecto piloto estuvo activo
            [many] de proyectos piloto estuvieron activos
           *[other] proyectos piloto estuvieron activos
        } en algún momento entre el { $from } y el { $to }.
    .rule = Se cuentan los proyectos piloto liderados o apoyados por la red en marcha en cualquier momento del período, aunque hayan empezado antes o sigan después.
    .unit = proyectos
    .title = Proyectos piloto

figure-publications =
    { $n ->
        [one] nueva publicación
        [many] de nuevas publicaciones
       *[other] nuevas publicaciones
    }
    .verb = de la red
    .sentence =
        { $shown } { $n ->
            [one] nueva publicación de la red apareció
            [many] de nuevas publicaciones de la red aparecieron
           *[other] nuevas publicaciones de la red aparecieron
        } entre el { $from } y el { $to }.
    .rule = Se cuentan las publicaciones cuyo primer archivo apareció en el período; los demás idiomas de una misma publicación no suman.
    .unit = publicaciones
    .title = Nuevas publicaciones

figure-experts-collaborated =
    { $n ->
        [one] persona experta
        [many] de personas expertas
       *[other] personas expertas
    }
    .verb = en colaboración con la red
    .sentence =
        { $shown } { $n ->
            [one] persona experta colaboró
            [many] de personas expertas colaboraron
           *[other] personas expertas colaboraron
        } con la red entre el { $from } y el { $to }.
    .rule = Se cuenta una vez cada persona que intervino como experta en una actividad del período, aunque lo hiciera en varias.
    .unit = personas
    .title = Personas expertas colaboradoras

figure-experts-women = mujeres
    .verb = entre las personas expertas
    .sentence =
        De las { $base } personas expertas con género declarado que colaboraron con la red entre el { $from } y el { $to }, { $counted } { $counted ->
            [one] es mujer
            [many] son mujeres
           *[other] son mujeres
        }.
    .rule = Mujeres entre las personas expertas cuyo género consta; quienes no lo han indicado se muestran aparte y el género nunca se deduce de un nombre.
    .unit = personas expertas
    .title = Mujeres entre las personas expertas (%)

figure-experts-men = hombres
    .verb = entre las personas expertas
    .sentence =
        De las { $base } personas expertas con género declarado que colaboraron con la red entre el { $from } y el { $to }, { $counted } { $counted ->
            [one] es hombre
            [many] son hombres
           *[other] son hombres
        }.
    .rule = Hombres entre las personas expertas cuyo género consta; quienes no lo han indicado se muestran aparte y el género nunca se deduce de un nombre.
    .unit = personas expertas
    .title = Hombres entre las personas expertas (%)

figure-experts-registered =
    { $n ->
        [one] persona experta
        [many] de personas expertas
       *[other] personas expertas
    }
    .verb = con perfil registrado
    .sentence =
        { $shown } { $n ->
            [one] persona experta tenía
            [many] de personas expertas tenían
           *[other] personas expertas tenían
        } un perfil registrado en las plataformas de la red a { $at }.
    .rule = Se cuentan las personas con un perfil de experta activo ese día en una plataforma propia de la red, una sola vez cada una.
    .unit = personas
    .title = Personas expertas registradas

## Studies

figure-study-areas =
    { $n ->
        [one] área metropolitana
        [many] de áreas metropolitanas
       *[other] áreas metropolitanas
    }
    .verb = en el estudio comparativo
    .sentence =
        { $shown } { $n ->
            [one] área metropolitana figuraba
            [many] de áreas metropolitanas figuraban
           *[other] áreas metropolitanas figuraban
        } en el estudio comparativo a { $at }.
    .rule = Se cuentan las áreas metropolitanas con al menos una observación en la edición vigente del estudio.
    .unit = áreas metropolitanas
    .title = Áreas metropolitanas del estudio

figure-study-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en las áreas del estudio comparativo
    .sentence =
        { $shown } { $n ->
            [one] miembro operaba
            [many] de miembros operaban
           *[other] miembros operaban
        } en las áreas metropolitanas del estudio comparativo a { $at }.
    .rule = Se cuentan los miembros que gobiernan un área metropolitana del estudio; varios miembros pueden compartir un área.
    .unit = miembros
    .title = Miembros en las áreas del estudio

figure-study-indicators =
    { $n ->
        [one] indicador
        [many] de indicadores
       *[other] indicadores
    }
    .verb = en el estudio comparativo
    .sentence =
        { $shown } { $n ->
            [one] indicador componía
            [many] de indicadores componían
           *[other] indicadores componían
        } el estudio comparativo a { $at }.
    .rule = Se cuentan los indicadores con al menos una observación en la edición vigente del estudio.
    .unit = indicadores
    .title = Indicadores del estudio

figure-study-observations =
    { $n ->
        [one] dato
        [many] de datos
       *[other] datos
    }
    .verb = en el estudio comparativo
    .sentence =
        { $shown } { $n ->
            [one] dato figuraba
            [many] de datos figuraban
           *[other] datos figuraban
        } en el estudio comparativo a { $at }.
    .rule = Se cuentan todos los valores que publica la edición del estudio vigente ese día.
    .unit = datos
    .title = Datos del estudio

figure-observatories =
    { $n ->
        [one] observatorio global
        [many] de observatorios globales
       *[other] observatorios globales
    }
    .verb = con liderazgo y apoyo
    .sentence =
        { $shown } { $n ->
            [one] observatorio global contaba
            [many] de observatorios globales contaban
           *[other] observatorios globales contaban
        } con el liderazgo o el apoyo de la red a { $at }.
    .rule = Se cuentan los observatorios en funcionamiento ese día que la red lidera o apoya.
    .unit = observatorios
    .title = Observatorios globales

## Communication

figure-channels =
    { $n ->
        [one] canal de comunicación
        [many] de canales de comunicación
       *[other] canales de comunicación
    }
    .verb = con presencia de la red
    .sentence =
        { $shown } { $n ->
            [one] canal o medio de comunicación difundió
            [many] de canales y medios de comunicación difundieron
           *[other] canales y medios de comunicación difundieron
        } la red entre el { $from } y el { $to }.
    .rule = Se cuentan los canales propios y los medios ajenos con al menos una mención de la red en el período, una sola vez cada uno.
    .unit = canales y medios
    .title = Canales de comunicación

figure-followers =
    { $n ->
        [one] perfil seguidor
        [many] de perfiles seguidores
       *[other] perfiles seguidores
    }
    .verb = en redes sociales
    .sentence =
        { $shown } { $n ->
            [one] perfil seguía
            [many] de perfiles seguían
           *[other] perfiles seguían
        } los canales de la red en redes sociales a { $at }.
    .rule = Se suma la última lectura de cada red social hasta ese día; quien sigue dos canales cuenta dos veces.
    .unit = perfiles
    .title = Seguidores en redes sociales

## Themes

figure-theme-activities =
    { $n ->
        [one] actividad
        [many] de actividades
       *[other] actividades
    }
    .verb = por tema
    .sentence =
        { $shown } { $n ->
            [one] actividad de la red trató
            [many] de actividades de la red trataron
           *[other] actividades de la red trataron
        } uno o varios de sus temas entre el { $from } y el { $to }.
    .rule = Se cuentan los eventos, aprendizajes, pilotos, campañas, declaraciones y llamados del período con algún tema asignado; una actividad con dos temas aparece en ambos y cuenta una sola vez en el total.
    .unit = actividades
    .title = Actividades por tema

## Rows: how each of them counts

class-counted = Contadas
class-base = En la base
class-left-out = Excluidas

## Why a row was left out

reason-date-too-vague = La fecha es demasiado imprecisa para saber si cae en el período.
reason-no-unit = No consta a quién o a qué corresponde.
reason-no-value = No consta el valor que se suma.
reason-not-in-the-base = No forma parte de la base del porcentaje.
reason-covered = Ya está incluida en el recuento designado del evento.
reason-undesignated = Es otro recuento del mismo evento; se usa el designado.
reason-same-person = La misma persona ya cuenta en este evento.
reason-local-government = Es un gobierno local que no es miembro, no una entidad socia.
reason-only-invited = Solo consta la invitación o la inscripción, no la participación.
reason-not-held = No se celebró en el período: fue aplazada o cancelada, o aún está prevista.
reason-not-active-role = El papel desempeñado no es de participación activa.
reason-not-global = No es de alcance global.
reason-not-member = No era miembro en esa fecha.
reason-is-member = Era miembro en esa fecha.
reason-passed-on = Son fondos transferidos a entidades socias, no ingresos propios.
reason-in-kind = Es una aportación en especie.
reason-not-published = No estaba publicada.
reason-gender-not-stated = El género no consta.
reason-not-gender = El género no es el que se cuenta, o no consta.
reason-not-online = No se celebró en línea.
reason-not-a-woman = Quien ocupa el cargo no es una mujer, o el cargo está vacante o no consta.
reason-not-a-man = Quien ocupa el cargo no es un hombre, o el cargo está vacante o no consta.
reason-not-woman = Quien ocupa el cargo no es una mujer, o el cargo está vacante o no consta.
reason-not-man = Quien ocupa el cargo no es un hombre, o el cargo está vacante o no consta.
reason-not-taken = El puesto no estuvo ocupado: ni presente ni representado.
reason-not-present = No estuvo presente ni representado.
reason-not-own = La plataforma no es propia de la red.
reason-not-role = El papel desempeñado no es de los que se cuentan.
reason-not-state = Su estado no es de los que se cuentan.
reason-not-scope = Su alcance no es de los que se cuentan.
reason-not-mode = Su modalidad no es de las que se cuentan.
reason-succession = Es una sucesión: ni alta ni baja.
reason-continues = La membresía continúa sin interrupción en otra del mismo miembro.
reason-member-before = Ya era miembro la víspera del período.
reason-member-after = Es miembro el último día del período.
reason-ended-within = La membresía ya había terminado el último día del período.
reason-began-within = La membresía empezó dentro del período.
reason-later-language = Es otro idioma de una publicación ya contada.
reason-other = No cumple una de las condiciones de la regla.

figure-leaders-stated = { $n ->
    [one] gobierno miembro con dirigente cuyo género consta
    [many] de gobiernos miembros con dirigente cuyo género consta
   *[other] gobiernos miembros con dirigente cuyo género consta
    }
    .verb = en la fecha
    .sentence = { $shown } { $n ->
        [one] gobierno miembro tiene
        [many] de gobiernos miembros tienen
       *[other] gobiernos miembros tienen
    } a { $at } un dirigente o una dirigente cuyo género consta.
    .rule = Se cuentan los miembros cuyo dirigente o cuya dirigente ejerce el cargo ese día y tiene el género declarado.
    .unit = gobiernos
    .title = Dirigentes cuyo género consta

figure-undated-members = { $n ->
    [one] miembro cuyo primer día no consta
    [many] de miembros cuyo primer día no consta
   *[other] miembros cuyo primer día no consta
    }
    .verb = en el período a más tardar
    .sentence = { $shown } { $n ->
        [one] miembro empezó entre el { $from } y el { $to } o antes: el primer día no consta.
        [many] de miembros empezaron entre el { $from } y el { $to } o antes: el primer día no consta.
       *[other] miembros empezaron entre el { $from } y el { $to } o antes: el primer día no consta.
    }
    .rule = Se cuentan los miembros del último día del período que no lo eran con seguridad la víspera de este, aunque quizá ya lo fueran; no figuran entre las altas de ningún año.
    .unit = gobiernos
    .title = Miembros sin primer día registrado

figure-succeeding-members = { $n ->
    [one] miembro que sucedió a otro
    [many] de miembros que sucedieron a otro
   *[other] miembros que sucedieron a otro
    }
    .verb = en el período
    .sentence = { $shown } { $n ->
        [one] miembro a { $to } sucedió a otro después del { $from }.
        [many] de miembros a { $to } sucedieron a otro después del { $from }.
       *[other] miembros a { $to } sucedieron a otro después del { $from }.
    }
    .rule = Se cuentan los miembros del último día del período que no lo eran la víspera de este, si sucedieron a otro miembro.
    .unit = gobiernos
    .title = Miembros que sucedieron a otro

figure-left-undated-members = { $n ->
    [one] baja sin fecha exacta
    [many] de bajas sin fecha exacta
   *[other] bajas sin fecha exacta
    }
    .verb = en el período o después
    .sentence = { $shown } { $n ->
        [one] gobierno dejó la red entre el { $from } y el { $to } o después: el último día consta solo en parte.
        [many] de gobiernos dejaron la red entre el { $from } y el { $to } o después: el último día consta solo en parte.
       *[other] gobiernos dejaron la red entre el { $from } y el { $to } o después: el último día consta solo en parte.
    }
    .rule = Se cuentan los que eran miembros la víspera del período y no lo son con seguridad el último, aunque quizá lo sean; no figuran entre las bajas de ningún año.
    .unit = gobiernos
    .title = Bajas sin fecha exacta

figure-succeeded-members = { $n ->
    [one] miembro sucedido por otro gobierno
    [many] de miembros sucedidos por otro gobierno
   *[other] miembros sucedidos por otro gobierno
    }
    .verb = en el período
    .sentence = A { $shown } { $n ->
        [one] miembro le sucedió otro gobierno entre el { $from } y el { $to }.
        [many] de miembros les sucedió otro gobierno entre el { $from } y el { $to }.
       *[other] miembros les sucedió otro gobierno entre el { $from } y el { $to }.
    }
    .rule = Se cuentan los que eran miembros la víspera del período y ya no lo son el último, si otro gobierno los sucedió.
    .unit = gobiernos
    .title = Miembros sucedidos por otro gobierno
