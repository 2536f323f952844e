# The figures of this network, and those of the program whose words its page changes. The form is that of locales/<lang>/figures.ftl.

## The network's own figures

figure-shore-power-ports =
    { $n ->
        [one] port doté du courant à quai
        [many] de ports dotés du courant à quai
       *[other] ports dotés du courant à quai
    }
    .verb = sur la Carte du courant à quai
    .sentence =
        { $shown } { $n ->
            [one] port disposait
            [many] de ports disposaient
           *[other] ports disposaient
        } du courant à quai à un poste au moins de la Carte du courant à quai au { $at }.
    .rule = On compte une fois chaque port ayant au moins un poste publié ce jour-là sur la Carte du courant à quai, qu’il soit ou non membre de la Ligue ; les brouillons et les postes retirés de la carte ne comptent pas.
    .unit = ports
    .title = Ports dotés du courant à quai

figure-assembly-full-members = de nos ports membres
    .verb = à l’Assemblée générale
    .sentence =
        Sur les { $base } ports membres de la Ligue, { $counted } { $counted ->
            [one] était présent ou représenté
            [many] étaient présents ou représentés
           *[other] étaient présents ou représentés
        } à l’Assemblée générale entre le { $from } et le { $to }.
    .rule = Ports membres présents ou représentés à une Assemblée générale tenue pendant la période, rapportés à tous ceux qui l’étaient à la fin de celle-ci ; les associés peuvent venir, mais ne sont pas dans la base.
    .unit = ports membres
    .title = Ports membres à l’Assemblée (%)

figure-open-harbour-visitors =
    { $n ->
        [one] visite
        [many] de visites
       *[other] visites
    }
    .verb = à la Journée du port ouvert
    .sentence =
        { $shown } { $n ->
            [one] visite a été comptée
            [many] de visites ont été comptées
           *[other] visites ont été comptées
        } à la Journée du port ouvert entre le { $from } et le { $to } : qui a visité deux ports compte deux fois.
    .rule = On additionne les entrées comptées à la porte de chaque port ouvert ce jour-là ou, à défaut de comptage, les personnes enregistrées par leur nom.
    .unit = visites
    .title = Visites à la Journée du port ouvert

figure-cargo-partners =
    { $n ->
        [one] partenaire de fret
        [many] de partenaires de fret
       *[other] partenaires de fret
    }
    .verb = ont porté nos activités avec nous
    .sentence =
        { $shown } { $n ->
            [one] partenaire de fret a porté
            [many] de partenaires de fret ont porté
           *[other] partenaires de fret ont porté
        } une activité de la Ligue entre le { $from } et le { $to }.
    .rule = On compte une fois chaque entreprise, agence ou association partenaire d’une activité pendant la période ; les membres de la Ligue ne sont pas des partenaires de fret.
    .unit = organisations
    .title = Partenaires de fret

figure-tide-letter-readers =
    { $n ->
        [one] abonnement
        [many] d’abonnements
       *[other] abonnements
    }
    .verb = à The Tide Letter et à La Lettre des marées
    .sentence =
        { $shown } { $n ->
            [one] abonnement était servi
            [many] d’abonnements étaient servis
           *[other] abonnements étaient servis
        } par les lettres d’information de la Ligue au { $at }.
    .rule = On additionne le dernier relevé des abonnements à chaque lettre d’information à cette date ; qui reçoit les deux compte deux fois.
    .unit = abonnements
    .title = Abonnements aux lettres d’information

figure-port-twinnings =
    { $n ->
        [one] jumelage de ports
        [many] de jumelages de ports
       *[other] jumelages de ports
    }
    .verb = signés par des membres
    .sentence =
        { $shown } { $n ->
            [one] jumelage de ports a été signé
            [many] de jumelages de ports ont été signés
           *[other] jumelages de ports ont été signés
        } entre le { $from } et le { $to }.
    .rule = On compte une fois chaque accord de coopération qu’au moins un membre de la Ligue a signé pendant la période, quel que soit le nombre de signataires.
    .unit = accords
    .title = Jumelages de ports

reason-member-itself = membre de la Ligue
reason-no-business = ni entreprise, ni agence, ni association
site-by-level = par type d’organisation
    .heading = Par type d’organisation

## Figures of the program in the words of the page

figure-members =
    { $n ->
        [one] port
        [many] de ports
       *[other] ports
    }
    .verb = amarrés ensemble dans la Ligue
    .sentence =
        { $shown } { $n ->
            [one] ville ou autorité portuaire était membre
            [many] de villes et autorités portuaires étaient membres
           *[other] villes et autorités portuaires étaient membres
        } de la Ligue de la Drisse au { $at }.
    .rule = On compte une fois chaque ville ou autorité portuaire dont l’adhésion est en vigueur ce jour-là, port membre ou associé ; une succession n’est ni un départ ni une admission.
    .unit = ports
    .title = Membres

figure-women-led = de nos ports
    .verb = dirigés par des femmes
    .sentence =
        Sur les { $base } membres de la Ligue au { $at }, { $counted } { $counted ->
            [one] était dirigé par une femme
            [many] étaient dirigés par des femmes
           *[other] étaient dirigés par des femmes
        }.
    .rule = Membres dont la tête de l’exécutif est ce jour-là une femme, rapportés à tous les membres ; les postes vacants et les responsables inconnus restent dans la base.
    .unit = membres
    .title = Ports dirigés par des femmes (%)

figure-learning-members =
    { $n ->
        [one] port
        [many] de ports
       *[other] ports
    }
    .verb = en formation ensemble
    .sentence =
        { $shown } { $n ->
            [one] membre de la Ligue a participé
            [many] de membres de la Ligue ont participé
           *[other] membres de la Ligue ont participé
        } à un cours, un atelier ou une visite d’étude entre le { $from } et le { $to }.
    .rule = On compte une fois chaque membre ayant participé à au moins une activité d’apprentissage tenue pendant la période, quel que soit le nombre de fois : sur plusieurs années, ce n’est pas la somme des années.
    .unit = membres
    .title = Membres en formation
