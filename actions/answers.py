"""One action per answer of the dialogue, each a single service call."""

from __future__ import annotations

from actions.base import Answering
from actions.slots import TrackedTurn
from arrears.answering import Answer
from arrears.desk import Desk
from arrears.services import answer_question, negotiate_plan, record_status, stop_contact, verify_identity


class AskIdentity(Answering):
    """Verify before any word about a debt."""

    action = "action_ask_identity"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.ask_identity(desk, turn.message_id)


class VerifyIdentity(Answering):
    """Check the factors, then state the balance."""

    action = "action_verify_identity"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.verify_identity(desk, turn.message_id)


class StateBalance(Answering):
    """The balance by component."""

    action = "action_state_balance"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.state_balance(desk, turn.message_id)


class TakeProposal(Answering):
    """A promise or an instalment proposal."""

    action = "action_take_proposal"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.take_proposal(desk, turn.message_id)


class RecordPlan(Answering):
    """An explicit yes to what was read back."""

    action = "action_record_plan"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.record_plan(desk, turn.message_id, turn.confidence)


class DeclinePlan(Answering):
    """A no to what was read back."""

    action = "action_decline_plan"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.decline_plan(desk, turn.message_id)


class NextQuestion(Answering):
    """A yes or no to nothing in particular."""

    action = "action_next_question"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.next_question(desk, turn.message_id)


class AskForDate(Answering):
    """A vague promise."""

    action = "action_ask_for_date"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.ask_for_date(desk, turn.message_id)


class Hardship(Answering):
    """They cannot pay."""

    action = "action_hardship"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.hardship(desk, turn.message_id)


class Refusal(Answering):
    """They will not pay."""

    action = "action_refusal"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.refusal(desk, turn.message_id)


class Dispute(Answering):
    """Not owed, paid already, or proof wanted."""

    action = "action_dispute"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.dispute(desk, turn.message_id, turn.intent)


class SpecialStatus(Answering):
    """Attorney, bankruptcy, death, military."""

    action = "action_special_status"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.special_status(desk, turn.message_id, turn.intent)


class WrongNumber(Answering):
    """The number is not theirs."""

    action = "action_wrong_number"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.wrong_number(desk, turn.message_id)


class ThirdParty(Answering):
    """Someone else answers."""

    action = "action_third_party"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.third_party(desk, turn.message_id)


class CeaseContact(Answering):
    """No contact any more."""

    action = "action_cease_contact"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.cease_contact(desk, turn.message_id)


class StopTexts(Answering):
    """No texts any more, in their own words."""

    action = "action_stop_texts"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return stop_contact.stop_texts(desk, turn.message_id)


class Crisis(Answering):
    """A statement of self-harm."""

    action = "action_crisis"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.crisis(desk, turn.message_id)


class Complaint(Answering):
    """A complaint to a regulator."""

    action = "action_complaint"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.complaint(desk, turn.message_id)


class RequestHuman(Answering):
    """A person, please."""

    action = "action_request_human"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return record_status.request_person(desk, turn.message_id)


class WhoWeAre(Answering):
    """Who is this?"""

    action = "action_who_we_are"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.who_we_are(desk, turn.message_id)


class AreYouHuman(Answering):
    """A robot?"""

    action = "action_are_you_human"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.are_you_human(desk, turn.message_id)


class Inconvenient(Answering):
    """Not now."""

    action = "action_inconvenient"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.inconvenient(desk, turn.message_id)


class SwitchLanguage(Answering):
    """Another language."""

    action = "action_switch_language"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.switch_language(desk, turn.message_id)


class OutOfScope(Answering):
    """Nothing we can help with."""

    action = "action_out_of_scope"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.out_of_scope(desk, turn.message_id)
