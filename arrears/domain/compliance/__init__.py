"""May this person be contacted, here, now, with these words? Pure functions that answer with reasons."""
