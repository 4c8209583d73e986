"""The voice of the carrier: TwiML run on virtual time, and the client of ConversationRelay."""
