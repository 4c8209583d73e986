"""Who asks whether somebody else owes the loan too, and who speaks of other people otherwise."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.other_debtors import asks_who_else_owes


@pytest.mark.parametrize(
    "text",
    [
        "my old partner chip left in october, half of this should really be his. do you go after him too?",
        "my business partner walked out on me, are you going to chase him too",
        "is my cosigner responsible too?",
        "does my guarantor have to pay",
        "my co-signer moved away, is he still responsible",
        "who else is on the loan",
        "do you also go after my co-owner?",
        "am i the only one on the hook for this",
        "my ex should be paying his half",
        "我以前的合伙人去年10月走了 这钱一半应该算他的 你们会去找他吗",
        "担保人要不要也还",
        "你们会不会找我的担保人",
        "这笔钱我前妻也有一半 你们怎么不去找她",
        "除了我还有谁要还",
        "合伙人那一份怎么办 他的那一半应该他还",
        "就我一个人还吗",
    ],
)
def test_a_partner_or_guarantor_who_may_owe_it_too_is_asked_about(text: str) -> None:
    assert asks_who_else_owes(text)


@pytest.mark.parametrize(
    "text",
    [
        "my partner died in october, half of this should be his",
        "will you tell my boss",
        "i opened her mail by mistake, how much is she on the hook for",
        "do you go after my wife",
        "half of it on friday",
        "half of this friday and his friday",
        "my partner left me and i cant pay",
        "can my partner pay it for me",
        "we owe half to the bank",
        "我老公去世了",
        "我老公走了",
        "他走了 你们去找他要吧",
        "我合伙人走了",
        "你们会不会找我老婆",
        "一半下周还",
        "合伙人会替我还",
        "他说他的那一半他会还",
    ],
)
def test_a_death_a_halved_sum_and_people_who_owe_nothing_are_something_else(text: str) -> None:
    assert not asks_who_else_owes(text)
