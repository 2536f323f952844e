# Short forms of what is done most days.

action-members-change-category = Change the category
field-members-change-category-category = New category
field-members-change-category-from = In it from
action-members-change-region = Change the region
field-members-change-region-region = New region
field-members-change-region-from = In it from
action-members-set-standing = Note the payment standing
field-members-set-standing-year = Dues of which year
field-members-set-standing-day = As at
    .hint = Leave it empty for today.
action-people-fill-post = Elect or appoint somebody
field-people-fill-post-person = Who has this post now?
field-people-fill-post-way = How did they come to it?
field-people-fill-post-from = In office from
    .hint = Leave it empty if no day is known: then it is “by today”.
field-people-fill-post-until = Last day of the term
