"""Tells whether a bundle is whole: `python -m patchlight_network.check_bundle DIR [--run RUN]`.

Names what is missing or wrong, all of it at once: sums, fields of the manifest, tensors and their shapes, and what the graphs
really do. With `--run` encoder and matcher are also compared with PyTorch. Exit code 0: whole, 1: not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

from .encoder import ShownEncoder
from .trained import load_network

TOLERANCE = 1e-3
LEAST_LIKENESS = 0.985
MOST_TURNS = 8
WIDEST_TURN = 45
BATCHES = (1, 3)
ANY = "heads"

Fields = dict[str, tuple[str, Callable[[object], bool]]]


def _count(most: int = 2**31 - 1) -> tuple[str, Callable[[object], bool]]:
    return f"a whole number from 1 to {most}", lambda v: type(v) is int and 0 < v <= most


def _numbers(length: object) -> tuple[str, Callable[[object], bool]]:
    fits = lambda v: isinstance(v, list) and len(v) == length and all(type(x) in (int, float) for x in v)  # noqa: E731
    return f"a list of {length} numbers", fits


TEXT = ("a text", lambda v: isinstance(v, str))
FILE = ("the name of a file in this folder", lambda v: isinstance(v, str) and re.fullmatch(r"[\w-][\w.-]*", v) is not None)
SUM = ("a SHA-256 of 64 hex digits", lambda v: isinstance(v, str) and re.fullmatch("[0-9a-fA-F]{64}", v) is not None)
FLAG = ("true or false", lambda v: isinstance(v, bool))
PRECISION = ("fp32, fp16 or int8", lambda v: v in ("fp32", "fp16", "int8"))
TURNS = (
    f"a list of at most {MOST_TURNS} numbers of degrees from -{WIDEST_TURN} to {WIDEST_TURN}",
    lambda v: isinstance(v, list) and len(v) <= MOST_TURNS and all(type(x) in (int, float) and abs(x) <= WIDEST_TURN for x in v),
)
RISING = (
    "a list of rising numbers above 0, to 1",
    lambda v: isinstance(v, list) and bool(v) and all(type(x) in (int, float) and 0 < x <= 1 for x in v) and all(a < b for a, b in zip(v, v[1:])),
)
FIGURES = ("an object with figures (it may be empty)", lambda v: isinstance(v, dict))

REQUIRED: Fields = {
    "name": TEXT,
    "version": TEXT,
    "side": _count(),
    "grid": _count(),
    "mean": _numbers(3),
    "std": _numbers(3),
    "retrievalDim": _count(1024),
    "patchDim": _count(),
    "encoder.file": FILE,
    "encoder.sha256": SUM,
    "encoder.input": TEXT,
    "encoder.retrievalToken": TEXT,
    "encoder.patchTokens": TEXT,
    "matcher.file": FILE,
    "matcher.sha256": SUM,
    "matcher.sketch": TEXT,
    "matcher.photos": TEXT,
    "matcher.relationScore": TEXT,
    "matcher.sketchToPhoto": TEXT,
    "matcher.photoToSketch": TEXT,
    "precision": PRECISION,
    "training": TEXT,
    "metrics": FIGURES,
}


def field(manifest: object, name: str) -> object:
    """The value of `encoder.file` and the like; None where it is absent."""
    for part in name.split("."):
        manifest = manifest.get(part) if isinstance(manifest, dict) else None
    return manifest


def manifest_faults(manifest: dict) -> list[str]:
    """Fields that are missing or cannot be so."""
    optional: Fields = {
        "encoder.retrievalAttention": TEXT,
        "leadingTokens": ("a whole number, 0 or above", lambda v: type(v) is int and v >= 0),
        "sketchShift": _numbers(field(manifest, "retrievalDim")),
        "sketchTurns": TURNS,
        "rerank": FLAG,
        "license": TEXT,
        "source": TEXT,
    }
    required = REQUIRED
    if field(manifest, "encoder.int8") is not None:
        required = REQUIRED | {"encoder.int8.file": FILE, "encoder.int8.sha256": SUM}
    if field(manifest, "photoTruth") is not None:
        similarities = field(manifest, "photoTruth.similarities")
        count = len(similarities) if isinstance(similarities, list) else 0
        required = required | {"photoTruth.similarities": RISING, "photoTruth.right": _numbers(count)}
    faults = []
    for name, (expected, fits) in (required | optional).items():
        value = field(manifest, name)
        if value is None and name in required:
            faults.append(f"manifest.json lacks the field {name}: it must be {expected}")
        elif value is not None and not fits(value):
            found = f"a list of {len(value)}" if isinstance(value, list) else json.dumps(value)
            faults.append(f"manifest.json: {name} must be {expected}, but is {found}")
    return faults


def file_faults(folder: Path, manifest: dict) -> list[str]:
    """Graphs that are missing or not those that the manifest was written for."""
    faults = []
    for part in ("encoder", "matcher", "encoder.int8"):
        if part == "encoder.int8" and field(manifest, part) is None:
            continue
        file, expected = folder / field(manifest, f"{part}.file"), field(manifest, f"{part}.sha256").lower()
        if not file.is_file():
            faults.append(f"{file.name} is missing (manifest field {part}.file)")
        elif (found := hashlib.sha256(file.read_bytes()).hexdigest()) != expected:
            faults.append(f"{file.name}: its SHA-256 is {found}, but {part}.sha256 says {expected}")
    return faults


class Graph:
    """One ONNX file and the tensors that the manifest promises: {field: shape}, None for the batch axis."""

    def __init__(self, file: Path, manifest: dict, part: str, inputs: dict[str, list], outputs: dict[str, list]) -> None:
        self.file, self.part, self.names, self.inputs, self.outputs = file.name, part, manifest[part], inputs, outputs
        self.session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])

    def faults(self) -> list[str]:
        """Tensors that are missing or have another type or shape than the manifest says."""
        return [
            *self._faults("input", self.session.get_inputs(), self.inputs),
            *self._faults("output", self.session.get_outputs(), self.outputs),
        ]

    def _faults(self, kind: str, tensors: list, promised: dict[str, list]) -> list[str]:
        there = {t.name: t for t in tensors}
        faults = []
        for name, shape in promised.items():
            tensor = there.get(self.names[name])
            if tensor is None:
                faults.append(
                    f"{self.file} has no {kind} \"{self.names[name]}\" ({self.part}.{name}); it has {', '.join(there)}"
                )
            elif tensor.type != "tensor(float)" or not _fits(tensor.shape, shape):
                found = f"{tensor.type} {_shape(tensor.shape)}"
                faults.append(
                    f"{self.file}: \"{tensor.name}\" ({self.part}.{name}) must be tensor(float) {_shape(shape)}, but is {found}"
                )
        return faults

    def run(self, *inputs: np.ndarray) -> list[np.ndarray]:
        """The promised outputs in their order."""
        feed = {self.names[name]: value for name, value in zip(self.inputs, inputs)}
        return self.session.run([self.names[name] for name in self.outputs], feed)


def _fits(found: list, promised: list) -> bool:
    """A named axis is open: a batch must be, the others may be. Any length is right for heads."""
    return len(found) == len(promised) and all(not isinstance(f, int) or p in (f, ANY) for f, p in zip(found, promised))


def _shape(shape: list) -> str:
    return " x ".join(str(axis) if isinstance(axis, int) else "H" if axis == ANY else "B" for axis in shape)


def _token_shape(manifest: dict) -> tuple[int, int]:
    """Rows and values of one picture's tokens: those that are no place come before one for each patch."""
    return manifest.get("leadingTokens", 0) + manifest["grid"] ** 2, manifest["patchDim"]


def open_encoder(file: Path, manifest: dict) -> Graph:
    """One of a bundle's encoders; raises what ONNX Runtime raises on a file that is no graph."""
    (rows, d), n = _token_shape(manifest), manifest["grid"] ** 2
    side = manifest["side"]
    tokens = {"retrievalToken": [None, manifest["retrievalDim"]], "patchTokens": [None, rows, d]}
    if "retrievalAttention" in manifest["encoder"]:
        tokens["retrievalAttention"] = [None, ANY, n]
    return Graph(file, manifest, "encoder", {"input": [None, 3, side, side]}, tokens)


def open_matcher(file: Path, manifest: dict) -> Graph:
    """A bundle's matcher; raises what ONNX Runtime raises on a file that is no graph."""
    (rows, d), n = _token_shape(manifest), manifest["grid"] ** 2
    return Graph(
        file, manifest, "matcher",
        {"sketch": [1, rows, d], "photos": [None, rows, d]},
        {"relationScore": [None], "sketchToPhoto": [None, n, n], "photoToSketch": [None, n, n]},
    )


def behaviour_faults(encoder: Graph, matcher: Graph, manifest: dict, integers: bool = False) -> list[str]:
    """What the graphs do on random pictures, one and three at once. `integers`: whether the encoder computes in them."""
    (rows, d), n = _token_shape(manifest), manifest["grid"] ** 2
    side = manifest["side"]
    pixels = np.random.default_rng(0).uniform(-1, 1, (max(BATCHES), 3, side, side)).astype(np.float32)
    faults = []
    runs = {}
    for count in BATCHES:
        try:
            retrieval, patches, *attention = encoder.run(pixels[:count])
            results = matcher.run(patches[:1], patches)
        except Exception as e:  # ONNX Runtime's own exceptions have no common base
            faults.append(f"{count} pictures at once cannot be run: {e}")
            continue
        runs[count] = [retrieval, patches, *results, *attention]
        shapes = [(count, manifest["retrievalDim"]), (count, rows, d), (count,), (count, n, n), (count, n, n)]
        fields = ["retrievalToken", "patchTokens", "relationScore", "sketchToPhoto", "photoToSketch"]
        shapes += [(count, a.shape[1], n) for a in attention]
        fields += ["retrievalAttention" for _ in attention]
        for name, value, shape in zip(fields, runs[count], shapes):
            if value.shape != shape:
                faults.append(f"{name} of {count} pictures has the shape {value.shape}, not {shape}")
            elif not np.isfinite(value).all():
                faults.append(f"{name} of {count} pictures is not finite")
    if faults:
        return faults
    together = runs[max(BATCHES)]
    norms = np.linalg.norm(together[0], axis=1)
    if np.abs(norms - 1).max() > TOLERANCE:
        faults.append(f"retrievalToken must have the L2 norm 1, but has {norms.min():.4f} to {norms.max():.4f}")
    if together[2].min() < 0 or together[2].max() > 1:
        faults.append(f"relationScore must be in [0, 1], but is {together[2].min():.4f} to {together[2].max():.4f}")
    for name, rows in (("sketchToPhoto", together[3]), ("photoToSketch", together[4])):
        sums = rows.sum(-1)
        if rows.min() < -TOLERANCE or np.abs(sums - 1).max() > TOLERANCE:
            faults.append(f"rows of {name} must be shares that sum to 1, but sum to {sums.min():.4f} to {sums.max():.4f}")
    for attention in together[5:]:
        if attention.min() < 0 or attention.sum(-1).max() > 1 + TOLERANCE:
            faults.append(f"rows of retrievalAttention must be shares of at most 1, but sum to {attention.sum(-1).max():.4f}")
    # Integer networks choose their scales by batch, so a picture may come out a little different in company.
    worst = max(float(np.abs(alone[0] - company[0]).max()) for alone, company in zip(runs[1], together))
    if manifest["precision"] == "fp32" and not integers and worst > TOLERANCE:
        faults.append(f"a picture alone and among three differ by {worst:.2g}, more than {TOLERANCE}")
    return faults


def difference(network: nn.Module, graph: Graph, *inputs: np.ndarray) -> float:
    """Largest difference between PyTorch and ONNX Runtime over all outputs."""
    with torch.inference_mode():
        expected = network(*map(torch.from_numpy, inputs))
    return max(float(np.abs(e.numpy() - f).max()) for e, f in zip(expected, graph.run(*inputs)))


def network_faults(encoder: Graph, matcher: Graph, manifest: dict, networks: tuple[nn.Module, nn.Module]) -> list[str]:
    """Graphs that answer otherwise than the networks in PyTorch, on random pictures and tokens."""
    random = np.random.default_rng(1)
    rows, d = _token_shape(manifest)
    pixels = random.uniform(-1, 1, (2, 3, manifest["side"], manifest["side"])).astype(np.float32)
    tokens = random.standard_normal((8, rows, d)).astype(np.float32)
    network = ShownEncoder(networks[0]) if "retrievalAttention" in encoder.outputs else networks[0]
    worst = {
        encoder.part: difference(network, encoder, pixels),
        matcher.part: difference(networks[1], matcher, tokens[:1], tokens[1:]),
    }
    return [
        f"{part} differs from PyTorch by {found:.2g}, more than {TOLERANCE}"
        for part, found in worst.items()
        if not found <= TOLERANCE
    ]


def int8_faults(encoder: Graph, integers: Graph, manifest: dict) -> list[str]:
    """An encoder in integers whose retrieval tokens point elsewhere than those in float32, on smooth random pictures."""
    side = manifest["side"]
    coarse = torch.from_numpy(np.random.default_rng(2).uniform(-1, 1, (4, 3, 7, 7)).astype(np.float32))
    pictures = nn.functional.interpolate(coarse, size=side, mode="bicubic").clip(-1, 1).numpy()
    cosines = [float(encoder.run(p[None])[0][0] @ integers.run(p[None])[0][0]) for p in pictures]
    if min(cosines) < LEAST_LIKENESS:
        return [f"{integers.file}: its retrieval tokens have a cosine of {min(cosines):.3f} with those in float32, below {LEAST_LIKENESS}"]
    return []


def bundle_faults(folder: Path, networks: tuple[nn.Module, nn.Module] | None = None) -> list[str]:
    """All that keeps the program from using a bundle; empty where it is whole.

    `networks`: encoder and matcher in PyTorch, to be compared with.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text())
    except FileNotFoundError:
        return [f"manifest.json is missing from {folder}"]
    except ValueError as e:
        return [f"manifest.json is not readable as JSON: {e}"]
    # Each step needs the one before: there is no use in a file that the manifest does not name.
    faults = manifest_faults(manifest) or file_faults(folder, manifest)
    if faults:
        return faults
    int8 = field(manifest, "encoder.int8.file")
    try:
        encoder = open_encoder(folder / manifest["encoder"]["file"], manifest)
        integers = open_encoder(folder / int8, manifest) if int8 else None
        matcher = open_matcher(folder / manifest["matcher"]["file"], manifest)
    except Exception as e:  # ONNX Runtime's own exceptions have no common base
        return [f"a graph cannot be loaded: {e}"]
    faults = encoder.faults() + matcher.faults() or behaviour_faults(encoder, matcher, manifest)
    if not faults and networks:
        faults = network_faults(encoder, matcher, manifest, networks)
    if not faults and integers:
        faults = integers.faults() or behaviour_faults(integers, matcher, manifest, integers=True) or int8_faults(encoder, integers, manifest)
    return faults


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("bundle", type=Path, help="folder with manifest.json and two ONNX files")
    p.add_argument("--run", type=Path, help="the trained run that was exported, to be compared with")
    args = p.parse_args()
    faults = bundle_faults(args.bundle, load_network(args.run) if args.run else None)
    if faults:
        raise SystemExit("\n".join([f"{args.bundle} is not a whole bundle:", *faults]))
    print(f"{args.bundle} is whole" + (" and equals PyTorch" if args.run else ""))


if __name__ == "__main__":
    main()
