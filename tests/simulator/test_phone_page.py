"""The phone's page and the routes it stands on: whom it can call for, what it says, and in which language."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from simulator.calls import TERMINAL, WAITING
from simulator.faults import Outcome
from simulator.page_words import LANGUAGES, page_words
from simulator.pages import HERE, OUTCOMES, STATIC
from tests.simulator.stage import OURS, PHONE, Live, Product
from tests.simulator.test_borrowers import borrower
from tests.simulator.voice.stage import xml

STRANGER = "+12125550177"


def test_a_phone_that_nobody_knows_is_opened_and_can_call(live: Live, product: Product) -> None:
    product.documents["/inbound"] = xml("<Say>Hello.</Say>")
    assert live.http.get(f"/phones/{STRANGER}").status_code == 404
    answer = live.http.post("/phones", data={"number": "+1 (212) 555-0177"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/phones/{STRANGER}")
    assert 'id="place"' in live.http.get(f"/phones/{STRANGER}").text
    sid = live.http.post(f"/phones/{STRANGER}/call", json={}).json()["sid"]
    (call,) = live.http.get("/calls", params={"phone": STRANGER}).json()
    assert (call["sid"], call["from"], call["to"]) == (sid, STRANGER, OURS)


@pytest.mark.parametrize("number", ["2125550177", "<b>", "+"])
def test_what_is_no_number_is_told_beside_the_box_that_keeps_it(live: Live, number: str) -> None:
    answer = live.http.post("/phones", data={"number": number})
    assert answer.status_code == 422
    assert "A phone number looks like +12125550123." in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "<b>" not in answer.text.split('class="open"')[1].replace('value="&lt;b&gt;"', "")


def test_a_phone_that_was_only_called_is_listed_while_it_rings_and_has_a_page(live: Live) -> None:
    live.http.post(f"/phones/{PHONE}/answers", json={"outcome": "by_hand"})
    live.sdk.calls.create(to=PHONE, from_=OURS, twiml="<Response/>")
    live.http.post("/clock/advance", json={"seconds": 5})
    (phone,) = live.http.get("/phones").json()
    assert (phone["number"], phone["call"]) == (PHONE, "ringing")
    assert '<span class="tag live">rings</span>' in live.http.get("/").text
    assert live.http.get(f"/phones/{PHONE}").status_code == 200
    live.http.post("/clock/advance", json={"seconds": 120})
    assert live.http.get("/phones").json()[0]["call"] is None


@pytest.mark.parametrize("outcome", ["human", "by_hand", "machine_end_beep", "busy", "no-answer"])
def test_the_page_shows_who_answers(live: Live, outcome: str) -> None:
    live.http.post("/phones", data={"number": PHONE})
    live.http.post(f"/phones/{PHONE}/answers", json={"outcome": outcome})
    page = live.http.get(f"/phones/{PHONE}").text
    assert f'<option value="{outcome}" selected>' in page


def test_a_borrower_speaks_their_own_language_whatever_the_page_is_read_in(live: Live) -> None:
    person = borrower("cooperative_full", "zh", PHONE).model_dump(mode="json")
    live.http.post("/population", json=[person]).raise_for_status()
    assert '<option value="zh-CN" selected>' in live.http.get(f"/phones/{PHONE}").text


def test_a_choice_of_language_lasts(live: Live) -> None:
    live.http.post("/phones", data={"number": PHONE})
    chosen = live.http.get(f"/phones/{PHONE}", params={"lang": "zh"})
    assert '<html lang="zh-Hans">' in chosen.text
    assert "拨打贷款机构" in chosen.text
    assert '<html lang="zh-Hans">' in live.http.get("/").text
    assert "Call the lender" in live.http.get(f"/phones/{PHONE}", params={"lang": "en"}).text


@pytest.mark.parametrize(
    ("query", "header", "tag"),
    [
        ("", "", "en"),
        ("", "zh-CN,zh;q=0.9", "zh-Hans"),
        ("?lang=en", "zh-CN", "en"),
        ("?lang=fr", "zh-CN", "zh-Hans"),
        ("?lang=fr", "fr", "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_browsers(
    live: Live, query: str, header: str, tag: str
) -> None:
    page = live.http.get(f"/{query}", headers={"Accept-Language": header})
    assert f'<html lang="{tag}">' in page.text


def test_both_languages_have_the_same_words_with_the_same_places_to_fill() -> None:
    english, chinese = (page_words()[language].strings for language in LANGUAGES)
    places = {key: set(re.findall(r"\{\w+\}", text)) for key, text in english.items()}
    assert {key: set(re.findall(r"\{\w+\}", text)) for key, text in chinese.items()} == places
    same = {key for key, text in chinese.items() if text == english[key]}
    assert same <= {"state.number", "state.duration"}


def test_every_word_the_pages_ask_for_is_there_and_none_is_left_over() -> None:
    strings = page_words()["en"].strings
    sources = [path.read_text("utf-8") for path in (*HERE.glob("templates/*.html"), *STATIC.glob("*.js"))]
    text = "\n".join(sources)
    made = ("state.", "turn.", "answers.", "clock.rate.", "say.language.")
    asked = set(re.findall(r'\bt\("([^"]+)"[,)]', text))
    assert asked - set(strings) == set()
    assert {key for key in strings if f'"{key}"' not in text and not key.startswith(made)} == set()
    assert set(OUTCOMES) == set(get_args(Outcome))
    assert all(f"answers.{outcome}" in strings for outcome in OUTCOMES)
    assert all(f"state.{status}" in strings for status in TERMINAL | WAITING | {"in-progress"})


def test_no_page_names_another_host() -> None:
    for path in (*HERE.glob("templates/*.html"), *STATIC.glob("*")):
        assert not re.search(r"https?://|//[a-z]+\.", path.read_text("utf-8")), path.name


def test_ids_are_unique_on_a_phones_page(live: Live) -> None:
    live.http.post("/phones", data={"number": PHONE})
    ids = re.findall(r'\bid="([^"]+)"', live.http.get(f"/phones/{PHONE}").text)
    assert sorted(ids) == sorted(set(ids))


def test_the_end_of_what_was_said_tells_whether_it_was_cut_off(live: Live, product: Product) -> None:
    product.documents["/inbound"] = xml("<Say>Hello there.</Say>", "<Say>And goodbye to you.</Say>")
    sid = live.http.post(f"/phones/{PHONE}/call", json={}).json()["sid"]
    live.world.webhooks.wait_until_idle(10)
    live.http.post("/clock/advance", json={"seconds": 1.7})
    live.http.post(f"/calls/{sid}/hangup", json={})
    events = live.http.get(f"/calls/{sid}").json()["events"]
    heard = [(event["text"], event["cut"]) for event in events if event["kind"] == "heard"]
    assert heard == [("Hello there.", False), ("And goodbye", True)]
