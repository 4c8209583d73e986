"""What the planned contacts say; now and then one that may not be said."""

from __future__ import annotations

import random

OPENING = {
    ("sms", "en"): (
        "Hello, this is an automated AI assistant from {lender}. We have a message for you. Reply here, "
        "or ask for a person. Reply STOP to stop texts to this number."
    ),
    ("sms", "zh"): (
        "您好，我是{lender}的人工智能助手，有一条消息给您。您可以直接回复，也可要求转人工。"
        "回复 STOP 或 退订 可停止向本号码发送短信。"
    ),
    ("voice", "en"): (
        "Hello, this is the automated AI assistant Mira of {lender}. This call may be recorded. "
        "I can connect you to a person at any time. You can call us at +1 212 555 0100."
    ),
    ("voice", "zh"): (
        "您好，我是{lender}的人工智能语音助手 Mira，本次通话可能被录音；"
        "您可以随时要求转接人工。回电请拨 +1 212 555 0100。"
    ),
}
ALIAS = "Mira"
"""The registered name of the machine, which Massachusetts wants said."""

ANSWER = {
    "reply": {
        "en": "Thank you. This is the automated assistant of {lender}. A person will get back to you.",
        "zh": "谢谢，这里是{lender}的自动助手。会有人工联系您。",
    },
    "opt_out_confirmation": {
        "en": "You have opted out. We will not text this number again.",
        "zh": "您已退订，我们不会再向本号码发送短信。",
    },
    "crisis": {
        "en": "I am glad you told me. Are you safe right now? People who help are there day and night: 988.",
        "zh": "谢谢您告诉我。您现在安全吗？您可以随时拨打 12356，会有人陪您说话。",
    },
}
WRONG = (" Your loan is overdue.", " Act now, this is your last chance.", None)
"""Words about the debt, false urgency, and a text without a way out."""


def opening(channel: str, language: str, lender: str, chance: random.Random) -> str:
    """The first words of a contact; one in a hundred is one that may not be used."""
    text = OPENING[channel, language].format(lender=lender)
    if chance.random() >= 0.01:
        return text
    wrong = chance.choice(WRONG)
    if wrong is None:
        return (
            text.split("Reply STOP")[0].split("回复 STOP")[0] if channel == "sms" else text[: len(text) // 3]
        )
    return text + wrong


def answer(purpose: str, language: str, lender: str) -> str:
    """The words of an answer."""
    return ANSWER[purpose][language].format(lender=lender)
