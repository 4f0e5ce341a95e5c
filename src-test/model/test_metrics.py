import json
from pathlib import Path

import numpy as np
import pytest

from patchlight_network import metrics

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


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


@pytest.mark.parametrize("case", json.loads((GOLDEN / "metrics.json").read_text()), ids=lambda c: f"{len(c['ranking'])} photos")
def test_figures_are_those_counted_word_for_word(case):
    ranking = np.array([mark == "1" for mark in case["ranking"]])
    assert metrics.protocol_figures(ranking[None]) == pytest.approx(case["figures"], abs=1e-12)


@pytest.mark.parametrize("case", json.loads((GOLDEN / "scored_metrics.json").read_text()), ids=lambda c: f"{len(c['scores'])} photos")
def test_equal_scores_keep_the_order_of_the_gallery(case):
    scores = np.array(case["scores"], np.float32)[:, None]
    label = np.array([int(c) for c in case["categories"]])
    for category, figures in case["figures"].items():
        ranked = metrics.rank(np.ones((1, 1), np.float32), scores, np.array([int(category)]), label)
        assert metrics.protocol_figures(ranked) == pytest.approx(figures, abs=1e-12)


def test_voc_map_at_200_looks_at_nothing_behind_rank_200():
    ranking = np.array([1] + [0] * 199 + [1] * 300, bool)
    assert metrics.average_precision_voc_at(ranking, 200) == pytest.approx(1 / 200)
