"""Writes the bundle that the program runs: `python -m patchlight_network.export --run DIR --out DIR`.

Two graphs (opset 18) and a manifest. Each graph is run by ONNX Runtime and compared with PyTorch before the manifest is written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

from .encoder import PATCH_DIM, TokenEncoder
from .relation import RelationMatcher
from .vit import DIM, GRID, PATCHES, SIDE, VisionTransformer

TOLERANCE = 1e-3


def load_network(run: Path) -> tuple[TokenEncoder, RelationMatcher]:
    encoder, matcher = TokenEncoder(VisionTransformer()), RelationMatcher()
    encoder.load_state_dict(torch.load(run / "encoder-with-patches.pt"))
    matcher.load_state_dict(torch.load(run / "matcher.pt"))
    return encoder.eval(), matcher.eval()


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


def check(network: nn.Module, inputs: dict[str, torch.Tensor], path: Path) -> float:
    """Largest difference between PyTorch and ONNX Runtime over all outputs; raises beyond the tolerance."""
    with torch.inference_mode():
        expected = network(*inputs.values())
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    worst = max(float(np.abs(e.numpy() - f).max()) for e, f in zip(expected, found))
    if not worst <= TOLERANCE:
        raise SystemExit(f"{path.name} differs from PyTorch by {worst:.2g}, more than {TOLERANCE}: not exported")
    return worst


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
) -> dict:
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
        },
        "precision": precision,
        "sketchShift": shift,
        "rerank": rerank,
        "training": training,
        "metrics": metrics,
    }


def export(encoder: TokenEncoder, matcher: RelationMatcher, out: Path) -> dict[str, float]:
    """Both graphs into `out`; returns their differences from PyTorch."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    pixels = {"pixels": torch.rand(3, 3, SIDE, SIDE) * 2 - 1}
    export_graph(encoder, pixels, ["retrieval_token", "patch_tokens"], "pixels", out / "encoder.onnx")
    tokens = {"sketch_tokens": torch.randn(1, PATCHES, PATCH_DIM), "photo_tokens": torch.randn(4, PATCHES, PATCH_DIM)}
    results = ["relation_score", "sketch_to_photo", "photo_to_sketch"]
    export_graph(matcher, tokens, results, "photo_tokens", out / "matcher.onnx")
    fewer = {"sketch_tokens": tokens["sketch_tokens"], "photo_tokens": torch.randn(7, PATCHES, PATCH_DIM)}
    return {
        "encoder": check(encoder, {"pixels": torch.rand(2, 3, SIDE, SIDE) * 2 - 1}, out / "encoder.onnx"),
        "matcher": check(matcher, fewer, out / "matcher.onnx"),
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", type=Path, required=True, help="folder with encoder-with-patches.pt, matcher.pt and shift.json")
    p.add_argument("--out", type=Path, required=True, help="the bundle's folder")
    p.add_argument("--name", default="patchlight-vit-tiny")
    p.add_argument("--version", default="1")
    p.add_argument("--training", default="")
    p.add_argument("--metrics", type=Path, help="JSON with figures for the manifest")
    p.add_argument("--rerank", action="store_true", help="the relation score reorders the first photos")
    args = p.parse_args()
    encoder, matcher = load_network(args.run)
    shift = json.loads((args.run / "shift.json").read_text())
    worst = export(encoder, matcher, args.out)
    metrics = json.loads(args.metrics.read_text()) if args.metrics else {}
    text = manifest(args.out, args.name, args.version, "fp32", args.training, metrics, args.rerank, shift)
    (args.out / "manifest.json").write_text(json.dumps(text, indent=2) + "\n")
    print(f"exported; largest difference from PyTorch: {worst}")


if __name__ == "__main__":
    main()
