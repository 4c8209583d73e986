"""What borrowers say about money, dates and instalments, read once from the raw text.

`read.py` is the door of amounts, dates and plans, `entities.py` of all fifteen entities. The rooms:

script        how a text is written: characters, clauses, typos
money, dates, times, plans, means    the values that are said
people        who speaks, and of whom
offered       whether a value that was read is one that is offered
acts          what a turn of few words does: choices, hesitation, an opener
withdrawals   "stop", in all its words
words         lists of words that name one value each
"""
