"""The facts and rules of collections. Standard library only: no clock, no randomness, no I/O."""
