"""Words that change nothing: an insult and no more, "just wipe the debt", small talk about others.

The labels of a dispute or of somebody else on the line are no reason to stop where the words are these alone.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_LEAD = r"(?:(?:oh|well|ok(?:ay)?|so|um+|uh+|no|hey|look|man|honestly|really|wow|lol|yeah)[\s,.!]+)*"
_RUBBISH = (
    r"(?:bull\s?shit|bs|b\.s\.|crap|horse\s?shit|shit|garbage|nonsense|rubbish|a\s+joke|ridiculous|insane|outrageous|absurd|stupid|"
    r"a\s+disgrace|disgusting|unbelievable|pathetic|bollocks)"
)
_INSULTS = compiled(
    rf"{_LEAD}(?:(?:this|that|it|all\s+of\s+(?:this|it))(?:'?s|\s+is)?\s+)?(?:(?:all|just|total|complete|such|absolute|utter|pure|a|so|fucking|effing|"
    rf"bloody|damn|load\s+of|bunch\s+of)\s+)*{_RUBBISH}(?:\s+man)?\W*"
    rf"|{_LEAD}(?:what\s+a\s+joke|screw\s+(?:you|this)|f\w*ck\s+(?:you|this|that)|go\s+to\s+hell|kiss\s+my\s+\w+|you\s+suck|"
    rf"you(?:'re|\s+are|\s+people\s+are|\s+guys\s+are)\s+(?:(?:a|all|such|total|just|useless|stupid|fucking)\s+)*(?:idiots?|morons?|useless|scum|jerks?|clowns?|"
    rf"a\s+joke|bot|vultures?|parasites?|stupid|pathetic|ridiculous|trash))\W*"
    r"|(?:[\s,\uff0c。！!]|你们?|真|真的|这|简直|就|他妈的?|都|是|一群|什么|个)*(?:胡说八道|放屁|扯淡|狗屁|屁话|神经病|有病|有毛病|废物|垃圾|混蛋|王八蛋|不要脸|可笑|荒唐|过分|太过分|傻[逼bB叉]|白痴)"
    r"(?:[\s,\uff0c。！!]|了|吧|啊|啦)*"
)
_DEBT = r"(?:(?:the|my|this|that|whole|entire|all|of|rest)\s+)*(?:debt|loan|balance|bill|what\s+i\s+owe)"
_LETS_GO = compiled(
    rf"{_LEAD}(?:(?:can|could|would|will|why)\s+(?:you|don'?t\s+you|u)\s+)?(?:(?:just|please|pls|simply|then)\s+)*"
    rf"(?:wipe|erase|cancel|drop|waive|forgive|write\s+off|clear|delete|get\s+rid\s+of|zero(?:\s+out)?)(?:\s+(?:out|off|away))?\s+{_DEBT}"
    r"(?:\s+(?:out|off|away|clean|completely|entirely|please|pls|then|for\s+me|all|now|already))*\W*"
    r"|(?:[\s,\uff0c。！!]|你们?|就|直接|干脆|请|那|能不能|可以|帮我|给我|把|我的?|这[笔个]?|全部?|都|所有)*(?:债务?|欠款|账|贷款|借款|钱)(?:都|全部?|给我|直接|就|一笔)*"
    r"(?:免|抹|勾销|取消|清零|销|一笔勾销|免除|减免|删除?)(?:[\s。，！!?？]|了|掉|除|吧|算了|得了|行吗|吗|好了|就行|就好|就是)*"
)
_CHATS = compiled(
    r"\b(?:i|we)\s+(?:was|were)\s+(?:just\s+|only\s+)?(?:telling|talking|thinking|saying|reading|looking|watching|chatting|wondering)\b"
    r"|\bdid\s+(?:you|u|ya)\s+(?:see|watch|hear|catch)\b|\b(?:have|did)\s+you\s+(?:ever\s+)?(?:seen|heard|watched|been)\b|\bspeaking\s+of\b"
    r"|我(?:刚才?|刚刚|正|昨天|今天)?(?:还)?(?:跟|和|在(?:跟|和))[^\n，。]{1,6}(?:说|聊|讲)|你(?:看|听)(?:了|过|说)?[^\n。！]{0,12}(?:没有?|吗)[?？]?"
)
_SOMEBODY_ELSE = compiled(
    r"\b(?:he|she|they)(?:'s|'re|'ll|\s+(?:is|are|isn'?t|aren'?t|does|doesn'?t|don'?t|will|won'?t|can|can'?t|lives?|moved|left|works?|passed|died))\b"
    r"|\b(?:this|it)\s+is\s+(?:not|his|her|their|the|a)\b|\b(?:not|isn'?t)\s+(?:me|here|home|him|her|available|my|mine)\b|\bwrong\b|\bwho\s+(?:is|are|r)\b"
    r"|\b(?:i'?m|i\s+am)\s+(?:his|her|their|the|not|a|just\s+(?:his|her))\b|\b(?:his|her|their)\s+(?:phone|number|cell|mobile|account|debt|loan|bill|name|message)\b"
    r"|\b(?:behalf|message\s+for|looking\s+for|pick(?:ed)?\s+up|give\s+(?:him|her)|tell\s+(?:him|her)|owes?|debt)\b"
    r"|[他她]|不在|打错|发错|不是(?:我|本人)|我是|找谁|替|转告|代|欠"
)


_HOW_TO_PAY = compiled(
    r"\b(?:how|where)\s+(?:can|do|could|should|would)\s+(?:i|we)\s+(?:\w+\s+)?pay\b[^.!,;]*"
    r"|(?:怎么|如何|在哪里?|哪里|用什么)[^。！，]{0,6}(?:还款?|付款?|交|转账)[^。！，]*"
)


def asks_how_to_pay(text: str) -> bool:
    """Whether the text asks for the ways to pay and nothing else."""
    return _HOW_TO_PAY.fullmatch(fold(text).strip()) is not None


_WARES = compiled(
    r"\b(?:come|stop|swing|drop|pop)\s+(?:on\s+)?(?:in|by|over|down|to)\b[^.!?\n]{0,40}\b(?:i|we)(?:'?ll|\s+will|\s+can)\s+"
    r"(?:give|get|do|hook|cut)\s+(?:you|ya|u|y'?all)\b[^.!?\n]{0,24}(?:%|\b(?:percent|off|discount|free|deal|on\s+the\s+house)\b)"
    r"|\b(?:i|we)(?:'?ll|\s+will|\s+can)\s+give\s+(?:you|ya|u|y'?all)\s+\d+\s*(?:%|percent)\s*off\s+(?:a|an|your|any)\b"
    r"|(?:来|到)(?:我们?|咱们?)(?:的)?(?:店|家|这|馆|厂)[^。！？!?\n]{0,12}给(?:你|您)们?[^。！？!?\n]{0,4}(?:打[\d一二三四五六七八九半.]*折|免费|优惠|免单)"
    r"|(?:我|我们|咱)给(?:你|您)们?打[\d一二三四五六七八九半.]*折"
)
_THEIR_DEBT = compiled(
    r"\b(?:loans?|debts?|balance|bill|owe|pay(?:ment|ments|ing|off)?|settle\w*|interest|fees?)\b|还|贷|债|欠|账|结清|减|免(?!费|单)|利息"
)


def offers_wares(text: str) -> bool:
    """Whether it is they who would sell to us at a discount, and no word is of the debt."""
    plain = fold(text)
    return _WARES.search(plain) is not None and _THEIR_DEBT.search(plain) is None


def only_insults(text: str) -> bool:
    """Whether the text is an insult and nothing else."""
    return _INSULTS.fullmatch(fold(text).strip()) is not None


def demands_letting_go(text: str) -> bool:
    """Whether the text demands that all of the debt be let go, and gives no reason."""
    return _LETS_GO.fullmatch(fold(text).strip()) is not None


_OTHER_TOPICS = compiled(
    r"\b(?:weather|forecast|jokes?|football|baseball|basketball|soccer|super\s?bowl|lottery|movies?|recipes?|songs?|horoscopes?|election)\b"
    r"|\bwho\s+won\b|天气|下雨|下雪|球赛|比赛|谁赢|笑话|唱[首个支]?歌|电影|电视剧|彩票|星座|菜谱"
)


def of_other_things(text: str) -> bool:
    """Whether it is of the weather, of games and the like: a day in it is none to pay on."""
    return _OTHER_TOPICS.search(fold(text)) is not None


def chats(text: str) -> bool:
    """Whether the writer tells of something on the side, and nobody else seems to be writing."""
    plain = fold(text)
    return _CHATS.search(plain) is not None and _SOMEBODY_ELSE.search(plain) is None
