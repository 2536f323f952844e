# Plusieurs lignes d’une liste modifiées à la fois.

bulk-title = Modifier plusieurs lignes : { $table }
bulk-chosen = { $n ->
    [one] Une ligne est choisie.
    [many] { $n } de lignes sont choisies.
   *[other] { $n } lignes sont choisies.
}
bulk-tick = Choisir
bulk-ticked = Modifier les lignes cochées
bulk-all = Modifier les { $n }
bulk-what = Qu’est-ce qui change ?
bulk-set = Corriger : { $column }
bulk-empty = La même valeur pour toutes les lignes. Laissé vide, le champ devient vide.
bulk-next = Suivant
bulk-save = { $n ->
    [one] Enregistrer une ligne
    [many] Enregistrer { $n } de lignes
   *[other] Enregistrer { $n } lignes
}
bulk-changes = { $n ->
    [0] Aucune ligne ne change.
    [one] Une ligne change.
    [many] { $n } de lignes changent.
   *[other] { $n } lignes changent.
}
bulk-same = { $n ->
    [one] Une est déjà ainsi et n’est pas écrite.
    [many] { $n } sont déjà ainsi et ne sont pas écrites.
   *[other] { $n } sont déjà ainsi et ne sont pas écrites.
}
bulk-refused = { $n ->
    [one] Une ligne ne peut pas être modifiée ainsi et reste telle quelle :
    [many] { $n } de lignes ne peuvent pas être modifiées ainsi et restent telles quelles :
   *[other] { $n } lignes ne peuvent pas être modifiées ainsi et restent telles quelles :
}
error-no-rows = Aucune ligne n’est choisie.
    .mend = Cochez les lignes dans la liste, ou restreignez la liste et prenez-la entière.
error-too-many-rows = Au plus { $most } lignes sont modifiées à la fois, car quelqu’un lit chacune avant l’enregistrement.
    .mend = Restreignez la liste, ou faites la modification avec un fichier.
bulk-words = Écrire : { $column } ({ $language })
bulk-words-every = Écrire : { $column }, identique dans toutes les langues
bulk-words-empty = Ce qui est laissé vide est retiré dans cette langue.
