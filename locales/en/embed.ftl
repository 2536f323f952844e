# Pieces of a page for other sites.

site-embed = Show in another site
    .hint = Copy this text into the page. It uses no script, and always shows this number, with its days and the state of the register.
