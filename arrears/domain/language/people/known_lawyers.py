"""Whether somebody of theirs is a lawyer by trade, and nothing says that a lawyer speaks for them."""

from __future__ import annotations

from arrears.domain.language.people.others_involved import PEOPLE_EN, PEOPLE_ZH
from arrears.domain.language.script.fold import compiled, fold

_SOMEBODY_EN = (
    rf"(?:{PEOPLE_EN}|cousin|aunt|uncle|buddy|nephew|niece|neighbou?r|co-?worker)(?:[\s-]in[\s-]law)?"
)
_SOMEBODY_ZH = (
    rf"(?:{PEOPLE_ZH}|[表堂][哥姐弟妹]|叔叔?|舅舅?|姑姑?|姑父|姨父?|阿姨|侄子|外甥|同学|亲戚|邻居|哥们|闺蜜)"
)
_LAWYER_EN = r"(?:lawyer|attorney|paralegal|law\s+student)"
_BY_TRADE = compiled(
    rf"\b(?:my|our|an?|his|her)\s+(?:\w+\s+)?{_SOMEBODY_EN}(?:\s+of\s+mine)?(?:'s(?=\s+(?:\w+\s+)?an?\b)|,?\s+(?:who(?:'s|\s+is)|is|was|works\s+as|does))\s+"
    rf"(?:(?:actually|also|kind\s+of|like)\s+)*(?:an?\s+)?(?:\w+\s+)?{_LAWYER_EN}\b|\b{_LAWYER_EN}\s+{_SOMEBODY_EN}\b"
    rf"|{_SOMEBODY_ZH}[他她]?(?:自己|以前|现在|就)*(?:是|做|当|干|搞|学)过?个?(?:律师|法律)的?|(?:做|当|是|学)(?:律师|法律)的{_SOMEBODY_ZH}"
)
_SPEAKS_FOR_THEM = compiled(
    r"\brepresent\w*|\b(?:hired|retain\w*|mine|handles?|on\s+my\s+behalf|for\s+me|my\s+case|sue\w*|suing|court|lawsuit)\b"
    rf"|\b(?:my|our)\s+(?:own\s+)?{_LAWYER_EN}\b(?!\s+{_SOMEBODY_EN})"
    r"|\b(?:talk|speak|write|call|text|contact|deal|go)\s+(?:to|with|through)?\s*(?:him|her|them)\b"
    r"|\b(?:s?he|they)(?:'s|'ll|'re|\s+(?:is|are|will|wants?\s+to|can))\s+(?:\w+\s+)?(?:handl\w+|tak\w+|deal\w*|call\w*|contact\w*|writ\w+|go\w*)\b"
    r"|代理|委托|聘|请了|[找跟和][他她]|联系[他她]|由[他她]|替我|帮我|出面|起诉|官司|律师函|全权|我的?律师|我们?律师|法院"
)


def knows_a_lawyer(text: str) -> bool:
    """Whether a lawyer in it is one of their people, by trade: "my cousin is a lawyer, he says..."."""
    plain = fold(text)
    return _BY_TRADE.search(plain) is not None and _SPEAKS_FOR_THEM.search(plain) is None
