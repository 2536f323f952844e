# Ce que sont les lignes d’une feuille de calcul, et les cellules qui ne sont pas ce que contient leur colonne.

## Pourquoi une ligne n’est pas lue

row-blank = une ligne vide
row-title = une ligne au-dessus du tableau
row-heading = un en-tête
row-column-numbers = une ligne qui numérote les colonnes
row-section = la section « { $text } »
row-subtotal = un total
row-footnote = une note sous le tableau
row-other-table = une ligne d’un autre tableau de la feuille

## Cellules qui ne peuvent pas être lues

error-cell-formula = La cellule affiche « { $text } » : sa formule n’a pas de valeur.
    .mend = Corrigez la formule dans le tableur ou saisissez la valeur elle-même.
error-cell-not-calculated = La cellule a une formule que rien n’a encore calculée : { $text }.
    .mend = Ouvrez le fichier dans un tableur, enregistrez-le et importez-le ; ou saisissez la valeur elle-même.
error-cell-digits-lost = Un tableur a coupé ce nombre : « { $text } » n’a plus tous ses chiffres.
    .mend = Mettez la colonne au format texte dans le fichier d’origine, puis exportez-le de nouveau.
error-cell-code-changed = Un tableur a peut-être transformé ce code en « { $text } » : ce n’est plus du texte.
    .mend = Mettez la colonne au format texte et écrivez le code tel quel.
error-cell-not-text = « { $text } » ne peut pas être lu.
    .mend = Saisissez la valeur sous forme de texte.
error-cell-not-whole = « { $text } » n’est pas un nombre entier, contrairement aux autres cellules de la colonne.
    .mend = Écrivez-le sans décimales et avec les mêmes séparateurs de milliers que les cellules voisines, ou indiquez dans la correspondance que la colonne a des décimales.
error-cell-not-number = « { $text } » n’est pas un nombre écrit comme les autres de la colonne.
    .mend = Écrivez-le avec le même signe décimal, et placez notes et unités dans une colonne à part.
error-cell-number-mark = « { $text } » peut être deux nombres : aucune cellule de la colonne ne montre si le signe sépare les milliers ou précède les décimales.
    .mend = Indiquez le signe des décimales avec --decimal . ou --decimal ,, ou écrivez le nombre sans séparateur de milliers.
error-decimal-mark = « { $text } » n’est pas un signe de décimales.
    .mend = Écrivez --decimal . ou --decimal ,.
error-cell-not-percent = « { $text } » n’est pas un pourcentage.
    .mend = Écrivez le nombre avec son signe : 12,5 %.
error-cell-not-year = « { $text } » n’est pas une année.
    .mend = Écrivez quatre chiffres : 2020.
error-cell-not-day = « { $text } » n’est pas une date écrite comme les autres de la colonne.
    .mend = Écrivez 31/12/2020 ou 2020-12-31 ; 2020-12 ou 2020 si le jour n’est pas connu.
error-cell-not-day-month-first = « { $text } » n’est pas une date écrite comme les autres de la colonne, le mois en premier.
    .mend = Écrivez 12/31/2020 ou 2020-12-31, ou indiquez que le jour vient en premier dans cette colonne.
error-cell-day-order = « { $text } » peut être deux dates : aucune cellule de la colonne ne montre si le jour, le mois ou l’année vient en premier.
    .mend = Indiquez-le avec --days d/m/y, --days m/d/y ou --days y-m-d, ou écrivez 2020-12-31.
error-cell-day-without-year = « { $text } » ne dit pas l’année, ou ne dit pas le jour.
    .mend = Écrivez 2020-03-17 ; 2020-03 si le jour n’est pas connu.
error-cell-number-among-days = « { $text } » est un nombre parmi des dates.
    .mend = Écrivez la date : 2020-12-31 ; 2020-12 ou 2020 si elle n’est pas connue.
error-cell-day-swapped = « { $text } » a peut-être le jour et le mois intervertis : d’autres dates de la colonne sont restées du texte, comme lorsqu’un fichier est ouvert avec les réglages d’un autre pays.
    .mend = Corrigez la colonne dans le fichier, ou importez le fichier où elle a d’abord été saisie.
error-cell-century = « { $text } » ne dit pas le siècle.
    .mend = Écrivez dans le fichier les quatre chiffres de l’année : 31/12/1957 ou 31/12/2057 au lieu de 31/12/57.
error-cell-day-midnight = « { $text } » porte l’heure d’un autre fuseau : ici, ce peut être un autre jour.
    .mend = Écrivez la date seule : 2020-12-31.
error-cell-year-apart = L’année de « { $text } » est loin de toutes les autres de la colonne.
    .mend = Corrigez-la si c’est une erreur ou si elle vient d’un autre calendrier. Si elle est juste, ajoutez --years avec la première et la dernière année justes : --years 1850..2030.
error-cell-not-yes-no = « { $text } » ne dit ni oui ni non.
    .mend = Écrivez oui ou non, ou laissez la cellule vide si on ne le sait pas.
error-cell-not-degrees = « { $text } » n’est ni une latitude ni une longitude.
    .mend = Écrivez 40,4168 ou 40°25′01″N ; les minutes et les secondes sont inférieures à 60.
error-cell-not-coordinates = « { $text } » n’est pas une latitude suivie de sa longitude.
    .mend = Écrivez d’abord la latitude : 40.4168, -3.7038 ou 4025N 00342W ; les minutes sont inférieures à 60.

## Tableaux introuvables

error-no-such-table-in-sheet = La feuille n’a pas de tableau { $table }.
    .mend = Exécutez « decapolis look » sur le fichier : ses feuilles et leurs tableaux y sont énumérés.
error-heading-not-there = L’en-tête devait se trouver à la ligne { $rows }, mais aucune ligne de texte ne porte ce numéro au début de la feuille.
    .mend = Indiquez le numéro que le tableur affiche à côté de la ligne.
