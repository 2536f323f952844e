# `decapolis verify`: what was checked, and what is not as it was written. A place comes before the sentence: table, row, code, entry, day, batch.

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
        [one] { $count } of them had its personal data erased and was checked by its veil
       *[other] { $count } of them had their personal data erased and were checked by their veil
    }
verify-intact = Everything is as it was written.
verify-chain = Chain of entry { $number }: { $chain }
verify-more =
    { $n ->
        [one] and { $count } more difference
       *[other] and { $count } more differences
    }
verify-place-row = row { $row }
verify-place-entry = entry { $number }
verify-place-batch = batch { $batch }
verify-row-altered = the row says something else than was recorded
verify-version-altered = a superseded version of the row says something else than was recorded
verify-row-unsealed = the row was not written by this program: it has no seal
verify-row-missing = the entry recorded a version of this row, and it is gone
verify-row-added = the entry did not record this row: it was added afterwards
verify-end-missing = the entry superseded a version of this row, and it is gone
verify-end-added = the entry superseded no version of this row: it was added afterwards
verify-contents-differ = the rows are those the entry recorded, but not what it recorded
verify-no-such-entry = rows say they were recorded by an entry that is not in the journal
verify-entry-altered = the entry, what it touched or the entry before it is not what was chained
verify-entry-unchained = the entry was not written by this program: it is not chained
verify-entry-missing = the entry is missing from the journal
verify-last-entries-missing = the journal ends before this entry, which the counter knows of
verify-entry-added = the counter does not know of this entry: it was added afterwards
verify-id-beyond-counter = the row has a number that was never given out

error-verify-different = The register is not as it was written.
    .mend = Keep this output and a copy of the register, compare with a backup, and find out who could write to the database.
