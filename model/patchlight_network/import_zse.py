"""Turns an official ZSE-SBIR checkpoint into a bundle: `python -m patchlight_network.import_zse best_checkpoint.pth --out DIR`.

The file is read as plain weights: nothing in it is executed. The bundle appears in DIR whole or not at all.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .check_bundle import bundle_faults
from .export import export_graph, manifest, sha256
from .vit import PATCHES, SIDE
from .zse import DEPTH, DIM, ZseEncoder, ZseMatcher

LEADING_TOKENS = 1
# Stored by the release's training as the model that the two layers were copied from, and never run.
UNUSED = "ca.encoder.layers."
WANTED = "give best_checkpoint.pth as the release's train.py saves it"
# A checkpoint also holds its own mAP, written by a NumPy that called its parts differently.
NUMPY_SCALARS = [
    (np.float64(0).__reduce__()[0], "numpy.core.multiarray.scalar"),
    (np.float64(0).__reduce__()[0], "numpy._core.multiarray.scalar"),
    np.dtype,
    type(np.dtype(np.float64)),
]


class CheckpointError(Exception):
    """The file is not what can be imported; the message names what is wrong and says what to do."""


def load_network(checkpoint: Path, depth: int = DEPTH) -> tuple[ZseEncoder, ZseMatcher]:
    """The released network with a checkpoint's weights.

    :param depth: self-attention blocks; the release has 12
    :raises CheckpointError: naming the first weight that is missing, unknown or of another shape
    """
    encoder, matcher = ZseEncoder(depth).eval(), ZseMatcher().eval()
    parts: dict[str, nn.Module] = {
        "sa.model.": encoder,
        "ca.encoder.layer1.0.": matcher.sketch_asks,
        "ca.encoder.layer2.0.": matcher.photo_asks,
        "conv2d.": matcher.anchors,
        "rn.rn.": matcher.relation,
    }
    shapes = {prefix + name: weight.shape for prefix, part in parts.items() for name, weight in part.state_dict().items()}
    weights = _fitting(_read_weights(checkpoint), shapes, checkpoint)
    for prefix, part in parts.items():
        part.load_state_dict({name: weights[prefix + name] for name in part.state_dict()}, strict=True)
    return encoder, matcher


def write_bundle(encoder: ZseEncoder, matcher: ZseMatcher, out: Path, name: str, training: str, source: str, rerank: bool) -> None:
    """Both graphs and the manifest, compared with PyTorch; ends the program with what is wrong with them.

    :param out: absent or empty; filled at the end in one move
    """
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".patchlight-import-") as beside:
        draft = Path(beside) / out.name
        draft.mkdir()
        _write_graphs(encoder, matcher, draft)
        text = manifest(draft, name, "1", "fp32", training, {}, rerank, [0.0] * DIM, source=source)
        text |= {"retrievalDim": DIM, "patchDim": DIM, "leadingTokens": LEADING_TOKENS}
        (draft / "manifest.json").write_text(json.dumps(text, indent=2) + "\n")
        faults = bundle_faults(draft, (encoder, matcher))
        if faults:
            sys.exit("\n".join(["not imported:", *faults]))
        if out.exists():
            out.rmdir()
        draft.rename(out)


def _write_graphs(encoder: ZseEncoder, matcher: ZseMatcher, out: Path) -> None:
    torch.manual_seed(0)
    pixels = {"pixels": torch.rand(2, 3, SIDE, SIDE) * 2 - 1}
    export_graph(encoder, pixels, ["retrieval_token", "patch_tokens"], "pixels", out / "encoder.onnx")
    rows = LEADING_TOKENS + PATCHES
    tokens = {"sketch_tokens": torch.randn(1, rows, DIM), "photo_tokens": torch.randn(2, rows, DIM)}
    results = ["relation_score", "sketch_to_photo", "photo_to_sketch"]
    export_graph(matcher, tokens, results, "photo_tokens", out / "matcher.onnx")


def _read_weights(file: Path) -> dict[str, Tensor]:
    if not file.is_file():
        raise CheckpointError(f"{file} is no file: {WANTED}")
    try:
        with torch.serialization.safe_globals(NUMPY_SCALARS):
            checkpoint = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as e:  # Bytes that are no checkpoint fail in as many ways as there are bytes.
        raise CheckpointError(f"{file} cannot be read as a PyTorch checkpoint of weights alone: {WANTED}, or download it again") from e
    weights = checkpoint.get("model") if isinstance(checkpoint, dict) else None
    if not isinstance(weights, dict) or not all(isinstance(weight, Tensor) for weight in weights.values()):
        raise CheckpointError(f"{file} has no weights under the key 'model': {WANTED}, not the backbone that training starts from")
    return {name.removeprefix("module."): weight for name, weight in weights.items()}


def _fitting(weights: dict[str, Tensor], shapes: dict[str, torch.Size], file: Path) -> dict[str, Tensor]:
    missing = [name for name in shapes if name not in weights]
    if missing:
        raise CheckpointError(f"{file} lacks the weight '{missing[0]}'{_and_more(missing)}: {WANTED}")
    unknown = [name for name in weights if name not in shapes and not name.startswith(UNUSED)]
    if unknown:
        raise CheckpointError(
            f"{file} has the weight '{unknown[0]}'{_and_more(unknown)}, which the released network has not: "
            "only networks of its default options can be imported"
        )
    for name, shape in shapes.items():
        if weights[name].shape != shape:
            raise CheckpointError(
                f"{file} has the weight '{name}' in the shape {tuple(weights[name].shape)} instead of {tuple(shape)}: "
                "only networks of the release's default options can be imported"
            )
    return weights


def _and_more(names: list[str]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""


def main(arguments: list[str] | None = None) -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path, help="best_checkpoint.pth of the release, with its default options (ViT-B/16)")
    p.add_argument("--out", type=Path, required=True, help="the bundle's folder; absent or empty")
    p.add_argument("--name", default="zse-sbir-vit-b16")
    p.add_argument("--training", default="not told by the checkpoint", help="what it was trained on, for the manifest")
    p.add_argument("--rerank", action="store_true", help="the relation score reorders the first photos")
    args = p.parse_args(arguments)
    out = args.out.absolute()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        sys.exit(f"{args.out} already holds something: empty it or name another folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        encoder, matcher = load_network(args.checkpoint)
    except CheckpointError as e:
        sys.exit(str(e))
    source = f"ZSE-SBIR checkpoint {args.checkpoint.name}, SHA-256 {sha256(args.checkpoint)}"
    write_bundle(encoder, matcher, out, args.name, args.training, source, args.rerank)
    print(f"imported into {args.out}: whole, and equal to PyTorch")


if __name__ == "__main__":
    main()
