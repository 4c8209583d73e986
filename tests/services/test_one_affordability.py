"""What a person told of their means binds in every conversation and on every loan of theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.ids import OutreachId
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Language
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, offers
from gateway.app import make_app
from tests.builders.line import SAYINGS, Line, keys, reasons, second_loan, waits
from tests.builders.offers import BOTH, PROOF, YES
from tests.builders.pages import Reader, issue, write_in_chat
from tests.builders.store import Borrower, a_borrower, an_outreach
from tests.builders.web import Web

EN, ZH = Language.EN, Language.ZH
LIMIT = {EN: "I can't do more than $200 a month", ZH: "我每个月最多还2000元"}
RAISED = {EN: "I can do at most $300 a month now", ZH: "现在每个月最多能还3000元"}
MORE = {EN: "I will pay $400 a month from the 15th", ZH: "我从15号起每月还4000元"}
ASKS = {EN: "I need a payment plan", ZH: "我想分期还款"}
FIGURES = {EN: "I bring home $1500 a month and my rent and food is $1300", ZH: "我月收入15000，开销13000"}
HERE = {EN: "I can do at most $150 a month on this one", ZH: "这笔我每月最多还1500元"}
INTENTS = {"propose_instalment": (LIMIT, RAISED, MORE, ASKS, FIGURES, HERE), "affirm": (YES,)}


def a_line(store: Store, borrower: Borrower) -> Line:
    sayings = {
        text: intent for intent, all_of in INTENTS.items() for said in all_of for text in said.values()
    }
    line = Line(store, borrower, SAYINGS | dict.fromkeys(PROOF.values(), "verify_identity") | sayings)
    line.write_first()
    return line


def say(line: Line, *texts: dict[Language, str]) -> None:
    for text in texts:
        line.says(text[line.borrower.person.language])


def hundreds(line: Line, number: int) -> int:
    """A number of the texts above in minor units of the loan's currency."""
    return number * (100 if line.borrower.person.language is EN else 1000)


def later(line: Line, days: int) -> None:
    """So many days later, at an hour at which we may write to them."""
    hours = 0 if line.borrower.person.language is EN else 10
    waits(line, days=days, hours=hours)


def offered(line: Line) -> Offer | None:
    """The last offer of the conversation that is going on; None where none was made in it."""
    table, began_at = offers.offers, line.clock.now() - timedelta(minutes=10)
    with line.store.read() as tx:
        row = tx.execute(table.select().where(table.c.at > began_at).order_by(table.c.at.desc())).first()
    return None if row is None else offers.offer_of(row.schedule)


def largest(line: Line) -> Money:
    offer = offered(line)
    assert offer is not None
    return max(item.amount for item in offer.instalments)


def days_later(
    store: Store, borrower: Borrower, said: dict[Language, str], then: dict[Language, str], days: int = 3
) -> Line:
    """Who says something of their means, and something in another conversation so many days later."""
    line = a_line(store, borrower)
    say(line, PROOF, said)
    later(line, days)
    say(line, PROOF, then)
    return line


def about(line: Line, borrower: Borrower) -> Line:
    """A text about another loan of theirs, so that the answer to it is about that one."""
    row = replace(an_outreach(borrower, line.clock.now()), id=OutreachId("outreach-other"))
    line.plan_first(**{"id": row.id, "case_id": borrower.case.id, "due_at": row.due_at})
    dispatch(line.desk, line.app.messengers, row.id)
    assert line.state_of(row.id) is OutreachState.SENT
    line.clock.move(minutes=1)
    return line


def of_another(line: Line, then: dict[Language, str]) -> Line:
    """Two days later they say something of a second loan."""
    other = second_loan(line.store, line.borrower)
    later(line, days=2)
    say(about(line, other), PROOF, then)
    return line


@BOTH
def test_a_limit_of_an_earlier_conversation_still_binds(sqlite_store: Store, borrower: Borrower) -> None:
    line = days_later(sqlite_store, borrower, LIMIT, ASKS)
    assert largest(line).minor <= hundreds(line, 200)


@BOTH
def test_a_newer_limit_takes_the_place_of_the_older_one(sqlite_store: Store, borrower: Borrower) -> None:
    line = days_later(sqlite_store, borrower, LIMIT, RAISED)
    assert hundreds(line, 200) < largest(line).minor <= hundreds(line, 300)


@BOTH
def test_who_offers_more_of_their_own_accord_says_otherwise(sqlite_store: Store, borrower: Borrower) -> None:
    line = days_later(sqlite_store, borrower, LIMIT, MORE)
    assert largest(line).minor == hundreds(line, 400)


@pytest.mark.parametrize(("days", "binds"), [(59, True), (61, False)])
@BOTH
def test_a_limit_binds_for_as_long_as_the_policy_says(
    sqlite_store: Store, borrower: Borrower, days: int, binds: bool
) -> None:
    line = days_later(sqlite_store, borrower, LIMIT, ASKS, days)
    # Without a limit the agent offers nothing, and asks what they could pay.
    assert (offered(line) is not None) is binds


@BOTH
def test_their_own_figures_bind_in_a_later_conversation_too(sqlite_store: Store, borrower: Borrower) -> None:
    line = days_later(sqlite_store, borrower, FIGURES, MORE)
    assert largest(line).minor <= hundreds(line, 200)


def test_a_limit_said_in_the_web_chat_binds_the_texts(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, a_borrower())
    with Web(make_app(line.app)) as web:
        reader = Reader(web, issue(line))
        reader.prove()
        write_in_chat(line, reader, LIMIT[EN])
    say(line, PROOF, ASKS)
    assert largest(line).minor <= 200_00


@BOTH
def test_a_limit_said_of_one_loan_binds_on_another(sqlite_store: Store, borrower: Borrower) -> None:
    line = a_line(sqlite_store, borrower)
    say(line, PROOF, LIMIT)
    assert largest(of_another(line, ASKS)).minor <= hundreds(line, 200)


@BOTH
def test_what_they_pay_on_another_plan_is_taken_off_the_limit(
    sqlite_store: Store, borrower: Borrower
) -> None:
    """At most 150 of a month on the first loan, then at most 300 in all: 150 are left for the second."""
    line = a_line(sqlite_store, borrower)
    say(line, PROOF, HERE, YES)
    assert largest(of_another(line, RAISED)).minor <= hundreds(line, 150)


@BOTH
def test_a_plan_agreed_after_the_limit_was_said_is_taken_off_too(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, borrower)
    say(line, PROOF, RAISED)
    asked = largest(line).minor
    say(line, YES)
    offer, left = offered(of_another(line, ASKS)), hundreds(line, 300) - asked
    assert offer is None or max((item.amount.minor for item in offer.instalments), default=0) <= left


@BOTH
def test_who_speaks_of_one_loan_alone_is_offered_that_beside_the_other(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, borrower)
    say(line, PROOF, RAISED, YES)
    assert largest(of_another(line, HERE)).minor == hundreds(line, 150)


IN_ALL = {EN: "I can do $300 a month in all", ZH: "我一共每个月能还3000元"}
INTENTS["propose_instalment"] += (IN_ALL,)


@BOTH
def test_a_limit_of_all_loans_is_shared_with_the_one_for_which_nothing_is_agreed(
    sqlite_store: Store, borrower: Borrower
) -> None:
    line = a_line(sqlite_store, borrower)
    other = second_loan(sqlite_store, borrower)
    say(line, PROOF)
    said = line.says(IN_ALL[borrower.person.language])
    assert keys(line) == {"loans.shared", "plan.read_back"}
    assert {EN: "$150.00 goes to this loan and $150.00", ZH: "这笔还¥1,500.00，另外的贷款留¥1,500.00"}[
        borrower.person.language
    ] in said
    assert largest(line).minor == hundreds(line, 150)  # as much is owed on either
    assert "other_loan" in reasons(line)
    say(line, YES)
    later(line, days=2)
    say(about(line, other), PROOF, ASKS)
    assert largest(line).minor <= hundreds(line, 150)


def test_what_is_shared_is_said_once_in_a_conversation(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, a_borrower())
    second_loan(sqlite_store, line.borrower)
    say(line, PROOF, IN_ALL, IN_ALL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize("said", [LIMIT, HERE], ids=["the most", "of this one"])
def test_a_limit_that_is_not_said_of_all_is_not_shared(
    sqlite_store: Store, said: dict[Language, str]
) -> None:
    line = a_line(sqlite_store, a_borrower())
    second_loan(sqlite_store, line.borrower)
    say(line, PROOF, said)
    assert "loans.shared" not in keys(line)


def test_who_has_one_loan_is_told_of_no_other(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, a_borrower())
    say(line, PROOF, IN_ALL)
    assert keys(line) == {"plan.read_back"}
    assert largest(line).minor == 300_00
