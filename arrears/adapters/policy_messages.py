"""Reads the reviewed messages of `policy/messages/` and refuses a catalogue that is not whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from arrears.domain.people import Channel, Language
from arrears.domain.wording import CONVERSED, Catalog, Template


class PolicyFileError(ValueError):
    """A file in `policy/` cannot be used; the message names file, key and remedy."""

    def __init__(self, path: Path, key: str, remedy: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}: {key}: {remedy}")


def load_catalog(folder: Path) -> Catalog:
    """Every message in every language. Raises: PolicyFileError when the languages do not match."""
    versions: dict[Language, str] = {}
    templates: dict[tuple[Language, str], Template] = {}
    phrases: dict[tuple[Language, str], str] = {}
    for language in Language:
        path = folder / f"{language}.yml"
        content = _mapping(path)
        versions[language] = str(content["version"])
        for key, message in content["messages"].items():
            if not isinstance(message, dict) or not message.get("text"):
                raise PolicyFileError(path, key, "needs a text")
            templates[language, key] = _template(path, key, message)
        phrases |= {(language, key): str(text) for key, text in content["phrases"].items()}
    _check_same(folder, templates)
    _check_phrases(folder, phrases)
    return Catalog(versions, templates, phrases)


def _template(path: Path, key: str, message: dict[str, Any]) -> Template:
    try:
        channels = frozenset(Channel(name) for name in message.get("channels", CONVERSED))
    except ValueError:
        raise PolicyFileError(path, key, f"name channels of {', '.join(Channel)}") from None
    debt, own = bool(message.get("debt", False)), bool(message.get("first_party", False))
    return Template(key, str(message["text"]), debt, channels, own)


def _mapping(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PolicyFileError(path, "file", "is missing") from None
    except yaml.YAMLError as error:
        raise PolicyFileError(path, "file", f"is not YAML: {type(error).__name__}") from None
    if not isinstance(content, dict):
        raise PolicyFileError(path, "file", "must be a mapping")
    for key in ("version", "messages", "phrases"):
        if key not in content:
            raise PolicyFileError(path, key, "is missing")
    return content


def _check_same(folder: Path, templates: dict[tuple[Language, str], Template]) -> None:
    """Every message exists in every language, with the same placeholders and the same debt mark."""
    for (language, key), template in templates.items():
        for other in Language:
            path = folder / f"{other}.yml"
            twin = templates.get((other, key))
            if twin is None:
                raise PolicyFileError(path, key, f"is missing; {language}.yml has it")
            if _marks(twin) != _marks(template):
                raise PolicyFileError(path, key, f"differs from {language}.yml in placeholders or marks")


def _marks(template: Template) -> tuple[object, ...]:
    return template.fields, template.speaks_of_debt, template.channels, template.first_party


def _check_phrases(folder: Path, phrases: dict[tuple[Language, str], str]) -> None:
    """Every phrase exists in every language; its placeholders may differ, as word order does."""
    for language, key in phrases:
        for other in Language:
            if (other, key) not in phrases:
                raise PolicyFileError(folder / f"{other}.yml", key, f"is missing; {language}.yml has it")
