# Le bureau : recherche, formulaires, conséquences, lots.

office-start = Accueil
office-hello = Bonjour, { $name }
office-lately = Derniers changements
office-find = Rechercher
office-found = Résultats pour « { $q } »
office-name = Nom
office-nothing = Rien n’a été trouvé.
office-first = Voici les { $n } premiers. Tapez plus de lettres du nom pour en voir moins.
office-not-public = non public
office-batches = Lots
office-public = Site public
office-sign-out = Se déconnecter
office-saved = Enregistré : { $what }.
office-undo = Annuler
office-reason = « { $reason } »

actor-job = le programme
actor-gone = un compte qui n’existe plus

office-follows = À l’enregistrement
    .hint = Remplissez les champs et consultez les conséquences. Rien n’est écrit avant l’enregistrement.
office-follows-nothing = Rien ne change.
office-show-what-follows = Montrer les conséquences
office-look-again = Consulter de nouveau
office-save = Enregistrer
office-leave = Quitter sans enregistrer
office-to-mend = À corriger avant d’enregistrer :
office-optional = (si connu)
office-choose = —
office-day-hint = Tel que vous le connaissez : 2021-02-03, 2021-02 ou 2021 ; ../2018 pour « en 2018 ou avant ».
office-reference-hint = Son nom ou son code.

action-people-change-leader = Changer la tête de l’exécutif
field-people-change-leader-label = Nom d’une personne qui n’est pas encore dans le registre
    .hint = La personne est ajoutée, avec le genre « non précisé ».
field-people-change-leader-person = Qui est maintenant à sa tête ?
field-people-change-leader-holder = Ou personne
    .hint = Choisissez « vacant » si le poste est libre.
field-people-change-leader-from = En fonction depuis
field-people-change-leader-way = Comment est-elle arrivée en fonction ?
error-leader-nobody = Personne n’est indiqué.
    .mend = Indiquez une personne du registre, écrivez le nom d’une nouvelle, ou dites que le poste est vacant.
error-leader-two = Deux réponses différentes disent qui est maintenant à sa tête.
    .mend = Gardez-en une : une personne du registre, le nom d’une nouvelle, ou « vacant ».
error-leader-same = Cette personne est déjà à sa tête.
    .mend = Pour corriger le jour de son entrée en fonction, corrigez le mandat.
error-leader-later = La personne en place est entrée en fonction le { $day }, et non avant le jour indiqué.
    .mend = Vérifiez le jour. Si elle n’a jamais été en place, supprimez d’abord ce mandat.
