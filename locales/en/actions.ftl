# Why an action was refused.

error-row-moved = Someone else has changed this since you opened it; nothing has been written.
    .mend = Open it again and repeat your change.
error-table-own-action = Only the action { $action } may write in the table “{ $table }”; nothing has been written.
    .mend = Use { $action } to correct it.
error-undo-own-action = Batch { $batch } cannot be undone: only { $action } itself can correct what it wrote.
    .mend = Run { $action } again with the right values.
error-undo-of-undo = Batch { $batch } is itself an undo, and an undo cannot be undone.
    .mend = Import or save again what was undone.
error-undo-edition = Batch { $batch } published an edition, and a published edition cannot be withdrawn.
    .mend = Correct the register and publish again: the next edition says what it replaces.

# Who acted, as named in the journal and in lists of corrections.
actor-demo = Someone trying the demo
