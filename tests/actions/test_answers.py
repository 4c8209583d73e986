"""Actions are thin: they read the turn, call one service, and utter what it answers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml
from cryptography.fernet import Fernet
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions import answers, statuses
from actions.base import Answering, desk
from actions.slots import TrackedTurn, turn_from
from arrears.bootstrap import store_of
from arrears.dialogue.answering import kept_answer
from arrears.domain.doubts import Label
from arrears.domain.intents import Heard, Intent
from arrears.services.open_turn import open_turn
from arrears.settings import load_settings
from arrears.store import Store
from arrears.store.tables import metadata
from tests.builders.line import Line
from tests.builders.store import ROOT
from tests.fakes.ports import rules

LONGEST = 30
"""Lines an action may have."""

DOMAIN = yaml.safe_load((ROOT / "bot" / "domain" / "domain.yml").read_text(encoding="utf-8"))
ACTIONS = {action.action: action for action in Answering.__subclasses__()}


def a_tracker(
    message_id: str = "msg-1", intent: str = "affirm", confidence: object = 0.9, **more: object
) -> Tracker:
    latest = more | {
        "text": "yes",
        "intent": {"name": intent, "confidence": confidence},
        "metadata": {"message_id": message_id},
    }
    return Tracker("sender", {}, latest, [], False, None, {}, "action_listen")


def trees() -> list[ast.Module]:
    return [ast.parse(Path(each.__file__).read_text(encoding="utf-8")) for each in (answers, statuses)]


def test_every_action_of_the_domain_has_a_class_and_every_class_an_action() -> None:
    assert set(ACTIONS) == set(DOMAIN["actions"])
    assert len(ACTIONS) == len(Answering.__subclasses__())


def test_the_action_server_registers_them_all() -> None:
    executor = ActionExecutor()
    for package in ("actions.answers", "actions.statuses"):
        executor.register_package(package)
    assert {name for name in executor.actions if name.startswith("action_")} >= set(ACTIONS)


def test_every_rule_ends_in_an_action_of_the_domain_and_every_intent_has_a_rule() -> None:
    steps = [
        step
        for path in sorted((ROOT / "bot" / "rules").glob("*.yml"))
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
        for step in rule["steps"]
    ]
    assert {step["action"] for step in steps if "action" in step} == set(ACTIONS)
    assert {step["intent"] for step in steps if "intent" in step} == set(DOMAIN["intents"])


def test_an_action_is_no_longer_than_thirty_lines() -> None:
    classes = [node for tree in trees() for node in tree.body if isinstance(node, ast.ClassDef)]
    assert len(classes) == len(ACTIONS)
    too_long = [node.name for node in classes if node.end_lineno - node.lineno + 1 > LONGEST]
    assert too_long == []


def test_an_action_makes_one_service_call() -> None:
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                calls = [call for call in ast.walk(node) if isinstance(call, ast.Call)]
                assert len(calls) == 1, node.name


def test_the_turn_is_read_from_the_tracker() -> None:
    turn = turn_from(a_tracker("msg-7", "deny", "0.25"))
    assert turn == TrackedTurn("msg-7", Label(Intent.DENY, 0.25))


def test_the_other_intents_of_the_turn_are_read_in_their_order() -> None:
    names = ("thanks", "affirm", "ask_balance", "brand_new")
    intents = [{"name": name, "confidence": 0.8} for name in names]
    turn = turn_from(a_tracker(intents=intents))
    assert [each.intent for each in turn.others] == ["thanks", "ask_balance", "out_of_scope"]
    assert turn.heard == Heard(
        "msg-1", Intent.AFFIRM, 0.9, (Intent.THANKS, Intent.ASK_BALANCE, Intent.OUT_OF_SCOPE)
    )


@pytest.mark.parametrize("more", [{}, {"intents": None}, {"intents": []}])
def test_a_bot_that_reads_one_intent_names_no_others(more: dict[str, object]) -> None:
    assert turn_from(a_tracker(**more)).others == ()


def test_a_message_that_came_by_another_channel_is_refused() -> None:
    tracker = a_tracker()
    tracker.latest_message["metadata"] = {}
    with pytest.raises(KeyError):
        turn_from(tracker)


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_answers_a_stranger_without_a_figure_or_a_debt_word(
    sqlite_store: Store, name: str
) -> None:
    """What each rule says to someone who is not verified; silence is impossible."""
    line = Line(sqlite_store, sayings={})
    message_id = line.arrives("hello")
    line.dialogue.asked.clear()
    assert open_turn(line.desk, message_id) is not None
    intent = next(intent for (intent, _), action in rules().items() if action == name)
    answer = ACTIONS[name]().answer(line.desk, TrackedTurn(message_id, Label(Intent(intent), 0.9)))
    assert answer.said
    assert not any(said.speaks_of_debt for said in answer.said)
    assert "$" not in " ".join(said.text for said in answer.said)


def test_what_the_service_says_is_uttered_and_no_slot_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cipher_key: str
) -> None:
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/a.db",
        "DATA_KEYS": cipher_key,
        "INDEX_KEY": "index",
        "BOT_TOKEN": "t",
        "LINK_KEY": "l",
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "t",
        "TWILIO_FROM": "+12125550100",
        "LENDER_GATEWAY_SECRET": "s",
        "POLICY_DIR": str(ROOT / "policy"),
    }
    for name, value in environment.items():
        monkeypatch.setenv(f"ARREARS_{name}", value)
    store = store_of(load_settings())
    metadata.create_all(store.engine)
    line = Line(store, sayings={})
    message_id = line.arrives("who is this")
    assert open_turn(line.desk, message_id) is not None
    desk.cache_clear()
    dispatcher = CollectingDispatcher()
    assert answers.WhoWeAre().run(dispatcher, a_tracker(message_id), {}) == []
    desk().store.engine.dispose()
    desk.cache_clear()
    store.engine.dispose()
    assert [message["text"] for message in dispatcher.messages] == [
        said.text for said in kept_answer(line.desk, message_id).said
    ]


@pytest.fixture
def cipher_key() -> str:
    return Fernet.generate_key().decode()
