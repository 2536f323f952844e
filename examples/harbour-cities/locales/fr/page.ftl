# The headings and sentences of this network's own page.

page-basins = Ports par bassin
page-quay = À quai
page-on-deck = Sur le pont ensemble
page-companies =
    { $n ->
        [one] { $n } entreprise
        [many] { $n } d’entreprises
       *[other] { $n } entreprises
    }
page-associations =
    { $n ->
        [one] { $n } association
        [many] { $n } d’associations
       *[other] { $n } associations
    }
drawing-cargo-partners = Partenaires de fret par type
