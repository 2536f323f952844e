# Se connecter chez le fournisseur d’identité du réseau.

provider-button = Se connecter avec { $name }
provider-on-the-way = Vous êtes conduit vers { $name }, où vous vous connecterez. Vous reviendrez ensuite ici.
provider-go-on = Y aller maintenant

error-provider-silent = Le fournisseur d’identité ne répond pas.
    .mend = Réessayez dans une minute, ou connectez-vous avec votre mot de passe. Si cela dure, prévenez la personne qui exploite ce site.
error-provider-answer = La réponse du fournisseur d’identité n’est pas valable ; personne n’a été connecté.
    .mend = Réessayez. Si cela dure, prévenez la personne qui exploite ce site : son journal technique dit pourquoi.
error-provider-state = Cette connexion n’a pas commencé dans ce navigateur, a déjà servi ou a pris trop de temps.
    .mend = Recommencez ici.
error-provider-declined = Le fournisseur d’identité ne vous a pas connecté.
    .mend = Réessayez chez lui, ou connectez-vous avec votre mot de passe.
error-provider-unverified = Le fournisseur d’identité n’a pas vérifié votre adresse.
    .mend = Faites-la vérifier chez lui, ou connectez-vous avec votre mot de passe.
error-provider-unknown = Personne ayant cette adresse n’a aujourd’hui de rôle au bureau.
    .mend = Demandez à l’administration une invitation pour l’adresse que le fournisseur d’identité connaît.
error-provider-other = Ce compte se connecte avec une autre identité de cette adresse.
    .mend = Connectez-vous avec celle-ci ou avec votre mot de passe, et prévenez l’administration.

identity-title = Fournisseur d’identité
identity-since = Se connecte chez { $issuer } en tant que { $subject }, depuis le { $day }.
identity-free = Libérer le compte
identity-other = L’identité a changé
identity-other-hint = Libérez le compte si le fournisseur connaît désormais cette personne sous un autre nom, ou si la mauvaise personne est venue la première. Les sessions du compte prennent fin, et le compte revient à la prochaine identité qui arrive du fournisseur avec son adresse électronique vérifiée. Le journal conserve le motif.
identity-leave = Ne plus se connecter avec cette identité
identity-leave-hint = Ensuite, seul votre mot de passe ouvre votre compte, jusqu’à ce que vous vous connectiez de nouveau chez le fournisseur. Les autres navigateurs sont déconnectés.
identity-only = Vous n’avez pas de mot de passe : c’est donc la seule entrée de votre compte. L’administration peut vous envoyer un lien pour en choisir un.

table-freed-identities = Comptes libérés d’une identité
action-accounts-free-identity = Libérer un compte de son identité

error-no-identity = Ce compte n’appartient à aucune identité.
    .mend = Il n’y a rien à faire.
error-identity-only-way = Sans cette identité, rien n’ouvrirait votre compte : il n’a pas de mot de passe.
    .mend = Demandez à l’administration un lien pour choisir un mot de passe, puis revenez.
error-undo-identity = Le lot { $batch } a libéré un compte d’une identité, et cela ne s’annule pas.
    .mend = La personne se connecte de nouveau chez le fournisseur.
