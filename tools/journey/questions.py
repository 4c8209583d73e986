"""What the agent asks by its templates, and whether a text is an answer to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from tools.world import World

ASKED_BY = {
    "identity.ask": "identity", "identity.again": "identity", "identity.retry": "identity",
    "who.answer": "identity",
    "identity.ask_birth": "identity", "identity.ask_last4": "last4",
    "approval.waits": "identity", "scope.unverified": "identity",
    "balance.state": "amount", "balance.again": "amount", "next.question": "amount",
    "proposal.ask_amount": "amount", "proposal.ask_both": "amount", "proposal.ask_again": "amount",
    "proposal.ask_other_months": "amount",
    "proposal.ask_affordable": "amount", "relief.ask": "amount", "proposal.start_sooner": "amount",
    "proposal.ask_date": "date", "proposal.date_invalid": "date", "proposal.date_past": "date",
    "proposal.date_unresolved": "date", "proposal.date_ambiguous": "date",
    "proposal.ask_again_date": "date", "proposal.ask_again_amount": "amount",
    "proposal.ask_payday": "payday", "approval.ask_until": "date",
    "offer.two": "choice", "offer.two_instead": "choice", "relief.two": "choice", "offer.which": "choice",
    "scope.second": "choice",
    "offer.counter": "yes_no", "plan.read_back": "yes_no", "plan.read_back_again": "yes_no",
    "plan.read_back_between": "yes_no", "plan.read_back_short": "yes_no", "change.read_back": "yes_no",
    "offer.one": "yes_no", "plan.that_is_so": "yes_no",
    "relief.offer": "yes_no", "approval.approved": "yes_no", "approval.declined_offer": "yes_no",
}  # fmt: skip
"""By message of policy/messages the question it ends in."""

HEARD_AT_ANY_QUESTION = frozenset({
    "self_harm", "stop_texts", "cease_contact", "attorney_represented", "bankruptcy", "deceased",
    "wrong_number", "third_party", "third_party_inquiry", "military", "dispute", "already_paid",
    "request_validation", "complaint_regulator", "request_human",
})  # fmt: skip
_INSTEAD_OF_IDENTITY = frozenset({
    "verify_identity", "refuse_verification", "ask_who_are_you", "ask_are_you_human", "greet", "abusive",
    "language_switch", "inconvenient", "request_callback", "out_of_scope", "repeat_clarify", "goodbye",
    "deny",
})  # fmt: skip
_TERMS = frozenset({
    "promise_to_pay", "vague_promise", "propose_instalment", "partial_payment", "pay_now", "cannot_pay",
    "request_hardship", "request_settlement", "request_extension", "change_due_date", "refuse_to_pay",
})  # fmt: skip
_YES_OR_NO = frozenset({"affirm", "deny", "confirm_plan", "cancel_plan"})
_NUMBER = re.compile(
    r"\d|[一二两三四五六七八九十百千万]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|nothing)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|tomorrow|tonight|week|month|payday|first|end|now)\b|"
    r"今天|明天|后天|今晚|周|星期|礼拜|月|号|日|发工资|现在",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b(?:first|second|third|one|two|three|either|neither|both)\b|第[一二三]|[123一二三]|前者|后者", re.I
)


def asked(templates: Collection[str]) -> str | None:
    """The question that a reply of these templates ends in, None when it asks nothing."""
    questions = [ASKED_BY[key] for key in templates if key in ASKED_BY]
    return questions[-1] if questions else None


def is_answer(question: str, text: str, intents: Collection[str], last4: str) -> bool:
    """Whether the text answers the question, in one way or another, or says what is heard at any question."""
    said = frozenset(intents)
    if said & HEARD_AT_ANY_QUESTION:
        return True
    match question:
        case "identity":
            return last4 in text or bool(said & _INSTEAD_OF_IDENTITY)
        case "last4":
            return bool(said & _INSTEAD_OF_IDENTITY) or _NUMBER.search(text) is not None
        case "yes_no":
            return bool(said & (_YES_OR_NO | _TERMS)) or _NUMBER.search(text) is not None
        case "choice":
            return bool(said & (_YES_OR_NO | _TERMS)) or _WHICH.search(text) is not None
        case "date" | "payday":
            return bool(said & _TERMS) or _DAY.search(text) is not None
        case _:
            return bool(said & _TERMS) or _NUMBER.search(text) is not None


def intents_of(world: World, text: str, language: str) -> list[str]:
    """What the bot reads in the text, in a reading that touches no conversation."""
    answer = world.simulator.post(
        f"http://127.0.0.1:{world.ports.bot}/webhooks/arrears/parse",
        json={"messages": [{"text": text, "language": language}]},
        headers={"X-Arrears-Token": world.env["ARREARS_BOT_TOKEN"]},
    )
    (read,) = answer.raise_for_status().json()
    found: list[dict[str, Any]] = read["intents"]
    return [str(each["name"]) for each in found]
