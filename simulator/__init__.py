"""A carrier, phones and borrowers in one process; an island that imports nothing of the product."""
