# Lists of records.

list-more-than = More than { $n }
