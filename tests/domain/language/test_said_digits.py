"""Numbers that are spoken digit by digit, and people, places and numbers as Taiwan writes them."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.people.said_digits import in_figures
from arrears.domain.language.script.fold import fold
from tests.domain.language.turns import values

CALL, NUMBER, DISPUTE = Intent.REQUEST_CALLBACK, Intent.CHANGE_CONTACT, Intent.DISPUTE
VERIFY, LAWYER, PROMISE = Intent.VERIFY_IDENTITY, Intent.ATTORNEY_REPRESENTED, Intent.PROMISE_TO_PAY
BANKRUPT, REASON = Intent.BANKRUPTCY, Intent.CANNOT_PAY


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("four oh nine", "409"),
        ("三三零二幺八", "330218"),
        ("7 4 0 5", "7405"),
        ("forty two", "forty two"),
        ("AB-7741", "AB-7741"),
        ("五", "五"),
    ],
)
def test_only_what_is_spoken_digit_by_digit_becomes_figures(said: str, figures: str) -> None:
    assert in_figures(said) == figures


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ring me at 555-0121", ["555-0121"]),
        ("call my shop at five five five oh one nine nine tomorrow at two pm", ["555-0199"]),
        ("my new number is seven four oh five five five oh one eight eight", ["7405550188"]),
        ("my new number is 7 4 0 5 5 5 0 1 8 8", ["7405550188"]),
        ("明天打我手机一三七零零八八二二零一", ["13700882201"]),
        ("我的新電話是 0912-345-678", ["0912-345-678"]),
        ("電話 02-27558812", ["02-27558812"]),
        ("call me about case 555-0121", []),
        ("call me at two five five", []),
    ],
)
def test_a_number_to_call_is_read_as_it_is_spoken_and_without_its_area(text: str, numbers: list[str]) -> None:
    assert values(text, EntityName.CONTACT, CALL) == numbers


def test_a_number_that_is_spoken_is_no_hour_and_no_sum() -> None:
    text = "call my shop at five five five oh one nine nine tomorrow at two pm"
    assert values(text, EntityName.TIME, CALL) == ["14:00"]
    assert values(text, EntityName.AMOUNT, CALL, PROMISE) == []


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("somebody used my identity and the police report is four four one nine", ["4419"]),
        ("confirmation four oh two nine one", ["40291"]),
        ("派出所报案号是三三零二幺八", ["330218"]),
        ("案號為115年度消債清字第42號", ["115年度消債清字第42號"]),
        ("in case five people ask", []),
        ("115年7月20日裁定", []),
    ],
)
def test_a_reference_is_read_in_figures(text: str, references: list[str]) -> None:
    assert values(text, EntityName.REFERENCE_NO, DISPUTE, BANKRUPT) == references


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("card ends 3107", ["3107"]),
        ("my lease ends 2027", []),
        ("last four on the card is six six one eight", ["6618"]),
        ("last four nine oh two two", ["9022"]),
        ("five five nine oh two is my zip code", ["55902"]),
        ("five five nine oh two six is my zip code", []),
        ("january fourteenth two thousand and one", ["2001-01-14"]),
        ("january fourteenth two thousand five hundred", []),
        ("民國68年11月9日出生，末四碼2207", ["1979-11-09", "2207"]),
        ("民国六十八年十一月九日", ["1979-11-09"]),
        ("68年11月9日", ["1968-11-09"]),
    ],
)
def test_who_answers_aloud_or_by_the_years_of_the_republic_is_understood(
    text: str, answers: list[str]
) -> None:
    assert values(text, EntityName.IDENTITY, VERIFY) == answers


def test_a_year_of_the_republic_is_one_of_ours() -> None:
    assert values("115年4月9日还五百", EntityName.DATE, PROMISE) == ["2026-04-09"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("我的代理律師是陳立國，請聯絡他", ["陳立國"]),
        ("我姓段叫段秀梅五五年十月二号生的", ["段秀梅"]),
        ("我叫王强八八年五月三号", ["王强"]),
        ("我是周一到周五上班", []),
        ("talk to my lawyer her name is imogen castellanos so write that down", ["imogen castellanos"]),
        ("her name is still on it", []),
        ("his name is clear so leave him alone", []),
    ],
)
def test_a_name_is_read_without_capitals_and_in_either_script(text: str, names: list[str]) -> None:
    assert values(text, EntityName.PERSON_NAME, LAWYER, VERIFY) == names


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("公司縮減我的工時", ["reduced_hours"]),
        ("我還在休育嬰假，沒有薪水", ["parental_leave"]),
        ("工地一直欠我薪水", ["wage_arrears"]),
        ("欠我朋友钱", []),
        ("my mama's got dementia and i stay home to look after her", ["caregiving"]),
        ("phone scam cleaned me out", ["fraud_victim"]),
        ("is this a scam", []),
        ("rent n insulin eat my whole check", ["essential_expenses"]),
        ("i rent and eat out", []),
    ],
)
def test_a_reason_is_read_in_the_words_of_either_script(text: str, reasons: list[str]) -> None:
    assert values(text, EntityName.REASON, REASON) == reasons


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("they cut checks slow but you get 420 friday", []),
        ("i'll cut you a check friday", ["check"]),
        ("u cashed my 95 check", ["check"]),
        ("兜里有现钱我就交掉", []),
        ("我用现钱交", ["cash"]),
        ("网点工作人员可以证明", []),
        ("我去网点交", ["bank_counter"]),
    ],
)
def test_a_way_to_pay_is_one_that_is_paid_by(text: str, methods: list[str]) -> None:
    assert values(text, EntityName.PAYMENT_METHOD, PROMISE) == methods


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("合夥人縮減薪資", "合伙人缩减薪资"), ("帶著現鈔", "带着现钞"), ("還沒入數", "还没转钱")],
)
def test_traditional_characters_are_folded_one_for_one(traditional: str, simplified: str) -> None:
    assert fold(traditional) == simplified
