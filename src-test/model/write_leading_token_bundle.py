"""Writes golden/leading-token-bundle: `python write_leading_token_bundle.py`.

A network without weights whose answers can be worked out by hand. A patch token is its patch's mean colour; before them stands
one row that is no place, the mean colour of the whole picture. Patches attend to patches of like colour; the relation score
is the sigmoid of the dot product of the leading rows, so it is wrong wherever those rows get lost or trade places.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from patchlight_network.export import export_graph, manifest

OUT = Path(__file__).parents[1] / "golden" / "leading-token-bundle"
SIDE, GRID, COLOURS = 32, 4, 3


class MeanColours(nn.Module):
    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        patches = F.avg_pool2d(pixels, SIDE // GRID).flatten(2).transpose(1, 2)
        return F.normalize(patches.flatten(1), dim=-1), torch.cat([patches.mean(1, keepdim=True), patches], dim=1)


class LikeColours(nn.Module):
    def forward(self, sketch: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        alike = 2 * sketch[:, 1:] @ photos[:, 1:].transpose(1, 2)
        score = (sketch[:, 0] * photos[:, 0]).sum(-1).sigmoid()
        return score, alike.softmax(-1), alike.transpose(1, 2).softmax(-1)


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    pixels = {"pixels": torch.rand(2, 3, SIDE, SIDE)}
    export_graph(MeanColours(), pixels, ["retrieval_token", "patch_tokens"], "pixels", OUT / "encoder.onnx")
    rows = 1 + GRID * GRID
    tokens = {"sketch_tokens": torch.rand(1, rows, COLOURS), "photo_tokens": torch.rand(2, rows, COLOURS)}
    results = ["relation_score", "sketch_to_photo", "photo_to_sketch"]
    export_graph(LikeColours(), tokens, results, "photo_tokens", OUT / "matcher.onnx")
    retrieval_dim = GRID * GRID * COLOURS
    text = manifest(OUT, "leading-token", "1", "fp32", "none", {}, False, [0.0] * retrieval_dim)
    text |= {"side": SIDE, "grid": GRID, "retrievalDim": retrieval_dim, "patchDim": COLOURS, "leadingTokens": 1}
    (OUT / "manifest.json").write_text(json.dumps(text, indent=2) + "\n")


if __name__ == "__main__":
    main()
