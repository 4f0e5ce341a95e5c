"""Training batches. Every batch is a function of (seed, step) alone, so a resumed run sees what an uninterrupted one would."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .evaluate import photo_pixels
from .pictures import Pictures
from .rasterizer import Stroke, rasterize
from .sketch_only import SketchOnly
from .sketch_styles import draw_varied, draw_varied_pixels, pseudo_sketch, vary_strokes
from .vit import GRID, PATCH, PATCHES, SIDE, blank_patches


class Batch(NamedTuple):
    """Sketches [S, 3, 224, 224] with labels; photos [P, ...]; a pseudo-sketch of each photo, shifted and mirrored.

    The first P sketches show the photos' categories, pair by pair; labels from the number of categories on are those of sketch-only categories. `place` [P, 196]: for each patch of the pseudo-sketch the
    photo's patch of the same place, -1 where it has none or is blank. `bank_index` [P]: the photos' rows in the bank.
    `keep_lines` [S + P, K] and `keep_photos` [P, L]: the patches to compute; None: all.
    """

    sketches: Tensor
    label: Tensor
    photos: Tensor
    pseudo: Tensor
    place: Tensor
    bank_index: Tensor
    keep_lines: Tensor | None = None
    keep_photos: Tensor | None = None


class Counts(NamedTuple):
    """Of a batch: its sketches, how many of them are of sketch-only categories, its photos; patches computed of each drawing and photo."""

    sketches: int
    sketch_only: int
    photos: int
    line_patches: int = PATCHES
    photo_patches: int = PATCHES


def make_batch(
    pictures: Pictures, sketch_only: SketchOnly | None, seed: int, step: int, rank: int, counts: Counts, vary: bool
) -> Batch:
    """Of a drawing's patches the inked ones are computed first, of a photo's any. `vary`: other hands, pens, crops and light."""
    rng = np.random.default_rng([seed, step, rank])
    categories = len(pictures.categories)
    chosen = rng.permutation(categories)[: counts.photos]
    rest = rng.integers(0, categories, counts.sketches - counts.sketch_only - len(chosen))
    drawn = [_sketch(pictures, c, rng, vary) for c in (*chosen, *rest)]
    more = rng.permutation(len(sketch_only.categories))[: counts.sketch_only] if sketch_only else np.arange(0)
    drawn += [_drawn(sketch_only.drawings[c][rng.integers(len(sketch_only.drawings[c]))], rng, vary) for c in more]
    label = np.concatenate([chosen, rest, categories + more])
    sketches = torch.from_numpy(np.stack(drawn))[:, None]
    index = np.array([rng.choice(pictures.photos_of[c]) for c in chosen])
    photos = [pictures.photo(i) for i in index]
    pixels = torch.stack([vary_photo(p, rng) for p in photos]) if vary else photo_pixels(np.stack(photos))
    pseudo, place = pseudo_pairs(pixels, rng)
    keep_lines = keep_photos = None
    generator = torch.Generator().manual_seed((seed * 1_000_003 + step) * 1_009 + rank)
    if counts.line_patches < PATCHES:
        keep_lines = keep_patches(torch.cat([sketches, pseudo]) * 2 - 1, counts.line_patches, generator)
    if counts.photo_patches < PATCHES:
        keep_photos = keep_patches(pixels, counts.photo_patches, generator)
    return Batch(
        sketches=to_pixels(sketches),
        label=torch.from_numpy(label),
        photos=pixels,
        pseudo=to_pixels(pseudo),
        place=place,
        bank_index=torch.from_numpy(index),
        keep_lines=keep_lines,
        keep_photos=keep_photos,
    )


def to_pixels(grey: Tensor) -> Tensor:
    """[B, 1, H, W] in [0, 1] to the network's [B, 3, H, W] in [-1, 1]."""
    return (grey * 2 - 1).expand(-1, 3, -1, -1)


def _sketch(pictures: Pictures, category: int, rng: np.random.Generator, vary: bool) -> np.ndarray:
    index = pictures.sketches_of[category][rng.integers(len(pictures.sketches_of[category]))]
    strokes = pictures.strokes(index)
    if strokes is not None:
        return _drawn(strokes, rng, vary)
    grey = pictures.sketch(index)
    return draw_varied_pixels(grey, rng) if vary else grey.astype(np.float32) / 255


def _drawn(strokes: list[Stroke], rng: np.random.Generator, vary: bool) -> np.ndarray:
    return draw_varied(vary_strokes(strokes, rng), rng) if vary else 1 - rasterize(strokes)


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
    """Patches of pixels [B, any, 224, 224] in [-1, 1] to compute: indices [B, count] in rising order.

    Those that aren't blank come first, in a random order, then the rest (PatchDropout, arXiv 2208.07220).
    """
    seen = (~blank_patches(pixels)).float()
    score = seen + torch.rand(seen.shape, generator=generator)
    return score.topk(count, dim=1).indices.sort(dim=1).values
