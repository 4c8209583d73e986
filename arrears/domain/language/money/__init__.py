"""Sums of money, shares and percentages."""
