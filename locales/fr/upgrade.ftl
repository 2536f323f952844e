# Ce que dit le programme quand il met à niveau un registre d’une version antérieure.

upgrade-done =
    Registre { $register } : mis à niveau vers cette version, { $n ->
        [one] { $count } modification de ses tables
        [many] { $count } de modifications de ses tables
       *[other] { $count } modifications de ses tables
    }.
upgrade-step-seal-rows-and-chain-the-journal = Chaque ligne porte désormais son sceau et le journal est enchaîné ; « decapolis verify » le vérifie.
upgrade-step-order-names-by-language = Les noms sont désormais triés selon les règles de chaque langue.
upgrade-step-index-words-for-every-sqlite = Datasette et les versions plus anciennes de SQLite peuvent désormais ouvrir le registre.
upgrade-copy = Tel qu’il était avant : { $file }
upgrade-nothing = Le registre est de cette version : il n’y a rien à mettre à niveau.
upgrade-rehearsed = Répétition sur une copie, déjà supprimée ; le registre est tel qu’il était.
upgrade-year = Année
upgrade-figure = Chiffre
upgrade-before = Avant
upgrade-after = Après
upgrade-differs = diffère
upgrade-not-counted = non compté
upgrade-same =
    { $n ->
        [one] { $n } nombre, identique avant et après.
        [many] { $n } de nombres, tous identiques avant et après.
       *[other] { $n } nombres, tous identiques avant et après.
    }
upgrade-new =
    { $n ->
        [one] { $n } nombre ne pouvait pas être compté avant la mise à niveau ; il n’est donc pas comparé : { $figures }.
        [many] { $n } de nombres ne pouvaient pas être comptés avant la mise à niveau ; ils ne sont donc pas comparés : { $figures }.
       *[other] { $n } nombres ne pouvaient pas être comptés avant la mise à niveau ; ils ne sont donc pas comparés : { $figures }.
    }

error-register-newer = Le registre a été fait par une version plus récente de ce programme ({ $what }) ; il n’a pas été ouvert.
    .mend = Installez cette version, ou ouvrez la copie d’avant sa mise à niveau.
error-register-differs = Les tables du registre ne sont pas celles de cette version et rien n’a été modifié : { $what }.
    .mend = Essayez avec la version intermédiaire, ou exportez le registre avec la version qui l’a fait et importez-le dans un nouveau.
error-rehearsal-differs =
    { $n ->
        [one] { $n } nombre diffère après la mise à niveau.
        [many] { $n } de nombres diffèrent après la mise à niveau.
       *[other] { $n } nombres diffèrent après la mise à niveau.
    }
    .mend = Comparez-les avec « decapolis figures why » avant la mise à niveau.
error-rehearsal-nothing = Il n’y a aucun registre dans { $register }.
    .mend = Indiquez dans DECAPOLIS_DATABASE le registre voulu.
error-rehearsal-right = La répétition copie la base de données, et cet utilisateur ne peut pas en créer.
    .mend = Accordez ce droit pour la répétition (ALTER ROLE … CREATEDB), ou restaurez une sauvegarde dans une autre base de données et répétez-y.
error-rehearsal-in-use = PostgreSQL ne copie une base de données que si personne n’y est connecté.
    .mend = Arrêtez le programme et fermez les autres connexions, ou restaurez une sauvegarde dans une autre base de données et répétez-y.
