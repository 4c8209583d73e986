"""The phones: what each one shows, whichever carrier brought it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from simulator.clock import iso

CarrierName = Literal["twilio", "lender_gateway"]
Direction = Literal["to_phone", "from_phone"]


@dataclass(slots=True)
class Text:
    """One text in a thread; `sender` is what the phone sees as the other side."""

    direction: Direction
    text: str
    at: datetime
    status: str
    sid: str
    carrier: CarrierName
    sender: str

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {
            "direction": self.direction,
            "text": self.text,
            "at": iso(self.at),
            "status": self.status,
            "sid": self.sid,
            "carrier": self.carrier,
        }


@dataclass(slots=True)
class Phone:
    """One phone: its thread, and how far a person at the page has read it."""

    number: str
    name: str = ""
    carrier: CarrierName = "twilio"
    thread: list[Text] = field(default_factory=list)
    read: int = 0

    @property
    def unread(self) -> int:
        """Texts that arrived since the thread was last opened."""
        return sum(1 for text in self.thread[self.read :] if text.direction == "to_phone")

    @property
    def other_side(self) -> str | None:
        """The sender that texted last, to which a reply goes."""
        senders = [text.sender for text in self.thread if text.direction == "to_phone"]
        return senders[-1] if senders else None

    def find(self, sid: str) -> Text | None:
        """The text with the id."""
        return next((text for text in self.thread if text.sid == sid), None)


def new_sid(prefix: str) -> str:
    """An id in the carrier's form: two letters and 32 hexadecimal digits."""
    return prefix + uuid.uuid4().hex


class Phones:
    """All phones, made on first use."""

    def __init__(self) -> None:
        self._phones: dict[str, Phone] = {}

    def get(self, number: str) -> Phone:
        """The phone of the number; one in mainland China belongs to the lender's gateway at first."""
        if number not in self._phones:
            carrier: CarrierName = "lender_gateway" if number.startswith("+86") else "twilio"
            self._phones[number] = Phone(number, carrier=carrier)
        return self._phones[number]

    def known(self, number: str) -> Phone | None:
        """The phone of the number, if it has been seen."""
        return self._phones.get(number)

    def all(self) -> list[Phone]:
        """Latest activity first, then the ones without a text by name."""
        busy = [phone for phone in self._phones.values() if phone.thread]
        still = [phone for phone in self._phones.values() if not phone.thread]
        busy.sort(key=lambda phone: phone.thread[-1].at, reverse=True)
        return busy + sorted(still, key=lambda phone: (phone.name, phone.number))
