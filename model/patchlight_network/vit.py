"""The ViT-Tiny backbone, with timm's parameter names so that its ImageNet weights load strictly."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

DIM = 192
DEPTH = 12
HEADS = 3
PATCH = 16
SIDE = 224
GRID = SIDE // PATCH
PATCHES = GRID * GRID
UNSEEN = -1e4
LOCALS = (3, 4, 5, 6, 8)
BLANK_RANGE = 0.05


def blank_patches(pixels: Tensor) -> Tensor:
    """bool [B, 196]: patches of pixels [B, 3, 224, 224] in [-1, 1] whose first channel varies by less than BLANK_RANGE, as bare paper does."""
    b = pixels.shape[0]
    cells = pixels[:, 0].reshape(b, GRID, PATCH, GRID, PATCH)
    return (cells.amax((2, 4)) - cells.amin((2, 4)) < BLANK_RANGE).flatten(1)


class Attention(nn.Module):
    """Multi-head self-attention over [B, T, DIM]."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(DIM, 3 * DIM)
        self.proj = nn.Linear(DIM, DIM)

    def forward(self, x: Tensor, unseen: Tensor | None = None) -> Tensor:
        """`unseen` [B, 1, 1, T]: added to every row of attention, 0 or very negative for a token that no token may look at."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=None if unseen is None else unseen.to(q.dtype))
        return self.proj(mixed.transpose(1, 2).reshape(b, t, DIM))

    def of_first(self, x: Tensor, unseen: Tensor | None = None) -> Tensor:
        """What the first token gives to each of the others, per head [B, HEADS, T - 1]; a row sums to 1 less what it gives to itself."""
        b, t, _ = x.shape
        q, k, _ = self.qkv(x).view(b, t, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        weights = q[:, :, :1] @ k.transpose(2, 3) / math.sqrt(DIM // HEADS)
        if unseen is not None:
            weights = weights + unseen.to(weights.dtype)
        return weights.softmax(-1)[:, :, 0, 1:]


class Mlp(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc1 = nn.Linear(DIM, 4 * DIM)
        self.fc2 = nn.Linear(4 * DIM, DIM)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(F.gelu(self.fc1(x)))


class Block(nn.Module):
    """One pre-norm transformer block (ViT, arXiv 2010.11929, section 3.1)."""

    def __init__(self) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(DIM, eps=1e-6)
        self.attn = Attention()
        self.norm2 = nn.LayerNorm(DIM, eps=1e-6)
        self.mlp = Mlp()

    def forward(self, x: Tensor, unseen: Tensor | None = None) -> Tensor:
        x = x + self.attn(self.norm1(x), unseen)
        return x + self.mlp(self.norm2(x))


class PatchEmbed(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, DIM, PATCH, PATCH)

    def forward(self, pixels: Tensor) -> Tensor:
        return self.proj(pixels).flatten(2).transpose(1, 2)


class VisionTransformer(nn.Module):
    """Pixels [B, 3, 224, 224] in [-1, 1] to tokens [B, 1 + T, 192]: the retrieval token, then patch tokens row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.cls_token = nn.Parameter(torch.zeros(1, 1, DIM))
        self.pos_embed = nn.Parameter(torch.zeros(1, 1 + PATCHES, DIM))
        self.patch_embed = PatchEmbed()
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.norm = nn.LayerNorm(DIM, eps=1e-6)

    def forward(self, pixels: Tensor, keep: Tensor | None = None, blank: Tensor | None = None) -> Tensor:
        """The last layer's tokens, normalised; arguments as in `layers`."""
        return self.layers(pixels, keep, blank)[1]

    def layers(self, pixels: Tensor, keep: Tensor | None = None, blank: Tensor | None = None) -> tuple[list[Tensor], Tensor]:
        """Tokens [B, 1 + T, 192] after each of the blocks LOCALS, and after the last block, normalised.

        `keep` [B, T]: indices of the patches to compute (training only: fewer patches, proportionally faster).
        `blank` bool [B, 196]: patches that no token looks at; their own tokens are computed all the same.
        """
        blocks, _ = self.every_block(pixels, keep, blank)
        return [blocks[number - 1] for number in LOCALS], self.norm(blocks[-1])

    def every_block(
        self, pixels: Tensor, keep: Tensor | None = None, blank: Tensor | None = None
    ) -> tuple[list[Tensor], Tensor | None]:
        """Tokens [B, 1 + T, 192] after each block, the first one's first, and the mask [B, 1, 1, 1 + T] of what isn't looked at."""
        x = self.patch_embed(pixels) + self.pos_embed[:, 1:]
        if keep is not None:
            x = x.gather(1, keep.unsqueeze(2).expand(-1, -1, DIM))
            blank = None if blank is None else blank.gather(1, keep)
        unseen = None if blank is None else F.pad(blank.to(x.dtype) * UNSEEN, (1, 0))[:, None, None]
        first = (self.cls_token + self.pos_embed[:, :1]).expand(x.shape[0], -1, -1)
        x = torch.cat([first, x], dim=1)
        after = []
        for block in self.blocks:
            x = block(x, unseen)
            after.append(x)
        return after, unseen


def load_imagenet(path: str) -> tuple[VisionTransformer, Tensor, Tensor]:
    """The ImageNet backbone and its classifier: (network, class vectors [1000, 192], class biases [1000])."""
    from safetensors.torch import load_file

    state = load_file(path)
    weight, bias = state.pop("head.weight"), state.pop("head.bias")
    network = VisionTransformer()
    network.load_state_dict(state, strict=True)
    return network, weight, bias
