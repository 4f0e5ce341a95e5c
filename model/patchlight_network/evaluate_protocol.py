"""The evaluation protocol of zero-shot sketch-based retrieval (ZSE-SBIR, arXiv 2303.14348, section 4) on a bundle:
`python -m patchlight_network.evaluate_protocol --bundle DIR --data ROOT --dataset sketchy --split sketchy-25 --retrieval rn`.

`ret` ranks all photos by the cosine of retrieval tokens, `rn` by the relation score of all pairs, with the bundle's matcher as it is.
`program` is printed beside: the order that the program shows, where the nearest photos vote too. Each photo is encoded once.
The released code's figures are mAP@all = mapAllVoc, mAP@200 = map200Voc, P@k = p100 and p200; the others are by plain AP.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from . import datasets, metrics
from .datasets import Item
from .evaluate_bundle import BATCH, MATCHED, Bundle, program_order

QUERIES_AT_ONCE = 256
SKETCHY_25 = (15_229, 17_101)


@dataclass(frozen=True)
class Encoded:
    """Sketches or photos as tokens: label [n], retrieval [n, D]; patches float16 [up to n, N, d], only as many as were asked for."""

    label: np.ndarray
    retrieval: np.ndarray
    patches: np.ndarray
    unreadable: list[str]
    seconds: float


def encode(
    bundle: Bundle, tokens_of: Callable, items: list[Item], read: Callable[[Item], np.ndarray], what: str, keep_patches: int
) -> Encoded:
    """Reads each item and encodes it once by `tokens_of`, a method of the bundle; what cannot be read is left out and listed."""
    label, retrieval, patches, unreadable, batch = [], [], [], [], []
    start = time.perf_counter()
    for done, item in enumerate(tqdm(items, desc=what, mininterval=2), 1):
        try:
            batch.append(network_pixels(read(item), bundle.manifest))
            label.append(item.label)
        except (OSError, ValueError) as e:
            unreadable.append(f"{item.path}: {e}")
        if batch and (len(batch) == BATCH or done == len(items)):
            tokens, patch_tokens = tokens_of(np.stack(batch))
            retrieval.append(tokens)
            if len(patches) * BATCH < keep_patches:
                patches.append(patch_tokens.astype(np.float16))
            batch.clear()
    if not label:
        raise SystemExit(f"None of the {len(items)} {what} could be read. Check the folder given with --data.")
    seconds = time.perf_counter() - start
    return Encoded(np.array(label), np.concatenate(retrieval), np.concatenate(patches), unreadable, seconds)


def network_pixels(tones: np.ndarray, manifest: dict) -> np.ndarray:
    """[side, side] or [side, side, 3] in [0, 1] to the network's float32 [3, side, side]."""
    channels = np.repeat(tones[..., None], 3, 2) if tones.ndim == 2 else tones
    mean, std = (np.array(manifest[name], np.float32) for name in ("mean", "std"))
    return ((channels - mean) / std).transpose(2, 0, 1)


def relation_scores(bundle: Bundle, sketch: np.ndarray, photos: np.ndarray) -> np.ndarray:
    """Of one sketch [N, d] and all photos [M, N, d], a few photos at a time: [M]."""
    chunks = range(0, len(photos), MATCHED)
    sketch = sketch.astype(np.float32)
    return np.concatenate([bundle.relation_scores(sketch, photos[i : i + MATCHED].astype(np.float32)) for i in chunks])


def relation_rankings(bundle: Bundle, sketches: Encoded, photos: Encoded) -> Iterator[np.ndarray]:
    """bool [1, photos] a sketch: relevance in the order of falling score; equal scores keep the photos' order."""
    for patches, label in zip(tqdm(sketches.patches, desc="sketches matched with every photo", mininterval=2), sketches.label):
        order = np.argsort(-relation_scores(bundle, patches, photos.patches), kind="stable")
        yield (photos.label[order] == label)[None]


def rankings(
    sketches: Encoded, photos: Encoded, order: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> Iterator[np.ndarray]:
    """bool [queries, photos], some queries at a time, for their matrix would not fit into memory.

    `order`: tokens of queries [Q, D] and photos [M, D] to the photos in their order [Q, M].
    """
    for i in range(0, len(sketches.label), QUERIES_AT_ONCE):
        some = slice(i, i + QUERIES_AT_ONCE)
        yield photos.label[order(sketches.retrieval[some], photos.retrieval)] == sketches.label[some, None]


def cosine_order(queries: np.ndarray, photos: np.ndarray) -> np.ndarray:
    """Photos by falling cosine, equal ones as they were."""
    return np.argsort(-(queries @ photos.T), axis=1, kind="stable")


def mean_figures(rankings: Iterable[np.ndarray]) -> dict[str, float]:
    """Means over all queries of figures in [0, 1]."""
    found = [(len(some), metrics.protocol_figures(some)) for some in rankings]
    queries = sum(count for count, _ in found)
    return {name: round(sum(count * f[name] for count, f in found) / queries, 6) for name in found[0][1]}


def timed(work: Callable[[], dict[str, float]]) -> tuple[dict[str, float], float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def pair_seconds(bundle: Bundle, sketches: Encoded, photos: Encoded) -> float:
    """Seconds of one relation score, the best of three runs over up to 50 photos."""
    some = photos.patches[:MATCHED]
    return min(timed(lambda: relation_scores(bundle, sketches.patches[0], some))[1] for _ in range(3)) / len(some)


def first_of_each(items: list[Item], limit: int | None) -> list[Item]:
    """The first `limit` items of each label, in their order; all without a limit."""
    counts: dict[int, int] = {}
    kept = []
    for item in items:
        counts[item.label] = counts.get(item.label, 0) + 1
        if limit is None or counts[item.label] <= limit:
            kept.append(item)
    return kept


def evaluate(bundle: Bundle, subset: datasets.Subset, retrieval: str, limit_sketches: int | None, limit_photos: int | None) -> dict:
    """Figures of `ret`, `program` and, where it is asked for, `rn`, with what they cost."""
    photo_items = first_of_each(subset.photos, limit_photos)
    shown = {item.label for item in photo_items}
    sketch_items = first_of_each([item for item in subset.sketches if item.label in shown], limit_sketches)
    if not sketch_items:
        raise SystemExit("No category has both sketches and photos that are there. Check the folder given with --data.")
    all_pairs = retrieval == "rn"
    photos = encode(bundle, bundle.encode, photo_items, datasets.read_photo_tones, "photos", len(photo_items) if all_pairs else MATCHED)
    sketches = encode(bundle, bundle.encode_sketches, sketch_items, datasets.read_sketch_tones, "sketches", len(sketch_items) if all_pairs else 1)
    result: dict = {"protocol": "zse", "retrieval": retrieval}
    result["ret"], ret_seconds = timed(lambda: mean_figures(rankings(sketches, photos, cosine_order)))
    result["program"] = mean_figures(rankings(sketches, photos, program_order))
    pairs = len(sketches.label) * len(photos.label)
    a_pair = pair_seconds(bundle, sketches, photos)
    if all_pairs:
        result["rn"], rn_seconds = timed(lambda: mean_figures(relation_rankings(bundle, sketches, photos)))
        a_pair = rn_seconds / pairs
    result |= {"categories": len(set(sketches.label.tolist())), "sketches": len(sketches.label), "photos": len(photos.label)}
    result["missing"] = len(subset.missing)
    result["unreadable"] = photos.unreadable + sketches.unreadable
    rates = {
        "sketch": sketches.seconds / len(sketches.label),
        "photo": photos.seconds / len(photos.label),
        "retPair": ret_seconds / pairs,
        "rnPair": a_pair,
    }
    result["secondsEach"] = {name: float(f"{value:.3g}") for name, value in rates.items()}
    result["estimates"] = {
        "thisSplit": estimate(rates, len(subset.sketches), len(subset.photos)),
        "sketchy25": estimate(rates, *SKETCHY_25),
    }
    return result


def estimate(rates: dict[str, float], sketches: int, photos: int) -> dict[str, float]:
    """Seconds that a whole set would take at the rates measured on a part."""
    seconds = {
        "encoding": rates["sketch"] * sketches + rates["photo"] * photos,
        "ret": rates["retPair"] * sketches * photos,
        "rn": rates["rnPair"] * sketches * photos,
    }
    return {"sketches": sketches, "photos": photos} | {name: round(value, 1) for name, value in seconds.items()}


def text(result: dict) -> str:
    orders = [name for name in ("ret", "rn", "program") if name in result]
    lines = ["figure     " + "".join(f"{name:>9}" for name in orders)]
    lines += [f"{figure:<11}" + "".join(f"{result[o][figure]:9.4f}" for o in orders) for figure in result["ret"]]
    lines.append(f"{result['sketches']} sketches of {result['categories']} categories, searched among {result['photos']} photos.")
    for name, whole in result["estimates"].items():
        lines.append(
            f"At this speed {name} ({whole['sketches']} sketches, {whole['photos']} photos) takes {whole['encoding']:.0f} s to encode, "
            f"{whole['ret']:.0f} s for ret and {whole['rn']:.0f} s ({whole['rn'] / 3600:.1f} h) for rn."
        )
    return "\n".join(lines)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder that holds the dataset's folder; for folders: photos/ and sketches/")
    p.add_argument("--dataset", choices=datasets.KINDS, required=True)
    p.add_argument("--split", help="sketchy-25, sketchy-21, tuberlin-30, quickdraw-30; folders: a list of splits.json, or all")
    p.add_argument("--retrieval", choices=["ret", "rn"], default="ret")
    p.add_argument("--limit-sketches", type=int, help="the first N of each category")
    p.add_argument("--limit-photos", type=int, help="the first N of each category")
    p.add_argument("--json", action="store_true")
    args = p.parse_args()
    split = args.split or next(iter(datasets.FILE_LISTS.get(args.dataset, [datasets.WHOLE])))
    try:
        subset = datasets.open_dataset(args.dataset, args.data, split).test
    except (OSError, ValueError) as e:
        p.error(str(e))
    for path in subset.missing[:5]:
        print(f"Missing: {path}", file=sys.stderr)
    if len(subset.missing) > 5:
        print(f"Missing: {len(subset.missing) - 5} more.", file=sys.stderr)
    result = evaluate(Bundle(args.bundle, fp32=True), subset, args.retrieval, args.limit_sketches, args.limit_photos)
    for reason in result["unreadable"]:
        print(f"Left out {reason}", file=sys.stderr)
    result |= {"dataset": args.dataset, "split": split}
    print(json.dumps(result, indent=1) if args.json else text(result))


if __name__ == "__main__":
    main()
