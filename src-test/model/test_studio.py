"""The studio gallery's truth, read and varied."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from patchlight_network.studio import displaced, read_pairs, varied
from patchlight_network.vit import GRID, PATCHES


@pytest.fixture
def gallery(tmp_path):
    """A photo whose left half shows spots that rise with the height, and a drawing of one upright stroke along the same spots."""
    (tmp_path / "truth").mkdir()
    (tmp_path / "photos").mkdir()
    cells = np.zeros((56, 56, 4), np.uint8)
    cells[:, :28, 2] = np.linspace(255, 0, 56)[:, None]
    cells[:, :28, 3] = 255
    Image.fromarray(cells).save(tmp_path / "truth" / "post.png")
    Image.fromarray(np.uint8(np.random.default_rng(0).integers(0, 255, (384, 384, 3)))).save(tmp_path / "photos" / "post.jpg")
    heights = list(range(0, 385, 8))
    places = [[0] * len(heights), [0] * len(heights), [round(255 - 255 * y / 384) for y in heights]]
    line = {"word": "post", "drawing": [[[100] * len(heights), heights]], "places": [places]}
    (tmp_path / "truth" / "post_same.ndjson").write_text(json.dumps(line) + "\n")
    listed = {
        "side": 56,
        "photos": [{"file": "photos/post.jpg", "truth": "truth/post.png"}],
        "drawings": [{"file": "truth/post_same.ndjson", "photo": "photos/post.jpg", "category": "post", "view": "same"}],
    }
    (tmp_path / "truth" / "manifest.json").write_text(json.dumps(listed))
    return tmp_path


def test_a_sketch_patch_answers_to_the_photo_patches_at_its_height(gallery):
    (pair,) = read_pairs(gallery)
    # The stroke is fitted into the picture with a margin of 12 of 224 pixels, so that its ends lie in the first and last rows.
    middle = 7 * GRID + GRID // 2
    rows, columns = np.nonzero(pair.answers[middle].reshape(GRID, GRID))
    assert pair.inked.sum() == GRID
    assert rows.min() >= 6 and rows.max() <= 8 and 7 in rows
    assert columns.max() == GRID // 2 - 1


def test_patches_without_ink_answer_to_nothing(gallery):
    (pair,) = read_pairs(gallery)
    assert not pair.answers[~pair.inked].any()


def test_neighbours_of_an_answer_are_near_it(gallery):
    (pair,) = read_pairs(gallery)
    middle = 7 * GRID + GRID // 2
    assert pair.near[middle].reshape(GRID, GRID)[:, GRID // 2].any()
    assert not pair.near[middle].reshape(GRID, GRID)[:, GRID // 2 + 1].any()


def test_other_categories_are_left_out(gallery):
    assert read_pairs(gallery, {"mug"}) == []


@pytest.mark.parametrize("change", [varied, displaced])
def test_a_changed_pair_keeps_its_truth(gallery, change):
    (pair,) = read_pairs(gallery)
    rng = np.random.default_rng(3)
    for _ in range(8):
        other = change(pair, rng)
        assert other.photo.shape == (224, 224, 3) and other.answers.shape == (PATCHES, PATCHES)
        patch, photo_patch = (i[0] for i in np.nonzero(other.answers))
        spots = other.spots[other.sketch_patch == patch]
        row, column = divmod(photo_patch, GRID)
        cells = other.cells[row * 4 : row * 4 + 4, column * 4 : column * 4 + 4].reshape(-1, 4)
        seen = cells[cells[:, 3] > 0, :3].astype(float)
        assert min(np.linalg.norm(s - c) for s in spots for c in seen) <= 12


def test_a_displaced_photo_shows_each_spot_where_its_truth_says(gallery):
    """Blue rises with the height in truth and photo alike, so the colour of a pixel names its spot."""
    (pair,) = read_pairs(gallery)
    shown = np.repeat(np.repeat(pair.cells[..., :3], 4, 0), 4, 1)
    rng = np.random.default_rng(5)
    places = set()
    for _ in range(8):
        other = displaced(replace(pair, photo=shown), rng)
        row, column = np.nonzero(other.cells[..., 3])
        seen = other.photo[row * 4 + 2, column * 4 + 2].astype(int)
        assert np.abs(seen - other.cells[row, column, :3]).max() <= 10
        places.add((row.min(), column.min()))
    assert len(places) > 4
