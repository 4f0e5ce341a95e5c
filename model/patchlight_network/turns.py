"""A sketch is also looked at a little turned: its retrieval token is the mean over these looks (decision 28).

Patch tokens are of the sketch as it was drawn. `InkTurning` and `SketchEncoder` of the program do the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from .rasterizer import MARGIN, STROKE_WIDTH
from .rasterizer import SIDE as REFERENCE_SIDE

TURNS = (8.6, -8.6)
"""Degrees clockwise, beside the sketch itself: what the shipped network was measured with."""

SURE = 0.2
"""Ink from here on counts for the drawing's box."""


def turned(ink: Tensor, degrees: float) -> Tensor:
    """Ink [S, S] in [0, 1] turned clockwise, and fitted into the picture again as the rasterizer fits strokes.

    The longer side of the box around the ink fills the picture but for the margin; nothing grows more than a square shrinks. Bilinear.
    """
    side = len(ink)
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    y, x = (place + 0.5 - side / 2 for place in torch.nonzero(ink >= SURE, as_tuple=True))
    if not len(x):
        return ink
    across, down = cos * x - sin * y, sin * x + cos * y
    extent = max(float(across.max() - across.min()), float(down.max() - down.min()))
    full = (REFERENCE_SIDE - 2 * MARGIN + STROKE_WIDTH) * side / REFERENCE_SIDE - 1
    most = cos + abs(sin)
    scale = min(max(full / extent if extent else most, 1 / most), most)
    middle_x, middle_y = float(across.max() + across.min()) / 2, float(down.max() + down.min()) / 2
    back = torch.tensor([
        [cos / scale, sin / scale, (cos * middle_x + sin * middle_y) * 2 / side],
        [-sin / scale, cos / scale, (cos * middle_y - sin * middle_x) * 2 / side],
    ], dtype=torch.float64)
    places = F.affine_grid(back[None], [1, 1, side, side], align_corners=False)
    return F.grid_sample(ink[None, None].double(), places, mode="bilinear", padding_mode="zeros", align_corners=False)[0, 0].to(ink.dtype)


def turned_pixels(pixels: Tensor, degrees: float, ink: Tensor | float = -1.0, paper: Tensor | float = 1.0) -> Tensor:
    """Sketches as the network takes them, [B, 3, S, S], turned. `ink`, `paper`: values of full ink and of paper, numbers or [3, 1, 1]."""
    covered = (paper - pixels) / (paper - ink)
    again = torch.stack([turned(each[0], degrees) for each in covered])[:, None]
    return (paper - again * (paper - ink)).expand_as(pixels).contiguous()


def mean_token(encode: Callable[[Tensor], Tensor], pixels: Tensor, turns: Sequence[float]) -> Tensor:
    """L2-normalised mean [B, D] of what `encode` makes of sketches [B, 3, S, S] in [-1, 1] as drawn and turned; `encode` gives L2-normalised tokens."""
    looks = [pixels, *(turned_pixels(pixels, degrees) for degrees in turns)]
    return F.normalize(sum(encode(look) for look in looks), dim=-1)
