"""The interface's own words: the same keys in both languages, and every key that is asked for exists."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from arrears.dialogue.approving import OVERTAKEN
from arrears.dialogue.changing import CHANGE_FOR_A_PERSON
from arrears.dialogue.offering import HANDED_OVER, NO_OFFER
from arrears.domain.approvals import ApprovalState, Obstacle
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Verdict
from arrears.domain.contact_changes import ChangeOutcome, ContactKind, OldNumber
from arrears.domain.conversations import Speaker, Stage
from arrears.domain.intents import Intent
from arrears.domain.negotiation.offers import OfferBounds, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.outreach import ContactPurpose, OutreachState
from arrears.domain.people import Channel, Language
from arrears.domain.plans import PlanState
from arrears.domain.promises import PromiseOutcome
from arrears.domain.roles import Role
from arrears.services.decide_approval import UNDECIDED
from console.routes import approvals, contact_changes, corrections, take_over
from console.words import load_words

WORDS = load_words()
CONSOLE = Path(take_over.__file__).parents[1]


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_and_placeholders():
    english, chinese = WORDS[Language.EN].strings, WORDS[Language.ZH].strings
    assert english.keys() == chinese.keys()
    assert {key: fields(text) for key, text in english.items()} == {
        key: fields(text) for key, text in chinese.items()
    }


@pytest.mark.parametrize("language", Language)
def test_every_string_is_text(language):
    assert all(isinstance(text, str) and text.strip() for text in WORDS[language].strings.values())


def test_every_key_a_template_names_exists():
    asked = set()
    for template in (CONSOLE / "templates").glob("*.html"):
        asked |= set(re.findall(r'(?:\bt|row|figure)\("([a-z_.]+)"', template.read_text("utf-8")))
        asked |= set(re.findall(r"\bt\('([a-z_.]+)'", template.read_text("utf-8")))
    asked.discard("error.")  # completed by the name of the error
    assert len(asked) > 80
    assert asked <= WORDS[Language.EN].strings.keys()


def test_every_notice_and_error_exists():
    notices = re.findall(r'_back\(conversation_id, "(\w+)"', Path(take_over.__file__).read_text("utf-8"))
    notices += re.findall(
        r'"((?:approval|decided|not_the)_\w+)"', Path(approvals.__file__).read_text("utf-8")
    )
    notices += re.findall(r'"(correct\w+)"(?: if|, turn_id)', Path(corrections.__file__).read_text("utf-8"))
    notices += re.findall(r'"(contact_\w+)"', Path(contact_changes.__file__).read_text("utf-8"))
    outcomes = re.findall(r'return "(\w+)"', Path(take_over.__file__).read_text("utf-8"))
    errors = re.findall(r'_error_page\(request, \w+, "(\w+)"', (CONSOLE / "app.py").read_text("utf-8"))
    known = WORDS[Language.EN].strings.keys()
    assert notices
    assert outcomes
    assert errors
    assert {f"notice.{code}" for code in (*notices, *outcomes)} <= known
    assert {f"error.{code}.{part}" for code in errors for part in ("title", "help")} <= known


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("status", SpecialStatus),
        ("speaker", Speaker),
        ("stage", Stage),
        ("lang", Language),
        ("channel", Channel),
        ("purpose", ContactPurpose),
        ("state", OutreachState),
        ("verdict", Verdict),
        ("plan_state", PlanState),
        ("promise", PromiseOutcome),
        ("bounds", (*OfferBounds.__dataclass_fields__, "reasons")),
        ("terms", Reason),
        ("approval", ApprovalState),
        ("lapsed", (UNDECIDED, OVERTAKEN)),
        ("obstacle", Obstacle),
        ("plan_type", PlanType),
        ("role", Role),
        ("intent", Intent),
        ("contact_kind", ContactKind),
        ("old_number", OldNumber),
        ("contact_change", ChangeOutcome),
    ],
)
def test_every_code_has_a_name(kind, codes):
    assert {f"{kind}.{code}" for code in codes} <= WORDS[Language.EN].strings.keys()


def test_every_reason_that_a_person_is_called_for_has_a_name():
    said = set()
    for file in (CONSOLE.parent / "arrears").rglob("*.py"):
        text = file.read_text("utf-8")
        said |= set(
            re.findall(r'(?:hand_over\(\w+, |call_a_person\(\s*tx, desk, |_referred\w*\()"(\w+)"', text)
        )
    said |= {*HANDED_OVER.values(), NO_OFFER, CHANGE_FOR_A_PERSON}
    assert len(said) > 15
    assert {f"reason.{reason}" for reason in said} <= WORDS[Language.EN].strings.keys()


def test_a_code_without_a_name_is_shown_as_it_is():
    assert WORDS[Language.EN].label("intent", "brand_new") == "brand new"
