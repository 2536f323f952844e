# What the network calls its two categories of membership, and its partners.

choice-full = member harbour
choice-associate = associate
choice-private = trade and shipping
