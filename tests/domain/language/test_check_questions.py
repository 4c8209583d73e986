"""What is asked while something is checked, and what only sounds like it."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.check_questions import CheckQuestion, check_question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("so if the money order shows up do i just pay less at the end", CheckQuestion.FOUND),
        ("if you find it does it come off what i owe", CheckQuestion.FOUND),
        ("will i owe less once it clears", CheckQuestion.FOUND),
        ("查到了是不是最后少还一点", CheckQuestion.FOUND),
        ("核实以后会从里面扣掉吧", CheckQuestion.FOUND),
        ("找到了的话那120能抵掉吗", CheckQuestion.FOUND),
        ("And once you find my $150 the plan gets shorter, is that right?", CheckQuestion.FOUND),
        ("will it be fewer payments once you find it?", CheckQuestion.FOUND),
        ("你们查到那500以后，是不是就能少还一期？", CheckQuestion.FOUND),
        ("what if you cant find it", CheckQuestion.NOT_FOUND),
        ("and what if it never shows up", CheckQuestion.NOT_FOUND),
        ("if you guys don't find it then what", CheckQuestion.NOT_FOUND),
        ("要是你们那边查不到呢", CheckQuestion.NOT_FOUND),
        ("查不到怎么办", CheckQuestion.NOT_FOUND),
        ("要是查不到呢", CheckQuestion.NOT_FOUND),
        ("万一找不到那800", CheckQuestion.NOT_FOUND),
        ("does it count as late until then", CheckQuestion.LATE),
        ("am i still late while you check", CheckQuestion.LATE),
        ("do i get late fees in the meantime", CheckQuestion.LATE),
        ("will it be overdue until you find it", CheckQuestion.LATE),
        ("查到之前还算我逾期吗", CheckQuestion.LATE),
        ("那查到之前还算我逾期吗", CheckQuestion.LATE),
        ("核实期间会产生罚息吗", CheckQuestion.LATE),
        ("这还算逾期吗", CheckQuestion.LATE),
        ("and whats the fee part for", CheckQuestion.FEE),
        ("那30块费用是什么钱", CheckQuestion.FEE),
        ("what is the $40 fee for", CheckQuestion.FEE),
        ("i still got the stub from it. where do i send a pic", CheckQuestion.PROOF),
        ("回单怎么给你们", CheckQuestion.PROOF),
    ],
)
def test_what_follows_from_the_check_is_asked(text: str, question: CheckQuestion) -> None:
    assert check_question(text) is question


@pytest.mark.parametrize(
    "text",
    [
        "rest of it i can do 80 every 2 weeks",
        "i will pay when the check clears",
        "once my check comes in i pay you",
        "找不到工作",
        "i sent it june 8th",
        "我会逾期的",
        "cool thx",
        "i was late last month",
        "when the refund comes in i can pay it off",
        "they found it",
        "查到了吗",
        "make the plan shorter",
        "查到那500了吗",
    ],
)
def test_an_offer_a_check_in_the_mail_and_being_late_ask_nothing_of_it(text: str) -> None:
    assert check_question(text) is None
