"""The law once more, written from the reference alone, and what an evidence file is checked for.

Standard library only; nothing of Arrears is imported, so that an error of the engine is not repeated here.
"""
