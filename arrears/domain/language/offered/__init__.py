"""Whether a value that was read is one that is offered: not owed, denied, taken back or of other things."""
