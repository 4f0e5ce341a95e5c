"""Draws true links between drawings and photographs, to be looked at: python3 assets/gallery/truth_sheet.py (needs NumPy and Pillow).

Twenty drawings of other viewpoints, chosen by fixed dice, beside their photographs; each line joins a point of the drawing to the cell of the photograph that
shows the same spot. Writes docs/pictures/truth.jpg.
"""

import json
import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAIRS, COLUMNS, LINKS = 20, 4, 9
SIDE = 240
UNITS = 384
NEAR = 12
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"]


def links(drawn, cells, dice):
    """Some points of the drawing that the photograph shows too: ((x, y), (row, column)) in units and cells."""
    points = [
        point
        for stroke, places in zip(drawn["drawing"], drawn["places"])
        for point in zip(*stroke, *places)
    ]
    dice.shuffle(points)
    found = []
    for x, y, *spot in points:
        far = np.linalg.norm(cells[..., :3] - np.array(spot, float), axis=2)
        far[cells[..., 3] == 0] = np.inf
        cell = np.unravel_index(far.argmin(), far.shape)
        apart = all(abs(x - a) + abs(y - b) > 60 for (a, b), _ in found)
        if far[cell] <= NEAR and apart:
            found.append(((x, y), cell))
        if len(found) == LINKS:
            break
    return found


def pair(drawing, truth, dice):
    """One drawing and its photograph, joined."""
    drawn = json.loads((HERE / drawing["file"]).read_text())
    with Image.open(HERE / truth) as image:
        cells = np.asarray(image.convert("RGBA"), float)
    picture = Image.new("RGB", (2 * SIDE, SIDE), "white")
    with Image.open(HERE / drawing["photo"]) as photo:
        picture.paste(photo.resize((SIDE, SIDE)), (SIDE, 0))
    pen, scale = ImageDraw.Draw(picture), SIDE / UNITS
    for xs, ys in drawn["drawing"]:
        pen.line([(x * scale, y * scale) for x, y in zip(xs, ys)], fill="black", width=2)
    for number, ((x, y), (row, column)) in enumerate(links(drawn, cells, dice)):
        start = x * scale, y * scale
        end = SIDE + (column + 0.5) / len(cells) * SIDE, (row + 0.5) / len(cells) * SIDE
        colour = COLOURS[number % len(COLOURS)]
        pen.line([start, end], fill=colour, width=1)
        for cx, cy in (start, end):
            pen.ellipse([cx - 3, cy - 3, cx + 3, cy + 3], fill=colour)
    return picture


def main():
    dice = random.Random(20)
    listed = json.loads((HERE / "truth" / "manifest.json").read_text())
    truth = {photo["file"]: photo["truth"] for photo in listed["photos"]}
    others = [d for d in listed["drawings"] if d["view"] == "other"]
    chosen = sorted(dice.sample(others, PAIRS), key=lambda d: d["file"])
    page = Image.new("RGB", (COLUMNS * (2 * SIDE + 8), PAIRS // COLUMNS * (SIDE + 8)), "#d0d0d0")
    for number, drawing in enumerate(chosen):
        at = number % COLUMNS * (2 * SIDE + 8), number // COLUMNS * (SIDE + 8)
        page.paste(pair(drawing, truth[drawing["photo"]], dice), at)
    page.save(ROOT / "docs/pictures/truth.jpg", quality=86)


if __name__ == "__main__":
    main()
