"""How long callers wait for our words, and whether a call can be broken, measured at the carrier."""
