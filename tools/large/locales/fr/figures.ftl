# The two figures of a generated register.

figure-practices-on-a-platform =
    { $n ->
        [one] pratique
       *[other] pratiques
    }
    .verb = sur la première plateforme
    .sentence =
        { $shown } { $n ->
            [one] pratique
           *[other] pratiques
        } figuraient sur la première plateforme le { $at }.
    .rule = Sont comptées les pratiques publiées qui figurent ce jour-là sur la première plateforme ; les brouillons sont écartés.
    .unit = pratiques
    .title = Pratiques sur une plateforme

figure-initiatives-on-a-platform =
    { $n ->
        [one] initiative
       *[other] initiatives
    }
    .verb = sur la première plateforme
    .sentence =
        { $shown } { $n ->
            [one] initiative
           *[other] initiatives
        } figuraient sur la première plateforme le { $at }.
    .rule = Sont comptées les initiatives publiées qui figurent ce jour-là sur la première plateforme ; les brouillons sont écartés.
    .unit = initiatives
    .title = Initiatives sur une plateforme
