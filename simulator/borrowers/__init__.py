"""The people at the other end: what they hear, what they can afford, what they say and when."""
