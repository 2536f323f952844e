# Messages sur le fonctionnement du programme : où se trouve le registre, son fichier et ce qu’on peut ignorer d’une écriture.

error-address-kind = DECAPOLIS_DATABASE désigne une base de données de type « { $kind } » ; un registre est un fichier ou se trouve sur PostgreSQL.
    .mend = Indiquez le chemin d’un fichier, ou postgres://utilisateur:motdepasse@serveur/base.
error-address-unclear = L’adresse indiquée dans DECAPOLIS_DATABASE ne peut pas être lue avec certitude ; elle n’est pas affichée, car elle peut contenir un mot de passe.
    .mend = Indiquez postgres://utilisateur:motdepasse@serveur/base. Dans le mot de passe, écrivez @ sous la forme %40, : sous la forme %3A, / sous la forme %2F, ? sous la forme %3F, # sous la forme %23 et % sous la forme %25.
error-address-parameter = Le paramètre { $n } de l’adresse indiquée dans DECAPOLIS_DATABASE est inconnu ; l’adresse n’est pas affichée, car elle peut contenir un mot de passe.
    .mend = Sont admis sslmode, sslrootcert, sslcert, sslkey, host, hostaddr, port, dbname, user, password, application_name et options. Dans le mot de passe, écrivez ? sous la forme %3F et & sous la forme %26.
error-address-behind-a-proxy = DECAPOLIS_TRUSTED_PROXY désigne un proxy, mais le programme ne connaît pas l’adresse par laquelle on accède au site.
    .mend = Indiquez-la dans DECAPOLIS_ADDRESS, par exemple https://network.example, ou dans la fiche du réseau.
error-file-other = { $file } n’est pas un registre et n’a pas été modifié.
    .mend = Indiquez dans DECAPOLIS_DATABASE le fichier d’un registre, ou un fichier qui n’existe pas encore.
error-file-of-another-program = { $file } appartient à un autre programme : c’est sa base de données, et rien n’y a été modifié.
    .mend = Indiquez dans DECAPOLIS_DATABASE le fichier d’un registre, ou un fichier qui n’existe pas encore.
error-register-to-upgrade = Le registre { $register } a été créé par une autre version de ce programme, et cette commande n’y modifie rien.
    .mend = Mettez d’abord le registre à niveau avec « decapolis upgrade », ou utilisez la version qui l’a créé.
error-read-only = Ici, le registre ne peut être que lu ; rien n’a été écrit.
    .mend = Vérifiez qui peut écrire dans son fichier et dans son dossier, ou connectez-vous au serveur qui accepte les écritures.
error-commit-unknown = On ne sait pas si le lot { $batch } a été écrit : la base de données n’a pas répondu.
    .mend = Quand la base de données répondra de nouveau, relancez la commande : elle reconnaît ce qui est déjà écrit et ne l’écrit pas deux fois.

## La démonstration

demo-kept = L’exemple a changé. Le registre { $file } contient des écritures que l’exemple n’a pas ; il est donc conservé tel quel. { $option } le recrée et conserve l’ancien à côté.
demo-set-aside = L’ancien registre est conservé dans { $file }.

## La page sur papier

error-page-not-on-paper = La page en { $language } ne peut pas être composée sur papier ; son PDF manquerait donc : { $why }.
    .mend = Corrigez le fichier de la page, le modèle page.typ ou les mots nommés.
