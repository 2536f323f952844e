# Roles that end: with a last day, or with a mandate.

team-until = Last day
    .optional = (an intern’s role needs one)
team-post = As long as somebody holds a post
    .optional = (optional)
    .hint = The code of the post. The role ends with the mandate of the person who holds it today.
error-role-over = The last day of the role has passed already.
    .mend = Choose today or a later day.
error-role-intern = An intern’s role needs a last day.
    .mend = Say until when the person stays; it can be given again.
error-role-post = The register knows nobody who holds this post today.
    .mend = Enter the mandate first, or give the role a last day instead.
error-no-post = There is no post with the code “{ $code }”.
    .mend = Use the code of a post, as the list of posts has it.
