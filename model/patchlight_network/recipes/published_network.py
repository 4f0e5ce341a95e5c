"""ZSE-SBIR's network (arXiv 2303.14348, section 3; released code buptLinfy/ZSE-SBIR) on a ViT-Tiny backbone.

Widths are a quarter of the released ones, as 192 is of 768. One thing differs: the anchors of the relation network are places of
the picture, where the released code reads the tokens in the wrong order.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..vit import DIM, GRID, PatchEmbed, VisionTransformer

HEADS = 8
HIDDEN = 256
ANCHOR_DIM = 128
RELATION_HIDDEN = {49: (343, 49), 196: (2744, 196)}


class LearnableTokenizer(nn.Module):
    """The backbone's patch embedding averaged with four strided convolutions, [B, 3, 224, 224] to [B, 196, 192]."""

    def __init__(self, patch_embed: PatchEmbed) -> None:
        super().__init__()
        self.patch_embed = patch_embed
        self.convolutions = nn.Sequential(
            nn.Conv2d(3, 16, 7, 2, 3, bias=False),
            nn.ReLU(),
            nn.Conv2d(16, 32, 3, 2, 1, bias=False),
            nn.ReLU(),
            nn.Conv2d(32, 64, 3, 2, 1, bias=False),
            nn.ReLU(),
            nn.Conv2d(64, DIM, 3, 2, 1, bias=False),
        )

    def forward(self, pixels: Tensor) -> Tensor:
        return (self.patch_embed(pixels) + self.convolutions(pixels).flatten(2).transpose(1, 2)) / 2


class StdNorm(nn.Module):
    """Layer normalisation as released: by the unbiased standard deviation, to which 1e-6 is added."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(DIM))
        self.bias = nn.Parameter(torch.zeros(DIM))

    def forward(self, x: Tensor) -> Tensor:
        return self.weight * (x - x.mean(-1, keepdim=True)) / (x.std(-1, keepdim=True) + 1e-6) + self.bias


class CrossLayer(nn.Module):
    """Post-norm cross-attention: `own` [B, T, 192] asks and answers, `other` [B, T, 192] holds the keys, as released."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(DIM, DIM) for _ in range(4))
        self.feed_forward = nn.Sequential(nn.Linear(DIM, HIDDEN), nn.ReLU(), nn.Dropout(dropout), nn.Linear(HIDDEN, DIM))
        self.norm1, self.norm2 = StdNorm(), StdNorm()
        self.dropout = nn.Dropout(dropout)

    def forward(self, own: Tensor, other: Tensor) -> Tensor:
        q, k, v = (
            layer(x).unflatten(2, (HEADS, DIM // HEADS)).transpose(1, 2)
            for layer, x in ((self.query, own), (self.key, other), (self.value, own))
        )
        mixed = F.scaled_dot_product_attention(q, k, v, dropout_p=self.dropout.p if self.training else 0.0)
        x = self.norm1(own + self.dropout(self.out(mixed.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.dropout(self.feed_forward(x)))


class PublishedNetwork(nn.Module):
    """One backbone for both kinds of picture, a cross-attention layer for each, and the relation network.

    `anchors`: 49 (cells of 2 x 2 patches) or 196 (patches).
    """

    def __init__(self, backbone: VisionTransformer, anchors: int, dropout: float) -> None:
        super().__init__()
        self.backbone = backbone
        backbone.patch_embed = LearnableTokenizer(backbone.patch_embed)
        self.to_photo, self.to_sketch = CrossLayer(dropout), CrossLayer(dropout)
        cell = GRID // math.isqrt(anchors)
        self.pool = nn.Conv2d(DIM, ANCHOR_DIM, cell, cell)
        wide, narrow = RELATION_HIDDEN[anchors]
        self.relation = nn.Sequential(
            nn.Linear(anchors * anchors, wide),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(wide, narrow),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(narrow, 1),
        )

    def encode(self, pixels: Tensor) -> Tensor:
        """[B, 3, 224, 224] to self-attended tokens [B, 197, 192]; token 0 is [Ret]."""
        return self.backbone(pixels)

    def attend(self, sketches: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pair by pair, tokens [B, 197, 192] to cross-attended [Ret] of sketch and photo [B, 192] and relation score [B] in 0 to 1."""
        seen_sketches, seen_photos = self.to_photo(sketches, photos), self.to_sketch(photos, sketches)
        relation = self._anchors(seen_sketches) @ self._anchors(seen_photos).transpose(1, 2)
        return seen_sketches[:, 0], seen_photos[:, 0], self.relation(relation.flatten(1)).sigmoid().squeeze(1)

    def forward(self, sketches: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pixels of pairs, [B, 3, 224, 224] each; as `attend`."""
        tokens = self.encode(torch.cat([sketches, photos]))
        return self.attend(*tokens.chunk(2))

    def _anchors(self, tokens: Tensor) -> Tensor:
        """Unit vectors [B, anchors, 128] of the places."""
        grid = tokens[:, 1:].transpose(1, 2).unflatten(2, (GRID, GRID))
        return F.normalize(self.pool(grid).flatten(2).transpose(1, 2).float(), dim=-1)
