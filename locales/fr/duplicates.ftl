# Une nouvelle fiche qui existe peut-être déjà : la question est posée avant sa création.

likes-title = Est-ce l’une de ces fiches ?
    .hint = Le registre a des fiches qui ressemblent à la nouvelle. S’il s’agit de l’une d’elles, ouvrez-la et modifiez-la.
likes-another = C’en est une autre : continuer
likes-by-mail = La même adresse électronique.
likes-by-address = La même adresse web.
likes-by-name = Le même nom, peut-être écrit autrement.
likes-by-words = Les mêmes mots dans un autre ordre, ou avec un autre terme pour l’institution.
likes-by-script = Le même nom dans une autre écriture.
likes-by-other-name = Un autre de ses noms.
likes-by-nearly = Presque le même nom.
likes-by-title = Presque le même titre.
likes-by-near = Au même endroit.
error-like-existing = Le registre a peut-être déjà cette fiche : { $names }.
    .mend = Vérifiez-la. S’il s’agit d’une autre, dites-le : en ligne de commande avec --another, dans un programme avec « another ».
do-another = c’est une autre fiche que celles qui lui ressemblent
