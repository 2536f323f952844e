# `decapolis generate`: an invented register for measuring.

generate-done = { $rows } invented rows written in { $seconds } seconds, as one entry. None of them is real.
error-generate-not-empty = There is something in this register already.
    .mend = Invented records go into an empty one only: name a new file in DECAPOLIS_DATABASE.
