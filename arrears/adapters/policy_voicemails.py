"""Reads what a machine may be played: `voicemail` of `policy/lender.yml`, and the recordings it names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, Field

from arrears.adapters.policy_messages import PolicyFileError
from arrears.domain.people import Language
from arrears.domain.voicemails import Voicemail
from arrears.domain.wording import Catalog, phrase

_GAP = "\ue000"


class RecordedFile(BaseModel, extra="forbid"):
    """One recording, as the file names it."""

    person: str = Field(min_length=1)
    says: str = Field(min_length=1)
    recording: Path = Field(description="WAV or MP3, from the folder of the policy")


def words_to_record(catalog: Catalog, language: Language, lender: str, person: str, number: str) -> str:
    """What the person says, word for word."""
    return phrase(catalog, language, "call.voicemail", lender=lender, person=person, phone=number)


def load_voicemails(
    path: Path, recorded: Mapping[Language, RecordedFile], catalog: Catalog, number: str
) -> dict[Language, Voicemail]:
    """The recordings by language. Raises: PolicyFileError where one is missing, or says anything else."""
    return {
        language: _voicemail(path, language, each, catalog, number) for language, each in recorded.items()
    }


def _voicemail(
    path: Path, language: Language, told: RecordedFile, catalog: Catalog, number: str
) -> Voicemail:
    key = f"voicemail.{language}"
    before, after = words_to_record(catalog, language, _GAP, told.person, number).split(_GAP)
    says = told.says
    if not (says.startswith(before) and says.endswith(after) and len(says) > len(before) + len(after)):
        raise PolicyFileError(
            path,
            f"{key}.says",
            "must be what `arrears voicemail-words` prints for this person; a recording that says"
            " anything else (another callback_number too) has to be made again",
        )
    file = path.parent / told.recording
    if not file.is_file():
        raise PolicyFileError(path, f"{key}.recording", "there is no such file beside the policy")
    sound = file.read_bytes()
    media_type = _media_type(sound)
    if media_type is None:
        raise PolicyFileError(path, f"{key}.recording", "is neither WAV nor MP3")
    return Voicemail(told.person, says, sound, media_type)


def _media_type(sound: bytes) -> str | None:
    """Source of the types: Twilio, "TwiML Voice: <Play>"; of the signs, RFC 2361 and ISO/IEC 11172-3."""
    if sound[:4] == b"RIFF" and sound[8:12] == b"WAVE":
        return "audio/wav"
    synchronised = len(sound) > 1 and sound[0] == 0xFF and sound[1] & 0xE0 == 0xE0
    return "audio/mpeg" if synchronised or sound[:3] == b"ID3" else None
