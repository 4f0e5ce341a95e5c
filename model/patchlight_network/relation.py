"""The relation matcher: one cross-attention layer each way and a relation network over true places.

After ZSE-SBIR (arXiv 2303.14348, sections 3.2 and 3.3) with two changes. The released code's relation network mixes all patches
into each of its anchors; here every cell of the relation map stays the pair of places that it is, so a cross-attention weight
can be shown to a person as a patch-to-patch link. And cross-attention takes its values from the other picture.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .encoder import PATCH_DIM
from .vit import GRID

HIDDEN = 96
POOLED = GRID // 2


class CrossAttention(nn.Module):
    """Each token of `x` [K, N, d] looks at the tokens of `y` [K, N, d]: (mixed [K, N, d], attention [K, N, N], rows sum to 1).

    One head as wide as the tokens: several narrow ones find fewer true places (decision 23), and the attention that is shown is what was used,
    with nothing averaged or sharpened afterwards.
    """

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(PATCH_DIM, PATCH_DIM)
        self.key = nn.Linear(PATCH_DIM, PATCH_DIM)
        self.value = nn.Linear(PATCH_DIM, PATCH_DIM)
        self.out = nn.Linear(PATCH_DIM, PATCH_DIM)
        self.norm1 = nn.LayerNorm(PATCH_DIM)
        self.fc1 = nn.Linear(PATCH_DIM, 2 * PATCH_DIM)
        self.fc2 = nn.Linear(2 * PATCH_DIM, PATCH_DIM)
        self.norm2 = nn.LayerNorm(PATCH_DIM)

    def forward(self, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
        weights = self.weights(x, y)
        x = self.norm1(x + self.out(weights @ self.value(y)))
        x = self.norm2(x + self.fc2(F.gelu(self.fc1(x))))
        return x, weights

    def weights(self, x: Tensor, y: Tensor) -> Tensor:
        """How much each token of `x` looks at each of `y` [K, N, N]; rows sum to 1."""
        return (self.query(x) @ self.key(y).transpose(1, 2) / math.sqrt(PATCH_DIM)).softmax(-1)

    @torch.no_grad()
    def look_at_the_like(self, sharpness: float) -> None:
        """Start with queries and keys that are the tokens themselves: each token looks at those with the largest inner product."""
        for layer, size in ((self.query, sharpness), (self.key, 1.0)):
            layer.weight.copy_(size * torch.eye(PATCH_DIM))
            layer.bias.zero_()


class RelationMatcher(nn.Module):
    """Patch tokens of one sketch [1, N, 64] and K photos [K, N, 64] to (relation score [K], sketch to photo [K, N, N], photo to sketch [K, N, N])."""

    def __init__(self) -> None:
        super().__init__()
        self.to_photo = CrossAttention()
        self.to_sketch = CrossAttention()
        places = POOLED * POOLED
        self.relation = nn.Sequential(nn.Linear(2 * places + PATCH_DIM, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, 1))

    def forward(self, sketch: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        logit, sketch_to_photo, photo_to_sketch = self.attend(sketch.expand(photos.shape[0], -1, -1), photos)
        return logit.sigmoid(), sketch_to_photo, photo_to_sketch

    def logit(self, sketch: Tensor, photos: Tensor) -> Tensor:
        """The relation score before its sigmoid, [K]."""
        return self.attend(sketch.expand(photos.shape[0], -1, -1), photos)[0]

    def attend(self, sketches: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pair by pair: sketches [K, N, 64] and photos [K, N, 64] to (logit [K], sketch to photo, photo to sketch).

        The relation network sees how well each place of either picture finds a counterpart, and both pictures' mean mixed tokens.
        """
        sketches = F.layer_norm(sketches, (PATCH_DIM,))
        photos = F.layer_norm(photos, (PATCH_DIM,))
        seen_sketches, sketch_to_photo = self.to_photo(sketches, photos)
        seen_photos, photo_to_sketch = self.to_sketch(photos, sketches)
        relation = _cells(seen_sketches) @ _cells(seen_photos).transpose(1, 2)
        together = seen_sketches.mean(1) * seen_photos.mean(1)
        seen = torch.cat([relation.amax(2), relation.amax(1), together], dim=1)
        return self.relation(seen).squeeze(1), sketch_to_photo, photo_to_sketch


def _cells(tokens: Tensor) -> Tensor:
    """Unit vectors of 2 x 2 neighbouring patches [K, 49, d]: a cell is a place of the picture."""
    grid = tokens.unflatten(1, (GRID, GRID)).permute(0, 3, 1, 2)
    return F.normalize(F.avg_pool2d(grid, 2).flatten(2).transpose(1, 2), dim=-1)
