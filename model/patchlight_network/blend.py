"""Weights between an untouched and a trained network: `python -m patchlight_network.blend --weights FILE --trained FILE --share 0.6 --out FILE`.

Training on some categories pulls the network away from what ImageNet taught it of all others; a network part of the way back
finds unseen categories better (WiSE-FT, arXiv 2109.01903). The retrieval and patch heads stay as trained.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .encoder import TokenEncoder
from .vit import load_imagenet


def trained(path: Path) -> dict[str, torch.Tensor]:
    """Averaged encoder weights of a finished run (encoder.pt) or of a checkpoint."""
    state = torch.load(path)
    return state.get("average", state)


def blend(weights: Path, state: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """`share` of the trained backbone, the rest of the untouched one; share 1 is the trained network."""
    backbone, _, _ = load_imagenet(str(weights))
    untouched = {f"backbone.{k}": v for k, v in backbone.state_dict().items()}
    return {k: torch.lerp(untouched[k], v, share) if k in untouched else v for k, v in state.items()}


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--weights", type=Path, required=True, help="timm vit_tiny_patch16_224 safetensors")
    p.add_argument("--trained", type=Path, required=True, help="encoder.pt or checkpoint.pt of a run")
    p.add_argument("--share", type=float, required=True, help="share of the trained weights, 0 to 1")
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    state = blend(args.weights, trained(args.trained), args.share)
    TokenEncoder(load_imagenet(str(args.weights))[0]).load_state_dict(state)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, args.out)


if __name__ == "__main__":
    main()
