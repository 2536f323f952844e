# Les rôles pour un organe ou une plateforme.

choice-body-officer = responsable d’un organe
choice-editor = rédaction
role-may-body-officer = Écrit ce qui appartient à un organe : ses réunions, présences, décisions et sièges.
role-may-editor = Écrit ce qui est publié sur une plateforme.
can-part = « { $part } »
can-lacks-factor = Aujourd’hui, ce compte ne peut rien faire de tout cela : l’un de ses rôles exige un second facteur, et il n’en a pas encore.
who-lacks-factor = Doit d’abord configurer un second facteur.
who-elsewhere-part = { $role } : la fiche ne lui appartient pas.
who-itself = { $role } : c’est cette fiche même.
lookups-for-body-officer = Pour les réunions et les sièges de l’organe
lookups-for-editor = Pour ce qui est publié sur la plateforme
error-no-body = Aucun organe n’a le code « { $code } ».
    .mend = Choisissez l’un des organes du bureau.
error-no-platform = Aucune plateforme n’a le code « { $code } ».
    .mend = Choisissez l’une des plateformes du bureau.
error-role-body = Ce rôle se donne pour un organe.
    .mend = Choisissez l’organe dont la personne tient les réunions et les sièges.
error-role-platform = Ce rôle se donne pour une plateforme.
    .mend = Choisissez la plateforme dont la personne tient les fiches.
error-role-network = Ce rôle se donne pour une région ou pour tout le réseau.
    .mend = Choisissez une région ou tout le réseau. Pour un organe, il y a le responsable d’un organe ; pour une plateforme, la rédaction.
