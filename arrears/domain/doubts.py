"""When a label that would end contact is acted on, and when it is only asked about, or shown to a person.

The engine hears such labels from low odds on, so that none is missed. Heard is not yet believed: this is the
one place that says what is. Why: docs/adr/0024.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from arrears.domain.ids import MessageId
from arrears.domain.intents import STOPS, Heard, Intent

CERTAIN = 0.8
"""From these odds on a label that ends contact is acted on at once.

Source: `make settings`, on 3446 validation turns (docs/adr/0024). Of 1270 true statements 1121 are acted on
at once, and 22 false ones; from 0.9 on 1058 and 18, from 0.7 on 1157 and 32.
"""

FAINT = 0.2
"""Below these odds a label that only the floor let through asks nothing where no word of the text may say it.

Source: 3446 validation turns and a model that had not learnt them (docs/adr/0024).
"""

CLASSIFIER, FLOOR, PHRASE = "classifier", "floor", "safety_phrase"
"""What decided in the engine: the likeliest of the turn; odds that are not too low; reviewed words."""

ENDING = frozenset(
    {
        Intent.STOP_TEXTS,
        Intent.CEASE_CONTACT,
        Intent.ATTORNEY_REPRESENTED,
        Intent.BANKRUPTCY,
        Intent.DECEASED,
        Intent.WRONG_NUMBER,
        Intent.THIRD_PARTY,
        Intent.THIRD_PARTY_INQUIRY,
        Intent.DISPUTE,
    }
)
"""What the engine hears from a floor on and what ends or pauses contact, but for self-harm."""

SOMEBODY = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY, Intent.WRONG_NUMBER})
"""Of these, who is there."""

QUESTIONS: Mapping[Intent, str] = {
    Intent.STOP_TEXTS: "doubt.texts",
    Intent.CEASE_CONTACT: "doubt.contact",
    Intent.ATTORNEY_REPRESENTED: "doubt.attorney",
    Intent.BANKRUPTCY: "doubt.bankruptcy",
    Intent.DECEASED: "doubt.death",
    Intent.WRONG_NUMBER: "doubt.number",
    Intent.THIRD_PARTY: "doubt.somebody",
    Intent.THIRD_PARTY_INQUIRY: "doubt.somebody",
    Intent.DISPUTE: "doubt.dispute",
    Intent.SELF_HARM: "doubt.safety",
}
"""The message that asks whether it was said. Nothing of the debt is in any; that of self-harm names help."""

_CHECKED = frozenset({Intent.ALREADY_PAID, Intent.REQUEST_VALIDATION})
"""What has the debt checked as a dispute has: beside one of these a dispute is none to ask about."""

_ENDS = ENDING | {Intent.SELF_HARM}
_BESIDE = ENDING | {Intent.OUT_OF_SCOPE}
"""What is no reading of its own beside a doubt."""


@dataclass(frozen=True, slots=True)
class Label:
    """One intent of a turn, as the engine heard it."""

    intent: Intent
    odds: float = 0.0  # 0..1
    by: str = CLASSIFIER


def weighed(message_id: MessageId, leading: Label, others: Sequence[Label]) -> Heard:
    """The turn with what is doubtful in it set apart.

    What only the floor let through beside something that was understood, and any doubt beside an end of
    contact that is certain, is kept for a person; every other doubt is asked about. A label that leads and is
    only possible gives way to the one that is certain.
    """
    labels = {each.intent: each for each in (*others, leading)}
    doubted = {intent for intent, each in labels.items() if _is_doubtful(each)}
    if not _CHECKED.isdisjoint(labels):
        doubted.discard(Intent.DISPUTE)
    feared = labels.get(Intent.SELF_HARM)
    if feared is not None and feared.by != PHRASE:
        beside_an_end = not (ENDING - doubted).isdisjoint(labels)
        if not beside_an_end or feared.by == FLOOR or feared.odds < CERTAIN:
            doubted.add(Intent.SELF_HARM)
    certain = not (_ENDS - doubted).isdisjoint(labels)
    if certain:  # who ends it one way and may wish for no more contact besides is left alone at once
        doubted -= {each for each in doubted & STOPS if labels[each].by != FLOOR}
    understood = any(each.by != FLOOR and each.intent not in _BESIDE for each in labels.values())
    kept = {leading.intent, Intent.SELF_HARM}
    beside = {each for each in doubted - kept if understood and labels[each].by == FLOOR}
    possibly = doubted if certain else beside
    named = tuple(dict.fromkeys(each.intent for each in others if each.intent is not leading.intent))
    return Heard(
        message_id,
        leading.intent,
        leading.odds,
        tuple(each for each in named if each not in possibly),
        doubted=frozenset(doubted - possibly),
        faint=frozenset(each for each in doubted - possibly if _is_faint(labels[each], labels)),
        likely=frozenset(each for each in doubted if _is_likely(labels[each], labels)),
        possibly=tuple(each for each in (leading.intent, *named) if each in possibly),
    )


def _is_doubtful(label: Label) -> bool:
    """Whether it may not end contact unasked."""
    if label.intent not in ENDING or label.by == PHRASE:
        return False
    return label.by == FLOOR or label.odds < CERTAIN


def _is_faint(label: Label, labels: Mapping[Intent, Label]) -> bool:
    """Whether it asks nothing where no word of the text may say it.

    Self-harm is so besides where something else is understood that is likelier: where the whole turn says it
    (then the floor alone let self-harm through), or by its odds; never from certain odds on.
    """
    if label.by == FLOOR and label.odds < FAINT:
        return True
    if label.intent is not Intent.SELF_HARM or label.odds >= CERTAIN:
        return False
    beside = [each for each in labels.values() if each.by != FLOOR and each.intent not in _BESIDE]
    return any(
        label.by == FLOOR or each.odds >= label.odds for each in beside if each.intent is not label.intent
    )


def _is_likely(label: Label, labels: Mapping[Intent, Label]) -> bool:
    """Whether a word of the text that may say it makes it certain."""
    if label.intent is Intent.STOP_TEXTS:
        return label.by == CLASSIFIER
    alone = all(each.by == FLOOR for each in labels.values() if each.intent is not label.intent)
    return label.intent is Intent.SELF_HARM and (label.by != FLOOR or label.odds >= FAINT or alone)


def may_count(name: str, odds: float) -> bool:
    """Whether an intent of an earlier turn, of which its odds alone are known, counts as said."""
    return name not in ENDING or odds >= CERTAIN
