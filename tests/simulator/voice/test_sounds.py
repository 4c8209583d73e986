"""Play fetches what it plays, and plays it for as long as it is."""

from __future__ import annotations

import pytest

from simulator.voice.engine import APOLOGY
from simulator.voice.media import wav
from simulator.world import World
from tests.simulator.stage import Product
from tests.simulator.voice.stage import alerts, heard, kinds, over, place, xml

WAV = ("audio/wav", wav(7))


def test_a_sound_is_fetched_without_parameters_and_played_to_its_end(world: World, product: Product) -> None:
    product.sounds["/hello"] = WAV
    call = place(world, xml(f"<Play>{product.url}/hello</Play>"))
    over(world, call)
    (hook,) = [hook for hook in product.hooks if hook.url.endswith("/hello")]
    assert (hook.url, hook.raw) == (f"{product.url}/hello", b"")
    (said,) = kinds(world, call, "says")
    assert said["sound"] == hook.url
    assert (call.duration, alerts(world)) == ("7", [])


def test_it_is_fetched_once_however_often_it_is_played(world: World, product: Product) -> None:
    product.sounds["/hello"] = WAV
    call = place(world, xml(f'<Play loop="2">{product.url}/hello</Play>'))
    over(world, call)
    assert len([hook for hook in product.hooks if hook.url.endswith("/hello")]) == 1
    assert call.duration == "14"


def test_a_relative_address_is_the_documents(world: World, product: Product) -> None:
    product.documents["/answer/first"] = xml("<Play>hello</Play>")
    product.sounds["/answer/hello"] = WAV
    call = place(world, Url=f"{product.url}/answer/first")
    over(world, call)
    assert [event["url"] for event in kinds(world, call, "fetches")] == [f"{product.url}/answer/hello"]


def test_an_mp3_is_played_and_keys_are_not_fetched(world: World, product: Product) -> None:
    product.sounds["/hello"] = ("audio/mpeg", b"ID3")
    call = place(world, xml(f"<Play>{product.url}/hello</Play>", '<Play digits="ww1"/>'))
    over(world, call)
    assert [event["sound"] for event in kinds(world, call, "says")] == [f"{product.url}/hello", "keys ww1"]


@pytest.mark.parametrize(
    ("sound", "status", "code"),
    [
        (WAV, 404, 11200),
        (WAV, 500, 11200),
        (("text/html", b"<p>hello</p>"), None, 13420),
        (("audio/wav", b"no sound"), None, 13420),
        (("", b""), None, 13420),
    ],
)
def test_a_sound_that_cannot_be_had_is_told_and_ends_the_call(
    world: World, product: Product, sound: tuple[str, bytes], status: int | None, code: int
) -> None:
    product.sounds["/hello"] = sound
    product.answers = [] if status is None else [status]
    call = place(world, xml(f"<Play>{product.url}/hello</Play>", "<Say>And on.</Say>"))
    over(world, call)
    assert alerts(world) == [code]
    assert heard(world, call) == [APOLOGY]
