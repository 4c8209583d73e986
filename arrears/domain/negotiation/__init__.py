"""What may be offered and what is offered: pure functions over a position and an authority."""
