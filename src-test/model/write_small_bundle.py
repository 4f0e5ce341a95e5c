"""Writes golden/small-bundle: `python write_small_bundle.py [--out DIR --side S --grid G --retrieval-dim D --patch-dim d]`.

Random networks that keep the program's contract in other sizes than the shipped one's and with nothing that is optional: no sketch
shift, no rerank. They tell pictures apart by their colours in places, no more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class SmallEncoder(nn.Module):
    def __init__(self, patch: int, grid: int, retrieval_dim: int, patch_dim: int) -> None:
        super().__init__()
        self.tokens = [-1, grid * grid, patch_dim]
        self.patches = nn.Conv2d(3, patch_dim, patch, patch)
        self.retrieval = nn.Linear(patch_dim * 4, retrieval_dim)

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        grid = self.patches(pixels)
        quarters = F.adaptive_avg_pool2d(torch.tanh(grid), 2).flatten(1)
        tokens = grid.flatten(2).transpose(1, 2).reshape(self.tokens)
        return F.normalize(self.retrieval(quarters), dim=-1), tokens


class SmallMatcher(nn.Module):
    def forward(self, sketch: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        alike = F.normalize(photos, dim=-1) @ F.normalize(sketch, dim=-1).transpose(1, 2)
        score = torch.sigmoid(alike.amax(2).mean(1))
        return score, (alike.transpose(1, 2) * 8).softmax(-1), (alike * 8).softmax(-1)


def export_graph(network: nn.Module, inputs: dict[str, Tensor], outputs: list[str], batch: str, path: Path) -> None:
    axes = {name: {0: "batch"} for name in [batch, *outputs]}
    torch.onnx.export(network.eval(), tuple(inputs.values()), str(path), input_names=list(inputs), output_names=outputs,
                      dynamic_axes=axes, opset_version=18, dynamo=False)


def write(out: Path, side: int = 60, grid: int = 6, retrieval_dim: int = 24, patch_dim: int = 12) -> None:
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    encoder = SmallEncoder(side // grid, grid, retrieval_dim, patch_dim)
    export_graph(encoder, {"image": torch.rand(2, 3, side, side)}, ["token", "patches"], "image", out / "small-encoder.onnx")
    tokens = {"drawn": torch.randn(1, grid * grid, patch_dim), "seen": torch.randn(2, grid * grid, patch_dim)}
    export_graph(SmallMatcher(), tokens, ["score", "there", "back"], "seen", out / "small-matcher.onnx")

    def entry(file: str, **tensors: str) -> dict:
        return {"file": file, "sha256": hashlib.sha256((out / file).read_bytes()).hexdigest(), **tensors}

    manifest = {
        "name": "small", "version": "7", "side": side, "grid": grid,
        "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225],
        "retrievalDim": retrieval_dim, "patchDim": patch_dim,
        "encoder": entry("small-encoder.onnx", input="image", retrievalToken="token", patchTokens="patches"),
        "matcher": entry("small-matcher.onnx", sketch="drawn", photos="seen", relationScore="score", sketchToPhoto="there",
                         photoToSketch="back"),
        "precision": "fp32", "training": "none", "metrics": {}, "license": "CC0", "source": "random numbers",
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "golden" / "small-bundle")
    p.add_argument("--side", type=int, default=60)
    p.add_argument("--grid", type=int, default=6)
    p.add_argument("--retrieval-dim", type=int, default=24)
    p.add_argument("--patch-dim", type=int, default=12)
    args = p.parse_args()
    write(args.out, args.side, args.grid, args.retrieval_dim, args.patch_dim)


if __name__ == "__main__":
    main()
