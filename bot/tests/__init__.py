"""Tests of the island, run by its own Python: PYTHONPATH=bot python -m unittest discover -s bot/tests."""
