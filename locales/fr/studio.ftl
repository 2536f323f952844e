# Les mots de l’atelier des chiffres : listes, unités et conditions, et la page où l’on choisit.
# listing-<list> (.row says what a row is) and rows-<list> as it stands inside a sentence; units-<what is counted>, plural.

## Lists

listing-activities = Activités
    .row = Chaque ligne est une activité, le jour où elle commence.
rows-activities = les activités qui commencent
listing-lasting-activities = Activités en cours
    .row = Chaque ligne est une activité tant qu’elle dure : pilotes, campagnes, observatoires.
rows-lasting-activities = les activités en cours
listing-participations = Participations aux activités
    .row = Chaque ligne est une personne ou une organisation qui a participé à une activité, avec son rôle.
rows-participations = les participations aux activités
listing-participants = Participants aux activités en cours
    .row = Chaque ligne est un participant à une activité, tant que l’activité dure.
rows-participants = les participants aux activités
listing-head-counts = Décomptes de participants
    .row = Chaque ligne est un nombre de personnes d’un genre à une activité, ou une personne connue par son nom.
rows-head-counts = les décomptes de participants
listing-theme-marks = Thèmes des activités
    .row = Chaque ligne est un thème dont traite une activité, le jour où elle commence.
rows-theme-marks = les thèmes des activités qui commencent
listing-publications = Publications
    .row = Chaque ligne est une publication, le jour de sa première langue.
rows-publications = les publications
listing-mentions = Mentions dans les canaux et médias
    .row = Chaque ligne est un jour où un canal ou un média a parlé du réseau.
rows-mentions = les mentions dans les canaux et médias
listing-readings = Relevés d’abonnés
    .row = Chaque ligne est le nombre d’abonnés d’un canal le jour du relevé.
rows-readings = les relevés d’abonnés
listing-income = Recettes
    .row = Chaque ligne est une ligne des comptes, à sa date comptable.
rows-income = les lignes de recettes
listing-signatures = Signatures d’accords
    .row = Chaque ligne est la signature d’un accord par une organisation.
rows-signatures = les signatures d’accords
listing-seats = Sièges dans les organes
    .row = Chaque ligne est un siège dans un organe du réseau, tant qu’il existe.
rows-seats = les sièges dans les organes
listing-meetings = Réunions statutaires
    .row = Chaque ligne est une réunion d’un organe.
rows-meetings = les réunions statutaires
listing-attendances = Présence aux réunions statutaires
    .row = Chaque ligne est un membre ou un siège qui devait être à une réunion, et s’il y était.
rows-attendances = les présences aux réunions statutaires
listing-practices = Pratiques urbaines
    .row = Chaque ligne est une pratique urbaine, tant qu’elle figure sur sa plateforme.
rows-practices = les pratiques urbaines
listing-initiatives = Initiatives
    .row = Chaque ligne est une initiative, tant qu’elle figure sur sa plateforme.
rows-initiatives = les initiatives
listing-expert-profiles = Profils d’experts
    .row = Chaque ligne est une personne experte inscrite sur une plateforme, tant qu’elle l’est.
rows-expert-profiles = les profils d’experts
listing-members = Membres
    .row = Chaque ligne est l’adhésion d’un gouvernement, tant qu’elle est en vigueur.
rows-members = les adhésions en vigueur
listing-admissions = Admissions
    .row = Chaque ligne est une adhésion, le jour où elle prend effet.
rows-admissions = les admissions de membres
listing-departures = Départs
    .row = Chaque ligne est une adhésion, au premier jour après le dernier.
rows-departures = les départs de membres
listing-leaders = Dirigeants des gouvernements
    .row = Chaque ligne est la personne qui dirige un gouvernement, dès sa prise de fonctions ; les vacances sont aussi des lignes.
rows-leaders = les mandats de dirigeants
listing-undated-admissions = Admissions sans date exacte
    .row = Chaque ligne est une adhésion commencée pendant la période ou avant, un jour qui n’est pas précisé.
rows-undated-admissions = les admissions sans date exacte
listing-undated-departures = Départs sans date exacte
    .row = Chaque ligne est une adhésion qui a pris fin dans la période ou après, à une date connue seulement en partie.
rows-undated-departures = les départs sans date exacte
listing-study-observations = Valeurs de l’étude comparative
    .row = Chaque ligne est une valeur publiée par l’édition de l’étude en vigueur.
rows-study-observations = les valeurs de l’étude comparative
listing-governments-of-studied-areas = Gouvernements des aires étudiées
    .row = Chaque ligne est un gouvernement d’une aire métropolitaine qui figure dans l’étude.
rows-governments-of-studied-areas = les gouvernements des aires étudiées
listing-partnerships = Partenariats
    .row = Chaque ligne est une organisation partenaire, tant qu’elle l’est.
rows-partnerships = les partenariats
listing-staff = Équipe du Secrétariat
    .row = Chaque ligne est une personne en poste ou en stage au Secrétariat.
rows-staff = les postes du Secrétariat

## What is counted

units-organisation = organisations distinctes
units-person = personnes distinctes
units-activity = activités distinctes
units-region = régions distinctes
units-theme = thèmes distincts
units-place = villes et lieux distincts
units-practice = pratiques urbaines distinctes
units-initiative = initiatives distinctes
units-platform = plateformes distinctes
units-meeting = réunions distinctes
units-agreement = accords distincts
units-area = aires métropolitaines distinctes
units-indicator = indicateurs distincts
units-edition = éditions de l’étude distinctes
units-channel = canaux distincts
units-record = canaux et médias distincts
units-row = lignes
units-country = pays distincts
units-currency = monnaies distinctes
units-subject = sujets distincts

## Columns

listed-activities-record = Activité
listed-lasting-activities-record = Activité
listed-lasting-activities-activity = Type d’activité
listed-lasting-activities-role = Rôle du réseau
listed-participations-record = Activité
listed-participations-activity = Type d’activité
listed-participants-record = Activité
listed-participants-activity = Type d’activité
listed-head-counts-record = Activité
listed-head-counts-activity = Type d’activité
listed-head-counts-role = Rôle du réseau
listed-theme-marks-record = Activité
listed-theme-marks-activity = Type d’activité
listed-publications-record = Publication
listed-signatures-record = Accord
listed-signatures-agreement = Type d’accord
listed-practices-record = Pratique urbaine
listed-initiatives-record = Initiative
column-leader = Dirigeant du gouvernement
column-series = Série
column-succession = Succession d’un membre
column-continues = Se poursuit sans interruption
column-member-before = Membre avant la période
column-member-after = Membre à la fin de la période
column-lasts = Dure jusqu’à la fin de la période
column-lasted = Remonte à avant la période
column-rule = Règle
column-version = Version
column-one = Ce qui est compté (un)
column-many = Ce qui est compté (plusieurs)
column-explained = Règle en une phrase

## The page

studio-title = Atelier des chiffres
studio-intro = Choisissez ce qui est compté : le chiffre, la règle en une phrase et les lignes dont il provient changent à mesure que vous choisissez. Rien n’est conservé tant que vous ne le demandez pas.
studio-changing = Changer la règle : { $figure }
studio-change-rule = Changer cette règle
studio-choices = Ce qui est compté et comment
studio-counted = Ce qui est compté
studio-counted-also = Ou aussi
studio-base = Sur quelle base
studio-one-more = Compter aussi une autre liste
studio-take-away = Retirer cette liste
studio-listing = Liste
studio-on = On compte chaque…
studio-each-row = ligne de la liste
studio-when = Quand
studio-when-at-end = En vigueur le dernier jour de la période
studio-when-overlapping = En vigueur un jour au moins de la période
studio-when-within = Pendant la période
studio-when-last = Dernier relevé de chaque « { $column } »
studio-add = Ajouter une condition
studio-add-none = Choisissez une colonne…
studio-does = Les autres lignes
studio-does-of = ne sont pas examinées
studio-does-keep = sont exclues, avec leur motif
studio-does-none = comptent aussi (retirer la condition)
studio-record = Ajouter par nom ou code
studio-how = Comment c’est compté
studio-shape = Type de chiffre
studio-shape-total = Un total
studio-shape-share = Un pourcentage
studio-measure = Mesure
studio-measure-units = Compter, chacun une seule fois
studio-measure-sum = Additionner « { $column } »
studio-measure-sum-once = Additionner « { $column } », une seule fois par « { $once } »
studio-shown = Ventilation, écriture et date
studio-by = Ventiler par
studio-by-column = Par { $column }
studio-at = Dernier jour de la période
studio-floor = « Plus de » : arrondir au multiple inférieur de
studio-decimals = Décimales au plus
studio-show = Afficher le chiffre
studio-result = Le chiffre
studio-number = Chiffre
studio-wanting = Pour afficher le chiffre, il manque :
studio-wanting-at = { $column } : { $words }
studio-amounts-hidden = Les montants ne sont pas publics : choisissez un pourcentage.
studio-file = Le texte de son fichier
studio-download = Télécharger le fichier

## Trying a rule

studio-trying = Essayer la règle sur d’autres années
studio-trying-note = À côté, la règle adoptée (version { $version }). Rien ne change avant l’enregistrement.
studio-trying-same = C’est encore la règle adoptée : changez quelque chose, par exemple une valeur d’une condition, et voyez ici ce qui change chaque année.
studio-trying-unlike = La règle adoptée est un autre type de chiffre : il n’y a rien à comparer.
studio-adopted = Adoptée
studio-tried = Essayée
studio-difference = Écart
studio-points = { $points } pt
studio-moved-hidden = On ne montre pas qui ils sont.

## Saving

studio-save = Enregistrer ce chiffre
studio-save-now = Enregistrer au registre
studio-back = Revenir aux choix
studio-key = Nom dans l’adresse
studio-key-hint = Minuscules sans accents, chiffres et traits d’union. Sous un autre nom, c’est un autre chiffre ; le précédent reste tel quel.
studio-version-first = Nouveau chiffre : code { $code }, version { $version }.
studio-version-next = La règle change : le code reste { $code } et elle devient la version { $version }.
studio-version-same = La règle est la même : code { $code }, version { $version } ; seuls ses mots changent.
studio-words-title = Titre court
studio-words-one = À côté du chiffre 1
studio-words-many = À côté des autres chiffres
studio-words-unit = Ce qui est compté, au pluriel
studio-words-explained = La règle en une phrase

## What is wrong at a field

studio-wrong-listing = Choisissez une des listes.
studio-wrong-unit = Toutes les listes d’un chiffre comptent la même chose : choisissez une liste qui la contient.
studio-wrong-sum = Cette colonne ne peut pas être additionnée dans ces listes : choisissez-en une autre, ou comptez.
studio-wrong-value = La condition contient une valeur que cette colonne n’admet pas : retirez-la.
studio-wrong-no-value = Cochez au moins une valeur, ou retirez la condition.
studio-wrong-no-record = Ajoutez au moins un nom, ou retirez la condition.
studio-wrong-record = Rien dans le registre ne s’appelle « { $text } » : choisissez dans la liste, ou écrivez le code.
studio-wrong-floor = Écrivez un nombre entier, comme 50, ou laissez le champ vide.
studio-wrong-decimals = Écrivez 0, 1, 2 ou 3.
studio-wrong-rule = Ces choix ne peuvent pas être comptés : changez la liste ou ce qui est compté.
studio-wrong-too-much = La règle de ce chiffre a plus de conditions que l’atelier n’en montre : choisissez à nouveau, ou modifiez son fichier.

## A rule in one sentence

studio-sentence-total = Compte les { $units } parmi { $counted }.
studio-sentence-share = Part des { $units } parmi { $base } que l’on retrouve parmi { $counted }.
studio-sentence-sum = Additionne « { $column } » pour { $counted }.
studio-sentence-sum-share = Part de la somme de « { $column } » pour { $base } qui revient à { $counted }.
studio-sentence-once = La valeur n’est additionnée qu’une fois par « { $once } ».
studio-sentence-left-out = Sont exclues, avec leur motif, les lignes qui ne remplissent pas cette condition : { $rows }.
studio-rows-at-end = { $rows } le dernier jour de la période
studio-rows-within = { $rows } pendant la période
studio-rows-overlapping = { $rows } un jour au moins de la période
studio-rows-last = { $rows }, le dernier de chaque « { $column } » au dernier jour de la période
studio-rows-where = { $rows }, où { $conditions }
studio-condition = « { $column } » est { $values }
studio-condition-holds = « { $column } » s’applique
studio-condition-fails = « { $column } » ne s’applique pas
reason-not-column = « { $column } » a une valeur que la règle ne compte pas, ou n’est pas précisé.

## Words of saved figures

studio-said-on-day = au { $at }
studio-said-in-period = entre le { $from } et le { $to }
studio-said-share = { $counted } sur { $base } :

## The table

table-saved-figures = Chiffres enregistrés
kinds-figure = Chiffres
kind-figure = Chiffre
    .inline = chiffre
error-figure-key = « { $key } » ne peut pas être le nom d’un chiffre.
    .mend = Écrivez des minuscules sans accents, des chiffres et des traits d’union, en commençant par une lettre.
error-figure-key-taken = Quelque chose dans le registre s’appelle déjà « { $key } ».
    .mend = Choisissez un autre nom ; pour changer un chiffre existant, ouvrez-le et choisissez « Changer cette règle ».
error-figure-words = Le titre, le nom, l’unité ou la règle manque, ou l’un d’eux est trop long.
    .mend = Écrivez-les dans au moins une langue, avec { $most } caractères au plus chacun.
error-figure-same = Le chiffre « { $key } » est déjà enregistré ainsi.
    .mend = Changez la règle ou les mots, ou laissez-le tel quel.
error-figure-page = Une page montre le chiffre « { $key } » d’une manière que la nouvelle règle ne permet pas.
    .mend = Conservez son type de chiffre et ses ventilations, ou enregistrez-le sous un autre nom.
error-figure-rule = Ce texte n’est pas la règle d’un chiffre.
    .mend = Copiez le texte du fichier d’un chiffre en entier, avec ses sauts de ligne.
site-error-studio-long = L’adresse de l’atelier est trop longue.
    .title = Trop de choix
    .hint = Retirez des conditions ou des valeurs, ou recommencez.
site-error-studio-half = Ces choix ne donnent pas encore de chiffre.
    .title = Il manque des choix
    .hint = Revenez à l’atelier : à chaque champ, il est dit ce qui manque.
studio-comes-in =
    { $n ->
        [one] { $n } entre avec la règle essayée au { $day }
        [many] { $n } entrent avec la règle essayée au { $day }
       *[other] { $n } entrent avec la règle essayée au { $day }
    }
studio-goes-out =
    { $n ->
        [one] { $n } sort avec la règle essayée au { $day }
        [many] { $n } sortent avec la règle essayée au { $day }
       *[other] { $n } sortent avec la règle essayée au { $day }
    }
studio-moved-more =
    { $n ->
        [one] Et { $n } autre qui n’est pas nommé.
        [many] Et { $n } autres qui ne sont pas nommés.
       *[other] Et { $n } autres qui ne sont pas nommés.
    }
