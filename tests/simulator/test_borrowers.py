from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.borrowers.hearing import hear, money
from simulator.borrowers.personas import SCRIPTS, script_of
from simulator.borrowers.population import Person, answer_at
from simulator.borrowers.profile import Borrower, Persona
from simulator.borrowers.script import LIMIT, Script
from tests.simulator.lender import instalments, once, say, templates
from tests.simulator.stage import Live, Product, settled

TODAY = date(2026, 3, 2)
PHONES = [f"+1212555{number:04d}" for number in range(100, 116)]
LANGUAGES = ["en", "zh"]


def borrower(
    persona: str, language: str, phone: str = PHONES[0], weekly: int = 10_000, **more: object
) -> Borrower:
    fields = {
        "phone": phone,
        "name": "Maria Lopez" if language == "en" else "王芳",
        "language": language,
        "birth_on": "1980-04-23",
        "last4": "0417",
        "persona": persona,
        "means": {"weekly_disposable_minor": weekly, "currency": "USD" if language == "en" else "CNY"},
        "reply_minutes": [2, 20],
    }
    return Borrower.model_validate(fields | more)


def tell(script: Script, key: str, **figures: str) -> str | None:
    return script.answer(hear(say(key, script.borrower.language, **figures)), TODAY)


def identified(script: Script) -> None:
    """Up to the statement of the balance."""
    assert tell(script, "outreach.neutral")
    reply = tell(script, "identity.ask")
    assert reply is not None
    assert "0417" in reply
    assert "1980" in reply


def proposed(script: Script) -> int:
    assert script.proposal is not None
    return script.proposal.amount_minor


everyone = pytest.mark.parametrize("phone", PHONES)
both = pytest.mark.parametrize("language", LANGUAGES)


@everyone
@both
def test_a_cooperative_borrower_promises_the_whole_sum_within_ten_days(language: str, phone: str) -> None:
    script = script_of(borrower("cooperative_full", language, phone))
    identified(script)
    reply = tell(script, "balance.state")
    assert reply is not None
    assert money(reply) == [124_050]
    assert script.proposal is not None
    assert 1 <= (script.proposal.first - TODAY).days <= 10
    assert tell(script, "plan.read_back", schedule=once(language, 124_050, script.proposal.first))
    assert script.state == "agreed"
    assert tell(script, "plan.recorded", schedule=once(language, 124_050, script.proposal.first))
    assert script.state == "has a plan"
    assert script.plan == once(language, 124_050, script.proposal.first)
    assert tell(script, "balance.state") is None


@everyone
@both
def test_instalments_are_proposed_within_means_and_confirmed(language: str, phone: str) -> None:
    script = script_of(borrower("instalment", language, phone))
    identified(script)
    reply = tell(script, "balance.state")
    assert reply is not None
    assert money(reply) == [proposed(script)]
    assert script.proposal is not None
    assert script.proposal.per is not None
    assert proposed(script) <= 10_000 * 52 / 12
    assert tell(script, "plan.read_back", schedule=instalments(language, proposed(script) // 100, 4))
    assert script.state == "agreed"


@both
def test_a_borrower_with_ample_means_pays_at_once(language: str) -> None:
    script = script_of(borrower("instalment", language, weekly=500_000))
    identified(script)
    tell(script, "balance.state")
    assert script.proposal is not None
    assert (script.proposal.amount_minor, script.proposal.per) == (124_050, None)


@both
@pytest.mark.parametrize(("first", "second", "answer"), [(400, 900, "1"), (900, 400, "2")])
def test_of_two_offers_the_bearable_one_is_chosen_by_its_number(
    first: int, second: int, answer: str, language: str
) -> None:
    script = script_of(borrower("haggler", language))
    identified(script)
    tell(script, "balance.state")
    figures = {"first": instalments(language, first, 4), "second": instalments(language, second, 4)}
    assert tell(script, "offer.two", **figures) == answer


@everyone
@both
def test_a_haggler_starts_low_and_takes_a_counter_within_means(language: str, phone: str) -> None:
    script = script_of(borrower("haggler", language, phone))
    identified(script)
    low = tell(script, "balance.state")
    assert low is not None
    assert money(low)[0] < 10_000 * 52 / 12 / 2
    assert tell(script, "offer.counter", schedule=instalments(language, 400, 4))
    assert script.state == "agreed"


@everyone
@both
def test_a_haggler_repeats_what_they_can_afford_and_then_asks_for_a_person(language: str, phone: str) -> None:
    script = script_of(borrower("haggler", language, phone))
    identified(script)
    tell(script, "balance.state")
    for _ in range(2):
        again = tell(script, "offer.counter", schedule=instalments(language, 900, 2))
        assert again is not None
        assert money(again) == [proposed(script)]
        assert script.state == "proposed"
    assert tell(script, "offer.counter", schedule=instalments(language, 900, 2))
    assert script.state == "wants a person"


@everyone
@both
def test_a_wrong_read_back_is_not_agreed_to(language: str, phone: str) -> None:
    script = script_of(borrower("cooperative_full", language, phone))
    identified(script)
    tell(script, "balance.state")
    reply = tell(script, "plan.read_back", schedule=once(language, 999_900, TODAY + timedelta(days=9)))
    assert reply is not None
    assert money(reply) == [124_050]


@everyone
@both
@pytest.mark.parametrize(
    ("persona", "answer", "state"),
    [
        ("hardship", "hardship.answer", "in hardship"),
        ("disputer", "dispute.answer", "disputes"),
        ("self_harm", "crisis.answer", "in crisis"),
        ("attorney", "special_status.answer", "has an attorney"),
        ("human_wanted", "human.answer", "waits for a person"),
    ],
)
def test_a_borrower_who_cannot_agree_says_why_and_falls_silent(
    persona: str, answer: str, state: str, language: str, phone: str
) -> None:
    script = script_of(borrower(persona, language, phone))
    tell(script, "outreach.neutral")
    tell(script, "identity.ask")
    if script.state == "identified":
        assert tell(script, "balance.state")
    tell(script, answer)
    assert script.state == state
    assert tell(script, "balance.again") is None


@everyone
@both
def test_a_wrong_number_never_says_who_they_are(language: str, phone: str) -> None:
    script = script_of(borrower("wrong_number", language, phone))
    replies = [tell(script, key) for key in ("outreach.neutral", "identity.ask", "identity.retry")]
    assert not any(reply and "0417" in reply for reply in replies)
    assert tell(script, "wrong_number.answer") is None


@everyone
@both
def test_a_stopper_stops_at_once_or_after_hearing_the_sum(language: str, phone: str) -> None:
    script = script_of(borrower("stopper", language, phone))
    for key in ("outreach.neutral", "identity.ask", "balance.state"):
        tell(script, key)
    assert script.state == "stopped"
    assert tell(script, "optout.confirmation") is None


@everyone
@both
def test_one_who_asks_about_robots_cooperates_after_the_answers(language: str, phone: str) -> None:
    script = script_of(borrower("asks_robot", language, phone))
    assert tell(script, "outreach.neutral")
    assert script.state == "asked whether it is a robot"
    assert tell(script, "robot.answer")
    assert script.state == "asked who it is"
    assert tell(script, "who.answer")
    assert script.state == "identified"
    assert tell(script, "balance.state")
    assert script.state == "proposed"


@everyone
@both
def test_a_vague_borrower_names_a_day_when_asked(language: str, phone: str) -> None:
    script = script_of(borrower("vague", language, phone))
    identified(script)
    tell(script, "balance.state")
    assert script.state == "vague"
    assert tell(script, "proposal.ask_date")
    amount = tell(script, "proposal.ask_amount")
    assert amount is not None
    assert money(amount) == [proposed(script)]
    assert script.state == "proposed"


@both
@pytest.mark.parametrize(
    "key", ["proposal.date_invalid", "proposal.date_ambiguous", "proposal.date_unresolved"]
)
def test_a_day_not_understood_is_written_in_full(language: str, key: str) -> None:
    script = script_of(borrower("vague", language))
    identified(script)
    tell(script, "balance.state")
    tell(script, "proposal.ask_date")
    reply = tell(script, key)
    assert reply is not None
    assert "2026" in reply


@both
def test_a_borrower_not_understood_speaks_more_plainly_then_asks_for_a_person(language: str) -> None:
    script = script_of(borrower("instalment", language))
    identified(script)
    tell(script, "balance.state")
    plain = tell(script, "scope.answer")
    assert plain is not None
    assert "2026" in plain
    tell(script, "scope.answer")
    tell(script, "scope.answer")
    assert script.state == "wants a person"


@both
def test_a_second_question_about_identity_is_answered_in_the_form_asked_for(language: str) -> None:
    script = script_of(borrower("instalment", language))
    identified(script)
    careful = "04/23/1980 0417" if language == "en" else "1980年4月23日 0417"
    assert [tell(script, "identity.retry") for _ in range(4)] == [careful] * 3 + [None]


@both
def test_silence_is_silence(language: str) -> None:
    script = script_of(borrower("silent", language))
    assert all(tell(script, key) is None for key in templates(language))


@given(
    persona=st.sampled_from(list(Persona)),
    language=st.sampled_from(LANGUAGES),
    phone=st.sampled_from(PHONES),
    keys=st.lists(st.sampled_from(sorted(templates("en"))), max_size=30),
)
def test_no_borrower_writes_more_than_eight_texts_and_the_same_words_get_the_same_answers(
    persona: Persona, language: str, phone: str, keys: list[str]
) -> None:
    one, other = (script_of(borrower(persona, language, phone)) for _ in range(2))
    answers = [tell(one, key) for key in keys]
    assert sum(answer is not None for answer in answers) <= LIMIT
    assert all(answer is None or answer.strip() for answer in answers)
    assert answers == [tell(other, key) for key in keys]


def test_every_persona_has_a_script_and_people_word_things_differently() -> None:
    assert set(SCRIPTS) == set(Persona)
    said = {
        tell(script_of(borrower("cooperative_full", "en", phone)), "outreach.neutral") for phone in PHONES
    }
    assert len(said) >= 5


@given(
    hour=st.integers(0, 24 * 14),
    phone=st.sampled_from(["+12125550123", "+14155550123", "+13125550123", "+18085550123", "+8613800000000"]),
    answers=st.integers(0, 5),
)
def test_nobody_answers_between_eleven_and_seven_at_home(hour: int, phone: str, answers: int) -> None:
    who = borrower("instalment", "en", phone)
    now = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=hour)  # over the change to summer time
    at = answer_at(Person(who, script_of(who), answers=answers), now)
    assert time(7) <= at.astimezone(who.zone).time() < time(23)
    assert timedelta(minutes=2) <= at - now <= timedelta(hours=11)


@given(answers=st.integers(0, 200))
def test_an_answer_in_the_middle_of_a_conversation_comes_sooner(answers: int) -> None:
    who = borrower("instalment", "en", reply_minutes=[60, 120])
    now = datetime(2026, 3, 2, 16, tzinfo=UTC)
    script = script_of(who)
    first = answer_at(Person(who, script, answers=answers), now) - now
    talking = Person(who, script, answers=answers, wrote_at=now - timedelta(minutes=30))
    idle = Person(who, script, answers=answers, wrote_at=now - timedelta(minutes=31))
    assert first == answer_at(idle, now) - now >= timedelta(hours=1)
    assert timedelta(seconds=30) <= answer_at(talking, now) - now <= first


def test_most_answers_in_a_conversation_come_within_six_minutes() -> None:
    who = borrower("instalment", "en", reply_minutes=[60, 120])
    now = datetime(2026, 3, 2, 16, tzinfo=UTC)
    people = [Person(who, script_of(who), answers=count, wrote_at=now) for count in range(200)]
    soon = sum(answer_at(person, now) - now <= timedelta(minutes=6) for person in people)
    assert 170 <= soon < 200


@pytest.mark.parametrize(
    ("payday", "named"), [(6, date(2026, 3, 6)), ("friday", date(2026, 3, 6)), (3, None), (20, None)]
)
def test_payday_is_a_favourite_day_when_it_is_near(payday: int | str, named: date | None) -> None:
    chosen = []
    for phone in PHONES:
        means = {"weekly_disposable_minor": 10_000, "currency": "USD", "payday": payday}
        script = script_of(borrower("cooperative_full", "en", phone, means=means))
        identified(script)
        tell(script, "balance.state")
        assert script.proposal is not None
        chosen.append(script.proposal.first)
    assert (sum(day == named for day in chosen) >= 5) is (named is not None)


def test_despair_keeps_no_hours() -> None:
    who = borrower("self_harm", "en")
    midnight = datetime(2026, 3, 3, 5, tzinfo=UTC)
    assert answer_at(Person(who, script_of(who)), midnight) - midnight <= timedelta(minutes=20)


def populated(live: Live, persona: str, language: str = "en", **more: Any) -> str:
    who = borrower(persona, language, **more)
    answer = live.http.post("/population", json=[who.model_dump(mode="json")])
    assert answer.json() == {"borrowers": 1}
    return who.phone


def text_out(live: Live, phone: str, text: str) -> None:
    live.sdk.messages.create(to=phone, from_="+15005550006", body=text)


def test_a_borrower_answers_the_product_after_thinking(live: Live, product: Product) -> None:
    phone = populated(live, "instalment")
    text_out(live, phone, say("outreach.neutral", "en"))
    live.http.post("/clock/advance", json={"seconds": 4})
    quiet = live.http.get("/quiet").json()
    assert quiet["borrowers_thinking"] == 1
    due = datetime.fromisoformat(quiet["next_event_at"])
    assert timedelta(minutes=2) <= due - live.world.clock.now <= timedelta(minutes=20)
    live.http.post("/clock/advance", json={"seconds": 1200, "settle": True})
    assert live.http.get("/quiet").json() == {
        "quiet": True,
        "pending_webhooks": 0,
        "pending_words": 0,
        "borrowers_thinking": 0,
        "next_event_at": None,
    }
    assert product.hooks[0].form["From"] == phone
    assert live.http.get("/population").json() == [
        {"phone": phone, "persona": "instalment", "state": "contacted", "plan": None, "scripted": True}
    ]


def test_two_texts_in_a_row_get_one_answer(live: Live, product: Product) -> None:
    phone = populated(live, "instalment")
    text_out(live, phone, say("outreach.neutral", "en"))
    text_out(live, phone, say("identity.ask", "en"))
    live.http.post("/clock/advance", json={"seconds": 3600, "settle": True})
    assert len(product.hooks) == 1
    assert "0417" in product.hooks[0].form["Body"]


def test_a_script_is_off_once_a_person_types_and_on_again_when_switched(live: Live, product: Product) -> None:
    phone = populated(live, "instalment")
    text_out(live, phone, say("outreach.neutral", "en"))
    live.http.post("/clock/advance", json={"seconds": 4})
    assert live.http.post(f"/phones/{phone}/send", json={"text": "It's me"}).status_code == 201
    live.http.post("/clock/advance", json={"seconds": 7200, "settle": True})
    assert [hook.form["Body"] for hook in product.hooks] == ["It's me"]
    assert live.http.post(f"/phones/{phone}/script", json={"on": True}).json()["scripted"] is True
    text_out(live, phone, say("identity.ask", "en"))
    live.http.post("/clock/advance", json={"seconds": 7200, "settle": True})
    assert len(product.hooks) == 2


def test_a_borrower_in_mainland_china_answers_through_the_lenders_gateway(
    live: Live, product: Product
) -> None:
    phone = populated(live, "instalment", "zh", phone="+8613800000000", carrier="lender_gateway")
    live.world.write(phone, "你好")
    settled(live.world)
    assert product.hooks[0].url.endswith("/lender-gateway/inbound")


def test_a_running_clock_plays_a_whole_evening_by_itself(live: Live, product: Product) -> None:
    phone = populated(live, "cooperative_full")
    live.http.post("/clock/rate", json={"rate": 100_000})
    text_out(live, phone, say("outreach.neutral", "en"))
    while not product.hooks:
        live.http.get("/quiet")
    times = [live.http.get("/clock").json()["now"] for _ in range(5)]
    assert all(earlier <= later for earlier, later in pairwise(times))
