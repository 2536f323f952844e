# What became of the rows of an import, in the preview and in the report that is written beside them.

preview-skipped =
    { $n ->
        [one] { $n } ligne ignorée
        [many] { $n } de lignes ignorées
       *[other] { $n } lignes ignorées
    }
preview-refused =
    { $n ->
        [one] { $n } ligne refusée
        [many] { $n } de lignes refusées
       *[other] { $n } lignes refusées
    }

error-row-too-long = Une ligne de { $file } dépasse { $most } Mio.
    .mend = Cherchez-y un guillemet qui s’ouvre sans se fermer, ou des fins de ligne manquantes.
error-refers-to-refused = Cette ligne renvoie à une fiche de cette importation dont la propre ligne est refusée.
    .mend = Corrigez la ligne de cette fiche ; celle-ci n’a alors besoin de rien.
error-temporary-folder-full = Le dossier des fichiers temporaires est plein ; rien n’a été écrit.
    .mend = Libérez de la place, ou indiquez un autre dossier avec TMPDIR, et relancez la commande.

## The sum of a file

rows-read =
    { $file } : { $n ->
        [one] { $n } ligne lue
        [many] { $n } de lignes lues
       *[other] { $n } lignes lues
    } = { $sum }
rows-do-not-add-up = { $file } : les { $n } lignes lues ne font pas { $sum }. C’est une erreur du programme : merci de la signaler.
problem-repeated = { $n } lignes : { $what } La première est la ligne { $row }.
import-left-out =
    { $n ->
        [one] { $n } ligne refusée est laissée
        [many] { $n } de lignes refusées sont laissées
       *[other] { $n } lignes refusées sont laissées
    } de côté.
import-blocked-hint = Pour importer les autres lignes, ajoutez { $without }. { $report } écrit une copie du fichier avec le résultat de chaque ligne.
report-written = Le résultat de chaque ligne se trouve dans { $file }.

## The report

report-became = Ce qu’est devenue la ligne
report-mend = Comment la corriger
report-changed = modifiée : { $columns }
report-skipped = ignorée : { $why }
report-refused = refusée : { $why }
error-report-exists = Il y a déjà un fichier { $file }.
    .mend = Nommez un fichier qui n’existe pas encore.
error-report-needs-folder = Plusieurs fichiers sont importés : leurs rapports demandent un dossier, et { $file } est un fichier.
    .mend = Nommez un dossier, ou importez les fichiers un par un.
