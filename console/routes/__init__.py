"""One module per page; each holds a router."""
