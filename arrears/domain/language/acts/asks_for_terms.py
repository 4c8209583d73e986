"""Words that ask us for terms, or for others: "then make me an offer", "那你给我个方案", "行吧，再少点"."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_ASKS = compiled(
    r"\b(?:give|make|show|tell|send|offer|find|get)\s+me\s+(?:\w+\s+){0,2}?(?:plan|offer|options?|numbers?|figures?|deal|schedule|terms|arrangement)\b"
    r"|\bwhat\s+(?:can|could|would|do|will)\s+you\s+(?:offer|suggest|propose|do|have)\b|\byou\s+(?:tell\s+me|decide|choose|say)\b"
    r"|\b(?:a\s+bit|a\s+little|something|any|even)\s+(?:less|lower|cheaper|smaller)\b|\b(?:lower|less)\s+(?:please|than\s+that)\b"
    r"|(?:说|报|出)(?:一?个|几个)(?:数|价)|(?:给|出|拿|定|列|提|做|制定)(?:我|一下)?(?:一?个|几个|些)?(?:新|合适|可行|更好)?的?(?:方案|计划|办法|建议)"
    r"|(?:怎么|如何)(?:个)?(?:还|分|安排|办)|(?:[你您]们?)(?:定|说|看着?办?|决定|安排)(?:吧|呢|呗|办)"
    r"|再(?:少|低|降|便宜|优惠|减)|(?:少|低|便宜|优惠)(?:一)?点"
)


def asks_for_terms(text: str) -> bool:
    """Whether a yes beside these words wants terms that nobody has named. A harmless one costs a question."""
    return _ASKS.search(fold(text)) is not None
