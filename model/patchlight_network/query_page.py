"""A page to look at: `python -m patchlight_network.query_page --bundle DIR --data DIR --out page.jpg`.

One row a query: the sketch, then the ten photos that the program puts first, framed green where the category is the sketch's and red where it
isn't. First the first drawing of every category, then `--failures` drawings of different categories that found nothing right among the ten. The page
shows the data's photos, whose licences vary: it is for looking at, not for passing on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from . import data
from .evaluate import QUERIES_A_CATEGORY, photo_pixels, sketch_pixels
from .evaluate_bundle import Bundle, encode_all, program_order
from .rasterizer import rasterize

CELL = 112
FRAME = 4
TOP = 10
RIGHT, WRONG = (40, 150, 70), (200, 50, 40)


def chosen_queries(right: np.ndarray, label: np.ndarray, failures: int) -> list[int]:
    """Indices: the first of each category, then the first without any right answer of the categories that have one.

    right: bool [Q, 10]. label: [Q].
    """
    categories = np.unique(label)
    first = [int(np.flatnonzero(label == c)[0]) for c in categories]
    failed = [np.flatnonzero((label == c) & ~right.any(1)) for c in categories]
    return first + [int(f[-1]) for f in failed if len(f) and f[-1] not in first][:failures]


def row(sketch: np.ndarray, photos: np.ndarray, right: np.ndarray) -> Image.Image:
    """sketch: ink [224, 224]. photos: uint8 [10, 224, 224, 3]. right: bool [10]."""
    strip = Image.new("RGB", (CELL * (len(photos) + 1), CELL), "white")
    strip.paste(Image.fromarray(np.uint8(255 * (1 - sketch))).resize((CELL, CELL)), (0, 0))
    pen = ImageDraw.Draw(strip)
    for place, (photo, fits) in enumerate(zip(photos, right), 1):
        inner = CELL - 2 * FRAME
        pen.rectangle([place * CELL, 0, (place + 1) * CELL - 2, CELL - 2], fill=RIGHT if fits else WRONG)
        strip.paste(Image.fromarray(photo).resize((inner, inner)), (place * CELL + FRAME, FRAME))
    return strip


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--split", default="validation", help="which categories of splits.json")
    p.add_argument("--failures", type=int, default=5)
    p.add_argument("--out", type=Path, required=True, help="a JPEG or PNG")
    args = p.parse_args()
    categories = data.splits(args.data)[args.split]
    bundle = Bundle(args.bundle)
    photos = data.load_photos(args.data / "photos", categories)
    files = data.sketch_files(args.data / "sketches")
    drawings = [d for c in categories for d in data.read_sketches(files[c], QUERIES_A_CATEGORY)]
    label = np.repeat(np.arange(len(categories)), QUERIES_A_CATEGORY)
    gallery, _ = encode_all(bundle.encode, len(photos.label), lambda i, j: photo_pixels(photos.pixels[i:j]).numpy(), "photos")
    queries, _ = encode_all(bundle.encode_sketches, len(drawings), lambda i, j: sketch_pixels(drawings[i:j]).contiguous().numpy(), "sketches")
    order = program_order(queries, gallery)[:, :TOP]
    right = photos.label[order] == label[:, None]
    rows = [row(rasterize(drawings[q]), photos.pixels[order[q]], right[q]) for q in chosen_queries(right, label, args.failures)]
    page = Image.new("RGB", (rows[0].width, CELL * len(rows)), "white")
    for at, strip in enumerate(rows):
        page.paste(strip, (0, at * CELL))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    page.save(args.out)
    print(f"{len(rows)} queries in {args.out}")


if __name__ == "__main__":
    main()
