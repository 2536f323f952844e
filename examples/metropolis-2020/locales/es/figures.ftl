# The figures of this network, and those of the program whose words its page changes. The form is that of locales/<lang>/figures.ftl.

## The network's own figures: its platforms

figure-practices =
    { $n ->
        [one] práctica urbana
        [many] de prácticas urbanas
       *[other] prácticas urbanas
    }
    .verb = en la plataforma use
    .sentence =
        { $shown } { $n ->
            [one] práctica urbana estaba publicada
            [many] de prácticas urbanas estaban publicadas
           *[other] prácticas urbanas estaban publicadas
        } en la plataforma use a { $at }.
    .rule = Se cuentan las prácticas publicadas ese día en use; los borradores, las retiradas y las de otros catálogos no cuentan.
    .unit = prácticas urbanas
    .title = Prácticas urbanas en use

figure-practice-cities =
    { $n ->
        [one] ciudad
        [many] de ciudades
       *[other] ciudades
    }
    .verb = con prácticas en la plataforma use
    .sentence =
        { $shown } { $n ->
            [one] ciudad tenía
            [many] de ciudades tenían
           *[other] ciudades tenían
        } prácticas urbanas publicadas en la plataforma use a { $at }.
    .rule = Se cuenta una vez cada ciudad con al menos una práctica publicada ese día en use, sea o no miembro de Metropolis.
    .unit = ciudades
    .title = Ciudades en use

figure-health-initiatives =
    { $n ->
        [one] iniciativa
        [many] de iniciativas
       *[other] iniciativas
    }
    .verb = en Ciudades para la salud global
    .sentence =
        { $shown } { $n ->
            [one] iniciativa estaba publicada
            [many] de iniciativas estaban publicadas
           *[other] iniciativas estaban publicadas
        } en la plataforma Ciudades para la salud global a { $at }.
    .rule = Se cuentan las iniciativas de cualquier gobierno local publicadas ese día en la plataforma; los borradores y las retiradas no cuentan.
    .unit = iniciativas
    .title = Iniciativas en Ciudades para la salud global

figure-health-cities =
    { $n ->
        [one] ciudad
        [many] de ciudades
       *[other] ciudades
    }
    .verb = con iniciativas en Ciudades para la salud global
    .sentence =
        { $shown } { $n ->
            [one] ciudad tenía
            [many] de ciudades tenían
           *[other] ciudades tenían
        } iniciativas publicadas en la plataforma Ciudades para la salud global a { $at }.
    .rule = Se cuenta una vez cada ciudad con al menos una iniciativa publicada ese día en la plataforma, sea o no miembro de Metropolis.
    .unit = ciudades
    .title = Ciudades en Ciudades para la salud global

## Figures of the program in the words of the page

figure-members =
    { $n ->
        [one] gobierno de una gran ciudad o área metropolitana
        [many] de gobiernos de grandes ciudades y áreas metropolitanas
       *[other] gobiernos de grandes ciudades y áreas metropolitanas
    }
    .verb = trabajan juntos en Metropolis
    .sentence =
        { $shown } { $n ->
            [one] gobierno de grandes ciudades y áreas metropolitanas era miembro
            [many] de gobiernos de grandes ciudades y áreas metropolitanas eran miembros
           *[other] gobiernos de grandes ciudades y áreas metropolitanas eran miembros
        } de Metropolis a { $at }.
    .rule = Se cuentan los gobiernos cuya membresía surte efecto ese día, una sola vez cada uno; un cambio de nombre o una sucesión no es una baja ni un alta.
    .unit = gobiernos
    .title = Miembros

figure-women-led = de nuestras metrópolis
    .verb = gobernadas por mujeres
    .sentence =
        De los { $base } gobiernos miembros de Metropolis a { $at }, { $counted } { $counted ->
            [one] estaba dirigido por una mujer
            [many] estaban dirigidos por mujeres
           *[other] estaban dirigidos por mujeres
        }.
    .rule = Gobiernos cuya máxima autoridad ese día es una mujer, entre todos los miembros; los cargos vacantes y los que no constan permanecen en la base.
    .unit = gobiernos miembros
    .title = Metrópolis gobernadas por mujeres (%)

figure-active-members = de nuestra membresía
    .verb = ha tenido una participación activa
    .sentence =
        De los { $base } gobiernos miembros de Metropolis, { $counted } { $counted ->
            [one] tuvo
            [many] tuvieron
           *[other] tuvieron
        } una participación activa entre el { $from } y el { $to }.
    .rule = Miembros con al menos una participación en actividades o reuniones estatutarias del período, entre todos los que lo eran a su término; una mera invitación o inscripción no cuenta, ni tampoco una actividad que no tuvo lugar.
    .unit = gobiernos miembros
    .title = Miembros activos (%)

figure-event-people =
    { $n ->
        [one] participación
        [many] de participaciones
       *[other] participaciones
    }
    .verb = en eventos liderados o coliderados por Metropolis
    .sentence =
        { $shown } { $n ->
            [one] participación
            [many] de participaciones
           *[other] participaciones
        } en eventos liderados o coliderados por Metropolis entre el { $from } y el { $to }: quien asistió a dos eventos cuenta dos veces.
    .rule = Se suma el recuento designado de cada evento celebrado que Metropolis lideró o colideró o, a falta de recuento, las personas registradas por su nombre.
    .unit = participaciones
    .title = Participaciones en eventos

figure-call-members =
    { $n ->
        [one] miembro
        [many] de miembros
       *[other] miembros
    }
    .verb = en apoyo del llamado a repensar nuestros espacios metropolitanos
    .sentence =
        { $shown } { $n ->
            [one] miembro se adhirió
            [many] de miembros se adhirieron
           *[other] miembros se adhirieron
        } al llamado a repensar nuestros espacios metropolitanos entre el { $from } y el { $to }.
    .rule = Se cuentan los miembros de Metropolis que se adhirieron al llamado en el período, una sola vez cada uno.
    .unit = miembros
    .title = Miembros que apoyan el llamado

figure-call-partners =
    { $n ->
        [one] entidad socia
        [many] de entidades socias
       *[other] entidades socias
    }
    .verb = en apoyo del llamado a repensar nuestros espacios metropolitanos
    .sentence =
        { $shown } { $n ->
            [one] entidad socia se adhirió
            [many] de entidades socias se adhirieron
           *[other] entidades socias se adhirieron
        } al llamado a repensar nuestros espacios metropolitanos entre el { $from } y el { $to }.
    .rule = Se cuentan las entidades que no son miembros de Metropolis ni gobiernos locales y se adhirieron al llamado en el período, una sola vez cada una.
    .unit = entidades
    .title = Entidades socias que apoyan el llamado

figure-call-endorsers =
    { $n ->
        [one] gobierno o entidad
        [many] de gobiernos y entidades
       *[other] gobiernos y entidades
    }
    .verb = en apoyo del llamado a repensar nuestros espacios metropolitanos
    .sentence =
        { $shown } { $n ->
            [one] gobierno o entidad se adhirió
            [many] de gobiernos y entidades se adhirieron
           *[other] gobiernos y entidades se adhirieron
        } al llamado a repensar nuestros espacios metropolitanos entre el { $from } y el { $to }.
    .rule = Se cuentan los gobiernos y las entidades, sean o no miembros de Metropolis, que se adhirieron al llamado en el período, una sola vez cada uno.
    .unit = gobiernos y entidades
    .title = Adhesiones al llamado

figure-experts-registered =
    { $n ->
        [one] persona experta en urbanismo
        [many] de personas expertas en urbanismo
       *[other] personas expertas en urbanismo
    }
    .verb = con perfil registrado en use
    .sentence =
        { $shown } { $n ->
            [one] persona experta en urbanismo tenía
            [many] de personas expertas en urbanismo tenían
           *[other] personas expertas en urbanismo tenían
        } un perfil registrado en la plataforma use a { $at }.
    .rule = Se cuentan las personas con un perfil de experta activo ese día en use, una sola vez cada una.
    .unit = personas
    .title = Personas expertas registradas en use
