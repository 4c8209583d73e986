"""What remains of a call: its sound, the money that was paid on it, and nothing of a card that was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from arrears.domain.recordings import Recording, RecordingState
from arrears.store import ledger, recordings
from tests.journeys.borrowers import EN, ZH, Borrower
from tests.journeys.callers import Callers
from tests.journeys.stage import Stage
from tests.journeys.supervisor import signed_in
from tests.journeys.telephone import Telephone
from tests.journeys.who_calls import callers

pytestmark = pytest.mark.slow

CARD = "4111111111111111"
CONNECTOR = "journey_card_connector"


@pytest.fixture(scope="module")
def who_call(stage: Stage) -> Callers:
    return callers(stage, {EN: 5, ZH: 4})


@pytest.fixture(scope="module")
def takes_cards(stage: Stage) -> Iterator[None]:
    """The world with a connector for cards, from the first test on that asks for it: they come last here."""
    _restarted_with(stage, CONNECTOR)
    yield
    _restarted_with(stage, None)


def test_a_call_is_recorded_kept_here_alone_and_played_beside_its_transcript(who_call: Callers) -> None:
    telephone, stage = who_call.phone(EN), who_call.stage
    assert "recorded" in telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    (at_carrier,) = _recordings_at_carrier(telephone)
    assert at_carrier["status"] == "in-progress"
    assert at_carrier["channels"] == 2
    telephone.hangs_up()
    stage.wait_for(lambda: _state(telephone) is RecordingState.ALONE)
    assert _recordings_at_carrier(telephone) == []

    (kept,) = _kept(telephone)
    with stage.store.read() as tx:
        sound = recordings.sound_of(tx, kept.id)
    assert sound is not None
    assert sound[:200] not in _database(stage)
    conversation = stage.conversation(telephone.person).id
    with signed_in(stage.world) as supervisor:
        assert f'src="/recordings/{kept.id}"' in supervisor.page(f"/conversations/{conversation}")
        whole = supervisor.console.get(f"/recordings/{kept.id}")
        assert (whole.headers["content-type"], whole.content) == ("audio/mpeg", sound)
        part = supervisor.console.get(f"/recordings/{kept.id}", headers={"Range": "bytes=10-29"})
        assert (part.status_code, part.content) == (206, sound[10:30])
        assert part.headers["content-range"] == f"bytes 10-29/{len(sound)}"
    stranger = httpx.get(f"{stage.world.console_url}/recordings/{kept.id}", trust_env=False)
    assert stranger.status_code == 303
    assert "/sign-in" in stranger.headers["location"]


@pytest.mark.parametrize(
    ("kind", "notice", "words"),
    [(EN, "recorded", "please stop recording this call"), (ZH, "录音", "请不要再录音了")],
)
def test_who_does_not_want_the_recording_is_not_recorded_any_longer(
    who_call: Callers, kind: tuple[str, str], notice: str, words: str
) -> None:
    telephone, stage = who_call.phone(kind), who_call.stage
    assert notice in telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    (before,) = _recordings_at_carrier(telephone)
    telephone.phone.say(words)
    telephone.hears()
    stage.wait_for(lambda: _state(telephone) is RecordingState.ALONE)
    assert "recording.refused" in _messages_said(telephone)
    # It ended with the words, long before the call; nothing began anew.
    assert before["status"] == "in-progress"
    assert len(_kept(telephone)) == 1
    telephone.phone.hang_up()
    assert _recordings_at_carrier(telephone) == []


@pytest.mark.parametrize(
    ("kind", "words", "way"),
    [(EN, "can I pay by card right now", "bank transfer"), (ZH, "我现在可以刷卡付款吗", "转账")],
)
def test_who_would_pay_by_card_hears_the_ways_and_pays_over_the_link_that_follows(
    who_call: Callers, kind: tuple[str, str], words: str, way: str
) -> None:
    telephone, stage = who_call.phone(kind), who_call.stage
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    before = _owed(stage, telephone.person)
    assert telephone.says(words) == ["payment.ways", "card.link_follows"]
    assert way in telephone.heard
    telephone.hangs_up()
    stage.wait_for(lambda: bool(_links(stage, telephone.person)))
    (link,) = _links(stage, telephone.person)
    _pays_on_the_page(stage, telephone.person, link, "12.34")
    assert before - _owed(stage, telephone.person) == 1234


@pytest.mark.parametrize(
    ("kind", "words", "spoken"),
    [
        (EN, "my card is four one one one, one one one one, one one one one, one one one one", "one one one"),
        (ZH, "我的卡号是四幺幺幺幺幺幺幺幺幺幺幺幺幺幺幺", "四幺幺幺"),
    ],
)
def test_a_card_that_is_said_or_keyed_in_is_kept_in_no_transcript_database_or_log(
    who_call: Callers, kind: tuple[str, str], words: str, spoken: str
) -> None:
    telephone, stage = who_call.phone(kind), who_call.stage
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    assert telephone.says(words)[:2] == ["payment.no_card", "payment.ways"]
    assert telephone.presses(f"{CARD}#")[0] == "payment.no_card"
    for piece in ("4111", "1111", "1111"):
        telephone.says(piece)
    assert telephone.says("1111")[0] == "payment.no_card"
    telephone.hangs_up()
    said = " ".join(f"{turn.text} {turn.received}" for turn in stage.turns(telephone.person))
    for told in (CARD, "4111", spoken):
        assert told not in said
    _is_kept_nowhere(stage, CARD, spoken)


@pytest.mark.usefixtures("takes_cards")
@pytest.mark.parametrize(
    ("kind", "words", "yes"),
    [(EN, "I want to pay fifty dollars by card now", "yes"), (ZH, "我想现在刷卡还五十美元", "好的")],
)
def test_a_card_is_keyed_in_for_the_carrier_alone_and_the_payment_is_in_the_ledger(
    who_call: Callers, kind: tuple[str, str], words: str, yes: str
) -> None:
    telephone, stage = who_call.phone(kind), who_call.stage
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    before = _owed(stage, telephone.person)
    assert telephone.says(words) == ["card.read_back"]
    telephone.phone.say(yes)
    telephone.phone.play(lambda call: _happened(call, "asks for a card"))
    assert [each["status"] for each in _recordings_at_carrier(telephone)] == ["paused"]
    order = {"result": "success", "card": CARD}
    stage.world.simulator.post(f"/calls/{telephone.phone.sid}/pay", json=order).raise_for_status()
    assert telephone.answer() == ["card.paid"]
    assert before - _owed(stage, telephone.person) == 5000
    assert [each["status"] for each in _recordings_at_carrier(telephone)] == ["in-progress"]
    telephone.hangs_up()
    _is_kept_nowhere(stage, CARD)


def _is_kept_nowhere(stage: Stage, *secrets: str) -> None:
    """Neither in the log of any process nor, unencrypted, in the database."""
    logs = stage.world.fleet.logs
    for file in sorted(logs.glob("*.log")):
        text = file.read_text(encoding="utf-8", errors="replace")
        assert not [each for each in secrets if each in text], file.name
    held = _database(stage)
    assert not [each for each in secrets if each.encode() in held]


def _database(stage: Stage) -> bytes:
    """The files of the database as they lie on the disk."""
    file = Path(stage.world.folder) / "arrears.db"
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))


def _recordings_at_carrier(telephone: Telephone) -> list[dict[str, Any]]:
    """The recordings of the call that the carrier holds."""
    env = telephone.stage.world.env
    account, token = env["ARREARS_TWILIO_ACCOUNT_SID"], env["ARREARS_TWILIO_AUTH_TOKEN"]
    path = f"/2010-04-01/Accounts/{account}/Calls/{telephone.phone.sid}/Recordings.json"
    answer = telephone.stage.world.simulator.get(path, auth=(account, token)).raise_for_status()
    return list(answer.json()["recordings"])


def _kept(telephone: Telephone) -> tuple[Recording, ...]:
    """The recordings of the call that we know of."""
    call = telephone.call()
    with telephone.stage.store.read() as tx:
        return recordings.of_call(tx, call.id)


def _state(telephone: Telephone) -> RecordingState | None:
    return next((each.state for each in _kept(telephone)), None)


def _messages_said(telephone: Telephone) -> set[str]:
    turns = telephone.stage.turns(telephone.person)
    return {str(key) for turn in turns for entry in turn.answered_by for key in entry.get("templates", ())}


def _happened(call: dict[str, Any], kind: str) -> bool:
    return any(event["kind"] == kind for event in call["events"])


def _owed(stage: Stage, person: Borrower) -> int:
    """What the ledger says is owed, in minor units."""
    case = stage.case(person)
    with stage.store.read() as tx:
        return ledger.balance(tx, case.id, case.currency).total.minor


def _links(stage: Stage, person: Borrower) -> list[str]:
    """The links to the borrower's own page among the texts on their phone."""
    return re.findall(r"http\S+/p/[\w.-]+", " ".join(stage.received(person.phone)))


def _pays_on_the_page(stage: Stage, person: Borrower, link: str, amount: str) -> None:
    """Open the link, say who it is, as on the call before, and confirm a test payment."""
    path = httpx.URL(link).path
    with httpx.Client(base_url=stage.world.gateway.base_url, trust_env=False) as browser:
        asked = browser.get(path)
        assert 'name="last4"' in asked.text
        assert browser.get(f"{path}/payment").status_code == 303
        born = person.birth_on
        form = {"day": str(born.day), "month": str(born.month), "year": str(born.year)}
        assert browser.post(f"{path}/identity", data=form | {"last4": person.last4}).status_code == 303
        checked = browser.post(f"{path}/payment/check", data=_fields(browser, path) | {"amount": amount})
        filled = dict(re.findall(r'name="(csrf|amount|key)" value="([^"]+)"', checked.text))
        paid = browser.post(f"{path}/payment", data=filled)
        assert paid.headers["location"].endswith("notice=paid")


def _fields(browser: httpx.Client, path: str) -> dict[str, str]:
    return dict(re.findall(r'name="(csrf)" value="([^"]+)"', browser.get(f"{path}/payment").text))


def _restarted_with(stage: Stage, connector: str | None) -> None:
    """The two processes that answer callers, with this connector for cards."""
    env = stage.world.env
    env.pop("ARREARS_TWILIO_PAY_CONNECTOR", None)
    if connector is not None:
        env["ARREARS_TWILIO_PAY_CONNECTOR"] = connector
    for name in ("actions", "gateway"):
        stage.world.fleet.kill(name)
        stage.world.restart(name)
