"""How well the bot's own classifier understands, on public data and beside others (see `__main__.py`)."""
