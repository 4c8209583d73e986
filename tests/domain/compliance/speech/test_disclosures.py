"""Which texts deliver which disclosure, in which language."""

import pytest

from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.speech.words import delivered_by, disclosures_in
from tests.builders.compliance import LENDER
from tests.domain.compliance.speech.given import MINI_MIRANDA, MINI_MIRANDA_ZH

DELIVERED = [
    (f"This is the automated assistant of {LENDER}.", "ai_disclosure:en"),
    (f"Hello from the automated assistant of {LENDER}. Reply here.", "ai_disclosure:en"),
    (f"Hi, this is an automated AI assistant from {LENDER}.", "ai_disclosure:en"),
    (f"This is {LENDER}'s automated assistant.", "ai_disclosure:en"),
    ("I am an automated assistant, not a person.", "ai_disclosure:en"),
    ("I'm a bot.", "ai_disclosure:en"),
    ("You are chatting with an AI.", "ai_disclosure:en"),
    (f"This call may be recorded. I am the automated assistant of {LENDER}.", "ai_disclosure:en"),
    ("我是自动助理，不是真人。", "ai_disclosure:zh"),
    (f"您好，我是{LENDER}的人工智能语音助手。", "ai_disclosure:zh"),
    ("这里是智能客服。", "ai_disclosure:zh"),
    ("本短信由机器人发出。", "ai_disclosure:zh"),
    ("我是機器人。", "ai_disclosure:zh"),
    ("This call may be recorded.", "recording_notice:en"),
    ("Hello. This call is being recorded.", "recording_notice:en"),
    ("We record this call.", "recording_notice:en"),
    ("本次通话可能被录音。", "recording_notice:zh"),
    ("本次通話會被錄音。", "recording_notice:zh"),
    (MINI_MIRANDA, "mini_miranda_initial:en"),
    (
        "We are attempting to collect a debt. Any information obtained will be used for that purpose.",
        "mini_miranda_initial:en",
    ),
    (MINI_MIRANDA_ZH, "mini_miranda_initial:zh"),
    ("This communication is from a debt collector.", "mini_miranda_later:en"),
    ("本信息来自债务催收方。", "mini_miranda_later:zh"),
    ("Reply STOP to stop texts to this telephone number.", "opt_out_line:en"),
    ("Unsubscribe here at any time.", "opt_out_line:en"),
    ("回复 STOP 或 退订 可停止向本号码发送短信。", "opt_out_line:zh"),
    ("回复“退订”可停止接收短信。", "opt_out_line:zh"),
    ("Call us on +1 212 555 0100.", "callback_number:en"),
    ("请回拨或致电 400 123 4567。", "callback_number:zh"),
    ("License number 10273-99.", "licence_number:en"),
    ("牌照号码：10273。", "licence_number:zh"),
    ("Press 9 to opt out.", "keypad_opt_out:en"),
    ("按9可停止来电。", "keypad_opt_out:zh"),
    ("Call 888 555 0100 to opt out.", "toll_free_opt_out:en"),
    ("致电 400 123 4567 可退订。", "toll_free_opt_out:zh"),
    ("You can ask for a person at any time.", "human_offered:en"),
    ("您随时可以要求转人工。", "human_offered:zh"),
    ("Your balance is ready.", "purpose_stated:en"),
    ("您的贷款逾期了。", "purpose_stated:zh"),
    (f"Hello from {LENDER}.", "registered_name:en"),
]

NOT_DELIVERED = [
    ("Reply here to reach our automated assistant.", Duty.AI_DISCLOSURE),
    ("I am not an automated assistant.", Duty.AI_DISCLOSURE),
    ("This is our assistant.", Duty.AI_DISCLOSURE),
    ("Hello. We write about a matter. This is an automated assistant.", Duty.AI_DISCLOSURE),
    ("回复本短信即可联系我们的自动助理。", Duty.AI_DISCLOSURE),
    ("我不是机器人。", Duty.AI_DISCLOSURE),
    ("您好。有一件事。我是自动助理。", Duty.AI_DISCLOSURE),
    ("Shall I record this?", Duty.RECORDING_NOTICE),
    ("Hello. We have a message. This call may be recorded.", Duty.RECORDING_NOTICE),
    ("We attempt to collect a debt.", Duty.MINI_MIRANDA_INITIAL),
    ("Any information obtained will be used for that purpose.", Duty.MINI_MIRANDA_INITIAL),
    ("本次联系是为了收取一笔债务。", Duty.MINI_MIRANDA_INITIAL),
    ("We are not a debt collector.", Duty.MINI_MIRANDA_LATER),
    ("我们不是债务催收方。", Duty.MINI_MIRANDA_LATER),
    ("Please stop by.", Duty.OPT_OUT_LINE),
    ("Reply stop by Friday.", Duty.OPT_OUT_LINE),
    ("您已退订。", Duty.OPT_OUT_LINE),
    ("Your account number, for example 04/23/1980 0000.", Duty.CALLBACK_NUMBER),
    ("Thank you. We have noted it.", Duty.HUMAN_OFFERED),
    ("Hello. We have a message. Hello from Harbor Lending LLC.", Duty.REGISTERED_NAME),
    ("We have a message for you.", Duty.PURPOSE_STATED),
]


@pytest.mark.parametrize(("text", "delivery"), DELIVERED)
def test_a_text_delivers_it_in_its_language(text: str, delivery: str) -> None:
    duty, _, language = delivery.partition(":")
    delivered = delivered_by(text, LENDER)
    assert {duty, delivery} <= delivered
    both = {Duty.REGISTERED_NAME, Duty.PURPOSE_STATED}
    other = f"{duty}:{'zh' if language == 'en' else 'en'}"
    assert (other in delivered) == (duty in both)
    assert Duty(duty) in disclosures_in(text, LENDER)


@pytest.mark.parametrize(("text", "duty"), NOT_DELIVERED)
def test_words_that_only_look_like_it_deliver_nothing(text: str, duty: Duty) -> None:
    assert duty not in disclosures_in(text, LENDER)
    assert not any(one.startswith(duty) for one in delivered_by(text, LENDER))


def test_a_machine_that_names_itself_bears_its_label() -> None:
    assert {"ai_label", "ai_label:zh"} <= delivered_by("我是自动助理。", LENDER)


def test_a_full_stop_in_a_name_or_a_number_ends_no_sentence() -> None:
    text = "Hello from Bright Loan Inc. and Partners. Version 1.5 of this. I am an automated assistant."
    assert Duty.AI_DISCLOSURE not in disclosures_in(text, "Bright Loan Inc. and Partners")
    text = "Bright Loan Inc. and Partners has Version 1.5. I am an automated assistant."
    assert Duty.AI_DISCLOSURE in disclosures_in(text, "Bright Loan Inc. and Partners")
