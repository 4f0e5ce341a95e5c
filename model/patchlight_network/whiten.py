"""Evens out the retrieval token's directions: `python -m patchlight_network.whiten --data DIR --trained FILE --out FILE`.

A few directions carry most of the variance of all tokens and drown the others. The tokens of training photos and sketches, each centred on their
own mean, give a covariance; its inverse square root, damped so that weak directions stay weak, becomes part of the retrieval head
(whitening of descriptors: Jegou and Chum, ECCV 2012). The network's cost stays the same. Sketches' tokens are of upright drawings: turned ones are
mixed in behind the encoder, and `shift` is measured then.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .encoder import TokenEncoder
from .training_tokens import TrainingTokens, training_tokens
from .vit import VisionTransformer

DAMPING = 8.0


def whitening(tokens: TrainingTokens, damping: float = DAMPING) -> Tensor:
    """Symmetric [192, 192]: (covariance + damping * mean variance)^(-1/2)."""
    centred = torch.cat([of - of.mean(0) for of in tokens])
    variance, directions = torch.linalg.eigh(centred.T @ centred / len(centred))
    return directions * (variance + damping * variance.mean()).rsqrt() @ directions.T


@torch.no_grad()
def whiten(encoder: TokenEncoder, matrix: Tensor) -> None:
    """From now on the encoder's retrieval token is `matrix` times what it was, of unit length again."""
    head = encoder.retrieval_head
    head.weight.copy_(matrix @ head.weight)
    head.bias.copy_(matrix @ head.bias)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--trained", type=Path, required=True, help="encoder weights, as blend writes them")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--cache", type=Path, default=Path("cache"))
    p.add_argument("--damping", type=float, default=DAMPING, help="multiple of the mean variance; larger changes less")
    args = p.parse_args()
    encoder = TokenEncoder(VisionTransformer()).eval()
    encoder.load_state_dict(torch.load(args.trained))
    whiten(encoder, whitening(training_tokens(encoder, args.data, args.cache), args.damping))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), args.out)


if __name__ == "__main__":
    main()
