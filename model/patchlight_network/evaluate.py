"""Zero-shot retrieval figures of an encoder, each photo encoded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from . import data, metrics
from .encoder import TokenEncoder
from .rasterizer import Stroke, rasterize
from .sketch_styles import first_part

BATCH = 64
QUERIES_A_CATEGORY = 25


def photo_pixels(pixels: np.ndarray) -> Tensor:
    """uint8 [B, 224, 224, 3] to the network's [B, 3, 224, 224] in [-1, 1]."""
    return torch.from_numpy(np.array(pixels)).permute(0, 3, 1, 2).float() / 127.5 - 1


def sketch_pixels(drawings: list[list[Stroke]]) -> Tensor:
    """Drawings to the network's [B, 3, 224, 224] in [-1, 1], by the canonical rasterizer."""
    paper = torch.from_numpy(1 - np.stack([rasterize(d) for d in drawings]))
    return (paper * 2 - 1)[:, None].expand(-1, 3, -1, -1)


def encode_photos(encode: Callable[[Tensor], Tensor], pixels: np.ndarray) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return torch.cat([encode(photo_pixels(pixels[i : i + BATCH])).float() for i in range(0, len(pixels), BATCH)])


@torch.inference_mode()
def validation_figures(
    encoder: TokenEncoder, folder: Path, cache: Path, share: float = 1.0, categories: list[str] | None = None
) -> dict[str, float]:
    """kNN figures on the validation categories: all their photos, the first 25 drawings each, drawn up to `share`."""
    categories = categories or data.splits(folder)["validation"]
    photos = data.load_photos(folder / "photos", categories, cache)
    files = data.sketch_files(folder / "sketches")
    drawings, label = [], []
    for index, category in enumerate(categories):
        for drawing in data.read_sketches(files[category], QUERIES_A_CATEGORY):
            drawings.append(drawing if share >= 1 else first_part(drawing, share))
            label.append(index)
    gallery = encode_photos(lambda x: encoder(x)[0], photos.pixels).numpy()
    queries = []
    with torch.autocast("cpu", dtype=torch.bfloat16):
        for i in range(0, len(drawings), BATCH):
            queries.append(encoder(sketch_pixels(drawings[i : i + BATCH]))[0].float().numpy())
    ranked = metrics.rank(np.concatenate(queries), gallery, np.array(label), photos.label)
    return {name: round(value, 4) for name, value in metrics.figures(ranked).items()}
