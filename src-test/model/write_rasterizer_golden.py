"""Writes golden files for the Java rasterizer: sketches and the ink that the Python rasterizer gives them.

Run from the repository's root: python3 src-test/model/write_rasterizer_golden.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "model" / "patchlight_network"))

from rasterizer import rasterize  # noqa: E402  (the module alone needs no PyTorch)

GOLDEN = ROOT / "src-test" / "golden"


def hand_drawn(strokes: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Arcs, loops and slanted lines with a trembling hand, spread over a 640 x 400 canvas."""
    drawing = []
    for _ in range(strokes):
        middle = rng.uniform((80, 60), (560, 340))
        radius = rng.uniform(8, 90, 2)
        angle = np.linspace(rng.uniform(0, 6), rng.uniform(6, 12), int(rng.integers(2, 40)))
        arc = middle + radius * np.stack([np.cos(angle), np.sin(angle)], 1)
        drawing.append(arc + rng.normal(0, 1.2, arc.shape))
    return drawing


def main() -> None:
    rng = np.random.default_rng(20)
    sketches = {
        "dot": (64, [np.array([[312.5, 48.25]])]),
        "line": (64, [np.array([[10.0, 700.0], [400.0, 90.0]])]),
        "drawing": (224, hand_drawn(20, rng)),
        "small": (100, hand_drawn(5, rng) + [np.array([[300.0, 200.0]]), np.array([[90.0, 90.0], [90.0, 90.0]])]),
    }
    cases = []
    for name, (side, strokes) in sketches.items():
        strokes = [s.round(3) for s in strokes]
        file = f"rasterizer-{name}.bin"
        rasterize(strokes, side).astype("<f4").tofile(GOLDEN / file)
        cases.append({"name": name, "side": side, "ink": file, "drawing": [s.T.tolist() for s in strokes]})
    (GOLDEN / "rasterizer.json").write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
