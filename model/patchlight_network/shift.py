"""How far sketches as a whole lie beside photos: `python -m patchlight_network.shift --data DIR --run DIR` writes shift.json.

The mean retrieval token of training photos minus that of training sketches, as the program looks at them: turned too. Adding it to a sketch's
token closes what is left of the gap between the two kinds of picture (the modality gap: Liang et al., NeurIPS 2022).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from .encoder import TokenEncoder
from .training_tokens import training_tokens
from .turns import TURNS
from .vit import VisionTransformer


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--run", type=Path, required=True, help="encoder.pt is read, shift.json written")
    p.add_argument("--cache", type=Path, default=Path("cache"))
    p.add_argument("--turns", type=float, nargs="*", default=TURNS, metavar="DEGREES", help="sketches are also looked at turned clockwise by these")
    args = p.parse_args()
    encoder = TokenEncoder(VisionTransformer()).eval()
    encoder.load_state_dict(torch.load(args.run / "encoder.pt"))
    tokens = training_tokens(encoder, args.data, args.cache, args.turns)
    shift = [round(float(v), 6) for v in tokens.photos.mean(0) - tokens.sketches.mean(0)]
    (args.run / "shift.json").write_text(json.dumps({"shift": shift, "turns": list(args.turns)}))


if __name__ == "__main__":
    main()
