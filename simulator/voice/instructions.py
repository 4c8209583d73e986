"""The product is asked for instructions, and its answer is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from simulator.voice.parameters import parameters
from simulator.voice.process import Course, Wait
from simulator.voice.signals import Answered, InstructionsError
from simulator.voice.twiml import PARSE_FAILURE, Document, TwimlError, Verb, parse
from simulator.webhooks import Answer, Webhook, signed_request

if TYPE_CHECKING:
    from simulator.voice.engine import Engine

XML = ("text/xml", "application/xml", "text/html")
# Source: https://www.twilio.com/docs/api/errors
NOT_ABSOLUTE, NOT_FETCHED, NO_TWIML = 11100, 11200, 12300


def first_document(engine: Engine) -> Course[Document]:
    """What a call goes on with: inline, fetched, or the fallback. Raises: InstructionsError."""
    given, extra = engine.call.instructions, engine.first_parameters
    if "Url" not in given:
        return read(engine, given.get("Twiml", "<Response/>"), None)
    try:
        return (yield from document(engine, given["Url"], None, given.get("Method", ""), extra))
    except InstructionsError as error:
        if "FallbackUrl" not in given:
            raise
        engine.operator.alert(engine.call, error.code, str(error))
        failure = extra | {"ErrorCode": str(error.code), "ErrorUrl": given["Url"]}
        method = given.get("FallbackMethod", "")
        return (yield from document(engine, given["FallbackUrl"], None, method, failure))


def document(
    engine: Engine, url: str, base: str | None, method: str = "", extra: Mapping[str, str] | None = None
) -> Course[Document]:
    """Fetch instructions. Raises: InstructionsError."""
    address = absolute(url, base)
    found, call = parameters(engine.call) | dict(extra or {}), engine.call
    settings, lane = engine.operator.settings, f"voice {call.sid}"
    answer = yield from fetched(engine, signed_request(address, found, settings, lane, method or "POST"))
    if not answer.text.strip():
        return Document((), address)
    if answer.kind == "text/plain":
        return Document((Verb("Say", text=answer.text),), address)
    if answer.kind not in XML:
        raise InstructionsError(NO_TWIML, f"the content type {answer.kind or 'none'} is no TwiML")
    return read(engine, answer.text, address)


def read(engine: Engine, text: str, url: str | None) -> Document:
    """Read TwiML, reporting what is wrong with it. Raises: InstructionsError."""
    try:
        found = parse(text, url)
    except TwimlError as error:
        raise InstructionsError(PARSE_FAILURE, str(error)) from None
    for code, warning in found.warnings:
        engine.operator.alert(engine.call, code, warning)
    return found


def absolute(url: str, base: str | None) -> str:
    """The address that a document names. Raises: InstructionsError."""
    address = urljoin(base or "", url)
    if not address.startswith(("http://", "https://")):
        raise InstructionsError(NOT_ABSOLUTE, "a relative URL in a document that has none itself")
    return address


def fetched(engine: Engine, webhook: Webhook) -> Course[Answer]:
    """What the product answers well; what the caller says meanwhile is lost. Raises: InstructionsError."""
    token = object()
    engine.operator.webhooks.fetch(webhook, lambda answer: engine.post(Answered(token, answer)))
    while True:
        signal = yield Wait()
        if isinstance(signal, Answered) and signal.token is token:
            break
        engine.unheard(signal)
    answer = signal.answer
    if answer.status is None or answer.status >= 400:
        raise InstructionsError(NOT_FETCHED, f"the product answered {answer.status or 'nothing in time'}")
    return answer
