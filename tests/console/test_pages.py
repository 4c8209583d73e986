"""What the pages show, and how they stay fresh."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.ids import MessageId, OfferId, PlanId, PromiseId, TurnId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.people import Carrier, Language
from arrears.domain.plans import Instalment, Plan
from arrears.domain.promises import PromiseOutcome
from arrears.services.dispatch_outreach import dispatch
from arrears.services.take_over import claim
from arrears.store import access, conversations, offers, plans
from arrears.store.evidence import append_evidence
from arrears.store.tables.contact import evidence
from arrears.store.views.conversation_list import PAGE_SIZE, possible_numbers
from tests.builders.console import NOON, NUMBER, need_person, plan_text, raise_, save_borrower, say, verify


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        say(tx, talk, "I could do <b>200</b> a month")
    return talk


def shown(page):
    """The ids of the conversations in a list."""
    return re.findall(r'id="row-(conversation-[\w]+)"', page.text)


def agree_plan(tx, talk):
    dollars = Money(61_725, Currency.USD)
    instalments = (Instalment(date(2026, 12, 1), dollars), Instalment(date(2027, 1, 1), dollars))
    offer = Offer(instalments, None, Money.zero(Currency.USD))
    offers.append_offer(
        tx, OfferId("offer-1"), talk.id, talk.case_id, offer, kind="accept", bounds={}, reasons=(), at=NOON
    )
    plan = Plan(
        PlanId("plan-1"), talk.case_id, talk.id, instalments, None, offer.left_due, 3, "v1", NOON, NOON
    )
    plans.append_plan(tx, plan, OfferId("offer-1"))


def test_the_list_shows_the_last_words_escaped_and_the_borrowers_time(browser, talk):
    text = browser.get("/conversations").text
    assert "I could do &lt;b&gt;200&lt;/b&gt; a month" in text
    assert "24 Nov 2026, 11:50" in text
    assert "New York" in text


def test_the_newest_turn_comes_first(browser, desk):
    with desk.store.write() as tx:
        for name, minutes in (("old", 30), ("new", 1), ("mid", 10)):
            talk = save_borrower(tx, name)
            say(tx, talk, "hello", at=NOON - timedelta(minutes=minutes))
    assert shown(browser.get("/conversations")) == [
        "conversation-new",
        "conversation-mid",
        "conversation-old",
    ]


def test_an_empty_list_says_what_will_fill_it(browser):
    assert "No conversations yet" in browser.get("/conversations").text


def test_filters_that_match_nothing_say_what_to_do(browser, talk):
    assert "Nothing matches these filters" in browser.get("/conversations?spoken=zh").text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"one", "two"}),
        ("spoken=en", {"one"}),
        ("spoken=zh", {"two"}),
        ("spoken=klingon", {"one", "two"}),
        ("channel=sms", {"one", "two"}),
        ("channel=voice", set()),
        ("needs_person=1", {"two"}),
        ("has_plan=1", {"one"}),
        ("intent=affirm", {"one"}),
        ("intent=deny", set()),
        ("status=dispute", {"two"}),
        ("status=hardship", set()),
        ("find=%2B12125550123", {"one"}),
        ("find=212-555-0123", {"one"}),
        ("find=139+0000+0000", {"two"}),
        ("find=L-two", {"two"}),
        ("find=case-one", {"one"}),
        ("find=2125550199", set()),
        ("find=Alvarez", set()),
        ("spoken=zh&needs_person=1&status=dispute", {"two"}),
        ("spoken=en&needs_person=1", set()),
    ],
)
def test_the_list_is_narrowed_by_every_filter(browser, desk, query, names):
    with desk.store.write() as tx:
        one = save_borrower(tx, "one")
        say(tx, one, "YES", intent="affirm")
        agree_plan(tx, one)
        two = save_borrower(tx, "two", country="CN", language="zh", number="+8613900000000", full_name="陈伟")
        say(tx, two, "不是我的", intent="dispute")
        need_person(tx, two)
        raise_(tx, two, SpecialStatus.DISPUTE, 1, case_id=two.case_id)
        raise_(tx, two, SpecialStatus.HARDSHIP, 1)
        raise_(tx, two, SpecialStatus.HARDSHIP, 2, raised=False)
    assert set(shown(browser.get(f"/conversations?{query}"))) == {f"conversation-{name}" for name in names}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+1 (212) 555-0123", "+12125550123"),
        ("212.555.0123", "+12125550123"),
        ("12125550123", "+12125550123"),
        ("139 0000 0000", "+8613900000000"),
    ],
)
def test_a_number_is_found_however_it_is_written(written, number):
    assert number in possible_numbers(written)


def test_a_long_list_comes_in_pages_that_keep_the_filters(browser, desk):
    with desk.store.write() as tx:
        for index in range(PAGE_SIZE + 1):
            talk = save_borrower(tx, f"n{index:02}", number=f"+1212555{100 + index:04}")
            say(tx, talk, "hello", at=NOON - timedelta(minutes=index))
    first = browser.get("/conversations?spoken=en")
    assert len(shown(first)) == PAGE_SIZE
    assert "/conversations?spoken=en&amp;page=2" in first.text
    second = browser.get("/conversations?spoken=en&page=2")
    assert shown(second) == [f"conversation-n{PAGE_SIZE}"]
    assert "page=1" in second.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "1000000000"])
def test_a_page_that_cannot_be_is_a_helpful_400(browser, page):
    answer = browser.get(f"/conversations?page={page}")
    assert answer.status_code == 400
    assert "could not be read" in answer.text


def test_a_transcript_shows_why_each_thing_was_said(browser, desk, talk):
    with desk.store.write() as tx:
        verify(tx, talk)
        conversations.append_turn(
            tx,
            Turn(
                id=TurnId("turn-reply"),
                conversation_id=talk.id,
                speaker=Speaker.BOT,
                text="Let me read that back.",
                language=Language.EN,
                at=NOON,
                message_id=MessageId("msg-1"),
                slots={"stage": "verified"},
                answered_by=(
                    {"name": "action_take_proposal", "policy": "RulePolicy", "confidence": 1.0},
                    {"templates": ["plan.read_back"]},
                ),
                offer_bounds={
                    "min_instalment": [5_000, "USD"],
                    "max_instalments": 12,
                    "stated_limit": None,
                    "reasons": ["below_minimum", "date_proposed", "frequency_not_offered"],
                },
                latency_ms=61.4,
            ),
        )
    text = browser.get(f"/conversations/{talk.id}").text
    for piece in (
        "proposes instalments · 91 %",
        "<code>affirm</code> 5 %",
        "action_take_proposal",
        "RulePolicy",
        "plan.read_back",
        "Smallest instalment: $50.00 USD",
        "Most instalments: 12",
        "Why these terms: each payment was too small; no day was named",
        "identity verified",
        "61 ms",
        "11:50",
        "16:50 UTC",
        "Tue 24 Nov 2026",
    ):
        assert piece in text, piece
    assert "stated_limit" not in text


def test_the_case_stands_beside_its_transcript(browser, desk, talk):
    with desk.store.write() as tx:
        verify(tx, talk)
        agree_plan(tx, talk)
        plans.append_outcome(tx, PromiseId("plan-1-1"), PromiseOutcome.BROKEN, NOON)
        raise_(tx, talk, SpecialStatus.HARDSHIP, 0)
    text = browser.get(f"/conversations/{talk.id}").text
    for piece in (
        "Rosa Alvarez",
        "Rosa Alvarez &amp; Co",
        NUMBER,
        "L-one",
        "$1,000.00 USD",
        "$209.50 USD",
        "$25.00 USD",
        "$1,234.50 USD",
        "54 days, since 1 Oct 2026",
        "verified at 24 Nov 2026, 11:40",
        "$617.25 USD",
        "broken",
        "Hardship",
        "the whole person",
        "every channel",
        "Not scored yet",
        "the chain holds",
    ):
        assert piece in text, piece


def test_a_broken_evidence_chain_is_shown(browser, desk, talk):
    with desk.store.write() as tx:
        for number in range(3):
            append_evidence(tx, talk.case_id, "note", {"number": number}, NOON)
        tx.execute(update(evidence).where(evidence.c.seq == 2).values(payload={"number": 9}))
    assert "The chain is broken at entry 2" in browser.get(f"/conversations/{talk.id}").text


def test_contacts_outside_the_transcript_are_shown_with_the_rules_that_refused_them(
    browser, desk, messenger, talk
):
    refused = plan_text(desk, talk, "Your loan is late, pay now or else.")
    dispatch(desk, {Carrier.TWILIO: messenger}, refused)
    text = browser.get(f"/conversations/{talk.id}").text
    for piece in ("USF-3PD-1", "1006.6(d)(1)", "speak of a debt", "not sent"):
        assert piece in text, piece


def test_an_unknown_conversation_is_a_helpful_404(browser):
    answer = browser.get("/conversations/none")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_the_queue_puts_self_harm_first_and_then_who_waited_longest(browser, desk):
    with desk.store.write() as tx:
        waits = (("asks", 5, 60), ("long", 5, 90), ("complaint", 2, 10), ("harm", 0, 1))
        for name, urgency, minutes in waits:
            talk = save_borrower(tx, name)
            reason = "self_harm" if urgency == 0 else "asked_for_person"
            need_person(tx, talk, reason, urgency=urgency, at=NOON - timedelta(minutes=minutes))
    page = browser.get("/queue")
    assert re.findall(r'id="handover-conversation-(\w+)"', page.text) == ["harm", "complaint", "long", "asks"]
    assert "Spoke of self-harm" in page.text
    assert "1 h 30 min" in page.text


def test_an_empty_queue_says_so(browser):
    assert "Nobody is waiting" in browser.get("/queue").text


@pytest.mark.parametrize(
    ("hour", "words"),
    [(17, "The team is there now"), (3, "an answer comes from 24 Nov 2026, 09:00 New York")],
)
def test_the_queue_says_whether_the_team_is_there(browser, desk, hour, words):
    desk.clock.at = NOON.replace(hour=hour)
    assert words in browser.get("/queue").text


def test_the_front_page_counts(browser, desk, messenger, talk):
    allowed = (
        "Hello from the automated assistant of Harbor Lending LLC. We have a message for you. "
        "Reply STOP to stop texts to this number."
    )
    for number, body in enumerate((allowed, "Your loan is late."), start=1):
        dispatch(desk, {Carrier.TWILIO: messenger}, plan_text(desk, talk, body, number=number))
    with desk.store.write() as tx:
        agree_plan(tx, talk)
        plans.append_outcome(tx, PromiseId("plan-1-1"), PromiseOutcome.KEPT, NOON)
        need_person(tx, talk)
    text = re.sub(r"\s+", " ", browser.get("/").text)
    for label, value in (
        ("Permitted", "1"),
        ("Refused by rule", "1"),
        ("Deferred", "0"),
        ("Conversations", "1"),
        ("Wait for a person", "1"),
        ("Plans agreed", "1"),
        ("Promises kept", "1"),
        ("Promises broken", "0"),
        ("Promises open", "1"),
        ("Money promised", "$1,234.50 USD"),
    ):
        assert re.search(rf"<dt>{label}</dt> ?<dd>{re.escape(value)}</dd>", text), label
    assert "USF-3PD-1" in text


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, "has not started yet"), (1, "running"), (3, "not heard of since")],
)
def test_the_front_page_tells_whether_the_scheduler_lives(browser, desk, minutes, words):
    if minutes is not None:
        with desk.store.write() as tx:
            access.beat(tx, "scheduler", NOON - timedelta(minutes=minutes), {})
    assert words in browser.get("/").text


@pytest.mark.parametrize("path", ["/", "/conversations", "/queue", "/conversations/conversation-one"])
def test_a_page_that_asks_for_news_gets_nothing_while_nothing_changed(browser, talk, path):
    first = browser.live(path)
    assert first.status_code == 200
    again = browser.live(path, first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_a_new_turn_reaches_an_open_page_without_its_forms(browser, desk, talk):
    with desk.store.read() as tx:
        mei = access.find_user(tx, "mei")
    claim(desk, talk.id, mei)
    path = f"/conversations/{talk.id}"
    tag = browser.live(path).headers["etag"]
    with desk.store.write() as tx:
        say(tx, talk, "Are you there?", number=2, at=NOON)
    news = browser.live(path, tag)
    assert news.status_code == 200
    assert "Are you there?" in news.text
    assert "<textarea" not in news.text
    assert "<html" not in news.text


@pytest.mark.parametrize("path", ["/", "/conversations", "/queue", "/conversations/conversation-one"])
def test_live_parts_are_the_same_words_as_on_the_page(browser, talk, path):
    page, live = browser.get(path).text, browser.live(path).text
    assert "data-live" in live
    for line in filter(None, (line.strip() for line in live.splitlines())):
        assert line in page, line


def test_everything_in_a_live_part_has_an_id_of_its_own(browser, desk, talk):
    with desk.store.write() as tx:
        need_person(tx, talk)
        raise_(tx, talk, SpecialStatus.HARDSHIP, 0)
    for path in ("/", "/conversations", "/queue", f"/conversations/{talk.id}"):
        ids = re.findall(r'\sid="([^"]+)"', browser.get(path).text)
        assert len(ids) == len(set(ids)), path


def test_the_interface_is_english_or_chinese_and_remembers_which(browser, talk):
    assert '<html lang="en">' in browser.get("/queue").text
    chosen = browser.get("/queue?lang=zh")
    assert '<html lang="zh-Hans">' in chosen.text
    assert "待人工处理" in chosen.text
    assert "对话" in browser.get("/conversations").text
    assert '<html lang="en">' in browser.get("/?lang=en").text


@pytest.mark.parametrize("path", ["/", "/conversations", "/queue", "/conversations/conversation-one"])
def test_every_page_has_a_chinese_face(browser, desk, talk, path):
    with desk.store.write() as tx:
        need_person(tx, talk)
        agree_plan(tx, talk)
    assert browser.get(f"{path}?lang=zh").status_code == 200


def test_a_browser_that_prefers_chinese_is_shown_chinese(stranger):
    assert '<html lang="zh-Hans">' in stranger.get("/sign-in", **{"Accept-Language": "zh-CN,zh;q=0.9"}).text


def test_switching_language_keeps_the_filters(browser, talk):
    assert "?spoken=en&amp;lang=zh" in browser.get("/conversations?spoken=en").text


def test_a_failure_is_a_page_without_its_cause(browser, desk, talk):
    with desk.store.write() as tx:
        tx.exec_driver_sql("DROP TABLE postings")
    answer = browser.get(f"/conversations/{talk.id}")
    assert answer.status_code == 500
    assert "Something failed on our side" in answer.text
    assert "postings" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"
