# The headings and sentences of this network's own page.

page-basins = Harbours by basin
page-quay = On the quay
page-on-deck = On deck together
page-companies =
    { $n ->
        [one] { $n } company
       *[other] { $n } companies
    }
page-associations =
    { $n ->
        [one] { $n } association
       *[other] { $n } associations
    }
drawing-cargo-partners = Cargo partners by kind
