"""Single-word stop, start and help, and who may not be texted by whom.

Source: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out (default keywords).
"""

from __future__ import annotations

STOP = frozenset({"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
START = frozenset({"START", "YES", "UNSTOP"})
HELP = frozenset({"HELP", "INFO"})
CONFIRMATIONS = {
    "STOP": "You have been unsubscribed and will receive no further messages. Reply START to resubscribe.",
    "START": "You have been re-subscribed to messages from this number. Reply STOP to unsubscribe.",
    "HELP": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}


def keyword(text: str) -> str | None:
    """STOP, START or HELP when the whole text is one keyword: "stop please" is none."""
    word = text.strip().upper()
    for name, words in (("STOP", STOP), ("START", START), ("HELP", HELP)):
        if word in words:
            return name
    return None


class BlockList:
    """Pairs of phone and sender (a number or a messaging service) between which nothing passes."""

    def __init__(self) -> None:
        self._blocked: set[tuple[str, str]] = set()

    def apply(self, phone: str, sender: str, word: str) -> bool:
        """Do what the keyword says; whether the carrier answers it (YES on an open line is an answer)."""
        pair = (phone, sender)
        if word == "STOP":
            known = pair in self._blocked
            self._blocked.add(pair)
            return not known
        if word == "START":
            known = pair in self._blocked
            self._blocked.discard(pair)
            return known
        return True

    def blocks(self, phone: str, sender: str) -> bool:
        """Whether the phone has opted out of the sender."""
        return (phone, sender) in self._blocked
