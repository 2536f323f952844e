# Editions: the page as it was published, its signatures, its corrections and its proof.

## An edition

edition-number = Edition { $number }
edition-of-year = Edition { $number } of { $year }
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
edition-printed-where = Where it stands
edition-printed-heading = In the printed report

## The list of editions

editions-title = Editions and corrections
editions-heading = Editions of { $year }
editions-intro = An edition keeps the page as it was published, with the rule and the rows of every figure. It is never changed: what the register says otherwise later stands here as a correction, and a new edition may replace it.
editions-none = No edition has been published yet: the page is provisional.

## Signatures

signatures-heading = Signatures under the live page
signatures-intro = Each section is signed by whoever answers for it. A signature holds while its numbers are the same.
signature-section = Section
signature-state = Signature
signature-holds = Signed by { $by } on { $day }
signature-changed = Signed by { $by } on { $day }; changed since
signature-missing = Not signed
signed = Signed by { $by }: { $sections }

## Corrections

corrections-heading = What the register says otherwise today
corrections-none = The register still says the same.
correction-short = corrected: { $old } → { $new }
correction-completed = completed since: { $new }
correction-of-rows = the number is still { $value }; rows of its list have changed
correction-which = Record
correction-what = What has changed
correction-why = Why
correction-who = Who
correction-when = When
correction-added = added to the list
correction-gone = taken off the list
correction-amount = counts another amount
correction-counted-now = did not count, counts now
correction-counted-no-more = counted, counts no more
correction-otherwise = classed otherwise
correction-not-listed =
    { $n ->
        [one] a row that is not shown by itself
       *[other] { $n } rows that are not shown one by one
    }
correction-undoes = batch { $batch } was taken back
correction-without-reason = no reason recorded
correction-presumably = { $why } (the last entry that touched what this figure reads)
actor-operator = Secretariat, on the command line
rule-changed = { $figure }: the rule is another one today (version { $old } then, version { $new } now). This is no correction: by its own rule the edition stands.
rule-gone = { $figure }: there is no such figure any more (version { $old } then). This is no correction: by its own rule the edition stands.

## Proof

proof-button = Prove this edition
proof-heading = Proof of edition { $number } of { $year }
proof-figure = Figure
proof-published = Published
proof-list = What is kept
proof-recount = Recount
proof-then = As known on its day
proof-now = As known today
proof-pages = Pages kept
proof-page = Language
proof-numbers = Number by number
proof-intact = intact
proof-altered = altered
proof-recount-equal = equal
proof-recount-listing = different, because a listing it reads has another meaning now
proof-recount-not-asked = this version of the program can no longer do it
proof-recount-different = different
proof-other-rule = by today's rule (version { $version }): { $value }
proof-explains-list = What is kept: the number, its rule and every row of its list are byte for byte as on the day of publication.
proof-explains-recount = Recount: the number is counted again by its own rule, on the register as known on that day.
proof-explains-now = As known today: the same rule on the register of today; where it differs there is a correction.
proof-nothing-counted = Nothing was counted in this edition: its numbers stand as they were printed.
proof-summary =
    { $n ->
        [one] { $edition }: intact; its one number comes out equal when it is counted again.
       *[other] { $edition }: intact; { $equal } of { $n } numbers come out equal when they are counted again.
    }
proof-summary-printed = { $edition }: intact, as printed; there is nothing to recount.
proof-summary-broken = { $edition }: does not stand; { $equal } of { $n } numbers are intact and come out equal.
proof-edition-altered = { $edition }: what the edition says of itself was altered, or it has pages, numbers or rows too few or too many.
proof-page-altered = { $edition }: the stored page ({ $language }) was altered.
proof-page-differs = { $edition }: the stored page ({ $language }) says of “{ $figure }” something else than the stored number.
proof-list-altered = { $edition }, { $figure }: the stored list was altered.
proof-number-altered = { $edition }, { $figure }: the stored number was altered, or is not that of its list.
proof-recounted-otherwise = { $edition }, { $figure }: counted again as known on its day, the list is another one.
proof-row-altered = { $edition }, { $figure }: row { $row } is not the one that the recount gives.

## What cannot be done, and what to do

site-error-edition = There is no edition with the code { $code }.
    .title = Edition not found
    .hint = The page of the year links to all its editions.
error-page-empty = There is no number on the page of { $year }.
    .mend = Import the data of that year first; `decapolis figures --at` shows the figures.
error-page-year = “{ $text }” is no year that has a page.
    .mend = Write a year from { $from } to { $to }, or the first and the last: 2018-2020.
error-section-unknown = The page has no section “{ $text }”.
    .mend = Write one of these: { $sections }.
error-signer-missing = It is not said who signs.
    .mend = Write name and role with --by, in 200 characters at most.
error-edition-unchanged = Nothing has changed since edition { $number } of { $year }.
    .mend = Publish again when the register or the page says something else.
error-sections-unsigned = The page of { $year } demands a signature under each of its sections. Missing: { $sections }.
    .mend = Sign them with `decapolis figures sign { $year } --section … --by …`.
error-printed-line = Line { $row } of the report is not understood: { $text }
    .mend = The columns are figure or label (label_es …), printed, note (note_es …) and page; each line has a known figure or a name, and the number as it was printed.
error-printed-empty = The report has no line.
    .mend = Write a line for each number that was printed.
error-source-missing = The source of the report is missing.
    .mend = Say with --source where it was read: title, year, address.
error-printed-year = { $year } is not the year of a report that has been printed.
    .mend = Write a year from 1900 to this one.
error-editions-altered = At least one edition does not stand.
    .mend = Compare the rows that are named with a backup; the journal says who wrote what and when.
error-table-not-in-files = The table { $table } is written by the program alone.
    .mend = Leave this file out: editions are published with `decapolis figures publish`.
export-without-editions =
    { $n ->
        [one] The published edition is left out: its rows mean something in this register only. A copy of the database keeps it.
       *[other] The { $n } published editions are left out: their rows mean something in this register only. A copy of the database keeps them.
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
