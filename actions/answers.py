"""One action per answer of the dialogue, each a single service call."""

from __future__ import annotations

from actions.base import Answering
from actions.slots import TrackedTurn
from arrears.desk import Desk
from arrears.dialogue.answering import Answer
from arrears.services import answer_question, keep_company, negotiate_plan, refer, verify_identity


class AskIdentity(Answering):
    """Verify before any word about a debt."""

    action = "action_ask_identity"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.ask_identity(desk, turn.heard)


class VerifyIdentity(Answering):
    """Check the factors, then state the balance."""

    action = "action_verify_identity"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.verify_identity(desk, turn.heard)


class StateBalance(Answering):
    """The balance by component."""

    action = "action_state_balance"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return verify_identity.state_balance(desk, turn.heard)


class TakeProposal(Answering):
    """A promise, instalments, a part of it, or more time: terms to be read back."""

    action = "action_take_proposal"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.take_proposal(desk, turn.heard)


class RecordPlan(Answering):
    """An explicit yes to what was read back."""

    action = "action_record_plan"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.record_plan(desk, turn.heard)


class DeclinePlan(Answering):
    """A no to what was read back."""

    action = "action_decline_plan"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return negotiate_plan.decline_plan(desk, turn.heard)


class NextQuestion(Answering):
    """A yes or no to nothing in particular."""

    action = "action_next_question"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.next_question(desk, turn.heard)


class AskForDate(Answering):
    """A vague promise."""

    action = "action_ask_for_date"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.ask_for_date(desk, turn.heard)


class WhoWeAre(Answering):
    """Who is this?"""

    action = "action_who_we_are"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.who_we_are(desk, turn.heard)


class AreYouHuman(Answering):
    """A robot?"""

    action = "action_are_you_human"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.are_you_human(desk, turn.heard)


class SwitchLanguage(Answering):
    """Another language."""

    action = "action_switch_language"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.switch_language(desk, turn.heard)


class OutOfScope(Answering):
    """Nothing we can help with."""

    action = "action_out_of_scope"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.out_of_scope(desk, turn.heard)


class Inform(Answering):
    """Ways to pay, charges, what clears the account, what may follow."""

    action = "action_inform"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return answer_question.inform(desk, turn.heard)


class Refer(Answering):
    """Lower terms, another day, a failed payment, papers, a call, new contact data."""

    action = "action_refer"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return refer.refer(desk, turn.heard)


class CancelPlan(Answering):
    """The plan, or the offer, is not wanted any more."""

    action = "action_cancel_plan"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return refer.cancel_plan(desk, turn.heard)


class AcceptSilence(Answering):
    """They will not say who they are."""

    action = "action_accept_silence"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return keep_company.accept_silence(desk, turn.heard)


class Calm(Answering):
    """Abuse."""

    action = "action_calm"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return keep_company.calm(desk, turn.heard)


class Courtesy(Answering):
    """A greeting, thanks, a goodbye."""

    action = "action_courtesy"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return keep_company.be_courteous(desk, turn.heard)


class SayAgain(Answering):
    """What was that?"""

    action = "action_say_again"

    def answer(self, desk: Desk, turn: TrackedTurn) -> Answer:
        """One service call."""
        return keep_company.say_again(desk, turn.heard)
