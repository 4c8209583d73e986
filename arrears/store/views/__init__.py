"""What the console reads: one module per page, each giving frozen values that are ready to be shown."""
