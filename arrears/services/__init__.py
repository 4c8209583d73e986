"""What the business does, one module per thing. Services never import services."""
