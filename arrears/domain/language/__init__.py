"""What borrowers say about money, dates and instalments, read once from the raw text."""
