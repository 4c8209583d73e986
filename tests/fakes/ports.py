"""Fakes at the ports. Each passes the same contract tests as the real thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from actions import answers
from actions.base import Answering
from actions.slots import TrackedTurn
from arrears.desk import Desk
from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.conversations import AnsweredTurn, AskedTurn, Stage, Understood
from arrears.ports import DialogueFailedError, SendOutcome, SendResult


@dataclass
class FakeClock:
    """A clock that stands still until it is moved."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class FakeMessenger:
    """A carrier that takes everything and remembers it; `outcome` makes it behave otherwise."""

    clock: FakeClock
    outcome: SendOutcome = SendOutcome.TAKEN
    sent: list[tuple[ContactPermit, str]] = field(default_factory=list)
    before_answering: Callable[[ContactPermit], None] | None = None

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        if self.clock.now() > permit.expires_at:
            raise PermitExpiredError(permit.id)
        self.sent.append((permit, body))
        if self.before_answering is not None:
            self.before_answering(permit)
        if self.outcome is not SendOutcome.TAKEN:
            return SendResult(self.outcome, error_code="fake")
        return SendResult(SendOutcome.TAKEN, provider_ref=f"FK{len(self.sent):032d}")


ACTION_OF = {
    "self_harm": "action_crisis",
    "stop_texts": "action_stop_texts",
    "cease_contact": "action_cease_contact",
    "dispute": "action_dispute",
    "wrong_number": "action_wrong_number",
    "request_human": "action_request_human",
    "verify_identity": "action_verify_identity",
    "out_of_scope": "action_out_of_scope",
    "refuse_to_pay": "action_refusal",
    "language_switch": "action_switch_language",
    "inconvenient": "action_inconvenient",
    "ask_who_are_you": "action_who_we_are",
    "ask_are_you_human": "action_are_you_human",
    "attorney_represented": "action_special_status",
}
GATED = {
    "ask_balance": "action_state_balance",
    "promise_to_pay": "action_take_proposal",
    "propose_instalment": "action_take_proposal",
    "vague_promise": "action_ask_for_date",
    "cannot_pay": "action_hardship",
    "affirm": "action_next_question",
    "deny": "action_next_question",
}
AT_READ_BACK = {"affirm": "action_record_plan", "deny": "action_decline_plan"}


@dataclass
class ScriptedDialogue:
    """A dialogue engine told beforehand what each text means; its rules are those of bot/rules."""

    desk: Desk
    intents: dict[str, str]
    fail_times: int = 0
    asked: list[AskedTurn] = field(default_factory=list)

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        self.asked.append(message)
        if self.fail_times > 0:
            self.fail_times -= 1
            raise DialogueFailedError("the dialogue engine failed: Fake")
        intent = self.intents.get(message.text, "out_of_scope")
        name = _action_for(intent, message.stage)
        action = next(a for a in Answering.__subclasses__() if a.action == name)()
        said = action.answer(self.desk, TrackedTurn(message.message_id, intent, 0.9)).said
        return AnsweredTurn(
            understood=Understood(intent, 0.9, ((intent, 0.9),)),
            answered_by=({"name": name, "policy": "RulePolicy", "confidence": 1.0},),
            slots={"stage": message.stage},
            texts=tuple(item.text for item in said),
        )


def _action_for(intent: str, stage: Stage) -> str:
    if intent in ACTION_OF:
        return ACTION_OF[intent]
    if stage is Stage.UNVERIFIED:
        return "action_ask_identity"
    if stage is Stage.READ_BACK and intent in AT_READ_BACK:
        return AT_READ_BACK[intent]
    return GATED[intent]


assert answers  # importing it defines the actions
