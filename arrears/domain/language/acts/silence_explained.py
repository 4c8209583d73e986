"""Who tells us what no answer would not mean: "if I don't text back don't think I ran", 没回别当我跑路."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_NOT_ANSWERED = (
    r"\b(?:if|when)\s+i\s+(?:(?:do\s?n'?t|do\s+not|can'?t|cannot|am\s+slow\s+to|forget\s+to|take\s+(?:a\s+while|long|a\s+day)\s+to)\s+)"
    r"(?:(?:always|ever)\s+)?(?:answer|reply|respond|text\s+(?:you\s+)?back|write\s+(?:you\s+)?back|pick\s+up|get\s+back)\b[^.!?\n,]{0,36}"
)
_NO_FLIGHT = (
    r"(?:do\s?n'?t\s+(?:you\s+)?(?:think|assume|take\s+it|figure|read\s+it)|(?:it\s+)?(?:does\s?n'?t|does\s+not)\s+mean|that\s+does\s?n'?t\s+mean|"
    r"it'?s\s+not\s+(?:that|because)|i'?m\s+not)\b[^.!?\n]{0,24}"
    r"\b(?:ran|run(?:ning)?|ghost(?:ed|ing)|dodg(?:ed|ing)|hid(?:ing)?|duck(?:ed|ing)|ignor(?:ed|ing)|avoid(?:ed|ing)|skipp?(?:ed|ing)?|disappeared|bailed)\b[^.!?,;\n]{0,16}"
)
_ENGLISH = compiled(rf"\W*(?:{_NOT_ANSWERED}[,\s]*{_NO_FLIGHT}|{_NO_FLIGHT}[,\s]*{_NOT_ANSWERED})\W*")
_CHINESE = compiled(
    r"\W*(?:要是|如果|万一|我|有时候?|偶尔|你们?的?|电话|短信|消息|信息|微信|\s|[，,])*(?:没|不|没有|没能|没及时|来不及|晚)(?:及时|马上)?(?:回复?|接)(?:短信|消息|信息|电话|你们?|到|了)*[，,\s]*"
    r"(?:你们?|可|也|就)*(?:别|不要|不是|不代表|不等于|并不是|不能)(?:以为|当成?|觉得|认为|说)?(?:我|是|就|要|在|想|故意)*"
    r"(?:跑路?|跑了|躲(?:着|债|你们)?|赖账?|失联|不还|逃(?:跑|避)?|不理(?:你们)?)(?:了|啊|哈|的|呀)*\W*"
)
_STOP = compiled(
    r"\b(?:stop|quit|unsubscribe|remove|leave|lose|forget|block|any\s?more|no\s+more|never)\b|停|退订|拉黑|[别不要]再"
)


def explains_silence(text: str) -> bool:
    """Whether the whole text says that who does not answer has not run away."""
    plain = fold(text)
    explains = _ENGLISH.fullmatch(plain) is not None or _CHINESE.fullmatch(plain) is not None
    return explains and _STOP.search(plain) is None
