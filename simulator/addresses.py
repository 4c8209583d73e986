"""Where a public URL is really dialled: on loopback there is no TLS, and the name leads nowhere.

What is signed is always the URL as Twilio would see it. A https or wss URL of the loopback interface, or of
the configured public URL, is dialled without TLS, with the headers a terminating proxy would set.
"""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from simulator.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PLAIN = {"https": "http", "wss": "ws", "http": "http", "ws": "ws"}


def dialled(url: str, settings: Settings) -> tuple[str, dict[str, str]]:
    """The URL to dial, and the headers that go with it."""
    parts = urlsplit(url)
    plain = PLAIN.get(parts.scheme, parts.scheme)
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": parts.netloc}
    public = urlsplit(settings.public_url)
    if settings.public_url and parts.netloc == public.netloc:
        parts = parts._replace(netloc=urlsplit(settings.voice_url).netloc)
    elif parts.hostname not in LOOPBACK:
        return url, {}
    there = urlunsplit(parts._replace(scheme=plain))
    return there, forwarded if parts.scheme in {"https", "wss"} else {}


def as_seen_by_twilio(url: str) -> str:
    """The URL that is signed in a WebSocket's handshake: Twilio dials wss and nothing else."""
    return "wss" + url[len("ws") :] if url.startswith("ws://") else url


def relay_url_allowed(url: str) -> bool:
    """Whether the relay may dial it: wss, or ws on loopback, and no query string."""
    parts = urlsplit(url)
    secure = parts.scheme == "wss" or (parts.scheme == "ws" and parts.hostname in LOOPBACK)
    return secure and not parts.query
