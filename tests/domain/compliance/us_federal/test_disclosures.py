"""What a debt collector discloses, when, and in which languages."""

from dataclasses import replace

import pytest

from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.facts import ContactFacts, ProposedContact, Recipient
from arrears.domain.compliance.rule import require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language
from tests.builders.compliance import NOON, proposed, reply
from tests.domain.compliance.us_federal.given import (
    CALL,
    DEBT,
    LETTER,
    collector,
    findings,
    lender,
    notices,
    talk,
    told,
)

P = ContactPurpose
INITIAL = [require(Duty.MINI_MIRANDA_INITIAL, "initial_disclosure")]
LATER = [require(Duty.MINI_MIRANDA_LATER, "later_disclosure")]
SPEAKS = replace(CALL, text=DEBT)
TEXT = proposed(text=DEBT)


def verified(**changes: object) -> ContactFacts:
    return collector(verified=True, inbound_at=NOON, **changes)


def begun(**changes: object) -> ContactFacts:
    return notices(verified(), initial_at=NOON, **changes)


@pytest.mark.parametrize(
    ("person", "contact", "initial", "later"),
    [
        (verified(), CALL, INITIAL, []),
        (verified(), reply(), INITIAL, []),  # also where the person begins
        (begun(), CALL, [], LATER),
        (begun(), reply(), [], LATER),
        # Where the initial one was spoken, the first in writing repeats it.
        (begun(initial_oral=True), LETTER, INITIAL, []),
        (begun(initial_oral=True), TEXT, INITIAL, []),
        (begun(initial_oral=True), SPEAKS, [], LATER),
        (begun(initial_oral=True, written_made=True), LETTER, [], LATER),
        (begun(written_made=False), LETTER, [], LATER),
        # What was said in the conversation need not be said again.
        (talk(verified(), disclosed=frozenset({"mini_miranda_initial"})), CALL, [], []),
        (talk(begun(), disclosed=frozenset({"mini_miranda_initial"})), CALL, [], []),
        (talk(begun(), disclosed=frozenset({"mini_miranda_later"})), CALL, [], []),
        (talk(verified(), disclosed=frozenset({"mini_miranda_later"})), CALL, INITIAL, []),
        (talk(begun(), disclosed=frozenset({"ai_disclosure"})), CALL, [], LATER),
        # Who rings back after a limited-content message has not heard it yet.
        (talk(begun(), first_call_back=True), reply(channel=Channel.VOICE), INITIAL, []),
    ],
)
def test_a_collector_says_so_in_full_at_first_and_in_short_later(
    person: ContactFacts, contact: ProposedContact, initial: list[object], later: list[object]
) -> None:
    assert told("USF-MM-1", person, contact) == initial
    assert told("USF-MM-2", person, contact) == later


@pytest.mark.parametrize(
    ("person", "contact", "owed"),
    [
        (collector(), CALL, False),
        (collector(), SPEAKS, True),
        (collector(), replace(CALL, speaks_of_debt=True), True),
        (verified(), CALL, True),
        (verified(), replace(CALL, voicemail=True), False),
        (verified(), replace(SPEAKS, voicemail=True), True),
        (lender(verified=True), SPEAKS, False),
        (verified(), replace(SPEAKS, recipient=Recipient.ATTORNEY), False),
        (verified(), replace(SPEAKS, recipient=Recipient.REPRESENTATIVE), True),
        (verified(), replace(SPEAKS, purpose=P.LOCATION), False),
        (verified(), replace(SPEAKS, purpose=P.CRISIS), False),
        (verified(), replace(SPEAKS, purpose=P.OPT_OUT_CONFIRMATION), False),
        (verified(), replace(SPEAKS, purpose=P.SUPERVISOR), True),
        (verified(), replace(SPEAKS, purpose=P.NOTICE), True),
    ],
)
def test_it_is_said_to_the_person_and_to_nobody_before_identity_is_known(
    person: ContactFacts, contact: ProposedContact, owed: bool
) -> None:
    in_chinese = replace(contact, language=Language.ZH)
    languages = [require(Duty.DISCLOSURE_LANGUAGES, "disclosure_languages", ("languages", "zh"))]
    assert told("USF-MM-1", person, contact) == (INITIAL if owed else [])
    assert told("USF-MM-2", notices(person, initial_at=NOON), contact) == (LATER if owed else [])
    assert told("USF-LANG-1", person, in_chinese) == (languages if owed else [])


INITIAL_EN, INITIAL_ZH = "mini_miranda_initial:en", "mini_miranda_initial:zh"
LATER_ZH = "mini_miranda_later:zh"


@pytest.mark.parametrize(
    ("spoken", "language", "disclosed", "told_in"),
    [
        ((), Language.EN, (), None),
        ((Language.EN,), Language.EN, (), None),
        ((), Language.ZH, (), "zh"),
        ((Language.ZH,), Language.ZH, (), "zh"),
        ((Language.EN,), Language.ZH, (), "en, zh"),
        ((Language.ZH,), Language.EN, (), "en, zh"),
        ((Language.EN,), Language.ZH, (INITIAL_EN,), "en, zh"),
        ((Language.EN,), Language.ZH, (INITIAL_ZH,), "en, zh"),
        ((Language.EN,), Language.ZH, (INITIAL_EN, INITIAL_ZH), None),
        ((), Language.ZH, (LATER_ZH,), "zh"),  # the short one is not enough at first
    ],
)
def test_disclosures_come_in_every_language_that_is_used(
    spoken: tuple[Language, ...], language: Language, disclosed: tuple[str, ...], told_in: str | None
) -> None:
    person = talk(verified(), languages=frozenset(spoken), disclosed=frozenset(disclosed))
    expected = [require(Duty.DISCLOSURE_LANGUAGES, "disclosure_languages", ("languages", told_in))]
    assert told("USF-LANG-1", person, replace(CALL, language=language)) == (expected if told_in else [])


@pytest.mark.parametrize(
    ("disclosed", "owed"),
    [
        ((), True),
        ((INITIAL_EN,), True),
        ((INITIAL_EN, LATER_ZH), False),
        ((INITIAL_EN, INITIAL_ZH), False),
        ((LATER_ZH,), True),
    ],
)
def test_a_conversation_that_turns_to_mandarin_is_told_again_in_it(
    disclosed: tuple[str, ...], owed: bool
) -> None:
    said = frozenset(disclosed)
    person = talk(begun(), languages=frozenset({Language.EN}), disclosed=said)
    assert told("USF-MM-2", person, replace(CALL, language=Language.ZH)) == (LATER if owed else [])


def test_a_lender_that_collects_its_own_loan_calls_itself_no_debt_collector() -> None:
    fired = {f.rule_id for f in findings(lender(verified=True), replace(SPEAKS, language=Language.ZH))}
    assert fired == {"USF-TIME-1"}
