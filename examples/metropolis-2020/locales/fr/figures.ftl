# The figures of this network, and those of the program whose words its page changes. The form is that of locales/<lang>/figures.ftl.

## The network's own figures: its platforms

figure-practices =
    { $n ->
        [one] pratique urbaine
        [many] de pratiques urbaines
       *[other] pratiques urbaines
    }
    .verb = sur la plateforme use
    .sentence =
        { $shown } { $n ->
            [one] pratique urbaine était publiée
            [many] de pratiques urbaines étaient publiées
           *[other] pratiques urbaines étaient publiées
        } sur la plateforme use au { $at }.
    .rule = On compte les pratiques publiées ce jour-là sur use ; les brouillons, les pratiques retirées et celles d’autres catalogues ne comptent pas.
    .unit = pratiques urbaines
    .title = Pratiques urbaines sur use

figure-practice-cities =
    { $n ->
        [one] ville
        [many] de villes
       *[other] villes
    }
    .verb = avec des pratiques sur la plateforme use
    .sentence =
        { $shown } { $n ->
            [one] ville avait
            [many] de villes avaient
           *[other] villes avaient
        } des pratiques urbaines publiées sur la plateforme use au { $at }.
    .rule = On compte une fois chaque ville ayant au moins une pratique publiée ce jour-là sur use, qu’elle soit ou non membre de Metropolis.
    .unit = villes
    .title = Villes sur use

figure-health-initiatives =
    { $n ->
        [one] initiative
        [many] d’initiatives
       *[other] initiatives
    }
    .verb = sur Cities for Global Health
    .sentence =
        { $shown } { $n ->
            [one] initiative était publiée
            [many] d’initiatives étaient publiées
           *[other] initiatives étaient publiées
        } sur la plateforme Cities for Global Health au { $at }.
    .rule = On compte les initiatives de tout gouvernement local publiées ce jour-là sur la plateforme ; les brouillons et les initiatives retirées ne comptent pas.
    .unit = initiatives
    .title = Initiatives sur Cities for Global Health

figure-health-cities =
    { $n ->
        [one] ville
        [many] de villes
       *[other] villes
    }
    .verb = avec des initiatives sur Cities for Global Health
    .sentence =
        { $shown } { $n ->
            [one] ville avait
            [many] de villes avaient
           *[other] villes avaient
        } des initiatives publiées sur la plateforme Cities for Global Health au { $at }.
    .rule = On compte une fois chaque ville ayant au moins une initiative publiée ce jour-là sur la plateforme, qu’elle soit ou non membre de Metropolis.
    .unit = villes
    .title = Villes sur Cities for Global Health

## Figures of the program in the words of the page

figure-members =
    { $n ->
        [one] gouvernement d’une grande ville ou d’une aire métropolitaine
        [many] de gouvernements de grandes villes et d’aires métropolitaines
       *[other] gouvernements de grandes villes et d’aires métropolitaines
    }
    .verb = travaillent ensemble au sein de Metropolis
    .sentence =
        { $shown } { $n ->
            [one] gouvernement d’une grande ville ou d’une aire métropolitaine était membre
            [many] de gouvernements de grandes villes et d’aires métropolitaines étaient membres
           *[other] gouvernements de grandes villes et d’aires métropolitaines étaient membres
        } de Metropolis au { $at }.
    .rule = On compte une fois chaque gouvernement dont l’adhésion est effective ce jour-là ; un changement de nom ou une succession n’est ni un départ ni une admission.
    .unit = gouvernements
    .title = Membres

figure-women-led = de nos métropoles
    .verb = gouvernées par des femmes
    .sentence =
        Sur les { $base } gouvernements membres de Metropolis au { $at }, { $counted } { $counted ->
            [one] était dirigé par une femme
            [many] étaient dirigés par des femmes
           *[other] étaient dirigés par des femmes
        }.
    .rule = Gouvernements dont le chef de l’exécutif est une femme ce jour-là, rapportés à tous les membres ; les fonctions vacantes ou inconnues restent dans la base.
    .unit = gouvernements membres
    .title = Métropoles gouvernées par des femmes (%)

figure-active-members = de nos membres
    .verb = ont participé activement
    .sentence =
        Sur les { $base } gouvernements membres de Metropolis, { $counted } { $counted ->
            [one] a participé
            [many] ont participé
           *[other] ont participé
        } activement entre le { $from } et le { $to }.
    .rule = Membres ayant au moins une participation à des activités ou à des réunions statutaires de la période, rapportés à tous ceux qui l’étaient à son terme ; une simple invitation ou inscription ne compte pas, ni une activité qui n’a pas eu lieu.
    .unit = gouvernements membres
    .title = Membres actifs (%)

figure-event-people =
    { $n ->
        [one] participation
        [many] de participations
       *[other] participations
    }
    .verb = aux événements pilotés ou copilotés par Metropolis
    .sentence =
        { $shown } { $n ->
            [one] participation
            [many] de participations
           *[other] participations
        } aux événements pilotés ou copilotés par Metropolis entre le { $from } et le { $to } : qui a assisté à deux événements compte deux fois.
    .rule = On additionne le décompte de référence de chaque événement tenu que Metropolis a piloté ou copiloté ou, à défaut, les personnes enregistrées par leur nom.
    .unit = participations
    .title = Participations aux événements

figure-call-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = en soutien à l’appel à repenser nos espaces métropolitains
    .sentence =
        { $shown } { $n ->
            [one] membre a adhéré
            [many] de membres ont adhéré
           *[other] membres ont adhéré
        } à l’appel à repenser nos espaces métropolitains entre le { $from } et le { $to }.
    .rule = On compte les membres de Metropolis ayant adhéré à l’appel au cours de la période, une seule fois chacun.
    .unit = membres
    .title = Membres soutenant l’appel

figure-call-partners =
    { $n ->
        [one] entité partenaire
        [many] d’entités partenaires
       *[other] entités partenaires
    }
    .verb = en soutien à l’appel à repenser nos espaces métropolitains
    .sentence =
        { $shown } { $n ->
            [one] entité partenaire a adhéré
            [many] d’entités partenaires ont adhéré
           *[other] entités partenaires ont adhéré
        } à l’appel à repenser nos espaces métropolitains entre le { $from } et le { $to }.
    .rule = On compte les entités qui ne sont ni membres de Metropolis ni gouvernements locaux ayant adhéré à l’appel au cours de la période, une seule fois chacune.
    .unit = entités
    .title = Entités partenaires soutenant l’appel

figure-call-endorsers =
    { $n ->
        [one] gouvernement ou entité
        [many] de gouvernements et entités
       *[other] gouvernements et entités
    }
    .verb = en soutien à l’appel à repenser nos espaces métropolitains
    .sentence =
        { $shown } { $n ->
            [one] gouvernement ou entité a adhéré
            [many] de gouvernements et entités ont adhéré
           *[other] gouvernements et entités ont adhéré
        } à l’appel à repenser nos espaces métropolitains entre le { $from } et le { $to }.
    .rule = On compte les gouvernements et les entités, membres de Metropolis ou non, ayant adhéré à l’appel au cours de la période, une seule fois chacun.
    .unit = gouvernements et entités
    .title = Adhésions à l’appel

figure-experts-registered =
    { $n ->
        [one] experte ou expert en urbanisme
        [many] d’expertes et experts en urbanisme
       *[other] expertes et experts en urbanisme
    }
    .verb = avec un profil enregistré sur use
    .sentence =
        { $shown } { $n ->
            [one] experte ou expert en urbanisme avait
            [many] d’expertes et experts en urbanisme avaient
           *[other] expertes et experts en urbanisme avaient
        } un profil enregistré sur la plateforme use au { $at }.
    .rule = On compte les personnes ayant ce jour-là un profil d’expert actif sur use, une seule fois chacune.
    .unit = personnes
    .title = Expertes et experts enregistrés sur use
