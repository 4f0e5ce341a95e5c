import numpy as np
import pytest

from patchlight_network import metrics


def slow_average_precision(relevant):
    hits, total = 0, 0.0
    for rank, is_relevant in enumerate(relevant, 1):
        if is_relevant:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def slow_voc(relevant):
    precisions = [sum(relevant[:r]) / r for r in range(1, len(relevant) + 1)]
    at_hits = [max(precisions[r:]) for r in range(len(relevant)) if relevant[r]]
    return sum(at_hits) / len(at_hits) if at_hits else 0.0


@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_a_straightforward_reference(seed):
    relevant = np.random.default_rng(seed).random(300) < 0.15
    assert metrics.average_precision(relevant) == pytest.approx(slow_average_precision(relevant))
    assert metrics.average_precision_voc(relevant) == pytest.approx(slow_voc(list(relevant)))


def test_map_at_200_divides_by_the_smaller_of_200_and_all_relevant():
    assert metrics.average_precision_at(np.array([1, 0, 1, 0]), 200) == pytest.approx((1 + 2 / 3) / 2)
    assert metrics.average_precision_at(np.ones(400, bool), 200) == pytest.approx(1)


def test_precision_looks_no_further_than_there_are_relevant_photos():
    assert metrics.precision_at(np.array([1, 0, 1, 0]), 10) == pytest.approx(0.5)


def test_no_relevant_photo_scores_zero():
    assert metrics.average_precision(np.zeros(5, bool)) == 0
    assert metrics.precision_at(np.zeros(5, bool), 3) == 0
