# Réglages du réseau.

settings-title = Réglages
action-network-change-settings = Changer les réglages du réseau
error-zone = « { $text } » n’est pas un fuseau horaire.
    .mend = Écrivez son nom dans la liste de l’IANA, comme Europe/Paris ou America/Montreal.
error-languages = Le programme n’a de mots dans aucune de ces langues : « { $text } ».
    .mend = Indiquez au moins une de fr, en et es, en codes séparés par des espaces.
error-site-address = « { $text } » n’est pas l’adresse d’un site.
    .mend = Écrivez-la comme https://network.example, sans chemin.
error-year-beyond = Une page est celle d’une année entre 1900 et 2199.
    .mend = Écrivez l’année avec quatre chiffres.
error-years-order = La dernière année avec une page vient avant la première.
    .mend = Échangez les deux, ou laissez-en une vide.
