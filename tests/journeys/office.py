"""The policy of the stage: the repository's, but that people can be reached, and have recorded voicemails."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from arrears.adapters.policy_messages import load_catalog
from arrears.adapters.policy_voicemails import words_to_record
from arrears.domain.people import Language
from tests.builders.voicemails import a_wav
from tools.rasa import ROOT

AGENTS = "+12125550111"
"""Where our people take calls."""

LENDER, RECORDED_BY = "Harbor & Pine Lending LLC", {Language.EN: "Ann Example", Language.ZH: "李明"}
"""Whose loans are called about, and who has recorded the messages for answering machines."""


def with_people(folder: Path) -> Path:
    """A copy of the repository's policy with that number and these recordings; the folder itself."""
    shutil.copytree(ROOT / "policy", folder, ignore=shutil.ignore_patterns("sample"))
    (folder / RECORDING).write_bytes(a_wav())
    lender = yaml.safe_load((folder / "lender.yml").read_text(encoding="utf-8"))
    reached = lender | {"agents_phone": AGENTS, "voicemail": _recorded(folder, lender["callback_number"])}
    (folder / "lender.yml").write_text(yaml.safe_dump(reached, allow_unicode=True), encoding="utf-8")
    return folder


RECORDING = "voicemail.wav"


def _recorded(folder: Path, number: str) -> dict[str, dict[str, str]]:
    catalog = load_catalog(folder / "messages")
    return {
        str(language): {
            "person": person,
            "says": words_to_record(catalog, language, LENDER, person, number),
            "recording": RECORDING,
        }
        for language, person in RECORDED_BY.items()
    }
