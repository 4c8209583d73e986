"""How a text is written: characters, clauses, sentences, typos."""
