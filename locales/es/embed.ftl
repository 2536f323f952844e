# Pieces of a page for other sites.

site-embed = Mostrar en otro sitio
    .hint = Copie este texto en la página. No usa ningún script y muestra siempre esta cifra, con sus días y el estado del registro.
