# Les rôles qui prennent fin : à un dernier jour, ou avec un mandat.

team-until = Dernier jour
    .optional = (obligatoire pour un stage)
team-post = Tant que quelqu’un occupe un poste
    .optional = (facultatif)
    .hint = Le code du poste. Le rôle prend fin avec le mandat de la personne qui l’occupe aujourd’hui.
error-role-over = Le dernier jour du rôle est déjà passé.
    .mend = Choisissez aujourd’hui ou un jour plus tardif.
error-role-intern = Le rôle d’une personne en stage exige un dernier jour.
    .mend = Indiquez jusqu’à quand elle reste ; il peut être donné de nouveau.
error-role-post = Le registre ne connaît personne qui occupe ce poste aujourd’hui.
    .mend = Saisissez d’abord le mandat, ou donnez plutôt un dernier jour au rôle.
error-no-post = Aucun poste n’a le code « { $code } ».
    .mend = Utilisez le code d’un poste, tel qu’il figure dans la liste des postes.
