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
        [one] gouvernement membre
        [many] de gouvernements membres
       *[other] gouvernements membres
    }
    .verb = travaillent ensemble au sein du réseau
    .sentence =
        { $shown } { $n ->
            [one] gouvernement était membre
            [many] de gouvernements étaient membres
           *[other] gouvernements étaient membres
        } du réseau au { $at }.
    .rule = On compte une fois chaque gouvernement dont l’adhésion est effective ce jour-là ; un changement de nom ou une succession n’est ni un départ ni une admission.
    .unit = gouvernements
    .title = Membres

figure-new-members =
    { $n ->
        [one] nouveau membre
        [many] de nouveaux membres
       *[other] nouveaux membres
    }
    .verb = au cours de la période
    .sentence =
        { $shown } { $n ->
            [one] gouvernement a rejoint
            [many] de gouvernements ont rejoint
           *[other] gouvernements ont rejoint
        } le réseau entre le { $from } et le { $to }.
    .rule = On compte les membres du dernier jour de la période qui ne l’étaient pas la veille de son début, si leur premier jour est connu. Ne sont pas des admissions une adhésion qui en suit une autre sans interruption, un retour au cours de la période ni une succession.
    .unit = gouvernements
    .title = Nouveaux membres

figure-left-members =
    { $n ->
        [one] départ
        [many] de départs
       *[other] départs
    }
    .verb = au cours de la période
    .sentence =
        { $shown } { $n ->
            [one] gouvernement a quitté
            [many] de gouvernements ont quitté
           *[other] gouvernements ont quitté
        } le réseau entre le { $from } et le { $to }.
    .rule = On compte les membres de la veille du début de la période qui ne le sont plus le dernier jour, si leur dernier jour est connu. Un gouvernement est encore membre son dernier jour : une adhésion qui prend fin le 31 décembre cesse de compter le 1er janvier. Un membre auquel un autre gouvernement a succédé n’est pas un départ.
    .unit = gouvernements
    .title = Départs

figure-women-led = des gouvernements membres
    .verb = dirigés par des femmes
    .sentence =
        Sur les { $base } gouvernements membres au { $at }, { $counted } { $counted ->
            [one] était dirigé par une femme
            [many] étaient dirigés par des femmes
           *[other] étaient dirigés par des femmes
        }.
    .rule = Gouvernements dont le chef de l’exécutif est une femme ce jour-là, rapportés à tous les membres ; les fonctions vacantes ou inconnues restent dans la base.
    .unit = gouvernements membres
    .title = Gouvernements dirigés par des femmes (%)

figure-women-led-members =
    { $n ->
        [one] gouvernement membre
        [many] de gouvernements membres
       *[other] gouvernements membres
    }
    .verb = avec une femme à sa tête
    .sentence =
        { $shown } { $n ->
            [one] gouvernement membre avait une femme à sa tête
            [many] de gouvernements membres avaient une femme à leur tête
           *[other] gouvernements membres avaient une femme à leur tête
        } au { $at }.
    .rule = On compte les gouvernements membres dont le chef de l’exécutif est une femme ce jour-là ; le genre n’est jamais déduit d’un prénom.
    .unit = gouvernements
    .title = Gouvernements dirigés par des femmes

figure-active-members = des membres
    .verb = ont participé activement
    .sentence =
        Sur les { $base } gouvernements membres, { $counted } { $counted ->
            [one] a participé
            [many] ont participé
           *[other] ont participé
        } activement au réseau entre le { $from } et le { $to }.
    .rule = Membres ayant au moins une participation à des activités ou à des réunions statutaires de la période, rapportés à tous ceux qui l’étaient à son terme ; une simple invitation ou inscription ne compte pas, ni une activité qui n’a pas eu lieu.
    .unit = gouvernements membres
    .title = Membres actifs (%)

figure-event-people =
    { $n ->
        [one] participation
        [many] de participations
       *[other] participations
    }
    .verb = aux événements pilotés ou copilotés par le réseau
    .sentence =
        { $shown } { $n ->
            [one] participation
            [many] de participations
           *[other] participations
        } aux événements pilotés ou copilotés par le réseau entre le { $from } et le { $to } : qui a assisté à deux événements compte deux fois.
    .rule = On additionne le décompte de référence de chaque événement tenu que le réseau a piloté ou copiloté ou, à défaut, les personnes enregistrées par leur nom.
    .unit = participations
    .title = Participations aux événements

## Funding

figure-funding-dues = cotisations
    .verb = des recettes propres
    .sentence = Les cotisations représentent { $shown } des recettes propres comptabilisées entre le { $from } et le { $to }.
    .rule = Recettes des cotisations rapportées à toutes les recettes propres de la période ; les fonds reversés aux partenaires et les apports en nature ne comptent pas.
    .unit = recettes propres
    .title = Financement : cotisations

figure-funding-member-partnerships = partenariats avec des membres
    .verb = des recettes propres
    .sentence = Les partenariats avec des membres représentent { $shown } des recettes propres comptabilisées entre le { $from } et le { $to }.
    .rule = Recettes des accords avec des membres rapportées à toutes les recettes propres de la période ; les fonds reversés et les apports en nature ne comptent pas.
    .unit = recettes propres
    .title = Financement : partenariats avec des membres

figure-funding-other-partnerships = partenariats avec d’autres parties
    .verb = des recettes propres
    .sentence = Les partenariats avec d’autres parties représentent { $shown } des recettes propres comptabilisées entre le { $from } et le { $to }.
    .rule = Recettes des accords avec des parties non membres rapportées à toutes les recettes propres de la période ; les fonds reversés et les apports en nature ne comptent pas.
    .unit = recettes propres
    .title = Financement : partenariats avec d’autres parties

figure-agreements-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = avec un accord signé
    .sentence =
        { $shown } { $n ->
            [one] membre a signé
            [many] de membres ont signé
           *[other] membres ont signé
        } des accords pour financer des projets et des activités entre le { $from } et le { $to }.
    .rule = On compte les membres ayant signé un accord de financement au cours de la période : les signatures, non les accords en vigueur.
    .unit = membres
    .title = Accords signés avec des membres

figure-agreements-partners =
    { $n ->
        [one] entité partenaire
        [many] d’entités partenaires
       *[other] entités partenaires
    }
    .verb = avec un accord signé
    .sentence =
        { $shown } { $n ->
            [one] entité partenaire a signé
            [many] d’entités partenaires ont signé
           *[other] entités partenaires ont signé
        } des accords pour financer des projets et des activités entre le { $from } et le { $to }.
    .rule = On compte les entités non membres ayant signé un accord de financement au cours de la période : les signatures, non les accords en vigueur.
    .unit = entités
    .title = Accords signés avec des entités partenaires

## Statutory bodies

figure-board-meetings =
    { $n ->
        [one] réunion du Conseil d’administration
        [many] de réunions du Conseil d’administration
       *[other] réunions du Conseil d’administration
    }
    .verb = en ligne
    .sentence =
        { $shown } { $n ->
            [one] réunion en ligne du Conseil d’administration s’est tenue
            [many] de réunions en ligne du Conseil d’administration se sont tenues
           *[other] réunions en ligne du Conseil d’administration se sont tenues
        } entre le { $from } et le { $to }.
    .rule = On compte les réunions en ligne du Conseil tenues au cours de la période ; les réunions reportées ou annulées et les consultations écrites ne comptent pas.
    .unit = réunions
    .title = Réunions en ligne du Conseil

figure-board-participation = de participation
    .verb = aux réunions du Conseil d’administration
    .sentence =
        Sur les { $base } sièges ayant droit de participer aux réunions du Conseil d’administration tenues entre le { $from } et le { $to }, { $counted } { $counted ->
            [one] a été occupé : présent ou représenté
            [many] ont été occupés : présents ou représentés
           *[other] ont été occupés : présents ou représentés
        }.
    .rule = Sièges occupés, par présence ou représentation, rapportés aux sièges ayant droit de participer, additionnés sur les réunions tenues au cours de la période.
    .unit = sièges
    .title = Participation au Conseil (%)

figure-board-seats =
    { $n ->
        [one] siège
        [many] de sièges
       *[other] sièges
    }
    .verb = au Conseil d’administration
    .sentence =
        { $shown } { $n ->
            [one] siège composait
            [many] de sièges composaient
           *[other] sièges composaient
        } le Conseil d’administration au { $at }.
    .rule = On compte les sièges du Conseil existant ce jour-là, pourvus ou vacants.
    .unit = sièges
    .title = Sièges du Conseil

figure-assembly-meetings =
    { $n ->
        [one] réunion de l’Assemblée générale
        [many] de réunions de l’Assemblée générale
       *[other] réunions de l’Assemblée générale
    }
    .verb = au cours de la période
    .sentence =
        { $shown } { $n ->
            [one] réunion de l’Assemblée générale s’est tenue
            [many] de réunions de l’Assemblée générale se sont tenues
           *[other] réunions de l’Assemblée générale se sont tenues
        } entre le { $from } et le { $to }.
    .rule = On compte les réunions de l’Assemblée générale tenues au cours de la période ; les sessions ordinaire et extraordinaire d’une même réunion comptent une seule fois.
    .unit = réunions
    .title = Réunions de l’Assemblée générale

figure-assembly-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = à l’Assemblée générale
    .sentence =
        { $shown } { $n ->
            [one] membre a été présent ou représenté
            [many] de membres ont été présents ou représentés
           *[other] membres ont été présents ou représentés
        } à l’Assemblée générale entre le { $from } et le { $to }.
    .rule = On compte une fois chaque membre présent ou représenté à une réunion de l’Assemblée générale tenue au cours de la période.
    .unit = membres
    .title = Membres à l’Assemblée générale

## Secretariat

figure-staff-women =
    { $n ->
        [one] femme
        [many] de femmes
       *[other] femmes
    }
    .verb = dans l’équipe professionnelle du Secrétariat
    .sentence =
        { $shown } { $n ->
            [one] femme travaillait
            [many] de femmes travaillaient
           *[other] femmes travaillaient
        } dans l’équipe professionnelle du Secrétariat au { $at }.
    .rule = On compte les femmes qui occupent ce jour-là un poste professionnel au Secrétariat.
    .unit = personnes
    .title = Femmes dans l’équipe du Secrétariat

figure-staff-men =
    { $n ->
        [one] homme
        [many] d’hommes
       *[other] hommes
    }
    .verb = dans l’équipe professionnelle du Secrétariat
    .sentence =
        { $shown } { $n ->
            [one] homme travaillait
            [many] d’hommes travaillaient
           *[other] hommes travaillaient
        } dans l’équipe professionnelle du Secrétariat au { $at }.
    .rule = On compte les hommes qui occupent ce jour-là un poste professionnel au Secrétariat.
    .unit = personnes
    .title = Hommes dans l’équipe du Secrétariat

figure-interns-women =
    { $n ->
        [one] femme
        [many] de femmes
       *[other] femmes
    }
    .verb = en stage au Secrétariat
    .sentence =
        { $shown } { $n ->
            [one] femme a effectué
            [many] de femmes ont effectué
           *[other] femmes ont effectué
        } un stage au Secrétariat à un moment entre le { $from } et le { $to }.
    .rule = On compte les femmes ayant effectué un stage au Secrétariat à tout moment de la période, une seule fois chacune.
    .unit = personnes
    .title = Femmes stagiaires

figure-interns-men =
    { $n ->
        [one] homme
        [many] d’hommes
       *[other] hommes
    }
    .verb = en stage au Secrétariat
    .sentence =
        { $shown } { $n ->
            [one] homme a effectué
            [many] d’hommes ont effectué
           *[other] hommes ont effectué
        } un stage au Secrétariat à un moment entre le { $from } et le { $to }.
    .rule = On compte les hommes ayant effectué un stage au Secrétariat à tout moment de la période, une seule fois chacun.
    .unit = personnes
    .title = Hommes stagiaires

## Voice in the global agenda

figure-call-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = en soutien à l’appel
    .sentence =
        { $shown } { $n ->
            [one] membre a adhéré
            [many] de membres ont adhéré
           *[other] membres ont adhéré
        } à l’appel du réseau entre le { $from } et le { $to }.
    .rule = On compte les membres ayant adhéré à l’appel au cours de la période, une seule fois chacun.
    .unit = membres
    .title = Membres soutenant l’appel

figure-call-partners =
    { $n ->
        [one] entité partenaire
        [many] d’entités partenaires
       *[other] entités partenaires
    }
    .verb = en soutien à l’appel
    .sentence =
        { $shown } { $n ->
            [one] entité partenaire a adhéré
            [many] d’entités partenaires ont adhéré
           *[other] entités partenaires ont adhéré
        } à l’appel du réseau entre le { $from } et le { $to }.
    .rule = On compte les entités qui ne sont ni membres ni gouvernements locaux ayant adhéré à l’appel au cours de la période, une seule fois chacune.
    .unit = entités
    .title = Entités partenaires soutenant l’appel

figure-call-endorsers =
    { $n ->
        [one] gouvernement ou entité
        [many] de gouvernements et entités
       *[other] gouvernements et entités
    }
    .verb = en soutien à l’appel
    .sentence =
        { $shown } { $n ->
            [one] gouvernement ou entité a adhéré
            [many] de gouvernements et entités ont adhéré
           *[other] gouvernements et entités ont adhéré
        } à l’appel du réseau entre le { $from } et le { $to }.
    .rule = On compte les gouvernements et les entités, membres ou non, ayant adhéré à l’appel au cours de la période, une seule fois chacun.
    .unit = gouvernements et entités
    .title = Adhésions à l’appel

figure-global-events =
    { $n ->
        [one] événement mondial
        [many] d’événements mondiaux
       *[other] événements mondiaux
    }
    .verb = avec participation active
    .sentence =
        { $shown } { $n ->
            [one] événement mondial s’est tenu
            [many] d’événements mondiaux se sont tenus
           *[other] événements mondiaux se sont tenus
        } avec la participation active du réseau entre le { $from } et le { $to }.
    .rule = On compte une fois chaque événement de portée mondiale tenu au cours de la période que le réseau a piloté, copiloté ou auquel il a pris part.
    .unit = événements
    .title = Événements mondiaux

figure-declarations =
    { $n ->
        [one] déclaration politique
        [many] de déclarations politiques
       *[other] déclarations politiques
    }
    .verb = avec contribution et soutien
    .sentence =
        { $shown } { $n ->
            [one] déclaration politique a reçu
            [many] de déclarations politiques ont reçu
           *[other] déclarations politiques ont reçu
        } la contribution ou le soutien du réseau entre le { $from } et le { $to }.
    .rule = On compte les déclarations de la période auxquelles le réseau a contribué ou qu’il a soutenues, une seule fois chacune.
    .unit = déclarations
    .title = Déclarations politiques

figure-campaigns =
    { $n ->
        [one] campagne mondiale
        [many] de campagnes mondiales
       *[other] campagnes mondiales
    }
    .verb = avec pilotage et appui
    .sentence =
        { $shown } { $n ->
            [one] campagne mondiale a bénéficié
            [many] de campagnes mondiales ont bénéficié
           *[other] campagnes mondiales ont bénéficié
        } du pilotage ou de l’appui du réseau entre le { $from } et le { $to }.
    .rule = On compte les campagnes actives à un moment de la période que le réseau a pilotées ou appuyées.
    .unit = campagnes
    .title = Campagnes mondiales

figure-partner-organisations =
    { $n ->
        [one] organisation partenaire
        [many] d’organisations partenaires
       *[other] organisations partenaires
    }
    .verb = avec un partenariat en cours
    .sentence =
        { $shown } { $n ->
            [one] organisation entretenait
            [many] d’organisations entretenaient
           *[other] organisations entretenaient
        } un partenariat avec le réseau au { $at }.
    .rule = On compte les organisations ayant un partenariat en vigueur ce jour-là, une seule fois chacune ; avoir signé un accord ou soutenu un appel ne suffit pas.
    .unit = organisations
    .title = Organisations partenaires

## Capacity

figure-learning-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = dans des activités d’apprentissage
    .sentence =
        { $shown } { $n ->
            [one] membre a participé
            [many] de membres ont participé
           *[other] membres ont participé
        } à des activités d’apprentissage et de renforcement des capacités entre le { $from } et le { $to }.
    .rule = On compte les membres ayant au moins une personne participante à une activité d’apprentissage tenue au cours de la période, une seule fois chacun.
    .unit = membres
    .title = Membres dans les activités d’apprentissage

figure-learning-activities =
    { $n ->
        [one] activité d’apprentissage
        [many] d’activités d’apprentissage
       *[other] activités d’apprentissage
    }
    .verb = et de renforcement des capacités
    .sentence =
        { $shown } { $n ->
            [one] activité d’apprentissage et de renforcement des capacités s’est tenue
            [many] d’activités d’apprentissage et de renforcement des capacités se sont tenues
           *[other] activités d’apprentissage et de renforcement des capacités se sont tenues
        } entre le { $from } et le { $to }.
    .rule = On compte les activités d’apprentissage tenues au cours de la période ; celles qui ont été reportées ou annulées ne comptent pas.
    .unit = activités
    .title = Activités d’apprentissage

figure-pilot-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = dans des projets pilotes actifs
    .sentence =
        { $shown } { $n ->
            [one] membre a fait
            [many] de membres ont fait
           *[other] membres ont fait
        } partie de projets pilotes actifs entre le { $from } et le { $to }.
    .rule = On compte les membres qui pilotent ou partagent un projet pilote du réseau actif à un moment de la période, une seule fois chacun.
    .unit = membres
    .title = Membres dans les projets pilotes

figure-pilot-projects =
    { $n ->
        [one] projet pilote actif
        [many] de projets pilotes actifs
       *[other] projets pilotes actifs
    }
    .verb = au cours de la période
    .sentence =
        { $shown } { $n ->
            [one] projet pilote a été actif
            [many] de projets pilotes ont été actifs
           *[other] projets pilotes ont été actifs
        } à un moment entre le { $from } et le { $to }.
    .rule = On compte les projets pilotes pilotés ou appuyés par le réseau en cours à tout moment de la période, même s’ils ont commencé avant ou se poursuivent après.
    .unit = projets
    .title = Projets pilotes

figure-publications =
    { $n ->
        [one] nouvelle publication
        [many] de nouvelles publications
       *[other] nouvelles publications
    }
    .verb = du réseau
    .sentence =
        { $shown } { $n ->
            [one] nouvelle publication du réseau est parue
            [many] de nouvelles publications du réseau sont parues
           *[other] nouvelles publications du réseau sont parues
        } entre le { $from } et le { $to }.
    .rule = On compte les publications dont le premier fichier est paru au cours de la période ; les autres langues d’une même publication n’ajoutent rien.
    .unit = publications
    .title = Nouvelles publications

figure-experts-collaborated =
    { $n ->
        [one] experte ou expert
        [many] d’expertes et experts
       *[other] expertes et experts
    }
    .verb = en collaboration avec le réseau
    .sentence =
        { $shown } { $n ->
            [one] experte ou expert a collaboré
            [many] d’expertes et experts ont collaboré
           *[other] expertes et experts ont collaboré
        } avec le réseau entre le { $from } et le { $to }.
    .rule = On compte une fois chaque personne intervenue à titre d’expert dans une activité de la période, même à plusieurs reprises.
    .unit = personnes
    .title = Expertes et experts ayant collaboré

figure-experts-women = femmes
    .verb = parmi les expertes et experts
    .sentence =
        Sur les { $base } expertes et experts au genre précisé ayant collaboré avec le réseau entre le { $from } et le { $to }, { $counted } { $counted ->
            [one] est une femme
            [many] sont des femmes
           *[other] sont des femmes
        }.
    .rule = Femmes parmi les expertes et experts dont le genre est précisé ; les autres sont indiqués à part et le genre n’est jamais déduit d’un prénom.
    .unit = expertes et experts
    .title = Femmes parmi les expertes et experts (%)

figure-experts-men = hommes
    .verb = parmi les expertes et experts
    .sentence =
        Sur les { $base } expertes et experts au genre précisé ayant collaboré avec le réseau entre le { $from } et le { $to }, { $counted } { $counted ->
            [one] est un homme
            [many] sont des hommes
           *[other] sont des hommes
        }.
    .rule = Hommes parmi les expertes et experts dont le genre est précisé ; les autres sont indiqués à part et le genre n’est jamais déduit d’un prénom.
    .unit = expertes et experts
    .title = Hommes parmi les expertes et experts (%)

figure-experts-registered =
    { $n ->
        [one] experte ou expert
        [many] d’expertes et experts
       *[other] expertes et experts
    }
    .verb = avec un profil enregistré
    .sentence =
        { $shown } { $n ->
            [one] experte ou expert avait
            [many] d’expertes et experts avaient
           *[other] expertes et experts avaient
        } un profil enregistré sur les plateformes du réseau au { $at }.
    .rule = On compte les personnes ayant ce jour-là un profil d’expert actif sur une plateforme propre au réseau, une seule fois chacune.
    .unit = personnes
    .title = Expertes et experts enregistrés

## Studies

figure-study-areas =
    { $n ->
        [one] aire métropolitaine
        [many] d’aires métropolitaines
       *[other] aires métropolitaines
    }
    .verb = dans l’étude comparative
    .sentence =
        { $shown } { $n ->
            [one] aire métropolitaine figurait
            [many] d’aires métropolitaines figuraient
           *[other] aires métropolitaines figuraient
        } dans l’étude comparative au { $at }.
    .rule = On compte les aires métropolitaines ayant au moins une observation dans l’édition en vigueur de l’étude.
    .unit = aires métropolitaines
    .title = Aires métropolitaines de l’étude

figure-study-members =
    { $n ->
        [one] membre
        [many] de membres
       *[other] membres
    }
    .verb = dans les aires de l’étude comparative
    .sentence =
        { $shown } { $n ->
            [one] membre opérait
            [many] de membres opéraient
           *[other] membres opéraient
        } dans les aires métropolitaines de l’étude comparative au { $at }.
    .rule = On compte les membres qui gouvernent une aire métropolitaine de l’étude ; plusieurs membres peuvent partager une aire.
    .unit = membres
    .title = Membres dans les aires de l’étude

figure-study-indicators =
    { $n ->
        [one] indicateur
        [many] d’indicateurs
       *[other] indicateurs
    }
    .verb = dans l’étude comparative
    .sentence =
        { $shown } { $n ->
            [one] indicateur composait
            [many] d’indicateurs composaient
           *[other] indicateurs composaient
        } l’étude comparative au { $at }.
    .rule = On compte les indicateurs ayant au moins une observation dans l’édition en vigueur de l’étude.
    .unit = indicateurs
    .title = Indicateurs de l’étude

figure-study-observations =
    { $n ->
        [one] donnée
        [many] de données
       *[other] données
    }
    .verb = dans l’étude comparative
    .sentence =
        { $shown } { $n ->
            [one] donnée figurait
            [many] de données figuraient
           *[other] données figuraient
        } dans l’étude comparative au { $at }.
    .rule = On compte toutes les valeurs publiées par l’édition de l’étude en vigueur ce jour-là.
    .unit = données
    .title = Données de l’étude

figure-observatories =
    { $n ->
        [one] observatoire mondial
        [many] d’observatoires mondiaux
       *[other] observatoires mondiaux
    }
    .verb = avec pilotage et appui
    .sentence =
        { $shown } { $n ->
            [one] observatoire mondial bénéficiait
            [many] d’observatoires mondiaux bénéficiaient
           *[other] observatoires mondiaux bénéficiaient
        } du pilotage ou de l’appui du réseau au { $at }.
    .rule = On compte les observatoires en activité ce jour-là que le réseau pilote ou appuie.
    .unit = observatoires
    .title = Observatoires mondiaux

## Communication

figure-channels =
    { $n ->
        [one] canal de communication
        [many] de canaux de communication
       *[other] canaux de communication
    }
    .verb = relayant le réseau
    .sentence =
        { $shown } { $n ->
            [one] canal ou média a relayé
            [many] de canaux et médias ont relayé
           *[other] canaux et médias ont relayé
        } le réseau entre le { $from } et le { $to }.
    .rule = On compte les canaux propres et les médias tiers ayant mentionné le réseau au moins une fois au cours de la période, une seule fois chacun.
    .unit = canaux et médias
    .title = Canaux de communication

figure-followers =
    { $n ->
        [one] profil abonné
        [many] de profils abonnés
       *[other] profils abonnés
    }
    .verb = sur les réseaux sociaux
    .sentence =
        { $shown } { $n ->
            [one] profil était abonné
            [many] de profils étaient abonnés
           *[other] profils étaient abonnés
        } aux canaux du réseau sur les réseaux sociaux au { $at }.
    .rule = On additionne le dernier relevé de chaque réseau social jusqu’à ce jour ; qui suit deux canaux compte deux fois.
    .unit = profils
    .title = Abonnés sur les réseaux sociaux

## Themes

figure-theme-activities =
    { $n ->
        [one] activité
        [many] d’activités
       *[other] activités
    }
    .verb = par thème
    .sentence =
        { $shown } { $n ->
            [one] activité du réseau a porté
            [many] d’activités du réseau ont porté
           *[other] activités du réseau ont porté
        } sur un ou plusieurs de ses thèmes entre le { $from } et le { $to }.
    .rule = On compte les événements, apprentissages, pilotes, campagnes, déclarations et appels de la période auxquels un thème est attribué ; une activité qui en a deux figure dans chacun et compte une seule fois dans le total.
    .unit = activités
    .title = Activités par thème

## Rows: how each of them counts

class-counted = Comptées
class-base = Dans la base
class-left-out = Exclues

## Why a row was left out

reason-date-too-vague = La date est trop imprécise pour savoir si elle tombe dans la période.
reason-no-unit = On ne sait pas à qui ou à quoi la ligne se rapporte.
reason-no-value = La valeur à additionner n’est pas précisée.
reason-not-in-the-base = Ne fait pas partie de la base du pourcentage.
reason-covered = Déjà comprise dans le décompte de référence de l’événement.
reason-undesignated = C’est un autre décompte du même événement ; seul celui de référence est utilisé.
reason-same-person = La même personne compte déjà dans cet événement.
reason-local-government = C’est un gouvernement local non membre, et non une entité partenaire.
reason-only-invited = Seule l’invitation ou l’inscription est enregistrée, non la participation.
reason-not-held = N’a pas été tenue : reportée, annulée ou encore prévue.
reason-not-active-role = Le rôle n’est pas celui d’une participation active.
reason-not-global = N’est pas de portée mondiale.
reason-not-member = N’était pas membre à cette date.
reason-is-member = Était membre à cette date.
reason-passed-on = Fonds reversés aux partenaires, et non recettes propres.
reason-in-kind = C’est un apport en nature.
reason-not-published = N’était pas publiée.
reason-gender-not-stated = Le genre n’est pas précisé.
reason-not-gender = Le genre n’est pas celui qui est compté, ou n’est pas précisé.
reason-not-online = Ne s’est pas tenue en ligne.
reason-not-a-woman = La personne en fonction n’est pas une femme, ou la fonction est vacante ou son titulaire inconnu.
reason-not-a-man = La personne en fonction n’est pas un homme, ou la fonction est vacante ou son titulaire inconnu.
reason-not-woman = La personne en fonction n’est pas une femme, ou la fonction est vacante ou son titulaire inconnu.
reason-not-man = La personne en fonction n’est pas un homme, ou la fonction est vacante ou son titulaire inconnu.
reason-not-taken = Le siège n’a pas été occupé : ni présent, ni représenté.
reason-not-present = N’était ni présent ni représenté.
reason-not-own = La plateforme n’est pas propre au réseau.
reason-not-role = Le rôle n’est pas de ceux qui sont comptés.
reason-not-state = Son état n’est pas de ceux qui sont comptés.
reason-not-scope = Sa portée n’est pas de celles qui sont comptées.
reason-not-mode = Sa modalité n’est pas de celles qui sont comptées.
reason-succession = C’est une succession : ni admission ni départ.
reason-continues = L’adhésion se poursuit sans interruption dans une autre du même membre.
reason-member-before = Il était déjà membre la veille du début de la période.
reason-member-after = Il est membre le dernier jour de la période.
reason-ended-within = L’adhésion avait de nouveau pris fin le dernier jour de la période.
reason-began-within = L’adhésion n’a commencé qu’au cours de la période.
reason-later-language = C’est une autre langue d’une publication déjà comptée.
reason-other = Ne remplit pas l’une des conditions de la règle.

figure-leaders-stated = { $n ->
    [one] gouvernement membre dont le genre de la personne dirigeante est précisé
    [many] de gouvernements membres dont le genre de la personne dirigeante est précisé
   *[other] gouvernements membres dont le genre de la personne dirigeante est précisé
    }
    .verb = à la date
    .sentence = { $shown } { $n ->
        [one] gouvernement membre a
        [many] de gouvernements membres ont
       *[other] gouvernements membres ont
    } au { $at } une personne dirigeante dont le genre est précisé.
    .rule = On compte les membres dont la personne dirigeante est en fonction ce jour-là et dont le genre est précisé.
    .unit = gouvernements
    .title = Personnes dirigeantes dont le genre est précisé

figure-undated-members = { $n ->
    [one] membre dont le premier jour n’est pas précisé
    [many] de membres dont le premier jour n’est pas précisé
   *[other] membres dont le premier jour n’est pas précisé
    }
    .verb = au plus tard dans la période
    .sentence = { $shown } { $n ->
        [one] membre a commencé entre le { $from } et le { $to } ou avant : le premier jour n’est pas précisé.
        [many] de membres ont commencé entre le { $from } et le { $to } ou avant : le premier jour n’est pas précisé.
       *[other] membres ont commencé entre le { $from } et le { $to } ou avant : le premier jour n’est pas précisé.
    }
    .rule = On compte les membres du dernier jour de la période qui ne l’étaient pas avec certitude la veille de son début, mais l’étaient peut-être ; ils ne figurent dans les arrivées d’aucune année.
    .unit = gouvernements
    .title = Membres sans premier jour précisé

figure-succeeding-members = { $n ->
    [one] membre ayant succédé à un autre
    [many] de membres ayant succédé à un autre
   *[other] membres ayant succédé à un autre
    }
    .verb = au cours de la période
    .sentence = { $shown } { $n ->
        [one] membre au { $to } a succédé à un autre après le { $from }.
        [many] de membres au { $to } ont succédé à un autre après le { $from }.
       *[other] membres au { $to } ont succédé à un autre après le { $from }.
    }
    .rule = On compte les membres du dernier jour de la période qui ne l’étaient pas la veille de son début, s’ils ont succédé à un autre membre.
    .unit = gouvernements
    .title = Membres ayant succédé à un autre

figure-left-undated-members = { $n ->
    [one] départ sans date exacte
    [many] de départs sans date exacte
   *[other] départs sans date exacte
    }
    .verb = pendant la période ou après
    .sentence = { $shown } { $n ->
        [one] gouvernement a quitté le réseau entre le { $from } et le { $to } ou après : le dernier jour n’est connu qu’en partie.
        [many] de gouvernements ont quitté le réseau entre le { $from } et le { $to } ou après : le dernier jour n’est connu qu’en partie.
       *[other] gouvernements ont quitté le réseau entre le { $from } et le { $to } ou après : le dernier jour n’est connu qu’en partie.
    }
    .rule = On compte les membres de la veille du début de la période qui ne le sont plus avec certitude le dernier jour, mais le sont peut-être ; ils ne figurent dans les départs d’aucune année.
    .unit = gouvernements
    .title = Départs sans date exacte

figure-succeeded-members = { $n ->
    [one] membre auquel un autre gouvernement a succédé
    [many] de membres auxquels un autre gouvernement a succédé
   *[other] membres auxquels un autre gouvernement a succédé
    }
    .verb = au cours de la période
    .sentence = { $shown } { $n ->
        [one] membre a eu pour successeur un autre gouvernement entre le { $from } et le { $to }.
        [many] de membres ont eu pour successeur un autre gouvernement entre le { $from } et le { $to }.
       *[other] membres ont eu pour successeur un autre gouvernement entre le { $from } et le { $to }.
    }
    .rule = On compte les membres de la veille du début de la période qui ne le sont plus le dernier jour, si un autre gouvernement leur a succédé.
    .unit = gouvernements
    .title = Membres auxquels un autre gouvernement a succédé
