## La page d’une fiche au secrétariat

about-leader = Dirigeant, sièges et élections
about-membership = Adhésion
about-took-part = Participation
about-agreements = Accords et partenariats
panel-organisation-mandates = En fonction
word-from-until = Depuis, jusqu’à
span-since = depuis { $day }
span-since-day = depuis le { $day }
span-until = jusqu’en { $day }
span-until-day = jusqu’au { $day }
span-from-until = { $from } – { $until }
office-nothing-yet = Pas encore de données
office-earlier =
    { $n ->
        [one] Une ligne antérieure
        [many] { $n } lignes antérieures
       *[other] { $n } lignes antérieures
    }
office-more-rows =
    { $n ->
        [one] Encore une
        [many] Encore { $n }
       *[other] Encore { $n }
    }
