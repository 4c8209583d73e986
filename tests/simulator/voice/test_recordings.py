"""Recordings by verbs, by the call's own option, and what is heard of them."""

from __future__ import annotations

import io
import wave

import pytest

from simulator.world import World
from tests.simulator.stage import ACCOUNT, TOKEN, Live, Product, settled
from tests.simulator.voice.stage import alerts, asked, kinds, over, place, play, press, say, xml


def statuses(product: Product, path: str = "/recording") -> list[str]:
    return [hook.form["RecordingStatus"] for hook in asked(product, path)]


def test_start_recording_runs_to_the_end_of_the_call(world: World, product: Product) -> None:
    start = "<Start><Recording recordingStatusCallback='/recording' channels='dual'/></Start>"
    product.documents["/answer"] = xml(start, "<Pause length='12'/>")
    call = place(world, Url=f"{product.url}/answer")
    over(world, call)
    (hook,) = asked(product, "/recording")
    assert (hook.form["RecordingDuration"], hook.form["RecordingChannels"]) == ("12", "2")
    assert (hook.form["RecordingSource"], hook.form["CallSid"]) == ("StartCallRecordingAPI", call.sid)


def test_the_calls_own_option_records_it_and_too_short_is_absent(world: World, product: Product) -> None:
    told = f"{product.url}/recording"
    fields = {
        "Record": "true",
        "RecordingStatusCallback": told,
        "RecordingStatusCallbackEvent": "completed absent",
    }
    over(world, place(world, xml("<Pause length='1'/>"), **fields))
    over(world, place(world, xml(), **fields))
    assert statuses(product) == ["completed", "absent"]
    assert asked(product, "/recording")[1].form["RecordingErrorCode"] == "16101"


class TestRecord:
    def recorded(self, product: Product, attributes: str) -> str:
        record = f"<Record action='/recorded' {attributes} recordingStatusCallback='/recording'/>"
        product.documents |= {
            "/answer": xml(record, "<Say>Silence.</Say>"),
            "/recorded": xml("<Say>Thanks.</Say>"),
        }
        return f"{product.url}/answer"

    @pytest.mark.parametrize(
        ("attributes", "pressed", "digits"),
        [("", "5", "5"), ("finishOnKey='#'", "1#", "#"), ("timeout='3'", "", "")],
    )
    def test_words_are_kept_until_a_key_or_silence(
        self, world: World, product: Product, attributes: str, pressed: str, digits: str
    ) -> None:
        call = place(world, Url=self.recorded(product, attributes))
        play(world, lambda: world.voice.line(call).listening)
        world.clock.advance(2)
        say(world, call, "Please call me back")
        press(world, call, pressed)
        play(world, lambda: asked(product, "/recorded"))
        form = asked(product, "/recorded")[0].form
        assert form["Digits"] == digits
        assert int(form["RecordingDuration"]) >= 2
        assert form["RecordingUrl"].endswith(form["RecordingSid"])
        assert "beep" in [event.get("sound") for event in kinds(world, call, "says")]

    def test_silence_leaves_nothing_and_goes_on(self, world: World, product: Product) -> None:
        call = place(world, Url=self.recorded(product, "timeout='3'"))
        over(world, call)
        assert asked(product, "/recorded") == []
        assert world.voice.recordings.of(call)[0].error_code == 16102

    def test_hanging_up_tells_the_action_all_the_same(self, world: World, product: Product) -> None:
        call = place(world, Url=self.recorded(product, ""))
        play(world, lambda: world.voice.line(call).listening)
        say(world, call, "Never mind")
        world.clock.advance(2)
        with world.lock:
            world.voice.hang_up(call)
        over(world, call)
        assert asked(product, "/recorded")[0].form["Digits"] == "hangup"
        assert statuses(product) == ["completed"]

    def test_it_ends_at_its_longest(self, world: World, product: Product) -> None:
        call = place(world, Url=self.recorded(product, "maxLength='4' timeout='60'"))
        play(world, lambda: world.voice.line(call).listening)
        say(world, call, "On and on")
        play(world, lambda: asked(product, "/recorded"))
        assert asked(product, "/recorded")[0].form["RecordingDuration"] == "4"


def test_record_is_ignored_with_the_relay_and_that_is_told(world: World) -> None:
    relay = "<Connect><ConversationRelay url='wss://127.0.0.1:1/relay'/></Connect>"
    call = place(world, xml(relay), Record="true")
    over(world, call)
    assert world.voice.recordings.of(call) == []
    assert alerts(world) == [12200, 64102]


@pytest.mark.parametrize(("ending", "start"), [("", b"RIFF"), (".wav", b"RIFF"), (".mp3", b"\xff\xfb")])
def test_the_sound_needs_credentials_and_is_as_long_as_the_recording(
    live: Live, ending: str, start: bytes
) -> None:
    call = place(live.world, xml("<Pause length='9'/>"), Record="true")
    over(live.world, call)
    settled(live.world)
    (recording,) = live.world.voice.recordings.of(call)
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Recordings/{recording.sid}{ending}"
    assert live.http.get(path).status_code == 401
    assert live.http.get(path, auth=(ACCOUNT, "wrong")).status_code == 401
    sound = live.http.get(path, auth=(ACCOUNT, TOKEN))
    assert sound.content.startswith(start)
    if start == b"RIFF":
        with wave.open(io.BytesIO(sound.content)) as opened:
            assert opened.getnframes() / opened.getframerate() == 9
    assert live.http.get(path[:-4] + ".ogg", auth=(ACCOUNT, TOKEN)).status_code == 404


def test_a_recording_has_no_sound_before_it_has_ended(live: Live) -> None:
    call = place(live.world, xml("<Pause length='9'/>"), Record="true")
    play(live.world, lambda: call.status == "in-progress")
    (recording,) = live.world.voice.recordings.of(call)
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Recordings/{recording.sid}.wav"
    assert live.http.get(path, auth=(ACCOUNT, TOKEN)).status_code == 404
