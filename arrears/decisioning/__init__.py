"""Columnar batch decisions: features, scores and allocation over Arrow tables."""
