"""The studio gallery's truth: which patch of a drawing and which patch of a photo show the same spot of the object.

`truth/manifest.json` lists `photos` (file, truth) and `drawings` (file, photo, category, view: same or other). A photo's truth is an RGBA picture
of cells: alpha is above 0 where the object is seen, red, green and blue name the spot. A drawing is one ndjson line whose `places` name the spot of
each point. Names are coordinates in the object, 255 along its longest side.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from PIL import Image

from .data import read_photo
from .rasterizer import SIDE, Stroke, fit
from .vit import GRID, PATCH, PATCHES

TOLERANCE = 12.0
"""Spots this near to each other are the same: a twentieth of the object's longest side."""


@dataclass(frozen=True)
class Pair:
    """A drawing and a photo of the same object.

    view: same or other. strokes: as drawn. spots: [points, 3], the name of each point's spot. photo: [224, 224, 3] uint8 as the network sees it.
    cells: [56, 56, 4] uint8, the photo's truth.
    """

    category: str
    view: str
    strokes: list[Stroke]
    spots: np.ndarray
    photo: np.ndarray
    cells: np.ndarray

    @cached_property
    def sketch_patch(self) -> np.ndarray:
        """[points]: the patch of the network's picture in which each point lies."""
        at = (np.concatenate(fit(self.strokes)) / PATCH).astype(int).clip(0, GRID - 1)
        return at[:, 1] * GRID + at[:, 0]

    @cached_property
    def inked(self) -> np.ndarray:
        """bool [196]: sketch patches that a stroke goes through."""
        return np.isin(np.arange(PATCHES), self.sketch_patch)

    @cached_property
    def answers(self) -> np.ndarray:
        """bool [196, 196]: whether a sketch patch and a photo patch show a common spot."""
        row, column = np.nonzero(self.cells[..., 3])
        photo_patch = row * GRID // len(self.cells) * GRID + column * GRID // len(self.cells)
        seen = self.cells[row, column, :3].astype(np.float32)
        far = ((self.spots[:, None].astype(np.float32) - seen[None]) ** 2).sum(2)
        point, cell = np.nonzero(far <= TOLERANCE**2)
        answers = np.zeros((PATCHES, PATCHES), bool)
        answers[self.sketch_patch[point], photo_patch[cell]] = True
        return answers

    @property
    def seen_in_both(self) -> np.ndarray:
        """bool [196]: sketch patches that have an answer in the photo."""
        return self.inked & self.answers.any(1)

    @property
    def near(self) -> np.ndarray:
        """bool [196, 196]: the answers and the eight neighbours of each."""
        grid = np.pad(self.answers.reshape(PATCHES, GRID, GRID), ((0, 0), (1, 1), (1, 1)))
        shifts = [grid[:, y : y + GRID, x : x + GRID] for y in range(3) for x in range(3)]
        return np.logical_or.reduce(shifts).reshape(PATCHES, PATCHES)


def read_pairs(gallery: Path, categories: set[str] | None = None) -> list[Pair]:
    """All pairs of a gallery with truth, or those of some categories."""
    listed = json.loads((gallery / "truth" / "manifest.json").read_text())
    truth = {p["file"]: gallery / p["truth"] for p in listed["photos"]}
    wanted = [d for d in listed["drawings"] if categories is None or d["category"] in categories]
    photos = {name: read_photo(gallery / name, SIDE) for name in {d["photo"] for d in wanted}}
    return [_pair(gallery, d, photos[d["photo"]], truth[d["photo"]]) for d in wanted]


def _pair(gallery: Path, drawing: dict, photo: np.ndarray, truth: Path) -> Pair:
    drawn = json.loads((gallery / drawing["file"]).read_text())
    strokes = [np.array(s, np.float64).T for s in drawn["drawing"]]
    spots = np.concatenate([np.array(s).T for s in drawn["places"]])
    with Image.open(truth) as image:
        cells = np.asarray(image.convert("RGBA"))
    return Pair(drawing["category"], drawing["view"], strokes, spots, photo, cells)


def varied(pair: Pair, rng: np.random.Generator) -> Pair:
    """The pair as it might have been: strokes wobble and some are missing, the photo is cropped, its light varied, both are mirrored or not."""
    kept = rng.random(len(pair.strokes)) > rng.choice([0, 0, 0.2])
    kept[0] = True
    strokes = [_wobbled(s, rng) for s, k in zip(pair.strokes, kept) if k]
    spots = pair.spots[np.repeat(kept, [len(s) for s in pair.strokes])]
    cells = len(pair.cells)
    height, width = rng.integers(round(0.78 * cells), cells + 1, 2)
    y, x = rng.integers(0, cells - height + 1), rng.integers(0, cells - width + 1)
    scale = SIDE // cells
    crop = Image.fromarray(pair.photo[y * scale : (y + height) * scale, x * scale : (x + width) * scale])
    photo = np.asarray(crop.resize((SIDE, SIDE), Image.Resampling.BILINEAR), np.float32)
    photo = (photo * rng.uniform(0.7, 1.3) + rng.uniform(-25, 25)).clip(0, 255).astype(np.uint8)
    rows, columns = (((np.arange(cells) + 0.5) * extent / cells).astype(int) for extent in (height, width))
    seen = pair.cells[y + rows][:, x + columns]
    if rng.random() < 0.5:
        strokes = [s * [-1, 1] for s in strokes]
        photo, seen = photo[:, ::-1].copy(), seen[:, ::-1].copy()
    return replace(pair, strokes=strokes, spots=spots, photo=photo, cells=seen)


def displaced(pair: Pair, rng: np.random.Generator) -> Pair:
    """The pair with its photo made smaller (0.6 to 1), put anywhere in the picture and mirrored half of the time; the drawing stays as it is.

    The objects of the studio stand in the middle and face one way: without this, a patch's place in the picture would nearly tell its place on the object.
    What the smaller photo leaves free repeats the colours of its edge.
    """
    cells = len(pair.cells)
    scale = SIDE // cells
    size = int(rng.integers(round(0.6 * cells), cells + 1))
    top, left = (int(v) for v in rng.integers(0, cells - size + 1, 2))
    around = (top, cells - size - top), (left, cells - size - left), (0, 0)
    small = np.asarray(Image.fromarray(pair.photo).resize((size * scale, size * scale), Image.Resampling.BILINEAR))
    photo = np.pad(small, [(a * scale, b * scale) for a, b in around], mode="edge")
    kept = ((np.arange(size) + 0.5) * cells / size).astype(int)
    seen = np.pad(pair.cells[kept][:, kept], around)
    if rng.random() < 0.5:
        photo, seen = photo[:, ::-1].copy(), seen[:, ::-1].copy()
    return replace(pair, photo=photo, cells=seen)


def _wobbled(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """A hand's drift: slow waves along the stroke, a few units of 384."""
    steps = np.arange(len(stroke))[:, None]
    waves = sum(rng.normal(0, 2.2, 2) * np.sin(steps / rng.uniform(4, 14) + rng.uniform(0, 6, 2)) for _ in range(3))
    return stroke + waves + rng.normal(0, 2, 2)
