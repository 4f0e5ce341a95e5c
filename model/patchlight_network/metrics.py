"""Retrieval figures, each named by its formula (evaluation protocol of ZSE-SBIR, arXiv 2303.14348, section 4)."""

from __future__ import annotations

import numpy as np


def average_precision(relevant: np.ndarray) -> float:
    """Plain AP of one ranking: mean over the relevant photos of the precision at their rank."""
    ranks = np.flatnonzero(relevant) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).mean()) if len(ranks) else 0.0


def average_precision_voc(relevant: np.ndarray) -> float:
    """VOC AP: precision replaced by its monotone envelope before it is averaged."""
    ranks = np.flatnonzero(relevant) + 1
    if not len(ranks):
        return 0.0
    precision = np.arange(1, len(ranks) + 1) / ranks
    return float(np.maximum.accumulate(precision[::-1])[::-1].mean())


def average_precision_at(relevant: np.ndarray, k: int) -> float:
    """AP over the first k ranks, divided by min(k, R)."""
    total = int(relevant.sum())
    ranks = np.flatnonzero(relevant[:k]) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).sum() / min(k, total)) if total else 0.0


def average_precision_voc_at(relevant: np.ndarray, k: int) -> float:
    """VOC AP over the first k ranks, its envelope ending there too, divided by min(k, R): mAP@200 as ZSE-SBIR's code counts it."""
    total = int(relevant.sum())
    ranks = np.flatnonzero(relevant[:k]) + 1
    if not len(ranks):
        return 0.0
    precision = np.arange(1, len(ranks) + 1) / ranks
    return float(np.maximum.accumulate(precision[::-1]).sum() / min(k, total))


def precision_at(relevant: np.ndarray, k: int) -> float:
    """Share of relevant photos among the first min(k, R)."""
    k = min(k, int(relevant.sum()))
    return float(relevant[:k].mean()) if k else 0.0


def figures(rankings: np.ndarray) -> dict[str, float]:
    """Means over queries; `rankings` bool [queries, photos], best photo first, True where it is of the query's category."""
    return {
        "mapAll": float(np.mean([average_precision(r) for r in rankings])),
        "mapAllVoc": float(np.mean([average_precision_voc(r) for r in rankings])),
        "p1": float(np.mean([precision_at(r, 1) for r in rankings])),
        "p10": float(np.mean([precision_at(r, 10) for r in rankings])),
        "p100": float(np.mean([precision_at(r, 100) for r in rankings])),
        "map200": float(np.mean([average_precision_at(r, 200) for r in rankings])),
        "p200": float(np.mean([precision_at(r, 200) for r in rankings])),
    }


def protocol_figures(rankings: np.ndarray) -> dict[str, float]:
    """The figures above and the released code's own mAP@200."""
    return figures(rankings) | {"map200Voc": float(np.mean([average_precision_voc_at(r, 200) for r in rankings]))}


def rank(queries: np.ndarray, gallery: np.ndarray, query_label: np.ndarray, gallery_label: np.ndarray) -> np.ndarray:
    """bool [queries, photos]: relevance in the order of falling cosine similarity; ties keep the gallery's order."""
    order = np.argsort(-(queries @ gallery.T), axis=1, kind="stable")
    return gallery_label[order] == query_label[:, None]
