"""Whether the borrower tells of a death that cost them money, not of their own: no death of the debtor.

Only where whoever writes speaks of what it cost them, or of paying themselves, and nothing says that the loan
was the dead person's, or that somebody writes for the one who owes. Who lost a husband or wife may be the
debtor's widow: theirs are none.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_KIN = (
    r"(?:mom|mum|mother|dad|father|parents?|grand\w+|granny|nana|brother|sister|son|daughter|baby|child|uncle|aunt|"
    r"cousin|nephew|niece|best\s+friend|friend|(?:mother|father|brother|sister)[\s-]in[\s-]law)"
)
_LOSS = compiled(
    rf"\b(?:death|loss)\s+in\s+(?:the|my|our)\s+family\b|\b(?:lost|bury|burying|buried)\s+(?:my|our|a)\s+(?:\w+\s+)?{_KIN}\b"
    rf"|\b(?:my|our)\s+(?:\w+\s+)?{_KIN}\s+(?:just\s+|recently\s+)?(?:died|passed(?:\s+away)?|dying)\b|\bfunerals?\b"
    rf"|\b(?:death|passing)\s+of\s+(?:my|our)\s+(?:\w+\s+)?{_KIN}\b|\b(?:my|our)\s+(?:\w+\s+)?{_KIN}'?s\s+(?:death|passing)\b"
    r"|(?:老人|家里?人|亲人|亲戚|长辈|[爸妈爹娘]+|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|[哥姐弟妹]+|岳父|岳母|公公|婆婆|儿子|女儿|叔叔|舅舅|姑姑|阿姨)"
    r"(?:刚刚?|最近|前几天|前阵子|上个?[月周]|去年|今年|突然|昨天|不幸)*(?:过世|去世|走了|没了|不在了|病逝|离世|病故|过身)"
    r"|丧事|白事|葬礼|丧葬|后事|奔丧|办丧"
)
_OWN_MONEY = compiled(
    r"\b(?:cost|costs|set)\s+(?:me|us)\b|\b(?:i|we)(?:'?ll|'?d|\s+can|\s+could|\s+will|\s+would|\s+want\s+to)\s+(?:only\s+|still\s+|just\s+|maybe\s+)*"
    r"(?:pay|send|do|give|manage|afford|put)\b|\b(?:can|could)\s+i\s+(?:pay|send|do|give|just\s+pay)\b"
    r"|\b(?:i|we)\s+(?:had\s+to|have\s+to|has\s+to)\s+pay\b|\b(?:i'?m|we'?re|i\s+am|we\s+are|i|we)\s+(?:\w+\s+)?(?:short|behind|broke|struggling|strapped|fell\s+behind)\b"
    r"|\b(?:money|cash|things)(?:'s|\s+is|\s+are)\s+(?:\w+\s+)?tight\b|\b(?:drained|wiped\s+out|used\s+up|took)\s+(?:all\s+)?(?:my|our)\s+(?:savings|money)\b"
    r"|\bi\s+owe\b|\b(?:give\s+me|gimme)\s+(?:until|till?|more|another)\b|\b(?:i|we)\s+(?:can'?t|cannot)\s+(?:pay|afford)\b|\b(?:funeral|burial)\b[^.!?]{0,20}\b(?:bill|cost|costs|expensive|expenses|took)\b"
    r"|花了|花费|花光|花销|用了(?:不少|很多)?钱|(?:我们?|咱们?)[^。！？\n]{0,8}(?:还|付|给|拿出)(?!不?是)|手头|没钱|周转|钱(?:都)?(?:用|花)|开销"
)
_OF_THE_DEAD = compiled(
    r"\b(?:his|her|their|the\s+deceased'?s|dad'?s|mom'?s|mother'?s|father'?s|brother'?s|sister'?s|son'?s|daughter'?s|grand\w+'s)\s+"
    r"(?:\w+\s+){0,2}(?:loan|debt|account|balance|bill|bills|name|estate|number|phone|payments?|card)\b"
    r"|\b(?:he|she|they)\s+(?:owed|owes|had|took|borrowed|signed|was\s+the|opened|left)\b|\b(?:executor|executrix|estate|probate|deceased|widow(?:er)?|"
    r"account\s+holder|death\s+certificate|next\s+of\s+kin|power\s+of\s+attorney|on\s+behalf\s+of|beneficiary|borrower|debtor)\b"
    r"|\b(?:the\s+)?(?:person|man|woman|one|guy|lady)\s+(?:you|u|who|that)\b|\byou(?:'re|\s+are)\s+(?:trying|looking|texting|asking|writing)\b"
    r"|\b(?:i'?m|i\s+am|this\s+is)\s+(?:his|her|their|the)\b|\b(?:husband|wife|spouse|partner|fianc[eé]e?)\b"
    r"|[他她](?:的|欠|借|生前|名下|是你们)|(?:老人|[爸妈爹娘]+|父亲|母亲|爷爷|奶奶|[哥姐弟妹]+|儿子|女儿)(?:欠|借|的(?:贷款|借款|欠款|账|债|手机|号))"
    r"|(?:孩子|娃)[他她]?[爹爸妈娘]|借款人|欠款人|贷款人|机主|户主|本人(?:已|去世|过世|不在)|遗产|继承|死亡证明|我是[他她]|家属|生前|你们?(?:找|要找|联系)的|老公|老婆|丈夫|妻子|爱人|先生|太太|那口子|配偶"
)


def own_bereavement(text: str) -> bool:
    """Whether the one who owes says that another's death cost them, or that they pay all the same."""
    plain = fold(text)
    lost = _LOSS.search(plain) is not None and _OWN_MONEY.search(plain) is not None
    return lost and _OF_THE_DEAD.search(plain) is None
