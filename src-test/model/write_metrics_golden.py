"""Writes golden/metrics.json: retrieval figures of random rankings, by the definitions word for word.

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
    return found


def main() -> None:
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
