"""Rasa's action server: slots in, one service call, slots out."""
