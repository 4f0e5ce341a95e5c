"""The built-in gallery's photographs, manifest and scripts agree with each other."""

import ast
import json
import struct
import sys
from pathlib import Path

import pytest

GALLERY = Path(__file__).resolve().parents[2] / "assets" / "gallery"
sys.path.insert(0, str(GALLERY))

from studio.seeds import seed  # noqa: E402  (the path must be set first)

MANIFEST = json.loads((GALLERY / "manifest.json").read_text())
PHOTOS = MANIFEST["photos"]
TRUTH = json.loads((GALLERY / "truth" / "manifest.json").read_text())
CATEGORIES = sorted({photo["category"] for photo in PHOTOS})
SETTINGS_FILES = ("indoors.py", "outdoors.py")


def jpeg_size(file):
    """Width and height from the frame header of a JPEG file."""
    content = file.read_bytes()
    assert content[:2] == b"\xff\xd8", f"{file.name} is no JPEG"
    at = 2
    while at < len(content):
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xC2:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise AssertionError(f"{file.name} has no frame header")


def functions(file):
    """Names of the functions at the top of a Python file."""
    return {node.name for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}


def constant(file, name):
    """The value of a literal constant at the top of a Python file."""
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    raise AssertionError(f"{file.name} has no {name}")


def test_manifest_names_exactly_the_photographs_on_disk():
    on_disk = {str(f.relative_to(GALLERY)) for f in (GALLERY / "photos").rglob("*") if f.is_file()}
    assert {photo["file"] for photo in PHOTOS} == on_disk
    assert len(PHOTOS) == len(on_disk)


def test_every_photograph_is_a_jpeg_of_the_manifest_side():
    sizes = {photo["file"]: jpeg_size(GALLERY / photo["file"]) for photo in PHOTOS}
    assert {f: s for f, s in sizes.items() if s != (MANIFEST["side"], MANIFEST["side"])} == {}


def test_photographs_together_stay_under_thirty_mebibytes():
    assert sum((GALLERY / photo["file"]).stat().st_size for photo in PHOTOS) < 30 * 2**20


def test_there_are_at_least_64_categories_of_twelve_photographs():
    counts = {c: sum(photo["category"] == c for photo in PHOTOS) for c in CATEGORIES}
    assert len(counts) >= 64
    assert {c: n for c, n in counts.items() if n != 12} == {}


def test_truth_names_exactly_the_photographs_and_the_drawings_on_disk():
    photos = {photo["file"] for photo in TRUTH["photos"]}
    listed = {photo["truth"] for photo in TRUTH["photos"]} | {drawing["file"] for drawing in TRUTH["drawings"]}
    on_disk = {str(f.relative_to(GALLERY)) for f in (GALLERY / "truth").glob("*/*") if f.is_file()}
    assert photos == {photo["file"] for photo in PHOTOS}
    assert listed == on_disk


def test_truth_stays_under_ten_mebibytes():
    assert sum(f.stat().st_size for f in (GALLERY / "truth").rglob("*")) < 10 * 2**20


@pytest.mark.parametrize("category", CATEGORIES)
def test_object_is_drawn_from_at_least_four_other_viewpoints(category):
    drawings = [d for d in TRUTH["drawings"] if d["category"] == category]
    assert sum(d["view"] == "other" for d in drawings) >= 4


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_point_of_a_drawing_has_its_spot(category):
    for drawing in [d for d in TRUTH["drawings"] if d["category"] == category]:
        drawn = json.loads((GALLERY / drawing["file"]).read_text())
        points = [[len(axis) for axis in stroke] for stroke in drawn["drawing"]]
        spots = [[len(axis) for axis in stroke] for stroke in drawn["places"]]
        assert drawn["drawing"], drawing["file"]
        assert spots == [[x, x, x] for x, _ in points] and all(x == y for x, y in points), drawing["file"]
        assert all(0 <= v <= 255 for stroke in drawn["places"] for axis in stroke for v in axis), drawing["file"]


def test_seeds_are_those_of_category_and_variant():
    assert [p["file"] for p in PHOTOS if p["seed"] != seed(p["category"], p["variant"], "model")] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_category_file_has_its_function_and_known_settings(category):
    file = GALLERY / "categories" / f"{category}.py"
    known = set().union(*(functions(GALLERY / "studio" / f) for f in SETTINGS_FILES))
    assert category.replace("-", "_") in functions(file)
    assert set(constant(file, "SETTINGS")) <= known


@pytest.mark.parametrize("category", CATEGORIES)
def test_variants_go_through_the_settings_in_turn(category):
    settings = constant(GALLERY / "categories" / f"{category}.py", "SETTINGS")
    photos = [p for p in PHOTOS if p["category"] == category]
    assert [p["setting"] for p in photos] == [settings[(p["variant"] - 1) % len(settings)] for p in photos]
