"""Who asks whether somebody else owes the loan with them: a partner who left, a co-signer, a guarantor.

Such a person is spoken of as one who lives and could pay; a word of a death beside it leaves it to the label.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_WITH_THEM_EN = (
    r"(?:co-?\s?(?:signer|signor|owner|borrower|maker|debtor|founder)|guarantor|(?:business\s+)?partner|shareholder|"
    r"(?:joint|other|second)\s+(?:owner|borrower)|ex(?:-?(?:husband|wife|partner))?)s?"
)
_WITH_THEM_ZH = (
    r"(?:合伙人?|合作人|股东|共同(?:借款|还款|债务)人|共借人|担保人?|保证人|前夫|前妻|前任|"
    r"联名(?:人|的)|另一个(?:老板|法人|借款人))"
)
_PAST_EN = r"(?:(?:old|former|ex|other|business|past)[\s-]+)*"
_SOMEBODY_EN = rf"(?:(?:(?:my|our|the)\s+)?{_PAST_EN}{_WITH_THEM_EN}|him|her|them)"
_GOES_AFTER_EN = (
    r"\b(?:do|will|would|are|can|could|should|did|have|why\s+don'?t|why\s+aren'?t)\s+(?:you|u|y'?all)\s+(?:guys\s+|people\s+)?(?:also\s+|even\s+)?"
    r"(?:going\s+to\s+|gonna\s+)?(?:go|come|gone|going|coming|chase|chasing|collect(?:ing)?|ask(?:ing)?|get(?:ting)?\s+(?:it|money|some)|pursu\w+)\s*"
    rf"(?:after|from|for|on)?\s+(?:it\s+from\s+)?{_SOMEBODY_EN}\b"
)
_THEIR_SHARE_EN = (
    r"\b(?:half|part|some|most|third|share)\s+(?:of\s+)?(?:this|it|that|the\s+(?:loan|debt|balance|money))?\s*"
    r"(?:(?:should|ought\s+to|has\s+to|must|is|belongs|really|be|actually|by\s+rights)\s+)+(?:to\s+)?(?:on\s+)?(?:his|hers|her|him|theirs|them)\b"
    r"|\b(?:he|she|they)\s+(?:owes?|should\s+(?:owe|pay|cover))\s+(?:half|part|some|his|her|their|a\s+share)\b"
    r"|\b(?:his|her|their)\s+(?:half|share|part)\b"
)
_LIABLE_EN = (
    r"\s+(?:not\s+)?(?:also\s+|still\s+)?(?:liable|responsible|on\s+the\s+(?:hook|loan|note|contract)|in\s+this|"
    r"part\s+of\s+this)\b"
)
_IS_HE_EN = rf"\b(?:is|are|isn'?t|aren'?t|was)\s+(?:he|she|they){_LIABLE_EN}"
_OWES_TOO_EN = (
    rf"\b(?:is|are|isn'?t|aren'?t|was)\s+(?:my|our|the)\s+(?:\w+\s+)?{_WITH_THEM_EN}{_LIABLE_EN}"
    rf"|\b(?:does|doesn'?t|must|will|should)\s+(?:my|our|the)\s+(?:\w+\s+)?{_WITH_THEM_EN}\s+(?:not\s+)?(?:also\s+|have\s+to\s+|need\s+to\s+)*(?:owe|pay)\b"
    r"|\bwho\s+(?:else\s+)?(?:is|'?s)\s+(?:all\s+|else\s+)?(?:liable|responsible|on\s+the\s+(?:loan|hook|note|contract))\b|\bwho\s+else\s+owes\b"
    r"|\b(?:am|is\s+it)\s+(?:i|me|just\s+me|only\s+me)\s+(?:the\s+only\s+one\s+|alone\s+)?(?:who\s+(?:is\s+|owes\b)|(?:liable|responsible|on\s+the\s+(?:loan|hook))\b)"
)
_GOES_AFTER_ZH = (
    rf"[你您]们?(?:会不会|不会|会|能不能|能|也|还|要|怎么不|为什么不|有没有|是不是|同时|一起)+(?:去|来)?(?:找|追|催|问|联系)(?:着)?(?:过)?"
    rf"(?:我的?)?(?:那个?|以前的)?(?:{_WITH_THEM_ZH}|[他她](?:们)?(?:要|还|算|负责|追|$|[吗么\s,，?？]))"
)
_THEIR_SHARE_ZH = (
    rf"(?:[一大另]半|一部分|部分|[几\d一二三四五六七八九]成|这?钱|这?债)(?:真的?|其实|本来)?(?:应该|应当|该|得|也|要)+(?:是|算|归|由)?(?:{_WITH_THEM_ZH}|[他她]们?)"
    rf"|(?:{_WITH_THEM_ZH}|[他她]们?)(?:自己)?(?:的|该还的|应该还的|也有)(?:那一?份|一半|那一半|部分)"
)
_OWES_TOO_ZH = (
    rf"(?:{_WITH_THEM_ZH})(?:[他她]们?)?(?:要不要|用不用|是不是|需不需要|该不该|也要|也得|也该|要|得|有没有责任|不用)(?:也|跟着|一起)?(?:要|得)?(?:还|负责|承担|担责)?[^。！\n]{{0,4}}[吗么?？]"
    rf"|(?:{_WITH_THEM_ZH})(?:要不要|用不用|是不是|需不需要|该不该)(?:也|跟着|一起)?(?:要|得)?(?:还|负责|承担|担责)"
    r"|(?:还有|除了我)[^。！\n]{0,4}(?:谁|别人)[^。！\n]{0,4}(?:要?还|负责|承担|欠)|(?:只有|就)我(?:一个人?|自己)(?:要?还|负责|承担|背)[^。！\n]{0,6}[吗么?？]"
)
_SPEAKS_OF_ONE = compiled(rf"\b(?:my|our|the|an?)\s+{_PAST_EN}{_WITH_THEM_EN}\b|{_WITH_THEM_ZH}")
_ASKS_AFTER = compiled(rf"{_GOES_AFTER_EN}|{_THEIR_SHARE_EN}|{_IS_HE_EN}|{_GOES_AFTER_ZH}|{_THEIR_SHARE_ZH}")
_OWES_TOO = compiled(rf"{_OWES_TOO_EN}|{_OWES_TOO_ZH}")
_DIED = compiled(
    r"\b(?:di(?:e|ed|es)|dead|death|deceased|pass(?:ed|ing)|funeral|buried|estate|widow\w*|killed|suicide)\b"
    r"|[死葬丧逝殁]|去世|过世|不在了|没了|离世|病故|遗[产属]"
)


def asks_who_else_owes(text: str) -> bool:
    """Whether they ask if we turn to somebody who owes with them, or whether anyone does."""
    plain = fold(text)
    if _DIED.search(plain) is not None:
        return False
    of_one = _SPEAKS_OF_ONE.search(plain) is not None and _ASKS_AFTER.search(plain) is not None
    return of_one or _OWES_TOO.search(plain) is not None
