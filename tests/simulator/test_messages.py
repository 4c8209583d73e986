from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.errors import RestError
from simulator.messages import Message
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, Product, settled


def form(**fields: str) -> dict[str, list[str]]:
    wanted = {"To": PHONE, "From": OURS, "Body": "Hello"} | fields
    return {name: [value] for name, value in wanted.items() if value}


def create(world: World, **fields: str) -> Message:
    return world.carrier.create(form(**fields))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "12125550123"}, 21211),
        ({"To": "+8613800000000"}, 21408),
        ({"To": "+15005550001"}, 21211),
        ({"To": "+15005550002"}, 21612),
        ({"To": "+15005550003"}, 21408),
        ({"To": "+15005550004"}, 21610),
        ({"To": "+15005550009"}, 21614),
        ({"From": ""}, 21603),
        ({"From": "+15005550001"}, 21212),
        ({"From": "+15005550007"}, 21606),
        ({"From": "+15005550008"}, 21611),
        ({"From": PHONE}, 21266),
        ({"Body": ""}, 21602),
        ({"Body": "a" * 1601}, 21617),
        ({"StatusCallback": "nonsense"}, 21609),
        ({"ValidityPeriod": "0"}, 90007),
        ({"ValidityPeriod": "36001"}, 90007),
        ({"ScheduleType": "fixed", "SendAt": "2026-03-02T15:00:00Z"}, 35118),
    ],
)
def test_a_message_that_cannot_be_sent_is_refused_with_its_code(
    world: World, fields: dict[str, str], code: int
) -> None:
    with pytest.raises(RestError) as refusal:
        create(world, **fields)
    assert refusal.value.code == code
    assert not world.carrier.messages
    assert world.clock.next_event_at() is None


@pytest.mark.parametrize(
    "fields", [{"Body": "a" * 1600}, {"ValidityPeriod": "36000"}, {"ValidityPeriod": "10"}]
)
def test_a_message_at_the_edge_is_delivered(world: World, fields: dict[str, str]) -> None:
    message = create(world, **fields)
    world.clock.advance(10)
    assert message.status == "delivered"


def test_a_message_that_outlives_its_validity_is_not_delivered(world: World) -> None:
    message = create(world, ValidityPeriod="1")
    world.clock.advance(10)
    assert (message.status, message.error_code) == ("undelivered", 30036)


def test_callbacks_report_sent_and_delivered_but_not_the_first_state(world: World, product: Product) -> None:
    create(world, StatusCallback=f"{product.url}/status")
    world.clock.advance(10)
    settled(world)
    assert product.statuses() == ["sent", "delivered"]


def test_a_messaging_service_chooses_its_sender_and_reports_it(world: World, product: Product) -> None:
    service = "MG" + "0" * 32
    message = create(world, From="", MessagingServiceSid=service, StatusCallback=f"{product.url}/status")
    assert (message.status, message.resource()["num_segments"]) == ("accepted", "0")
    world.clock.advance(10)
    settled(world)
    assert product.statuses() == ["queued", "sent", "delivered"]
    assert product.hooks[0].form["MessagingServiceSid"] == service
    assert message.sender == OURS


@pytest.mark.parametrize(
    ("seconds", "taken"), [(299, False), (300, True), (35 * 86_400, True), (35 * 86_400 + 1, False)]
)
def test_a_message_is_scheduled_from_five_minutes_to_35_days_ahead(
    world: World, seconds: int, taken: bool
) -> None:
    fields = {
        "MessagingServiceSid": "MG" + "0" * 32,
        "ScheduleType": "fixed",
        "SendAt": (world.clock.now + timedelta(seconds=seconds)).isoformat(),
    }
    if not taken:
        with pytest.raises(RestError) as refusal:
            create(world, **fields)
        assert refusal.value.code == 35114
        return
    message = create(world, **fields)
    world.clock.advance(seconds - 1)
    assert message.status == "scheduled"
    world.clock.advance(10)
    assert message.status == "delivered"


def test_a_cancelled_message_never_leaves(world: World) -> None:
    at = (world.clock.now + timedelta(hours=1)).isoformat()
    message = create(world, MessagingServiceSid="MG" + "0" * 32, ScheduleType="fixed", SendAt=at)
    world.carrier.update(message, {"Status": ["canceled"]})
    world.clock.advance(7200)
    assert message.status == "canceled"
    assert not world.phones.get(PHONE).thread


def test_an_unreachable_phone_reports_its_error(world: World, product: Product) -> None:
    world.faults.undelivered = [PHONE]
    create(world, StatusCallback=f"{product.url}/status")
    world.clock.advance(10)
    settled(world)
    assert product.statuses() == ["sent", "undelivered"]
    assert product.hooks[-1].form["ErrorCode"] == "30003"


@pytest.mark.parametrize(
    "word", ["STOP", "stop", " Stop\n", "UNSUBSCRIBE", "QUIT", "REVOKE", "OPTOUT", "CANCEL", "END", "STOPALL"]
)
def test_a_single_stop_word_blocks_confirms_and_still_reaches_the_product(
    world: World, product: Product, word: str
) -> None:
    create(world)
    world.clock.advance(10)
    world.write(PHONE, word)
    world.clock.advance(10)
    settled(world)
    with pytest.raises(RestError) as refusal:
        create(world)
    assert refusal.value.code == 21610
    assert [hook.form["Body"] for hook in product.hooks] == [word]
    assert "OptOutType" not in product.hooks[0].form
    assert "unsubscribed" in world.phones.get(PHONE).thread[-1].text


@pytest.mark.parametrize("words", ["STOP PLEASE", "please stop", "stop texting me", "退订", "stopp", ""])
def test_other_words_of_stopping_are_left_to_the_product(world: World, words: str) -> None:
    world.carrier.from_phone(PHONE, words)
    assert create(world).status == "queued"


def test_a_stop_holds_for_the_sender_it_was_said_to(world: World) -> None:
    world.carrier.from_phone(PHONE, "STOP", OURS)
    assert create(world, From="+15005550020").status == "queued"


@pytest.mark.parametrize("word", ["START", "UNSTOP", "yes"])
def test_a_start_word_opens_the_line_again(world: World, word: str) -> None:
    world.carrier.from_phone(PHONE, "STOP")
    world.carrier.from_phone(PHONE, word)
    assert create(world).status == "queued"


def test_yes_on_an_open_line_is_an_ordinary_answer(world: World) -> None:
    world.write(PHONE, "YES")
    world.clock.advance(10)
    assert [text.text for text in world.phones.get(PHONE).thread] == ["YES"]


@pytest.mark.parametrize("ended", [False, True])
def test_a_message_is_redacted_and_deleted_only_once_it_has_ended(world: World, ended: bool) -> None:
    message = create(world)
    world.clock.advance(10 if ended else 0)
    if not ended:
        with pytest.raises(RestError):
            world.carrier.update(message, {"Body": [""]})
        with pytest.raises(RestError):
            world.carrier.delete(message)
        return
    assert world.carrier.update(message, {"Body": [""]}).body == ""
    world.carrier.delete(message)
    assert not world.carrier.messages


def test_a_reply_goes_to_the_sender_that_texted_last(world: World, product: Product) -> None:
    create(world, From="+15005550020")
    world.clock.advance(10)
    world.write(PHONE, "Hi")
    settled(world)
    assert product.hooks[-1].form["To"] == "+15005550020"
