"""The lender's side of a telephone call: people who can be reached, cards that can be taken, a recorder."""

from __future__ import annotations

from dataclasses import replace

from arrears.bootstrap import App
from arrears.services.record_audio import follow_call
from tests.builders.phone import Phone
from tests.fakes.ports import FakeRecorder

AGENTS = "+12125550111"
CONNECTOR = "Till"
PROOF = "03/09/1975 4421"
SAYINGS = {
    "who is this": "ask_who_are_you",
    "what do I owe": "ask_balance",
    PROOF: "verify_identity",
    "I can do $350 a month starting on the 15th": "propose_instalment",
    "yes": "affirm",
    "no": "deny",
    "I want to talk to a person": "request_human",
    "I want to pay now": "pay_now",
    "I want to pay $90 now": "pay_now",
    "I want to pay $9,000 now": "pay_now",
    "how can I pay": "ask_payment_methods",
    "call me tomorrow at 3": "request_callback",
}


class Office(Phone):
    """One borrower's telephone, and an office of ours with what the keywords say."""

    def __init__(
        self, store, borrower=None, *, agents: str | None = AGENTS, cards: bool = True, **policy
    ) -> None:
        super().__init__(store, borrower, SAYINGS)
        self.recorder = FakeRecorder()
        changed = replace(self.desk.policy, agents_phone=agents, **policy)
        self.desk = replace(self.desk, policy=changed, takes_cards=cards)
        self.dialogue.desk = self.desk
        self.connector = {"twilio_pay_connector": CONNECTOR} if cards else {}
        self.app = self.app_with()

    def app_with(self, dialogue=None, carrier=None, **changes: object) -> App:
        app = super().app_with(dialogue, carrier, **(vars(self).get("connector", {}) | changes))
        return replace(app, recorder=vars(self).get("recorder"))

    def proves(self) -> None:
        """They call us and prove who they are."""
        self.calls_us()
        self.says_aloud(PROOF)

    def agrees(self) -> None:
        """To four payments of $350 from 15 March."""
        self.says_aloud("I can do $350 a month starting on the 15th")
        self.says_aloud("yes")

    def follows(self):
        """What the gateway does about the recording after each turn."""
        return follow_call(self.desk, self.recorder, self.call_id)
