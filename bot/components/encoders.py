"""Encoders as they are served: ONNX graphs on one thread, written once and cached beside the bot."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components import bert_onnx, checkpoints
from components.checkpoints import Checkpoint, EncoderRefusedError, sha256
from components.text import emoji_to_words

if TYPE_CHECKING:
    from tokenizers import Encoding

CACHE = Path(__file__).resolve().parents[1] / ".cache" / "encoders"

_FORMAT = 2  # raised when the graph changes, so that older exports are not used


class OnnxEncoder:
    """An exported encoder, served by onnxruntime on one thread."""

    def __init__(self, folder: Path) -> None:
        """Open the export in `folder`. Raises: EncoderRefusedError when the file is not the one exported."""
        import onnxruntime
        from tokenizers import Tokenizer

        facts = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        if sha256(folder / "model.onnx") != facts["onnx_sha256"]:
            raise EncoderRefusedError(
                f"the cached export in {folder.name} is damaged; delete it and try again"
            )
        options = onnxruntime.SessionOptions()
        # One short text at a time: a second thread costs more in hand-over than it computes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        # MiniLM's file asks for padding to 128, at twenty times the cost of a short text.
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=facts["tokens_max"])
        self._pad_id = facts["pad_id"]

    def embed(self, texts: list[str], batch: int = 32) -> np.ndarray:
        """One unit-length row a text."""
        # Batches of like lengths waste little on padding; the original order is restored.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        rows: list[tuple[int, np.ndarray]] = []
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            vectors = self._run(self._tokens([texts[i] for i in chosen]))
            rows.extend(zip(chosen, vectors, strict=True))
        return np.stack([row for _, row in sorted(rows, key=lambda pair: pair[0])])

    def embed_each(self, texts: list[str]) -> np.ndarray:
        """The same, each text alone: in eight bits a text's vector depends a little on its batch."""
        return np.concatenate([self._run([tokens]) for tokens in self._tokens(texts)])

    def _tokens(self, texts: list[str]) -> list[Encoding]:
        return self._tokenizer.encode_batch([emoji_to_words(text) for text in texts])

    def _run(self, encodings: list[Encoding]) -> np.ndarray:
        longest = max(map(len, encodings))
        for one in encodings:
            one.pad(longest, pad_id=self._pad_id)
        feed = {
            "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
        }
        return self._session.run(["embedding"], feed)[0]


def open_encoder(name: str, cache: Path = CACHE) -> OnnxEncoder:
    """The named encoder as it was pretrained, exported first when the cache does not have it.

    Raises: EncoderRefusedError.
    """
    folder = cache / f"{Path(name).name}-{_FORMAT}-{checkpoints.identity(name)[:16]}"
    if not (folder / "encoder.json").exists():
        _export(name, folder)
    return OnnxEncoder(folder)


def write_encoder(checkpoint: Checkpoint, folder: Path, *, eight_bit: bool = False) -> None:
    """Write model.onnx, tokenizer.json and encoder.json; the matrices as eight-bit integers if so wished."""
    import onnx

    onnx.save(bert_onnx.build(checkpoint.weights, checkpoint.shape), str(folder / "model.onnx"))
    if eight_bit:
        _to_eight_bit(folder / "model.onnx")
    (folder / "tokenizer.json").write_text(checkpoint.tokenizer, encoding="utf-8")
    facts = {
        "onnx_sha256": sha256(folder / "model.onnx"),
        "pad_id": checkpoint.pad_id,
        "tokens_max": checkpoint.tokens_max,
    }
    (folder / "encoder.json").write_text(json.dumps(facts), encoding="utf-8")


def _to_eight_bit(file: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    full = file.with_name("full.onnx")
    file.rename(full)
    # A scale for each output, since one for a whole matrix costs ten times the exactness.
    quantize_dynamic(str(full), str(file), per_channel=True, weight_type=QuantType.QInt8)
    full.unlink()


def _export(name: str, folder: Path) -> None:
    """The folder appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    (folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".export-"))
    try:
        write_encoder(checkpoints.load(name), staging)
        staging.chmod(0o755)
        if not folder.exists():
            os.replace(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
