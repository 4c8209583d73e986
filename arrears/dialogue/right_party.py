"""After somebody else answered: the right person takes the phone or the chat, and proves who they are.

Nothing was told to the other, and nothing is told on a mere name. A number that is called wrong by who has it
is not theirs to take back: that is for a person. Who says that the business is theirs is asked for the proof.
"""

from __future__ import annotations

from arrears.dialogue.answering import Decided, Situation, standing_silences
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.identifying import check_proof, says_who
from arrears.dialogue.in_context import read_by_a_person
from arrears.domain.cases import Purpose, SpecialStatus
from arrears.domain.intents import CLOSING, Heard, Intent
from arrears.domain.language.people.brought import brings_them
from arrears.domain.language.people.own_loan import (
    names_nobody_else,
    speaks_of_own_loan,
    wants_to_settle,
)
from arrears.domain.language.people.own_names import beside_their_name, says_they_are
from arrears.domain.language.people.owners import says_they_own
from arrears.domain.language.withdrawals.find import withdrawals

_TAKEN_FOR_AN_OWNER = frozenset(
    {
        Intent.THIRD_PARTY,
        Intent.THIRD_PARTY_INQUIRY,
        Intent.VERIFY_IDENTITY,
        Intent.GREET,
        Intent.AFFIRM,
        Intent.ASK_WHO_ARE_YOU,
        Intent.REPEAT_CLARIFY,
        Intent.OUT_OF_SCOPE,
    }
)
"""What "I own the bakery, what's up?" is taken for."""


def owns_it(situation: Situation) -> Decided | None:
    """The question for the proof, where the loan is of a business and they say that it is theirs."""
    said, case = frozenset(situation.heard.intents), situation.case
    of_a_business = case.enterprise_id is not None or case.purpose is Purpose.COMMERCIAL
    if situation.party is not None or not of_a_business or not said <= _TAKEN_FOR_AN_OWNER:
        return None
    if not says_they_own(situation.text) or withdrawals(situation.text):
        return None
    feared = tuple(each for each in situation.heard.intents if each in _OTHERS)
    return Heard(situation.message_id), read_by_a_person(what_waits, feared)


def comes_to_settle(situation: Situation) -> Decided | None:
    """What waits, or the question for proof or a sum, for who wants to settle a loan of their own.

    It is one who owns the business or has the very name that we look for; proof is asked for all the same.
    """
    heard, text = situation.heard, situation.text
    certain, name = frozenset(heard.intents) - heard.doubted, situation.person.name
    if not certain <= _TAKEN_FOR_AN_OWNER | {Intent.VAGUE_PROMISE} or not wants_to_settle(text):
        return None
    if situation.readings.amounts or withdrawals(text) or standing_silences(situation):
        return None
    besides = beside_their_name(text, name)
    if not speaks_of_own_loan(text) and (besides is None or not names_nobody_else(besides)):
        return None
    feared = tuple(each for each in heard.intents if each in CLOSING)
    return Heard(situation.message_id), read_by_a_person(what_waits, feared)


_OTHERS = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY})
"""What "this is Dana, my husband had my phone" is taken for."""


def returned(situation: Situation) -> Decided | None:
    """The proof, or the question for it, where it is them now or next; None where nobody says so.

    "Here he is" tells nothing and asks for the proof: the next text may be theirs.
    """
    brought = brings_them(situation.text)
    doubted = situation.heard.doubted if brought else frozenset[Intent]()
    said = frozenset(situation.heard.intents) - doubted
    ends = (CLOSING - _OTHERS) & said or Intent.REQUEST_HUMAN in said or withdrawals(situation.text)
    if standing_silences(situation) != {SpecialStatus.THIRD_PARTY_ANSWERED} or ends:
        return None
    proves = says_who(situation) and not _OTHERS & said
    if not proves and not brought and not says_they_are(situation.text, situation.person.name):
        return None
    besides = tuple(
        each for each in situation.heard.intents if each not in _OTHERS | doubted | {Intent.VERIFY_IDENTITY}
    )
    return Heard(situation.message_id, Intent.VERIFY_IDENTITY, 1.0, besides), check_proof
