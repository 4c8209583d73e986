"""A recording is taken where it says the words for its person and number; all else is refused at the door."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.adapters.policy_lender import load_lender
from arrears.adapters.policy_messages import PolicyFileError, load_catalog
from arrears.adapters.policy_voicemails import load_voicemails, words_to_record
from arrears.domain.people import Language
from arrears.domain.voicemails import Voicemail
from tests.builders.store import ROOT
from tests.builders.voicemails import a_wav

CATALOG = load_catalog(ROOT / "policy" / "messages")
SHIPPED = ROOT / "policy" / "lender.yml"
NUMBER = load_lender(SHIPPED).callback_number
SAYS = words_to_record(CATALOG, Language.EN, "Harbor & Pine Lending LLC", "Ann Example", NUMBER)
ZH = words_to_record(CATALOG, Language.ZH, "Harbor & Pine Lending LLC", "李明", NUMBER)
USUAL = {"person": "Ann Example", "says": SAYS, "recording": "left.wav"}


def loaded(folder: Path, voicemail: object, sound: bytes | None = None) -> dict[Language, Voicemail]:
    content = yaml.safe_load(SHIPPED.read_text(encoding="utf-8")) | {"voicemail": voicemail}
    path = folder / "lender.yml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    (folder / "left.wav").write_bytes(a_wav() if sound is None else sound)
    return load_voicemails(path, load_lender(path).voicemail, CATALOG, NUMBER)


def test_the_shipped_policy_leaves_nothing() -> None:
    assert load_lender(SHIPPED).voicemail == {}


@pytest.mark.parametrize(
    ("sound", "media_type"),
    [
        (a_wav(), "audio/wav"),
        (b"ID3" + bytes(20), "audio/mpeg"),
        (bytes.fromhex("fffb10c0"), "audio/mpeg"),
    ],
)
def test_a_recording_is_read_with_its_words_and_its_type(
    tmp_path: Path, sound: bytes, media_type: str
) -> None:
    found = loaded(tmp_path, {"en": USUAL}, sound)
    assert found == {Language.EN: Voicemail("Ann Example", SAYS, sound, media_type)}


def test_each_language_has_a_person_of_its_own(tmp_path: Path) -> None:
    chinese = {"person": "李明", "says": ZH, "recording": "left.wav"}
    found = loaded(tmp_path, {"en": USUAL, "zh": chinese})
    assert [each.person for each in found.values()] == ["Ann Example", "李明"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"recording": "nowhere.wav"}, r"voicemail\.en\.recording: there is no such file"),
        ({"recording": "."}, r"voicemail\.en\.recording: there is no such file"),
        ({"person": "Bo Example"}, r"voicemail\.en\.says: must be what"),
        ({"says": SAYS.replace("0100", "0101")}, r"voicemail\.en\.says: must be what"),
        ({"says": f"{SAYS} It is urgent."}, r"voicemail\.en\.says: must be what"),
        ({"says": SAYS.replace("Harbor & Pine Lending LLC", "")}, r"voicemail\.en\.says: must be what"),
        ({"says": ZH}, r"voicemail\.en\.says: must be what"),
        ({"person": ""}, r"voicemail\.en\.person"),
        ({"more": 1}, r"voicemail\.en\.more"),
    ],
)
def test_one_that_says_or_is_anything_else_is_refused_by_its_key(tmp_path: Path, changes, told) -> None:
    with pytest.raises(PolicyFileError, match=told) as refused:
        loaded(tmp_path, {"en": USUAL | changes})
    assert "Example" not in str(refused.value)


@pytest.mark.parametrize(
    "voicemail", [{"fr": USUAL}, {"en": {"person": "Ann Example"}}, "Ann Example", {"en": "left.wav"}]
)
def test_a_person_without_a_recording_or_in_no_language_is_refused(tmp_path: Path, voicemail) -> None:
    with pytest.raises(PolicyFileError, match="voicemail"):
        loaded(tmp_path, voicemail)


@pytest.mark.parametrize("sound", [b"", b"RIFF", b"<html>", b"OggS" + bytes(20)])
def test_a_file_that_is_neither_wav_nor_mp3_is_refused(tmp_path: Path, sound: bytes) -> None:
    with pytest.raises(PolicyFileError, match="neither WAV nor MP3"):
        loaded(tmp_path, {"en": USUAL}, sound)
