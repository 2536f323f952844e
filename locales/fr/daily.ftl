# Formulaires courts pour ce qui se fait presque chaque jour.

action-members-change-category = Changer la catégorie
field-members-change-category-category = Nouvelle catégorie
field-members-change-category-from = À partir du
action-members-change-region = Changer la région
field-members-change-region-region = Nouvelle région
field-members-change-region-from = À partir du
action-members-set-standing = Noter la situation de cotisation
field-members-set-standing-year = Cotisation de quelle année
field-members-set-standing-day = Situation au
    .hint = Laissez vide pour aujourd’hui.
action-people-fill-post = Élire ou nommer une personne
field-people-fill-post-person = Qui occupe maintenant ce poste ?
field-people-fill-post-way = Comment y est-elle arrivée ?
field-people-fill-post-from = En fonction depuis le
    .hint = Laissez vide si le jour n’est pas connu : ce sera « au plus tard aujourd’hui ».
field-people-fill-post-until = Dernier jour du mandat
