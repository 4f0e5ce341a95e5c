import math

import numpy as np
import torch
import torch.nn.functional as F

from patchlight_network.rasterizer import MARGIN, SIDE, rasterize
from patchlight_network.turns import mean_token, turned, turned_pixels

FLAG = [np.array([[0, 90], [0, 0], [60, 10], [0, 40]])]
SQUARE = [np.array([[0, 0], [50, 0], [50, 50], [0, 50], [0, 0]])]


def ink(strokes):
    return torch.from_numpy(rasterize(strokes))


def rotated(strokes, degrees):
    """Clockwise, where y grows downwards."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [s @ np.array([[cos, sin], [-sin, cos]]) for s in strokes]


def test_turned_ink_is_the_ink_of_turned_strokes():
    for strokes in (FLAG, SQUARE):
        for degrees in (8.6, -8.6, 25.0):
            of_ink, of_strokes = turned(ink(strokes), degrees), ink(rotated(strokes, degrees))
            blurred = [F.avg_pool2d(x[None, None], 9, 1, 4)[0, 0] for x in (of_ink, of_strokes)]
            assert (blurred[0] - blurred[1]).abs().max() < 0.15
            assert np.corrcoef(blurred[0].flatten(), blurred[1].flatten())[0, 1] > 0.98


def test_turned_sketch_fills_the_picture_but_for_the_margin():
    columns = torch.nonzero((turned(ink(SQUARE), 30) > 0.5).any(0))
    assert abs(int(columns.min()) - MARGIN) <= 3
    assert abs(int(columns.max()) - (SIDE - MARGIN)) <= 3


def test_blank_paper_stays_blank_and_a_dot_small():
    assert turned(torch.zeros(SIDE, SIDE), 8.6).max() == 0
    dot = ink([np.array([[5, 5]])])
    assert 0.5 < float(turned(dot, 8.6).sum() / dot.sum()) < 1.5


def test_other_normalisations_turn_alike():
    covered = ink(FLAG)[None, None].expand(1, 3, -1, -1)
    own, paper = torch.tensor([-2.0, 0.0, 1.0])[:, None, None], torch.tensor([3.0, 1.0, 5.0])[:, None, None]
    pixels = turned_pixels(paper - covered * (paper - own), 8.6, own, paper)
    expected = turned_pixels(1 - 2 * covered, 8.6)
    torch.testing.assert_close((paper - pixels) / (paper - own), (1 - expected) / 2, atol=1e-5, rtol=0)


def test_mean_token_is_the_mean_over_all_looks():
    pixels = (1 - 2 * ink(FLAG))[None, None].expand(2, 3, -1, -1)
    by_mean = lambda x: F.normalize(torch.stack([x.mean((1, 2, 3)), x[:, 0, 60].mean(1), x[:, 0, :, 60].mean(1)], 1), dim=1)  # noqa: E731
    looks = [by_mean(pixels), by_mean(turned_pixels(pixels, 8.0)), by_mean(turned_pixels(pixels, -3.0))]
    torch.testing.assert_close(mean_token(by_mean, pixels, [8.0, -3.0]), F.normalize(sum(looks) / 3, dim=1))
    torch.testing.assert_close(mean_token(by_mean, pixels, []), looks[0])
