"""What is asked while a payment or a charge is checked: where proof goes, and what follows from the check.

What follows if it is found, if it is not, whether it counts as late until then, and what a fee is for.
"""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.acts.charge_questions import asks_what_for
from arrears.domain.language.acts.proof_sent import asks_where_to_send_proof
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks, sentences


class CheckQuestion(StrEnum):
    """What is asked."""

    PROOF = "proof"  # where to send what shows a payment
    FOUND = "found"  # whether less is to be paid once it is found
    NOT_FOUND = "not_found"  # what follows if it is not
    LATE = "late"  # whether they count as late until then
    FEE = "fee"  # what a fee is for


_IT = (
    r"(?:it|that|this|they|those|(?:(?:the|my)\s+)?(?:[$]?\d[\d,.]*|payments?|money(?:\s+order)?|che(?:ck|que)|transfer|deposit)"
    r"(?:\s+(?:order|payment|transfer|i\s+(?:sent|paid|made)))?)"
)
_SHOWS_UP = (
    rf"(?:{_IT}(?:'s|'re|\s+(?:does|do|is|are|has|have|been|gets?|ever|finally|actually))*\s+"
    r"(?:show(?:s|ed)?\s+up|turn(?:s|ed)?\s+up|come(?:s)?\s+(?:up|in|through)|clear(?:s|ed)?|found|posted|confirmed|there)"
    rf"|(?:you|u|y'?all|they|somebody|someone)\s+(?:do\s+|guys\s+|ever\s+|actually\s+)?(?:find|see|locate|confirm|trace)\s+{_IT})"
)
_FOUND = compiled(
    rf"\b(?:if|once|when|after)\s+{_SHOWS_UP}\b[^.!?\n]{{0,30}}\b(?:pay|owe|less|lower|short(?:er|en\w*)|fewer|off|deduct\w*|subtract\w*|credit\w*|count\w*|back|refund\w*|end)\b"
    rf"|\b(?:pay|owe|less|short(?:er|en\w*)|fewer|off|deduct\w*|subtract\w*|credit\w*)\b[^.!?\n]{{0,24}}\b(?:if|once|when|after)\s+{_SHOWS_UP}\b"
    r"|(?:查到|找到|查清|查出来|核实(?:到|好|完|清楚)?|确认|对上)(?:[那我]{0,2}[一二两三四五六七八九十百千万\d.块元笔的钱]{1,8})?(?:了|以后|之后|后|的话|到)*[^。！!\n]{0,8}(?:少[还付交]|(?:缩|变)短|[扣减抵]掉?|冲[抵掉]|退(?:给|回)?|算(?:进|上|在))[^。！!\n]{0,6}"
)
_CANNOT = (
    r"(?:ca\s?n'?t|cannot|can\s+not|do(?:es)?\s?n'?t|do(?:es)?\s+not|never|is\s?n'?t|is\s+not|'s\s+not|"
    r"could\s?n'?t)"
)
_NOT_FOUND = compiled(
    rf"\b(?:if|suppose|say)\s+(?:(?:you|u|y'?all|they|nobody|the\s+\w+)\s+(?:guys\s+|people\s+|just\s+)?{_CANNOT}\s+(?:ever\s+)?(?:find|see|locate|trace|get)"
    rf"|{_IT}\s*{_CANNOT}\s+(?:ever\s+)?(?:shows?\s+up|turns?\s+up|comes?\s+(?:up|through|in)|found|there)|nobody\s+finds)\b"
    r"|(?:查不到|查不出来?|找不到|没查到|没找到|查无|对不上|核实不了)[^。！!\n]{0,6}(?:呢|怎么|咋|会|吗|[?？])"
    r"|(?:要是|如果|万一|那)[^。！!\n]{0,8}(?:查不到|查不出|找不到|没查到|没找到|对不上)"
)
_LATE_EN = (
    r"(?:late(?:\s+(?:fees?|charges?))?|overdue|past\s+due|delinquent|behind|in\s+default|missed|penalt\w+)"
)
_UNTIL_EN = (
    r"(?:until|till|meanwhile|in\s+the\s+mean\s?time|while\s+(?:you|it|this|that)|before\s+(?:that|you|it)|for\s+now|"
    r"right\s+now|still)"
)
_ASKS_EN = r"(?:does|do|is|am|are|will|would|did)\s+(?:i|it|that|this|they|we|you)\b"
_ASKS = compiled(rf"\b{_ASKS_EN}|[吗吧么呢]\W*$|是不是|是否")
_LATE = compiled(
    rf"\b{_ASKS_EN}[^.!?\n]{{0,24}}\b{_LATE_EN}\b[^.!?\n]{{0,16}}\b{_UNTIL_EN}\b"
    rf"|\b{_ASKS_EN}[^.!?\n]{{0,12}}\b{_UNTIL_EN}\b[^.!?\n]{{0,24}}\b{_LATE_EN}\b"
    rf"|\b{_UNTIL_EN}\b[^.!?\n]{{0,24}}\b{_ASKS_EN}[^.!?\n]{{0,24}}\b{_LATE_EN}\b"
    r"|(?:核实|查|查到|查清楚?|查明|结果|确认|弄清楚?|核对)[^。！!\n]{0,4}(?:之前|以前|前|期间|的时候|这段时间|过程中)[^。！!\n]{0,8}"
    r"(?:逾期|罚息|滞纳金|违约金|晚还|迟还)"
    r"|(?:还|会|也|要)?(?:算不算|会不会算|还算|还是算|会算)(?:我|是|作|成)*(?:逾期|违约|晚还|迟还)"
)
_WORDS = {
    CheckQuestion.NOT_FOUND: _NOT_FOUND,
    CheckQuestion.FOUND: _FOUND,
    CheckQuestion.LATE: _LATE,
}
"""In their order: what is not found has the words of what is."""


def check_question(text: str) -> CheckQuestion | None:
    """What is asked of a check that is under way; None where nothing is."""
    if asks_where_to_send_proof(text):
        return CheckQuestion.PROOF
    plain = fold(text)
    found = next((question for question, words in _WORDS.items() if words.search(plain) is not None), None)
    if found is CheckQuestion.FOUND and not (any(map(asks, sentences(text))) or _ASKS.search(plain)):
        return None  # "I'll pay when the check clears"
    return CheckQuestion.FEE if found is None and asks_what_for(text) else found
