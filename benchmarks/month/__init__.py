"""A month of invented borrowers who keep their own truth; an engine knows only what it is told."""
