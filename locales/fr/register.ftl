# The words of the register: its tables, its kinds of record, its columns and its choices.
# `table-<name>`, `kind-<kind>` (one), `kinds-<kind>` (many), `column-<name>`, `choice-<value>`; underscores are written as hyphens.
# `column-<table>-<name>` and `choice-<table>-<value>` stand where one table needs another word than the others; look there first.
# Headings begin with a capital; `kind-<kind>.inline` and all choices are written as inside a sentence.

## Tables

table-records = Fiches
table-networks = Réseaux
table-regions = Régions
table-places = Lieux
table-areas = Aires métropolitaines
table-organisations = Organisations
table-placements = Régions des organisations
table-memberships = Adhésions
table-categories = Catégories de membres
table-area-governments = Gouvernements des aires
table-standings = Situations de cotisation
table-people = Personnes
table-posts = Fonctions
table-mandates = Mandats
table-elections = Élections
table-themes = Thèmes
table-activities = Activités
table-theme-marks = Thèmes attribués
table-goal-marks = ODD attribués
table-participations = Participations
table-head-counts = Décomptes de participants
table-language-files = Fichiers par langue
table-partnerships = Partenariats
table-agreements = Accords
table-signatures = Signatures
table-income = Recettes
table-bodies = Organes statutaires
table-meetings = Réunions statutaires
table-sessions = Sessions
table-attendances = Présences aux réunions
table-decisions = Décisions
table-platforms = Plateformes
table-practices = Pratiques urbaines
table-initiatives = Initiatives
table-expert-profiles = Profils d’experts
table-indicators = Indicateurs
table-editions = Éditions d’études
table-observations = Observations
table-channels = Canaux propres
table-outlets = Médias
table-mentions = Mentions
table-readings = Relevés d’abonnés

## Kinds of record

kind-network = Réseau
    .inline = réseau
kinds-network = Réseaux
kind-region = Région
    .inline = région
kinds-region = Régions
kind-place = Lieu
    .inline = lieu
kinds-place = Lieux
kind-area = Aire métropolitaine
    .inline = aire métropolitaine
kinds-area = Aires métropolitaines
kind-organisation = Organisation
    .inline = organisation
kinds-organisation = Organisations
kind-person = Personne
    .inline = personne
kinds-person = Personnes
kind-post = Fonction
    .inline = fonction
kinds-post = Fonctions
kind-theme = Thème
    .inline = thème
kinds-theme = Thèmes
kind-activity = Activité
    .inline = activité
kinds-activity = Activités
kind-body = Organe statutaire
    .inline = organe statutaire
kinds-body = Organes statutaires
kind-meeting = Réunion statutaire
    .inline = réunion statutaire
kinds-meeting = Réunions statutaires
kind-decision = Décision
    .inline = décision
kinds-decision = Décisions
kind-agreement = Accord
    .inline = accord
kinds-agreement = Accords
kind-platform = Plateforme
    .inline = plateforme
kinds-platform = Plateformes
kind-practice = Pratique urbaine
    .inline = pratique urbaine
kinds-practice = Pratiques urbaines
kind-initiative = Initiative
    .inline = initiative
kinds-initiative = Initiatives
kind-indicator = Indicateur
    .inline = indicateur
kinds-indicator = Indicateurs
kind-edition = Édition d’une étude
    .inline = édition d’une étude
kinds-edition = Éditions d’études
kind-channel = Canal propre
    .inline = canal propre
kinds-channel = Canaux propres
kind-outlet = Média
    .inline = média
kinds-outlet = Médias

## Columns of every record and fact

column-kind = Type de fiche
column-code = Code
column-label = Nom
column-original = Langue d’origine
column-revision = Type de révision
column-public = Public
column-source = Source
column-illustrative = Fictif
column-nature = Nature de la donnée

## Columns

column-activity = Activité
column-activities-activity = Type d’activité
column-address = Adresse web
column-agreement = Accord
column-agreements-agreement = Type d’accord
column-amount = Montant
column-application = Demande d’adhésion
column-area = Aire métropolitaine
column-assembly = Assemblée générale
column-attendance = Présence
column-award = Prix
column-basis = Origine de la recette
column-body = Organe
column-bodies-body = Type d’organe
column-boundary = Périmètre
column-by-consultation = Adoptée par consultation
column-called-on = Date de la convocation
column-carrier = Canal ou média
column-category = Catégorie
column-channel = Canal
column-channels-channel = Type de canal
column-city-as-written = Ville, telle qu’écrite dans la source
column-council-resolution = Délibération du conseil
column-count = Type de décompte
column-country = Pays
column-currency = Monnaie
column-currency-of-network = Monnaie du réseau
column-day = Date
column-elections-day = Date de l’élection
column-income-day = Date comptable
column-initiatives-day = Date de l’initiative
column-language-files-day = Date de publication
column-observations-day = Période de référence
column-readings-day = Date du relevé
column-signatures-day = Date de signature
column-standings-day = Situation au
column-decision = Décision
column-designated = Décompte de référence
column-edition = Édition de l’étude
column-ended = Fin de la mise en œuvre
column-ending = Motif du départ
column-evidence = Justificatif
column-first-payment = Premier paiement
column-followers = Abonnés
column-from = Début
column-activities-from = Début
column-agreements-from = Entrée en vigueur
column-editions-from = Publiée depuis
column-expert-profiles-from = Inscription
column-initiatives-from = Sur la plateforme depuis
column-mandates-from = Prise de fonctions
column-memberships-from = Date d’effet
column-practices-from = Sur la plateforme depuis
column-gender = Genre
column-gender-known-by = Comment le genre est connu
column-goal = Objectif de développement durable
column-holder = Titulaire
column-identifier = Identifiant externe
column-in-kind = En nature
column-in-network = Montant dans la monnaie du réseau
column-indicator = Indicateur
column-language = Langue
column-languages = Langues
column-latitude = Latitude
column-level = Niveau de gouvernement
column-licence = Licence
column-line = Ligne comptable
column-longitude = Longitude
column-main-actors = Acteurs principaux
column-meeting = Réunion
column-mode = Modalité
column-note = Note
column-organisation = Organisation
column-area-governments-organisation = Gouvernement
column-attendances-organisation = Membre
column-categories-organisation = Membre
column-elections-organisation = Gouvernement
column-memberships-organisation = Membre
column-partnerships-organisation = Organisation partenaire
column-signatures-organisation = Signataire
column-standings-organisation = Membre
column-other-names = Autres noms
column-outlet = Type de média
column-own = Plateforme propre
column-pages = Pages
column-part-of = Fait partie de
column-partnership = Type de partenariat
column-passed-on = Reversé aux partenaires
column-payer = Payeur
column-people = Personnes
column-person = Personne
column-place = Lieu
column-platform = Plateforme
column-population = Population
column-post = Fonction
column-posts-post = Type de fonction
column-progress = Avancement
column-project-area = Périmètre du projet
column-publication = Publication
column-quorum = Quorum
column-rank = Ordre
column-rate = Taux de change
column-rate-day = Date du taux de change
column-rate-source = Source du taux de change
column-ratification = Ratification par le Conseil
column-record = Fiche
column-region = Région
column-represented-by = Représenté par
column-role = Rôle
column-activities-role = Rôle du réseau
column-scope = Portée
column-seat = Siège
column-serial = Numéro d’ordre
column-session = Session
column-slogan = Slogan
column-stage = État des comptes
column-standing = Situation de cotisation
column-started = Début de la mise en œuvre
column-state = État
column-stated-by = Indiqué par
column-statutes = Version des statuts
column-study = Étude
column-subject = Sujet
column-successor = Successeur
column-summary = Résumé
column-theme = Thème
column-topic = Domaine
column-topics = Domaines
column-unit = Unité
column-until = Fin
column-activities-until = Fin
column-agreements-until = Fin de validité
column-editions-until = En vigueur jusqu’au
column-expert-profiles-until = Fin d’inscription
column-initiatives-until = Retrait de la plateforme
column-mandates-until = Fin du mandat
column-memberships-until = Dernier jour d’adhésion
column-practices-until = Retrait de la plateforme
column-value = Valeur
column-way = Mode d’accès à la fonction
column-year = Année
column-year-starts = Début de l’année
column-home-year = Année ouverte en premier
column-years-from = Première année ayant une page
column-years-until = Dernière année ayant une page
column-zone = Fuseau horaire

# Columns that lists behind figures show, besides those of the tables.

column-body-of = Organe
column-channel-of = Type de canal
column-covered = Couvert par un décompte de référence
column-member = Membre
column-post-of = Type de fonction
column-repeated = Personne répétée
column-role-of-network = Rôle du réseau

## Choices: activities

choice-series = série
choice-event = événement
choice-session = session
choice-learning = activité d’apprentissage
choice-pilot = projet pilote
choice-campaign = campagne
choice-declaration = déclaration politique
choice-call = appel
choice-publication = publication
choice-observatory = observatoire
choice-study = étude
choice-planned = prévue
choice-held = tenue
choice-postponed = reportée
choice-cancelled = annulée
choice-under-way = en cours
choice-published = publiée
choice-led = pilotage
choice-co-led = copilotage
choice-took-part = participation
choice-contributed = contribution
choice-endorsed = soutien
choice-supported = appui
choice-attended = présence
choice-learned = apprentissage
choice-hosted = accueil
choice-spoke = intervention
choice-expert = expertise
choice-partnered = partenariat
choice-invited = invitation
choice-global = mondiale
choice-regional = régionale
choice-local = locale
choice-internal = interne
choice-in-person = en présentiel
choice-online = en ligne
choice-hybrid = hybride
choice-registered = personnes inscrites
choice-present = présent
choice-head-counts-present = personnes présentes
choice-peak-online = pic de connexions simultanées

## Choices: people and posts

choice-woman = femme
choice-man = homme
choice-non-binary = non binaire
choice-not-stated = non précisé
choice-said-so = indiqué par la personne
choice-public-source = source publique
choice-partner-count = décompte d’un partenaire
choice-leader = chef de l’exécutif
choice-seat = siège dans un organe
choice-presidency = présidence
choice-professional = professionnel du Secrétariat
choice-intern = stagiaire
choice-person = personne identifiée
choice-vacant = vacant
choice-unknown = inconnu
choice-elected = par élection
choice-appointed = par nomination
choice-acting = par intérim
choice-rotating = par rotation

## Choices: members and organisations

choice-municipal = municipal
choice-metropolitan = métropolitain
choice-intermediate = intermédiaire
choice-national = national
choice-agency = agence publique
choice-association = association
choice-international = organisation internationale
choice-university = université
choice-company = entreprise
choice-other = autre
choice-resigned = démission
choice-struck-off = radiation
choice-dissolved = dissolution
choice-succeeded = succession
choice-full = membre titulaire
choice-associate = membre associé
choice-due = cotisation due
choice-settled = à jour de cotisation
choice-waived = cotisation remise
choice-unable-to-pay = dans l’impossibilité de payer
choice-contested = cotisation contestée
choice-institutional = institutionnel
choice-knowledge = de savoir
choice-private = avec le secteur privé
choice-partnerships-regional = régional

## Choices: funding

choice-financing = accord de financement
choice-cooperation = accord de coopération
choice-dues = cotisations
choice-member-partnership = partenariat avec des membres
choice-other-partnership = partenariat avec d’autres parties
choice-provisional = comptes provisoires
choice-closed = comptes arrêtés par le Conseil
choice-audited = comptes audités
choice-ratified = comptes ratifiés par l’Assemblée

## Choices: statutory meetings

choice-assembly = Assemblée générale
choice-board = Conseil d’administration
choice-committee = comité
choice-written = par écrit
choice-called = convoquée
choice-ordinary = ordinaire
choice-extraordinary = extraordinaire
choice-represented = représenté
choice-excused = excusé
choice-absent = absent

## Choices: practices, channels and outlets

choice-draft = brouillon
choice-withdrawn = retirée
choice-ongoing = en cours
choice-completed = achevée
choice-website = site web
choice-newsletter = lettre d’information
choice-social = réseau social
choice-press = presse
choice-radio = radio
choice-television = télévision
choice-journal = revue spécialisée
choice-partner = média d’un partenaire

## Choices: a row of an import

choice-change = changement à partir de maintenant
choice-correction = correction : il n’en a jamais été ainsi
choice-removal = suppression

## Yes, no and what is missing

choice-yes = oui
choice-no = non
not-stated = non précisé
none = aucun
real = réel
illustrative = fictif
person-not-public = une personne, nom non public
