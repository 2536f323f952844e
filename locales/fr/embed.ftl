# Pieces of a page for other sites.

site-embed = Afficher sur un autre site
    .hint = Copiez ce texte dans la page. Il n’utilise aucun script et montre toujours ce nombre, avec ses jours et l’état du registre.
