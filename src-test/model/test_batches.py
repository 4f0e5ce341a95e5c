import numpy as np
import pytest
import torch

from patchlight_network.batches import Counts, keep_patches, make_batch, pseudo_pairs, to_pixels
from patchlight_network.data import Photos
from patchlight_network.pictures import FolderPictures
from patchlight_network.rasterizer import rasterize
from patchlight_network.sketch_only import SketchOnly
from patchlight_network.sketch_styles import first_part
from patchlight_network.vit import GRID, PATCH, PATCHES, SIDE


@pytest.fixture
def pictures():
    pixels = np.random.default_rng(0).integers(0, 255, (6, SIDE, SIDE, 3), dtype=np.uint8)
    rng = np.random.default_rng(1)
    drawings = [[[rng.uniform(0, 255, (8, 2)) for _ in range(4)] for _ in range(3)] for _ in range(3)]
    return FolderPictures(Photos(pixels, np.array([0, 0, 1, 1, 2, 2]), ["a", "b", "c"], [""] * 6), drawings)


@pytest.fixture
def sketch_only():
    rng = np.random.default_rng(4)
    return SketchOnly(["d", "e"], [[[rng.uniform(0, 255, (8, 2))]], [[rng.uniform(0, 255, (8, 2))]]], torch.eye(2, 1000))


@pytest.fixture
def without_strokes(pictures, monkeypatch):
    monkeypatch.setattr(FolderPictures, "strokes", lambda self, index: None)
    return pictures


def test_a_batch_is_a_function_of_seed_step_and_rank(pictures, sketch_only):
    one, again = (make_batch(pictures, sketch_only, 5, 7, 0, Counts(6, 1, 2, 40, 50), vary=True) for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(one, again))
    for step, rank in ((8, 0), (7, 1)):
        other = make_batch(pictures, sketch_only, 5, step, rank, Counts(6, 1, 2, 40, 50), vary=True)
        assert not torch.equal(one.sketches, other.sketches) and not torch.equal(one.keep_photos, other.keep_photos)


def test_first_sketches_show_the_photos_categories(pictures):
    batch = make_batch(pictures, None, 1, 1, 0, Counts(6, 0, 3), vary=True)
    assert [int(pictures.photo_label[i]) for i in batch.bank_index] == batch.label[:3].tolist()


def test_sketch_only_categories_come_last_with_labels_of_their_own(pictures, sketch_only):
    batch = make_batch(pictures, sketch_only, 1, 1, 0, Counts(6, 2, 3), vary=True)
    assert sorted(batch.label[4:].tolist()) == [3, 4] and batch.label[:4].max() < 3


def test_a_sketch_without_strokes_is_varied_too(without_strokes):
    batch = make_batch(without_strokes, None, 1, 1, 0, Counts(6, 0, 3), vary=True)
    drawn = batch.sketches[:, 0]
    assert drawn.shape == (6, SIDE, SIDE) and drawn.min() >= -1 and drawn.max() <= 1
    assert (drawn < 0).float().mean((1, 2)).min() > 0.005, "ink is left"
    assert (drawn > 0).float().mean() > 0.5, "paper stays bright"


def test_without_variation_sketches_and_photos_are_the_dataset_s_own(pictures):
    batch = make_batch(pictures, None, 1, 1, 0, Counts(6, 0, 3), vary=False)
    kept = [1 - rasterize(pictures.strokes(i)) for i in range(9)]
    for drawn in (batch.sketches[:, 0] + 1) / 2:
        assert any(np.allclose(drawn, one, atol=1e-6) for one in kept)
    for photo, index in zip(batch.photos, batch.bank_index):
        assert np.allclose((photo.permute(1, 2, 0) + 1) * 127.5, pictures.photo(int(index)), atol=1e-3)


def test_place_names_the_patch_the_lines_came_from():
    """Each photo patch gets a grey level of its own edge; the moved lines must lead back to it."""
    pixels = torch.rand(4, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(2)) * 2 - 1
    rng = np.random.default_rng(3)
    lines, place = pseudo_pairs(pixels, rng)
    still = pseudo_still(pixels)
    cells = lambda x: x.view(-1, GRID, PATCH, GRID, PATCH).permute(0, 1, 3, 2, 4).flatten(1, 2).flatten(2)
    moved_cells, still_cells = cells(lines), cells(still)
    for b in range(4):
        known = (place[b] >= 0).nonzero().flatten()
        assert len(known) > 20
        there = moved_cells[b, known]
        source = still_cells[b, place[b, known]]
        mirrored = source.view(-1, PATCH, PATCH).flip(2).flatten(1)
        nearest = torch.minimum((there - source).abs().amax(1), (there - mirrored).abs().amax(1))
        assert nearest.max() < 1e-5


def pseudo_still(pixels):
    from patchlight_network.sketch_styles import pseudo_sketch

    return pseudo_sketch(pixels, np.random.default_rng(3))


def test_inked_patches_are_kept_first():
    picture = torch.ones(1, 1, SIDE, SIDE)
    picture[0, 0, 40:44, :] = 0
    kept = keep_patches(to_pixels(picture), 30, torch.Generator().manual_seed(1))
    inked = set(range(2 * GRID, 3 * GRID))
    assert inked <= set(kept[0].tolist())
    assert kept.shape == (1, 30) and kept.max() < PATCHES


def test_first_part_keeps_drawing_order_and_share():
    strokes = [np.arange(20.0).reshape(10, 2), np.arange(20.0).reshape(10, 2) + 100]
    half = first_part(strokes, 0.75)
    assert [len(s) for s in half] == [10, 5]
    assert half[1][0, 0] == 100
