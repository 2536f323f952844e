# Saved views of lists, and drafts of forms.

views-title = Saved views
views-all = All
views-mine = (mine)
views-gone = What this view asked of { $columns } is no longer there, and was left out.
views-keep = Keep this list as a view
views-keep-button = Keep
views-change = Change this view
views-shared = for everybody in the office
views-delete = Delete
error-view-name = A view needs a name of at most { $most } characters.
    .mend = Write a short one by which you find it again.
error-view-many = At most { $most } views of one list are kept, and none with a very long address.
    .mend = Delete one that you no longer use.
error-view-gone = This view is not there any more, or it is another person’s.
    .mend = Open the list and see which views there are.

drafts-title = Your drafts
draft-there = You have typed in this form before and not saved it: { $day }.
draft-open = This is your draft of { $day }. Nothing of it is saved yet.
draft-go-on = Go on with the draft
draft-discard = Discard
draft-keep = Keep as a draft
draft-kept = Kept as a draft
error-draft-late = This form has been saved, or its draft discarded, since it was opened: what was typed is not kept as a draft.
    .mend = Open the form once more, and type it there.
