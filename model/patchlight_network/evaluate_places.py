"""How far a bundle's correspondences can be believed: `python -m patchlight_network.evaluate_places --bundle DIR --data DIR`.

On categories that were never trained on, JSON with shares of inked sketch patches:
- `place`, `placeExactly`: a pseudo-sketch drawn from the photo itself, then moved by whole patches and half of the time mirrored, finds its own
  spot (within one patch; exactly);
- `shift`: a human sketch's patch names the same spot (exactly) when the photo is moved right by one patch;
- `flip`: the same when sketch and photo are both mirrored;
- `chance`: `place` of a patch named at random.
A patch names the photo patch that its cross-attention weighs most.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from . import data
from .batches import pseudo_pairs, to_pixels, vary_photo
from .evaluate import photo_pixels, sketch_pixels
from .evaluate_bundle import Bundle
from .vit import GRID, PATCH, PATCHES, blank_patches

PAIRS_A_CATEGORY = 8


def named(bundle: Bundle, sketches: np.ndarray, photos: np.ndarray) -> np.ndarray:
    """Pair by pair, pixels [K, 3, 224, 224] each: the photo patch [K, 196] that each sketch patch names."""
    seen = [bundle.encode(pixels)[1] for pixels in (sketches, photos)]
    return np.concatenate([bundle.sketch_to_photo(s, p[None])[0].argmax(1)[None] for s, p in zip(*seen)])


def mirrored(patches: np.ndarray) -> np.ndarray:
    """Indices of patches to those of the same spots in the mirrored picture."""
    return patches // GRID * GRID + (GRID - 1 - patches % GRID)


def distance(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """In patches, the larger of rows and columns."""
    return np.maximum(abs(one // GRID - other // GRID), abs(one % GRID - other % GRID))


def shift_share(before: np.ndarray, after: np.ndarray, inked: np.ndarray) -> float:
    """Where the spot is still in the picture that was moved right by one patch."""
    inside = inked & (before % GRID < GRID - 1)
    return float((after == before + 1)[inside].mean())


def flip_share(before: np.ndarray, after: np.ndarray, inked: np.ndarray) -> float:
    """`after` [K, 196] is of mirrored sketches with mirrored photos."""
    back = mirrored(after[:, mirrored(np.arange(PATCHES))])
    return float((back == before)[inked].mean())


def figures(bundle: Bundle, root: Path, split: str) -> dict[str, float]:
    rng = np.random.default_rng(0)
    categories = data.splits(root)[split]
    photos = data.load_photos(root / "photos", categories)
    files = data.sketch_files(root / "sketches")
    chosen = np.concatenate([rng.permutation(np.flatnonzero(photos.label == c))[:PAIRS_A_CATEGORY] for c in range(len(categories))])
    pixels = photo_pixels(photos.pixels[chosen])
    drawn = {c: data.read_sketches(files[c], PAIRS_A_CATEGORY) for c in categories}
    counts = {c: 0 for c in categories}
    drawings = []
    for label in photos.label[chosen]:
        category = categories[label]
        drawings.append(drawn[category][counts[category]])
        counts[category] += 1
    sketches = sketch_pixels(drawings).contiguous()
    inked = ~blank_patches(sketches).numpy()
    moved = torch.cat([pixels[..., :PATCH], pixels[..., :-PATCH]], dim=3).numpy()
    plain = named(bundle, sketches.numpy(), pixels.numpy())
    varied = torch.stack([vary_photo(photos.pixels[i], rng) for i in chosen])
    lines, place = pseudo_pairs(varied, rng)
    known, true = (place >= 0).numpy(), place.numpy()
    found = distance(named(bundle, to_pixels(lines).contiguous().numpy(), varied.numpy()), true)[known]
    random = distance(rng.integers(0, PATCHES, true.shape), true)[known]
    return {
        "pairs": len(chosen),
        "place": float((found <= 1).mean()),
        "placeExactly": float((found == 0).mean()),
        "chance": float((random <= 1).mean()),
        "shift": shift_share(plain, named(bundle, sketches.numpy(), moved), inked),
        "flip": flip_share(plain, named(bundle, sketches.flip(3).contiguous().numpy(), pixels.flip(3).contiguous().numpy()), inked),
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--split", default="validation", help="which categories of splits.json")
    p.add_argument("--fp32", action="store_true", help="the encoder in float32, as on a GPU, where there is one in integers too")
    args = p.parse_args()
    print(json.dumps({k: round(v, 4) for k, v in figures(Bundle(args.bundle, args.fp32), args.data, args.split).items()}, indent=1))


if __name__ == "__main__":
    main()
