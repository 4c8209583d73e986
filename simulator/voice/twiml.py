"""A TwiML document, read strictly: what the SDK's classes do not allow is left out, and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from simulator.voice import grammar
from simulator.voice.grammar import Place

MAX_LENGTH = 65_536
# Source: https://www.twilio.com/docs/api/errors (codes); the texts are our own words.
PARSE_FAILURE, SCHEMA_WARNING = 12100, 12200


@dataclass(frozen=True, slots=True)
class Verb:
    """One element, with what was allowed of it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    children: tuple[Verb, ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value; an empty one is the default."""
        return self.attributes.get(name) or default

    def number(self, name: str, default: float) -> float:
        """An attribute that is a number."""
        value = self.get(name)
        return float(value) if value.isdigit() else default

    def true(self, name: str, default: bool = False) -> bool:
        """An attribute that is a boolean."""
        value = self.get(name)
        return value == "true" if value else default


@dataclass(frozen=True, slots=True)
class Document:
    """The verbs of one response, where it came from, and what was wrong with it."""

    verbs: tuple[Verb, ...]
    url: str | None = None
    warnings: tuple[tuple[int, str], ...] = ()


class TwimlError(ValueError):
    """The document is no XML, or no response; the call cannot go on with it."""


def parse(text: str, url: str | None = None) -> Document:
    """Read a document. Raises: TwimlError."""
    try:
        # The product's own answer; expat limits what entities expand to.
        root = ElementTree.fromstring(text.strip())  # noqa: S314
    except ElementTree.ParseError as error:
        raise TwimlError(f"not XML, at line {error.position[0]}") from None
    if root.tag != "Response":
        raise TwimlError("the root element must be Response")
    reader = _Reader()
    if len(text) > MAX_LENGTH:
        reader.warn("a document has at most 64 kB")
    if root.attrib:
        reader.warn("Response has no attributes")
    verbs = reader.children(root, "Response", grammar.root())
    return Document(verbs, url, tuple(reader.warnings))


class _Reader:
    def __init__(self) -> None:
        self.warnings: list[tuple[int, str]] = []

    def warn(self, text: str) -> None:
        self.warnings.append((SCHEMA_WARNING, text))

    def children(
        self, parent: ElementTree.Element, name: str, allowed: Mapping[str, Place]
    ) -> tuple[Verb, ...]:
        found: list[Verb] = []
        for element in parent:
            tag = str(element.tag)
            if tag not in allowed:
                self.warn(f"{tag} is not allowed in {name}")
            elif (verb := self.verb(element, tag, allowed[tag])) is not None:
                found.append(verb)
        return tuple(found)

    def verb(self, element: ElementTree.Element, name: str, place: Place) -> Verb | None:
        children = self.children(element, name, grammar.inside(place))
        attributes = {
            key: value for key, value in element.attrib.items() if self.fits(name, key, value, place)
        }
        text = " ".join("".join(element.itertext() if name == "Say" else [element.text or ""]).split())
        needed = grammar.REQUIRED.get(name)
        if needed is not None and not (attributes.get(needed) if needed else text):
            self.warn(f"{name} needs {needed or 'a text'}")
            return None
        return Verb(name, attributes, text, children)

    def fits(self, name: str, attribute: str, value: str, place: Place) -> bool:
        attribute = attribute.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
        if attribute not in place.attributes:
            self.warn(f"{name} has no attribute {attribute}")
            return False
        if not grammar.allowed(name, attribute, value):
            self.warn(f"{attribute} of {name} cannot be that value")
            return False
        return True
