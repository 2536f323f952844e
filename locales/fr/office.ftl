# Le bureau : recherche, formulaires, conséquences, lots.

office-start = Accueil
office-hello = Bonjour, { $name }
office-lately = Derniers changements
office-find = Rechercher
office-found = Résultats pour « { $q } »
office-name = Nom
office-nothing = Rien n’a été trouvé.
office-first = Voici les { $n } premiers résultats. Tapez plus de lettres du nom pour en voir moins.
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
office-day-hint = Comme vous le savez : 3 févr. 2021, février 2021, 2021, ou « au plus tard en 2018 ».
office-reference-hint = Son nom ou son code.

action-people-change-leader = Changer la tête de l’exécutif
field-people-change-leader-label = Nom d’une personne qui n’est pas encore dans le registre
    .hint = La personne est ajoutée, avec le genre « non précisé ».
field-people-change-leader-person = Qui dirige maintenant l’exécutif ?
field-people-change-leader-holder = Ou personne
    .hint = Choisissez « vacant » si le poste est libre.
field-people-change-leader-from = En fonction depuis
field-people-change-leader-way = Comment est-elle arrivée en fonction ?
error-leader-nobody = Personne n’est indiqué.
    .mend = Indiquez une personne du registre, écrivez le nom d’une nouvelle, ou dites que le poste est vacant.
error-leader-two = Deux réponses différentes disent qui dirige maintenant l’exécutif.
    .mend = Gardez-en une : une personne du registre, le nom d’une nouvelle, ou « vacant ».
error-leader-same = C’est déjà le cas.
    .mend = Pour corriger le jour de son entrée en fonction, corrigez le mandat.
error-leader-later = La personne en place est entrée en fonction en { $day }, et non avant le jour indiqué.
    .mend = Vérifiez le jour. Si elle n’a jamais été en place, supprimez d’abord ce mandat.
error-leader-follows = Un mandat qui commence plus tard est déjà enregistré : { $day }.
    .mend = Corrigez ou supprimez d’abord ce mandat, ou indiquez un jour postérieur.
error-form-changed = Le formulaire a changé depuis qu’il a montré les conséquences ; rien n’a été enregistré.
    .mend = Consultez les conséquences actuelles et enregistrez.

office-add = Ajouter
office-new = Créer
office-change = Modifier
office-open = Ouvrir
office-history = Ce qui a été fait
office-lacks-words = manque
office-every-language = Dans toutes les langues

# Ce que propose chaque table. D’abord le nom de l’action, ensuite ce que dit son bouton.
deed-create = Créer : { $table }
deed-correct = Corriger : { $table }
deed-change-from = Modifier à partir d’un jour : { $table }
deed-end = Mettre fin : { $table }
deed-remove = Retirer : { $table }
deed-correct-this = Cela n’a jamais été ainsi : corriger
deed-change-from-this = Cela change à partir d’un jour
deed-end-this = Cela prend fin
deed-remove-this = Retirer
error-nothing-changes = Rien ne changerait.
    .mend = Modifiez un champ ou quittez sans enregistrer.
error-ended-already = C’est déjà terminé ; dernier jour : { $day }.
    .mend = Si ce jour est faux, corrigez-le.
error-last-day = Le dernier jour manque.
    .mend = Écrivez le dernier jour où il en est ainsi.
error-first-day = Le premier jour manque.
    .mend = Écrivez le premier jour où il en est autrement.
error-change-too-early = Le premier jour est { $day } : cela ne peut pas changer ce jour-là ni avant.
    .mend = Si cela n’a jamais été comme c’est inscrit, corrigez-le.
error-change-too-late = Le dernier jour est { $day }, avant le jour indiqué.
    .mend = Ajoutez une nouvelle ligne pour ce qui a commencé plus tard.
error-code-used = Le code « { $code } » est ou a été celui d’une autre fiche.
    .mend = Choisissez-en un autre ou laissez vide : il sera formé à partir du nom.
site-error-fact = Cette ligne n’existe pas ou appartient à une autre fiche.
    .mend = Revenez à la fiche et ouvrez-la depuis là.

office-kinds = Toutes les fiches

team-title = Personnes du bureau
team-invite = Inviter quelqu’un
team-invite-button = Inviter
team-link = Le lien, affiché une seule fois
team-role = Rôle
team-region = Pour
    .optional = (un secrétariat régional a besoin d’une région, un responsable d’organe d’un organe, une rédaction d’une plateforme)
team-everywhere = tout le réseau
team-no-role = aucun rôle aujourd’hui
team-withdraw = Retirer le rôle

me-title = Votre compte
me-done = C’est fait.
me-sessions = Connexions ouvertes depuis
me-this-one = ce navigateur
me-end = Fermer cette connexion
me-end-all = Fermer toutes les autres connexions
me-password = Changer de mot de passe
me-current = Mot de passe actuel
me-change-password = Changer de mot de passe
error-current-password = Ce n’est pas votre mot de passe.
    .mend = Écrivez celui avec lequel vous vous connectez maintenant.
error-not-in-scope = Cela n’appartient ni aux membres, ni à l’organe, ni à la plateforme dont votre rôle s’occupe ; rien n’a donc été enregistré.
    .mend = Adressez-vous au secrétariat ou à une personne dont le rôle le couvre.

office-facts = Faits

list-as-of = Tel que c’était le
list-columns = Colonnes
list-empty-value = rien
list-filter-hint = « - » trouve ce qui est vide, et « -fr » les textes sans français. Les nombres peuvent être un intervalle : 10..50. Les jours peuvent être un mois ou une année : 2020-05.
error-filter = « { $text } » n’est pas une valeur possible de cette colonne.
    .mend = Choisissez-en une dans la liste ou écrivez-la comme elle figure dans la colonne.

office-code-hint = Laissez vide : il sera formé.
office-label-hint = Le même dans toutes les langues, ou un par langue. Un seul suffit.

action-members-admit = Admettre comme membre
field-members-admit-from = Membre depuis
field-members-admit-category = À quel titre
field-members-admit-region = Dans quelle région
    .hint = Nécessaire seulement s’il n’est encore dans aucune, ou s’il passe dans une autre.
action-members-end = Mettre fin à l’adhésion
field-members-end-until = Dernier jour comme membre
field-members-end-ending = Comment elle a pris fin
field-members-end-successor = Remplacé par
    .hint = Pour chaque siège, il est demandé ce qu’il devient.
error-member-already = C’est déjà un membre ; premier jour : { $day }.
    .mend = Mettez d’abord fin à cette adhésion ou corrigez ses jours.
error-member-without-region = Il n’est encore dans aucune région.
    .mend = Choisissez la région à laquelle il appartient.
error-no-membership = Aucune adhésion n’est en cours.
    .mend = Si les jours de celle qui a pris fin sont faux, corrigez-les.
error-successor-missing = Personne n’est indiqué comme successeur.
    .mend = Choisissez le gouvernement qui lui succède, ou une autre fin.
error-successor-wrong = Ce gouvernement ne peut pas être le successeur.
    .mend = Indiquez un autre gouvernement, et seulement si le membre a un successeur.
error-filters-many = Une liste accepte au plus { $most } filtres et cherche au plus { $most } mots.
    .mend = Retirez-en quelques-uns.
office-questions = À décider pour chacun
