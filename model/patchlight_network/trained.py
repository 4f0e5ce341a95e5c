"""The networks of a finished training run."""

from __future__ import annotations

from pathlib import Path

import torch

from .encoder import TokenEncoder
from .relation import RelationMatcher
from .vit import VisionTransformer


def load_network(run: Path) -> tuple[TokenEncoder, RelationMatcher]:
    """Encoder and matcher from `encoder-with-patches.pt` and `matcher.pt`, ready to be asked."""
    encoder, matcher = TokenEncoder(VisionTransformer()), RelationMatcher()
    encoder.load_state_dict(torch.load(run / "encoder-with-patches.pt"))
    matcher.load_state_dict(torch.load(run / "matcher.pt"))
    return encoder.eval(), matcher.eval()
