"""The published recipe against plain formulas."""

import numpy as np
import pytest
import torch

from patchlight_network.data import Photos
from patchlight_network.pictures import FolderPictures
from patchlight_network.recipes.published import Batches, relation_error, triplet
from patchlight_network.recipes.published_network import CrossLayer, PublishedNetwork, StdNorm
from patchlight_network.vit import SIDE, VisionTransformer


def test_triplet_is_the_difference_of_distances_plus_margin():
    sketch, same, other = np.random.default_rng(0).normal(size=(3, 15, 4)).astype(np.float32)
    distance = lambda a, b: np.sqrt(((a - b) ** 2).sum(1))
    expected = np.maximum(0, distance(sketch, same) - distance(sketch, other) + 1)
    assert 0 < (expected == 0).sum() < 15, "some triplets are far enough apart, some not"
    found = triplet(*(torch.from_numpy(x) for x in (sketch, same, other)))
    assert found.item() == pytest.approx(expected.mean(), rel=1e-5)


def test_relation_score_should_be_099_for_the_first_half_and_001_for_the_second():
    score = np.random.default_rng(1).random(6)
    expected = np.mean([(s - (0.99 if i < 3 else 0.01)) ** 2 for i, s in enumerate(score)])
    assert relation_error(torch.from_numpy(score)).item() == pytest.approx(expected)


def test_norm_divides_by_the_unbiased_deviation_plus_epsilon():
    x = np.random.default_rng(2).normal(3, 1e-5, (2, 192))
    expected = (x - x.mean(1, keepdims=True)) / (x.std(1, ddof=1, keepdims=True) + 1e-6)
    np.testing.assert_allclose(StdNorm()(torch.from_numpy(x)).detach(), expected, rtol=1e-6)


def test_cross_attention_is_asked_and_answered_by_the_own_picture_with_the_others_keys():
    torch.manual_seed(3)
    layer = CrossLayer(dropout=0.1).eval()
    own, other = torch.randn(1, 5, 192), torch.randn(1, 5, 192)
    value = lambda linear, x: (x @ linear.weight.T + linear.bias).detach().numpy()[0].astype(np.float64)
    q, k, v = value(layer.query, own), value(layer.key, other), value(layer.value, own)
    mixed = np.zeros_like(q)
    for head in range(8):
        of = slice(24 * head, 24 * (head + 1))
        weights = np.exp(q[:, of] @ k[:, of].T / np.sqrt(24))
        mixed[:, of] = weights / weights.sum(1, keepdims=True) @ v[:, of]
    x = layer.norm1(own + layer.out(torch.from_numpy(mixed).float()[None]))
    expected = layer.norm2(x + layer.feed_forward(x))
    torch.testing.assert_close(layer(own, other), expected)


@pytest.mark.parametrize("anchors", [49, 196])
def test_anchors_are_places(anchors):
    """Changing one patch changes one anchor."""
    torch.manual_seed(4)
    network = PublishedNetwork(VisionTransformer(), anchors, 0.0)
    tokens = torch.randn(1, 197, 192)
    before = network._anchors(tokens)
    tokens[0, 1 + 14 * 5 + 8] += 1
    changed = (network._anchors(tokens) - before).abs().amax(2)[0] > 1e-4
    side = int(anchors**0.5)
    assert changed.nonzero().flatten().tolist() == [5 * side // 14 * side + 8 * side // 14]


def test_pairs_are_of_one_category_first_and_of_two_then():
    """Every picture's grey level is its category."""
    label = np.repeat(np.arange(3), 2)
    pixels = np.broadcast_to(label[:, None, None, None], (6, SIDE, SIDE, 3)).astype(np.uint8)
    photos = Photos(pixels, label, ["a", "b", "c"], [""] * 6)
    pictures = FolderPictures(photos, [[[np.zeros((2, 2))]] * 2 for _ in range(3)])
    pictures.sketch = lambda index: np.full((SIDE, SIDE), pictures.sketch_label[index], np.uint8)
    sketches, photos = Batches(pictures, seed=1, count=20)(0, 0)
    sketch, photo = sketches[:, 0, 0], photos[:, 0, 0, 0]
    assert torch.equal(sketch[:20], photo[:20]) and torch.equal(sketch[:20], sketch[20:])
    assert (sketch[20:] != photo[20:]).all() and len(photo[20:].unique()) == 3
