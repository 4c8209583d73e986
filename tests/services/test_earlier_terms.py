"""Terms or hardship named before identity was proved, or after the proof lapsed, are answered once it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.people import Language
from arrears.domain.times import local_date
from arrears.store import Store, consents, handovers, offers
from tests.builders.line import SAYINGS, Line, keys
from tests.builders.offers import BOTH, PROOF
from tests.builders.store import Borrower, a_borrower, in_china

EN, ZH = a_borrower(), in_china(a_borrower())
PLAN = {Language.EN: "I can do $350 a month starting on the 15th", Language.ZH: "我每月15号还3500"}
PROOF_AND_PLAN = {
    Language.EN: f"{PROOF[Language.EN]}. {PLAN[Language.EN]}",
    Language.ZH: "我是1975年3月9日的，尾号4421，我每月15号还3500",
}
FIRST = {Language.EN: "Monday 16 March 2026", Language.ZH: "3月16日"}
TOMORROW = {Language.EN: "I can pay all of it tomorrow", Language.ZH: "我明天全部还清"}
MORE = {
    "hardship": {Language.EN: "I lost my job", Language.ZH: "我失业了"},
    "dispute": {Language.EN: "this is not my debt", Language.ZH: "这不是我的债"},
    "deny": {Language.EN: "no, forget it", Language.ZH: "不，算了"},
}
INTENTS = {"hardship": "cannot_pay", "dispute": "dispute", "deny": "deny"}


def a_line(store: Store, borrower: Borrower, **changes: str) -> Line:
    language = borrower.person.language
    known = {
        PROOF[language]: "verify_identity",
        PLAN[language]: "propose_instalment",
        TOMORROW[language]: "promise_to_pay",
    }
    said = {MORE[what][language]: intent for what, intent in INTENTS.items()}
    line = Line(store, borrower, SAYINGS | known | said | changes)
    line.write_first()
    return line


def on_the_table(line: Line) -> offers.OpenOffer | None:
    with line.store.read() as tx:
        return offers.open_offer(tx, line.conversation_id)


@BOTH
def test_a_proposal_made_before_the_proof_is_read_back_with_the_balance(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PLAN[language])
    assert on_the_table(line) is None
    reply = line.says(PROOF[language])
    assert keys(line) == {"balance.stated", "plan.read_back"}
    assert FIRST[language] in reply
    assert on_the_table(line) is not None


def test_a_sum_that_should_clear_it_is_not_asked_for_again_after_the_proof(sqlite_store: Store) -> None:
    text = "I'll give you 700 today if you call it even"
    line = a_line(sqlite_store, EN, **{text: "request_settlement"})
    line.says(text)
    line.says(PROOF[Language.EN])
    assert keys(line) == {"balance.stated", "plan.referred_less"}
    assert on_the_table(line) is None


@BOTH
def test_what_was_proposed_after_the_lapse_takes_the_place_of_what_waited(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PROOF[language])
    line.says(TOMORROW[language])
    line.clock.move(minutes=31)
    line.says(PLAN[language])
    assert "identity.ask" in keys(line)
    line.says(PROOF[language])
    assert keys(line) == {"balance.stated", "plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert len(waiting.offer.instalments) > 1


@BOTH
def test_without_terms_since_the_lapse_what_waited_is_read_back(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PROOF[language])
    line.says(PLAN[language])
    before = on_the_table(line)
    line.clock.move(minutes=31)
    line.says(PROOF[language])
    assert keys(line) == {"plan.read_back"}
    assert on_the_table(line) == before


@BOTH
def test_the_latest_terms_count_and_their_days_are_those_of_the_day_they_were_said(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PLAN[language])
    line.says(TOMORROW[language])
    said_on = local_date(line.clock.now(), borrower.person.zones[0])
    line.clock.move(hours=20)
    line.says(PROOF[language])
    waiting = on_the_table(line)
    assert waiting is not None
    (only,) = waiting.offer.instalments
    assert only.on - said_on == timedelta(days=1)


@pytest.mark.parametrize(("hours", "taken"), [(23, True), (24, False)])
@BOTH
def test_a_proposal_is_held_for_a_day(
    sqlite_store: Store, borrower: Borrower, hours: int, taken: bool
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PLAN[language])
    line.clock.move(hours=hours)
    line.says(PROOF[language])
    assert (on_the_table(line) is not None) is taken
    assert ("balance.state" in keys(line)) is not taken


@pytest.mark.parametrize("what", ["hardship", "deny"])
@BOTH
def test_what_was_said_since_ends_it(sqlite_store: Store, borrower: Borrower, what: str) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(PLAN[language])
    line.says(MORE[what][language])
    line.says(PROOF[language])
    assert on_the_table(line) is None


@BOTH
def test_hardship_named_before_the_proof_is_answered_and_nothing_is_asked_for(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(MORE["hardship"][language])
    line.says(PROOF[language])
    assert "hardship.answer" in keys(line)
    assert not any(key.startswith("balance.") for key in keys(line))
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["hardship"]


@BOTH
def test_what_is_offered_after_hardship_was_named_is_taken_up(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower)
    line.says(MORE["hardship"][language])
    line.says(PLAN[language])
    line.says(PROOF[language])
    assert on_the_table(line) is not None
    assert "balance.stated" in keys(line)


def recorded(line: Line) -> tuple[bool, list[str]]:
    """Whether the status of hardship stands, and why people are waited for."""
    who = line.borrower
    with line.store.read() as tx:
        standing = consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)
        return SpecialStatus.HARDSHIP in standing, [each.reason for each in handovers.queue(tx)]


@pytest.mark.parametrize("order", ["hardship first", "terms first", "proof with terms", "then no"])
@BOTH
def test_hardship_named_before_the_proof_is_recorded_whatever_else_was_said(
    sqlite_store: Store, borrower: Borrower, order: str
) -> None:
    language = borrower.person.language
    both = PROOF_AND_PLAN[language]
    hard, plan, proof = MORE["hardship"][language], PLAN[language], PROOF[language]
    turns = {
        "hardship first": (hard, plan, proof),
        "terms first": (plan, hard, proof),
        "proof with terms": (hard, both),
        "then no": (hard, MORE["deny"][language], proof),
    }[order]
    line = a_line(sqlite_store, borrower, **{both: "verify_identity+propose_instalment"})
    for text in turns:
        assert recorded(line) == (False, [])
        line.says(text)
    assert recorded(line) == (True, ["hardship"])
    assert "hardship.answer" in keys(line)
    assert not any(key.startswith("proposal.") or key == "next.question" for key in keys(line))


@BOTH
def test_nothing_of_hardship_is_recorded_where_none_was_named(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, borrower)
    line.says(PLAN[borrower.person.language])
    line.says(PROOF[borrower.person.language])
    assert recorded(line) == (False, [])


WITH_MORE = {
    "stop_texts": "I can do $350 a month starting on the 15th, and stop texting me",
    "dispute": "I can do $350 a month starting on the 15th but this is not my debt",
    "cannot_pay": "I can do $350 a month starting on the 15th if I find work, I can't pay now",
}


@pytest.mark.parametrize(("also", "text"), WITH_MORE.items(), ids=WITH_MORE)
def test_never_from_a_turn_that_also_carried_more_than_terms(
    sqlite_store: Store, also: str, text: str
) -> None:
    line = a_line(sqlite_store, EN, **{text: f"{also}+propose_instalment"})
    line.says(text)
    line.says(PROOF[Language.EN])
    assert on_the_table(line) is None


OTHER_DAY = {Language.EN: "can we make the first one the 20th instead", Language.ZH: "第一期改到20号行吗"}


@BOTH
def test_another_day_asked_for_after_the_proof_lapsed_is_read_back_once_it_is_given_again(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    yes = "yes" if language is Language.EN else "好的"
    line = a_line(sqlite_store, borrower, **{OTHER_DAY[language]: "change_due_date", yes: "affirm"})
    line.says(PROOF[language])
    line.says(PLAN[language])
    line.says(yes)
    line.clock.move(minutes=45)
    line.says(OTHER_DAY[language])
    assert "identity.ask" in keys(line)
    line.says(PROOF[language])
    assert "change.read_back" in keys(line)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting.offer.instalments[0].on.day == 20


DENIED = {
    Language.EN: "wait no, I'm not disputing it. I just want to pay 350 a month on the 15th",
    Language.ZH: "不是，我没有异议，我就想每月15号还3500",
}


@BOTH
def test_terms_beside_a_denial_are_taken_up_after_the_proof(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower, **{DENIED[language]: "deny+propose_instalment"})
    line.says(DENIED[language])
    reply = line.says(PROOF[language])
    assert keys(line) == {"balance.stated", "plan.read_back"}
    assert FIRST[language] in reply


DAY_ALONE = {Language.EN: "no, MARCH 16", Language.ZH: "不是，3月16号"}


@BOTH
def test_a_no_that_names_a_day_is_another_day_and_what_waited_is_not_read_again(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower, **{DAY_ALONE[language]: "deny"})
    line.says(PROOF[language])
    line.says(TOMORROW[language])
    line.clock.move(minutes=31)
    line.says(DAY_ALONE[language])
    reply = line.says(PROOF[language])
    assert "plan.read_back" in keys(line)
    assert FIRST[language] in reply


def test_a_no_without_terms_ends_them_as_before(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, EN)
    line.says(PLAN[Language.EN])
    line.says(MORE["deny"][Language.EN])
    line.says(PROOF[Language.EN])
    assert on_the_table(line) is None


REFUSED = "you guys piss me off, I aint paying"
SORRY = "what?? no I'm fine, I was just mad. I want to set up payments"
YESTERDAY = "hey, I was pissed off yesterday, sorry about that. can we set up payments"


@pytest.mark.parametrize(
    "said", [{SORRY: "deny+propose_instalment"}, {YESTERDAY: "propose_instalment"}], ids=["no", "yesterday"]
)
def test_who_refused_and_wants_a_plan_now_is_asked_for_its_terms(
    sqlite_store: Store, said: dict[str, str]
) -> None:
    line = a_line(sqlite_store, EN, **{REFUSED: "refuse_to_pay", **said})
    line.says(REFUSED)
    for text in said:
        line.says(text)
    line.says(PROOF[Language.EN])
    assert keys(line) == {"balance.stated", "proposal.ask_both"}


def test_who_refused_and_wants_nothing_is_asked_for_nothing(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, EN, **{REFUSED: "refuse_to_pay"})
    line.says(REFUSED)
    line.says("what do I owe")
    line.says(PROOF[Language.EN])
    assert not any(key.startswith("proposal.") for key in keys(line))


LAID_OFF = {
    Language.EN: "yeah this is Maria. look I got laid off in january so idk what you want from me",
    Language.ZH: "我是本人，我上个月失业了，你们想怎么样",
}


@BOTH
def test_hardship_in_the_words_is_heard_before_the_proof_whatever_the_label(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = a_line(sqlite_store, borrower, **{LAID_OFF[language]: "verify_identity"})
    line.says(LAID_OFF[language])
    assert keys(line) == {"hardship.heard", "identity.ask"}
    line.says(PROOF[language])
    assert "hardship.answer" in keys(line)
    assert SpecialStatus.HARDSHIP in recorded_statuses(line)


def test_what_is_no_hardship_in_the_words_is_none(sqlite_store: Store) -> None:
    text = "yeah this is Maria, I was off work in january but found a new job"
    line = a_line(sqlite_store, EN, **{text: "verify_identity"})
    line.says(text)
    assert keys(line) == {"identity.ask"}
    line.says(PROOF[Language.EN])
    assert SpecialStatus.HARDSHIP not in recorded_statuses(line)


def recorded_statuses(line: Line) -> set[SpecialStatus]:
    case = line.borrower.case
    with line.store.read() as tx:
        return {*consents.statuses_for(tx, line.borrower.person.id, case.id, line.borrower.point.id)}
