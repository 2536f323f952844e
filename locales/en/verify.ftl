# `decapolis verify`: what was checked and what differs. A place comes before the sentence: table, row, code, entry, day, batch.

verify-register = Register
verify-entries =
    { $n ->
        [one] { $count } journal entry checked
       *[other] { $count } journal entries checked
    }
verify-versions =
    { $n ->
        [one] { $count } row version checked, present and superseded
       *[other] { $count } row versions checked, present and superseded
    }
verify-erased =
    { $n ->
        [one] { $count } of them had its personal data erased and was checked by the stored digest of that data
       *[other] { $count } of them had their personal data erased and were checked by the stored digests of that data
    }
verify-intact = Everything matches what was recorded.
verify-chain = Chain of entry { $number }: { $chain }
verify-more =
    { $n ->
        [one] and { $count } more difference
       *[other] and { $count } more differences
    }
verify-place-row = row { $row }
verify-place-entry = entry { $number }
verify-place-batch = batch { $batch }
verify-row-altered = the row differs from what was recorded
verify-version-altered = a superseded version of the row differs from what was recorded
verify-row-unsealed = the row was not written by this program: it has no seal
verify-row-missing = the entry recorded a version of this row that no longer exists
verify-row-added = the entry did not record this row: it was added afterwards
verify-end-missing = the entry superseded a version of this row that no longer exists
verify-end-added = the entry superseded no version of this row: it was added afterwards
verify-contents-differ = the entry recorded these rows, but with other contents
verify-no-such-entry = rows name an entry that is not in the journal
verify-entry-altered = the entry, its list of changes or the entry before it does not match the chain
verify-entry-unchained = the entry was not written by this program: it is not part of the chain
verify-entry-missing = the entry is missing from the journal
verify-last-entries-missing = the journal ends before this entry, which the counter has already reached
verify-entry-added = the counter has not reached this entry: it was added afterwards
verify-id-beyond-counter = the row has a number that was never assigned
verify-head-differs = the register names another entry as the last one that changed this table; its figures may not have been counted again
verify-unreadable = it cannot be read
verify-file-damaged = the file is damaged
verify-place-register = register
verify-editions-unread = The editions cannot be checked ({ $why }).

error-verify-different = The register does not match what was recorded.
    .mend = Keep this output and a copy of the register, compare the register with a backup, and find out who could write to the database.
error-verify-empty = There is nothing to check: the register has no entry.
    .mend = If something was written in it, this is a copy without its log: copy the file after the program has ended, together with the files -wal and -shm beside it.
error-verify-moved = Another program wrote to the register while it was being read; the result is not certain.
    .mend = Run the command again.
