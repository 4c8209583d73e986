"""Plays scenarios through every process, as `arrears journey` asks. Drives them over HTTP, imports none."""
