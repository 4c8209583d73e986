"""Times of day, and when somebody wants to be called or reminded."""
