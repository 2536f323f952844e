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

error-field-required = This field must be filled in.
    .mend = Write a value.
error-fields = Nothing has been written: the fields named above need another value.
    .mend = Correct them and run the command again.

# What is offered by `decapolis do`, and what the journal calls it.
action-network-change-brand = Change the network’s main colour and logo
action-editions-sign-section = Sign sections of the page of a year
action-editions-publish = Publish the page of a year
action-editions-enter-as-printed = Enter a report as it was printed
action-studio-save-figure = Save a figure
action-register-import = Import files
action-register-undo = Undo a batch
action-generate-write-register = Fill the register with invented records

do-about = Does an action. Without --apply it shows what would follow, and nothing is written.
do-reason = Why, for the journal
do-apply = Write it; without this the register does not change
do-every-table = Every table has actions of its own: TABLE.create, TABLE.correct, TABLE.change-from, TABLE.end, TABLE.remove. For example: decapolis do memberships.end --help
do-row = The row, as the address of its page in the office has it
do-answer = An answer to what the action asks beside its fields; without --apply it says which answers there are
do-done =
    { $n ->
        [one] { $n } row written
       *[other] { $n } rows written
    } in batch { $batch }.

# The rows that an action writes.
revised-new = New: { $row }
revised-changed = Changed: { $row }
revised-corrected = Corrected: { $row }
revised-removed = Removed: { $row }

# Who acted, as named in the journal and in lists of corrections.
actor-demo = Someone trying the demo

backup-written = { $file } has the register as it was at entry { $entry }: { $rows } rows.
backup-restored = { $register } has { $rows } rows, up to entry { $entry }. It is verified now:
error-backup-there = There is a file { $file } already.
    .mend = Name another file, or move that one away.
error-no-backup = { $file } is no backup of a register.
    .mend = Name a file that “decapolis backup” wrote.
error-backup-version = Another version of the program wrote this backup ({ $version }).
    .mend = Restore it with that version, then upgrade the register with this one.
error-restore-not-empty = The register has something in it already, so nothing was restored.
    .mend = Name an empty one with DECAPOLIS_DATABASE: a file that is not there yet, or an empty PostgreSQL database.
error-backup-damaged = The backup is damaged or was altered: table { $table } is not as it was written. Nothing was restored.
    .mend = Use another backup, or copy the file again.

error-answer = “{ $text }” is no answer for { $name }.
    .mend = Answer with one of { $words }.
error-questions-open = Nothing has been saved: it was not said what becomes of { $names }.
    .mend = Answer for each, and save again.
answer-passes-on = It passes to the new leader
answer-stays = Its holder keeps it
answer-to-confirm = Not known yet: to be confirmed
answer-vacant = It falls vacant
answer-acting = { $name } acts until the body elects
