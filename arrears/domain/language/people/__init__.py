"""Who speaks and of whom: identity, names, ways to reach them."""
