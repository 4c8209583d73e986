"""What people say for the values of the inventory: data, read by `terms`."""
