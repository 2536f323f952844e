# Fichiers des fiches.

files-title = Fichiers
files-none = Il n’y a pas de fichier ici.
files-manage = Joindre ou retirer des fichiers
files-attach = Joindre un fichier
files-file = Fichier
    .hint = Un PDF, une image (PNG, JPEG, WebP), un document (DOCX, XLSX, ODT, ODS) ou un texte (CSV, TXT), de { $n } Mo au plus. Ce qu’un appareil photo a écrit dans l’image, comme le lieu, en est retiré.
files-privacy = Qui peut l’ouvrir
files-attach-button = Joindre
files-remove = Retirer
file-privacy-public = tout le monde
file-privacy-members = les membres
file-privacy-office = le bureau
file-kilobytes = { $count } ko
file-megabytes = { $count } Mo
table-files = Fichiers des fiches
column-name = Nom
column-media-type = Type de contenu
column-bytes = Taille en octets
column-privacy = Qui peut l’ouvrir
choice-public = tout le monde
choice-members = les membres
choice-office = le bureau
action-files-attach = Joindre un fichier
action-files-remove = Retirer un fichier
backup-files = Fichiers inclus : { $n }.
restore-files = Fichiers restaurés : { $n }.
backup-file-damaged = Le fichier { $digest } est endommagé et a été laissé de côté. Cherchez-le dans une sauvegarde plus ancienne.
health-files = Fichiers des fiches
health-files-nowhere = Le registre est sur un serveur, et personne n’a dit où les fichiers sont gardés : aucun ne peut être joint.
    .mend = Indiquez dans DECAPOLIS_FILES un dossier où seul le programme écrit.
error-file-empty = Aucun fichier n’a été envoyé.
    .mend = Choisissez un fichier qui ne soit pas vide.
error-file-over = Le fichier est trop gros.
    .mend = Envoyez { $n } Mo au plus : une image plus petite, ou un document sans images.
error-file-sort = Les fichiers comme « { $name } » ne sont pas acceptés.
    .mend = Envoyez un PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, ODS, CSV ou TXT, avec cette extension dans son nom. Un texte est écrit en UTF-8.
error-file-lies = Le contenu de « { $name } » n’est pas ce que dit son nom.
    .mend = Enregistrez-le de nouveau avec le programme qui l’a fait, et envoyez celui-là. Les documents avec macros ne sont pas acceptés, et un texte est écrit en UTF-8.
error-file-picture = L’image « { $name } » ne peut pas être lue ou a trop de pixels.
    .mend = Enregistrez-la de nouveau, avec au plus 50 millions de pixels et 12 000 par côté.
error-file-privacy = Il n’a pas été dit qui peut ouvrir le fichier.
    .mend = Choisissez tout le monde, les membres ou le bureau.
error-file-there = La fiche a déjà un fichier « { $name } ».
    .mend = Ouvrez « Modifier ou retirer » à côté de celui-là pour envoyer une version plus récente, ou donnez un autre nom à celui-ci.
error-files-nowhere = Personne n’a dit où les fichiers sont gardés.
    .mend = Indiquez dans DECAPOLIS_FILES un dossier où seul le programme écrit, et relancez le programme.
files-earlier = Versions précédentes
files-change = Modifier ou retirer
files-newer = Une version plus récente
    .hint = Laissez vide pour changer seulement qui peut l’ouvrir. Les versions précédentes restent et peuvent être ouvertes.
files-change-button = Enregistrer la modification
action-files-change = Modifier un fichier
error-file-same = Rien ne changerait.
    .mend = Choisissez une version plus récente, ou changez qui peut l’ouvrir.
health-files-there = { $n ->
    [0] Il n’y a pas de fichiers sur les fiches.
    [one] Un fichier, dans son dossier.
    [many] { $n } de fichiers, tous dans leur dossier.
   *[other] { $n } fichiers, tous dans leur dossier.
}
health-files-missing = { $n ->
    [one] Un fichier n’est pas dans son dossier : sa fiche le nomme, et personne ne peut l’ouvrir.
    [many] { $n } de fichiers ne sont pas dans leur dossier : leurs fiches les nomment, et personne ne peut les ouvrir.
   *[other] { $n } fichiers ne sont pas dans leur dossier : leurs fiches les nomment, et personne ne peut les ouvrir.
}
    .mend = Rétablissez le dossier à partir d’une sauvegarde : « decapolis restore » en lit aussi les fichiers. DECAPOLIS_FILES dit où il est.
