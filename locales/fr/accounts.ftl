# Comptes : connexion, mots de passe, et qui peut faire quoi.

sign-in-title = Se connecter
sign-in-mail = Adresse électronique
sign-in-password = Mot de passe
sign-in-button = Se connecter
join-title = Choisissez votre mot de passe
join-words = { $name }, vous êtes invité au bureau de { $network }. Ce mot de passe vous servira désormais à vous connecter.
join-password = Nouveau mot de passe
    .hint = Au moins 10 caractères. Plusieurs mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.
join-button = Enregistrer le mot de passe et se connecter

cast-title = Qui voulez-vous être ?
cast-words = Ceci est la démonstration : parcourez-la en tant que l’une de ces personnes. Elles sont fictives, et ce que vous changez peut être annulé.
cast-button = Se connecter
cast-current = C’est vous
cast-bar = Démonstration. Vous êtes : { $name }.
cast-change = Être quelqu’un d’autre
cast-administrator = Administration
cast-secretary-general = Secrétariat général
cast-membership-officer = Chargé des adhésions
cast-finance-manager = Responsable des finances
cast-statutory-officer = Chargé des affaires statutaires
cast-head-of-communications = Direction de la communication
cast-intern = Stagiaire

table-grants = Rôles des comptes
column-account = Compte
choice-administrator = administration
choice-secretariat = secrétariat
choice-finance-manager = responsable des finances
choice-treasurer = trésorerie
role-may-administrator = Donne des comptes et des rôles à d’autres et écrit dans tout le registre.
role-may-secretariat = Écrit dans tout le registre.
role-may-finance-manager = Consulte tout le registre.
role-may-treasurer = Consulte tout le registre.
role-may-intern = Consulte tout le registre.

action-accounts-invite = Donner un rôle à quelqu’un
action-accounts-withdraw = Retirer un rôle à quelqu’un

user-invited = { $mail } est invité. Ce lien sert une seule fois, pendant { $days } jours, à choisir un mot de passe :
user-withdrawn = { $mail } n’a plus ce rôle, et toutes ses sessions sont closes.
user-signs-in = avec mot de passe
user-is-invited = encore sans mot de passe

error-sign-in = Cette adresse et ce mot de passe ne vont pas ensemble.
    .mend = Vérifiez les deux. Sans mot de passe, ou si vous l’avez oublié, demandez un nouveau lien à l’administration.
error-too-many-tries = Il y a eu trop de tentatives.
    .mend = Attendez { $n } minutes et réessayez.
error-no-tls = La connexion à ce site n’est pas chiffrée (https) : un mot de passe pourrait être lu en chemin.
    .mend = Indiquez dans DECAPOLIS_ADDRESS l’adresse https du site et placez-le derrière un proxy qui parle TLS.
error-password-short = Le mot de passe est trop court.
    .mend = Utilisez au moins { $n } caractères.
error-password-long = Le mot de passe est trop long.
    .mend = Utilisez au plus { $n } caractères.
error-password-common = Ce mot de passe est facile à deviner.
    .mend = Prenez plusieurs mots sans rapport entre eux, et rien de votre nom ni de votre adresse.
error-mail = « { $text } » n’est pas une adresse électronique.
    .mend = Écrivez-la comme nom@example.org.
error-role = Il n’y a pas de rôle « { $text } ».
    .mend = Utilisez l’un de ceux-ci : { $roles }.
error-has-role = { $mail } a déjà ce rôle.
    .mend = Il n’y a rien à faire. Pour un autre rôle, indiquez lequel.
error-no-account = Personne n’a l’adresse { $mail }.
    .mend = La commande « decapolis user list » montre tous les comptes.
error-has-no-role = { $mail } n’a pas ce rôle.
    .mend = La commande « decapolis user list » montre qui a lequel.
error-last-administrator = Personne d’autre n’a le rôle d’administration.
    .mend = Donnez-le d’abord à quelqu’un d’autre.
error-undo-grant = Le lot { $batch } a donné ou retiré un rôle, et cela ne s’annule pas.
    .mend = Donnez ou retirez le rôle de nouveau.

site-error-link = Ce lien a déjà servi, ou son délai est passé.
    .title = Le lien n’est plus valable
    .hint = Si vous avez choisi un mot de passe, connectez-vous avec lui. Sinon, demandez un nouveau lien à l’administration.
site-error-no-role = Votre compte n’a aujourd’hui aucun rôle au bureau.
    .title = Accès refusé
    .hint = Demandez un rôle à l’administration.
