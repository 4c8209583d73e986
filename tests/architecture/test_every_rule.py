"""Every rule of the reference stands where the document says, with a test, or has a reason not to."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from arrears.adapters.policy_clocks import load_clocks
from arrears.adapters.policy_packs import load_packs
from tests.architecture.rule_ids import REFERENCE
from tests.architecture.sources import ROOT

ENGINE, TESTS = ROOT / "arrears/domain/compliance", ROOT / "tests/domain/compliance"
DOCUMENT = (ROOT / "docs/subsystems/compliance.md").read_text(encoding="utf-8")
RULES, NO_RULES = DOCUMENT.split("\n## Every rule\n")[1].split("\n## Not a rule of the engine\n")
ROW = re.compile(r"^\| ([A-Z][A-Z0-9-]+) \| ([^|]+) \| ([^|]+) \|(?: ([^|]+) \|)?$", re.MULTILINE)
OF_THE_ENGINE = frozenset({"P-NO-PACK", "P-ZONE-1", "P-NO-TIME", "P-NO-LEAVE"})


@cache
def rules_of_packs() -> frozenset[str]:
    """Every id under which a pack judges a contact or another step."""
    packs = load_packs(ROOT / "policy/packs").packs
    contact = {rule.id for pack in packs for rule in pack.rules.contact}
    return frozenset(contact | {rule.id for pack in packs for rule in pack.rules.acts})


@cache
def rules_of_clocks() -> frozenset[str]:
    """Every id that a clock names as its source."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ENGINE / "clocks").glob("*.py")]
    told = [
        ast.get_docstring(node) or ""
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
    ]
    return frozenset(rule for rule in REFERENCE if any(names(text, rule) for text in told))


def names(text: str, rule: str) -> bool:
    """Whether the id stands in the text, and not as a part of another one."""
    return re.search(rf"(?<![A-Z0-9-]){re.escape(rule)}(?![A-Z0-9-])", text) is not None


def spans(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


LISTED = {row[0]: row for row in ROW.findall(RULES)}
EXCUSED = {row[0]: row for row in ROW.findall(NO_RULES)}


def test_every_id_of_the_reference_is_a_rule_or_a_clock_or_has_a_reason() -> None:
    assert len(REFERENCE) == 146
    assert REFERENCE - rules_of_packs() - rules_of_clocks() - EXCUSED.keys() == set()


def test_only_ids_of_the_reference_are_excused_and_no_rule_of_a_pack_is() -> None:
    assert EXCUSED.keys() <= REFERENCE - rules_of_packs()


def test_the_document_lists_the_rules_of_the_packs_and_of_the_engine_and_no_others() -> None:
    assert LISTED.keys() == rules_of_packs() | OF_THE_ENGINE


def test_no_rule_is_listed_twice() -> None:
    assert len(ROW.findall(RULES)) == len(LISTED)


@pytest.mark.parametrize("rule", sorted(LISTED))
def test_a_rule_stands_where_the_document_says_and_is_asserted_there(rule: str) -> None:
    _, _, where, tests = LISTED[rule]
    modules = [(ENGINE / name).read_text(encoding="utf-8") for name in spans(where)]
    assert any(names(text, rule) for text in modules), where
    asserted = [(TESTS / name).read_text(encoding="utf-8") for name in spans(tests)]
    assert asserted
    assert all(names(text, rule) for text in asserted), tests


@pytest.mark.parametrize("rule", sorted(EXCUSED))
def test_what_is_named_beside_a_reason_exists(rule: str) -> None:
    _, why, where, _ = EXCUSED[rule]
    assert why.strip()
    assert [path for path in spans(where) if not (ROOT / path).is_file()] == []


SHARED = (
    ("us_federal", "validation_notice_days", "validation.notice_days"),
    ("us_federal", "furnish_wait_days", "reporting.furnish_wait_days"),
    ("us_federal", "postdated_days_without_notice", "payments.postdated_days_without_notice"),
    ("us_federal", "deposit_notice_business_days_min", "payments.deposit_notice_business_days_min"),
    ("us_federal", "deposit_notice_business_days_max", "payments.deposit_notice_business_days_max"),
    ("us_federal", "varying_amount_notice_days", "payments.varying_amount_notice_days"),
    ("us_federal", "text_fresh_days", "texts.fresh_days"),
    ("us_federal", "email_opt_out_days_min", "emails.opt_out_days_min"),
    ("us_federal", "callback_days", "consents.callback_days"),
    ("us_federal", "evidence_years", "retention.evidence_years"),
    ("us_ma", "work_request_days", "consents.work_request_days"),
    ("us_ma", "work_request_confirm_days", "consents.work_request_confirm_days"),
    ("us_ma", "validation_business_days", "validation.massachusetts_notice_business_days"),
    ("uk", "plan_days", "pauses.uk_plan_days"),
    ("uk", "plan_extension_days", "pauses.uk_plan_extension_days"),
    ("status", "attorney_silent_days", "pauses.attorney_silent_days"),
)


@pytest.mark.parametrize(("pack", "number", "clock"), SHARED)
def test_a_number_of_a_pack_and_of_a_clock_is_the_same(pack: str, number: str, clock: str) -> None:
    part, name = clock.split(".")
    expected = getattr(getattr(load_clocks(ROOT / "policy/clocks.yml"), part), name)
    versions = [each for each in load_packs(ROOT / "policy/packs").packs if each.id == pack]
    assert {getattr(each.numbers, number) for each in versions} == {expected}
