# Import, export and undo, as the command line and later the office say them.
# error-<key> says what is wrong and .mend how to mend it; where it is comes before it, from transfer-where.

## Preview of an import

transfer-preview = Aperçu : rien n’a encore été écrit.
state-new = nouvelle
state-same = identique
state-removed = supprimée
state-warning = avertissement
state-error = erreur
preview-new =
    { $n ->
        [one] { $n } nouvelle ligne
        [many] { $n } de nouvelles lignes
       *[other] { $n } nouvelles lignes
    }
preview-changed =
    { $n ->
        [one] { $n } ligne modifiée
        [many] { $n } de lignes modifiées
       *[other] { $n } lignes modifiées
    }
preview-same =
    { $n ->
        [one] { $n } ligne identique
        [many] { $n } de lignes identiques
       *[other] { $n } lignes identiques
    }
preview-removed =
    { $n ->
        [one] { $n } ligne supprimée
        [many] { $n } de lignes supprimées
       *[other] { $n } lignes supprimées
    }
preview-warnings =
    { $n ->
        [one] { $n } avertissement
        [many] { $n } d’avertissements
       *[other] { $n } avertissements
    }
preview-errors =
    { $n ->
        [one] { $n } erreur
        [many] { $n } d’erreurs
       *[other] { $n } erreurs
    }
preview-more-errors =
    et { $n ->
        [one] { $n } autre erreur
        [many] { $n } d’autres erreurs
       *[other] { $n } autres erreurs
    }
preview-change = { $column } : « { $old } » → « { $new } »
preview-blocked = L’importation est impossible tant que les erreurs ne sont pas corrigées ; rien n’a été écrit.
preview-apply = Pour écrire ces modifications, relancez la commande avec { $option }.

## Done

import-done =
    { $n ->
        [one] { $n } ligne importée
        [many] { $n } de lignes importées
       *[other] { $n } lignes importées
    } dans le lot { $batch }.
    .undo = Pour l’annuler : { $command }
undo-done =
    Lot { $batch } annulé : { $n ->
        [one] { $n } ligne est revenue
        [many] { $n } de lignes sont revenues
       *[other] { $n } lignes sont revenues
    } à leur état antérieur.
export-done =
    { $n ->
        [one] { $n } ligne écrite
        [many] { $n } de lignes écrites
       *[other] { $n } lignes écrites
    } dans { $file }.

## Warnings

warning-no-last-line-end = La dernière ligne de { $file } ne se termine pas par un saut de ligne : le fichier est peut-être incomplet.
    .mend = Vérifiez que la dernière ligne est complète.
warning-outside-its-days = La date { $day } est en dehors des dates de la fiche à laquelle la ligne se réfère : { $days }.
    .mend = Corrigez la date, ou celles de la fiche à laquelle la ligne se réfère. La ligne est écrite telle quelle et compte à sa propre date.

## L’historique des importations

history-register-import = importation
history-undoes = annule { $batch }
history-undone = annulé par { $batch }
history-empty = Rien n’a encore été importé.
history-more = Il y en a d’autres : { $command } indique combien en afficher.

## Errors: the file

error-no-files = Il n’y a aucun fichier à importer dans { $file }.
    .mend = Indiquez un fichier CSV ou un dossier qui en contient, portant le nom de leur table : memberships.csv.
error-empty-file = Le fichier { $file } est vide.
    .mend = Sa première ligne doit contenir les noms des colonnes.
error-not-utf8 = Le fichier { $file } n’est pas du texte en UTF-8 : l’erreur se trouve à l’octet { $byte }.
    .mend = Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 ».
error-cut-file = Le fichier { $file } est tronqué : un guillemet s’ouvre et ne se ferme pas.
    .mend = Téléchargez-le ou exportez-le de nouveau, ou cherchez-y le guillemet manquant.
warning-turns-the-writing = Le texte contient { $character }, un signe invisible qui inverse le sens de l’écriture ; les pages l’affichent de sorte qu’il n’inverse rien d’autre.
    .mend = Supprimez le signe s’il n’a pas été mis à dessein.
error-backslash = Dans { $file }, les guillemets à l’intérieur d’une cellule sont précédés d’une barre oblique inverse (\"). Dans un fichier CSV, on les double ("").
    .mend = Exportez de nouveau le fichier avec des guillemets doublés, ou enregistrez-le comme classeur (.xlsx).
error-quote-swallows = Une cellule de cette ligne contient des lignes entières : un guillemet a été ouvert et se ferme plusieurs lignes plus loin.
    .mend = Cherchez dans cette ligne un guillemet de trop, ou fermez-le à la fin de sa cellule.
error-too-many-columns = Le fichier { $file } compte plus de { $most } colonnes.
    .mend = Vérifiez que les colonnes sont séparées par des virgules et que le fichier est bien celui de la table.
error-unknown-table = Le fichier { $file } ne porte le nom d’aucune table.
    .mend = Donnez-lui le nom de l’une de ces tables : { $tables }.
error-unknown-column = La colonne « { $column } » n’existe pas dans cette table.
    .mend = Corrigez son nom ou supprimez la colonne. Il existe : { $columns }.
error-missing-column = La colonne « { $column } » est absente.
    .mend = Ajoutez-la à la première ligne et remplissez-la dans chaque ligne.
error-header-twice = La colonne « { $column } » figure deux fois.
    .mend = Supprimez l’une des deux ou changez son nom.
error-bad-row-length = La ligne compte { $found } cellules et la première ligne { $expected } colonnes.
    .mend = Vérifiez les virgules et les guillemets de la ligne : un texte contenant des virgules se met entre guillemets.

## Errors: a cell

error-required = Cette cellule ne peut pas rester vide.
    .mend = Saisissez une valeur ou retirez la ligne.
error-not-a-day = « { $text } » n’est pas une date.
    .mend = Écrivez 2020-12-31, ou bien 2020-12 ou 2020 si le jour n’est pas connu ; ../2020-12-31 si l’on sait seulement que c’était au plus tard ce jour-là.
error-not-one-day = « { $text } » n’est pas un jour précis.
    .mend = Écrivez l’année, le mois et le jour : 2020-12-31.
error-day-too-vague = La date « { $text } » est trop imprécise pour cette colonne.
    .mend = Écrivez au moins l’année : 2020, 2020-12 ou 2020-12-31.
error-year-far = L’année de « { $text } » est loin de celles du registre.
    .mend = Écrivez l’année du calendrier commun. Si l’année est juste, ajoutez --years avec la première et la dernière année justes : --years 1850..2030.
error-day-placeholder = « { $text } » est ce qu’écrivent les programmes quand ils ne connaissent pas la date.
    .mend = Laissez la cellule vide, ou écrivez la date. Si elle est juste, ajoutez --years avec son année.
warning-days-month-first = Les dates de cette colonne ne sont pas écrites comme le registre les écrit : un tableur a réenregistré le fichier. Elles sont lues avec le mois en premier.
    .mend = Vérifiez qu’aucune date n’a changé.
warning-days-day-first = Les dates de cette colonne ne sont pas écrites comme le registre les écrit : un tableur a réenregistré le fichier. Elles sont lues avec le jour en premier.
    .mend = Vérifiez qu’aucune date n’a changé.
warning-days-year-first = Les dates de cette colonne ne sont pas écrites comme le registre les écrit : un tableur a réenregistré le fichier. Elles sont lues avec l’année en premier.
    .mend = Vérifiez qu’aucune date n’a changé.
error-days-order = « { $text } » n’est pas un ordre de dates.
    .mend = Écrivez --days d/m/y, --days m/d/y ou --days y-m-d.
error-days-unused = Aucune date des fichiers ne dépend de l’ordre : --days n’aurait aucun effet.
    .mend = Retirez l’option. Pour les cellules au format de date et les dates comme 2020-12-31, il n’y a pas d’ordre à indiquer.
error-years-said = « { $text } » ne sont pas des années.
    .mend = Écrivez la première et la dernière année justes : --years 1850..2030.
error-years-unused = Aucune date des fichiers n’est dans des années qui seraient mises en doute : --years n’aurait aucun effet.
    .mend = Retirez l’option, ou corrigez ses années.
error-not-a-choice = « { $text } » ne fait pas partie des valeurs possibles.
    .mend = Écrivez l’une de celles-ci : { $choices }.
error-not-a-number = « { $text } » n’est pas un nombre.
    .mend = N’écrivez que des chiffres, avec un point pour les décimales : 1234.5.
error-not-a-whole-number = « { $text } » n’est pas un nombre entier.
    .mend = N’écrivez que des chiffres, sans décimales ni séparateurs : 1234.
error-below-the-least = « { $text } » est inférieur à { $least }, ce qui est impossible.
    .mend = Écrivez { $least } ou plus, ou laissez la cellule vide si le nombre n’est pas connu.
error-not-yes-or-no = « { $text } » n’est ni oui ni non.
    .mend = Écrivez yes ou no.
error-not-money = « { $text } » n’est pas un montant.
    .mend = { $digits ->
        [0] N’écrivez que le montant, sans décimales : 1234. La monnaie a sa propre colonne.
        [-1] N’écrivez que le montant, avec un point pour les décimales : 1234.5. La monnaie a sa propre colonne.
       *[other] N’écrivez que le montant, avec un point pour les décimales, { $digits } au plus : { $example }. La monnaie a sa propre colonne.
    }
error-not-a-currency = « { $text } » n’est pas le code d’une monnaie.
    .mend = Écrivez trois lettres (ISO 4217) : EUR, USD, JPY.
error-written-as-a-code = « { $text } » signifie { $code }.
    .mend = Écrivez { $code } : cette colonne contient des codes, afin que la même chose ne soit jamais comptée deux fois.
error-other-currency = Ce montant est en { $text }, mais le réseau compte en { $currency }. On n’additionne jamais des montants de monnaies différentes.
    .mend = Écrivez le montant payé dans amount et currency, convertissez-le en { $currency } dans in_network et indiquez rate, rate_day et rate_source.
error-second-currency = Ce montant est en { $text }, mais les autres sont en { $currency }, et aucune fiche ne dit dans quelle monnaie le réseau compte.
    .mend = Ajoutez la fiche du réseau avec sa monnaie (networks.csv : code, label, languages, zone, currency). Convertissez ensuite dans cette monnaie les montants en d’autres monnaies.
error-rate-missing = Ce montant a été converti, mais il manque le taux, sa date ou sa source.
    .mend = Remplissez rate, rate_day et rate_source. Si rien n’a été converti, les deux monnaies sont la même.
error-amounts-differ = Les deux montants sont dans la même monnaie, mais ne sont pas égaux.
    .mend = Écrivez le même montant dans amount et dans in_network, ou corrigez l’une des monnaies.
error-currency-in-use = Le réseau ne peut pas compter en { $text } : le registre contient des montants en { $currency } (table { $table }).
    .mend = Retirez d’abord ces lignes. Changez ensuite la monnaie et importez de nouveau les lignes avec les montants convertis en { $text }.
error-not-an-instant = « { $text } » n’est pas une date avec une heure.
    .mend = Écrivez la date, l’heure et le fuseau : 2020-11-30 10:00 Europe/Madrid, ou 2020-11-30T10:00+01:00.
error-instant-without-zone = « { $text } » ne précise pas le fuseau horaire.
    .mend = Ajoutez le fuseau ou le décalage : 2020-11-30 10:00 Europe/Madrid, ou 2020-11-30T10:00+01:00.
error-unknown-zone = « { $text } » nomme un fuseau horaire qui n’existe pas.
    .mend = Écrivez un fuseau comme Europe/Madrid ou America/Bogota, ou un décalage comme +01:00.
error-instant-at-clock-change = À « { $text } », on a changé d’heure : cette heure n’y existe pas, ou y existe deux fois.
    .mend = Écrivez-la avec son décalage : 2020-10-25T02:30+01:00.
error-instant-with-other-offset = Dans « { $text } », le décalage n’est pas celui du fuseau horaire ce jour-là.
    .mend = Corrigez l’un des deux, ou omettez le décalage.
error-control-character = La cellule contient le caractère { $character }, qui n’est pas du texte.
    .mend = Retirez-le, ou écrivez la cellule à nouveau.
error-not-a-text = « { $text } » n’est pas un texte comme cette colonne en contient.
    .mend = Écrivez les mots à nouveau, chacun dans sa langue.
error-unknown-code = Il n’y a aucune fiche de type « { $kind } » portant le code « { $text } ».
    .mend = Corrigez le code, ou ajoutez la fiche à cette même importation.
error-ambiguous-name = Plusieurs fiches s’appellent « { $text } ».
    .mend = Écrivez le code de la fiche au lieu de son nom.
error-bad-code = « { $text } » ne peut pas être un code.
    .mend = Utilisez des minuscules sans accents, des chiffres et des tirets : villa-nueva.
error-code-of-other-kind = « { $text } » est le code d’une fiche de type « { $other } », et non « { $kind } ».
    .mend = Utilisez le code d’une fiche de type « { $kind } » ; si la fiche est nouvelle, choisissez un autre code : aucun n’est réutilisé.
error-language-unknown = « { $text } » ne fait pas partie des langues du réseau.
    .mend = Utilisez le code d’une langue du réseau, comme dans label_es, ou ajoutez d’abord la langue au réseau.
error-figure-unknown = Il n’y a pas de chiffre dont la clé ou le code est « { $key } ».
    .mend = Utilisez l’une de celles-ci : { $keys }.

## Errors: a row

error-end-before-start = La fin est antérieure au début.
    .mend = Corrigez l’une des deux dates.
error-closed-without-end = « { $text } » indique que c’est terminé, mais pas depuis quand.
    .mend = Écrivez le dernier jour dans la colonne « until ». Si cela n’a jamais commencé, laissez « from » vide et écrivez dans « until » le jour de l’annulation.
error-closed-before-start = Cela s’est terminé avant d’avoir commencé.
    .mend = Corrigez l’une des deux dates. Si cela n’a jamais commencé, laissez « from » vide.
error-year-starts = « { $text } » n’est pas un jour où puisse commencer chaque année.
    .mend = Écrivez le mois et le jour avec deux chiffres chacun, comme 07-01 ; laissez la cellule vide si l’année commence le 1er janvier.
error-overlap = Cette période en chevauche une autre du même titulaire, qui commence ainsi : { $other }.
    .mend = Faites terminer l’une des deux la veille du début de l’autre.
error-marked-twice = Un autre décompte de la même activité (« { $other } ») est déjà celui qui est désigné.
    .mend = Ne laissez désigné qu’un seul type de décompte par activité.
error-code-twice = Cette ligne et la ligne { $row } donnent le même code « { $text } », alors qu’elles peuvent nommer des choses différentes.
    .mend = Si les deux nomment la même chose, supprimez-en une. Sinon, donnez à chacune un code propre : faites correspondre au code la colonne qui les distingue (--match "ID=code"), ou composez le code dans une correspondance avec plus de colonnes : code = {"{"} template = "{"{"}Pays{"}"}-{"{"}Ville{"}"}" {"}"}.
error-key-twice = Cette ligne répète la ligne { $row } : elles décrivent le même fait.
    .mend = N’en gardez qu’une.
error-key-there = Le registre le dit déjà.
    .mend = Modifiez la ligne existante, ou retirez celle-ci.
error-code-taken = Une autre fiche porte le code « { $text } ».
    .mend = Choisissez un autre code.
error-person-without-holder = La colonne « holder » et la personne ne concordent pas.
    .mend = Avec une personne, écrivez « person » sous « holder » ; sans personne, écrivez « vacant » ou « unknown ».
error-mandate-without-post = Il n’y a aucune fonction portant le code « { $text } » pour ce mandat.
    .mend = Corrigez le code, ou ajoutez d’abord la fonction dans posts.csv.
error-removal-of-unknown = Il est demandé de supprimer une ligne qui n’existe pas.
    .mend = Vérifiez son code ou sa clé, ou retirez la ligne.
error-record-in-use = Une fiche que d’autres lignes utilisent ne peut pas être supprimée ; rien n’a été écrit.
    .mend = Supprimez ou corrigez d’abord ces lignes, ou faites-le dans cette même importation.

## Errors: the whole import, export or undo

error-nothing-to-do = Il n’y a rien à faire : tout est déjà dans le registre.
    .mend = Si vous attendiez des modifications, vérifiez que vous avez choisi le bon fichier.
error-busy = Une autre importation est en cours d’écriture.
    .mend = Attendez qu’elle se termine et relancez la commande.
error-moved = Le registre a changé depuis l’aperçu ; rien n’a été écrit.
    .mend = Demandez un nouvel aperçu et vérifiez-le.
error-disk-full = Le disque est plein ; rien n’a été écrit.
    .mend = Libérez de l’espace et relancez la commande.
error-recorded-too-early = La date d’enregistrement est antérieure à la dernière du registre, { $day }.
    .mend = Indiquez { $day } ou un jour postérieur, ou aucun.
error-recorded-in-future = La date d’enregistrement { $day } n’est pas encore arrivée.
    .mend = Indiquez aujourd’hui ou un jour antérieur, ou aucun.
error-clock-behind = L’horloge de cette machine indique { $now }, soit plus d’un jour avant { $before }, dernière heure que le registre y a lue ; rien n’a été écrit.
    .mend = Réglez l’horloge. Si elle est à l’heure, acceptez-la avec `decapolis clock accept` : les écritures suivantes porteront l’heure de la dernière jusqu’à ce que l’horloge l’ait dépassée.
error-clock-ahead = L’horloge de cette machine indique { $now }, soit plus de 400 jours après { $before }, dernière heure que le registre y a lue ; rien n’a été écrit.
    .mend = Réglez l’horloge. Si elle est à l’heure, acceptez-la avec `decapolis clock accept`.
error-unavailable = Le registre est inaccessible pour le moment ; rien n’a été écrit.
    .mend = Réessayez dans un instant. Si cela dure, vérifiez que la base de données fonctionne et que son disque est lisible.
error-batch-unknown = Il n’existe aucun lot { $batch }, ou il a déjà été annulé.
    .mend = Cherchez le nom du lot : decapolis history.
error-batch-stands-on = Le lot { $batch } ne peut pas être annulé : ce qu’il a écrit dans la table « { $table } » a été modifié ou utilisé depuis.
    .mend = Annulez d’abord les lots postérieurs, en commençant par le plus récent.
error-cannot-read = Impossible de lire { $file }.
    .mend = Vérifiez qu’il existe et que vous êtes autorisé à le lire.
error-cannot-write = Impossible d’écrire dans { $file }.
    .mend = Vérifiez que le dossier existe et que vous êtes autorisé à y écrire.

## The clock

clock-now = L’horloge de cette machine indique { $now }.
clock-seen = Le registre l’a lue pour la dernière fois le { $seen }.
clock-last-entry = La dernière écriture porte le numéro { $number } et date du { $last }.
clock-nothing-to-accept = L’horloge concorde avec le registre : il n’y a rien à accepter.
clock-accepted-behind = Acceptée par l’écriture { $number }. Jusqu’à ce que l’horloge ait dépassé l’heure de la dernière écriture, toutes porteront cette heure.
clock-accepted-ahead = Acceptée par l’écriture { $number }. Les écritures suivantes porteront l’heure de cette horloge.
