# The network's colours and logo.

column-accent = Couleur principale
column-logo = Logo
column-colour = Couleur

error-colour = La couleur n’est pas écrite sous la forme #rrggbb.
    .mend = Écrivez un croisillon et six chiffres hexadécimaux, comme #0b3d91.
error-colour-too-pale = La couleur est trop pâle : elle ne se lit pas sur du blanc.
    .mend = Choisissez-en une plus foncée : son contraste avec le blanc doit être de 4,5 pour 1 au moins.
error-logo-no-picture = Le logo n’est pas une image.
    .mend = Utilisez un fichier SVG ou PNG de 4000 pixels de côté au plus.
error-logo-too-large = Le logo est trop grand.
    .mend = Utilisez un fichier de 100 ko au plus, avec moins de 2000 éléments.
error-logo-does-more = Le logo ne fait pas que dessiner : il contient des scripts, des animations, des feuilles de style, des images incorporées ou des adresses extérieures.
    .mend = Exportez-le de nouveau en SVG simple, avec ses formes en tracés.
error-logo-not-on-paper = Le logo ne peut pas être composé sur la page imprimée : l’image est endommagée, n’a pas de dimensions ou utilise ce que le compositeur ne dessine pas.
    .mend = Enregistrez-le de nouveau en SVG simple avec une largeur et une hauteur, ou en PNG.

error-no-network = Il n’y a pas encore de réseau dans ce registre.
    .mend = Importez d’abord networks.csv, avec le code et le nom du réseau.
