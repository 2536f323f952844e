# Editions: the page as it was published, its signatures, its corrections and its proof.

## An edition

edition-number = Edition { $number }
edition-of-year = Edition { $number } of { $year }
publish-preview =
    { $n ->
        [one] { $edition } would have one number. It never changes once it is published; later corrections are listed beside it.
       *[other] { $edition } would have { $n } numbers. They never change once they are published; later corrections are listed beside them.
    }
as-printed-preview =
    { $n ->
        [one] One number of the report on { $year } would be entered as printed. It is never recounted.
       *[other] { $n } numbers of the report on { $year } would be entered as printed. They are never recounted.
    }
edition-published-on = published on { $day }
edition-published-by = by { $by }
edition-unsigned = sections not signed: { $sections }
edition-unsigned-count =
    { $n ->
        [one] one section not signed
       *[other] { $n } sections not signed
    }
edition-as-printed = as printed; not recomputed
edition-source = source: { $source }
edition-replaced = replaced by edition { $number }
edition-corrections-since =
    { $n ->
        [one] One correction since
       *[other] { $n } corrections since
    }
edition-counted-at = counted up to journal entry { $number }
edition-embargo = under embargo until { $day }
edition-live = The page as it is counted today
edition-printed-page = Page { $page } of the report
edition-printed-where = Place in the report
edition-printed-heading = In the printed report

## The list of editions

editions-title = Editions and corrections
editions-heading = Editions of { $year }
editions-intro = An edition keeps the page as it was published, with the rule and the rows of every figure. It never changes: where the register of today differs, the difference is listed here as a correction, and a new edition may replace it.
editions-none = No edition has been published yet: the page is provisional.

## Signatures

signatures-heading = Signatures under the live page
signatures-intro = Each section is signed by the person responsible for it. A signature is valid as long as the numbers of the section do not change.
signature-section = Section
signature-state = Signature
signature-holds = Signed by { $by } on { $day }
signature-changed = Signed by { $by } on { $day }; changed since
signature-missing = Not signed
edition-asks-for-a-signature = A share with many unknown values is printed with its range: { $shares }. The person responsible should confirm it with a signature: `decapolis figures sign { $year } --section { $section } --by …`.
signed-with-unknowns = The signature covers a share with unknowns, printed with its range: { $shares }
signed = Signed by { $by }: { $sections }

## Corrections

corrections-heading = Differences from the register of today
corrections-none = There are none: the register of today gives the same.
correction-short = corrected: { $old } → { $new }
correction-completed = completed since: { $new }
correction-of-rows = the number is still { $value }; rows of its list have changed
correction-which = Record
correction-what = What has changed
correction-why = Why
correction-who = Who
correction-when = When
correction-added = added to the list
correction-gone = removed from the list
correction-amount = counts with another amount
correction-counted-now = not counted then, counted now
correction-counted-no-more = counted then, no longer counted
correction-otherwise = classified differently
correction-not-listed =
    { $n ->
        [one] a row that is not shown by itself
       *[other] { $n } rows that are not shown one by one
    }
correction-field = { $column }: { $old } → { $new }
correction-entry = entry { $number }
correction-batch-reason = { $why } (reason given for the whole batch { $batch })
correction-same-shown = corrected: from { $old } to { $new }, both shown as { $shown }
correction-undoes = batch { $batch } was undone
correction-without-reason = no reason recorded
correction-presumably = { $why } (the last entry that changed a table this figure reads)
actor-operator = Secretariat, on the command line
rule-changed = { $figure }: the rule has changed (version { $old } then, version { $new } now). This is not a correction: by its own rule the edition is still right.
rule-gone = { $figure }: this figure no longer exists (version { $old } then). This is not a correction: by its own rule the edition is still right.

## Proof

proof-button = Prove this edition
proof-heading = Proof of edition { $number } of { $year }
proof-figure = Figure
proof-published = Published
proof-list = Stored content
proof-recount = Recount
proof-then = As known on its day
proof-now = As known today
proof-pages = Stored pages
proof-page = Language
proof-numbers = Number by number
proof-intact = intact
proof-altered = altered
proof-recount-equal = equal
proof-recount-listing = different, because the meaning of a listing it reads has changed
proof-recount-not-asked = this version of the program can no longer recount it
proof-recount-different = different
proof-other-rule = by today's rule (version { $version }): { $value }
proof-explains-list = Stored content: the number, its rule and every row of its list are byte for byte as on the day of publication.
proof-explains-recount = Recount: the number is counted again by its own rule, on the register as known on that day.
proof-explains-now = As known today: the same rule on the register of today; where the number differs, a correction is listed.
proof-nothing-counted = Nothing was counted in this edition: its numbers are kept as printed.
proof-summary =
    { $n ->
        [one] { $edition }: intact; a recount gives the same for its only number.
       *[other] { $edition }: intact; a recount gives the same for { $equal } of { $n } numbers.
    }
proof-summary-printed = { $edition }: intact, as printed; there is nothing to recount.
proof-summary-broken = { $edition }: proof failed; { $equal } of { $n } numbers are intact and the same in a recount.
proof-edition-altered = { $edition }: the data of the edition itself was altered, or pages, numbers or rows are missing or were added.
proof-page-altered = { $edition }: the stored page ({ $language }) was altered.
proof-page-differs = { $edition }: the stored page ({ $language }) shows another value for “{ $figure }” than the stored number.
proof-list-altered = { $edition }, { $figure }: the stored list was altered.
proof-number-altered = { $edition }, { $figure }: the stored number was altered, or does not match its list.
proof-recounted-otherwise = { $edition }, { $figure }: a recount as known on its day gives another list.
proof-row-altered = { $edition }, { $figure }: row { $row } differs from the recount.

## What cannot be done, and what to do

site-error-edition = There is no edition with the code { $code }.
    .title = Edition not found
    .hint = The page of the year links to all its editions.
error-page-empty = The page of { $year } has no numbers.
    .mend = Import the data of that year first; `decapolis figures --at` shows the figures.
error-page-balance = On the page of { $year } the steps of the balance make { $sum }, but its last line says { $result }.
    .mend = Give the balance in the page file all six steps of `pages/annual.toml`, then publish again.
error-page-year = There is no page for the year “{ $text }”.
    .mend = Write a year from { $from } to { $to }, or a first and a last year: 2018-2020.
error-section-unknown = The page has no section “{ $text }”.
    .mend = Write one of these: { $sections }.
error-signer-missing = The signer is missing.
    .mend = Write a name and a role with --by, in at most 200 characters.
error-edition-unchanged = Nothing has changed since edition { $number } of { $year }.
    .mend = Publish again after the register or the page has changed.
error-sections-unsigned = The page of { $year } requires a signature for each of its sections. Missing: { $sections }.
    .mend = Sign them with `decapolis figures sign { $year } --section … --by …`.
error-unknowns-unsigned = The page of { $year } prints a share with its range, because more than { $most } % of its base is unknown: { $shares }. Publishing it takes a signature that says so.
    .mend = Complete the data, or sign: `decapolis figures sign { $year } --section { $section } --by …`.
error-share-impossible = “{ $figure }” is no share in { $year }: its base is below zero, or the part is more than the whole.
    .mend = Look at the rows with `decapolis figures why { $key } --at …` and correct them: a refund may stand in another year or under another heading than its payment.
error-printed-line = Line { $row } of the report cannot be read: { $text }.
    .mend = The columns are figure or label (label_es …), printed, note (note_es …) and page; each line has a known figure or a name, and the number as it was printed.
error-printed-empty = The report has no lines.
    .mend = Write a line for each number that was printed.
error-source-missing = The source of the report is missing.
    .mend = Say with --source where it was read: title, year, address.
error-printed-year = { $year } cannot be the year of a printed report.
    .mend = Write a year from 1900 to this year.
error-editions-altered = At least one edition failed its proof.
    .mend = Compare the rows named above with a backup; the journal says who wrote what and when.
error-table-not-in-files = Only the program writes the table { $table }.
    .mend = Leave this file out: editions are published with `decapolis figures publish`.
export-without-editions =
    { $n ->
        [one] The published edition is left out: its rows have a meaning only in this register. A copy of the database keeps it.
       *[other] The { $n } published editions are left out: their rows have a meaning only in this register. A copy of the database keeps them.
    }

## Tables and columns

table-page-editions = Editions of the page
table-edition-pages = Pages kept
table-edition-numbers = Numbers kept
table-edition-groups = Breakdowns kept
table-edition-rows = Rows kept
table-edition-lines = Printed lines
table-sign-offs = Signatures
kind-page-edition = Edition of the page
kinds-page-edition = Editions of the page
column-number = Number
column-known = Journal entry
column-published = Published on
column-embargo = Embargo until
column-signer = Signed by
column-unsigned = Sections not signed
column-digest = Digest
column-text = Text
column-ordinal = Order
column-figure = Figure
column-listings = Listings
column-counted = Counted
column-base = Base
column-list = Digest of the list
column-breakdown = Breakdown
column-part = Part
column-row = Row
column-class = Class
column-reason = Reason
column-printed = As printed
column-page = Page
column-section = Section
column-first-year = First year
choice-counted = counted
choice-as-printed = as printed
