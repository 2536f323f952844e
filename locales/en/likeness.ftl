# Rows that look like an existing record, and the decisions about them.

-likeness-mend = Add a column “same_as”. Write in it the code of the record if it is the same, or “new” if it is another. For all rows at once: --likely same or --likely new.

table-likenesses = Decisions about duplicates
column-mail = Mail address
column-called = What the file called it
column-same-as = Same as
column-likenesses-decision = Same or different
choice-same = the same
choice-different = different

upgrade-step-spell-records = index of spellings
upgrade-step-index-words-of-names = index of the words of names
verify-spellings-differ = the index of spellings does not match the row; rebuild it with “decapolis upgrade --respell”

## Why a row may mean the record { $name } ({ $code })

like-mail = looks like { $name } ({ $code }): the same mail address.
    .mend = { -likeness-mend }
like-address = looks like { $name } ({ $code }): the same address on the web.
    .mend = { -likeness-mend }
like-name = looks like { $name } ({ $code }): the same name, perhaps in another spelling.
    .mend = { -likeness-mend }
like-words = looks like { $name } ({ $code }): the same words in another order or with another term for the institution.
    .mend = { -likeness-mend }
like-script = looks like { $name } ({ $code }): the same name in another script.
    .mend = { -likeness-mend }
like-other-name = looks like { $name } ({ $code }): another name of it.
    .mend = { -likeness-mend }
like-nearly = looks like { $name } ({ $code }): almost the same name.
    .mend = { -likeness-mend }
like-title = looks like { $name } ({ $code }): almost the same title, perhaps from another catalogue.
    .mend = { -likeness-mend }
like-near = looks like { $name } ({ $code }): in the same place.
    .mend = { -likeness-mend }

warning-kept-as-it-was = the record { $name } ({ $code }) has other values in { $columns } and is not changed.
    .mend = A row that is the same as a record only fills fields that the record leaves empty. To change the record, use a row with its own code.
error-same-as-unknown = “{ $text }” in “same_as” is not the code of a record of this kind.
    .mend = Write the code of a record in the register or further up in this import, or “new”.
error-same-as-itself = “same_as” names the row itself.
    .mend = Write the code of another record, or “new”.
error-unknown-name-like = “{ $text }” is neither the name nor the code of a record of the kind “{ $kind }”. Did you mean { $names }?
    .mend = Write the code given in brackets after the name.
error-same-as-of-a-record = “{ $text }” is already the code of a record, but “same_as” says that it is another record.
    .mend = An import does not merge two existing records: leave “same_as” empty.
