"""Texts of hostile, hurried and plain borrowers that were not answered well before."""

from __future__ import annotations

import pytest

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import SpecialStatus
from arrears.domain.people import Channel, Language
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, keys, reasons, second_loan
from tests.builders.offers import CHINA, PROOF, PROPOSAL, on_the_table, verified
from tests.builders.several import statuses
from tools.rasa import ROOT


def test_the_other_one_is_the_other_loan_once_a_plan_stands(sqlite_store: Store) -> None:
    text = "and what about the other one"
    line = verified(sqlite_store, **{text: "confirm_plan"})
    second_loan(sqlite_store, line.borrower)
    line.says(PROPOSAL)
    line.says("yes")
    line.says(text)
    assert keys(line) == {"loans.other"}
    assert reasons(line) == ["other_loan"]


FOR_BOTH = "I can only do $200 a month in total for both of my loans"


@pytest.mark.parametrize(("loans", "said"), [(1, set()), (2, {"loans.shared"})])
@pytest.mark.parametrize("before_the_proof", [True, False])
def test_who_names_a_sum_for_both_loans_hears_that_a_person_looks_at_the_other(
    sqlite_store: Store, loans: int, said: set[str], before_the_proof: bool
) -> None:
    proof = PROOF[Language.EN]
    line = Line(sqlite_store, None, SAYINGS | {proof: "verify_identity", FOR_BOTH: "propose_instalment"})
    if loans > 1:
        second_loan(sqlite_store, line.borrower)
    line.write_first()
    for text in (FOR_BOTH, proof) if before_the_proof else (proof, FOR_BOTH):
        line.says(text)
    assert keys(line) - {"balance.stated"} == {"plan.read_back"} | said
    assert reasons(line) == (["other_loan"] if loans > 1 else [])


def before_the_proof(store: Store, text: str, label: str) -> Line:
    line = Line(store, CHINA, {PROOF[Language.ZH]: "verify_identity", text: label})
    line.write_first()
    line.says(text)
    line.says(PROOF[Language.ZH])
    return line


def test_a_renewal_asked_for_by_its_name_is_no_difficulty(sqlite_store: Store) -> None:
    line = before_the_proof(sqlite_store, "听说现在有无还本续贷政策，我这个能不能办", "request_hardship")
    assert "plan.referred_credit" in keys(line)
    assert statuses(line) == frozenset()


@pytest.mark.parametrize("label", ["request_hardship", "cannot_pay"])
def test_a_renewal_asked_for_out_of_want_is_difficulty_all_the_same(sqlite_store: Store, label: str) -> None:
    text = "资金太紧张了，能不能办无还本续贷" if label == "request_hardship" else "能不能办续贷"
    line = before_the_proof(sqlite_store, text, label)
    assert statuses(line) == {SpecialStatus.HARDSHIP}


def test_a_kind_of_plan_asked_for_before_the_proof_is_answered_after_it(sqlite_store: Store) -> None:
    line = before_the_proof(sqlite_store, "我们是做餐饮的，能按营业额的百分之十来还吗", "out_of_scope")
    assert keys(line) == {"balance.stated", "plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].takings_percent == 10


def test_a_question_about_paying_early_before_the_proof_asks_for_no_plan(sqlite_store: Store) -> None:
    line = before_the_proof(sqlite_store, "提前还清收费吗，能提前还吗", "ask_fees_interest")
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("text", "heard"),
    [("好", {"human.close"}), ("好的 那我等", {"meanwhile.thanks", "human.promised"})],
)
def test_who_takes_note_that_a_person_looks_at_it_is_not_asked_for_money(
    sqlite_store: Store, text: str, heard: set[str]
) -> None:
    wish = "听说有无还本续贷，能办吗"
    line = verified(sqlite_store, CHINA, **{wish: "request_extension", text: "affirm"})
    line.says(wish)
    assert keys(line) == {"plan.referred_credit"}
    line.says(text)
    assert keys(line) == heard


def test_what_can_i_do_about_this_brings_terms_in_mandarin_too(sqlite_store: Store) -> None:
    text = "我能干啥来解决这事"
    line = verified(sqlite_store, CHINA, **{text: "out_of_scope"})
    line.says(text)
    assert on_the_table(line) is not None


def test_a_month_that_is_only_feared_is_no_difficulty_of_today(sqlite_store: Store) -> None:
    text, real = "要是哪个月没生意还不上咋办", "要是哪个月还不上怎么办，我失业了"
    line = verified(sqlite_store, CHINA, **{text: "cannot_pay", real: "cannot_pay"})
    line.says(text)
    assert keys(line) == {"plan.missed"}
    assert statuses(line) == frozenset()
    line.says(real)
    assert statuses(line) == {SpecialStatus.HARDSHIP}


def test_every_text_of_a_plan_in_mandarin_begins_with_its_signature_and_names_a_person() -> None:
    templates = load_catalog(ROOT / "policy" / "messages").templates
    ours = [
        template.text
        for (language, key), template in templates.items()
        if language is Language.ZH and key.startswith("contact.") and template.channels == {Channel.SMS}
    ]
    assert ours
    for text in ours:
        assert text.startswith("【{lender}】")
        assert "转人工" in text


def test_a_yes_that_was_taken_for_a_farewell_is_one(sqlite_store: Store) -> None:
    terms, text = "每个月20号还1000", "行，就这样"
    line = verified(sqlite_store, CHINA, **{terms: "propose_instalment", text: "goodbye"})
    line.says(terms)
    line.says(text)
    assert "plan.recorded" in keys(line)
    assert on_the_table(line) is None


def test_nobody_is_pitied_who_asks_for_a_renewal_by_its_name(sqlite_store: Store) -> None:
    text = "听说现在有无还本续贷政策，我这个能不能办"
    line = Line(sqlite_store, CHINA, {text: "request_hardship"})
    line.write_first()
    line.says(text)
    assert keys(line) == {"identity.ask"}
