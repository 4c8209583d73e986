from __future__ import annotations

import pytest

from simulator.pages import language_of
from tests.simulator.stage import PHONE, Live, Product, settled


def test_an_empty_simulator_says_how_phones_appear(live: Live) -> None:
    page = live.http.get("/")
    assert page.status_code == 200
    assert "No phones yet" in page.text


def test_the_list_shows_who_wrote_last_and_what_is_new(live: Live) -> None:
    live.sdk.messages.create(to=PHONE, from_="+15005550006", body="您好 & <b>hello</b>")
    live.http.post("/clock/advance", json={"seconds": 5})
    page = live.http.get("/").text
    assert f'href="/phones/{PHONE}"' in page
    assert "您好 &amp; &lt;b&gt;hello&lt;/b&gt;" in page
    assert "<b>1</b> new" in page
    (phone,) = live.http.get("/phones").json()
    assert (phone["number"], phone["unread"], phone["last"]["status"]) == (PHONE, 1, "delivered")


def test_opening_a_thread_marks_it_as_read_and_tags_the_language(live: Live) -> None:
    live.sdk.messages.create(to=PHONE, from_="+15005550006", body="您好")
    page = live.http.get(f"/phones/{PHONE}")
    assert page.status_code == 200
    assert 'lang="zh-Hans"' in page.text
    assert 'role="log"' in page.text
    assert live.http.get("/phones").json()[0]["unread"] == 0


def test_a_form_without_script_sends_and_returns_to_the_thread(live: Live, product: Product) -> None:
    live.sdk.messages.create(to=PHONE, from_="+15005550006", body="Hello")
    answer = live.http.post(f"/phones/{PHONE}/send", data={"text": "我是王芳"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/phones/{PHONE}")
    settled(live.world)
    assert product.hooks[0].form["Body"] == "我是王芳"


def test_an_old_text_is_handed_over_again_by_its_id(live: Live, product: Product) -> None:
    sid = live.http.post(f"/phones/{PHONE}/send", json={"text": "Hello"}).json()["sid"]
    assert live.http.post(f"/phones/{PHONE}/send", json={"sid": sid}).json() == {"sid": sid}
    settled(live.world)
    assert [hook.form["MessageSid"] for hook in product.hooks] == [sid, sid]
    assert [text["sid"] for text in live.http.get(f"/phones/{PHONE}/messages").json()] == [sid]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", f"/phones/{PHONE}/send", {"text": " "}, 422),
        ("POST", f"/phones/{PHONE}/send", {"words": "x"}, 422),
        ("POST", f"/phones/{PHONE}/send", {"sid": "SM0"}, 404),
        ("POST", "/phones/12125550123/send", {"text": "x"}, 404),
        ("POST", f"/phones/{PHONE}/script", {"on": True}, 404),
        ("GET", f"/phones/{PHONE}", None, 404),
        ("POST", "/clock/advance", {"seconds": -1}, 422),
        ("POST", "/clock/rate", {"rate": -1}, 422),
        ("POST", "/faults", {"drop_status": 2}, 422),
        ("POST", "/faults", {"no_such_fault": 1}, 422),
        ("POST", "/population", [{"phone": "1"}], 422),
    ],
)
def test_what_makes_no_sense_is_refused(
    live: Live, method: str, path: str, body: object, status: int
) -> None:
    assert live.http.request(method, path, json=body).status_code == status


def test_faults_keep_what_is_not_named(live: Live) -> None:
    live.http.post("/faults", json={"drop_status": 0.5})
    assert live.http.post("/faults", json={"webhook_reorder": True}).json()["drop_status"] == 0.5


@pytest.mark.parametrize(
    ("text", "tag"), [("Hello", "en"), ("好", "zh-Hans"), ("OK 好的", "zh-Hans"), ("", "en")]
)
def test_a_text_is_tagged_by_its_letters(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_static_files_are_served(live: Live) -> None:
    for name in ("phones.css", "phones.js"):
        assert live.http.get(f"/static/{name}").status_code == 200
