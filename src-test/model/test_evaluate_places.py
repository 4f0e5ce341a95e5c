import numpy as np

from patchlight_network.evaluate_places import distance, flip_share, mirrored, shift_share
from patchlight_network.vit import GRID, PATCHES

HERE = np.arange(PATCHES)[None]
EVERYWHERE = np.ones((1, PATCHES), bool)


def test_mirroring_swaps_the_ends_of_each_row():
    assert mirrored(np.array([0, GRID - 1, GRID])).tolist() == [GRID - 1, 0, 2 * GRID - 1]
    assert (mirrored(mirrored(HERE)) == HERE).all()


def test_distance_is_the_larger_of_rows_and_columns():
    assert distance(np.array([0, 0, 0]), np.array([GRID + 1, 3, 2 * GRID + 1])).tolist() == [1, 3, 2]


def test_links_that_move_with_the_photo_all_stay_put():
    before = HERE // GRID * GRID + np.minimum(HERE % GRID, GRID - 2)
    assert shift_share(before, before + 1, EVERYWHERE) == 1
    assert shift_share(before, before, EVERYWHERE) == 0


def test_what_left_the_picture_does_not_count():
    last_column = np.full((1, PATCHES), GRID - 1)
    last_column[0, 0] = 0
    assert shift_share(last_column, last_column * 0 + 1, EVERYWHERE) == 1


def test_mirrored_links_of_mirrored_pictures_stay_put():
    rng = np.random.default_rng(0)
    before = rng.integers(0, PATCHES, (1, PATCHES))
    after = mirrored(before)[:, mirrored(np.arange(PATCHES))]
    assert flip_share(before, after, EVERYWHERE) == 1
    assert flip_share(before, np.roll(after, 1, 1), EVERYWHERE) < 0.1
