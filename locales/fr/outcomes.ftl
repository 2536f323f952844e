# What became of the rows of an import, in the preview and in the report that is written beside them.

preview-skipped =
    { $n ->
        [one] { $n } ligne ignorée
       *[other] { $n } lignes ignorées
    }
preview-refused =
    { $n ->
        [one] { $n } ligne refusée
       *[other] { $n } lignes refusées
    }

error-row-too-long = Une ligne de { $file } dépasse { $most } Mio.
    .mend = Cherchez-y un guillemet qui s’ouvre sans se fermer, ou des fins de ligne manquantes.
error-refers-to-refused = Cette ligne renvoie à une fiche de cette importation dont la propre ligne est refusée.
    .mend = Corrigez la ligne de cette fiche ; celle-ci n’a alors besoin de rien.
error-temporary-folder-full = Le dossier des fichiers temporaires est plein ; rien n’a été écrit.
    .mend = Libérez de la place, ou indiquez un autre dossier avec TMPDIR, et relancez la commande.
