"""Every intent has exactly one action at every stage, so that silence is impossible."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.domain.intents import COMMITTING, Intent

BOT = Path(__file__).parents[2] / "bot"
STAGES = ("unverified", "verified", "read_back", "closed")

ANY_STAGE = {
    "stop_texts": "action_stop_texts",
    "cease_contact": "action_cease_contact",
    "self_harm": "action_crisis",
    "attorney_represented": "action_special_status",
    "bankruptcy": "action_special_status",
    "deceased": "action_special_status",
    "military": "action_special_status",
    "wrong_number": "action_wrong_number",
    "third_party": "action_third_party",
    "third_party_inquiry": "action_third_party",
    "dispute": "action_dispute",
    "already_paid": "action_dispute",
    "request_validation": "action_dispute",
    "complaint_regulator": "action_complaint",
    "request_human": "action_request_human",
    "inconvenient": "action_inconvenient",
    "language_switch": "action_switch_language",
    "ask_who_are_you": "action_who_we_are",
    "ask_are_you_human": "action_are_you_human",
    "refuse_to_pay": "action_refusal",
    "verify_identity": "action_verify_identity",
    "out_of_scope": "action_out_of_scope",
    "refuse_verification": "action_accept_silence",
    "ask_credit_reporting": "action_inform",
    "ask_legal_consequences": "action_inform",
    "payment_failed": "action_refer",
    "request_written": "action_refer",
    "request_receipt": "action_refer",
    "request_callback": "action_refer",
    "change_contact": "action_refer",
    "cancel_plan": "action_cancel_plan",
    "abusive": "action_calm",
    "greet": "action_courtesy",
    "thanks": "action_courtesy",
    "goodbye": "action_courtesy",
    "repeat_clarify": "action_say_again",
}
# By stage, in the order of STAGES: everything that may name a debt waits for the identity question.
BY_STAGE = {
    "ask_balance": ("action_ask_identity", *["action_state_balance"] * 3),
    "ask_fees_interest": ("action_ask_identity", *["action_inform"] * 3),
    "ask_payoff": ("action_ask_identity", *["action_inform"] * 3),
    "ask_payment_methods": ("action_ask_identity", *["action_inform"] * 3),
    "pay_now": ("action_ask_identity", *["action_inform"] * 3),
    "promise_to_pay": ("action_ask_identity", *["action_take_proposal"] * 3),
    "propose_instalment": ("action_ask_identity", *["action_take_proposal"] * 3),
    "partial_payment": ("action_ask_identity", *["action_take_proposal"] * 3),
    "request_extension": ("action_ask_identity", *["action_take_proposal"] * 3),
    "vague_promise": ("action_ask_identity", *["action_ask_for_date"] * 3),
    "request_settlement": ("action_ask_identity", *["action_refer"] * 3),
    "change_due_date": ("action_ask_identity", *["action_refer"] * 3),
    "cannot_pay": ("action_ask_identity", *["action_hardship"] * 3),
    "request_hardship": ("action_ask_identity", *["action_hardship"] * 3),
    "confirm_plan": (
        "action_ask_identity",
        "action_next_question",
        "action_record_plan",
        "action_next_question",
    ),
    "affirm": ("action_ask_identity", "action_next_question", "action_record_plan", "action_next_question"),
    "deny": ("action_ask_identity", "action_next_question", "action_decline_plan", "action_next_question"),
}


def _domain() -> dict[str, object]:
    return yaml.safe_load((BOT / "domain" / "domain.yml").read_text(encoding="utf-8"))


def _answers() -> dict[tuple[str, str], list[str]]:
    answers: dict[tuple[str, str], list[str]] = {}
    for file in sorted((BOT / "rules").glob("*.yml")):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            intent, *actions = rule["steps"]
            condition = rule.get("condition")
            stages = [condition[0]["slot_was_set"][0]["stage"]] if condition else STAGES
            for stage in stages:
                answers.setdefault((intent["intent"], stage), []).extend(a["action"] for a in actions)
    return answers


@pytest.mark.parametrize("stage", STAGES)
def test_every_intent_has_its_one_action_at_every_stage(stage: str) -> None:
    expected = {(intent, stage): [action] for intent, action in ANY_STAGE.items()}
    expected |= {(intent, stage): [actions[STAGES.index(stage)]] for intent, actions in BY_STAGE.items()}
    assert {key: value for key, value in _answers().items() if key[1] == stage} == expected


def test_the_domain_has_the_intents_of_the_contract_and_no_others() -> None:
    assert sorted(_domain()["intents"]) == sorted([*ANY_STAGE, *BY_STAGE]) == sorted(Intent)


def test_only_a_yes_to_a_read_back_reaches_the_action_that_records() -> None:
    recording = {key for key, actions in _answers().items() if "action_record_plan" in actions}
    assert recording == {(intent, "read_back") for intent in COMMITTING}


def test_the_domain_has_the_actions_of_the_contract_and_no_others() -> None:
    expected = set(ANY_STAGE.values()) | {action for actions in BY_STAGE.values() for action in actions}
    assert sorted(_domain()["actions"]) == sorted(expected)


def test_no_reply_and_no_form_lives_in_the_domain() -> None:
    assert not {"responses", "forms", "e2e_actions"} & _domain().keys()


def test_the_stage_comes_from_the_message_and_steers_the_policies() -> None:
    stage = _domain()["slots"]["stage"]
    assert stage["values"] == list(STAGES)
    assert stage["influence_conversation"] is True
    assert stage["mappings"] == [{"type": "from_entity", "entity": "stage"}]


def test_what_no_rule_foresees_is_asked_again() -> None:
    config = yaml.safe_load((BOT.parent / "config.yml").read_text(encoding="utf-8"))
    assert [p["name"] for p in config["policies"]] == ["RulePolicy"]
    assert config["policies"][0]["core_fallback_action_name"] == "action_out_of_scope"
    assert config["assistant_id"] == "arrears"


def test_only_our_channel_is_open() -> None:
    credentials = yaml.safe_load((BOT / "credentials.yml").read_text(encoding="utf-8"))
    assert list(credentials) == ["components.channel.ArrearsInput"]
