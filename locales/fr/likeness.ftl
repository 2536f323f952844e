# Lignes qui ressemblent à une fiche déjà présente, et ce qui a été décidé à leur sujet.

-likeness-mend = Ajoutez une colonne « same_as » et inscrivez-y le code de la fiche si c’est la même chose, ou « new » si c’est autre chose. Pour toutes les lignes à la fois : --likely same ou --likely new.

table-likenesses = Décisions sur les doublons
column-mail = Adresse électronique
column-called = Comment le fichier l’appelait
column-same-as = Identique à
column-likenesses-decision = Identique ou différent
choice-same = identique
choice-different = différent

upgrade-step-spell-records = index des graphies
upgrade-step-index-words-of-names = index des mots des noms
verify-spellings-differ = l’index des graphies ne correspond pas à ce que dit la ligne ; on peut le refaire avec « decapolis upgrade --respell »

## Pourquoi une ligne peut désigner la fiche { $name } ({ $code })

like-mail = ressemble à { $name } ({ $code }) : la même adresse électronique.
    .mend = { -likeness-mend }
like-address = ressemble à { $name } ({ $code }) : la même adresse web.
    .mend = { -likeness-mend }
like-name = ressemble à { $name } ({ $code }) : le même nom, peut-être dans une autre graphie.
    .mend = { -likeness-mend }
like-words = ressemble à { $name } ({ $code }) : les mêmes mots dans un autre ordre ou avec un autre terme pour l’institution.
    .mend = { -likeness-mend }
like-script = ressemble à { $name } ({ $code }) : le même nom dans une autre écriture.
    .mend = { -likeness-mend }
like-other-name = ressemble à { $name } ({ $code }) : c’est un autre de ses noms.
    .mend = { -likeness-mend }
like-nearly = ressemble à { $name } ({ $code }) : presque le même nom.
    .mend = { -likeness-mend }
like-title = ressemble à { $name } ({ $code }) : presque le même titre, peut-être d’un autre catalogue.
    .mend = { -likeness-mend }
like-near = ressemble à { $name } ({ $code }) : au même endroit.
    .mend = { -likeness-mend }

warning-kept-as-it-was = la fiche { $name } ({ $code }) dit autre chose dans { $columns } et reste telle quelle.
    .mend = Une ligne identique à une fiche n’ajoute que ce qui manque à celle-ci. Pour modifier la fiche, utilisez une ligne portant son propre code.
error-same-as-unknown = « { $text } » dans « same_as » n’est aucune fiche de ce type.
    .mend = Inscrivez le code d’une fiche existante ou placée plus haut dans cette importation, ou « new ».
error-same-as-itself = « same_as » désigne la ligne elle-même.
    .mend = Inscrivez le code d’une autre fiche, ou « new ».
error-unknown-name-like = « { $text } » n’est ni le nom ni le code d’aucune fiche de type « { $kind } ». Vouliez-vous dire { $names } ?
    .mend = Inscrivez le code indiqué entre parenthèses après le nom.
error-same-as-of-a-record = « { $text } » est déjà une fiche à part entière, et « same_as » dit que c’en est une autre.
    .mend = Une importation ne fusionne pas deux fiches existantes : laissez « same_as » vide.
