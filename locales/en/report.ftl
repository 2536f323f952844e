# What `decapolis report` refuses, and what to do.

report-error-empty = The register is empty: there is nothing to report on.
    .mend = Read data in first, with `decapolis import … --apply`, or name another register in DECAPOLIS_DATABASE.
report-error-year = “{ $text }” is no year of this network that has a page.
    .mend = Name a year from { $from } to { $to }, as in `decapolis report { $to }`.
report-error-language = The network does not offer “{ $text }”.
    .mend = Name one of its languages: { $languages }.
report-error-form = “{ $text }” is no form of a page.
    .mend = Name some of: { $forms }.
