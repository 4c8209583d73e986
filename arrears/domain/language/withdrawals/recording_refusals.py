"""Who does not want the call recorded says so, in English or Mandarin; a question about it is no refusal."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_RECORD = r"(?:record(?:ed|ing|s)?|tap(?:ed|ing)?)"
_REFUSES_EN = (
    rf"\b(?:don'?t|do\s+not|never|please\s+don'?t|you\s+(?:may|can)\s*not|you\s+can'?t|without)\s+(?:\w+\s+){{0,2}}?{_RECORD}\b"
    r"|\b(?:stop|quit|end|cease|turn\s+off|switch\s+off|shut\s+off|no)\s+(?:(?:the|this|that|your|any|with\s+the)\s+)?"
    r"(?:recording|recorder|tape)\b"
    rf"|\b(?:i\s+)?(?:don'?t|do\s+not|didn'?t|did\s+not|won'?t|refuse\s+to|not\s+going\s+to)\s+(?:want|agree|consent|like|allow|"
    rf"wish|give\s+(?:you\s+)?permission)?\s*(?:to|for|you|this|me|my|the|it|call|be|being|get|having|with|any|that|conversation|"
    rf"\s)*{_RECORD}\b"
    r"|\b(?:i\s+)?(?:refuse|object\s+to|not\s+ok(?:ay)?\s+with|not\s+comfortable\s+with|against)\s+(?:to\s+be\s+|being\s+|"
    r"the\s+|this\s+|any\s+|your\s+)*record(?:ed|ing)\b"
    r"|\brather\s+(?:not\s+be|you\s+didn'?t|you\s+did\s+not)\s+record(?:ed)?\b"
    r"|\b(?:turn|switch|shut)\s+(?:the\s+|that\s+|your\s+)?(?:recording|recorder)\s+off\b"
)
_REFUSES_ZH = (
    r"(?:别|不要|不许|不准|不得|停止|停下|关掉|关闭|取消|不能|不可以|禁止|拒绝|反对)(?:再|给我|对我|进行|继续|把|被)*(?:电话|通话)?录(?:音|下)?"
    r"|不(?:同意|愿意|想|希望|接受|允许|喜欢)(?:你们?|您们?|被|对我|给我|进行|这次|本次|通话|电话)*[录錄録](?:音|下)?"
    r"|(?:把)?[录錄録]音(?:给我|给)?(?:关|停)(?:了|掉|下|一下)?"
)
_REFUSES = compiled(f"{_REFUSES_EN}|{_REFUSES_ZH}")
_QUESTION = compiled(
    r"\b(?:are|were|is|am|do|did|will|can)\s+(?:you|this|i|it|we|they|the\s+call)\b[^.!?]*\brecord\w*[^.!]*\?"
    r"|(?:是不是|是否|有没有|会不会|在不在)[^,\uff0c\u3002]*[录錄録]音|[录錄録]音(?:吗|么|了吗|没有)"
)
_NO_REFUSAL = compiled(
    r"\b(?:don'?t|do\s+not)\s+(?:mind|care)\b[^.!?]*\brecord|\b(?:don'?t|do\s+not)\s+have\s+(?:a|any|the)\s+record\b"
    r"|\brecords?\s+(?:of|show|about|department)\b|\b(?:my|your|our|for\s+(?:the|my))\s+records?\b|\bon\s+record\b|不介意|没关系"
)


def refuses_recording(text: str) -> bool:
    """Whether the words ask that the call be not recorded, or not any longer."""
    plain = fold(text)
    if _NO_REFUSAL.search(plain):
        return False
    return _REFUSES.search(plain) is not None and _QUESTION.search(plain) is None
