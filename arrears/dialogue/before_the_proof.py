"""What was said while it was not known who is there: of the borrower, and of nobody else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from arrears.dialogue.answering import Situation
from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.identity import IdentityAttempt, verified_party
from arrears.domain.language.people.brought import brings_them
from arrears.domain.language.people.own_names import says_they_are
from arrears.store import consents, conversations, identity

_STILL_MEANT = timedelta(hours=24)
"""What was said longer ago may not be meant any more."""
_SOMEBODY_ELSE = frozenset({SpecialStatus.THIRD_PARTY_ANSWERED, SpecialStatus.WRONG_NUMBER})


def said_unverified(situation: Situation) -> list[Turn]:
    """What the borrower said since somebody was last verified here, before this message.

    What somebody else said, until the borrower says that it is them, is no word of theirs.
    """
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    theirs = [turn for turn in turns if turn.speaker is Speaker.BORROWER and turn.id != situation.turn_id]
    # The proof of this very turn says nothing of who was there before.
    attempts = identity.attempts_of(situation.tx, situation.person.id)
    earlier = tuple(each for each in attempts if each.at < situation.now)
    since = situation.now - _STILL_MEANT
    unproved = (each for each in theirs if each.at >= since and _was_nobody(situation, each, theirs, earlier))
    return _of_the_borrower(situation, unproved)


def _of_the_borrower(situation: Situation, turns: Iterable[Turn]) -> list[Turn]:
    """Those of the turns that nobody else said: a relative's "I can pay 200" binds nobody."""
    tx, me = situation.tx, situation.turn_id
    others = consents.turns_that_raised(tx, situation.point.id, _SOMEBODY_ELSE, but_for=me)
    theirs, aside = list[Turn](), list[Turn]()
    for turn in turns:
        if says_they_are(turn.text, situation.person.name) or (aside and brings_them(aside[-1].text)):
            theirs, aside = [*theirs, turn], []
        else:
            (aside if aside or turn.id in others else theirs).append(turn)
    return theirs


def _was_nobody(
    situation: Situation, turn: Turn, theirs: list[Turn], attempts: tuple[IdentityAttempt, ...]
) -> bool:
    here = situation.conversation.id, situation.point.id
    proofs = [a for a in attempts if a.matched and (a.conversation_id, a.contact_point_id) == here]
    party = verified_party(
        attempts,
        conversation_id=situation.conversation.id,
        contact_point_id=situation.point.id,
        active_at=tuple(each.at for each in theirs if each.at <= turn.at),
        now=turn.at,
    )
    return party is None and all(proof.at < turn.at for proof in proofs)
