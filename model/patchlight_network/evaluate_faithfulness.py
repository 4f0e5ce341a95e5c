"""Whether what an explanation marks matters: `python -m patchlight_network.evaluate_faithfulness --bundle DIR --data DIR`.

For sketches and the first right photo that each of them finds, the photo's patches are covered with its mean colour in the order in which they are marked, and what is
left of the similarity is compared with covering as many at random (deletion; Petsiuk et al., RISE, BMVC 2018; Samek et al., TNNLS 2017). Three orders are
compared: by the matcher's cross-attention of the inked patches, as the window shows it; by the retrieval token's own attention, mean of its heads; and at random.
The network does not look at flat patches, so a covered one is taken away. All shares are of the whole photo's similarity. Prints JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from . import data
from .evaluate import photo_pixels, sketch_pixels
from .evaluate_bundle import BATCH, Bundle, encode_all, program_order
from .vit import GRID, PATCH, PATCHES, blank_patches

SHARES = (0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
TOLD = 0.2
RANDOM_ORDERS = 3
LEAST_MATCH = 0.2


def covered(photo: np.ndarray, patches: np.ndarray) -> np.ndarray:
    """uint8 [224, 224, 3] with some patches in its mean colour."""
    picture = photo.copy()
    colour = photo.reshape(-1, 3).mean(0).astype(np.uint8)
    for patch in patches:
        y, x = patch // GRID * PATCH, patch % GRID * PATCH
        picture[y : y + PATCH, x : x + PATCH] = colour
    return picture


def deletion(bundle: Bundle, token: np.ndarray, photo: np.ndarray, orders: list[np.ndarray]) -> np.ndarray:
    """Similarities [orders, 2 + SHARES]: of the whole photo, with each share covered in that order, and with everything covered."""
    counts = [0, *(round(s * PATCHES) for s in SHARES), PATCHES]
    pictures = np.stack([covered(photo, order[:count]) for order in orders for count in counts])
    similarities = np.concatenate(
        [bundle.encode(photo_pixels(pictures[i : i + BATCH]).numpy())[0] @ token for i in range(0, len(pictures), BATCH)]
    )
    return similarities.reshape(len(orders), -1)


def area(curve: np.ndarray) -> float:
    """Under similarities at shares 0, SHARES and 1, by trapezoids."""
    return float(np.trapezoid(curve, [0, *SHARES, 1]))


def shown_pairs(bundle: Bundle, root: Path, split: str, pairs: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Strokes' pixels [3, 224, 224] and photo uint8 [224, 224, 3]: sketches of all categories in turn, each with the first right photo in its ranking."""
    categories = data.splits(root)[split]
    photos = data.load_photos(root / "photos", categories)
    gallery, _ = encode_all(bundle.encode, len(photos.label), lambda a, b: photo_pixels(photos.pixels[a:b]).numpy(), "photos")
    files = data.sketch_files(root / "sketches")
    each = -(-pairs // len(categories))
    drawings = [data.read_sketches(files[c], each) for c in categories]
    chosen = [(c, drawings[c][i]) for i in range(each) for c in range(len(categories))][:pairs]
    pixels = sketch_pixels([d for _, d in chosen]).contiguous().numpy()
    queries, _ = encode_all(bundle.encode_sketches, pairs, lambda a, b: pixels[a:b], "sketches")
    order = program_order(queries, gallery)
    first = [row[photos.label[row] == c][0] for row, (c, _) in zip(order, chosen)]
    return [(pixels[i], photos.pixels[photo]) for i, photo in enumerate(first)]


def orders(bundle: Bundle, sketch: np.ndarray, photo: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, dict[str, list[np.ndarray]]]:
    """The sketch's token [D] and for each way its orders of the photo's patches, strongest first."""
    pixels = photo_pixels(photo[None]).numpy()
    (token,), (sketch_patches,) = bundle.encode_sketches(sketch[None])
    inked = ~blank_patches(torch.from_numpy(sketch[None]))[0].numpy()
    seen = bundle.sketch_to_photo(sketch_patches, bundle.encode(pixels)[1])[0][inked].mean(0)
    own = bundle.retrieval_attention(pixels)[0].mean(0)
    return token, {
        "cross-attention": [np.argsort(-seen, kind="stable")],
        "retrieval attention": [np.argsort(-own, kind="stable")],
        "random": [rng.permutation(PATCHES) for _ in range(RANDOM_ORDERS)],
    }


def figures(bundle: Bundle, pairs: list[tuple[np.ndarray, np.ndarray]]) -> dict:
    rng = np.random.default_rng(0)
    found: dict[str, list[tuple[float, float]]] = {}
    unmatched = 0
    told = 1 + SHARES.index(TOLD)
    for sketch, photo in tqdm(pairs, desc="covering", mininterval=5):
        token, ways = orders(bundle, sketch, photo, rng)
        curves = deletion(bundle, token, photo, [o for some in ways.values() for o in some])
        whole = curves[0, 0]
        if whole < LEAST_MATCH:
            unmatched += 1
            continue
        at = 0
        mean = {}
        for name, some in ways.items():
            mean[name] = curves[at : at + len(some)].mean(0)
            at += len(some)
        for name, curve in mean.items():
            score = (area(mean["random"]) - area(curve)) / whole
            found.setdefault(name, []).append((score, 1 - curve[told] / whole))
    return {
        "pairs": len(pairs),
        "tooUnlikeToMeasure": unmatched,
        "orders": {
            name: {
                "score": round(float(np.mean([s for s, _ in rows])), 3),
                "betterThanRandom": round(float(np.mean([s > 0 for s, _ in rows])), 3),
                "lostByAFifth": round(float(np.mean([lost for _, lost in rows])), 3),
            }
            for name, rows in found.items()
        },
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--split", default="validation", help="which categories of splits.json")
    p.add_argument("--pairs", type=int, default=200)
    args = p.parse_args()
    bundle = Bundle(args.bundle, fp32=True)
    print(json.dumps(figures(bundle, shown_pairs(bundle, args.data, args.split, args.pairs)), indent=1))


if __name__ == "__main__":
    main()
