# The public site around the page of a year: navigation, the page of a figure, of a record, lists, and what to do when something is wrong.

## Navigation

site-skip = Aller au contenu
site-navigation = Navigation principale
site-years = Années
site-languages = Langues
site-members = Membres
site-figures = Chiffres
site-how-counted = Comment on compte
site-how-counted-intro = Chaque nombre publié est compté à partir des fiches du réseau, selon une règle écrite. Les voici toutes.
site-back-to-year = Retour à la page de { $year }
site-about = À propos de ce site
site-trail = Fil d’Ariane
site-pages = Pages
site-made-with = Réalisé avec { $program }

## The page of a figure

site-from = Premier jour
site-at = À la date du
site-known = Tel que connu au
site-breakdown = Ventilation
# The breakdowns a figure may offer, by the name of their column.
site-by-region = par région
    .heading = Par région
site-by-category = par catégorie
    .heading = Par catégorie
site-by-gender = par genre
    .heading = Par genre
site-by-role = par rôle
    .heading = Par rôle
site-by-mode = par modalité
    .heading = Par modalité
site-by-attendance = par présence
    .heading = Par présence
site-by-meeting = par réunion
    .heading = Par réunion
site-by-theme = par thème
    .heading = Par thème
site-by-activity = par type d’activité
    .heading = Par type d’activité
site-by-record = par activité
    .heading = Par activité
site-by-basis = par origine de la recette
    .heading = Par origine de la recette
site-by-stage = par état des comptes
    .heading = Par état des comptes
site-by-partnership = par type de partenariat
    .heading = Par type de partenariat
site-by-channel = par canal
    .heading = Par canal
site-by-indicator = par indicateur
    .heading = Par indicateur
site-by-area = par aire métropolitaine
    .heading = Par aire métropolitaine
site-by-none = aucune
site-calculate = Calculer
site-ask = Calculer autrement
site-as-table = Afficher sous forme de tableau
site-groups-overlap = La somme des groupes peut dépasser le total, car une même unité peut figurer dans plusieurs.
site-per-year = Par année
site-rows = De quelles lignes il est tiré
site-download =
    { $n ->
        [one] Télécharger cette ligne
        [many] Télécharger ces { $n } de lignes
       *[other] Télécharger ces { $n } lignes
    }
site-tab-counted =
    { $n ->
        [one] { $n } comptée
        [many] { $n } comptées
       *[other] { $n } comptées
    }
site-tab-base = { $n } dans la base
site-tab-left-out =
    { $n ->
        [one] { $n } exclue
        [many] { $n } exclues
       *[other] { $n } exclues
    }
site-because = Ce qui la fait compter
site-view-units = Chaque unité une fois : { $n }
site-view-rows = Toutes les lignes qui comptent : { $n }
site-rows-of =
    { $n ->
        [one] { $n } ligne
        [many] { $n } de lignes
       *[other] { $n } lignes
    }
# Rows that the reader sees only as a number.
site-hidden-base =
    { $n ->
        [one] { $n } ligne n’est que dans la base et apparaît
        [many] { $n } de lignes ne sont que dans la base et apparaissent
       *[other] { $n } lignes ne sont que dans la base et apparaissent
    } uniquement sous forme de nombre : personne n’est présenté comme absent ou inactif.
site-hidden-left-out =
    { $n ->
        [one] { $n } ligne exclue apparaît
        [many] { $n } de lignes exclues apparaissent
       *[other] { $n } lignes exclues apparaissent
    } uniquement sous forme de nombre, avec le motif : personne n’est montré du doigt.
site-hidden-people =
    { $n ->
        [one] { $n } ligne concerne une personne et apparaît regroupée
        [many] { $n } de lignes concernent des personnes et apparaissent regroupées
       *[other] { $n } lignes concernent des personnes et apparaissent regroupées
    } : les noms ne sont pas publics.
site-hidden-amounts =
    Les montants ne sont pas publics ; le pourcentage est calculé à partir de { $n ->
        [one] { $n } ligne
        [many] { $n } de lignes
       *[other] { $n } lignes
    }.
site-no-rows = Aucune ligne.
site-parts = Parties
site-reason = Motif
site-rule-version = version { $version } de la règle
site-on-day = au { $at }
site-between = entre le { $from } et le { $to }
site-known-today = tel que connu aujourd’hui
site-known-on = tel que connu au { $day }
site-known-entry = tel que connu au { $day }, après l’écriture { $number } du journal
site-known-edition = tel que publié dans l’édition { $number } de { $year } le { $day }
site-known-now = Le nombre tel que connu aujourd’hui
site-to-come = Ce jour n’est pas encore venu : le nombre est celui connu au { $day }.
site-not-over = Cette période n’était pas terminée au { $day }, jour de cet état du registre.
site-last-written = Rien n’a été écrit dans le registre depuis le { $day } : ce qui s’est passé ensuite n’y figure pas.
site-year-until = { $year } : ce qui était écrit au { $day }.
site-only = Seul le groupe « { $name } » est compté ici. Afficher le nombre entier.
site-counts-units = on compte des { $unit }
site-next-page = Page suivante
site-first-page = Première page

## How it is counted

methods-stock = Certains chiffres sont des stocks à une date (membres, pratiques, profils) ; d’autres, ce qui s’est produit pendant une période (événements, publications, signatures). Ils ne s’additionnent jamais.
methods-share = Un pourcentage indique toujours sa base ; les cas non précisés restent dans la base et sont indiqués, sauf mention contraire de la règle.
methods-known = Chaque chiffre peut être demandé tel que connu à une autre date : les corrections ultérieures n’effacent pas ce que l’on savait.
methods-illustrative = Les données fictives sont inventées à titre d’exemple et portent toujours cette mention.
methods-groups = Groupes de chiffres
methods-signs = Signes
methods-sign-day = Situation à une date précise.
methods-sign-period = Ce qui s’est produit entre le premier et le dernier jour de la période.
methods-sign-at-least = Arrondi à l’inférieur : le nombre réel est égal ou supérieur.
methods-sign-provisional = Peut changer : les comptes ou l’année ne sont pas clos.

## The page of a record

record-illustrative =
    .hint = Cette fiche est inventée à titre d’exemple : elle ne décrit aucun gouvernement, aucune entité ni aucune personne réels.
record-left = A quitté le réseau le { $day }.
record-facts = Données
record-more =
    { $n ->
        [one] { $n } de plus
        [many] { $n } de plus
       *[other] { $n } de plus
    }
record-more-than = Il en reste plus de { $n }
record-source = Source
record-no-source = Aucune source indiquée

## Lists

list-search = Rechercher
    .placeholder = Nom
list-region = Région
list-all-regions = Toutes les régions
list-filter = Filtrer
list-at-mark = à un point de la carte
list-clear = Effacer les filtres
list-records =
    { $n ->
        [one] { $n } fiche
        [many] { $n } de fiches
       *[other] { $n } fiches
    }
list-filters = Filtres
list-members-on = Gouvernements membres au { $day }.
list-empty = Aucune fiche ne correspond.
    .hint = Essayez avec moins de mots ou effacez les filtres.

## When something is wrong

site-error-not-found = Cette page n’existe pas.
    .title = Page introuvable
    .hint = Vérifiez l’adresse ou revenez à la page de l’année.
site-error-record = Il n’y a aucune fiche publique portant le code « { $code } ».
    .title = Fiche introuvable
    .hint = Recherchez-la par son nom dans la liste.
site-error-year = Il n’y a pas de page pour cette année.
    .title = Année inconnue
    .hint = Le registre couvre les années { $from } à { $to } : choisissez-en une.
site-error-language = Ce site n’est pas disponible dans la langue « { $text } ».
    .title = Langue non disponible
    .hint = Choisissez l’une de ces langues : { $languages }.
site-error-refused = Vous n’êtes pas autorisé à consulter cette page.
    .title = Accès refusé
    .hint = Si vous pensez devoir y accéder, écrivez au Secrétariat.
site-error-broken = Une erreur s’est produite de notre côté. Son numéro est { $number }.
    .title = Erreur du serveur
    .hint = Réessayez dans un instant ; si l’erreur se répète, communiquez le numéro { $number } au Secrétariat.
site-error-date = « { $text } » n’est pas une date.
    .title = Date non valide
    .hint = Écrivez l’année, le mois et le jour : 2020-12-31.
site-error-date-order = La période se termine avant de commencer.
    .title = Période non valide
    .hint = La première date ne doit pas être postérieure à la seconde.
site-error-known-late = Personne ne sait encore ce que dira le registre ce jour-là.
    .title = Un jour à venir
    .hint = Choisissez le { $day } ou un jour antérieur, ou laissez le champ vide pour le registre d’aujourd’hui.
site-error-entry = Le journal n’a pas d’écriture { $text }.
    .title = Écriture introuvable
    .hint = Vérifiez l’adresse : après la lettre j, elle désigne une écriture du journal.
site-error-known-early = Le registre n’existait pas encore à cette date.
    .title = Trop tôt
    .hint = Le registre commence le { $day } : choisissez ce jour ou un jour postérieur.
site-error-figure = Il n’y a aucun chiffre appelé « { $text } ».
    .title = Chiffre inconnu
    .hint = Choisissez-en un dans la liste des chiffres.
site-error-breakdown = Ce chiffre ne se ventile pas ainsi.
    .title = Ventilation non disponible
    .hint = Choisissez une ventilation dans la liste.
site-error-request = L’adresse contient un élément que nous ne comprenons pas.
    .title = Requête non valide
    .hint = Revenez à la page précédente et utilisez ses liens.
site-error-unavailable = Le registre ne répond pas pour le moment.
    .title = Indisponible pour le moment
    .hint = Réessayez dans quelques secondes. Rien n’a été perdu.
site-error-host = Ce site n’est pas connu sous le nom « { $text } ».
    .title = Ce n’est pas le nom de ce site
    .hint = Utilisez l’adresse du réseau. Si vous administrez ce site, indiquez dans DECAPOLIS_ADDRESS, ou dans la fiche du réseau, le nom que les lecteurs utilisent.
site-error-control = La demande contient des caractères qui ne peuvent être ni lus ni enregistrés.
    .title = Caractères non autorisés
    .hint = Saisissez de nouveau le texte au lieu de le coller : seuls les tabulations et les sauts de ligne sont acceptés.
site-error-body = Des données ont été envoyées avec la demande, mais cette page n’en accepte pas.
    .title = Rien ne peut être envoyé ici
    .hint = Ouvrez de nouveau l’adresse dans un navigateur.
site-error-long = Ce formulaire n’accepte pas autant de texte.
    .title = Trop de texte
    .hint = Raccourcissez les textes et envoyez de nouveau le formulaire.
site-error-not-saved = Les chiffres ne peuvent pas être enregistrés ici : il n’est pas encore possible de se connecter.
    .title = Non enregistré
    .hint = Vous pouvez essayer des chiffres et télécharger le fichier. Pour en enregistrer un, lancez la démonstration ou « decapolis serve --studio » sur votre propre machine et ouvrez-la là.

## Generic words

word-region = Région
word-year = Année
word-value = Valeur
word-share = Pourcentage
word-without-region = sans région

## Panels of a record, where the name of the table is not apt

panel-organisation-placements = Région
panel-organisation-area-governments = Aire métropolitaine
panel-area-area-governments = Gouvernements
panel-activity-activities = Activités qui la composent
panel-organisation-elections = Prochaines élections
panel-organisation-attendances = Réunions statutaires
panel-meeting-attendances = Membres présents ou représentés
panel-organisation-posts = Fonctions et sièges
panel-activity-participations = Qui a participé
panel-activity-theme-marks = Thèmes
panel-theme-theme-marks = Activités et pratiques
panel-person-mandates = Mandats
