"""The borrower's own pages: nothing before the proof, then plan, payment, change of date, and chat."""

from __future__ import annotations

import re

import pytest
import yaml

from arrears.domain.cases import SpecialStatus
from arrears.domain.page_links import TEXTED_VALID
from arrears.store import Store, consents, handovers, identity, inbound, ledger, links
from gateway.app import make_app
from gateway.pages.limits import FORMS_MAX
from gateway.pages.words import FOLDER
from tests.builders.approvals import ask
from tests.builders.line import Line
from tests.builders.pages import Reader, hidden, issue, text_of, write_in_chat
from tests.builders.store import a_borrower, in_china
from tests.builders.web import Web

FIRST_DAY = "Monday 16 March 2026"
"""The plan was asked to begin on the 15th, a Sunday."""

PHONE = "+1 212 555 0100"
SECRETS = ("1,400", "350.00", "Dana", "4421", "16 March", "plan-")
"""What nobody may read before the proof."""


# -- the door


def test_before_the_proof_nothing_is_shown_but_the_lenders_name(line: Line, reader: Reader) -> None:
    line.agree()
    page = reader.get()
    assert page.status_code == 200
    assert "Hudson Example Bank" in page.text
    assert not [secret for secret in SECRETS if secret in page.text]


@pytest.mark.parametrize("path", ["/receipts", "/calendar.ics", "/payment", "/change/1", "/chat"])
def test_every_other_page_leads_back_to_the_question(reader: Reader, path: str) -> None:
    page = reader.get(path)
    assert (page.status_code, page.headers["location"]) == (303, f"/p/{reader.token}")
    assert page.text == ""


@pytest.mark.parametrize(
    "path", ["/payment", "/payment/check", "/change/1", "/change/1/check", "/chat", "/leave"]
)
def test_no_form_is_taken_before_the_proof(reader: Reader, path: str) -> None:
    assert reader.post(path, {"amount": "10", "text": "hello"}).status_code == 303


def test_a_page_that_asks_for_news_is_told_that_it_may_not(reader: Reader) -> None:
    assert reader.get("/chat/turns", **{"X-Poll": "1"}).status_code == 401


def test_an_expired_a_forged_and_a_revoked_link_look_the_same(line: Line, pages_web: Web) -> None:
    revoked, expired = issue(line), issue(line)
    read = line.desk.page_links.read(revoked)
    assert read is not None
    with line.store.write() as tx:
        assert links.revoke(tx, read[0], line.clock.now())
    pages = [Reader(pages_web, token).get() for token in (revoked, "A" * 44, "unreadable")]
    line.clock.move(seconds=TEXTED_VALID.total_seconds())
    pages.append(Reader(pages_web, expired).get())
    assert {page.status_code for page in pages} == {404}
    assert len({page.text for page in pages}) == 1
    assert PHONE in pages[0].text
    assert "Hudson" not in pages[0].text


def test_a_link_is_open_until_its_last_second(line: Line, pages_web: Web) -> None:
    reader = Reader(pages_web, issue(line))
    line.clock.move(seconds=TEXTED_VALID.total_seconds() - 1)
    assert reader.get().status_code == 200


def test_a_wrong_answer_is_told_and_shows_nothing(line: Line, reader: Reader) -> None:
    page = reader.prove(year="1976")
    assert page.status_code == 422
    assert "does not match our records" in page.text
    assert "set-cookie" not in page.headers
    assert not [secret for secret in SECRETS if secret in page.text]


def test_what_is_no_answer_costs_no_guess(line: Line, reader: Reader) -> None:
    assert reader.prove(day="31", month="2").status_code == 422
    assert reader.prove(last4="44").status_code == 422
    with line.store.read() as tx:
        assert identity.attempts_of(tx, line.borrower.person.id) == ()


def test_after_three_wrong_answers_a_person_decides_and_a_right_one_opens_nothing(
    line: Line, reader: Reader
) -> None:
    answers = [reader.prove(year="1976").status_code for _ in range(3)]
    assert answers == [422, 422, 403]
    page = reader.prove()
    assert page.status_code == 403
    assert PHONE in page.text
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["identity"]


def test_guesses_are_counted_over_texts_and_pages_together(line: Line, reader: Reader) -> None:
    line.says("03/09/1976 4421")
    line.says("03/09/1976 4421")
    assert reader.prove(year="1976").status_code == 403


def test_the_cookie_of_a_visit_is_out_of_reach_of_scripts_and_other_sites(reader: Reader) -> None:
    cookie = reader.prove().headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert f"Path=/p/{reader.token}" in cookie
    assert "secure" not in cookie.lower()


def test_over_https_the_cookie_travels_over_nothing_else(line: Line) -> None:
    with Web(make_app(line.app_with(public_url="https://pages.example"))) as web:
        answer = Reader(web, issue(line)).prove()
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_a_cookie_opens_no_other_link(line: Line, visitor: Reader) -> None:
    other = Reader(visitor.web, issue(line), visitor.cookies)
    assert "First, is it you?" in other.get().text


@pytest.mark.parametrize(("minutes", "stays"), [(30, True), (31, False)])
def test_a_visit_lapses_after_thirty_idle_minutes(
    line: Line, visitor: Reader, minutes: int, stays: bool
) -> None:
    line.clock.move(minutes=minutes)
    assert ("Your plan" in visitor.get().text) is stays


def test_what_the_page_asks_by_itself_keeps_no_visit_alive(line: Line, visitor: Reader) -> None:
    line.clock.move(minutes=20)
    assert visitor.get("/chat/turns").status_code == 200
    line.clock.move(minutes=20)
    assert "First, is it you?" in visitor.get().text


def test_who_leaves_is_asked_again(visitor: Reader) -> None:
    cookies = dict(visitor.cookies)
    assert visitor.send("/leave", "").status_code == 303
    visitor.cookies.update(cookies)
    assert "First, is it you?" in visitor.get().text


def test_under_a_status_that_silences_us_nothing_of_the_account_is_shown(line: Line, visitor: Reader) -> None:
    _note(line, SpecialStatus.BANKRUPTCY)
    for path in ("", "/receipts", "/payment", "/change/1", "/calendar.ics"):
        page = visitor.get(path)
        assert "A person is looking at this" in page.text, path
        assert "1,400" not in page.text
    assert visitor.get("/chat").status_code == 200


def test_what_was_said_of_the_debt_is_not_shown_again_once_a_status_silences_us(
    line: Line, visitor: Reader
) -> None:
    assert "1,400" in write_in_chat(line, visitor, "what do I owe").text
    _note(line, SpecialStatus.BANKRUPTCY)
    for path in ("/chat", "/chat/turns"):
        page = visitor.get(path)
        assert "what do I owe" in page.text
        assert "1,400" not in page.text


# -- the browser


@pytest.mark.parametrize("path", ["", "/chat", "/x"])
def test_every_page_bears_the_headers_that_keep_it_to_itself(visitor: Reader, path: str) -> None:
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    assert "noindex" in headers["x-robots-tag"]


def test_no_page_has_inline_scripts_styles_or_anything_from_elsewhere(line: Line, visitor: Reader) -> None:
    line.agree()
    for path in ("", "/receipts", "/payment", "/change/1", "/chat"):
        page = visitor.get(path).text
        assert not re.search(r"<script(?! src=\"/p/static)|style=|\son\w+=|https?://", page), path
        assert '<html lang="en">' in page


@pytest.mark.parametrize("name", ["pages.css", "chat.js"])
def test_static_files_are_our_own(visitor: Reader, name: str) -> None:
    assert visitor.web.get(f"/p/static/{name}").status_code == 200


def test_a_form_from_another_site_is_turned_away(visitor: Reader) -> None:
    form = hidden(visitor.get("/chat")) | {"text": "hello"}
    assert visitor.post("/chat", form, Origin="https://evil.example").status_code == 403


def test_a_form_without_its_token_is_turned_away(line: Line, visitor: Reader) -> None:
    form = hidden(visitor.get("/chat")) | {"text": "hello", "csrf": "x"}
    assert visitor.post("/chat", form).status_code == 403
    with line.store.read() as tx:
        assert inbound.count_open(tx) == 0


def test_more_forms_a_minute_than_a_person_sends_are_put_off(line: Line, reader: Reader) -> None:
    answers = [reader.prove(last4="x").status_code for _ in range(FORMS_MAX + 1)]
    assert answers == [422] * FORMS_MAX + [429]
    line.machine_clock.move(seconds=60)
    assert reader.prove(last4="x").status_code == 422


def test_another_link_is_not_put_off_with_it(line: Line, reader: Reader) -> None:
    for _ in range(FORMS_MAX + 1):
        reader.prove(last4="x")
    assert Reader(reader.web, issue(line)).prove().status_code == 303


def test_the_pages_are_read_in_either_language(visitor: Reader) -> None:
    page = visitor.get("?lang=zh")
    assert '<html lang="zh-Hans">' in page.text
    assert "您的计划" in page.text
    assert "收据" in visitor.get("/receipts").text
    assert "Receipts" in visitor.get("/receipts?lang=en").text


def test_a_mandarin_speaker_is_asked_in_mandarin(sqlite_store: Store) -> None:
    line = Line(sqlite_store, in_china(a_borrower()))
    with Web(make_app(line.app)) as web:
        page = Reader(web, issue(line)).get()
    assert "请确认是您本人" in page.text
    assert "示例银行" in page.text


def test_both_languages_have_the_same_strings_with_the_same_placeholders() -> None:
    en, zh = (yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8")) for name in ("en", "zh"))
    assert en.keys() == zh.keys()
    fields = re.compile(r"{(\w+)}")
    assert {key for key in en if set(fields.findall(en[key])) != set(fields.findall(zh[key]))} == set()


# -- the plan


def test_the_plan_is_shown_by_payment_with_its_terms(line: Line, visitor: Reader) -> None:
    line.agree()
    words = text_of(visitor.get())
    assert words.count("$350.00 USD") == 5  # four payments, the first of them the next one
    assert words.count(" Due ") == 4
    assert FIRST_DAY in words
    assert "$1,400.00 USD" in words
    assert "up to 3 days after" in words


def test_without_a_plan_the_page_says_how_to_get_one(visitor: Reader) -> None:
    words = text_of(visitor.get())
    assert "We have not agreed a plan yet" in words
    assert "$1,400.00 USD" in words


@pytest.mark.parametrize(("days", "state"), [(14, "Due"), (15, "Late, still in time"), (18, "Missed")])
def test_a_payment_that_did_not_come_is_late_and_then_missed(
    line: Line, reader: Reader, days: int, state: str
) -> None:
    line.agree()
    line.clock.move(days=days)
    fresh = Reader(reader.web, issue(line))
    fresh.prove()
    first = text_of(fresh.get()).partition(FIRST_DAY)[2].partition("April")[0]
    assert state in first


def test_the_calendar_file_holds_the_payments(line: Line, visitor: Reader) -> None:
    line.agree()
    answer = visitor.get("/calendar.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.text.count("BEGIN:VEVENT") == 4


# -- a test payment


def test_a_test_payment_is_confirmed_and_booked_once(line: Line, visitor: Reader) -> None:
    line.agree()
    form = visitor.get("/payment")
    assert 'value="350.00"' in form.text
    assert "This is a test" in form.text
    check = visitor.confirm("/payment/check", form, amount="350.00")
    assert "Book a test payment of $350.00 USD?" in text_of(check)
    paid = [visitor.confirm("/payment", check) for _ in range(2)]
    assert [answer.headers["location"] for answer in paid] == [f"/p/{visitor.token}?notice=paid"] * 2
    assert _balance(line) == 1050_00
    receipts = text_of(visitor.get("/receipts"))
    assert receipts.count("$350.00 USD") == 1
    plan = text_of(visitor.get("?notice=paid"))
    assert "The test payment is booked" in plan
    assert " Paid " in plan


@pytest.mark.parametrize("amount", ["0", "-5", "1400.01", "ten", "", "NaN", "1e99", "10.001"])
def test_an_amount_that_cannot_be_paid_is_asked_for_again(line: Line, visitor: Reader, amount: str) -> None:
    answer = visitor.send("/payment/check", "/payment", amount=amount)
    assert answer.status_code == 422
    assert "up to $1,400.00 USD" in answer.text
    assert _balance(line) == 1400_00


@pytest.mark.parametrize(("amount", "minor"), [("1400", 1400_00), ("1,400.00", 1400_00), ("0.01", 1)])
def test_an_amount_up_to_the_balance_is_paid(line: Line, visitor: Reader, amount: str, minor: int) -> None:
    check = visitor.send("/payment/check", "/payment", amount=amount)
    visitor.confirm("/payment", check)
    assert _balance(line) == 1400_00 - minor


def test_without_a_sandbox_there_is_no_page_to_pay_on(line: Line) -> None:
    with Web(make_app(line.app)) as web:
        visitor = Reader(web, issue(line))
        visitor.prove()
        assert "/payment" not in visitor.get().text
        assert visitor.get("/payment").status_code == 404
        form = hidden(visitor.get()) | {"amount": "10.00", "key": "k" * 20}
        assert visitor.post("/payment", form).status_code == 404
    assert _balance(line) == 1400_00


# -- another day


def test_a_day_is_changed_once_after_it_was_read_back(line: Line, visitor: Reader) -> None:
    line.agree()
    assert "/change/1" in visitor.get().text
    assert "once by yourself" in text_of(visitor.get())
    check = visitor.send("/change/1/check", "/change/1", new_on="2026-03-18")
    assert "Wednesday 18 March 2026" in text_of(check)
    assert FIRST_DAY in text_of(visitor.get())
    done = visitor.confirm("/change/1", check)
    assert done.headers["location"] == f"/p/{visitor.token}?notice=changed"
    plan = text_of(visitor.get())
    assert "Wednesday 18 March 2026" in plan
    assert FIRST_DAY not in plan
    assert "once by yourself" not in plan
    assert "for a person to decide" in plan


def test_that_an_earlier_request_ends_with_the_change_is_said(line: Line, visitor: Reader) -> None:
    line.agree()
    ask(line)
    check = visitor.send("/change/1/check", "/change/1", new_on="2026-03-18")
    done = visitor.confirm("/change/1", check)
    assert done.headers["location"] == f"/p/{visitor.token}?notice=changed_instead"
    assert "Your earlier request ends with it" in text_of(visitor.get("?notice=changed_instead"))


def test_a_second_change_is_for_a_person(line: Line, visitor: Reader) -> None:
    line.agree()
    check = visitor.send("/change/1/check", "/change/1", new_on="2026-03-18")
    visitor.confirm("/change/1", check)
    again = visitor.send("/change/1/check", "/change/1", new_on="2026-03-20")
    assert "A person decides about this change" in text_of(again)
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["approval"]


@pytest.mark.parametrize("new_on", ["", "tomorrow", "2026-03-16", "2026-03-01"])
def test_a_day_that_cannot_be_is_asked_for_again(line: Line, visitor: Reader, new_on: str) -> None:
    line.agree()
    assert visitor.send("/change/1/check", "/change/1", new_on=new_on).status_code == 422


# -- what these tests look at


def _balance(line: Line) -> int:
    case = line.borrower.case
    with line.store.read() as tx:
        return ledger.balance(tx, case.id, case.currency).total.minor


def _note(line: Line, status: SpecialStatus) -> None:
    with line.store.write() as tx:
        consents.append_status(
            tx,
            line.borrower.person.id,
            status,
            raised=True,
            key=f"status-{status}",
            at=line.clock.now(),
            by="borrower",
        )
