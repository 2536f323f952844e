# The page of a year. Numbers are passed as numbers and written by the bundle's number format; days are passed as written text.

## Head

page-title = { $slogan } en { $year }
# For a network without a slogan.
page-title-plain = { $network } en { $year }
page-description = { $network } : ses chiffres de { $year }, chacun avec les fiches dont il est tiré.
page-status = Situation au { $day }
page-edition = édition { $edition }
page-last-written = rien d’écrit dans le registre depuis le { $day }
page-lists-stop = les lignes de certaines listes s’arrêtent avant ce jour : { $lists }
page-list-until = { $list } le { $day }
page-live = Chiffres provisoires
    .hint = Calculés à l’instant à partir du registre : ils peuvent changer jusqu’à la publication de l’édition.
page-unfilled =
    { $n ->
        [one] Une partie de cette page n’a pas encore de données
        [many] { $n } de parties de cette page n’ont pas encore de données
       *[other] { $n } parties de cette page n’ont pas encore de données
    }
    .hint = Les fichiers qui remplissent chaque partie, dans cet ordre. « decapolis export DOSSIER --table activities » écrit un fichier avec ses colonnes à remplir.
    .no-rows = Importé, mais rien ne compte dans cette période
page-illustrative-ribbon = Données fictives
    .hint = Cette page contient des données inventées à titre d’exemple. Chacune porte la mention « fictif ».

## Sections

page-who-we-are = Qui nous sommes
page-voice = Voix dans l’agenda mondial
    .short = Voix
page-capacity = Capacités
page-communication = Communication
page-funding = Financement
page-board =
    .short = Conseil
page-assembly = Assemblée générale
    .short = Assemblée
page-secretariat = Secrétariat
page-regions = Membres par région

## Numbers and what stands beside them

page-less-than = Moins de
page-at-least = Plus de
    .inline = plus de
# A number with its noun, as part of a phrase: “8 learning activities”. $noun is figure-<key>.
page-counted-noun = { $shown } { $noun }
# What joins two numbers of one row: 56 members | in 8 learning activities. $what is page-counted-noun.
page-in = dans { $what }
page-with = avec { $what }
page-from = provenant de { $what }
page-where-operate = où opèrent { $what }
page-members-and-partners = membres et entités partenaires
# an amount of money; a sign that several currencies share is not used
money =
    { $currency ->
        [EUR] { $sign }{ $amount } €
       *[other] { $sign }{ $amount } { $currency }
    }
# Un nom, et ce qu’on en dit.
named = { $name } : { $words }
page-of = { $counted } sur { $base }
page-range = entre { $least } et { $most }
page-not-stated =
    { $n ->
        [one] { $n } non précisé
        [many] { $n } non précisés
       *[other] { $n } non précisés
    }
page-no-data = Pas de données pour cette période.
    .sign = —
    .hint = Le registre ne contient aucune ligne dont ce nombre pourrait être tiré ; un zéro serait une affirmation que nous ne pouvons pas faire.

## Balance of the year

page-balance-title = Arrivées et départs en { $year }
# The same sum in lines: { $n } members on a day, + new members, − left, = members on a day. The number stands before the words.
page-balance-on = au { $day }
page-balance-new =
    { $n ->
        [one] nouveau membre
        [many] de nouveaux membres
       *[other] nouveaux membres
    }
page-balance-left =
    { $n ->
        [one] départ
        [many] de départs
       *[other] départs
    }

## Captions: voice

page-events-held =
    { $n ->
        [one] { $n } événement tenu
        [many] { $n } d’événements tenus
       *[other] { $n } événements tenus
    } ; un décompte de référence pour chacun
page-events-led =
    { $n ->
        [one] { $n } piloté
        [many] { $n } pilotés
       *[other] { $n } pilotés
    }
page-events-co-led =
    { $n ->
        [one] { $n } copiloté
        [many] { $n } copilotés
       *[other] { $n } copilotés
    }
page-events-took-part = { $n } avec participation
page-declarations-contributed = { $n } avec contribution
page-declarations-endorsed = { $n } avec soutien
page-endorse-the-call = en soutien à l’appel

## Captions: funding

page-accounts-provisional = Comptes provisoires
page-accounts-closed = Comptes arrêtés par le Conseil d’administration
page-accounts-audited = Comptes audités
page-accounts-ratified = Comptes ratifiés par l’Assemblée générale
page-rest = autres recettes

## Captions: Board and Assembly

page-board-seats =
    { $counted } sur { $base ->
        [one] { $base } siège
        [many] { $base } de sièges
       *[other] { $base } sièges
    }
page-board-meetings =
    en { $n ->
        [one] { $n } réunion
        [many] { $n } de réunions
       *[other] { $n } réunions
    } du Conseil d’administration
page-board-meetings-online =
    en { $n ->
        [one] { $n } réunion en ligne
        [many] { $n } de réunions en ligne
       *[other] { $n } réunions en ligne
    } du Conseil d’administration
page-assembly-meetings =
    en { $n ->
        [one] { $n } réunion
        [many] { $n } de réunions
       *[other] { $n } réunions
    } de l’Assemblée générale
page-present-or-represented = présents ou représentés
page-no-assembly = Pas de réunion de l’Assemblée générale en { $year }

## Captions: people

page-non-binary =
    { $n ->
        [one] { $n } personne non binaire
        [many] { $n } de personnes non binaires
       *[other] { $n } personnes non binaires
    }
page-women-and-men =
    { $women ->
        [one] { $women } femme
        [many] { $women } de femmes
       *[other] { $women } femmes
    } et { $men ->
        [one] { $men } homme
        [many] { $men } d’hommes
       *[other] { $men } hommes
    }
page-professionals = professionnels
page-interns = stagiaires
page-women-share = { $shown } femmes
page-men-share = { $shown } hommes

## Captions: communication and themes

page-reading-day = relevé du { $day }
page-readings = relevés du { $oldest } au { $newest }
page-readings-stale = { $stale } sur { $all } de plus de { $days } jours
page-reading-of = { $name }, { $day }

## Map and legend

page-map =
    .list = La carte sous forme de liste
    .ring = aire comptant deux membres ou plus
page-map-note = Carte : Natural Earth. Anneau : aire comptant deux membres ou plus.
page-legend = Signes
page-sign-day = à une date
page-sign-period = durant l’année
page-sign-at-least = au moins
page-sign-provisional = provisoire
page-opens-address = Chaque nombre ouvre la liste de ce qu’il compte : { $address }
# The word that stands in that address for the code of a figure, such as .../n/CODE.
page-code-placeholder = CODE

## Under each number

page-how-many-rows =
    { $n ->
        [one] { $n } ligne
        [many] { $n } de lignes
       *[other] { $n } lignes
    }
page-what = Ce qui est compté
page-day-or-period = Jour ou période
page-left-out = Exclu
    .part = { $n } : { $reason }
page-within = Dans la même phrase
page-open = Le chiffre, année par année et ligne par ligne
page-rule = Règle
page-fraction = Fraction
page-unknown = Non précisé
page-list = Voir la liste
page-csv = CSV
page-json = JSON
page-cite = Citer
page-cite-text = { $network }, « { $title } » : { $sentence } { $known } { $address }
page-picture = Image à partager

## What the drawings say in words

drawing-map =
    Carte des aires métropolitaines { $n ->
        [one] de { $n } membre
        [many] des { $n } de membres
       *[other] des { $n } membres
    }
drawing-strip = { $counted } sur { $base }
drawing-strip-unknown =
    { $counted } sur { $base } ; { $n ->
        [one] { $n } non précisé
        [many] { $n } non précisés
       *[other] { $n } non précisés
    }
drawing-events-by-role = Événements par rôle du réseau
drawing-call =
    { $circles ->
        [one] { $circles } membre
        [many] { $circles } de membres
       *[other] { $circles } membres
    } et { $diamonds ->
        [one] { $diamonds } entité partenaire
        [many] { $diamonds } d’entités partenaires
       *[other] { $diamonds } entités partenaires
    }
drawing-pilots =
    { $n ->
        [one] { $n } projet pilote
        [many] { $n } de projets pilotes
       *[other] { $n } projets pilotes
    }, avec ces nombres de membres : { $list }
drawing-publications =
    { $n ->
        [one] { $n } publication
        [many] { $n } de publications
       *[other] { $n } publications
    } par thème
drawing-experts = Expertes et experts par genre
drawing-study =
    { $cells ->
        [one] { $cells } aire métropolitaine
        [many] { $cells } d’aires métropolitaines
       *[other] { $cells } aires métropolitaines
    } avec { $held ->
        [one] { $held } membre
        [many] { $held } de membres
       *[other] { $held } membres
    }
drawing-growth = De { $first } le { $first_day } à { $last } le { $last_day }
drawing-per-year = De { $first } en { $first_year } à { $last } en { $last_year }
drawing-funding = Recettes par source : { $list }
drawing-seats =
    { $day } : { $taken } sur { $seats ->
        [one] { $seats } siège
        [many] { $seats } de sièges
       *[other] { $seats } sièges
    }
drawing-followers = Abonnés par canal

page-balance-undated =
    { $n ->
        [one] arrivé à une date non précisée
        [many] arrivés à une date non précisée
       *[other] arrivés à une date non précisée
    }
figure-version = version
figure-values-no-year = année des valeurs non précisée
figure-values-of = valeurs de { $year }
figure-values-between = valeurs de { $first } à { $last }
figure-values-source = source : { $sources }
page-balance-succeeding =
    { $n ->
        [one] a succédé à un autre membre
        [many] ont succédé à un autre membre
       *[other] ont succédé à un autre membre
    }
page-balance-left-undated =
    { $n ->
        [one] parti à une date connue seulement en partie
        [many] partis à des dates connues seulement en partie
       *[other] partis à des dates connues seulement en partie
    }
page-balance-succeeded =
    { $n ->
        [one] auquel un autre gouvernement a succédé
        [many] auxquels un autre gouvernement a succédé
       *[other] auxquels un autre gouvernement a succédé
    }
