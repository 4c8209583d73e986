"""The same borrowers through the whole path: carrier, gateway, Rasa, actions and scheduler, in words."""
