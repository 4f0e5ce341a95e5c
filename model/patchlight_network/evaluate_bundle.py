"""Figures of a bundle, run by ONNX Runtime as the program runs it: `python -m patchlight_network.evaluate_bundle --bundle DIR --data DIR`.

Prints JSON: figures of the sketch alone, of the program's order, and of that order with the first 50 reordered by
the relation score; with `--details` also half-drawn
sketches and each category.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from tqdm import tqdm

from . import data, metrics
from .evaluate import QUERIES_A_CATEGORY, photo_pixels, sketch_pixels
from .sketch_styles import first_part
from .turns import turned_pixels

MATCHED = 50
LOOKED = 500
BATCH = 8


class Bundle:
    """Encoder and matcher of a bundle under their manifest's names, as the program runs them on a processor: in integers where there is such an encoder."""

    def __init__(self, folder: Path, fp32: bool = False) -> None:
        self.manifest = json.loads((folder / "manifest.json").read_text())
        self._shift = np.array(self.manifest.get("sketchShift") or [0] * self.manifest["retrievalDim"], np.float32)
        self._turns = self.manifest.get("sketchTurns") or []
        self._ink, self._paper = self._tone(0), self._tone(1)
        int8 = None if fp32 else self.manifest["encoder"].get("int8")
        self._encoder = onnxruntime.InferenceSession(str(folder / (int8 or self.manifest["encoder"])["file"]))
        # Integers take their scales from all pictures that are encoded together.
        self._at_once = 1 if int8 or self.manifest["precision"] == "int8" else BATCH
        self._matcher = onnxruntime.InferenceSession(str(folder / self.manifest["matcher"]["file"]))

    def _tone(self, brightness: float) -> torch.Tensor:
        """A grey as the network takes it, [3, 1, 1]."""
        return ((brightness - torch.tensor(self.manifest["mean"])) / torch.tensor(self.manifest["std"]))[:, None, None]

    def encode(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """[B, 3, side, side] to retrieval tokens [B, D] and patch tokens [B, N, d]."""
        names = self.manifest["encoder"]
        retrieval, patches = self._run([names["retrievalToken"], names["patchTokens"]], pixels)
        return retrieval, patches

    def _run(self, outputs: list[str], pixels: np.ndarray) -> list[np.ndarray]:
        name = self.manifest["encoder"]["input"]
        parts = [pixels[i : i + self._at_once] for i in range(0, len(pixels), self._at_once)]
        return [np.concatenate(found) for found in zip(*(self._encoder.run(outputs, {name: part}) for part in parts))]

    def encode_sketches(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The same of sketches: their retrieval tokens are the mean over the manifest's turns, and shifted; patch tokens are as drawn."""
        drawn, patches = self.encode(pixels)
        turned = (turned_pixels(torch.from_numpy(pixels), degrees, self._ink, self._paper).numpy() for degrees in self._turns)
        sums = drawn + sum(self.encode(look)[0] for look in turned)
        return _unit(_unit(sums) + self._shift), patches

    def retrieval_attention(self, pixels: np.ndarray) -> np.ndarray:
        """[B, 3, side, side] to what the retrieval token gave to each patch [B, heads, N]."""
        return self._run([self.manifest["encoder"]["retrievalAttention"]], pixels)[0]

    def relation_scores(self, sketch: np.ndarray, photos: np.ndarray) -> np.ndarray:
        """[N, d] and [K, N, d] to [K]."""
        names = self.manifest["matcher"]
        feed = {names["sketch"]: sketch[None], names["photos"]: photos}
        return self._matcher.run([names["relationScore"]], feed)[0]

    def sketch_to_photo(self, sketch: np.ndarray, photos: np.ndarray) -> np.ndarray:
        """[N, d] and [K, N, d] to the sketch's attention over each photo [K, N, N]."""
        names = self.manifest["matcher"]
        feed = {names["sketch"]: sketch[None], names["photos"]: photos}
        return self._matcher.run([names["sketchToPhoto"]], feed)[0]


def _unit(tokens: np.ndarray) -> np.ndarray:
    return tokens / np.linalg.norm(tokens, axis=1, keepdims=True)


def encode_all(
    encode: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]], count: int, pixels_of: Callable[[int, int], np.ndarray], what: str
) -> tuple[np.ndarray, np.ndarray]:
    """`encode` of a bundle over the pictures `pixels_of(from, to)`, batch by batch."""
    found = [encode(pixels_of(i, min(i + BATCH, count))) for i in tqdm(range(0, count, BATCH), desc=what)]
    return np.concatenate([r for r, _ in found]), np.concatenate([p for _, p in found])


def expanded(queries: np.ndarray, gallery: np.ndarray, neighbours: int = 5, power: float = 3, vote: float = 1) -> np.ndarray:
    """Queries [Q, D] with a whole vote for their nearest photos (Chum et al., ICCV 2007; Radenovic et al., TPAMI 2019)."""
    similarity = queries @ gallery.T
    nearest = np.argsort(-similarity, axis=1, kind="stable")[:, :neighbours]
    weight = np.take_along_axis(similarity, nearest, 1).clip(0) ** power
    weight /= np.maximum(weight.sum(1, keepdims=True), 1e-12)
    moved = queries + vote * (weight[:, :, None] * gallery[nearest]).sum(1)
    return _unit(moved)


def together(query: np.ndarray, first: np.ndarray, neighbours: int = 5) -> np.ndarray:
    """Cosines [N] of a query [D] with each of the first photos [N, D] and its kin among them, after the nearest of these have voted.

    Database-side feature augmentation (Arandjelovic & Zisserman, CVPR 2012; Gordo et al., IJCV 2017): a photo's token plus those of its nearest
    neighbours, weighted by the square of their similarity.
    """
    similarity = first @ first.T
    np.fill_diagonal(similarity, -2)
    kin = np.argsort(-similarity, axis=1, kind="stable")[:, :neighbours]
    weight = np.take_along_axis(similarity, kin, 1).clip(0) ** 2
    sums = _unit(first + (weight[:, :, None] * first[kin]).sum(1))
    return sums @ expanded(query[None], sums)[0]


def program_rankings(queries: np.ndarray, gallery: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """What the program lists for each of the sketches' tokens [Q, D] over all photos [M, D]: its order [M], and the first photos' similarities, falling.

    Expanded queries; the first LOOKED photos by their cosine together with their kin, to which the query moves once more; the others by their own.
    """
    searched = expanded(queries, gallery)
    for query, row in zip(searched, np.argsort(-(searched @ gallery.T), axis=1, kind="stable")):
        similarity = together(query, gallery[row[:LOOKED]])
        best = np.argsort(-similarity, kind="stable")
        yield np.concatenate([row[:LOOKED][best], row[LOOKED:]]), similarity[best]


def program_order(queries: np.ndarray, gallery: np.ndarray) -> np.ndarray:
    """The orders alone, [Q, M]."""
    return np.stack([order for order, _ in program_rankings(queries, gallery)])


def relation_order(bundle: Bundle, sketch: np.ndarray, order: np.ndarray, photo_patches: np.ndarray) -> np.ndarray:
    """The kNN order with its first 50 put in the order of falling relation score."""
    first = order[:MATCHED]
    scores = bundle.relation_scores(sketch, photo_patches[first])
    return np.concatenate([first[np.argsort(-scores, kind="stable")], order[MATCHED:]])


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--split", default="validation", help="which categories of splits.json")
    p.add_argument("--limit-sketches", type=int, default=QUERIES_A_CATEGORY, help="drawings a category")
    p.add_argument("--details", action="store_true", help="half-drawn sketches and figures of each category too")
    p.add_argument("--fp32", action="store_true", help="the encoder in float32, as on a GPU, where there is one in integers too")
    args = p.parse_args()
    bundle = Bundle(args.bundle, args.fp32)
    categories = data.splits(args.data)[args.split]
    photos = data.load_photos(args.data / "photos", categories)
    gallery, photo_patches = encode_all(
        bundle.encode, len(photos.pixels), lambda a, b: photo_pixels(photos.pixels[a:b]).numpy(), "photos"
    )
    files = data.sketch_files(args.data / "sketches")
    drawings = {c: data.read_sketches(files[c], args.limit_sketches) for c in categories}
    label = np.array([i for i, c in enumerate(categories) for _ in drawings[c]])

    def queries(share: float) -> tuple[np.ndarray, np.ndarray]:
        drawn = [d if share == 1 else first_part(d, share) for c in categories for d in drawings[c]]
        return encode_all(bundle.encode_sketches, len(drawn), lambda a, b: sketch_pixels(drawn[a:b]).contiguous().numpy(), f"sketches to {share:.0%}")

    retrieval, patches = queries(1)
    alone = metrics.rank(retrieval, gallery, label, photos.label)
    order = program_order(retrieval, gallery)
    relation = np.stack([relation_order(bundle, s, o, photo_patches) for s, o in zip(patches, tqdm(order, desc="matching"))])
    relevant = photos.label[order] == label[:, None]
    result = {
        "sketchAlone": metrics.figures(alone),
        "knn": metrics.figures(relevant),
        "relation": metrics.figures(photos.label[relation] == label[:, None]),
        "sketches": len(label),
        "photos": len(photos.label),
    }
    if args.details:

        def drawn_figures(tokens: np.ndarray) -> float:
            found = program_order(tokens, gallery)
            return metrics.figures(photos.label[found] == label[:, None])["mapAll"]

        result["drawnTo"] = {
            f"{share:.0%}": drawn_figures(queries(share)[0])
            for share in (0.25, 0.5, 0.75)
        }
        result["categories"] = {
            c: {k: v for k, v in metrics.figures(relevant[label == i]).items() if k in ("mapAll", "p10")}
            for i, c in enumerate(categories)
        }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
