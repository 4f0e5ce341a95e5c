"""The released ZSE-SBIR network with its quirks, so that official weights mean what they meant (arXiv 2303.14348; code buptLinfy/ZSE-SBIR).

Parameters carry the released names within each part. The quirks that weights depend on: values and residual of cross-attention
come from the asking picture itself; its LayerNorm divides by (unbiased deviation + 1e-6); every anchor of the relation network
mixes all patches of its picture, so anchors are never shown as places.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .vit import GRID, PATCH, PATCHES

DIM = 768
DEPTH = 12
HEADS = 12
HIDDEN = 3072
CROSS_HEADS = 8
CROSS_HIDDEN = 1024
ANCHOR_DIM = 512
ANCHORS = (GRID // 2) ** 2


class SelfAttention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.to_qkv = nn.Linear(DIM, 3 * DIM)
        self.to_out = nn.Sequential(nn.Linear(DIM, DIM))

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = (_heads(part, HEADS) for part in self.to_qkv(x).chunk(3, dim=-1))
        return self.to_out(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2))


class Block(nn.Module):
    """One pre-norm block over [B, T, 768]."""

    def __init__(self) -> None:
        super().__init__()
        self.layer_norm_input = nn.LayerNorm(DIM, eps=1e-5)
        self.attention = SelfAttention()
        self.layer_norm_out = nn.LayerNorm(DIM, eps=1e-5)
        # The identity keeps the place of the released dropout: its neighbours are called net.0 and net.3.
        net = nn.Sequential(nn.Linear(DIM, HIDDEN), nn.GELU(), nn.Identity(), nn.Linear(HIDDEN, DIM))
        self.mlp = nn.ModuleDict({"net": net})

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attention(self.layer_norm_input(x))
        return x + self.mlp["net"](self.layer_norm_out(x))


class ZseEncoder(nn.Module):
    """Pixels [B, 3, 224, 224] in [-1, 1] to an L2-normalised retrieval token [B, 768] and tokens [B, 1 + N, 768].

    The first of the tokens is [Ret] before it is normalised, which cross-attention needs; the others are patches, row by row.
    """

    def __init__(self, depth: int = DEPTH) -> None:
        super().__init__()
        self.cls = nn.Parameter(torch.zeros(1, 1, DIM))
        self.pos_embedding = nn.Parameter(torch.zeros(1, 1 + PATCHES, DIM))
        self.embedding = nn.Conv2d(3, DIM, PATCH, PATCH)
        convolutions = nn.Sequential(
            nn.Conv2d(3, 64, 7, 2, 3, bias=False),
            nn.ReLU(),
            nn.Conv2d(64, 128, 3, 2, 1, bias=False),
            nn.ReLU(),
            nn.Conv2d(128, 256, 3, 2, 1, bias=False),
            nn.ReLU(),
            nn.Conv2d(256, DIM, 3, 2, 1, bias=False),
        )
        self.scale = nn.ModuleDict({"seq": convolutions})
        layers = nn.ModuleList(nn.ModuleList([Block()]) for _ in range(depth))
        self.transformer = nn.ModuleDict({"layers": layers, "encoder_norm": nn.LayerNorm(DIM, eps=1e-5)})

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        merged = (self.embedding(pixels) + self.scale["seq"](pixels)) / 2
        patches = merged.flatten(2).transpose(1, 2)
        x = torch.cat([self.cls.expand(pixels.shape[0], -1, -1), patches], dim=1) + self.pos_embedding
        for (block,) in self.transformer["layers"]:
            x = block(x)
        x = self.transformer["encoder_norm"](x)
        return F.normalize(x[:, 0], dim=-1), x


class DeviationNorm(nn.Module):
    """The release's own LayerNorm: a * (x - mean) / (unbiased standard deviation + 1e-6) + b."""

    def __init__(self) -> None:
        super().__init__()
        self.a = nn.Parameter(torch.ones(DIM))
        self.b = nn.Parameter(torch.zeros(DIM))

    def forward(self, x: Tensor) -> Tensor:
        centred = x - x.mean(-1, keepdim=True)
        deviation = (centred.square().sum(-1, keepdim=True) / (DIM - 1)).sqrt()
        return self.a * centred / (deviation + 1e-6) + self.b


class CrossAttention(nn.Module):
    """`own` [K or 1, T, 768] asks `other` [K or 1, T, 768]: (mixed tokens [K, T, 768], weights [K, T, T], the mean over the heads).

    As released: only keys come from the other picture. Values are the asking picture's own tokens, picked by the places of
    the other's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.self_attn = nn.ModuleDict({"linears": nn.ModuleList(nn.Linear(DIM, DIM) for _ in range(4))})
        self.feed_forward = nn.ModuleDict({"w_1": nn.Linear(DIM, CROSS_HIDDEN), "w_2": nn.Linear(CROSS_HIDDEN, DIM)})
        self.sublayer = nn.ModuleList(nn.ModuleDict({"norm": DeviationNorm()}) for _ in range(2))

    def forward(self, own: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
        query, key, value, out = self.self_attn["linears"]
        q, k, v = (_heads(x, CROSS_HEADS) for x in (query(own), key(other), value(own)))
        weights = (q @ k.transpose(2, 3) / math.sqrt(DIM / CROSS_HEADS)).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).flatten(2)
        x = self.sublayer[0]["norm"](own + out(mixed))
        fed = self.feed_forward["w_2"](self.feed_forward["w_1"](x).relu())
        return self.sublayer[1]["norm"](x + fed), weights.mean(1)


class ZseMatcher(nn.Module):
    """Tokens of one sketch [1, 1 + N, 768] and K photos [K, 1 + N, 768] to (relation score [K], sketch to photo [K, N, N], photo to sketch [K, N, N]).

    Correspondences are cross-attention between patches: the mean over the heads without [Ret], whose share is given back so
    that rows sum to 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sketch_asks = CrossAttention()
        self.photo_asks = CrossAttention()
        self.anchors = nn.Conv2d(DIM, ANCHOR_DIM, 2, 2)
        # The identities keep the places of the released dropouts: the layers between are called 0, 3 and 6.
        self.relation = nn.Sequential(
            nn.Linear(ANCHORS * ANCHORS, 343),
            nn.ReLU(),
            nn.Identity(),
            nn.Linear(343, 49),
            nn.ReLU(),
            nn.Identity(),
            nn.Linear(49, 1),
        )

    def forward(self, sketch: Tensor, photos: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        seen_sketch, there = self.sketch_asks(sketch, photos)
        seen_photos, back = self.photo_asks(photos, sketch)
        cosines = _cosines(self._anchors(seen_sketch), self._anchors(seen_photos))
        score = self.relation(cosines.flatten(1)).sigmoid().squeeze(1)
        return score, _between_patches(there), _between_patches(back)

    def _anchors(self, tokens: Tensor) -> Tensor:
        """[K, 49, 512]. The reshape reads [N, 768] as if it were [768, N]: wrong, and what the weights were trained on."""
        scrambled = tokens[:, 1:].reshape(-1, DIM, GRID, GRID)
        return self.anchors(scrambled).flatten(2).transpose(1, 2)


def _heads(x: Tensor, heads: int) -> Tensor:
    return x.unflatten(2, (heads, DIM // heads)).transpose(1, 2)


def _cosines(x: Tensor, y: Tensor) -> Tensor:
    """[K, 49, 49]; 0 where an anchor is all zeros."""
    cosines = x @ y.transpose(1, 2) / x.norm(dim=-1).unsqueeze(2) / y.norm(dim=-1).unsqueeze(1)
    return torch.where(cosines.isnan(), torch.zeros_like(cosines), cosines)


def _between_patches(weights: Tensor) -> Tensor:
    patches = weights[:, 1:, 1:]
    return patches / patches.sum(-1, keepdim=True)
