"""Reading sketches and photos of a folder of categories. A category is a folder of photos or one Quick-Draw ndjson(.gz) file."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps
from tqdm import tqdm

from .files import moved_into_place
from .rasterizer import SIDE, Stroke

PHOTO_SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"}


def read_sketches(path: Path, limit: int | None = None) -> list[list[Stroke]]:
    """The first `limit` drawings of one ndjson(.gz) file, each a list of strokes [points, 2]."""
    opened = gzip.open(path, "rt") if path.suffix == ".gz" else open(path)
    drawings = []
    with opened as lines:
        for line in lines:
            if limit is not None and len(drawings) == limit:
                break
            drawings.append([np.array(s[:2], np.float64).T for s in json.loads(line)["drawing"]])
    return drawings


def sketch_files(folder: Path) -> dict[str, Path]:
    """Category name to ndjson file."""
    return {p.name.split(".ndjson")[0]: p for p in sorted(folder.glob("*.ndjson*"))}


def read_photo(path: Path, side: int = SIDE) -> np.ndarray:
    """The photo as the network sees it: turned upright, squashed to uint8 [side, side, 3] with a triangle filter."""
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
        return np.asarray(upright.resize((side, side), Image.Resampling.BILINEAR))


@dataclass(frozen=True)
class Photos:
    """All photos of some categories: pixels uint8 [M, 224, 224, 3], label [M] into `categories`, path of each."""

    pixels: np.ndarray
    label: np.ndarray
    categories: list[str]
    paths: list[str]


def photo_paths(folder: Path, categories: list[str]) -> list[tuple[Path, int]]:
    return [
        (p, label)
        for label, category in enumerate(categories)
        for p in sorted((folder / category).iterdir())
        if p.suffix.lower() in PHOTO_SUFFIXES
    ]


def load_photos(folder: Path, categories: list[str], cache: Path | None = None) -> Photos:
    """Decode the photos once; with `cache`, a folder, the pixels are kept there and mapped from there afterwards."""
    found = photo_paths(folder, categories)
    label = np.array([l for _, l in found])
    paths = [str(p.relative_to(folder)) for p, _ in found]
    kept = None
    if cache is not None:
        stamp = "".join(f"{p}{p.stat().st_size}{p.stat().st_mtime_ns}" for p, _ in found)
        kept = cache / f"photos-{hashlib.sha256(stamp.encode()).hexdigest()[:16]}.npy"
        if kept.exists():
            return Photos(np.load(kept, mmap_mode="r"), label, categories, paths)
    pixels = np.stack([read_photo(p) for p, _ in tqdm(found, desc="photos", mininterval=5)])
    if kept is not None:
        with moved_into_place(kept) as file:
            np.save(file, pixels)
    return Photos(pixels, label, categories, paths)


def splits(data: Path) -> dict[str, list[str]]:
    return read_splits(data / "splits.json")


def read_splits(path: Path) -> dict[str, list[str]]:
    """Lists of categories by their names, `train` and `validation` among them."""
    return json.loads(path.read_text())
