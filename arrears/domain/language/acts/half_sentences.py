"""Sentences that break off before they say anything: "ok so if I", "the thing is", 其实就是."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_LEAD = (
    r"(?:(?:oh|ok(?:ay)?|yeah|yes|yep|no|well|so|um+|uh+|er+|hm+|hey|hi|hello|like|but|and|look|listen|wait|sorry|actually|"
    r"basically|honestly|just)[\s,.…-]+)*"
)
_STOPS_AT = (
    r"(?:so\s+)?(?:if|because|cuz|cause|when|whether|unless|although|since|that|until)(?:\s+(?:i|we|you|it|the|my|that|there|maybe))*"
    r"|(?:the|my)\s+(?:thing|point|problem|issue|question|reason|idea)(?:\s+is(?:\s+(?:that|i|the|like))*)?"
    r"|what\s+i(?:'?m|\s+am)?\s*(?:mean|meant|want|wanted|was|trying)?(?:\s+(?:to|saying|say|is|was|trying|that))*"
    r"|i\s+(?:was|am|mean|meant|just|think|thought|guess|wanted|want|would|could|can|will|need|might)(?:\s+(?:just|like|to|that|if|say|maybe|"
    r"going|gonna|saying|wondering|trying|thinking|about))*"
    r"|i'?(?:m|d|ll|ve)(?:\s+(?:just|like|to|that|if|gonna|going|trying|wondering|thinking|saying|about))*"
    r"|(?:and|but|or|so|then|like|maybe|about)(?:\s+(?:then|the|i|it|maybe|if|like))*|(?:it|this|that)(?:'?s|\s+is|\s+was)\s+(?:just|like|that|because|about)(?:\s+(?:that|i|the|like))*"
    r"|(?:can|could|should|would|do|does|is|are)\s+(?:i|we|you|it)(?:\s+(?:just|maybe|like|also))*"
)
_ENGLISH = compiled(rf"{_LEAD}(?:{_STOPS_AT})[\s,.…?!-]*")
_LEAD_ZH = r"(?:[\s,\uff0c。…]|嗯|呃|那个|这个|您好|你好|好的?|是的?|喂|哎|对|不是|不好意思)*"
_MANDARIN = compiled(
    rf"{_LEAD_ZH}(?:其实|就是|我(?:就)?是(?:想)?(?:说|问)?|我(?:的意思|想说|想问|就想|想的|要说)(?:的)?(?:就?是)?|我想(?:就是)?|意思(?:就)?是|"
    r"因为|所以|然后(?:呢)?|但是|可是|不过|如果(?:我)?|要是(?:我)?|比如(?:说)?|也就是|主要是|问题是|情况是|反正|那(?:么|我|如果)|能不能|我(?:们)?(?:就|先|再|这边)?|那个|[\s,\uff0c。…])++"
    r"(?:[\s,.\uff0c。…?？]|呢|说)*"
)
_WHOLE = compiled(
    rf"{_LEAD}(?:i\s+(?:guess|think(?:\s+so)?|would|could|can|will|do|am|might|see)|that|can\s+(?:i|you|we)|maybe|about\s+that|like\s+that|so|then|like|i'?ll|"
    r"could\s+(?:i|you|we)|do\s+it|because|it\s+is|what\s+i\s+mean)[\s,.?!]*"
    r"|(?:就是我|我就是|是我|(?:不|就)?是那个|是的?|好的?|对|不是|就是|我是|那我|那个|嗯|呃|[\s,\uff0c。….?？])++"
)
"""Short answers that look the same and may be whole: "I think so", "ok then"."""


_MOST_CHARACTERS = 80


def breaks_off(text: str) -> bool:
    """Whether the text is a beginning and nothing else: it agrees to nothing and proves nothing."""
    plain = fold(text).strip()
    if not plain or len(plain) > _MOST_CHARACTERS:
        return False
    if _WHOLE.fullmatch(plain) and not plain.endswith(("...", "…")):
        return False
    return _ENGLISH.fullmatch(plain) is not None or _MANDARIN.fullmatch(plain) is not None
