# Éditions : la page telle qu’elle a été publiée, ses signatures, ses corrections et sa vérification.

## Une édition

edition-number = Édition { $number }
edition-of-year = Édition { $number } de { $year }
publish-preview =
    { $n ->
        [one] { $edition } compterait un chiffre. Une fois publié, il ne change plus ; les corrections ultérieures sont indiquées à côté.
        [many] { $edition } compterait { $n } de chiffres. Une fois publiés, ils ne changent plus ; les corrections ultérieures sont indiquées à côté.
       *[other] { $edition } compterait { $n } chiffres. Une fois publiés, ils ne changent plus ; les corrections ultérieures sont indiquées à côté.
    }
as-printed-preview =
    { $n ->
        [one] Un chiffre du rapport de { $year } serait saisi tel qu’il a été imprimé. Il n’est jamais recalculé.
        [many] { $n } de chiffres du rapport de { $year } seraient saisis tels qu’ils ont été imprimés. Ils ne sont jamais recalculés.
       *[other] { $n } chiffres du rapport de { $year } seraient saisis tels qu’ils ont été imprimés. Ils ne sont jamais recalculés.
    }
edition-published-on = publiée le { $day }
edition-published-by = par { $by }
edition-unsigned = sections non signées : { $sections }
edition-unsigned-count =
    { $n ->
        [one] une section non signée
        [many] { $n } de sections non signées
       *[other] { $n } sections non signées
    }
edition-as-printed = telle qu’imprimée ; non recalculée
edition-source = source : { $source }
edition-replaced = remplacée par l’édition { $number }
edition-corrections-since =
    { $n ->
        [one] Une correction depuis
        [many] { $n } de corrections depuis
       *[other] { $n } corrections depuis
    }
edition-counted-at = comptée jusqu’à l’écriture { $number } du journal
edition-embargo = sous embargo jusqu’au { $day }
edition-live = La page telle qu’elle se compte aujourd’hui
edition-printed-page = Page { $page } du rapport
edition-printed-where = Où il figure
edition-printed-heading = Dans le rapport imprimé

## La liste des éditions

editions-title = Éditions et corrections
editions-heading = Éditions de { $year }
editions-intro = Une édition conserve la page telle qu’elle a été publiée, avec la règle et les lignes de chaque chiffre. Elle n’est jamais modifiée : si le registre d’aujourd’hui diffère, la différence figure ici comme correction, et une nouvelle édition peut la remplacer.
editions-none = Aucune édition n’a encore été publiée : la page est provisoire.

## Signatures

signatures-heading = Signatures de la page actuelle
signatures-intro = Chaque section est signée par qui en répond. La signature vaut tant que ses chiffres ne changent pas.
signature-section = Section
signature-state = Signature
signature-holds = Signée par { $by } le { $day }
signature-changed = Signée par { $by } le { $day } ; modifiée depuis
signature-missing = Non signée
edition-asks-for-a-signature = Il manque beaucoup de données pour calculer une part ; elle est donc publiée avec sa fourchette : { $shares }. La personne responsable devrait le confirmer par sa signature : `decapolis figures sign { $year } --section { $section } --by …`.
signed-with-unknowns = La signature couvre une part avec des données non précisées, publiée avec sa fourchette : { $shares }
signed = Signé par { $by } : { $sections }

## Corrections

corrections-heading = Différences avec le registre d’aujourd’hui
corrections-none = Il n’y en a aucune : le registre d’aujourd’hui donne la même chose.
correction-short = corrigé : { $old } → { $new }
correction-completed = complété depuis : { $new }
correction-of-rows = le chiffre reste { $value } ; des lignes de sa liste ont changé
correction-which = Fiche
correction-what = Ce qui a changé
correction-why = Pourquoi
correction-who = Qui
correction-when = Quand
correction-added = ajouté à la liste
correction-gone = retiré de la liste
correction-amount = compte pour un autre montant
correction-counted-now = ne comptait pas, compte désormais
correction-counted-no-more = comptait, ne compte plus
correction-otherwise = classé autrement
correction-not-listed =
    { $n ->
        [one] une ligne qui n’est pas montrée séparément
        [many] { $n } de lignes qui ne sont pas montrées séparément
       *[other] { $n } lignes qui ne sont pas montrées séparément
    }
correction-field = { $column } : { $old } → { $new }
correction-entry = écriture { $number }
correction-batch-reason = { $why } (motif indiqué pour tout le lot { $batch })
correction-same-shown = corrigé : de { $old } à { $new }, l’un et l’autre affichés « { $shown } »
correction-undoes = le lot { $batch } a été annulé
correction-without-reason = sans motif consigné
correction-presumably = { $why } (dernière écriture ayant modifié une table de ce chiffre)
actor-operator = Secrétariat, en ligne de commande
rule-changed = { $figure } : la règle est aujourd’hui autre (version { $old } alors, version { $new } maintenant). Ce n’est pas une correction : selon sa propre règle, l’édition reste juste.
rule-gone = { $figure } : ce chiffre n’existe plus (version { $old } alors). Ce n’est pas une correction : selon sa propre règle, l’édition reste juste.

## Vérification

proof-button = Vérifier cette édition
proof-heading = Vérification de l’édition { $number } de { $year }
proof-figure = Chiffre
proof-published = Publié
proof-list = Ce qui est conservé
proof-recount = Nouveau comptage
proof-then = Selon l’état connu ce jour-là
proof-now = Selon l’état connu aujourd’hui
proof-pages = Pages conservées
proof-page = Langue
proof-numbers = Chiffre par chiffre
proof-intact = intact
proof-altered = altéré
proof-recount-equal = égal
proof-recount-listing = différent, car une liste d’origine a changé de sens
proof-recount-not-asked = cette version du programme ne peut plus le faire
proof-recount-different = différent
proof-other-rule = selon la règle d’aujourd’hui (version { $version }) : { $value }
proof-explains-list = Ce qui est conservé : le chiffre, sa règle et chaque ligne de sa liste sont, octet par octet, comme au jour de la publication.
proof-explains-recount = Nouveau comptage : le chiffre est recompté selon sa propre règle, sur le registre tel qu’il était connu ce jour-là.
proof-explains-now = Selon l’état connu aujourd’hui : la même règle sur le registre d’aujourd’hui ; là où il diffère, il y a une correction.
proof-nothing-counted = Rien n’a été compté dans cette édition : ses chiffres sont tels qu’imprimés.
proof-summary =
    { $n ->
        [one] { $edition } : intacte ; son unique chiffre ressort égal au nouveau comptage.
        [many] { $edition } : intacte ; { $equal } chiffres sur { $n } ressortent égaux au nouveau comptage.
       *[other] { $edition } : intacte ; { $equal } chiffres sur { $n } ressortent égaux au nouveau comptage.
    }
proof-summary-printed = { $edition } : intacte, telle qu’imprimée ; il n’y a rien à recompter.
proof-summary-broken = { $edition } : la preuve a échoué ; { $equal } chiffres sur { $n } sont intacts et ressortent égaux.
proof-edition-altered = { $edition } : ce que l’édition dit d’elle-même a été altéré, ou il y a des pages, des chiffres ou des lignes en moins ou en trop.
proof-page-altered = { $edition } : la page conservée ({ $language }) a été altérée.
proof-page-differs = { $edition } : la page conservée ({ $language }) dit de « { $figure } » autre chose que le chiffre conservé.
proof-list-altered = { $edition }, { $figure } : la liste conservée a été altérée.
proof-number-altered = { $edition }, { $figure } : le chiffre conservé a été altéré, ou n’est pas celui de sa liste.
proof-recounted-otherwise = { $edition }, { $figure } : recomptée selon l’état connu ce jour-là, la liste est autre.
proof-row-altered = { $edition }, { $figure } : la ligne { $row } n’est pas celle que donne le nouveau comptage.

## Ce qui ne se peut pas, et que faire

site-error-edition = Il n’y a pas d’édition portant le code { $code }.
    .title = Édition introuvable
    .hint = La page de l’année mène à toutes ses éditions.
error-page-empty = Il n’y a aucun chiffre sur la page de { $year }.
    .mend = Importez d’abord les données de cette année ; `decapolis figures --at` montre les chiffres.
error-page-balance = Sur la page de { $year }, les étapes du bilan donnent { $sum }, mais sa dernière ligne dit { $result }.
    .mend = Mettez dans le fichier de la page les six étapes du bilan de `pages/annual.toml`, puis publiez à nouveau.
error-page-year = Il n’y a pas de page pour l’année « { $text } ».
    .mend = Écrivez une année de { $from } à { $to }, ou la première et la dernière : 2018-2020.
error-section-unknown = La page n’a pas de section « { $text } ».
    .mend = Écrivez l’une de celles-ci : { $sections }.
error-signer-missing = Le signataire manque.
    .mend = Écrivez le nom et la fonction avec --by, en 200 caractères au plus.
error-edition-unchanged = Rien n’a changé depuis l’édition { $number } de { $year }.
    .mend = Publiez de nouveau quand le registre ou la page diront autre chose.
error-sections-unsigned = La page de { $year } exige la signature de toutes ses sections. Manquent : { $sections }.
    .mend = Signez-les avec `decapolis figures sign { $year } --section … --by …`.
error-unknowns-unsigned = La page de { $year } publie une part avec sa fourchette, car plus de { $most } % de sa base n’est pas précisé : { $shares }. Pour la publier, il faut une signature qui l’assume.
    .mend = Complétez les données ou signez : `decapolis figures sign { $year } --section { $section } --by …`.
error-share-impossible = « { $figure } » n’est pas une part en { $year } : sa base est inférieure à zéro, ou la partie dépasse le tout.
    .mend = Consultez les lignes avec `decapolis figures why { $key } --at …` et corrigez-les : un remboursement figure peut-être dans une autre année ou sous un autre poste que son paiement.
error-printed-line = La ligne { $row } du rapport ne se comprend pas : { $text }.
    .mend = Les colonnes sont figure ou label (label_es …), printed, note (note_es …) et page ; chaque ligne a un chiffre connu ou un nom, et le nombre tel qu’imprimé.
error-printed-empty = Le rapport n’a aucune ligne.
    .mend = Écrivez une ligne par nombre imprimé.
error-source-missing = Il manque la source du rapport.
    .mend = Dites avec --source où il a été lu : titre, année, adresse.
error-printed-year = { $year } n’est pas l’année d’un rapport déjà imprimé.
    .mend = Écrivez une année entre 1900 et celle-ci.
error-editions-altered = La preuve d’au moins une édition a échoué.
    .mend = Comparez les lignes nommées avec une sauvegarde ; le journal dit qui a écrit quoi et quand.
error-table-not-in-files = La table { $table } n’est écrite que par le programme.
    .mend = Retirez ce fichier : les éditions se publient avec `decapolis figures publish`.
export-without-editions =
    { $n ->
        [one] L’édition publiée reste en dehors : ses lignes n’ont de sens que dans ce registre. Une copie de la base de données la conserve.
        [many] Les { $n } d’éditions publiées restent en dehors : leurs lignes n’ont de sens que dans ce registre. Une copie de la base de données les conserve.
       *[other] Les { $n } éditions publiées restent en dehors : leurs lignes n’ont de sens que dans ce registre. Une copie de la base de données les conserve.
    }

## Tables et colonnes

table-page-editions = Éditions de la page
table-edition-pages = Pages conservées
table-edition-numbers = Chiffres conservés
table-edition-groups = Ventilations conservées
table-edition-rows = Lignes conservées
table-edition-lines = Lignes imprimées
table-sign-offs = Signatures
kind-page-edition = Édition de la page
kinds-page-edition = Éditions de la page
column-number = Numéro
column-known = Écriture du journal
column-published = Publiée le
column-embargo = Embargo jusqu’au
column-signer = Signature
column-unsigned = Sections non signées
column-digest = Empreinte
column-text = Texte
column-ordinal = Ordre
column-figure = Chiffre
column-listings = Listes d’origine
column-counted = Compté
column-base = Base
column-list = Empreinte de la liste
column-breakdown = Ventilation
column-part = Partie
column-row = Ligne
column-class = Classe
column-reason = Motif
column-printed = Tel qu’imprimé
column-page = Page
column-section = Section
column-first-year = Première année
choice-counted = comptée
choice-as-printed = telle qu’imprimée
