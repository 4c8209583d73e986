"""Numbers, addresses and channels by which someone is to be reached."""

from __future__ import annotations

from arrears.domain.language.money.numerals_en import NO_DIGIT_BEFORE
from arrears.domain.language.people.said_digits import HAN_DIGIT, in_figures, said_in_english
from arrears.domain.language.script.fold import NOISE, blank, compiled, has_han
from arrears.domain.language.script.terms import Term, lexicon, read_terms
from arrears.domain.language.words.channels import CHANNELS_EN, CHANNELS_ZH

_EMAIL = compiled(r"[a-z0-9][\w.+-]{0,63}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}(?<![.-])")
_PHONE = compiled(
    r"\+\d[\d .()-]{7,16}\d(?!\d)"
    r"|(?<![\d$¥.,-])(?:1[ -])?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)"
    r"|(?<![\d$¥.,])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
    r"|(?<![\d$¥.,])0\d{1,3}[ -]\d{7,8}(?!\d)|(?<=座机)0\d{9,11}(?!\d)"
    r"|(?<![\d$¥.,])09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)"
    r"|(?<![\d$¥.,/-])\d{3}-\d{4}(?![\d/-])"
    r"|(?<![\d$¥.,])\d{10}(?!\d)(?=\W*$|\s*(?:is|after|from|now|instead|please|pls|\W))"
)
_CALL = compiled(
    r"\b(?:call|ring|phone|reach|text)\s+(?:me|us)\b|\bcall\s?back\b|回拨|回电|致电|来电|(?:联系|打给|打电话给)我|给我(?:打(?!折)|来电|回)"
)
_SPOKEN_PHONE = compiled(
    rf"{NO_DIGIT_BEFORE}(?:{said_in_english('10')}|{said_in_english('7')})|(?<!\d\s)(?<!\d)\d(?:\s\d){{6}}(?:(?:\s\d){{3}})?(?!\s?\d)|(?<!{HAN_DIGIT}){HAN_DIGIT}{{11}}(?!{HAN_DIGIT})"
)
_WITHOUT_AREA = 7  # digits of a number of the same place, which is written 555-0121
_NOT_A_PHONE = compiled(
    r"(?:confirmation|conf|reference|ref|case|account|order|流水号|订单号?|单号|案号|回执|账号|卡号)\D{0,12}$"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|circle|cir|"
    r"terrace|parkway|pkwy|highway|hwy|trail|square|sq)"
)
_ADDRESS = compiled(
    rf"(?<![\d$/.,-])\d{{1,6}}\s+(?:[nsew]\.?\s+)?(?:[a-z0-9]+\s+){{1,3}}?{_STREET}\b\.?"
    r"(?:,?\s+(?:apt|apartment|unit|suite|ste|"
    r"#)\.?\s*\w+)?(?:,?\s+[a-z]+(?:\s+[a-z]+)?,?\s+[a-z]{2}(?:,?\s+\d{5}(?:-\d{4})?)?(?=\W*$|[.;!?])|"
    r",\s+[a-z]+(?:\s[a-z]+)?(?:,\s*[a-z]{2})?(?:\s+\d{5})?(?=\W*$|[.;!?])|,?\s+\d{5})?"
    r"|\bp\.?\s?o\.?\s+box\s+\d+(?:,?\s+[a-z]+(?:\s+[a-z]+){0,2}?,?\s+[a-z]{2},?\s+\d{5}(?:-\d{4})?\b|"
    r",\s+[a-z]+(?:\s[a-z]+)?,?\s+[a-z]{2}(?=\W*$|[.;!?])|,?\s+\d{5}(?:-\d{4})?\b)?"
)
_REGION = (
    r"(?:[\u4e00-\u9fff]{2,7}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,5}市)?(?:[\u4e00-\u9fff]{1,5}(?:区|"
    r"县))?(?:[\u4e00-\u9fff]{1,6}(?:镇|乡|街道))?"
)
_ADDRESS_ZH = compiled(
    rf"{_REGION}[\u4e00-\u9fff]{{1,8}}(?:路|街|大道|胡同|巷|弄|村|小区|花园|苑|里)(?:[东南西北中]?[一二三四五六七八九十\d]{{1,2}}(?:段|期|区|组))?(?:第?[\d一二三四五六七八九十百]+[\u4e00-\u9fff\d-]*?(?:号楼|号院|号|弄|栋|幢|"
    rf"单元|楼|室|户))+(?:\d{{2,4}}(?![\d元块]))?"
)
_LEAD_ZH = compiled(
    r"^(?:.{0,12}?(?:[寄邮发送]至|寄到|邮到|发到|寄去|寄给我|(?<![邮])寄(?![到去给])|送到|搬到|地址是|地址改成|地址[:：]?|住在|改成|到|在|是|住))"
)
_CHANNELS = lexicon(english=CHANNELS_EN, mandarin=CHANNELS_ZH)


def read_contacts(text: str, *, channels: bool) -> list[Term]:
    """Numbers and addresses in the folded text; with `channels`, the kinds named where none is given."""
    found = [Term(text[slice(*m.span())], m.span()) for m in _EMAIL.finditer(text)]
    rest = blank(text, [one.span for one in found], NOISE)
    for pattern in (_PHONE, _SPOKEN_PHONE):
        phones = [m.span() for m in pattern.finditer(rest) if not _NOT_A_PHONE.search(rest[: m.start()])]
        found += [Term(rest[slice(*span)].strip(), span) for span in phones]
        rest = blank(rest, phones, NOISE)
    found += _addresses(rest)
    if channels and not found:
        found = read_terms(text, _CHANNELS)
    return sorted(found, key=lambda term: term.span)


def says_to_call(text: str) -> bool:
    """Whether a number to be called, or a word of calling them, stands in the folded text."""
    return _CALL.search(text) is not None or _PHONE.search(text) is not None


def as_dialled(said: str) -> str:
    """A number that was spoken, in figures; anything else as it is."""
    figures = in_figures(said)
    if figures == said or len(figures) != _WITHOUT_AREA:
        return figures
    return f"{figures[:3]}-{figures[3:]}"


def _addresses(text: str) -> list[Term]:
    found = [Term(m.group(), m.span()) for m in _ADDRESS.finditer(text)]
    if not has_han(text):
        return found
    for match in _ADDRESS_ZH.finditer(text):
        lead = _LEAD_ZH.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        found.append(Term(text[start : match.end()], (start, match.end())))
    return found
