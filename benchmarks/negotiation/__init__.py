"""How well the agent negotiates with simulated borrowers, beside other policies (see `__main__.py`)."""
