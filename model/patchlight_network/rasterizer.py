"""How strokes become the network's picture. The Java program follows the same rule to the last bit that matters.

Rule: the box around all points is scaled, keeping its aspect, until its longer side is `side - 2 * MARGIN * side / 224`, and
centred. A pixel's ink is `clamp(width / 2 + 0.5 - distance, 0, 1)`, where distance runs from the pixel's centre to
the nearest point of any stroke and width is `STROKE_WIDTH * side / 224`. A box without extent (a dot) keeps scale 1.
"""

from __future__ import annotations

import numpy as np

SIDE = 224
MARGIN = 12.0
STROKE_WIDTH = 3.0

Stroke = np.ndarray  # float [points, 2], x then y


def fit(strokes: list[Stroke], side: int = SIDE) -> list[Stroke]:
    """The strokes in pixel coordinates of a `side` x `side` picture."""
    points = np.concatenate(strokes)
    low, high = points.min(0), points.max(0)
    extent = float((high - low).max())
    room = side - 2 * MARGIN * side / 224
    scale = room / extent if extent > 1e-9 else 1.0
    middle = (low + high) / 2
    return [(s - middle) * scale + side / 2 for s in strokes]


def rasterize(strokes: list[Stroke], side: int = SIDE) -> np.ndarray:
    """Ink [side, side] float32 in [0, 1]: 0 is paper, 1 is full ink. No strokes give blank paper."""
    ink = np.zeros((side, side), np.float32)
    strokes = [np.asarray(s, np.float64) for s in strokes if len(s)]
    if not strokes:
        return ink
    reach = STROKE_WIDTH * side / 224 / 2 + 0.5
    for stroke in fit(strokes, side):
        ends = stroke[1:] if len(stroke) > 1 else stroke
        for a, b in zip(stroke, ends):
            _draw_segment(ink, a, b, reach)
    return ink


def _draw_segment(ink: np.ndarray, a: np.ndarray, b: np.ndarray, reach: float) -> None:
    side = ink.shape[0]
    low = np.floor(np.minimum(a, b) - reach).astype(int).clip(0, side)
    high = np.ceil(np.maximum(a, b) + reach).astype(int).clip(0, side)
    if (high <= low).any():
        return
    x = np.arange(low[0], high[0])[None, :] + 0.5 - a[0]
    y = np.arange(low[1], high[1])[:, None] + 0.5 - a[1]
    d = b - a
    length2 = float(d @ d)
    t = ((x * d[0] + y * d[1]) / length2).clip(0, 1) if length2 > 0 else 0.0
    distance = np.hypot(x - t * d[0], y - t * d[1])
    part = ink[low[1] : high[1], low[0] : high[0]]
    np.maximum(part, (reach - distance).clip(0, 1), out=part)
