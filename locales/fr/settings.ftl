# Réglages du réseau.

settings-title = Réglages
action-network-change-settings = Changer les réglages du réseau
error-zone = « { $text } » n’est pas un fuseau horaire.
    .mend = Écrivez son nom dans la liste de l’IANA, comme Europe/Paris ou America/Montreal.
error-languages = Le programme n’a de mots dans aucune de ces langues : « { $text } ».
    .mend = Indiquez au moins une de fr, en et es, en codes séparés par des espaces.
error-site-address = « { $text } » n’est pas l’adresse d’un site.
    .mend = Écrivez-la comme https://network.example, sans chemin.
error-site-address-open = « { $text } » est une adresse sans TLS : les mots de passe pourraient être lus en chemin.
    .mend = Écrivez-la avec https:// et placez le site derrière un proxy qui parle TLS : voir docs/tls-and-proxy.md. Sans TLS, seule cette machine peut être indiquée, comme http://localhost:8080.
error-language-words = Les pages propres au réseau n’ont pas de mots en « { $language } » pour { $n ->
    [one] cette clé : { $words }.
    [many] { $n } de clés, dont { $words }.
   *[other] { $n } clés, dont { $words }.
}
    .mend = Retirez la langue, ou demandez d’abord à la personne qui gère le site d’ajouter ces mots au dossier du réseau.
error-year-beyond = Une page est celle d’une année entre 1900 et 2199.
    .mend = Écrivez l’année avec quatre chiffres.
error-years-order = La dernière année avec une page vient avant la première.
    .mend = Échangez les deux, ou laissez-en une vide.
