# Rows that look like a record that is there already, and what was decided about them.

table-likenesses = Decisions about duplicates
column-mail = Mail address
column-called = What the file called it
column-same-as = Same as
column-likenesses-decision = Same or different
choice-same = the same
choice-different = different

upgrade-step-spell-records = index of spellings
upgrade-step-index-words-of-names = index of the words of names
verify-spellings-differ = the index of spellings is not what its row says; it can be made anew with “decapolis upgrade --respell”

## Why a row may mean the record { $name } ({ $code })

like-mail = looks like { $name } ({ $code }): the same mail address
    .mend = { likeness-mend }
like-address = looks like { $name } ({ $code }): the same address on the web
    .mend = { likeness-mend }
like-name = looks like { $name } ({ $code }): the same name, perhaps in another spelling
    .mend = { likeness-mend }
like-words = looks like { $name } ({ $code }): the same words in another order or with another term for the institution
    .mend = { likeness-mend }
like-script = looks like { $name } ({ $code }): the same name in another script
    .mend = { likeness-mend }
like-other-name = looks like { $name } ({ $code }): another name of it
    .mend = { likeness-mend }
like-nearly = looks like { $name } ({ $code }): almost the same name
    .mend = { likeness-mend }
like-title = looks like { $name } ({ $code }): almost the same title, perhaps from another catalogue
    .mend = { likeness-mend }
like-near = looks like { $name } ({ $code }): in the same place
    .mend = { likeness-mend }

warning-kept-as-it-was = the record { $name } ({ $code }) says otherwise in { $columns } and stays as it is
    .mend = A row that is the same as a record adds only what the record lacks. To change the record, use a row with its own code.
error-same-as-unknown = “{ $text }” in “same_as” is no record of this kind
    .mend = Write the code of a record that is there or stands above in this import, or “new”.
error-same-as-itself = “same_as” names the row itself
    .mend = Write the code of another record, or “new”.
error-unknown-name-like = “{ $text }” is neither the name nor the code of a record of the kind “{ $kind }”. Did you mean { $names }?
    .mend = Write the code that stands in brackets after the name.
error-same-as-of-a-record = “{ $text }” is a record of its own already, and “same_as” says that it is another
    .mend = Two records that are there are not made one by an import: leave “same_as” empty.
