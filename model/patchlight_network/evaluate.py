"""Zero-shot retrieval figures of an encoder, each photo encoded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from . import metrics
from .pictures import Pictures
from .rasterizer import Stroke, rasterize

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
    """`encode` [B, 3, 224, 224] to [B, D], over photos uint8 [M, 224, 224, 3]: float32 [M, D]."""
    return encode_all(encode, lambda chosen: photo_pixels(pixels[chosen]), np.arange(len(pixels)))


def encode_all(
    encode: Callable[[Tensor], Tensor], pixels_of: Callable[[np.ndarray], Tensor], chosen: np.ndarray, device: torch.device | str = "cpu"
) -> Tensor:
    """The pictures of the indices `chosen`, batch by batch: float32 [len(chosen), D] in main memory."""
    parts = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    with torch.autocast(torch.device(device).type, dtype=torch.bfloat16):
        return torch.cat([encode(pixels_of(part).to(device)).float().cpu() for part in parts])


@dataclass(frozen=True)
class Searches:
    """Sketches to search with and photos to search among, as indices into `pictures`."""

    pictures: Pictures
    sketches: np.ndarray
    photos: np.ndarray

    def sketch_pixels(self, chosen: np.ndarray) -> Tensor:
        """[B, 3, 224, 224] in [-1, 1]."""
        grey = torch.from_numpy(np.stack([self.pictures.sketch(i) for i in chosen]))
        return (grey.float() / 127.5 - 1)[:, None].expand(-1, 3, -1, -1)

    def photo_pixels(self, chosen: np.ndarray) -> Tensor:
        """[B, 3, 224, 224] in [-1, 1]."""
        return photo_pixels(np.stack([self.pictures.photo(i) for i in chosen]))

    def figures(self, similarity: np.ndarray) -> dict[str, float]:
        """Of `similarity` [sketches, photos]; ties keep the photos' order."""
        order = np.argsort(-similarity, axis=1, kind="stable")
        relevant = self.pictures.photo_label[self.photos][order] == self.pictures.sketch_label[self.sketches][:, None]
        return {name: round(value, 4) for name, value in metrics.figures(relevant).items()}


def searches(pictures: Pictures, sketches: int = QUERIES_A_CATEGORY, photos: int = 0) -> Searches:
    """The first sketches and photos of each category; 0 takes all."""
    first = lambda of, count: np.concatenate([found[: count or None] for found in of])
    return Searches(pictures, first(pictures.sketches_of, sketches), first(pictures.photos_of, photos))


def knn_figures(token: Callable[[Tensor], Tensor], found: Searches, device: torch.device | str = "cpu") -> dict[str, float]:
    """Figures of the search by `token`: pixels [B, 3, 224, 224] to L2-normalised [B, D]."""
    gallery = encode_all(token, found.photo_pixels, found.photos, device)
    queries = encode_all(token, found.sketch_pixels, found.sketches, device)
    return found.figures((queries @ gallery.T).numpy())
