"""Questions how things go on: what happens next, how long it takes, until when an offer stands.

Their words are near to a fear of the law, to a wish for time, to a despair that has no end in sight. The
vocabulary is closed: with one word more ("what happens if I don't pay") a text asks something else.
"""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.script.fold import compiled, fold


class NextStep(StrEnum):
    """What is asked."""

    NEXT = "next"  # what happens now
    HOW_LONG = "how_long"  # how long it takes
    UNTIL = "until"  # by when they have to say yes or no


_BEFORE = (
    r"(?:(?:so|ok(?:ay)?|and|then|well|right|great|good|fine|cool|alright|all\s+right|thanks|thank\s+you|um+|uh+|hm+|hi|hello|"
    r"hey|sorry|please|but|now|just|wait|got\s+it|i\s+see|can\s+you\s+tell\s+me|do\s+you\s+know|roughly|about)\b\W*)*"
)
_AFTER = (
    r"(?:\W*\b(?:then|now|next|please|exactly|though|thanks|thank\s+you|from\s+here|on\s+my\s+(?:side|end)|for\s+me|"
    r"after\s+(?:that|this)|roughly|usually|with\s+(?:this|that|it)))*\W*"
)
_NEXT = (
    r"(?:what\s+(?:happens|comes|will\s+happen|is\s+going\s+to\s+happen|happens\s+now|comes\s+now)\s+"
    r"(?:now|next|then|from\s+here|after\s+(?:that|this))"
    r"|(?:and\s+)?(?:now|then)\s+what|what\s+(?:now|next|then)"
    r"|what(?:'?s|\s+is|\s+are|'?re)\s+(?:the\s+|my\s+|your\s+)?next(?:\s+steps?)?"
    r"|what\s+(?:do|should|must)\s+(?:i|we)\s+(?:have\s+to\s+|need\s+to\s+)?do\s+(?:now|next|then)"
    r"|(?:how|where)\s+(?:does\s+(?:it|this)|do\s+we)\s+go\s+(?:on\s+)?from\s+here|how\s+does\s+(?:it|this)\s+go\s+on)"
)
_HOW_LONG = (
    r"(?:how\s+long\s+(?:does|will|would|is|'?s)\s+(?:this|it|that|all\s+this|the\s+(?:check|review))\s+(?:all\s+)?"
    r"(?:going\s+to\s+|gonna\s+)?(?:take|be|last)"
    r"|how\s+long\s+(?:until|till|before)\s+(?:i|we|you|they|someone|somebody|a\s+person)\s+"
    r"(?:hear|hears|know|knows|answer|answers|call|calls|get|gets|decide|decides)(?:\s+(?:back|an?\s+answer|it|me|to\s+me))*"
    r"|when\s+(?:will|do|can|would)\s+(?:i|we|you|someone|somebody|they|a\s+person)\s+(?:expect\s+to\s+)?"
    r"(?:hear|know|answer|reply|respond|decide|get|have)(?:\s+(?:back|from\s+you|an?\s+answer|the\s+answer|the\s+result|to\s+me|me))*)"
)
_DECIDE = (
    r"(?:decide|answer|reply|respond|agree|confirm|choose|accept|tell\s+you|let\s+you\s+know|get\s+back\s+to\s+you|"
    r"say\s+(?:yes|no|so|yes\s+or\s+no)|make\s+up\s+my\s+mind|give\s+you\s+an?\s+answer)"
)
_OFFER = r"(?:(?:the|this|that|your|ur)\s+(?:offer|deal|plan|proposal|option)s?|it|this|that)"
_UNTIL = (
    rf"(?:(?:by\s+)?(?:when|what\s+day|what\s+date|what\s+time)\s+(?:do|must|should|would)\s+i\s+"
    rf"(?:have\s+to\s+|need\s+to\s+|got\s+to\s+)?{_DECIDE}(?:\s+by)?"
    rf"|how\s+(?:long|much\s+time)\s+(?:do|have)\s+i\s+(?:have|got)\s+to\s+(?:{_DECIDE}|think(?:\s+(?:it\s+over|about\s+it))?)"
    rf"|how\s+long\s+(?:is|does|will|are|do)\s+{_OFFER}\s+(?:be\s+)?(?:good|valid|open|stand|last|hold|run|stay\s+open)(?:\s+for)?"
    rf"|(?:until|till)\s+when\s+(?:is|does|will|are)\s+{_OFFER}\s+(?:be\s+)?(?:good|valid|open|stand|last|hold)"
    rf"|when\s+(?:does|will|do)\s+{_OFFER}\s+(?:expire|end|run\s+out|lapse)"
    rf"|(?:do|must)\s+i\s+(?:have\s+to\s+|need\s+to\s+)?{_DECIDE}\s+(?:right\s+now|now|today|right\s+away|immediately|at\s+once)"
    rf"|(?:what(?:'?s|\s+is)|is\s+there)\s+(?:the|a)\s+deadline(?:\s+(?:to|for)\s+(?:{_DECIDE}|deciding|answering))?)"
)
_BEFORE_ZH = (
    r"(?:(?:那么?|好的?|好吧|嗯|请问|所以|你好|您好|谢谢|不好意思|我想问一?下?|想问一?下?|大概|大约|一般|就是)"
    r"[\s,，。.]*)*"
)
_AFTER_ZH = r"(?:呢|啊|呀|吧|吗|么|的|了|我|才行|才可以|[\s,，。.?？!！])*"
_OURS_ZH = r"(?:这个?|那个?|你们的?|您的?)?(?:方案|安排|报价|条件|优惠|计划|提议)"
_DECIDE_ZH = (
    r"(?:做?决定|答复|回复|回答|确认|定下来|定|告诉[你您]们?|给[你您]们?(?:一个|个)?(?:答复|回复|准信|消息|回话)|回话|同意)"
    r"(?:[你您]们?)?"
)
_NEXT_ZH = (
    r"(?:(?:接下来|下一步|下面|然后|之后|后面|后续|现在)(?:[你您]们|我)?(?:会|要|该|应该|需要|是)?(?:怎么[办做弄走样]|怎样|咋办|咋弄|"
    r"做什么|干什么|什么|如何|有什么(?:步骤|流程|安排))"
    r"|(?:接下来|下一步|然后|后续))"
)
_HOW_LONG_ZH = (
    r"(?:(?:[你您]们)?(?:处理|核实|审核|办理|答复|回复)?(?:还|一共|总共|大概|大约)?(?:需要|要|得|会)(?:等|花)?(?:多久|多长时间|几天|多少天|多少时间)(?:时间)?(?:能|会|才能?|可以)?"
    r"(?:有|出|给)?(?:我)?(?:结果|答复|回复|消息)?|(?:等)?多久(?:时间)?(?:能|会|才能?|可以)?(?:有|出|给)?(?:我)?(?:结果|答复|回复|消息)?"
    r"|(?:什么时候|多久)(?:能|会|才能?|可以)?有人(?:来)?(?:回|理|联系|答复|回复|找)我?"
    r"|什么时候(?:能|会|才能?|可以)?(?:有|出|给|知道)(?:我)?(?:个)?(?:结果|答复|回复|消息))"
)
_UNTIL_ZH = (
    rf"(?:我?(?:最[晚迟])?(?:在|到)?(?:什么时候|哪天|几号|多久)(?:之?前|以前|之?内|以内)?(?:就|必须|需要|要|得|应该)+{_DECIDE_ZH}"
    rf"|我?最[晚迟](?:在|到)?(?:什么时候|哪天|几号)(?:之?前|以前)?(?:必须|需要|要|得)?{_DECIDE_ZH}"
    rf"|(?:什么时候|哪天|几号)(?:之?前|以前){_DECIDE_ZH}"
    rf"|{_OURS_ZH}(?:的)?(?:有效期?|能?保留|可以?保留|能?等我?)(?:是|到|有)?(?:多久|几天|什么时候|哪天|几号|多长时间|多长)"
    rf"|{_OURS_ZH}(?:什么时候|几时|哪天)(?:到期|过期|失效|截止)|有效期(?:是|到|有)?(?:多久|几天|什么时候|哪天|多长时间|多长)"
    rf"|我?(?:必须|一定要|非要|非得|需要|要|得)?(?:现在|今天|马上|立刻)(?:就)?(?:必须|要|得)?{_DECIDE_ZH}(?=[吗么])"
    rf"|我?(?:有|能有|还有)(?:多久|多长时间|几天|多少时间)(?:时间)?(?:可以)?(?:考虑|{_DECIDE_ZH})|我?(?:能|可以)考虑(?:多久|几天))"
)


_WORDS = {
    NextStep.UNTIL: compiled(rf"\W*{_BEFORE}{_UNTIL}{_AFTER}|\W*{_BEFORE_ZH}{_UNTIL_ZH}{_AFTER_ZH}"),
    NextStep.NEXT: compiled(rf"\W*{_BEFORE}{_NEXT}{_AFTER}|\W*{_BEFORE_ZH}{_NEXT_ZH}{_AFTER_ZH}"),
    NextStep.HOW_LONG: compiled(rf"\W*{_BEFORE}{_HOW_LONG}{_AFTER}|\W*{_BEFORE_ZH}{_HOW_LONG_ZH}{_AFTER_ZH}"),
}
_LONGEST = 90


def next_step(text: str) -> NextStep | None:
    """What the whole text asks about how things go on; None where it asks nothing, or says more."""
    plain = fold(text)
    if len(plain) > _LONGEST:
        return None
    return next((step for step, words in _WORDS.items() if words.fullmatch(plain) is not None), None)


_NOT_PAYING = compiled(
    r"\bwhat\s+(?:happens|will\s+happen|would\s+happen|do\s+you\s+do)\s+if\s+i\s+(?:just\s+)?(?:don'?t|do\s+not|can'?t|cannot|won'?t)\s+pay\W*$"
    r"|^\W*(?:要是|如果|万一|那)?我?(?:要是|如果|万一)?(?:就)?(?:不还|还不上|没还|不还款)(?:的话)?[,，]?会?(?:怎么样|怎样|怎么办|咋样|如何)[?？呢啊]*$"
)


def asks_about_not_paying(text: str) -> bool:
    """Whether the whole text asks what follows where nothing is paid."""
    return _NOT_PAYING.search(fold(text)) is not None
