# Listes de fiches.

list-more-than = Plus de { $n }
