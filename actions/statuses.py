"""One action for each thing that changes the law of a case, each a single service call."""

from __future__ import annotations

from actions.base import Answering
from actions.slots import TrackedTurn
from arrears.desk import Desk
from arrears.dialogue.answering import Answer
from arrears.services import record_status, stop_contact


class Hardship(Answering):
    """They cannot pay."""

    action = "action_hardship"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.hardship(desk, turn.heard)


class Refusal(Answering):
    """They will not pay."""

    action = "action_refusal"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.refusal(desk, turn.heard)


class Dispute(Answering):
    """Not owed, paid already, or proof wanted."""

    action = "action_dispute"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.dispute(desk, turn.heard)


class SpecialStatus(Answering):
    """Attorney, bankruptcy, death, military."""

    action = "action_special_status"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.special_status(desk, turn.heard)


class WrongNumber(Answering):
    """The number is not theirs."""

    action = "action_wrong_number"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.wrong_number(desk, turn.heard)


class ThirdParty(Answering):
    """Someone else answers."""

    action = "action_third_party"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.third_party(desk, turn.heard)


class CeaseContact(Answering):
    """No contact any more."""

    action = "action_cease_contact"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.cease_contact(desk, turn.heard)


class StopTexts(Answering):
    """No texts any more, in their own words."""

    action = "action_stop_texts"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return stop_contact.stop_texts(desk, turn.heard)


class Crisis(Answering):
    """A statement of self-harm."""

    action = "action_crisis"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.crisis(desk, turn.heard)


class Complaint(Answering):
    """A complaint to a regulator."""

    action = "action_complaint"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.complaint(desk, turn.heard)


class RequestHuman(Answering):
    """A person, please."""

    action = "action_request_human"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.request_person(desk, turn.heard)


class Inconvenient(Answering):
    """Not now."""

    action = "action_inconvenient"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.inconvenient(desk, turn.heard)
