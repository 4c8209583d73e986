"""What a turn does in a conversation, where few words suffice to know it."""
