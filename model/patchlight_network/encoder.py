"""The token encoder: what the program runs once for every photo and once for every sketch."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .vit import DIM, LOCALS, VisionTransformer, blank_patches

PATCH_DIM = 64
SEEN_DIM = (len(LOCALS) + 1) * DIM


class TokenEncoder(nn.Module):
    """Pixels [B, 3, 224, 224] to an L2-normalised retrieval token [B, 192] and patch tokens [B, N, 64].

    The retrieval token is the one that is searched with, so it is the one that is trained. Blank patches (bare paper, a burnt-out sky) are not looked
    at, and their own patch tokens are all the same: most of a sketch is paper, and what isn't there should not weigh.
    """

    def __init__(self, backbone: VisionTransformer) -> None:
        super().__init__()
        self.backbone = backbone
        self.retrieval_head = nn.Linear(DIM, DIM)
        self.patch_head = nn.Linear(SEEN_DIM, PATCH_DIM)
        with torch.no_grad():
            self.retrieval_head.weight.copy_(torch.eye(DIM))
            self.retrieval_head.bias.zero_()

    def centre(self, mean: Tensor) -> None:
        """Start the retrieval head at `token - mean`: features centred on the mean photo tell classes apart better."""
        with torch.no_grad():
            self.retrieval_head.bias.copy_(-mean)

    def tokens(self, pixels: Tensor, keep: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """What the heads see: [Ret] [B, 192], and of each patch its local tokens and its last one [B, T, SEEN_DIM]; `keep` as in VisionTransformer.

        On its way a patch still knows which spot it is; at the end it knows what the picture shows. Blank patches have zeros.
        """
        blank = blank_patches(pixels)
        local, last = self.backbone.layers(pixels, keep, blank)
        seen = ~(blank if keep is None else blank.gather(1, keep))
        return last[:, 0], side_by_side(local, last) * seen.unsqueeze(2)

    def forward(self, pixels: Tensor, keep: Tensor | None = None) -> tuple[Tensor, Tensor]:
        first, patches = self.tokens(pixels, keep)
        return F.normalize(self.retrieval_head(first).float(), dim=-1), self.patch_head(patches)


class ShownEncoder(nn.Module):
    """The encoder as it is shipped: it also tells where its retrieval token looked.

    Pixels [B, 3, 224, 224] to retrieval token [B, 192], patch tokens [B, 196, 64], and for each head of the last block what [Ret] gives to each
    patch [B, 3, 196]; the rest of 1 it gives to itself. Patches that are blank in every picture of the batch are not computed: nothing looks at them, and
    most of a sketch is paper.
    """

    def __init__(self, encoder: TokenEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        backbone = self.encoder.backbone
        blank = blank_patches(pixels)
        seen = ~blank
        # The first patch is computed even on bare paper, so that there is one to take the others' place from.
        computed = torch.cat([torch.ones_like(seen[0, :1]), seen[:, 1:].float().amax(0) > 0])
        keep = computed.nonzero()[:, 0].expand(pixels.shape[0], -1)
        blocks, unseen = backbone.every_block(pixels, keep, blank)
        last = backbone.norm(blocks[-1])
        token = F.normalize(self.encoder.retrieval_head(last[:, 0]), dim=-1)
        among = (computed.long().cumsum(0) - 1).clamp(min=0)
        local = side_by_side([blocks[number - 1] for number in LOCALS], last)
        patches = self.encoder.patch_head(local[:, among] * seen.unsqueeze(2))
        block = backbone.blocks[-1]
        attention = block.attn.of_first(block.norm1(blocks[-2]), unseen)
        return token, patches, attention[:, :, among] * seen.unsqueeze(1)


def side_by_side(local: list[Tensor], last: Tensor) -> Tensor:
    """Of each patch its local tokens, normalised, and its last one: tokens [B, 1 + T, 192] to [B, T, SEEN_DIM]."""
    return torch.cat([*(F.layer_norm(x[:, 1:], (DIM,)) for x in local), last[:, 1:]], dim=2)
