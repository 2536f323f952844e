# Le second facteur : le code à la connexion, sa mise en place, les codes de secours.

code-title = Votre code
code-words = Le mot de passe est juste. Ouvrez maintenant sur votre téléphone l’application qui affiche vos codes.
code-field = Code à six chiffres
    .hint = Ou l’un de vos codes de secours, si vous n’avez pas le téléphone sous la main.

factor-title = Second facteur
factor-is-on = En plus du mot de passe, un code de votre téléphone vous est demandé.
factor-is-off = Votre mot de passe seul ouvre votre compte.
factor-change = Le modifier
factor-set-up = Le mettre en place
factor-words = En plus du mot de passe, un code affiché par votre téléphone vous sera demandé. Qui apprend votre mot de passe n’entrera pas avec lui seul.
factor-required = Votre rôle exige un second facteur.
factor-password = Votre mot de passe
factor-step-application = Installez sur votre téléphone une application de codes, si vous n’en avez pas : toutes celles qui parlent de TOTP ou d’« authenticator » conviennent.
factor-step-picture = Ajoutez-y un compte et visez cette image avec l’appareil photo.
factor-picture = Image pour l’application
factor-by-hand = Ou saisissez-y cette clé :
factor-here = Sur ce téléphone : ouvrir l’application
factor-step-code = Saisissez le code que l’application affiche maintenant.
factor-confirm = L’utiliser désormais
factor-codes = Codes de secours
factor-codes-once = Voici vos codes de secours. Ils ne s’affichent que maintenant.
factor-codes-words = Imprimez-les ou notez-les, et gardez-les loin du téléphone. Chacun permet de se connecter une seule fois.
factor-codes-kept = Je les ai gardés
factor-codes-left = { $n ->
    [0] Il ne reste aucun code de secours : créez-en de nouveaux.
    [one] Il reste un code de secours.
    [many] Il reste { $n } de codes de secours.
   *[other] Il reste { $n } codes de secours.
}
factor-codes-hint = Les nouveaux codes remplacent ceux que vous avez.
factor-new-codes = Créer de nouveaux codes
factor-since = Utilisé depuis le { $day }.
factor-turn-off = Le désactiver
factor-turn-off-hint = Ensuite, votre mot de passe seul ouvrira votre compte.
factor-has = avec second facteur
factor-has-not = sans second facteur
factor-lacks = pas encore, alors qu’un rôle l’exige : il se met en place à la prochaine connexion
factor-lost = Le téléphone est perdu
factor-lost-hint = Assurez-vous que la demande vient bien de cette personne, et non de quelqu’un qui connaît son mot de passe. Ensuite, le mot de passe seul ouvre le compte, jusqu’à la mise en place d’un nouveau second facteur. Le journal garde le motif.
factor-remove = Retirer le second facteur

team-second-factor = Second facteur
team-required = Qui doit donner un code de son téléphone à la connexion
team-required-save = Enregistrer

user-factor-removed = Le second facteur de { $mail } est retiré, et toutes ses sessions sont closes.
user-factor-required = Enregistré. Qui doit avoir un second facteur et n’en a pas le met en place à la prochaine page ouverte.

table-required-factors = Rôles qui exigent un second facteur
table-removed-factors = Seconds facteurs retirés
action-accounts-require-second-factor = Dire quels rôles exigent un second facteur
action-accounts-remove-second-factor = Retirer le second facteur d’un compte

error-code = Ce code n’est pas juste, ou il a déjà servi.
    .mend = Attendez le code suivant, vérifiez que l’horloge du téléphone se règle seule, puis saisissez-le. Un code de secours convient aussi.
error-code-locked = Il y a eu trop de codes faux pour ce compte.
    .mend = Utilisez un code de secours, ou demandez à l’administration de retirer le second facteur.
error-sign-in-again = La connexion a pris trop de temps.
    .mend = Recommencez avec votre adresse et votre mot de passe.
error-has-second-factor = Vous avez déjà un second facteur.
    .mend = Désactivez-le d’abord si vous voulez le mettre en place sur un autre téléphone.
error-no-second-factor = Ce compte n’a pas de second facteur.
    .mend = Il n’y a rien à faire.
error-second-factor-again = Aucun second facteur n’attend de code, ou il a attendu trop longtemps.
    .mend = Reprenez sa mise en place depuis le début.
error-second-factor-required = Votre rôle exige un second facteur ; il n’est pas désactivé.
    .mend = Si le téléphone est perdu, l’administration peut le retirer ; mettez ensuite en place un nouveau.
error-signed-in-long-ago = Votre connexion est trop ancienne pour cela.
    .mend = Déconnectez-vous, reconnectez-vous et revenez ici.
error-reason-missing = Il manque un motif.
    .mend = Écrivez pourquoi ; le journal le garde.
error-required-moved = Quelqu’un d’autre a changé entre-temps qui doit avoir un second facteur ; rien n’a été enregistré.
    .mend = Le formulaire montre l’état actuel. Choisissez de nouveau et enregistrez.
error-undo-second-factor = Le lot { $batch } a retiré un second facteur, et cela ne s’annule pas.
    .mend = La personne en met un nouveau en place.

site-error-second-factor = Votre rôle exige un second facteur et vous n’en avez pas encore ; rien n’a été fait.
    .title = Mettez d’abord en place votre second facteur
    .hint = Ouvrez votre compte au bureau : la marche à suivre y est. Revenez ensuite et recommencez.
