"""The program's order, and how a bundle's sketches are encoded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from patchlight_network.evaluate_bundle import Bundle, program_order, program_rankings, together

SMALL = Path(__file__).resolve().parents[1] / "golden" / "small-bundle"
SKETCH = np.array([0.6, 0.8, 0])


def test_photos_like_no_other_vote_by_the_cube_of_their_similarity() -> None:
    # The query moves to (0.6 + 0.2967, 0.8 + 0.7033): weights 0.6³ and 0.8³ of their sum.
    assert together(SKETCH, np.eye(3)) == pytest.approx([0.512278, 0.858820, 0], abs=1e-5)


def test_photos_count_with_their_kin_of_which_the_best_vote_once_more() -> None:
    photos = np.array([(1, 0, 0), (0.8, 0.6, 0), (0.6, 0, 0.8), (0, 1, 0), (0, -0.6, 0.8), (-0.8, 0, 0.6), (0, 0, 1)])
    # The figures of LookAlikesTest.
    expected = [0.798967, 0.950923, 0.353215, 0.885551, -0.164779, -0.41164, -0.056736]
    assert together(SKETCH, photos) == pytest.approx(expected, abs=1e-5)


def test_kin_and_votes_order_the_first_photos_and_no_others() -> None:
    random = np.random.default_rng(5)
    gallery = random.normal(size=(700, 16))
    gallery /= np.linalg.norm(gallery, axis=1, keepdims=True)
    ((order, similarity),) = program_rankings(gallery[:1] + 0.1, gallery)
    assert sorted(order) == list(range(700))
    assert order[0] == 0
    assert len(similarity) == 500 and (np.diff(similarity) <= 0).all()
    np.testing.assert_array_equal(program_order(gallery[:1] + 0.1, gallery), order[None])


def test_without_turns_and_shift_a_sketch_is_encoded_as_any_picture() -> None:
    pixels = np.random.default_rng(6).uniform(-1, 1, (2, 3, 60, 60)).astype(np.float32)
    bundle = Bundle(SMALL)
    np.testing.assert_allclose(bundle.encode_sketches(pixels)[0], bundle.encode(pixels)[0], atol=1e-6)
