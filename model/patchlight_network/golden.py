"""Writes what Java must reproduce, computed by PyTorch: `python -m patchlight_network.golden --run DIR --photo FILE --out DIR`.

Little-endian float32 files and golden.json with their shapes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from .data import read_photo
from .evaluate import photo_pixels, sketch_pixels
from .export import shift_and_turns
from .trained import load_network
from .turns import TURNS, mean_token, turned_pixels


def house() -> list[np.ndarray]:
    """A child's house, drawn by hand for this file."""
    wall = [[60, 120], [62, 210], [190, 212], [188, 118], [58, 121]]
    roof = [[50, 124], [122, 52], [200, 119]]
    door = [[108, 211], [109, 160], [142, 159], [143, 210]]
    window = [[74, 140], [75, 165], [98, 164], [97, 141], [73, 140]]
    return [np.array(s, np.float64) for s in (wall, roof, door, window)]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--run", type=Path, required=True)
    p.add_argument("--photo", type=Path, nargs=2, required=True, help="two photos of the built-in gallery")
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    encoder, matcher = load_network(args.run)
    sketch = sketch_pixels([house()]).contiguous()
    photos = photo_pixels(np.stack([read_photo(f) for f in args.photo]))
    with torch.inference_mode():
        sketch_retrieval, sketch_patches = encoder(sketch)
        photo_retrieval, photo_patches = encoder(photos)
        score, there, back = matcher(sketch_patches, photo_patches)
        looks = shift_and_turns(args.run)
        seen = mean_token(lambda x: encoder(x)[0], sketch, looks["turns"])
    arrays = {
        "sketch_pixels": sketch[0, :1],
        "photo_pixels": photos,
        "sketch_turned": turned_pixels(sketch, TURNS[0])[0, :1],
        "sketch_retrieval_token": sketch_retrieval,
        "sketch_search_token": F.normalize(seen + torch.tensor(looks["shift"]), dim=-1),
        "sketch_patch_tokens": sketch_patches,
        "photo_retrieval_token": photo_retrieval,
        "photo_patch_tokens": photo_patches,
        "relation_score": score,
        "sketch_to_photo": there,
        "photo_to_sketch": back,
    }
    args.out.mkdir(parents=True, exist_ok=True)
    for name, value in arrays.items():
        value.contiguous().numpy().astype("<f4").tofile(args.out / f"{name}.bin")
    about = {
        "photos": [f.name for f in args.photo],
        "turned": TURNS[0],
        "strokes": [s.tolist() for s in house()],
        "shapes": {name: list(value.shape) for name, value in arrays.items()},
    }
    (args.out / "golden.json").write_text(json.dumps(about, indent=1) + "\n")


if __name__ == "__main__":
    main()
