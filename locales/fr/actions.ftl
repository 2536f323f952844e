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

# Who acted, as lists of corrections and the journal say it.
actor-demo = Une personne qui essaie la démonstration
