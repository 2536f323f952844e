# A new record that may be one of the register already: asked before it is made.

likes-title = Is it one of these?
    .hint = The register has records that are like the new one. If it is one of them, open it and change it there.
likes-another = It is another one: go on
likes-by-mail = The same mail address.
likes-by-address = The same address on the web.
likes-by-name = The same name, perhaps in another spelling.
likes-by-words = The same words in another order, or with another term for the institution.
likes-by-script = The same name in another script.
likes-by-other-name = Another name of it.
likes-by-nearly = Almost the same name.
likes-by-title = Almost the same title.
likes-by-near = In the same place.
error-like-existing = The register may have this record already: { $names }.
    .mend = Look at it. If yours is another one, say so: on the command line with --another, in a program with “another”.
do-another = it is another record than those like it
