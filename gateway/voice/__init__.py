"""Telephone calls: Twilio's voice webhooks, the relay's WebSocket, and the turns of a call."""
