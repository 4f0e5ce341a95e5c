"""Retrieval tokens of a few training pictures of every category: what shift and whiten learn from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from . import data
from .encoder import TokenEncoder
from .evaluate import BATCH, encode_photos, sketch_pixels
from .turns import mean_token

A_CATEGORY = 8


class TrainingTokens(NamedTuple):
    """L2-normalised tokens of `photos` and `sketches`, [C * 8, 192] each, some fewer where a category has fewer."""

    photos: Tensor
    sketches: Tensor


@torch.inference_mode()
def training_tokens(encoder: TokenEncoder, root: Path, cache: Path, turns: Sequence[float] = ()) -> TrainingTokens:
    """Of the training categories of `root`, a folder with sketches/, photos/ and splits.json; the same pictures each time.

    Sketches' tokens are means over these `turns` too, in degrees.
    """
    categories = data.splits(root)["train"]
    photos = data.load_photos(root / "photos", categories, cache)
    rng = np.random.default_rng(0)
    chosen = [rng.permutation(np.flatnonzero(photos.label == c))[:A_CATEGORY] for c in range(len(categories))]
    files = data.sketch_files(root / "sketches")
    drawings = [d for c in categories for d in data.read_sketches(files[c], A_CATEGORY)]
    parts = [drawings[i : i + BATCH] for i in range(0, len(drawings), BATCH)]
    return TrainingTokens(
        photos=encode_photos(lambda x: encoder(x)[0], photos.pixels[np.sort(np.concatenate(chosen))]),
        sketches=torch.cat([mean_token(lambda x: encoder(x)[0], sketch_pixels(part), turns) for part in parts]),
    )
