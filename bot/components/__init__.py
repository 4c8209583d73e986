"""What Arrears adds to Rasa: the intent router, the channel, and the cures for Rasa's costs."""
