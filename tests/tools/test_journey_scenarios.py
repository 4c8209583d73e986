"""Scenario files: what is assumed, what may be written how, and what is said of mistakes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.journey.__main__ import example
from tools.journey.accounts import write_portfolio
from tools.journey.parsing import BadScenarioError, read_scenarios
from tools.journey.policies import merged, policy_folder
from tools.journey.questions import ASKED_BY, asked, is_answer
from tools.journey.scenario import QUESTIONS, Act, Scenario
from tools.rasa import ROOT


def read(written: str | dict[str, Any] | list[Any], folder: Path = ROOT) -> Scenario:
    text = written if isinstance(written, str) else json.dumps(written)
    (scenario,) = read_scenarios("a.yml", text, folder)
    return scenario


def faults(written: str) -> list[str]:
    with pytest.raises(BadScenarioError) as raised:
        read(written)
    return raised.value.faults


def test_the_example_of_the_guide_can_be_played() -> None:
    scenario = read(example())
    assert (scenario.account.name, scenario.account.loans[0].last4) == ("Dana Fox", "0042")
    assert scenario.now == datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
    assert [act.supervisor for act in scenario.acts][-3:] == ["claim", "say", "release"]
    assert scenario.expect == {"plan": True}


def test_turns_alone_make_a_scenario() -> None:
    scenario = read("turns: [hello]")
    assert (scenario.channel, scenario.opening, scenario.name) == ("sms", "borrower", "a")
    assert scenario.account.sms_consent
    assert scenario.account.loans[0].due_on == date(2026, 2, 1)
    assert scenario.answers == {"identity": "April 17, 1985, 4421"}


def test_mainland_china_is_spoken_to_in_mandarin_and_owes_in_its_currency() -> None:
    account = read({"account": {"country": "CN"}, "turns": ["你好"]}).account
    assert (account.language, account.loans[0].currency, account.zone) == ("zh", "CNY", "Asia/Shanghai")
    assert account.identity == "1985年4月17日，4421"
    assert account.phone.startswith("+86")


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-03-02T15:00:00Z", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02T10:00:00-05:00", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02 10:00", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-07-02", datetime(2026, 7, 2, 14, tzinfo=UTC)),
    ],
)
def test_an_instant_without_a_zone_is_on_the_borrowers_clock(written: str, at: datetime) -> None:
    assert read({"now": written, "turns": ["hi"]}).now == at


def test_the_clock_is_that_of_the_state() -> None:
    scenario = read({"now": "2026-03-02T10:00", "account": {"region": "TX"}, "turns": ["hi"]})
    assert scenario.now == datetime(2026, 3, 2, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("balance", "parts"),
    [
        ("1200", ("1200", "0", "0")),
        ("$1,200.50", ("1200.50", "0", "0")),
        ({"principal": 1000, "interest": "20.5", "fees": 30}, ("1000", "20.5", "30")),
        ({"total": 1000, "fees": 30}, ("970", "0", "30")),
    ],
)
def test_a_balance_is_one_amount_or_its_parts(balance: Any, parts: tuple[str, ...]) -> None:
    (loan,) = read({"account": {"balance": balance}, "turns": ["hi"]}).account.loans
    assert (loan.principal, loan.interest, loan.fees) == tuple(map(Decimal, parts))


def test_digits_and_words_stay_as_they_were_written() -> None:
    scenario = read("account: {last4: 0042}\nturns:\n  - yes\n  - 150\n")
    assert scenario.account.loans[0].last4 == "0042"
    assert [act.text for act in scenario.acts] == ["yes", "150"]


@pytest.mark.parametrize(
    ("turn", "act"),
    [
        ("hi", Act(text="hi")),
        ({"text": "hi", "after": "1d 12h"}, Act(text="hi", after=timedelta(hours=36))),
        ({"text": "hi", "channel": "chat"}, Act(text="hi", channel="web")),
        ({"pay": 150, "on": "2026-03-13"}, Act(pay=Decimal(150), pay_on=date(2026, 3, 13))),
        ({"bounce": "last"}, Act(bounce=True)),
        ({"wait": "10d"}, Act(wait=timedelta(days=10))),
        ({"wait": "2026-04-01"}, Act(wait_until=date(2026, 4, 1))),
        ({"supervisor": "claim"}, Act(supervisor="claim")),
        ({"supervisor": {"say": "hello"}}, Act(supervisor="say", words="hello")),
        ({"supervisor": {"approve": True}}, Act(supervisor="approve")),
        ({"supervisor": {"decline": "too long"}}, Act(supervisor="decline", words="too long")),
    ],
)
def test_a_turn(turn: Any, act: Act) -> None:
    assert read({"turns": [turn]}).acts == (act,)


def test_further_loans_are_of_the_same_person() -> None:
    account = read(
        {
            "account": {"balance": 500, "last4": "1111", "loans": [{"balance": 700, "dpd": 60}]},
            "turns": ["hi"],
        }
    ).account
    assert [(loan.reference, loan.principal) for loan in account.loans] == [
        ("JOURNEY-1", 500),
        ("JOURNEY-2", 700),
    ]
    assert account.loans[1].last4 == "1111"


def test_the_identity_answer_can_be_taken_away() -> None:
    assert read("turns: [hi]\nanswers: {identity: null, 'yes': ok}").answers == {"yes_no": "ok"}


def test_a_file_may_hold_several_scenarios() -> None:
    found = read_scenarios("a.json", json.dumps([{"turns": ["a"]}, {"turns": ["b"], "name": "second"}]), ROOT)
    assert [scenario.name for scenario in found] == ["a-1", "second"]


@pytest.mark.parametrize(
    ("written", "where", "remedy"),
    [
        ("turns: [hi]\nacount: {}", "a.yml:2: acount:", "did you mean account?"),
        ("turns: [hi]\naccount:\n  ballance: 3", "a.yml:3: account.ballance:", "did you mean balance?"),
        ("turns: [hi]\naccount: {last4: 12}", "account.last4:", "four digits"),
        ("turns: [hi]\naccount: {phone: 5}", "account.phone:", "country code"),
        ("turns: [hi]\naccount: {country: AU}", "account.phone:", "needed for this country"),
        ("turns: [hi]\naccount: {born: May 1}", "account.born:", "such as 2026-03-02"),
        ("turns: [hi]\naccount: {balance: {principal: 0}}", "account.balance:", "more than zero"),
        ("turns: [hi]\nchannel: fax", "a.yml:2: channel:", "one of sms, web, voice"),
        ("turns: [hi]\nnow: yesterday", "now:", "an instant such as"),
        ("turns: []", "turns:", "a list of what the borrower says"),
        ("account: {}", "turns:", "a list of what the borrower says"),
        ("turns:\n  - {tex: hi}", "a.yml:2: turns[1]:", "one of text, pay, bounce, wait or supervisor"),
        ("turns:\n  - {text: hi, after: soon}", "turns[1].after:", "a span such as"),
        ("turns:\n  - {text: hi, wait: 2d}", "turns[1]:", "two turns"),
        ("turns:\n  - {pay: much}", "turns[1].pay:", "an amount such as"),
        ("turns:\n  - {supervisor: dance}", "turns[1].supervisor:", "one of claim, say"),
        ("turns:\n  - {supervisor: say}", "turns[1].supervisor:", "what the supervisor says"),
        ("turns: [{press: abc}]\nchannel: voice", "turns[1].press:", 'such as "0"'),
        ("turns: [{press: '0'}]", "turns[1]:", "nobody is on the phone"),
        ("turns: [{say: hi, channel: voice}]", "turns[1]:", "nobody is on the phone"),
        ("turns: [{interrupt: ''}]\nchannel: voice", "turns[1].interrupt:", "what is said into"),
        ("turns: [{interrupt: hi, after: 2h}]\nchannel: voice", "turns[1].after:", "how many characters"),
        ("turns: [{silence: long}]\nchannel: voice", "turns[1].silence:", "such as 20s"),
        ("turns: [{silence: 121s}]\nchannel: voice", "turns[1].silence:", "two minutes at most"),
        ("turns: [{drop: no}]\nchannel: voice", "turns[1].drop:", "write true"),
        ("turns: [{hang_up: no}]\nchannel: voice", "turns[1].hang_up:", "write true"),
        ("turns: [{answered_by: cat}]\nchannel: voice", "turns[1].answered_by:", "one of human"),
        ("turns: [{call: inbound, from: '555'}]", "turns[1].from:", "country code"),
        ("turns: [{call: outbound, from: '+12125550196'}]", "turns[1].from:", "leave it out"),
        ("turns: [{press: '0', drop: true}]\nchannel: voice", "turns[1]:", "two turns"),
        ("turns: [hi]\ncall: inbound", "a.yml:2: call:", "only with channel: voice"),
        ("turns: [hi]\nchannel: voice\nopening: lender", "a.yml:3: opening:", "call: outbound"),
        ("turns: [hi]\nchannel: voice\naccount: {country: CN}", "a.yml:2: channel:", "call: inbound"),
        ("turns: [hi]\nanswers: {colour: red}", "answers.colour:", "there are identity, last4, amount"),
        ("turns: [hi]\npolicy: {nothing: a.yml}", "policy.nothing:", "no such policy file"),
        ("turns: [hi]\npolicy: nowhere", "policy:", "no such folder"),
        ("turns: [hi", "a.yml: scenario:", "neither YAML nor JSON"),
        ("just words", "scenario:", "a mapping with account and turns"),
        ("[]", "scenario:", "write at least one"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(written: str, where: str, remedy: str) -> None:
    assert [fault for fault in faults(written) if where in fault and remedy in fault], faults(written)


def test_all_mistakes_are_named_at_once() -> None:
    assert len(faults("turns: [{pay: x}, {wait: y}]\nchannel: z\nbogus: 1")) == 4


def test_a_document_in_json_with_tabs_has_lines_too() -> None:
    assert faults('{\n\t"turns": ["hi"],\n\t"channel": "fax"\n}')[0].startswith("a.yml:3: channel:")


def test_the_portfolio_file_has_every_column_of_the_projects_format(tmp_path: Path) -> None:
    write_portfolio(tmp_path / "p.csv", read("turns: [hi]").account, date(2026, 3, 2))
    columns = (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    sample = (ROOT / "policy" / "sample" / "portfolio.csv").read_text(encoding="utf-8").splitlines()[0]
    assert set(sample.split(",")) <= set(columns)


def test_content_replaces_what_it_names_and_leaves_the_rest() -> None:
    base = {"a": {"b": 1, "c": 2}, "rows": [{"name": "x", "n": 1}, {"name": "y", "n": 2}], "days": [1, 2]}
    change = {"a": {"b": 3}, "rows": {"y": {"n": 5}, "z": {"n": 6}}, "days": [3]}
    assert merged(base, change) == {
        "a": {"b": 3, "c": 2},
        "rows": [{"name": "x", "n": 1}, {"name": "y", "n": 5}, {"name": "z", "n": 6}],
        "days": [3],
    }


def test_a_changed_policy_is_a_folder_of_its_own(tmp_path: Path) -> None:
    assert policy_folder(read("turns: [hi]"), tmp_path / "none") == ROOT / "policy"
    changed = read(
        "turns: [hi]\npolicy: {authority: {rows: {usd-consumer-small: {min_instalment: '10.00'}}}}"
    )
    folder = policy_folder(changed, tmp_path / "policy")
    rows = yaml.safe_load((folder / "authority.yml").read_text(encoding="utf-8"))["rows"]
    assert (rows[0]["name"], rows[0]["min_instalment"]) == ("usd-consumer-small", "10.00")
    assert (folder / "messages" / "en.yml").is_file()


def test_nobody_is_held_out_where_the_lender_speaks_first(tmp_path: Path) -> None:
    folder = policy_folder(read("turns: [hi]\nopening: lender"), tmp_path / "policy")
    strategies = yaml.safe_load((folder / "strategies.yml").read_text(encoding="utf-8"))
    assert strategies["holdout"]["share_bps"] == 0
    assert strategies["holdout"]["seed"]


def test_every_message_that_asks_is_one_of_the_catalogue() -> None:
    words = yaml.safe_load((ROOT / "policy" / "messages" / "en.yml").read_text(encoding="utf-8"))
    known = {key for part in words.values() if isinstance(part, dict) for key in part}
    assert set(ASKED_BY) <= known
    assert set(ASKED_BY.values()) <= set(QUESTIONS)


def test_the_last_question_of_a_reply_is_the_one_that_is_asked() -> None:
    assert asked(["hardship.answer", "relief.ask"]) == "amount"
    assert asked(["plan.recorded"]) is None


@pytest.mark.parametrize(
    ("question", "text", "intents", "answers"),
    [
        ("identity", "May 1, 1980, 0042", ["verify_identity"], True),
        ("identity", "0042", ["out_of_scope"], True),
        ("identity", "why should I tell you", ["refuse_verification"], True),
        ("identity", "I can pay 100 a month", ["propose_instalment"], False),
        ("identity", "what do I owe", ["ask_balance"], False),
        ("amount", "150", ["out_of_scope"], True),
        ("amount", "I lost my job", ["cannot_pay"], True),
        ("amount", "what are the fees for", ["ask_fees_interest"], False),
        ("date", "下周五", ["out_of_scope"], True),
        ("date", "why", ["out_of_scope"], False),
        ("yes_no", "好的", ["affirm"], True),
        ("yes_no", "make it 90", ["propose_instalment"], True),
        ("yes_no", "what do I owe", ["ask_balance"], False),
        ("choice", "the first", ["out_of_scope"], True),
        ("choice", "thanks", ["thanks"], False),
        ("yes_no", "stop texting me", ["stop_texts"], True),
    ],
)
def test_what_is_an_answer(question: str, text: str, intents: list[str], answers: bool) -> None:
    assert is_answer(question, text, intents, "0042") is answers


def test_on_the_phone_the_lender_calls_whoever_has_agreed_to_it() -> None:
    scenario = read("turns: [hello]\nchannel: voice")
    assert (scenario.call, scenario.opening, scenario.first_outcome) == ("outbound", "lender", "by_hand")
    assert (scenario.account.sms_consent, scenario.account.voice_consent) == (True, True)
    assert scenario.answers == {"identity": "April 17, 1985", "last4": "4421"}
    inbound = read("turns: [hello]\nchannel: voice\ncall: inbound\nanswers: {identity: null}")
    assert (inbound.call, inbound.opening, inbound.answers) == ("inbound", "borrower", {})
    assert not read("turns: [hello]").account.voice_consent


@pytest.mark.parametrize(
    ("consents", "agreed"),
    [
        ("yes", (True, True)),
        ("no", (False, False)),
        ("[sms]", (True, False)),
        ("[voice]", (False, True)),
        ("{sms: no}", (False, True)),
        ("{voice: no}", (False, False)),
        ("{sms: yes, voice: no}", (True, False)),
        ("null", (False, False)),
    ],
)
def test_consents_to_texts_and_to_calls(consents: str, agreed: tuple[bool, bool]) -> None:
    account = read(f"turns: [hi]\nchannel: voice\naccount: {{consents: {consents}}}").account
    assert (account.sms_consent, account.voice_consent) == agreed


def test_what_is_done_on_a_call() -> None:
    written = """
channel: voice
turns:
  - {answered_by: machine}
  - {answered_by: human}
  - {press: "4421#"}
  - {interrupt: stop, after: 40}
  - {interrupt: stop}
  - {silence: 120s}
  - {drop: true}
  - {hang_up: true}
  - {call: inbound, from: "+1 212 555 0196"}
"""
    scenario = read(written)
    assert scenario.first_outcome == "machine_end_beep"
    assert scenario.acts == (
        Act(answered_by="machine_end_beep"),
        Act(call="outbound"),
        Act(press="4421#"),
        Act(interrupt="stop", after_chars=40),
        Act(interrupt="stop", after_chars=20),
        Act(silence=timedelta(minutes=2)),
        Act(drop=True),
        Act(hang_up=True),
        Act(call="inbound", caller="+12125550196"),
    )


def test_in_a_scenario_of_texts_somebody_can_telephone() -> None:
    scenario = read("turns: [hi, {call: inbound}, {say: hello, channel: voice}, {hang_up: true}]")
    assert [act.channel for act in scenario.acts] == [None, None, "voice", None]
