"""Days on which something is paid, in both languages."""
