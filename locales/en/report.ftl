# What `decapolis report` refuses, and what to do.

report-error-empty = The register is empty: there is nothing to report on.
    .mend = Import data first, with `decapolis import … --apply`, or name another register in DECAPOLIS_DATABASE.
report-error-year = This network has no page for the year “{ $text }”.
    .mend = Name a year from { $from } to { $to }, as in `decapolis report { $to }`.
report-error-language = The network does not offer “{ $text }”.
    .mend = Name one of its languages: { $languages }.
report-error-form = “{ $text }” is not a format of the page.
    .mend = Name one or more of: { $forms }.
report-no-address = The address of the site is not known, so the codes on paper lead nowhere: set DECAPOLIS_ADDRESS, or the column address in networks.csv.
