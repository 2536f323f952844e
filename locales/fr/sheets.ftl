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
error-cell-not-text = « { $text } » ne peut pas être lu.
    .mend = Saisissez la valeur sous forme de texte.
error-cell-not-whole = « { $text } » n’est pas un nombre entier, contrairement aux autres cellules de la colonne.
    .mend = Écrivez-le sans décimales et avec les mêmes séparateurs de milliers que les cellules voisines, ou indiquez dans la correspondance que la colonne a des décimales.
error-cell-not-number = « { $text } » n’est pas un nombre écrit comme les autres de la colonne.
    .mend = Écrivez-le avec le même signe décimal, et placez notes et unités dans une colonne à part.
error-cell-not-percent = « { $text } » n’est pas un pourcentage.
    .mend = Écrivez le nombre avec son signe : 12,5 %.
error-cell-not-year = « { $text } » n’est pas une année.
    .mend = Écrivez quatre chiffres : 2020.
error-cell-not-day = « { $text } » n’est pas une date écrite comme les autres de la colonne.
    .mend = Écrivez 31/12/2020 ou 2020-12-31 ; 2020-12 ou 2020 si le jour n’est pas connu.
error-cell-not-day-month-first = « { $text } » n’est pas une date écrite comme les autres de la colonne, le mois en premier.
    .mend = Écrivez 12/31/2020 ou 2020-12-31, ou indiquez que le jour vient en premier dans cette colonne.
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
