"""What a photo's similarity is worth: `python -m patchlight_network.evaluate_photos --bundle DIR --data DIR`.

Similarities as the program ranks by them, of the first ten photos of every search over categories that nothing was trained on: in groups of equal
number, of each group the median similarity and the share of right photos. Writes them into the bundle's manifest as photoTruth.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from . import data
from .evaluate import QUERIES_A_CATEGORY, photo_pixels, sketch_pixels
from .evaluate_bundle import Bundle, encode_all, program_rankings
from .evaluate_lines import worth

SPLITS = ("validation", "gallery_only")
TOP = 10


def searches(bundle: Bundle, root: Path, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Similarities of the first photos of all searches of a split, and whether they are right: [Q * TOP] each."""
    categories = data.splits(root)[split]
    photos = data.load_photos(root / "photos", categories)
    files = data.sketch_files(root / "sketches")
    drawings = [(i, d) for i, c in enumerate(categories) for d in data.read_sketches(files[c], QUERIES_A_CATEGORY)]
    gallery, _ = encode_all(bundle.encode, len(photos.label), lambda a, b: photo_pixels(photos.pixels[a:b]).numpy(), f"{split}: photos")
    pixels = lambda a, b: sketch_pixels([d for _, d in drawings[a:b]]).contiguous().numpy()  # noqa: E731
    queries, _ = encode_all(bundle.encode_sketches, len(drawings), pixels, f"{split}: sketches")
    found = [(order[:TOP], similarity[:TOP]) for order, similarity in program_rankings(queries, gallery)]
    right = [photos.label[order] == i for (i, _), (order, _) in zip(drawings, found)]
    return np.concatenate([similarity for _, similarity in found]), np.concatenate(right)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    args = p.parse_args()
    bundle = Bundle(args.bundle)
    similarities, right = (np.concatenate(both) for both in zip(*(searches(bundle, args.data, split) for split in SPLITS)))
    measured = worth(similarities, right)
    told = {"similarities": measured["strengths"], "right": measured["right"]}
    file = args.bundle / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"photoTruth": told}, indent=2) + "\n")
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
