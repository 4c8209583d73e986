"""Being the person on the phone over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.voice.orders import BROKEN_FRAME
from tests.simulator.stage import OURS, PHONE, Live, Product, wait
from tests.simulator.voice.stage import RelayPeer, play, text, xml


def posted(live: Live, path: str, **fields: object) -> dict[str, Any]:
    answer = live.http.post(path, json=fields)
    answer.raise_for_status()
    return answer.json()


def test_a_person_answers_speaks_presses_and_hangs_up(live: Live, product: Product) -> None:
    gather = "<Gather input='speech dtmf' numDigits='2' action='/answer'><Say>Say or press.</Say></Gather>"
    product.documents["/answer"] = xml(gather)
    posted(live, f"/phones/{PHONE}/answers", outcome="by_hand")
    call = live.sdk.calls.create(to=PHONE, from_=OURS, url=f"{product.url}/answer")
    assert live.http.post(f"/calls/{call.sid}/answer", json={}).status_code == 409
    assert live.http.post(f"/calls/{call.sid}/say", json={"text": "Hello"}).status_code == 409
    play(live.world, lambda: live.world.switchboard.calls[call.sid].status == "ringing")
    (ringing,) = live.http.get("/calls", params={"phone": PHONE, "live": True}).json()
    assert (ringing["sid"], ringing["rings"], ringing["outcome"]) == (call.sid, True, "by_hand")
    posted(live, f"/calls/{call.sid}/answer")
    posted(live, f"/calls/{call.sid}/say", text="Hello?")
    posted(live, f"/calls/{call.sid}/press", digits="42")
    play(live.world, lambda: len(product.hooks) == 3)
    assert [hook.form.get("SpeechResult") for hook in product.hooks] == [None, "Hello?", None]
    assert product.hooks[2].form["Digits"] == "42"
    assert posted(live, f"/calls/{call.sid}/hangup")["status"] == "completed"
    state = live.http.get(f"/calls/{call.sid}").json()
    said = [(event["who"], event["text"]) for event in state["events"] if event["kind"] == "says"]
    assert said[:2] == [("agent", "Say or press."), ("caller", "Hello?")]
    assert live.http.post(f"/calls/{call.sid}/hangup", json={}).status_code == 200


def test_a_phone_calls_the_product_and_interrupts_it(live: Live, product: Product) -> None:
    peer = RelayPeer(
        lambda frame: [text("One two three four five six.")] if frame["type"] != "interrupt" else []
    )
    relay = f"<Connect action='/action'><ConversationRelay url='{peer.url}'/></Connect>"
    product.documents |= {"/inbound": xml(relay), "/action": xml("<Hangup/>")}
    sid = posted(live, f"/phones/{PHONE}/call")["sid"]
    posted(live, f"/calls/{sid}/interrupt", text="Stop", after_chars=13)
    play(live.world, lambda: peer.of("prompt"))
    wait(lambda: peer.of("interrupt"))
    assert peer.of("interrupt")[0]["utteranceUntilInterrupt"] == "One two three"
    posted(live, f"/calls/{sid}/malformed", times=2)
    posted(live, f"/calls/{sid}/malformed", frame="{}")
    wait(lambda: len(peer.raw) == 6)
    assert peer.raw[-3:] == [BROKEN_FRAME, BROKEN_FRAME, "{}"]
    posted(live, f"/calls/{sid}/drop")
    play(live.world, lambda: live.world.switchboard.calls[sid].status == "completed")
    events = live.http.get(f"/calls/{sid}/events", params={"after": -1, "wait_s": 0}).json()
    assert events["call"]["status"] == "completed"
    last = events["events"][-1]
    rest = live.http.get(f"/calls/{sid}/events", params={"after": last["number"], "wait_s": 20}).json()
    assert rest["events"] == []
    assert [alert["code"] for alert in live.http.get("/debugger").json()] == [39001]
    live.world.voice.close()
    peer.close()


def test_waiting_for_events_ends_with_the_time_or_an_event(live: Live, product: Product) -> None:
    product.documents["/inbound"] = xml("<Say>Hello.</Say><Pause length='60'/>")
    sid = posted(live, f"/phones/{PHONE}/call")["sid"]
    play(live.world, lambda: live.world.switchboard.calls[sid].status == "in-progress")
    known = live.http.get(f"/calls/{sid}/events", params={"wait_s": 0}).json()["events"]
    again = live.http.get(f"/calls/{sid}/events", params={"after": len(known) - 1, "wait_s": 0.2}).json()
    assert again["events"] == []


@pytest.mark.parametrize(
    ("path", "fields", "status"),
    [
        ("/calls/CAnope/hangup", {}, 404),
        ("/phones/12/call", {}, 404),
        (f"/phones/{PHONE}/answers", {"outcome": "asleep"}, 422),
        (f"/phones/{PHONE}/call", {"to": "nobody"}, 422),
        ("/faults", {"relay_drops": 2}, 422),
        ("/faults", {"call_outcome": "maybe"}, 422),
    ],
)
def test_what_cannot_be_is_refused(live: Live, path: str, fields: dict[str, object], status: int) -> None:
    assert live.http.post(path, json=fields).status_code == status


def test_a_driver_is_told_that_words_are_awaited(live: Live, product: Product) -> None:
    product.documents["/inbound"] = xml("<Say>Hello.</Say><Pause length='1'/>")
    sid = posted(live, f"/phones/{PHONE}/call")["sid"]
    assert live.http.get("/quiet").json()["pending_words"] == 0
    assert live.http.post(f"/calls/{sid}/drop", json={}).status_code == 409
    live.http.post("/clock/advance", json={"seconds": 5, "settle": True})
    assert live.http.get(f"/calls/{sid}").json()["status"] == "completed"
    assert live.http.get("/quiet").json()["quiet"]
