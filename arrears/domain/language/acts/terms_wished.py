"""Whether somebody asks us to name terms: "you tell me", "what can you offer", 你们说还多少.

Who says so has no figure, or will not give one first: asked for one again, they have nothing to answer.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_YOU = r"(?:you|u|ya|you\s+guys|y'?all|your\s+side)"
_LEAST = r"(?:lowest|smallest|least|minimum|min|cheapest)"
_WISHED = compiled(
    rf"\b{_YOU}\s+(?:tell|say|name|pick|choose|decide|suggest|propose)\b(?!\s+(?:that|to|my|them|him|her|anyone)\b)[^.?!\n]{{0,16}}"
    rf"|\bwhat\s+(?:can|could|do|would|will|did)\s+{_YOU}\s+(?:\w+\s+)?(?:offer|suggest|propose|recommend|have\s+in\s+mind|accept|take)\b"
    rf"|\bwhat\s+(?:are|r)\s+(?:my|the)\s+(?:\w+\s+)?options?\b|\b(?:any|other)\s+options\b|\bwhat\s+options\b"
    r"|\bwhat\s+do\s+(?:other\s+)?(?:people|others|most\s+people)\s+(?:usually\s+|normally\s+)?(?:do|pay)\b"
    r"|\bwhat\s+(?:else\s+)?(?:can|could|should)\s+(?:i|we)\s+do\s+(?:about\s+(?:this|it|that)|here|then|now)\b"
    rf"|\bmake\s+me\s+an\s+offer\b|\b(?:your|ur)\s+(?:best\s+)?(?:offer|suggestion|proposal)\b"
    rf"|\bwhat(?:'s|\s+is|s)\s+(?:the\s+)?{_LEAST}\b|\b(?:the\s+)?{_LEAST}\s+(?:\w+\s+){{0,2}}(?:{_YOU}|i)\b[^.?!\n]{{0,12}}\b(?:take|accept|can|could|pay|do|allow)\b"
    rf"|\bhow\s+(?:much|little)\s+(?:do|would|should|must|can)\s+"
    rf"(?:{_YOU}\s+(?:want|need|take|accept)|i\s+(?:have\s+to|need\s+to)?\s*(?:pay|send|do))\b"
    r"[^.?!\n]{0,12}(?:month|week|time|least|minimum)"
    r"|你们?(?:说(?!的|清|得|过|了)|定|看着办|给个(?:方案|说法|建议)|有(?:什么|啥|哪些)?(?:方案|办法|建议|选择))|(?:有(?:什么|啥|哪些)|还有)[^。！\n]{0,4}(?:方案|选择|方式)(?:可以选)?"
    r"|(?:最低|最少|起码)[^。！\n]{0,8}(?:还|付|多少)|别人(?:一般|都|通常)?(?:怎么还|还多少)|给(?:我)?(?:个|一个)方案"
    r"|(?:我们?(?:现在|这边|这样)?|(?<![\w])那(?:我|现在)?)(?:该|能|可以|应该|要)?(?:怎么办|咋办|怎么做|怎么处理)|这(?:事|个|种情况)?(?:该|要)?怎么(?:办|处理)"
    r"|我们?(?:还|现在|这边|这会儿)*(?:能|可以|该|应该|要)(?:再|去)?(?:做|干)(?:点|些)?(?:什么|啥|些什么)(?:来|去)?(?:解决|处理|补救)?|怎么(?:解决|补救)"
)
_OTHERWISE = compiled(
    r"\b(?:who|why|where)\b|\bwhat(?:'s|\s+is)\s+(?:this|it|that)\b|\b(?:lump|settle\w*|discount|%\s?off|pay\s?off|lawyer|attorney|court|legal(?:ly)?|sued?|"
    r"suing|lawsuit|arrest(?:ed)?|jail|prison|police|seize|garnish\w*|take\s+(?:my|our)|credit\s+(?:score|report))\b"
    r"|起诉|坐牢|法院|警察|抓(?:我|人)|征信|查封|冻结|结清|减免|打折|律师|你们?是谁|说清楚|凭什么"
)


_MORE_LOOSELY = compiled(
    r"\b(?:give|make|show|tell|send|offer|find|get)\s+me\s+(?:\w+\s+){0,2}?(?:plan|offer|options?|numbers?|figures?|deal|schedule|terms|arrangement)\b"
    r"|\bwhat\s+(?:can|could|would|do|will)\s+you\s+(?:do|have)\b|\byou\s+say\b"
    r"|\b(?:a\s+bit|a\s+little|something|any|even)\s+(?:less|lower|cheaper|smaller)\b|\b(?:lower|less)\s+(?:please|than\s+that)\b"
    r"|(?:说|报|出)(?:一?个|几个)(?:数|价)|(?:给|出|拿|定|列|提|做|制定)(?:我|一下)?(?:一?个|几个|些)?(?:新|合适|可行|更好)?的?(?:方案|计划|办法|建议)"
    r"|(?:怎么|如何)(?:个)?(?:还|分|安排|办)|(?:[你您]们?)(?:定|说|看着?办?|决定|安排)(?:吧|呢|呗|办)"
    r"|再(?:少|低|降|便宜|优惠|减)|(?:少|低|便宜|优惠)(?:一)?点"
)


def asks_us_for_terms(text: str) -> bool:
    """Whether they leave it to us to name a sum and a day, and nothing of a smaller debt."""
    plain = fold(text)
    return _WISHED.search(plain) is not None and _OTHERWISE.search(plain) is None


def asks_for_terms(text: str) -> bool:
    """Whether a yes beside these words wants terms, or other ones, that nobody has named yet.

    More loosely read than `asks_us_for_terms`: here a word too many costs a question, and one too few a plan.
    """
    plain = fold(text)
    return _WISHED.search(plain) is not None or _MORE_LOOSELY.search(plain) is not None
