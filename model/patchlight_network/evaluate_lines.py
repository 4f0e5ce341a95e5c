"""What a line is worth by its strength: `python -m patchlight_network.evaluate_lines --run DIR --gallery DIR --data DIR --out FILE`.

Lines as the window draws them, between patches that choose each other; strength is the geometric mean of the attention both ways. Over drawings and displaced
photographs of the studio's categories that nothing was trained on: the lines in groups of equal number by strength, and of each group the median strength and the share
that leads to its spot or beside it. Writes JSON that `export` takes into the manifest.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from .encoder import PATCH_DIM
from .evaluate import photo_pixels, sketch_pixels
from .evaluate_truth import BATCH, DISPLACED, groups_of, mutual
from .studio import Pair, read_pairs
from .train_matcher import trained_categories
from .trained import load_network

GROUPS = 8


def lines(run: Path, pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Strength of every line whose sketch patch is visible in the photo too, and whether it is right."""
    encoder, matcher = load_network(run)
    strengths, right = [], []
    for i in range(0, len(pairs), BATCH):
        some = pairs[i : i + BATCH]
        inked, seen, near = (torch.from_numpy(np.stack([getattr(p, name) for p in some])) for name in ("inked", "seen_in_both", "near"))
        pixels = sketch_pixels([p.strokes for p in some]).contiguous(), photo_pixels(np.stack([p.photo for p in some]))
        with torch.inference_mode():
            a, b = (F.layer_norm(encoder.patch_head(encoder.tokens(p)[1]), (PATCH_DIM,)) for p in pixels)
            there, back = matcher.to_photo.weights(a, b), matcher.to_sketch.weights(b, a).transpose(1, 2)
        best = there.argmax(2, keepdim=True)
        drawn = mutual(there, back, inked) & seen
        strengths.append((there * back).sqrt().gather(2, best)[..., 0][drawn].numpy())
        right.append(near.gather(2, best)[..., 0][drawn].numpy())
    return np.concatenate(strengths), np.concatenate(right)


def worth(strengths: np.ndarray, right: np.ndarray) -> dict[str, list[float]]:
    """Median strength and share of right lines of each of GROUPS groups, weakest first."""
    parts = np.array_split(np.argsort(strengths), GROUPS)
    return {
        "strengths": [round(float(np.median(strengths[p])), 4) for p in parts],
        "right": [round(float(right[p].mean()), 3) for p in parts],
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--run", type=Path, required=True, help="folder with encoder-with-patches.pt and matcher.pt")
    p.add_argument("--gallery", type=Path, required=True, help="a gallery with truth, such as ../assets/gallery")
    p.add_argument("--data", type=Path, required=True, help="folder with splits.json, which tells what was trained on")
    p.add_argument("--out", type=Path, required=True, help="the JSON file")
    args = p.parse_args()
    pairs, groups = groups_of(read_pairs(args.gallery), trained_categories(args.data))
    unseen = [pair for pair, group in zip(pairs, groups) if group in DISPLACED and group.startswith("unseen")]
    found = worth(*lines(args.run, unseen))
    args.out.write_text(json.dumps(found) + "\n")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
