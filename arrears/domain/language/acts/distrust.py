"""Doubts of who writes: "why should I trust you", 凭什么相信你. They dispute nothing of a debt."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_DOUBTS_EN = compiled(
    r"\b(?:why|how)\s+(?:should|would|can|could|do)\s+(?:i|we)\s+(?:even\s+|really\s+)?(?:trust|believe)\s+(?:you|u|this|that|any|a)\b"
    r"|\bhow\s+(?:do|can|would|could)\s+i\s+(?:know|tell|be\s+sure)\s+(?:that\s+|if\s+)?(?:you(?:'?re|\s+are)|u\s+r|this\s+is|it'?s|it\s+is)\b"
    r"|\b(?:is|isn'?t)\s+(?:this|it)\s+(?:\w+\s+)?(?:a\s+)?(?:scam|fraud|phishing|legit|real|spam)\b"
    r"|\b(?:are|r)\s+(?:you|u)\s+(?:\w+\s+)?(?:a\s+)?(?:scam(?:mers?)?|fraud(?:ster)?s?|legit|for\s+real)\b"
    r"|\b(?:this|it|that)(?:'s|\s+is)?\s+(?:\w+\s+)?(?:could\s+be|might\s+be|may\s+be|looks\s+like|sounds\s+like|seems\s+like|smells\s+like)\s+a\s+scam\b"
    r"|\b(?:could|might|may)\s+be\s+a\s+scam(?:mer)?\b|\b(?:i\s+)?(?:don'?t|do\s+not)\s+trust\s+(?:you|this|these)\b|\bsounds?\s+(?:like\s+a\s+scam|scammy|fishy)\b"
)
_DOUBTS_ZH = compiled(
    r"(?:凭什么|为什么要?|怎么|让我怎么|叫我怎么|我怎么|如何)(?:能|敢|可以)?(?:相信|信)(?:你|你们|得过)"
    r"|怎么(?:知道|证明|确定|确认)你们?(?:是|不是)(?:真|正规|骗|假)|你们?(?:是不是|该不会是|不会是|是)(?:骗子|诈骗|骗人|假)"
    r"|(?:现在)?骗子(?:这么|那么|太|很)多|(?:这|这个|这条|这是)(?:是不是|不会是|该不会是)?(?:骗子|诈骗|骗人的)(?:短信|电话)?(?:吧|吗|么)"
    r"|(?:不敢|不太敢|没法|无法)(?:相信|信)你"
)
_DISPUTES = compiled(
    r"\b(?:never|didn'?t|did\s+not|don'?t\s+owe|do\s+not\s+owe|not\s+mine|isn'?t\s+mine|not\s+my|paid|stolen|identity|my\s+name|owe\s+(?:you\s+)?nothing|"
    r"lawyer|attorney|police|report|complain|dispute|prove|proof|validat\w{1,6}|verif\w{1,6}|amount|interest|fees?|charge\w{0,2})\b"
    r"|没(?:有)?(?:借|欠|贷|签|办)|不是我|不欠|还(?:清|过|完)了|冒用|盗用|身份证|律师|报警|投诉|举报|证据|证明(?!你)|金额|利息|费用|不对"
)


def doubts_us(text: str) -> bool:
    """Whether the text doubts who writes, and neither the debt nor the sum."""
    plain = fold(text)
    doubts = _DOUBTS_EN.search(plain) is not None or _DOUBTS_ZH.search(plain) is not None
    return doubts and _DISPUTES.search(plain) is None
