"""The states and cities of the United States whose rules change a decision, one module each.

A pack binds when the person lives there or has a number there: in every place they may be in.
"""
