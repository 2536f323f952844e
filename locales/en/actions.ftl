# What is said when an action is not done.

error-row-moved = Someone else has changed this since you opened it; nothing has been written.
    .mend = Look at it as it is now, and enter your change again.
error-table-own-action = The table “{ $table }” is only written by its own action, { $action }; nothing has been written.
    .mend = Use { $action } to put it right.
error-undo-own-action = Batch { $batch } cannot be undone: what { $action } wrote is only put right by { $action } itself.
    .mend = Do { $action } again, with what should be there.
error-undo-of-undo = Batch { $batch } is itself an undo, and an undo cannot be undone.
    .mend = Import or save again what was taken back.
error-undo-edition = Batch { $batch } published an edition, and what is published cannot be unpublished.
    .mend = Correct the register and publish again: the next edition says what it replaces.

# Who acted, as lists of corrections and the journal say it.
actor-demo = Somebody trying the demo
