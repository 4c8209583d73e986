"""Everything of Arrears that is true without Rasa, Twilio, HTTP or a clock."""
