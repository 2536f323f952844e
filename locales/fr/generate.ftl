# `decapolis generate` : un registre inventé pour mesurer.

generate-done = { $rows } lignes inventées ont été écrites en { $seconds } secondes, en une seule écriture du journal. Aucune n’est réelle.
error-generate-not-empty = Ce registre contient déjà des données.
    .mend = Les données inventées ne s’écrivent que dans un registre vide : indiquez un nouveau fichier dans DECAPOLIS_DATABASE.
