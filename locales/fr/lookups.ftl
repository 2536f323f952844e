# Qui a consulté ce que le registre contient sur une personne.

lookups-title = Qui a consulté ces données
lookups-words = Chaque fois qu’une personne du bureau voit ce que tout le monde ne voit pas d’une personne, c’est noté, une fois par jour et par forme. Voici ce qui a été consulté au cours des { $days } derniers jours ; les notes plus anciennes sont effacées.
lookups-nobody = Votre compte n’est rattaché à aucune personne du registre ; rien n’est donc noté ici. Il l’est lorsque votre rôle dépend d’un poste que vous occupez. Si le registre contient des données sur vous, le secrétariat peut vous remettre cette page imprimée.
lookups-none = Rien n’a été consulté pendant cette période.
lookups-day = Jour
lookups-purpose = Dans quel but
lookups-way = Ce qui a été montré
lookups-page = la page de la personne
lookups-list = une ligne d’une liste
lookups-file = une ligne d’un fichier
lookups-name = le nom
lookups-program = des données pour un programme
lookups-for-administrator = Pour tenir en ordre les comptes, les réglages et le registre
lookups-for-secretariat = Pour faire vivre le réseau : membres, réunions, courrier
lookups-for-regional-secretariat = Pour suivre les membres de la région
lookups-for-finance-manager = Pour les cotisations, les factures et la comptabilité
lookups-for-treasurer = Pour contrôler la comptabilité
lookups-for-intern = Pour aider le secrétariat
lookups-by-account = Afficher les comptes
lookups-to-person = Telle qu’elle est remise à la personne, sans noms d’employés
me-lookups = Qui a consulté ce que le registre contient sur moi

health-lookups = Consultations de données personnelles
health-lookups-lost = Consultations de données personnelles qui n’ont pas été notées depuis le démarrage du programme : { $n }.
    .mend = Le registre n’a pas pu être écrit assez vite. Voyez les lignes sur l’espace libre et sur les tâches après la réponse ; le compte repart de zéro au redémarrage du programme.
