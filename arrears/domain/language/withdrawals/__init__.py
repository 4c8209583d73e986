"""Withdrawal of consent, in whatever words a borrower writes or says it."""
