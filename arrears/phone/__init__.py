"""What is different on a telephone: the line, spoken identity, cards, a call back."""
