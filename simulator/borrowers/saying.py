"""Acts as texts: many wordings, several styles, the same under the same dice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from simulator.borrowers import speech
from simulator.borrowers.acts import Act, ActKind
from simulator.borrowers.sayings import BY_LANGUAGE, EXACT, FILLERS, SLIPS_ZH

CHATTY_FILLS, VOICE_FILLS = 0.5, 0.6
SLIPS = 0.3
# Too short, or too set, to be led up to.
_BARE = frozenset(
    {ActKind.REFUSE, ActKind.ACCEPT, ActKind.HALF, ActKind.THANKS, ActKind.GREET, ActKind.CHANGE_MIND}
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who writes: language, currency, style, and what identifies them."""

    language: str  # en or zh
    currency: str
    style: str  # terse, chatty, typos, voice
    given_name: str
    birth_on: date
    last4: str


def say(
    acts: tuple[Act, ...], speaker: Speaker, today: date, dice: random.Random, offered: int = 1
) -> str | None:
    """One text for a turn, None for silence. Of several schedules offered, an acceptance names its own."""
    spoken = [act for act in acts if act.kind is not ActKind.SILENCE]
    if not spoken:
        return None
    parts = [_part(act, speaker, today, dice, offered) for act in spoken]
    text = _joined(parts, speaker.language)
    return text if form_of(spoken[0], offered) in EXACT else _styled(text, spoken[0], speaker, dice)


def form_of(act: Act, offered: int = 1) -> str:
    """The key of an act's wordings."""
    match act.kind:
        case ActKind.PROPOSE:
            return f"propose_{_proposed(act)}"
        case ActKind.ACCEPT:
            return f"accept_{act.which}" if offered > 1 else "accept_only"
        case ActKind.HARDSHIP | ActKind.ASK_QUESTION | ActKind.IMPOSSIBLE_DEMAND:
            return f"{act.kind}_{act.about}"
        case _:
            return act.kind.value


def _proposed(act: Act) -> str:
    if act.full:
        what = "full"
    elif act.share_percent is not None:
        what = "share"
    elif act.amount_minor is None:
        return "day"
    elif act.count is not None and act.per:
        what = "count"
    else:
        what = "per" if act.per else "once"
    return f"{what}_day" if act.on else what


def _part(act: Act, speaker: Speaker, today: date, dice: random.Random, offered: int) -> str:
    wordings = BY_LANGUAGE[speaker.language][form_of(act, offered)]
    return dice.choice(wordings).format_map(_figures(act, speaker, today, dice))


def _figures(act: Act, speaker: Speaker, today: date, dice: random.Random) -> dict[str, str]:
    language = speaker.language
    figures = {
        "name": speaker.given_name,
        "last4": speaker.last4,
        "birth": speech.birth(speaker.birth_on, language, dice),
        "count": str(act.count),
        "percent": str(act.share_percent),
        "per": speech.rhythm(act.per, language, dice) if act.per else "",
    }
    if act.amount_minor is not None:
        figures["amount"] = speech.amount(act.amount_minor, speaker.currency, language, dice)
    if act.on:
        figures["day"] = speech.day(act.on, today, language, dice)
    return figures


def _joined(parts: list[str], language: str) -> str:
    text, stop = parts[0], "。" if language == "zh" else "."
    for part in parts[1:]:
        text = text if text[-1] in ".?!。？" else text + stop
        text += part if language == "zh" else f" {part}"
    return text


def _styled(text: str, first: Act, speaker: Speaker, dice: random.Random) -> str:
    style, language = speaker.style, speaker.language
    fills = {"chatty": CHATTY_FILLS, "voice": VOICE_FILLS}.get(style, 0.0)
    if first.kind not in _BARE and dice.random() < fills:
        text = dice.choice(FILLERS[language][style]) + text
    if language == "zh":
        return _typed_zh(text, style, dice)
    if style == "typos":
        return speech.mistyped(speech.mistyped(text, dice), dice)
    if style in ("terse", "voice"):
        text = text.rstrip(".?!")
        return text[0].lower() + text[1:] if dice.random() < 0.7 else text
    return text


def _typed_zh(text: str, style: str, dice: random.Random) -> str:
    if style == "terse":
        return text.rstrip("。？")
    if style == "typos" and dice.random() < SLIPS:
        found = [sign for sign in SLIPS_ZH if sign in text]
        if found:
            sign = dice.choice(found)
            return text.replace(sign, SLIPS_ZH[sign], 1)
    return text
