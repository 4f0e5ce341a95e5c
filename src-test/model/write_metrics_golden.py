"""Writes golden/metrics.json and golden/scored_metrics.json: retrieval figures of random rankings, by the definitions word for word.

Slow on purpose: every precision is counted from the ranking itself, nothing is accumulated, so that neither the Java nor the
Python package can share a mistake with it. Run from the repository root: python src-test/model/write_metrics_golden.py
"""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np


def precision(ranking: list[bool], rank: int) -> Fraction:
    """Share of relevant photos among the first `rank`."""
    return Fraction(sum(ranking[:rank]), rank)


def relevant_ranks(ranking: list[bool], last: int) -> list[int]:
    return [rank for rank in range(1, last + 1) if ranking[rank - 1]]


def mean(values: list[Fraction], count: int) -> float:
    return float(sum(values) / count) if count else 0.0


def figures(ranking: list[bool]) -> dict[str, float]:
    n, total = len(ranking), sum(ranking)
    every = [precision(ranking, rank) for rank in range(1, n + 1)]
    found = {}
    found["mapAll"] = mean([every[rank - 1] for rank in relevant_ranks(ranking, n)], total)
    found["mapAllVoc"] = mean([max(every[rank - 1 :]) for rank in relevant_ranks(ranking, n)], total)
    for k in (1, 10, 100, 200):
        depth = min(k, total)
        found[f"p{k}"] = float(precision(ranking, depth)) if depth else 0.0
    top = min(200, n)
    found["map200"] = mean([every[rank - 1] for rank in relevant_ranks(ranking, top)], min(200, total))
    found["map200Voc"] = mean([max(every[rank - 1 : top]) for rank in relevant_ranks(ranking, top)], min(200, total))
    return found


def by_falling_score(scores: list[float]) -> list[int]:
    """The photos best first, each found by looking through all that are left; of equal ones the first."""
    left, order = list(range(len(scores))), []
    while left:
        best = left[0]
        for photo in left:
            if scores[photo] > scores[best]:
                best = photo
        order.append(best)
        left.remove(best)
    return order


def scored_case(random: np.random.Generator, photos: int, categories: int, steps: int) -> dict:
    """Scores in so many steps, hence with ties, of photos of some categories, the later ones ever rarer; figures for each as the one sought."""
    scores = [float(s) / steps for s in random.integers(-steps, steps + 1, photos)]
    marks = "".join(str(min(int(c), categories - 1)) for c in random.geometric(0.45, photos) - 1)
    sought = {}
    for category in sorted(set(marks)):
        sought[category] = figures([marks[photo] == category for photo in by_falling_score(scores)])
    return {"scores": scores, "categories": marks, "figures": sought}


def main() -> None:
    scored = np.random.default_rng(23)
    cases = [scored_case(scored, *shape) for shape in [(12, 3, 2), (90, 4, 8), (450, 6, 16), (450, 5, 1)]]
    path = Path(__file__).parent.parent / "golden" / "scored_metrics.json"
    path.write_text(json.dumps(cases) + "\n")
    random = np.random.default_rng(20)
    cases = []
    for length, share in [(1, 1.0), (7, 0.4), (40, 0.1), (150, 0.9), (320, 0.05), (320, 0.8), (260, 0.0)]:
        ranking = [bool(r) for r in random.random(length) < share]
        cases.append({"ranking": "".join("1" if r else "0" for r in ranking), "figures": figures(ranking)})
    path = Path(__file__).parent.parent / "golden" / "metrics.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    main()
