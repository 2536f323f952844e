# What the network calls its two categories of membership, and its partners.

choice-full = port membre
choice-associate = associé
choice-private = commerce et navigation
