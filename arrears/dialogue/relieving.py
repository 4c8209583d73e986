"""Relief for who cannot pay: it is written down, a person comes, and what may be offered is offered.

An offer of relief is no demand: nothing happens if it is not taken up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.heeding import HARDSHIP_SAID, hardship
from arrears.dialogue.negotiating import relief
from arrears.dialogue.taking_back import may_change
from arrears.domain.intents import CLOSING, HARD, Heard, Intent, first_of
from arrears.domain.language.means.hardships import names_hardship, says_unable
from arrears.domain.language.means.no_hardship import is_no_hardship
from arrears.domain.language.plans.wished_plans import NAMED, wished_plan
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.negotiation.offers import Wish
from arrears.store import conversations, plans


def relieve(situation: Situation) -> Answer:
    """They cannot pay: contact rests, a person goes through the options, a plan of relief may be offered."""
    answer = hardship(situation)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    agreed = standing is not None and not may_change(situation, standing)
    if gate(situation) is not None:
        return answer
    offered = None if agreed else relief(situation)
    if offered is None:
        return _said_once(situation, answer)
    if any(said.key in _A_PERSON_DECIDES for said in offered.said):
        # When they hear of it is told there.
        answer = situation.answer(_SYMPATHY)
    # Who says so again has heard that a person comes: only what is new is said.
    heard = _has_heard(situation, *HARDSHIP_SAID, answer.said[0].key)
    return replace(answer, said=(*(() if heard else answer.said), *offered.said), bounds=offered.bounds)


_PAUSES = "hardship.answer"


def _said_once(situation: Situation, answer: Answer) -> Answer:
    """The answer to hardship; who has heard it in this talk hears that a person has it."""
    again = any(said.key == _PAUSES for said in answer.said) and _has_heard(situation, _PAUSES)
    if not again:
        return answer
    return situation.answer("human.waiting", staffed=hand_over(situation, "hardship"))


_A_PERSON_DECIDES = frozenset(
    {"approval.asked", "plan.referred", "plan.referred_credit", "plan.referred_less"}
)


def hard_beside_a_wish(situation: Situation) -> Decided | None:
    """Difficulty in the words of who asks for a plan by its name, whatever it was labelled; None without."""
    heard = situation.heard
    unfit = (CLOSING | {Intent.REQUEST_HUMAN}).intersection(heard.intents)
    if situation.party is None or unfit or not cannot_pay_beside_a_wish(situation.text):
        return None
    others = tuple(each for each in heard.intents if each not in HARD)
    return replace(heard, intent=Intent.CANNOT_PAY, others=others), relieve


def hard_by_label_alone(situation: Situation) -> tuple[Intent, ...]:
    """The labels of hardship where no word tells of any: a question has none, and a person reads it."""
    if names_hardship(situation.text) or says_unable(situation.text):
        return ()
    return tuple(each for each in situation.heard.intents if each in HARD)


def _has_heard(situation: Situation, *keys: str) -> bool:
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any(not known.isdisjoint(keys) for known in said)


def sympathy(situation: Situation, answer: Answer) -> Answer:
    """A kind word, once, for who tells of hardship and is asked who they are; nothing of the matter in it."""
    hard = bool(HARD.intersection(situation.heard.intents)) or names_hardship(situation.text)
    told = hard and situation.heard.intent not in CLOSING
    asked = any(said.key.startswith("identity.") for said in answer.said)
    if (
        situation.party is not None
        or not told
        or not asked
        or only_asks_for_a_kind(situation.heard, situation.text)
    ):
        return Answer(())
    return Answer(()) if _has_heard(situation, _SYMPATHY) else situation.answer(_SYMPATHY)


_SYMPATHY = "hardship.heard"


def only_asks_for_a_kind(heard: Heard, text: str) -> bool:
    """Whether difficulty is an unlikely label of words that ask for a plan by name, and say nothing of it."""
    hard, wish = HARD.intersection(heard.intents), wished_plan(text)
    unlikely = heard.confidence < _EVEN or _asks_calmly(heard, text, wish)
    in_words = names_hardship(text) or says_unable(text)
    return bool(hard) and unlikely and wish in _KINDS and not in_words


def _asks_calmly(heard: Heard, text: str, wish: Wish | None) -> bool:
    """Whether no word of it is of want, and it is a request, or would pay more than is due."""
    would_pay_more = wish is Wish.FLEXIBLE and heard.confidence < _SURE
    requests = wish is Wish.RENEWAL and Intent.CANNOT_PAY not in heard.intents
    return (would_pay_more or requests) and _WANT.search(fold(text)) is None


def in_earnest(heard: Heard, text: str) -> Heard:
    """The turn without hardship that its words do not mean; that is kept as possible, for a person."""
    hard = tuple(each for each in heard.intents if each in HARD)
    if not hard or not is_no_hardship(text):
        return heard
    rest = tuple(each for each in heard.intents if each not in HARD)
    leads = heard.intent if heard.intent not in HARD else first_of(rest or (Intent.OUT_OF_SCOPE,))
    others = tuple(each for each in rest if each is not leads)
    return replace(heard, intent=leads, others=others, possibly=(*heard.possibly, *hard))


def cannot_pay_beside_a_wish(text: str) -> bool:
    """Whether they say that they cannot pay, and ask for a plan by its name in the same breath."""
    return wished_plan(text) in NAMED and says_unable(text)


_WANT = compiled(
    r"难|困|紧|周转|撑|亏|压力|[没缺]有?钱|不好做|还不|\b(?:hard|tight|struggl\w+|behind|can'?t|cannot|afford|broke)\b"
)
"""Beside one of these words the label of difficulty is believed."""


def asks_about_a_kind(heard: Heard, text: str) -> bool:
    """Whether they ask for a plan by its name, whatever question or unlikely difficulty it was taken for."""
    near = _NEAR_QUESTIONS
    if wished_plan(text) is not Wish.FLEXIBLE:  # whoever would pay early asks for the payoff
        near |= {Intent.ASK_PAYOFF}
    questions = near.issuperset(heard.intents) and names_a_kind(text)
    return questions or only_asks_for_a_kind(heard, text)


_NEAR_QUESTIONS = frozenset({Intent.ASK_FEES_INTEREST, Intent.OUT_OF_SCOPE, Intent.VAGUE_PROMISE})
"""What 只还利息行吗 is taken for."""


def names_a_kind(text: str) -> bool:
    """Whether a kind of plan is asked for by its name, 展期 or "interest-only"."""
    return wished_plan(text) in _KINDS


_EVEN = 0.5
"""Below these odds the label of difficulty is likelier wrong than right. Judgement."""
_SURE = 0.9
"""From these odds on the label is believed whatever the words. Judgement."""
_KINDS = NAMED - {Wish.SETTLEMENT}

RELIEVED: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.CANNOT_PAY: relieve,
    Intent.REQUEST_HARDSHIP: relieve,
}
"""The decision about each statement of hardship."""
