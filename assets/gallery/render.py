"""Renders the gallery's photographs.

Run with Blender 3.4 or newer: blender -b --python render.py -- [options]; see README.md.
"""

import argparse
import fcntl
import json
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from studio import photograph  # noqa: E402  (the path must be set first)


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
    parser.add_argument("--variants", type=int, default=6, help="photographs a category (default 6)")
    parser.add_argument("--samples", type=int, default=16, help="light paths a pixel at most (default 16)")
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


def main(words):
    """Renders what is asked for, one line a photograph."""
    chosen = options(words)
    for category in chosen.category or categories():
        for variant in chosen.variant or range(1, chosen.variants + 1):
            file = (chosen.out or HERE / "photos") / category / f"{category}_{variant:02d}.jpg"
            if file.exists() and not chosen.again:
                continue
            start = time.monotonic()
            entry = photograph.take(category, variant, file, chosen.side, chosen.samples)
            if not chosen.out:
                record(entry)
            print(
                f"{category} {variant}: {entry['setting']}, {time.monotonic() - start:.1f} s", file=sys.stderr
            )


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else [])
