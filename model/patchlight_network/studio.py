"""The studio gallery's truth: which patch of a drawing and which patch of a photo show the same spot of the object.

`truth/manifest.json` lists `photos` (file, truth) and `drawings` (file, photo, category, view: same or other). A photo's truth is an RGBA picture
of cells: alpha is above 0 where the object is seen, red, green and blue name the spot. A drawing is one ndjson line whose `places` name the spot of
each point. Names are coordinates in the object, 255 along its longest side.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
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

    strokes: as drawn. photo: its file. answers: bool [196, 196], whether a sketch patch and a photo patch show a common spot.
    inked: bool [196], sketch patches that a stroke goes through.
    """

    category: str
    view: str
    strokes: list[Stroke]
    photo: Path
    answers: np.ndarray
    inked: np.ndarray

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


def read_pairs(gallery: Path, view: str | None = None) -> list[Pair]:
    """All pairs of a gallery with truth, or those of one view."""
    listed = json.loads((gallery / "truth" / "manifest.json").read_text())
    truth = {p["file"]: gallery / p["truth"] for p in listed["photos"]}
    return [
        _pair(gallery, drawing, truth[drawing["photo"]]) for drawing in listed["drawings"] if view in (None, drawing["view"])
    ]


def _pair(gallery: Path, drawing: dict, truth: Path) -> Pair:
    drawn = json.loads((gallery / drawing["file"]).read_text())
    strokes = [np.array(s, np.float64).T for s in drawn["drawing"]]
    spots = np.concatenate([np.array(s, np.float64).T for s in drawn["places"]])
    at = (np.concatenate(fit(strokes)) / PATCH).astype(int).clip(0, GRID - 1)
    sketch_patch = at[:, 1] * GRID + at[:, 0]
    with Image.open(truth) as image:
        cells = np.asarray(image.convert("RGBA"), np.float64)
    row, column = np.nonzero(cells[..., 3])
    photo_patch = row * GRID // cells.shape[0] * GRID + column * GRID // cells.shape[1]
    same = np.linalg.norm(spots[:, None] - cells[row, column, :3][None], axis=2) <= TOLERANCE
    answers = np.zeros((PATCHES, PATCHES), bool)
    point, cell = np.nonzero(same)
    answers[sketch_patch[point], photo_patch[cell]] = True
    return Pair(
        drawing["category"], drawing["view"], strokes, gallery / drawing["photo"], answers,
        np.isin(np.arange(PATCHES), sketch_patch),
    )  # fmt: skip


def photo_pixels_of(pairs: list[Pair]) -> np.ndarray:
    """uint8 [K, 224, 224, 3], as the network sees them."""
    return np.stack([read_photo(p.photo, SIDE) for p in pairs])
