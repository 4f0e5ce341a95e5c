import numpy as np

from patchlight_network.rasterizer import MARGIN, SIDE, STROKE_WIDTH, rasterize


def test_no_strokes_give_blank_paper():
    assert rasterize([]).max() == 0


def test_longer_side_fills_the_picture_up_to_the_margin():
    ink = rasterize([np.array([[0, 0], [100, 50]])])
    columns = np.flatnonzero(ink.any(0))
    assert abs(columns[0] - (MARGIN - STROKE_WIDTH / 2)) <= 1
    assert abs(columns[-1] - (SIDE - MARGIN + STROKE_WIDTH / 2)) <= 1
    rows = np.flatnonzero(ink.any(1))
    assert abs(rows.mean() - (SIDE - 1) / 2) < 0.51


def test_drawing_does_not_depend_on_place_or_size():
    strokes = [np.array([[3, 4], [50, 80], [20, 90.5]]), np.array([[10, 10], [60, 15]])]
    moved = [s * 7.5 - 40 for s in strokes]
    np.testing.assert_allclose(rasterize(strokes), rasterize(moved), atol=1e-5)


def test_a_dot_is_a_disc_of_the_stroke_width():
    ink = rasterize([np.array([[5, 5]])])
    assert abs(ink.sum() - np.pi * (STROKE_WIDTH / 2) ** 2) < 1.0
    assert ink[SIDE // 2, SIDE // 2] > 0.9


def test_a_horizontal_line_has_its_width_in_ink():
    ink = rasterize([np.array([[0, 0], [10, 0]])])
    np.testing.assert_allclose(ink[:, SIDE // 2].sum(), STROKE_WIDTH, atol=0.02)
