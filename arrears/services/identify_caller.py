"""A caller whom no number tells us: the loan's number, the birth date and the last four digits, one by one.

Nothing is disclosed before all three are right together, not even whether there is a loan of this number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from arrears.contact.stopping import withdrawn_by_caller
from arrears.desk import Desk
from arrears.dialogue.identifying import FACTORS, keep_attempt
from arrears.domain.call_scripts import Asked, Closed, Converse, Ends
from arrears.domain.caller_claims import UTTERANCES_MAX, WRONG_MAX, Asking, Claims, claimed
from arrears.domain.calls import Call, CallState
from arrears.domain.card_numbers import had_card_number, without_card_numbers
from arrears.domain.identity import GUESS_WINDOW, IdentityAttempt, matches, may_guess
from arrears.domain.ids import CallId
from arrears.domain.language.acts.crisis_words import speaks_of_self_harm
from arrears.domain.language.acts.person_wishes import wants_person
from arrears.domain.language.script.fold import has_han
from arrears.domain.language.withdrawals.recording_refusals import refuses_recording
from arrears.domain.people import Channel, ContactPoint, Language, Person
from arrears.domain.times import local_date
from arrears.domain.wording import phrase, say
from arrears.phone.calling import closing_words, greet, kept, open_conversation, who_is_it
from arrears.phone.strangers import courteous
from arrears.store import Tx, calls, cases, conversations, identity, people, recordings

WRONG_A_NUMBER = 9
"""Wrong answers that one calling number may give within GUESS_WINDOW, whomever they are about."""

_FAILED, _AGAIN, _LAST = "failed", "again", "last"
_WRONG = frozenset({_AGAIN, _LAST})
_OVER = frozenset({_FAILED, _LAST})

LANGUAGE_OF_KEY = {"1": Language.EN, "2": Language.ZH}
"""Keys by which a caller chooses the language before they have said anything of themselves."""

_QUESTIONS = {
    Asking.REFERENCE: "call.identify_reference",
    Asking.BIRTH: "call.identify_birth",
    Asking.LAST4: "call.identify_last4",
    _AGAIN: "call.identify_again",
}


type _Next = Asked | Converse | Closed
type Followed = _Next | Literal[Ends.PERSON]


def identify_caller(desk: Desk, call_id: CallId, key: str, text: str, *, keyed: bool = False) -> Followed:
    """What follows what the caller said of themselves; the same key on the same call is the same utterance.

    A Converse when they are known now: its opening is a contact that is due, as with `take_call`. A stop
    holds for the number they call from; who wants a person is connected as they are. Who speaks the other
    language, or presses its key, is answered in it.
    Raises: LookupError.
    """
    text = without_card_numbers(text)
    with desk.store.write() as tx:
        before = calls.lock(tx, call_id)
        said = calls.claims_of(tx, call_id)
        pressed = keyed and text in LANGUAGE_OF_KEY and _after(desk, before, _since_wrong(said)).is_empty
        call = _in_their_language(tx, desk, before, text, pressed=pressed)
        caller = calls.caller_of(tx, call_id) or ""
        stopped = withdrawn_by_caller(tx, caller, text, desk.clock.now(), key=f"{call_id}-{key}")
        if refuses_recording(text):
            # A machine that hears writes down what is said: with who does not want that, a person talks.
            recordings.refuse(tx, call_id, desk.clock.now())
        if speaks_of_self_harm(text) and call.state is not CallState.ENDED:
            # Before everything else, and the line stays open: help is named to whoever it is.
            return Asked(phrase(desk.policy.catalog, call.language, "call.crisis"), call.language)
        if stopped or refuses_recording(text):
            # The same words to every number: nobody learns which of them we know.
            return Closed(closing_words(desk, call.language), call.language)
        if wants_person(text) and call.conversation_id is None and call.state is not CallState.ENDED:
            return Ends.PERSON
        known = next((entry for entry in said if entry["key"] == key), None)
        if call.conversation_id is not None or call.state is CallState.ENDED:
            return _next(tx, desk, call, _FAILED)
        if known is None:
            text = "" if pressed else text
            known = {"key": key, "text": text, "next": _weighed(tx, desk, call, said, text)}
            known["switched"] = call.language is not _introduced_in(said)
            known["language"] = call.language
            said.append(known)
            calls.keep_claims(tx, call_id, said)
            call = calls.load(tx, call_id)
        following = _next(tx, desk, call, known["next"])
        if isinstance(following, Asked) and known.get("switched"):
            return _introduced(desk, call, known["next"], following)
    if isinstance(following, Asked) and had_card_number(text):
        refused = say(desk.policy.catalog, call.language, "call.card_refused", Channel.VOICE).text
        return replace(following, words=f"{refused} {following.words}")
    if isinstance(following, Asked):
        return courteous(desk, text, following, in_vain=_asked_in_vain(said, known))
    return following


def _asked_in_vain(said: list[dict[str, Any]], known: dict[str, Any]) -> str | None:
    """The question, where the words before these were answered with it, too; our first words asked one."""
    before = said[: said.index(known)]
    asked: str = before[-1]["next"] if before else Asking.REFERENCE
    return asked if asked == known["next"] else None


def _in_their_language(tx: Tx, desk: Desk, call: Call, text: str, *, pressed: bool) -> Call:
    """The call in the language of the words, or of the key that was pressed."""
    if call.state is CallState.ENDED or call.conversation_id is not None:
        return call
    wished = LANGUAGE_OF_KEY[text] if pressed else Language.ZH if has_han(text) else call.language
    return call if wished is call.language else kept(tx, desk, call, replace(call, language=wished))


def _introduced_in(said: list[dict[str, Any]]) -> Language:
    """The language in which AI and recording were named last; help in distress comes without them.

    The first words to a caller nobody knows are in English.
    """
    return Language(said[-1].get("language", Language.EN)) if said else Language.EN


def _introduced(desk: Desk, call: Call, known: str, asked: Asked) -> Asked:
    """The question to who has changed the language: what they did not understand is said before it.

    Source: notice of a recording is due in the language of the call.
    """
    if known == Asking.REFERENCE:
        return who_is_it(desk, call.language)
    first = phrase(desk.policy.catalog, call.language, "call.automated")
    joint = "" if call.language is Language.ZH else " "
    return replace(asked, words=f"{first}{joint}{asked.words}")


def _next(tx: Tx, desk: Desk, call: Call, known: str) -> _Next:
    """What is said next; whoever is known by now is talked with."""
    if call.conversation_id is not None:
        calls.keep_claims(tx, call.id, [])
        talk = conversations.load(tx, call.conversation_id)
        row = greet(tx, desk, call, talk, "call.identified", step="identified")
        return Converse(call.id, calls.new_token(tx, call.id), row.language, row.body, row.id)
    if known in _OVER:
        return Closed(closing_words(desk, call.language, "call.identify_failed"), call.language)
    return Asked(phrase(desk.policy.catalog, call.language, _QUESTIONS[known]), call.language)


def _weighed(tx: Tx, desk: Desk, call: Call, said: list[dict[str, Any]], text: str) -> str:
    """What is asked next: for what is missing, or all of it again after a wrong answer."""
    if said and said[-1]["next"] in _OVER:
        return _FAILED
    claims = _after(desk, call, [*_since_wrong(said), text])
    # Looked at with the first words, and again before anything is checked: they may call many times at once.
    if (not said or claims.missing is None) and _has_guessed_enough(tx, desk, call):
        return _FAILED
    if claims.missing is not None:
        return _FAILED if len(said) + 1 >= UTTERANCES_MAX else str(claims.missing)
    wrong = _count_wrong(said)
    if _prove(tx, desk, call, claims, wrong):
        return "known"
    return _LAST if wrong + 1 >= WRONG_MAX else _AGAIN


def _has_guessed_enough(tx: Tx, desk: Desk, call: Call) -> bool:
    """Whether the number has answered wrongly too often; who withholds it is limited by the call alone."""
    caller = calls.caller_of(tx, call.id) or ""
    if not caller.startswith("+"):
        return False
    told = calls.claims_from(tx, caller, desk.clock.now() - GUESS_WINDOW)
    return sum(_count_wrong(said) for said in told) >= WRONG_A_NUMBER


def _count_wrong(said: list[dict[str, Any]]) -> int:
    return sum(entry["next"] in _WRONG for entry in said)


def _since_wrong(said: list[dict[str, Any]]) -> list[str]:
    texts: list[str] = []
    for entry in said:
        texts = [] if entry["next"] == _AGAIN else [*texts, entry["text"]]
    return texts


def _after(desk: Desk, call: Call, texts: list[str]) -> Claims:
    claims, today = Claims(), local_date(desk.clock.now(), "UTC")
    for each in texts:
        claims = claimed(
            claims, each, language=call.language, today=today, prefixes=desk.policy.reference_prefixes
        )
    return claims


def _prove(tx: Tx, desk: Desk, call: Call, claims: Claims, wrong: int) -> bool:
    """Whether all three are right together; then the call is talked on with that person."""
    case = cases.find_case_named(tx, claims.references)
    if case is None:
        return False
    person = people.lock_person(tx, case.owner_id)
    point = _number_of(tx, call, person)
    if point is None or not may_guess(identity.attempts_of(tx, person.id), desk.clock.now()):
        return False
    matched = matches(claims.identity, birth_on=person.birth_on, last4s=(case.account_last4,))
    suffix = "" if matched else f"-{wrong + 1}"
    talk = open_conversation(tx, desk, call, point, case.id, call.language, suffix=suffix)
    attempt = IdentityAttempt(person.id, talk.id, point.id, matched, desk.clock.now())
    keep_attempt(tx, attempt, case.id, f"identity-{call.id}-{wrong + 1}", ("loan_reference", *FACTORS))
    if matched:
        kept(tx, desk, call, replace(call, conversation_id=talk.id, contact_point_id=point.id, talked=True))
    return matched


def _number_of(tx: Tx, call: Call, person: Person) -> ContactPoint | None:
    """The person's own number they call from, else the one the lender gave last; None where we have none."""
    points = people.contact_points_of(tx, person.id)
    caller = calls.caller_of(tx, call.id)
    return next((point for point in points if point.address == caller), points[0] if points else None)
