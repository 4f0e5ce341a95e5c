"""Puts all photographs on one page, one row a category: python3 assets/gallery/contact_sheet.py (needs Pillow).

Writes docs/pictures/studio-gallery.jpg.
"""

import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CELL = 80
LABEL = 150


def main():
    photos = json.loads((HERE / "manifest.json").read_text())["photos"]
    rows = {}
    for photo in photos:
        rows.setdefault(photo["category"], []).append(photo["file"])
    width = LABEL + CELL * max(len(files) for files in rows.values())
    page = Image.new("RGB", (width, CELL * len(rows)), "white")
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(ROOT / "assets/patchlight/fonts/Inter-Regular.otf"), 15)
    for row, (category, files) in enumerate(rows.items()):
        pen.text((10, row * CELL + CELL // 2), category.replace("_", " "), "black", font, anchor="lm")
        for column, file in enumerate(files):
            with Image.open(HERE / file) as photo:
                small = photo.resize((CELL - 2, CELL - 2), Image.Resampling.LANCZOS)
            page.paste(small, (LABEL + column * CELL, row * CELL))
    page.save(ROOT / "docs/pictures/studio-gallery.jpg", quality=86)


if __name__ == "__main__":
    main()
