# Ce qui est dit quand une action n’est pas exécutée.

error-row-moved = Une autre personne a modifié ces données depuis leur ouverture ; rien n’a été écrit.
    .mend = Consultez leur état actuel et saisissez de nouveau votre modification.
error-table-own-action = Seule sa propre action, { $action }, écrit dans la table « { $table } » ; rien n’a été écrit.
    .mend = Utilisez { $action } pour la corriger.
error-undo-own-action = Le lot { $batch } ne peut pas être annulé : ce que { $action } a écrit ne se corrige que par { $action }.
    .mend = Exécutez de nouveau { $action } avec ce qui doit y figurer.
error-undo-of-undo = Le lot { $batch } est déjà une annulation, et une annulation ne peut pas être annulée.
    .mend = Importez ou enregistrez de nouveau ce qui a été annulé.
error-undo-edition = Le lot { $batch } a publié une édition, et ce qui est publié ne peut pas être retiré.
    .mend = Corrigez le registre et publiez de nouveau : l’édition suivante indique celle qu’elle remplace.

error-field-required = Ce champ ne peut pas rester vide.
    .mend = Saisissez une valeur.
error-fields = Rien n’a été écrit : les champs indiqués ci-dessus demandent une autre valeur.
    .mend = Corrigez-les et relancez la commande.

# What is offered by `decapolis do`, and what the journal calls it.
action-network-change-brand = Changer la couleur principale et le logo du réseau
action-editions-sign-section = Signer des sections de la page d’une année
action-editions-publish = Publier la page d’une année
action-editions-enter-as-printed = Saisir un rapport tel qu’il a été imprimé
action-studio-save-figure = Enregistrer un chiffre
action-register-import = Importer des fichiers
action-register-undo = Annuler un lot
action-generate-write-register = Remplir le registre de données inventées

do-about = Exécute une action. Sans --apply, montre ce qui changerait et n’écrit rien.
do-reason = Motif, pour le journal
do-apply = Écrire le changement ; sans cette option, le registre ne change pas
do-every-table = Chaque table a ses propres actions : TABLE.create, TABLE.correct, TABLE.change-from, TABLE.end, TABLE.remove. Par exemple : decapolis do memberships.end --help
do-row = La ligne, comme dans l’adresse de sa page au bureau
do-answer = Une réponse à ce que l’action demande en plus de ses champs ; sans --apply, elle indique lesquelles existent
do-done =
    { $n ->
        [one] { $n } ligne écrite
        [many] { $n } de lignes écrites
       *[other] { $n } lignes écrites
    } dans le lot { $batch }.

# The rows that an action writes.
revised-new = Nouveau : { $row }
revised-changed = Modifié : { $row }
revised-corrected = Corrigé : { $row }
revised-removed = Supprimé : { $row }

# Who acted, as lists of corrections and the journal say it.
actor-demo = Une personne qui essaie la démonstration

backup-written = { $file } contient le registre tel qu’il était à l’écriture { $entry } : { $rows } lignes.
backup-restored = { $register } a { $rows } lignes, jusqu’à l’écriture { $entry }. Il est maintenant vérifié :
error-backup-there = Il y a déjà un fichier { $file }.
    .mend = Indiquez un autre fichier ou déplacez celui-là.
error-no-backup = { $file } n’est pas une sauvegarde de registre.
    .mend = Indiquez un fichier écrit par « decapolis backup ».
error-backup-version = Une autre version du programme a écrit cette sauvegarde ({ $version }).
    .mend = Restaurez-la avec cette version, puis mettez le registre à niveau avec celle-ci.
error-restore-not-empty = Le registre contient déjà quelque chose ; rien n’a donc été restauré.
    .mend = Indiquez-en un vide avec DECAPOLIS_DATABASE : un fichier qui n’existe pas encore ou une base PostgreSQL vide.
error-backup-damaged = La sauvegarde est abîmée ou a été modifiée : la table { $table } n’est pas telle qu’elle a été écrite. Rien n’a été restauré.
    .mend = Utilisez une autre sauvegarde ou recopiez le fichier.

error-answer = « { $text } » n’est pas une réponse pour { $name }.
    .mend = Répondez par l’un de ces mots : { $words }.
error-questions-open = Rien n’a été enregistré : il manque ce que devient { $names }.
    .mend = Répondez pour chacun, puis enregistrez de nouveau.
answer-passes-on = Il passe à la nouvelle personne en fonction
answer-stays = Son titulaire le garde
answer-to-confirm = Pas encore connu : à confirmer
answer-vacant = Il devient vacant
answer-acting = { $name } assure l’intérim jusqu’à l’élection par l’organe
