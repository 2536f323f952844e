# Fichiers d’ailleurs : ce qu’on y trouve, comment leurs colonnes sont rapprochées, et les correspondances qui le disent.

## Pourquoi une ligne ne dit rien d’une table

row-left-out = La correspondance « { $mapping } » l’écarte : { $reason }
row-without-values = Toutes ses années sont vides.
row-says-nothing = La colonne « { $column } » est vide.
row-said-already = La ligne { $row } le dit déjà.
row-said-before = La ligne { $row } était la première.

## Ce qui ne va pas dans une cellule ou une ligne

error-not-a-country = « { $text } » n’est pas un pays.
    .mend = Écrivez ses deux lettres (ISO 3166) : ES pour l’Espagne.
error-may-be-a-country = « { $text } » n’est pas le nom d’un pays dans une langue de ce programme. Ce peut être : { $codes }.
    .mend = Écrivez les deux lettres du pays dont il s’agit (ISO 3166).
error-not-degrees = « { $text } » n’est ni une latitude ni une longitude.
    .mend = Écrivez des degrés, comme 48.8566 ou 48°51′N ; une latitude va de -90 à 90, une longitude de -180 à 180.
error-said-otherwise = La ligne { $row } donne d’autres valeurs pour la même chose : { $text }.
    .mend = Gardez l’une des deux lignes, ou donnez-leur les mêmes valeurs.

## Correspondances

error-mapping-unknown = Il n’y a pas de correspondance « { $name } ».
    .mend = Écrivez l’une de celles-ci, ou le chemin d’un fichier : { $names }.
error-mapping-column = La correspondance « { $mapping } » lit une colonne « { $column } » que { $file } n’a pas.
    .mend = Corrigez le nom dans la correspondance. Le fichier a : { $columns }.
error-mapping-years = La correspondance « { $mapping } » attend une colonne par année, mais l’en-tête de { $file } ne contient pas d’années.
    .mend = Vérifiez que c’est le bon fichier, ou retirez [into.years] de la correspondance. Le fichier a : { $columns }.
error-mapping-there = Il y a déjà une correspondance { $file }.
    .mend = Choisissez un autre nom, ou remplacez-la avec --force.
error-mapping-unsure = Impossible de savoir dans quelle table va { $file }.
    .mend = Regardez la proposition avec « { $command } » et gardez-la comme correspondance, ou nommez la table avec --into.
error-match-unsure = Le programme n’est pas sûr de la destination de ces colonnes de { $file } : { $columns }.
    .mend = Si c’est juste, ajoutez { $match }. Pour laisser une colonne de côté, écrivez --match "{ $heading }=".
error-value-column = « { $text } » ne nomme aucune colonne lue.
    .mend = Écrivez la colonne, le mot et sa valeur : --value gender.M=man.
error-value-unused = Aucune cellule de la colonne « { $column } » ne dit « { $word } » : --value { $text } n’aurait aucun effet.
    .mend = Écrivez le mot tel qu’il est dans le fichier, ou retirez l’option.
error-decimal-unused = Dans { $file }, aucun nombre ne dépend du signe des décimales : --decimal n’aurait aucun effet.
    .mend = Retirez l’option.
error-mapping-reads = { $file } n’a pas de colonne « { $column } » : ce que la correspondance « { $mapping } » dit dans `reads` n’aurait aucun effet.
    .mend = Écrivez l’en-tête entier de la colonne, ou sa lettre. Le fichier contient : { $columns }.
error-mapping-missing = Il manque à { $file } des colonnes exigées par la table « { $table } » : { $columns }.
    .mend = Enregistrez la proposition avec « { $command } », indiquez-y d’où viennent ces colonnes et importez avec --mapping. Si une colonne du fichier contient l’une d’elles, ajoutez --match "EN-TÊTE=colonne".
error-no-table-found = Aucun tableau n’est trouvé dans { $file }.
    .mend = Vérifiez que c’est le bon fichier ; s’il a plusieurs feuilles, nommez-en une avec --sheet.
error-sheet-unknown = { $file } n’a pas de feuille « { $sheet } ».
    .mend = Écrivez l’une de celles-ci : { $sheets }.
error-table-unknown = Il n’y a pas de table « { $table } » dans le registre.
    .mend = Écrivez l’une de celles-ci : { $tables }.

## Pourquoi une colonne est rapprochée

match-said = vous l’avez dit
match-set = est « { $words } » à chaque ligne : vous l’avez dit
match-two-halves = « { $given } » et « { $family } » forment un seul nom
match-two-candidates = « { $heading } » et « { $other } » semblent toutes deux convenir
match-own-name = « { $heading } » est le nom que lui donne le registre
match-words-unknown = ces mots ne signifient rien ici : { $words }. Leur sens s’indique avec { $value }
match-other-name = « { $heading } » est un autre de ses noms
match-like-name = « { $heading } » ressemble à son nom
match-countries = ses cellules sont des pays : { $example }
match-coordinates = ses cellules sont une latitude et une longitude
match-choices = { $percent } % de ses cellules sont des valeurs possibles : { $example }
match-records = { $percent } % de ses cellules sont des fiches du registre
match-years-across = une colonne par année, à partir de « { $heading } »

## decapolis look

look-sheet = Feuille « { $sheet } »
look-file = { $file } : { $format }
look-table = Tableau { $n } : lignes { $first } à { $last }, sûr à { $sure } %
look-heading =
    { $n ->
        [one] en-tête à la ligne { $rows }
        [many] en-tête aux lignes { $rows }
       *[other] en-tête aux lignes { $rows }
    }
look-no-heading = sans en-tête : les colonnes portent leur lettre
look-column = Colonne
look-reads = Contient
look-sure = Sûr
look-into = Va dans
look-odd = ne convient pas
look-odd-row = ligne { $row } : { $text }
look-nowhere = Non importées : { $columns }
look-missing = Manquent, et ne peuvent rester vides : { $columns }
look-proposal = Va dans « { $table } » ({ $name }), sûr à { $sure } %
look-proposals = Autres tables : { $tables }
look-no-proposal = Aucune table du registre ne lui ressemble. Nommez-en une avec --into.
look-known = La correspondance « { $mapping } » connaît ce fichier : { $note }
look-known-source = Source : { $source }
look-known-licence = Conditions : { $licence }
look-then-import = Pour voir ce que ferait une importation : { $command }
look-then-set = Pour indiquer d’où vient une colonne manquante (--match "EN-TÊTE=colonne"), ou lui donner la même valeur à chaque ligne (--set) : { $command }
look-then-save = Pour garder cette proposition comme correspondance et la corriger : { $command }
look-saved = La correspondance est dans { $file }. Corrigez-la à cet endroit, puis exécutez : { $command }
look-saved-missing = Indiquez-y d’abord d’où viennent ces colonnes : { $columns }
look-years = les années { $first } à { $last }, chaque cellule devient une ligne
import-by-mapping = { $file } : lu avec la correspondance « { $mapping } ».
import-by-match = { $file } : rapproché automatiquement de la table « { $table } » ; « { $command } » montre comment.
import-table-unread = { $file } : le tableau des lignes { $first } à { $last } n’est pas lu.
import-match = Colonnes : { $columns }.
import-goes = { $heading } → { $column }
import-goes-sure = { $heading } → { $column } ({ $sure } %)
match-sure = { $why } ({ $sure } %)
import-not-taken = Colonnes non importées : { $columns }.

## Comment les cellules sont lues

reads-text = texte
reads-code = code
reads-whole = nombre entier
reads-number = nombre
reads-percent = pourcentage
reads-year = année
reads-day-unclear = date, ordre non indiqué
reads-day-y-m-d = date, l’année d’abord
reads-day-d-m-y = date, le jour d’abord
reads-day-m-d-y = date, le mois d’abord
reads-yes-no = oui ou non
reads-degrees = degrés
reads-coordinates = coordonnées
reads-list = plusieurs, séparés par { $separator }
reads-list-lines = plusieurs, par lignes

error-match-heading = Le fichier n’a pas de colonne « { $heading } ».
    .mend = Utilisez l’une de celles-ci : { $headings }.
error-match-column = La table « { $table } » n’a pas de colonne « { $column } ».
    .mend = Utilisez l’une de celles-ci : { $columns }.
error-match-without-sign = « { $text } » n’a pas de signe égal.
    .mend = Écrivez-le ainsi : { $option } NOM=QUOI.
