"""Sketches of categories that have no photos: what they look like is known from the ImageNet classifier's class vectors.

`imagenet_classes.json` names, for Quick, Draw! categories, the ImageNet classes that show the same kind of thing or nearly so, with their
index among the 1,000. The mapping was made by hand from the two lists of names.
"""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from . import data
from .rasterizer import Stroke

CLASSES = 1000
IMAGENET_CLASSES = Path(__file__).with_name("imagenet_classes.json")


@dataclass(frozen=True)
class SketchOnly:
    """`drawings` of each of `categories`; `classes` [C, 1000]: their ImageNet classes, equal shares, rows sum to 1."""

    categories: list[str]
    drawings: list[list[list[Stroke]]]
    classes: Tensor


def read_sketch_only(sketches: Path, without: Set[str], mapping: Path = IMAGENET_CLASSES) -> SketchOnly:
    """The mapped categories that have a file in the folder `sketches`; those in `without` stay out, so that nothing tested is ever seen."""
    of = json.loads(mapping.read_text())
    files = data.sketch_files(sketches) if sketches.is_dir() else {}
    categories = [c for c in of if c in files and c not in without]
    classes = torch.zeros(len(categories), CLASSES)
    for row, category in zip(classes, categories):
        row[list(of[category].values())] = 1 / len(of[category])
    return SketchOnly(categories, [data.read_sketches(files[c]) for c in categories], classes)
