# Listas de registros.

list-more-than = Más de { $n }
