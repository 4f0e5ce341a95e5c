"""Writes the bundle that the program runs: `python -m patchlight_network.export --run DIR --out DIR`.

Two graphs (opset 18) and a manifest. The finished bundle is checked and compared with PyTorch; one that is not whole loses its
manifest, so that nobody takes it for one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from .check_bundle import bundle_faults
from .encoder import PATCH_DIM, ShownEncoder, TokenEncoder
from .relation import RelationMatcher
from .trained import load_network
from .vit import DIM, GRID, PATCHES, SIDE


INT8_FILE = "encoder-int8.onnx"


def export_graph(network: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], batch: str, path: Path) -> None:
    """`batch`: the input whose first axis may vary; outputs vary with it."""
    torch.onnx.export(
        network,
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes={name: {0: "batch"} for name in [batch, *outputs]},
        opset_version=18,
        dynamo=False,
    )


def shift_and_turns(run: Path) -> dict[str, list[float]]:
    """What `shift` wrote into a run: `shift` and `turns`; runs from before there were turns have a list alone."""
    told = json.loads((run / "shift.json").read_text())
    return told if isinstance(told, dict) else {"shift": told, "turns": []}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def manifest(
    folder: Path,
    name: str,
    version: str,
    precision: str,
    training: str,
    metrics: dict,
    rerank: bool,
    shift: list[float],
    turns: Sequence[float] = (),
    license: str = "",
    source: str = "",
    line_truth: dict | None = None,
) -> dict:
    told = {name: text for name, text in (("license", license), ("source", source)) if text}
    return {
        "name": name,
        "version": version,
        "side": SIDE,
        "grid": GRID,
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "retrievalDim": DIM,
        "patchDim": PATCH_DIM,
        "encoder": {
            "file": "encoder.onnx",
            "sha256": sha256(folder / "encoder.onnx"),
            "input": "pixels",
            "retrievalToken": "retrieval_token",
            "patchTokens": "patch_tokens",
        },
        "matcher": {
            "file": "matcher.onnx",
            "sha256": sha256(folder / "matcher.onnx"),
            "sketch": "sketch_tokens",
            "photos": "photo_tokens",
            "relationScore": "relation_score",
            "sketchToPhoto": "sketch_to_photo",
            "photoToSketch": "photo_to_sketch",
            **({"lineTruth": line_truth} if line_truth else {}),
        },
        "precision": precision,
        "sketchShift": shift,
        "sketchTurns": list(turns),
        "rerank": rerank,
        "training": training,
        "metrics": metrics,
        **told,
    }


def export_graphs(encoder: TokenEncoder, matcher: RelationMatcher, out: Path) -> None:
    """Both graphs into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    (out / INT8_FILE).unlink(missing_ok=True)  # made of an older encoder
    torch.manual_seed(0)
    pixels = {"pixels": torch.rand(3, 3, SIDE, SIDE) * 2 - 1}
    outputs = ["retrieval_token", "patch_tokens", "retrieval_attention"]
    export_graph(ShownEncoder(encoder), pixels, outputs, "pixels", out / "encoder.onnx")
    tokens = {"sketch_tokens": torch.randn(1, PATCHES, PATCH_DIM), "photo_tokens": torch.randn(4, PATCHES, PATCH_DIM)}
    results = ["relation_score", "sketch_to_photo", "photo_to_sketch"]
    export_graph(matcher, tokens, results, "photo_tokens", out / "matcher.onnx")


def export(encoder: TokenEncoder, matcher: RelationMatcher, out: Path, about: dict) -> None:
    """A whole bundle in `out`, or none: ends the program with what is wrong with it.

    `about`: what `manifest` takes beside the folder.
    """
    export_graphs(encoder, matcher, out)
    told = manifest(out, **about)
    told["encoder"]["retrievalAttention"] = "retrieval_attention"
    text = out / "manifest.json"
    text.write_text(json.dumps(told, indent=2) + "\n")
    faults = bundle_faults(out, (encoder, matcher))
    if faults:
        text.unlink()
        raise SystemExit("\n".join(["not exported:", *faults]))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", type=Path, required=True, help="folder with encoder-with-patches.pt, matcher.pt and shift.json")
    p.add_argument("--out", type=Path, required=True, help="the bundle's folder")
    p.add_argument("--name", default="patchlight-vit-tiny")
    p.add_argument("--version", default="1")
    p.add_argument("--training", default="")
    p.add_argument("--metrics", type=Path, help="JSON with figures for the manifest")
    p.add_argument("--line-truth", type=Path, help="JSON by evaluate_lines: how often lines of a strength are right")
    p.add_argument("--license", default="", help="under which the weights may be used")
    p.add_argument("--source", default="", help="where the weights come from")
    p.add_argument("--rerank", action="store_true", help="the relation score reorders the first photos")
    args = p.parse_args()
    encoder, matcher = load_network(args.run)
    about = {
        "name": args.name,
        "version": args.version,
        "precision": "fp32",
        "training": args.training,
        "metrics": json.loads(args.metrics.read_text()) if args.metrics else {},
        "rerank": args.rerank,
        **shift_and_turns(args.run),
        "line_truth": json.loads(args.line_truth.read_text()) if args.line_truth else None,
        "license": args.license,
        "source": args.source,
    }
    export(encoder, matcher, args.out, about)
    print(f"exported to {args.out}: whole, and equal to PyTorch")


if __name__ == "__main__":
    main()
