"""`make evaluate`: how well the trained model and the parser understand the held-out turns."""
