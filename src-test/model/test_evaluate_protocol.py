"""The protocol on a bundle whose tokens are known, so that the right order is."""

import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from patchlight_network import datasets, evaluate_protocol

ROOT = Path(__file__).resolve().parents[2]
SKETCHES = ROOT.parent / "shared" / "data" / "sketches"
FIGURES = {"mapAll", "mapAllVoc", "p1", "p10", "p100", "map200", "p200", "map200Voc"}


class ColourBundle:
    """The retrieval token is the mean colour's direction; the relation score is higher the nearer the brightness."""

    manifest = {"mean": [0, 0, 0], "std": [1, 1, 1]}

    def __init__(self):
        self.encoded = 0

    def encode(self, pixels):
        self.encoded += len(pixels)
        colour = pixels.mean((2, 3)) + 1e-3
        return colour / np.linalg.norm(colour, axis=1, keepdims=True), colour[:, None]

    encode_sketches = encode

    def relation_scores(self, sketch, photos):
        return -np.abs(photos.mean((1, 2)) - sketch.mean())


def item(folder, name, colour, label):
    path = folder / f"{name}.png"
    Image.new("RGB", (20, 20), colour).save(path)
    return datasets.Item(path, label)


@pytest.fixture
def subset(tmp_path):
    """A grey sketch of category 0, whose photos are bright and coloured; category 1 is dark and grey."""
    sketch = Image.new("L", (40, 40), 255)
    sketch.save(tmp_path / "sketch.png")
    sketches = [datasets.Item(tmp_path / "sketch.png", 0)]
    photos = [
        item(tmp_path, "dark", (30, 30, 30), 1),
        item(tmp_path, "darker", (20, 20, 20), 1),
        item(tmp_path, "yellow", (255, 255, 120), 0),
        item(tmp_path, "blue", (120, 120, 255), 0),
    ]
    return datasets.Subset(["bright", "dark"], sketches, photos, [])


def test_rn_ranks_by_relation_score_and_ret_by_cosine(subset):
    result = evaluate_protocol.evaluate(ColourBundle(), subset, "rn", None, None)
    assert result["rn"]["mapAll"] == 1
    assert result["ret"]["mapAll"] == pytest.approx((1 / 3 + 2 / 4) / 2, abs=1e-6)
    assert set(result["ret"]) == set(result["rn"]) == set(result["program"]) == FIGURES


def test_each_picture_is_encoded_once(subset):
    bundle = ColourBundle()
    evaluate_protocol.evaluate(bundle, subset, "rn", None, None)
    assert bundle.encoded == 5


def test_ret_matches_no_more_than_the_speed_needs(subset):
    result = evaluate_protocol.evaluate(ColourBundle(), subset, "ret", None, None)
    assert "rn" not in result
    assert result["secondsEach"]["rnPair"] > 0


def test_unreadable_photos_are_left_out_and_listed(subset, tmp_path):
    (tmp_path / "yellow.png").write_text("no picture")
    result = evaluate_protocol.evaluate(ColourBundle(), subset, "ret", None, None)
    assert result["photos"] == 3
    assert "yellow.png" in result["unreadable"][0]


def test_limits_hold_for_each_category(subset):
    result = evaluate_protocol.evaluate(ColourBundle(), subset, "ret", 1, 1)
    assert (result["sketches"], result["photos"]) == (1, 2)
    assert (result["estimates"]["thisSplit"]["sketches"], result["estimates"]["thisSplit"]["photos"]) == (1, 4)


def test_a_whole_set_is_estimated_from_what_a_part_took():
    rates = {"sketch": 0.01, "photo": 0.02, "retPair": 1e-6, "rnPair": 1e-3}
    assert evaluate_protocol.estimate(rates, 1000, 2000) == {
        "sketches": 1000,
        "photos": 2000,
        "encoding": 50.0,
        "ret": 2.0,
        "rn": 2000.0,
    }


def jar() -> Path:
    """The program as `mvn package` leaves it; skips where it is missing or old, or the sketches are not there."""
    found = ROOT / "target" / "patchlight.jar"
    if not found.exists():
        pytest.skip("target/patchlight.jar is not there: run mvn -DskipTests package")
    packed = [f for folder in ("app", "model/bundle") for f in (ROOT / folder).rglob("*") if f.is_file()]
    newest = max(packed, key=lambda f: f.stat().st_mtime)
    if newest.stat().st_mtime > found.stat().st_mtime:
        pytest.skip(f"target/patchlight.jar is older than {newest.relative_to(ROOT)}: run mvn -DskipTests package")
    if not SKETCHES.exists():
        pytest.skip(f"{SKETCHES} is not there: put Quick-Draw ndjson.gz files of the built-in gallery's categories there")
    return found


def test_java_and_python_agree_on_the_built_in_gallery(tmp_path):
    """Every sixth category, five drawings each, all twelve photos each; figures within 1e-3."""
    program = jar()
    (tmp_path / "photos").mkdir()
    for category in sorted((ROOT / "assets/gallery/photos").iterdir())[::6]:
        (tmp_path / "photos" / category.name).symlink_to(category)
    (tmp_path / "sketches").mkdir()
    for category in sorted(p.name for p in (tmp_path / "photos").iterdir()):
        if (SKETCHES / f"{category}.ndjson.gz").exists():
            (tmp_path / "sketches" / f"{category}.ndjson.gz").symlink_to(SKETCHES / f"{category}.ndjson.gz")
    subset = datasets.open_dataset("folders", tmp_path, datasets.WHOLE).test
    bundle = evaluate_protocol.Bundle(ROOT / "model" / "bundle", fp32=True)
    python = evaluate_protocol.evaluate(bundle, subset, "rn", 5, None)
    words = ["evaluate", "--sketches", tmp_path / "sketches", "--photos", tmp_path / "photos", "--limit-sketches", "5"]
    words += ["--protocol", "zse", "--retrieval", "rn", "--device", "cpu", "--json"]
    run = subprocess.run(["java", "-jar", program, *words], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    java = json.loads(run.stdout)
    assert {k: java[k] for k in ("sketches", "photos", "categories")} == {k: python[k] for k in ("sketches", "photos", "categories")}
    for order in ("ret", "program", "rn"):
        assert java[order] == pytest.approx(python[order], abs=1e-3), order
