# Vues enregistrées des listes et brouillons des formulaires.

views-title = Vues enregistrées
views-all = Tout
views-mine = (à moi)
views-gone = Ce que cette vue demandait de { $columns } n’existe plus et a été laissé de côté.
views-keep = Garder cette liste comme vue
views-keep-button = Garder
views-change = Modifier cette vue
views-shared = pour tout le bureau
views-delete = Supprimer
error-view-name = Une vue a besoin d’un nom de { $most } caractères au plus.
    .mend = Écrivez un nom court qui permette de la retrouver.
error-view-many = Au plus { $most } vues d’une liste sont gardées, et aucune dont l’adresse est très longue.
    .mend = Supprimez-en une dont vous ne vous servez plus.
error-view-gone = Cette vue n’existe plus, ou elle est à quelqu’un d’autre.
    .mend = Ouvrez la liste et voyez quelles vues il y a.

drafts-title = Vos brouillons
draft-there = Vous avez déjà écrit dans ce formulaire sans l’enregistrer : { $day }.
draft-open = Ceci est votre brouillon du { $day }. Rien n’en est encore enregistré.
draft-go-on = Continuer avec le brouillon
draft-discard = Jeter
draft-keep = Garder comme brouillon
draft-kept = Gardé comme brouillon
error-draft-late = Ce formulaire a été enregistré, ou son brouillon abandonné, depuis qu’il est ouvert : ce qui a été saisi n’est pas gardé comme brouillon.
    .mend = Ouvrez de nouveau le formulaire, et saisissez-le là.
