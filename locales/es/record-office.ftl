## La página de un registro en la oficina

about-leader = Dirigente, puestos y elecciones
about-membership = Pertenencia a la red
about-took-part = Participación
about-agreements = Acuerdos y alianzas
panel-organisation-mandates = En el cargo
word-from-until = Desde, hasta
span-since = desde { $day }
span-since-day = desde el { $day }
span-until = hasta { $day }
span-until-day = hasta el { $day }
span-from-until = { $from } – { $until }
office-nothing-yet = Sin datos todavía
office-earlier =
    { $n ->
        [one] Uno anterior
        [many] { $n } anteriores
       *[other] { $n } anteriores
    }
office-more-rows =
    { $n ->
        [one] Uno más
        [many] { $n } más
       *[other] { $n } más
    }
