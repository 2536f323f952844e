# Several rows of a list changed at once.

bulk-title = Change several rows: { $table }
bulk-chosen = { $n ->
    [one] One row is chosen.
   *[other] { $n } rows are chosen.
}
bulk-tick = Choose
bulk-ticked = Change the rows that are ticked
bulk-all = Change all { $n }
bulk-what = What changes?
bulk-set = Correct: { $column }
bulk-empty = The same for all rows. Left empty, it becomes empty.
bulk-next = Next
bulk-save = { $n ->
    [one] Save one row
   *[other] Save { $n } rows
}
bulk-changes = { $n ->
    [0] No row changes.
    [one] One row changes.
   *[other] { $n } rows change.
}
bulk-same = { $n ->
    [one] One is so already and is not written.
   *[other] { $n } are so already and are not written.
}
bulk-refused = { $n ->
    [one] One row cannot be changed so and stays as it is:
   *[other] { $n } rows cannot be changed so and stay as they are:
}
error-no-rows = No row is chosen.
    .mend = Tick the rows in the list, or narrow the list and take all of it.
error-too-many-rows = At most { $most } rows are changed at once, because somebody reads each of them before it is saved.
    .mend = Narrow the list, or change them with a file.
bulk-words = Write: { $column } ({ $language })
bulk-words-every = Write: { $column }, the same in every language
bulk-words-empty = Words that are left empty are taken away in this language.
