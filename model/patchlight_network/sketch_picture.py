"""How a drawn or scanned sketch picture becomes the network's picture, whatever the colours of ink and paper.

Rule (input of ZSE-SBIR, arXiv 2303.14348, as released): the picture is cropped to its ink with a padding of 10 of its own pixels, no
further than its edge, scaled until its longer side fills the square, and centred on white. Ink there is what is darker than a
fixed tone on white. Here ink is what differs from the paper, and it is darkened to full strength, so that blank sheets, grey or
yellow strokes and white strokes on black have an answer too; black strokes on white keep their tones.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageOps

from .rasterizer import SIDE

PADDING = 10
LEAST_DISTANCE = 0.03  # of the distance from black to white: nearer colours are paper; the Java program has the same
STROKE_QUANTILE = 0.9  # strokes are as strong as the strongest tenth of what is no paper
SURE = 0.6  # of the strokes' strength: enough to count for the crop; a tone of 100 with black strokes on white, as released


def fitted(picture: Image.Image, side: int = SIDE) -> np.ndarray:
    """The sketch dark on white, uint8 [side, side]. A picture without ink gives white."""
    ink = ink_of(picture)
    rows, columns = np.flatnonzero((ink >= SURE).any(1)), np.flatnonzero((ink >= SURE).any(0))
    if not len(rows):
        return np.full((side, side), 255, np.uint8)
    top, left = max(0, rows[0] - PADDING), max(0, columns[0] - PADDING)
    cropped = ink[top : rows[-1] + 1 + PADDING, left : columns[-1] + 1 + PADDING]
    tones = Image.fromarray(np.rint(255 * (1 - cropped)).astype(np.uint8))
    scale = side / max(tones.size)
    width, height = (max(1, round(length * scale)) for length in tones.size)
    square = Image.new("L", (side, side), 255)
    square.paste(tones.resize((width, height), Image.Resampling.BILINEAR), ((side - width) // 2, (side - height) // 2))
    return np.asarray(square)


def ink_of(picture: Image.Image) -> np.ndarray:
    """Ink at the picture's own size, float32 [height, width] in [0, 1]: 0 is paper, 1 the strength of the strokes."""
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    ink = _ink_on(upright, 255)
    if not ink.any() and upright.getextrema()[3][0] < 255:
        return _ink_on(upright, 0)  # white strokes on a transparent ground show on black only
    return ink


def _ink_on(picture: Image.Image, sheet: int) -> np.ndarray:
    laid = Image.alpha_composite(Image.new("RGBA", picture.size, (sheet, sheet, sheet, 255)), picture)
    colours = np.asarray(laid.convert("RGB"))
    distance = np.sqrt(np.square(colours - paper_colour(colours)).mean(2)) / 255
    beyond_paper = distance[distance > LEAST_DISTANCE]
    if not len(beyond_paper):
        return np.zeros(distance.shape, np.float32)
    ink = (distance / np.quantile(beyond_paper, STROKE_QUANTILE)).clip(0, 1)
    return np.where(distance > LEAST_DISTANCE, ink, 0).astype(np.float32)


def paper_colour(colours: np.ndarray) -> np.ndarray:
    """Of uint8 [height, width, 3] the border's commonest colour where half of the border has it, else the whole picture's; [3]."""
    border = np.concatenate([colours[0], colours[-1], colours[:, 0], colours[:, -1]])
    colour, share = _commonest(border)
    return colour if share >= 0.5 else _commonest(colours.reshape(-1, 3))[0]


def _commonest(pixels: np.ndarray) -> tuple[np.ndarray, float]:
    """Mean colour of the fullest of 16 x 16 x 16 bins, and the share of the pixels in it."""
    bins = (pixels >> 4).astype(int) @ (256, 16, 1)
    counts = np.bincount(bins)
    fullest = counts.argmax()
    return pixels[bins == fullest].mean(0), counts[fullest] / len(pixels)
