"""Who asks where to send what shows a payment: "where do I send the screenshot", 截图发到哪里."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_PROOF = (
    r"(?:screen\s?shots?|pictures?|photos?|pics?|(?:the|my|a)\s+(?:proof|receipt|bank\s+statement)|proof|evidence|"
    r"(?:confirmation|reference|transaction|trace)(?:\s+(?:number|no\.?|code|id|email|page))?)"
)
_SEND = r"(?:send|email|e-mail|text|upload|forward|submit|attach|fax|mail|post|share|give|show)"
_PROOF_ZH = (
    r"(?:截图|截屏|凭证|回单|照片|图片|流水号?|转账记录|付款记录|还款记录|付款证明|还款证明|"
    r"确认号|交易号|单号|单据)"
)
_ASKS = compiled(
    rf"\b(?:where|how|who|what\s+(?:email|e-mail|address|number))\b[^.!?\n]{{0,20}}\b(?:i|we|it)\b[^.!?\n]{{0,12}}\b{_SEND}\b[^.!?\n]{{0,24}}\b{_PROOF}\b"
    rf"|\b(?:can|could|should|may|do)\s+i\s+(?:just\s+)?{_SEND}\s+(?:you\s+|u\s+|y'?all\s+)?(?:(?:the|a|my|this|that)\s+)?{_PROOF}\b[^.!\n]{{0,24}}(?:\?|here|$)"
    rf"|\bwhere\s+(?:does|should|do)\s+(?:the\s+|my\s+)?{_PROOF}\s+go\b"
    rf"|{_PROOF_ZH}[^。！？!?\n]{{0,4}}(?:发|传|寄|交|给|提交|放)(?:到|给|去)?(?:哪|谁|什么|怎么)|{_PROOF_ZH}[^。！？!?\n]{{0,3}}(?:怎么|往哪里?|去哪里?|在哪里?)(?:发|传|给|交|提交|寄)"
    rf"|(?:怎么|往哪里?|去哪里?|在哪里?|可以|能)(?:把)?(?:发|传|给你们|交|提交|寄)[^。！？!?\n]{{0,4}}{_PROOF_ZH}"
    rf"|(?:怎么|往哪里?|去哪里?|在哪里?)(?:把)?{_PROOF_ZH}[^。！？!?\n]{{0,3}}(?:发|传|交|提交|寄)"
    rf"|(?:把)?{_PROOF_ZH}[^。！？!?\n]{{0,3}}(?:发|传)(?:给你们?|这里|过来|到这里?)?(?:行吗|可以吗|行不行|好吗|吗)"
)


_NAMES = compiled(rf"\b{_PROOF}\b|{_PROOF_ZH}")


def names_proof(text: str) -> bool:
    """Whether something is named that shows a payment: "I have the confirmation number", 有截图."""
    return _NAMES.search(fold(text)) is not None


def asks_where_to_send_proof(text: str) -> bool:
    """Whether they ask how what shows a payment reaches us."""
    return _ASKS.search(fold(text)) is not None
