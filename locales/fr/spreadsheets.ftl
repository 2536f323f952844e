# Ouvrir les fichiers tels qu’on les a : texte, classeurs, et ce qui n’en a que l’apparence.
# error-<key> dit ce qui ne va pas et .mend comment le corriger.

error-file-gone = Il n’y a pas de fichier { $file } ici.
    .mend = Vérifiez son nom et son dossier ; il a peut-être été déplacé pendant la lecture.
error-file-folder = { $file } est un dossier ou un périphérique, pas un fichier.
    .mend = Indiquez le fichier qui s’y trouve.
error-file-locked = Le fichier { $file } ne peut pas être lu : l’accès est refusé.
    .mend = Donnez le droit de lecture au compte qui exécute le programme, ou fermez le programme qui le tient ouvert.
error-file-unread = Le fichier { $file } n’a pas pu être lu jusqu’à la fin.
    .mend = Copiez-le sur cet ordinateur et réessayez.
error-file-large = Le fichier { $file } dépasse { $most }.
    .mend = Partagez-le en plusieurs fichiers, ou retirez les feuilles et les images inutiles.
error-not-text = Le fichier { $file } n’est ni du texte ni une feuille de calcul.
    .mend = Ouvrez-le dans le programme qui l’a créé et enregistrez-le au format CSV ou XLSX.
error-not-a-sheet =
    { $what ->
        [pdf] Le fichier { $file } est un PDF, pas une feuille de calcul.
        [picture] Le fichier { $file } est une image, pas une feuille de calcul.
        [media] Le fichier { $file } est une image, un son ou une vidéo, pas une feuille de calcul.
        [archive] Le fichier { $file } est une archive compressée, pas une feuille de calcul.
        [html] Le fichier { $file } est une page web, quoi qu’en dise son nom.
        [xml] Le fichier { $file } est du XML, pas une feuille de calcul.
        [json] Le fichier { $file } est du JSON, pas une feuille de calcul.
        [database] Le fichier { $file } est une base de données, pas une feuille de calcul.
        [text-document] Le fichier { $file } est un document texte, pas une feuille de calcul.
        [presentation] Le fichier { $file } est une présentation, pas une feuille de calcul.
        [numbers] Le fichier { $file } est une feuille de Numbers, qui ne peut pas être lue ici.
        [old-workbook] Le fichier { $file } est une feuille d’une version d’Excel antérieure à 1997.
       *[other] Le fichier { $file } n’est pas une feuille de calcul.
    }
    .mend = Ouvrez-le dans le programme dont il relève et enregistrez ou exportez son tableau au format CSV ou XLSX.
error-password = Le fichier { $file } est protégé par un mot de passe.
    .mend = Ouvrez-le avec son mot de passe et enregistrez une copie sans protection. Le programme ne demande jamais le mot de passe d’un fichier.
error-long-cell = Le fichier { $file } contient une cellule de plus de { $most }.
    .mend = Si aucune cellule ne doit être aussi longue, un guillemet s’ouvre sur cette ligne et ne se ferme pas.
error-long-row = Le fichier { $file } contient une ligne de plus de { $most }.
    .mend = Vérifiez que les lignes se terminent par un retour à la ligne, ou retirez les colonnes aux textes longs.
error-no-room-to-read = Il n’y a plus de place sur le disque pour lire le fichier { $file }.
    .mend = Libérez de la place dans le dossier des fichiers temporaires, ou indiquez-en un autre dans TMPDIR.
error-workbook-broken = Le classeur { $file } est endommagé ou tronqué.
    .mend = Téléchargez-le ou copiez-le de nouveau ; s’il s’ouvre dans un tableur, enregistrez-le sous un autre nom.
error-workbook-memory = L’ouverture du classeur { $file } demande plus de { $most } de mémoire.
    .mend = Ouvrez-le dans un tableur et enregistrez la feuille voulue au format CSV : le texte se lit quelle que soit sa longueur.
error-workbook-parts = Le classeur { $file } compte plus de { $most } parties.
    .mend = Enregistrez la feuille voulue au format CSV, ou dans un classeur à part.
error-workbook-repeats = Le classeur { $file } répète les mêmes cellules si souvent que sa lecture demanderait plus que ce que la machine doit fournir.
    .mend = Supprimez les lignes et les colonnes dans lesquelles une valeur a été recopiée jusqu’au bout de la feuille, puis enregistrez-le de nouveau.
error-workbook-rows = Les cellules du classeur { $file } occupent plus de { $most }.
    .mend = Des cellules se répètent peut-être bien après la dernière ligne : supprimez les lignes sous le tableau, ou enregistrez la feuille au format CSV.
error-workbook-time = L’ouverture du classeur { $file } demande plus de { $most } secondes.
    .mend = Ouvrez-le dans un tableur et enregistrez la feuille voulue au format CSV.
error-workbook-process = Le classeur { $file } n’a pas pu être ouvert : le processus qui le lit n’a pas démarré ou s’est mal terminé.
    .mend = Réessayez ; si cela persiste, enregistrez la feuille voulue au format CSV.

note-not-its-name =
    Le nom de { $file } se termine par .{ $ending }, mais c’est { $what ->
        [text] du texte
        [xlsx] un classeur Excel (XLSX)
        [xlsb] un classeur Excel binaire (XLSB)
        [xls] un ancien classeur Excel (XLS)
       *[ods] un classeur LibreOffice (ODS)
    } : il est lu pour ce qu’il est.
note-encoding = Ses lettres sont prises pour du { $encoding } (certitude : { $sure } %) : regardez les noms accentués.
note-broken-letters = Lettres abîmées dans le fichier : { $n }, la première à la ligne { $row }. Elles s’affichent �.
note-hidden-sheet = La feuille « { $sheet } » est masquée dans le classeur. Elle est lue aussi.
note-links = Le classeur renvoie à d’autres fichiers. Ils ne sont pas ouverts : les dernières valeurs connues sont lues.
note-macros = Le classeur contient des macros. Elles ne sont pas exécutées.
note-cells-unread = Cellules de la feuille « { $sheet } » qui affichent une erreur d’un genre inconnu ici : { $n }. Elles sont tenues pour vides.
