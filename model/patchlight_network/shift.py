"""How far sketches as a whole lie beside photos: `python -m patchlight_network.shift --data DIR --run DIR` writes shift.json.

The mean retrieval token of training photos minus that of training sketches. Adding it to a sketch's token closes what is left of the gap between the two
kinds of picture (the modality gap: Liang et al., NeurIPS 2022).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from . import data
from .encoder import TokenEncoder
from .evaluate import BATCH, encode_photos, sketch_pixels
from .vit import VisionTransformer

A_CATEGORY = 8


@torch.inference_mode()
def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--run", type=Path, required=True, help="encoder.pt is read, shift.json written")
    p.add_argument("--cache", type=Path, default=Path("cache"))
    args = p.parse_args()
    encoder = TokenEncoder(VisionTransformer()).eval()
    encoder.load_state_dict(torch.load(args.run / "encoder.pt"))
    categories = data.splits(args.data)["train"]
    photos = data.load_photos(args.data / "photos", categories, args.cache)
    rng = np.random.default_rng(0)
    chosen = [rng.permutation(np.flatnonzero(photos.label == c))[:A_CATEGORY] for c in range(len(categories))]
    photo_mean = encode_photos(lambda x: encoder(x)[0], photos.pixels[np.sort(np.concatenate(chosen))]).mean(0)
    files = data.sketch_files(args.data / "sketches")
    drawings = [d for c in categories for d in data.read_sketches(files[c], A_CATEGORY)]
    sketch_mean = torch.cat(
        [encoder(sketch_pixels(drawings[i : i + BATCH]))[0] for i in range(0, len(drawings), BATCH)]
    ).mean(0)
    shift = [round(float(v), 6) for v in photo_mean - sketch_mean]
    (args.run / "shift.json").write_text(json.dumps(shift))


if __name__ == "__main__":
    main()
