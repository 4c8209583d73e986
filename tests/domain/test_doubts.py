"""What ends contact at once, what is asked about first, and what only a person reads."""

from __future__ import annotations

import pytest

from arrears.dialogue.heeding import HEEDED
from arrears.domain.doubts import (
    CERTAIN,
    CLASSIFIER,
    ENDING,
    FAINT,
    FLOOR,
    PHRASE,
    QUESTIONS,
    Label,
    weighed,
)
from arrears.domain.ids import MessageId
from arrears.domain.intents import CLOSING, Heard, Intent

CLAUSE = "clause"


def heard(leading: Label, *others: Label) -> Heard:
    return weighed(MessageId("m"), leading, others)


@pytest.mark.parametrize("intent", sorted(ENDING))
@pytest.mark.parametrize(
    ("odds", "by", "doubted"),
    [
        (1.0, PHRASE, False),
        (0.2, PHRASE, False),
        (CERTAIN, CLASSIFIER, False),
        (CERTAIN, CLAUSE, False),
        (CERTAIN - 0.01, CLAUSE, True),
        (FAINT, FLOOR, True),
        (0.99, FLOOR, True),  # of one clause: the turn as a whole says otherwise
    ],
)
def test_a_label_alone_acts_from_the_upper_point_on(
    intent: Intent, odds: float, by: str, *, doubted: bool
) -> None:
    found = heard(Label(intent, odds, by))
    assert found == Heard(MessageId("m"), intent, odds, doubted=frozenset({intent} if doubted else ()))


@pytest.mark.parametrize("intent", sorted(ENDING))
@pytest.mark.parametrize(
    ("odds", "by", "faint"),
    [
        (FAINT - 0.01, FLOOR, True),
        (FAINT, FLOOR, False),
        (FAINT - 0.01, CLAUSE, False),
        (0.05, PHRASE, False),
    ],
)
def test_only_what_the_floor_alone_let_through_at_low_odds_is_a_faint_doubt(
    intent: Intent, odds: float, by: str, *, faint: bool
) -> None:
    assert heard(Label(intent, odds, by)).faint == ({intent} if faint else frozenset())


@pytest.mark.parametrize(
    ("odds", "by", "beside", "faint"),
    [
        (0.99, FLOOR, Label(Intent.PAY_NOW, 0.5), False),
        (0.79, FLOOR, Label(Intent.PAY_NOW, 0.5), True),
        (0.5, CLASSIFIER, Label(Intent.PAY_NOW, 0.5, CLAUSE), True),
        (0.51, CLASSIFIER, Label(Intent.PAY_NOW, 0.5, CLAUSE), False),
        (0.99, FLOOR, Label(Intent.OUT_OF_SCOPE, 0.5), False),
        (0.99, FLOOR, Label(Intent.DECEASED, 0.5), False),
        (0.99, FLOOR, Label(Intent.PAY_NOW, 0.5, FLOOR), False),
    ],
)
def test_self_harm_is_faint_beside_something_understood_that_is_likelier(
    odds: float, by: str, beside: Label, *, faint: bool
) -> None:
    found = heard(Label(Intent.SELF_HARM, odds, by), beside)
    assert (Intent.SELF_HARM in found.faint, found.possibly) == (faint, ())


@pytest.mark.parametrize(
    ("odds", "by", "faint"),
    [(FAINT - 0.01, FLOOR, True), (FAINT, FLOOR, False), (FAINT - 0.01, CLASSIFIER, False)],
)
def test_self_harm_alone_is_faint_where_the_floor_let_it_through_at_low_odds(
    odds: float, by: str, *, faint: bool
) -> None:
    assert (Intent.SELF_HARM in heard(Label(Intent.SELF_HARM, odds, by)).faint) is faint


@pytest.mark.parametrize(
    ("odds", "by", "beside", "likely"),
    [
        (FAINT, FLOOR, CLASSIFIER, True),
        (FAINT - 0.01, FLOOR, CLASSIFIER, False),
        (FAINT - 0.01, FLOOR, FLOOR, True),
        (FAINT - 0.01, CLASSIFIER, CLAUSE, True),
    ],
)
def test_a_word_makes_self_harm_certain_but_for_the_faintest_beside_something_else(
    odds: float, by: str, beside: str, *, likely: bool
) -> None:
    found = heard(Label(Intent.SELF_HARM, odds, by), Label(Intent.PAY_NOW, 0.5, beside))
    assert (Intent.SELF_HARM in found.likely) is likely


@pytest.mark.parametrize("intent", sorted(ENDING))
def test_below_it_the_likeliest_of_a_turn_is_asked_about_and_a_word_of_stopping_makes_a_stop_certain(
    intent: Intent,
) -> None:
    found = heard(Label(intent, CERTAIN - 0.01, CLASSIFIER))
    assert found.doubted == {intent}
    assert bool(found.likely) is (intent is Intent.STOP_TEXTS)


@pytest.mark.parametrize("intent", sorted(set(Intent) - ENDING - {Intent.SELF_HARM}))
@pytest.mark.parametrize("by", [CLASSIFIER, CLAUSE, FLOOR])
def test_nothing_else_is_doubted(intent: Intent, by: str) -> None:
    assert not heard(Label(intent, 0.06, by)).doubted


ORDINARY = Label(Intent.PROPOSE_INSTALMENT, 0.5)


@pytest.mark.parametrize("intent", sorted(ENDING))
def test_beside_what_is_understood_the_floor_alone_asks_nothing(intent: Intent) -> None:
    found = heard(ORDINARY, Label(intent, 0.06, FLOOR))
    assert (found.intents, found.doubted, found.possibly) == ((ORDINARY.intent,), frozenset(), (intent,))


@pytest.mark.parametrize("intent", sorted(ENDING))
def test_what_is_heard_for_its_own_sake_is_asked_about_whatever_stands_beside_it(intent: Intent) -> None:
    found = heard(Label(intent, 0.6, CLAUSE), ORDINARY)
    assert (found.intents, found.doubted, found.possibly) == ((intent, ORDINARY.intent), {intent}, ())


@pytest.mark.parametrize("beside", [Intent.OUT_OF_SCOPE, Intent.DISPUTE])
def test_words_nobody_understood_answer_no_doubt_and_nor_does_another_doubt(beside: Intent) -> None:
    found = heard(Label(Intent.DECEASED, 0.06, FLOOR), Label(beside, 0.5))
    assert Intent.DECEASED in found.doubted


@pytest.mark.parametrize("certain", [Label(Intent.BANKRUPTCY, 0.95), Label(Intent.SELF_HARM, 1.0, PHRASE)])
def test_beside_a_certain_end_a_doubt_is_for_a_person(certain: Label) -> None:
    found = heard(Label(Intent.THIRD_PARTY, 0.5), certain)
    assert (found.others, found.doubted, found.possibly) == (
        (certain.intent,),
        frozenset(),
        (Intent.THIRD_PARTY,),
    )


@pytest.mark.parametrize("beside", [Intent.ALREADY_PAID, Intent.REQUEST_VALIDATION])
def test_a_dispute_beside_what_has_it_checked_anyway_is_not_asked_about(beside: Intent) -> None:
    found = heard(Label(Intent.DISPUTE, 0.6, CLAUSE), Label(beside, 0.5))
    assert (found.intents, found.doubted) == ((Intent.DISPUTE, beside), frozenset())


@pytest.mark.parametrize("stop", [Intent.STOP_TEXTS, Intent.CEASE_CONTACT])
def test_beside_a_certain_end_a_wish_for_no_more_contact_is_heeded_at_once(stop: Intent) -> None:
    found = heard(Label(Intent.DISPUTE, 0.95), Label(stop, 0.6, CLAUSE))
    assert (found.others, found.doubted, found.possibly) == ((stop,), frozenset(), ())


def test_whatever_may_be_doubted_ends_contact_is_decided_about_and_has_its_question() -> None:
    assert ENDING <= CLOSING
    assert set(HEEDED) >= ENDING
    assert set(QUESTIONS) == ENDING | {Intent.SELF_HARM}


@pytest.mark.parametrize(
    ("odds", "by", "asked"),
    [
        (0.05, CLASSIFIER, True),
        (0.99, CLASSIFIER, True),
        (0.99, CLAUSE, True),
        (0.99, FLOOR, True),
        (1.0, PHRASE, False),
    ],
)
def test_self_harm_is_asked_about_but_for_reviewed_phrases(odds: float, by: str, *, asked: bool) -> None:
    assert (Intent.SELF_HARM in heard(Label(Intent.SELF_HARM, odds, by)).doubted) is asked


@pytest.mark.parametrize(
    ("beside", "asked"),
    [
        (Label(Intent.PAY_NOW, 0.9), True),
        (Label(Intent.DECEASED, 0.6), True),
        (Label(Intent.THIRD_PARTY, 0.9, FLOOR), True),
        (Label(Intent.STOP_TEXTS, 1.0, PHRASE), False),
        (Label(Intent.CEASE_CONTACT, CERTAIN), False),
    ],
)
def test_beside_a_certain_end_of_contact_self_harm_is_never_doubted(beside: Label, *, asked: bool) -> None:
    assert (Intent.SELF_HARM in heard(Label(Intent.SELF_HARM, 0.5, CLAUSE), beside).doubted) is asked


@pytest.mark.parametrize(
    ("odds", "by", "stands"),
    [(CERTAIN, CLAUSE, True), (CERTAIN - 0.01, CLAUSE, False), (0.99, FLOOR, False), (0.1, PHRASE, True)],
)
def test_beside_a_certain_end_self_harm_stands_from_the_upper_point_on(
    odds: float, by: str, *, stands: bool
) -> None:
    found = heard(Label(Intent.THIRD_PARTY_INQUIRY, 0.99), Label(Intent.SELF_HARM, odds, by))
    assert (Intent.SELF_HARM in found.intents) is stands
    assert (Intent.SELF_HARM in found.possibly) is not stands
    assert stands or Intent.SELF_HARM in found.likely  # a word makes it a statement, and else it is urgent
