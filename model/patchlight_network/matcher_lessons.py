"""What the matcher learns from: tokens of a finished backbone, computed once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from tqdm import tqdm

from . import data
from .batches import pseudo_pairs, to_pixels, vary_photo
from .encoder import TokenEncoder
from .evaluate import BATCH, photo_pixels, sketch_pixels
from .sketch_styles import draw_varied, vary_strokes
from .studio import Pair, displaced, varied

SKETCHES_A_CATEGORY = 30
PLACE_PAIRS = 1500
STUDIO_VARIANTS = 3


@dataclass(frozen=True)
class FrozenTokens:
    """Backbone outputs of some pictures: local and last patch tokens bfloat16 [M, 196, SEEN_DIM] and retrieval tokens [M, 192]."""

    patches: Tensor
    retrieval: Tensor


@torch.inference_mode()
def frozen_tokens(encoder: TokenEncoder, batches: list, what: str) -> FrozenTokens:
    """`batches`: functions that make pixels [B, 3, 224, 224], called one after the other."""
    patches, retrieval = [], []
    for make in tqdm(batches, desc=what, mininterval=10):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            first, seen = encoder.tokens(make())
            retrieval.append(F.normalize(encoder.retrieval_head(first).float(), dim=-1))
        patches.append(seen.bfloat16())
    return FrozenTokens(torch.cat(patches), torch.cat(retrieval))


def sketch_tokens(encoder: TokenEncoder, drawings: list, seed: int) -> tuple[FrozenTokens, Tensor]:
    rng = np.random.default_rng([seed, 1])
    chosen = [(c, i) for c, d in enumerate(drawings) for i in rng.permutation(len(d))[:SKETCHES_A_CATEGORY]]

    def make(part: list) -> Tensor:
        pictures = [draw_varied(vary_strokes(drawings[c][i], rng), rng) for c, i in part]
        return to_pixels(torch.from_numpy(np.stack(pictures))[:, None])

    parts = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    tokens = frozen_tokens(encoder, [lambda p=p: make(p) for p in parts], "sketches")
    return tokens, torch.tensor([c for c, _ in chosen])


def place_tokens(encoder: TokenEncoder, photos: data.Photos, seed: int) -> tuple[FrozenTokens, FrozenTokens, Tensor]:
    """Photos, their moved and mirrored pseudo-sketches, and for each pseudo-sketch patch its place in the photo [M, 196]."""
    rng = np.random.default_rng([seed, 2])
    chosen = rng.permutation(len(photos.pixels))[:PLACE_PAIRS]
    pixels, pseudo, place = [], [], []
    for i in range(0, len(chosen), BATCH):
        part = torch.stack([vary_photo(photos.pixels[j], rng) for j in chosen[i : i + BATCH]])
        lines, places = pseudo_pairs(part, rng)
        pixels.append(part.bfloat16())
        pseudo.append(lines.bfloat16())
        place.append(places)
    photo = frozen_tokens(encoder, [lambda p=p: p.float() for p in pixels], "photos with a place")
    lines = frozen_tokens(encoder, [lambda p=p: to_pixels(p.float()) for p in pseudo], "pseudo-sketches")
    return photo, lines, torch.cat(place)


def studio_tokens(encoder: TokenEncoder, pairs: list[Pair], seed: int) -> tuple[FrozenTokens, FrozenTokens, Tensor]:
    """Drawings and displaced photographs of the same objects, varied, and which of their patches answer to each other, bool [M, 196, 196]."""
    rng = np.random.default_rng([seed, 4])
    seen = [v for v in (displaced(varied(p, rng), rng) for p in pairs * STUDIO_VARIANTS) if v.seen_in_both.any()]
    parts = [seen[i : i + BATCH] for i in range(0, len(seen), BATCH)]
    drawings = frozen_tokens(encoder, [lambda p=p: sketch_pixels([v.strokes for v in p]) for p in parts], "drawings")
    photos = frozen_tokens(encoder, [lambda p=p: photo_pixels(np.stack([v.photo for v in p])) for p in parts], "photographs")
    return drawings, photos, torch.from_numpy(np.stack([v.answers for v in seen]))
