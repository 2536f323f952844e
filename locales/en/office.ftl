# The office: finding, forms, what follows, batches.

office-start = Start
office-hello = Good day, { $name }
office-lately = Written lately
office-find = Find
office-found = Found for “{ $q }”
office-name = Name
office-nothing = Nothing was found.
office-first = These are the first { $n }. Type more of the name to see fewer.
office-not-public = not public
office-batches = Batches
office-public = Public site
office-sign-out = Sign out
office-saved = Saved: { $what }.
office-undo = Undo
office-reason = “{ $reason }”

actor-job = the program
actor-gone = an account that is no longer there

office-follows = When you save
    .hint = Fill in the fields and look at what follows. Nothing is written before you save.
office-follows-nothing = Nothing changes.
office-show-what-follows = Show what follows
office-look-again = Look again
office-save = Save
office-leave = Leave without saving
office-to-mend = This is to be mended before it can be saved:
office-optional = (if known)
office-choose = —
office-day-hint = As you know it: 2021-02-03, 2021-02 or 2021; ../2018 for “by 2018”.
office-reference-hint = Its name or its code.

action-people-change-leader = Change the leader
field-people-change-leader-label = Name of somebody who is not in the register yet
    .hint = The person is added, with the gender “not stated”.
field-people-change-leader-person = Who leads it now?
field-people-change-leader-holder = Or nobody
    .hint = Choose “vacant” if the post is empty.
field-people-change-leader-from = In office from
field-people-change-leader-way = How did they come to office?
error-leader-nobody = Nobody is named.
    .mend = Name a person of the register, or write the name of a new one, or say that the post is vacant.
error-leader-two = Two different answers are given for who leads it now.
    .mend = Keep one: a person of the register, the name of a new one, or “vacant”.
error-leader-same = This person leads it already.
    .mend = To correct the day on which they took office, correct the mandate.
error-leader-later = The leader until now took office on { $day }, not before the day you give.
    .mend = Check the day. If the earlier leader was never there, remove that mandate first.
