"""What may be said, in both languages."""
