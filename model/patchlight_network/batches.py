"""Training batches. Every batch is a function of (seed, step) alone, so a resumed run sees what an uninterrupted one would."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .data import Photos
from .rasterizer import Stroke
from .sketch_styles import draw_varied, pseudo_sketch, vary_strokes
from .vit import GRID, PATCH, PATCHES, SIDE


@dataclass(frozen=True)
class Batch:
    """Sketches [S, 3, 224, 224] with labels; photos [P, ...]; a pseudo-sketch of each photo, shifted and mirrored.

    The first P sketches show the photos' categories, pair by pair. `place` [P, 196]: for each patch of the pseudo-sketch the
    photo's patch of the same place, -1 where it has none or is blank. `bank_index` [P]: the photos' rows in the bank.
    """

    sketches: Tensor
    label: Tensor
    photos: Tensor
    pseudo: Tensor
    place: Tensor
    bank_index: Tensor


def make_batch(
    photos: Photos, drawings: list[list[list[Stroke]]], seed: int, step: int, sketch_count: int, photo_count: int
) -> Batch:
    rng = np.random.default_rng([seed, step])
    categories = len(photos.categories)
    chosen = rng.permutation(categories)[:photo_count]
    rest = rng.integers(0, categories, sketch_count - len(chosen))
    label = np.concatenate([chosen, rest])
    sketches = np.stack([_sketch(drawings[c], rng) for c in label])
    index = np.array([rng.choice(np.flatnonzero(photos.label == c)) for c in chosen])
    pixels = torch.stack([vary_photo(photos.pixels[i], rng) for i in index])
    pseudo, place = pseudo_pairs(pixels, rng)
    return Batch(
        sketches=to_pixels(torch.from_numpy(sketches)[:, None]),
        label=torch.from_numpy(label),
        photos=pixels,
        pseudo=to_pixels(pseudo),
        place=place,
        bank_index=torch.from_numpy(index),
    )


def to_pixels(grey: Tensor) -> Tensor:
    """[B, 1, H, W] in [0, 1] to the network's [B, 3, H, W] in [-1, 1]."""
    return (grey * 2 - 1).expand(-1, 3, -1, -1)


def _sketch(drawings: list[list[Stroke]], rng: np.random.Generator) -> np.ndarray:
    return draw_varied(vary_strokes(drawings[rng.integers(len(drawings))], rng), rng)


def vary_photo(pixels: np.ndarray, rng: np.random.Generator) -> Tensor:
    """Cropped (at least 60 % of the area), mirrored, light and colour varied; [3, 224, 224] in [-1, 1]."""
    area, aspect = rng.uniform(0.6, 1.0), np.exp(rng.uniform(-0.2, 0.2))
    h = min(SIDE, round(SIDE * np.sqrt(area / aspect)))
    w = min(SIDE, round(SIDE * np.sqrt(area * aspect)))
    y, x = rng.integers(0, SIDE - h + 1), rng.integers(0, SIDE - w + 1)
    crop = torch.from_numpy(np.array(pixels[y : y + h, x : x + w])).permute(2, 0, 1)[None].float() / 127.5 - 1
    image = F.interpolate(crop, (SIDE, SIDE), mode="bilinear", align_corners=False)[0]
    if rng.random() < 0.5:
        image = image.flip(2)
    if rng.random() < 0.2:
        image = image.mean(0, keepdim=True).expand(3, -1, -1)
    return (image * rng.uniform(0.7, 1.3) + rng.uniform(-0.2, 0.2)).clamp(-1, 1)


def pseudo_pairs(pixels: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Pseudo-sketches moved by whole patches and mirrored, so that equal position never means equal place."""
    lines = pseudo_sketch(pixels, rng)
    grid = torch.arange(PATCHES).view(GRID, GRID)
    moved, places = [], []
    for picture in lines:
        dy, dx = (int(v) for v in rng.integers(-4, 5, 2))
        place = _shift(grid, dy, dx, -1)
        picture = _shift(picture[0], dy * PATCH, dx * PATCH, 1.0)
        if rng.random() < 0.5:
            place, picture = place.flip(1), picture.flip(1)
        inked = (1 - picture).view(GRID, PATCH, GRID, PATCH).mean((1, 3)) > 0.03
        places.append(place.masked_fill(~inked, -1).flatten())
        moved.append(picture[None])
    return torch.stack(moved), torch.stack(places)


def _shift(image: Tensor, dy: int, dx: int, fill: float) -> Tensor:
    """`image` [H, W] moved down by dy and right by dx, what comes in filled."""
    h, w = image.shape
    out = torch.full_like(image, fill)
    out[max(0, dy) : h + min(0, dy), max(0, dx) : w + min(0, dx)] = image[
        max(0, -dy) : h - max(0, dy), max(0, -dx) : w - max(0, dx)
    ]
    return out


def keep_patches(pixels: Tensor, count: int, generator: torch.Generator) -> Tensor:
    """`count` patch indices [B, count] in rising order: those with ink or texture first, the rest at random (PatchDropout, arXiv 2208.07220)."""
    texture = pixels[:, :1].unfold(2, PATCH, PATCH).unfold(3, PATCH, PATCH).flatten(4).std(4).flatten(1)
    score = (texture > 0.05).float() + torch.rand(texture.shape, generator=generator)
    return score.topk(count, dim=1).indices.sort(dim=1).values
