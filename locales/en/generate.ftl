# `decapolis generate`: an invented register for measuring.

generate-done = { $rows } invented rows written in { $seconds } seconds, as one entry. None of them is real.
error-generate-not-empty = This register is not empty.
    .mend = Invented records can only go into an empty register: name a new file in DECAPOLIS_DATABASE.
