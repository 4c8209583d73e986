"""Reads the reviewed messages of `policy/messages/` and refuses a catalogue that is not whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from arrears.domain.people import Channel, Language
from arrears.domain.wording import CONVERSED, Catalog, Template, fields_of

VARIANT = ".voice"
"""What ends the key of words for the ear: on a call they are said in place of those without it."""


class PolicyFileError(ValueError):
    """A file in `policy/` cannot be used; the message names file, key and remedy."""

    def __init__(self, path: Path, key: str, remedy: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}: {key}: {remedy}")


def load_catalog(folder: Path) -> Catalog:
    """Every message in every language. Raises: PolicyFileError when the languages do not match."""
    versions: dict[Language, str] = {}
    templates: dict[tuple[Language, str], Template] = {}
    phrases: dict[tuple[Language, str], str] = {}
    spoken: dict[tuple[Language, str], str] = {}
    for language in Language:
        path = folder / f"{language}.yml"
        content = _mapping(path)
        versions[language] = str(content["version"])
        for key, message in content["messages"].items():
            if not isinstance(message, dict) or not message.get("text"):
                raise PolicyFileError(path, key, "needs a text")
            if key.endswith(VARIANT):
                spoken[language, key.removesuffix(VARIANT)] = _variant(path, key, message)
            else:
                templates[language, key] = _template(path, key, message)
        for key, text in content["phrases"].items():
            kept = spoken if key.endswith(VARIANT) else phrases
            kept[language, key.removesuffix(VARIANT)] = str(text)
    _check_same(folder, templates)
    _check_phrases(folder, phrases)
    _check_variants(folder, Catalog(versions, templates, phrases, spoken))
    return Catalog(versions, templates, phrases, spoken)


def _variant(path: Path, key: str, message: dict[str, Any]) -> str:
    """The words for the ear; what else is true of the message stands at its own key."""
    more = sorted(message.keys() - {"text"})
    if more:
        raise PolicyFileError(path, key, f"takes {', '.join(more)} from the message it is a variant of")
    return str(message["text"])


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


def _check_variants(folder: Path, catalog: Catalog) -> None:
    """Words for the ear belong to a message or phrase, say no more than it, and exist in every language."""
    for (language, key), text in catalog.spoken.items():
        path, name = folder / f"{language}.yml", key + VARIANT
        template = catalog.templates.get((language, key))
        whole = catalog.phrases.get((language, key)) if template is None else template.text
        if whole is None:
            raise PolicyFileError(path, name, f"there is no {key} to be a variant of")
        if template is not None and Channel.VOICE not in template.channels:
            raise PolicyFileError(path, name, f"{key} is not said on calls; name voice in its channels")
        more = sorted(fields_of(text) - fields_of(whole))
        if more:
            raise PolicyFileError(path, name, f"has placeholders that {key} has not: {', '.join(more)}")
        _check_variant_twins(folder, catalog, key)


def _check_variant_twins(folder: Path, catalog: Catalog, key: str) -> None:
    """In every language; of a message with the same placeholders. Those of phrases follow word order."""
    texts = {language: catalog.spoken.get((language, key)) for language in Language}
    missing = next((language for language, text in texts.items() if text is None), None)
    if missing is not None:
        raise PolicyFileError(folder / f"{missing}.yml", key + VARIANT, "is missing; another language has it")
    is_message = (Language.EN, key) in catalog.templates
    if is_message and len({fields_of(text) for text in texts.values() if text is not None}) > 1:
        raise PolicyFileError(
            folder / f"{Language.ZH}.yml", key + VARIANT, "differs from en.yml in placeholders"
        )
