"""Makes the gallery: the photographs, and for each the truth and some drawings.

Run with Blender 3.4 or newer: blender -b --python render.py -- [options]; see README.md.
"""

import argparse
import fcntl
import json
import random
import sys
import time
from pathlib import Path

import bpy

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from studio import drawing, photograph, truth  # noqa: E402  (the path must be set first)
from studio.seeds import seed  # noqa: E402

DRAWN = 6
"""The first so many variants of a category are drawn."""

VIEWS = ("same", "other")
"""A drawing shows the object as the photograph does, or from another viewpoint."""


def categories():
    """The names of all categories, sorted."""
    return sorted(f.stem for f in (HERE / "categories").glob("*.py") if f.stem != "__init__")


def options(words):
    """The command line after Blender's `--`."""
    parser = argparse.ArgumentParser(prog="render.py", description=__doc__)
    parser.add_argument("--category", nargs="+", help="categories to render (default: all)")
    parser.add_argument(
        "--variant", nargs="+", type=int, help="variants to render (default: 1 to --variants)"
    )
    parser.add_argument("--variants", type=int, default=12, help="photographs a category (default 12)")
    parser.add_argument("--samples", type=int, default=12, help="light paths a pixel at most (default 12)")
    parser.add_argument("--side", type=int, default=photograph.SIDE, help="pixels a side (default 384)")
    parser.add_argument("--again", action="store_true", help="render photographs that exist already")
    parser.add_argument("--out", type=Path, help="a folder for trial pictures; the manifest stays as it is")
    chosen = parser.parse_args(words)
    unknown = set(chosen.category or []) - set(categories())
    if unknown:
        parser.error(f"no such category: {', '.join(sorted(unknown))}; there are: {', '.join(categories())}")
    return chosen


def record(entry):
    """Puts a photograph's entry into the manifest, sorted by category and variant."""
    manifest = HERE / "manifest.json"
    with open(HERE / "render.py") as lock:
        # Several runs at once, each with its own categories, share the manifest.
        fcntl.flock(lock, fcntl.LOCK_EX)
        photos = json.loads(manifest.read_text())["photos"] if manifest.exists() else []
        photos = [p for p in photos if p["file"] != entry["file"]] + [entry]
        photos.sort(key=lambda p: (p["category"], p["variant"]))
        fresh = manifest.with_suffix(".tmp")
        fresh.write_text(json.dumps({"side": photograph.SIDE, "photos": photos}, indent=1) + "\n")
        fresh.replace(manifest)


def record_truth():
    """Lists all truth there is in truth/manifest.json."""
    with open(HERE / "render.py") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        photos, drawings = [], []
        for file in sorted((HERE / "truth").glob("*/*.png")):
            category = file.parent.name
            photo = f"photos/{category}/{file.stem}.jpg"
            photos.append({"file": photo, "truth": f"truth/{category}/{file.name}"})
            for view in VIEWS:
                drawn = file.with_name(f"{file.stem}_{view}.ndjson")
                if drawn.exists():
                    name = f"truth/{category}/{drawn.name}"
                    drawings.append({"file": name, "photo": photo, "category": category, "view": view})
        listed = {"side": truth.SIDE, "photos": photos, "drawings": drawings}
        (HERE / "truth" / "manifest.json").write_text(json.dumps(listed, indent=1) + "\n")


def draw(shot, category, variant, stem):
    """Two drawings of a photograph's object: as the photograph shows it, and from elsewhere."""
    word = f"{category}_{variant:02d}"
    drawing.undress(shot.root)
    for view in VIEWS:
        if view == "other":
            drawing.other_view(shot.root, shot.view, random.Random(seed(category, variant, "drawing")))
        names = truth.spots(shot.root, bpy.context.scene.camera, shot.turns_alike)
        drawing.write(stem.with_name(f"{word}_{view}.ndjson"), category, shot.root, names)


def main(words):
    """Makes what is asked for and missing, one line a photograph."""
    chosen = options(words)
    for category in chosen.category or categories():
        for variant in chosen.variant or range(1, chosen.variants + 1):
            name = f"{category}_{variant:02d}"
            photo = (chosen.out or HERE / "photos") / category / f"{name}.jpg"
            stem = (chosen.out or HERE / "truth") / category / name
            needs_photo = chosen.again or not photo.exists()
            needs_truth = chosen.again or not stem.with_suffix(".png").exists()
            needs_drawings = variant <= DRAWN and (
                chosen.again or not stem.with_name(f"{name}_{VIEWS[-1]}.ndjson").exists()
            )
            if not (needs_photo or needs_truth or needs_drawings):
                continue
            start = time.monotonic()
            shot = photograph.set_up(category, variant)
            if needs_photo:
                entry = photograph.take(shot, category, variant, photo, chosen.side, chosen.samples)
                if not chosen.out:
                    record(entry)
            if needs_truth:
                eye = bpy.context.scene.camera
                truth.write(stem.with_suffix(".png"), shot.root, eye, truth.spots(shot.root, eye, shot.turns_alike))
            if needs_drawings:
                draw(shot, category, variant, stem)
            if not chosen.out:
                record_truth()
            print(f"{category} {variant}: {shot.setting}, {time.monotonic() - start:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else [])
