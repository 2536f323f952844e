# `decapolis verify` : ce qui a été vérifié, et ce qui n’est pas tel qu’il a été écrit. Le lieu précède la phrase : table, ligne, code, écriture, jour, lot.

verify-register = Registre
verify-entries =
    { $n ->
        [one] { $count } écriture du journal vérifiée
        [many] { $count } d’écritures du journal vérifiées
       *[other] { $count } écritures du journal vérifiées
    }
verify-versions =
    { $n ->
        [one] { $count } version de ligne vérifiée, actuelle ou remplacée
        [many] { $count } de versions de lignes vérifiées, actuelles et remplacées
       *[other] { $count } versions de lignes vérifiées, actuelles et remplacées
    }
verify-erased =
    { $n ->
        [one] { $count } d’entre elles, dont les données personnelles ont été effacées, a été vérifiée par l’empreinte conservée de ces données
        [many] { $count } d’entre elles, dont les données personnelles ont été effacées, ont été vérifiées par l’empreinte conservée de ces données
       *[other] { $count } d’entre elles, dont les données personnelles ont été effacées, ont été vérifiées par l’empreinte conservée de ces données
    }
verify-intact = Tout est tel qu’il a été écrit.
verify-chain = Chaîne de l’écriture { $number } : { $chain }
verify-more =
    { $n ->
        [one] et { $count } autre différence
        [many] et { $count } d’autres différences
       *[other] et { $count } autres différences
    }
verify-place-row = ligne { $row }
verify-place-entry = écriture { $number }
verify-place-batch = lot { $batch }
verify-row-altered = la ligne ne dit pas ce qui a été enregistré
verify-version-altered = une version remplacée de la ligne ne dit pas ce qui a été enregistré
verify-row-unsealed = la ligne ne vient pas de ce programme : elle n’a pas de sceau
verify-row-missing = l’écriture a enregistré une version de cette ligne, et elle a disparu
verify-row-added = l’écriture n’a pas enregistré cette ligne : elle a été ajoutée après coup
verify-end-missing = l’écriture a remplacé une version de cette ligne, et elle a disparu
verify-end-added = l’écriture n’a remplacé aucune version de cette ligne : elle a été ajoutée après coup
verify-contents-differ = les lignes sont celles que l’écriture a enregistrées, mais pas leur contenu
verify-no-such-entry = des lignes se disent enregistrées par une écriture qui n’est pas dans le journal
verify-entry-altered = l’écriture, ce qu’elle a touché ou l’écriture précédente n’est pas ce qui a été enchaîné
verify-entry-unchained = l’écriture ne vient pas de ce programme : elle n’est pas enchaînée
verify-entry-missing = l’écriture manque dans le journal
verify-last-entries-missing = le journal s’arrête avant cette écriture, que le compteur connaît
verify-entry-added = le compteur ne connaît pas cette écriture : elle a été ajoutée après coup
verify-id-beyond-counter = la ligne porte un numéro qui n’a jamais été attribué
verify-head-differs = le registre désigne une autre écriture comme la dernière à avoir modifié cette table ; ses chiffres n’ont peut-être pas été recomptés
verify-unreadable = lecture impossible
verify-file-damaged = le fichier est endommagé
verify-place-register = registre
verify-editions-unread = Les éditions ne peuvent pas être vérifiées ({ $why }).

error-verify-different = Le registre n’est pas tel qu’il a été écrit.
    .mend = Conservez ce résultat et une copie du registre, comparez avec une sauvegarde et cherchez qui a pu écrire dans la base de données.
error-verify-empty = Il n’y a rien à vérifier : le registre ne contient aucune écriture.
    .mend = Si quelque chose y a été écrit, ceci est une copie sans son journal des transactions : copiez le fichier une fois le programme terminé, avec les fichiers -wal et -shm qui se trouvent à côté.
error-verify-moved = Un autre programme a écrit dans le registre pendant sa lecture ; le résultat n’est pas certain.
    .mend = Relancez la commande.
