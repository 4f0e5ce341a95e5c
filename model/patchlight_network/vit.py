"""The ViT-Tiny backbone, with timm's parameter names so that its ImageNet weights load strictly."""

from __future__ import annotations

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


class Attention(nn.Module):
    """Multi-head self-attention over [B, T, DIM]."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(DIM, 3 * DIM)
        self.proj = nn.Linear(DIM, DIM)

    def forward(self, x: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v)
        return self.proj(mixed.transpose(1, 2).reshape(b, t, DIM))


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

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.norm1(x))
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

    def forward(self, pixels: Tensor, keep: Tensor | None = None) -> Tensor:
        """`keep` [B, T]: indices of the patches to compute (training only: fewer patches, proportionally faster)."""
        x = self.patch_embed(pixels) + self.pos_embed[:, 1:]
        if keep is not None:
            x = x.gather(1, keep.unsqueeze(2).expand(-1, -1, DIM))
        first = (self.cls_token + self.pos_embed[:, :1]).expand(x.shape[0], -1, -1)
        x = torch.cat([first, x], dim=1)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)


def load_imagenet(path: str) -> tuple[VisionTransformer, Tensor, Tensor]:
    """The ImageNet backbone and its classifier: (network, class vectors [1000, 192], class biases [1000])."""
    from safetensors.torch import load_file

    state = load_file(path)
    weight, bias = state.pop("head.weight"), state.pop("head.bias")
    network = VisionTransformer()
    network.load_state_dict(state, strict=True)
    return network, weight, bias
