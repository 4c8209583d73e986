"""The router's settings as `config.yml` has them, checked."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any

from components.hearing import HearingSettings
from components.intent_model import ModelSettings
from components.text import LANGUAGES


class SettingError(ValueError):
    """A setting is missing, unknown or of the wrong kind; says which, of which language."""


@dataclass(frozen=True)
class LanguageSettings:
    """How one language is trained and read."""

    model: ModelSettings
    hearing: HearingSettings
    translations: bool = False  # whether what was first written in the other language is learnt as well
    copies: float = 0.0  # spoilt copies an example
    pairs: float = 0.0  # made two-intent turns an example


def parse_settings(languages: dict[str, dict[str, Any]]) -> dict[str, LanguageSettings]:
    """The settings of every language, from one flat table each. Raises: SettingError."""
    missing = set(LANGUAGES) - set(languages)
    if missing:
        raise SettingError(f"languages lacks {', '.join(sorted(missing))}")
    return {language: _parse(language, dict(table)) for language, table in languages.items()}


def _parse(language: str, table: dict[str, Any]) -> LanguageSettings:
    model, hearing = (_take(language, table, kind) for kind in (ModelSettings, HearingSettings))
    made = {name: float(table.pop(name, 0.0)) for name in ("copies", "pairs")}
    translations = bool(table.pop("translations", False))
    if table:
        raise SettingError(f"languages.{language} has unknown settings: {', '.join(sorted(table))}")
    return LanguageSettings(model, hearing, translations, **made)


def _take(language: str, table: dict[str, Any], kind: type) -> Any:
    values = {}
    for one in fields(kind):
        if one.name in table:
            values[one.name] = table.pop(one.name)
        elif one.default is MISSING and one.default_factory is MISSING:
            raise SettingError(f"languages.{language} lacks {one.name}")
    return kind(**values)
