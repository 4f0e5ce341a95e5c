"""Adds an encoder in 8-bit integers to a bundle, for processors: `python -m patchlight_network.quantise --bundle DIR`.

Weights have a scale for each column and 7 bits, so that no processor's 16-bit sums overflow (without VNNI instructions two products share one);
activations are quantised as they come. Products named by `--keep` stay in float32 (decision 29).
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from .check_bundle import bundle_faults
from .export import INT8_FILE as FILE
from .export import sha256

KEEP = (
    *(f"/blocks.{block}/mlp/fc2/MatMul" for block in (0, 1, 2, 5, 6, 7)),
    *(f"/blocks.{block}/mlp/fc1/MatMul" for block in (0, 1, 2)),
    "/blocks.0/attn/proj/MatMul",
    "/patch_head/MatMul",
)
"""Of a ViT-Tiny by AugReg: products that alone turn a sketch's retrieval token by more than 2e-4 (1 - cosine), and the one that patch tokens come from."""


def quantise(source: Path, target: Path, keep: tuple[str, ...] = KEEP) -> None:
    """Writes the graph `source` with its products of weights in integers, but for the nodes in `keep`; ends the program if there is none."""
    graph = onnx.load(source).graph
    weights = {tensor.name for tensor in graph.initializer}
    products = [n.name for n in graph.node if n.op_type == "MatMul" and weights & set(n.input)]
    unknown = [name for name in keep if name not in products]
    if unknown:
        raise SystemExit(f"{source} has no product of weights called {', '.join(unknown)}; name what stays in float32 with --keep")
    chosen = [name for name in products if name not in keep]
    if not chosen:
        raise SystemExit(f"{source} has no product of weights that may be in integers; it has {', '.join(products) or 'none at all'}")
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_quantize=chosen)


def add_int8(bundle: Path, keep: tuple[str, ...] = KEEP) -> None:
    """Writes the graph into the bundle and names it in the manifest; ends the program, and leaves the bundle as it was, if it would not be whole."""
    manifest = json.loads((bundle / "manifest.json").read_text())
    if manifest["encoder"]["file"] == FILE:
        raise SystemExit(f"{bundle}: its encoder is called {FILE} itself; give that file another name")
    target = bundle / FILE
    with tempfile.TemporaryDirectory(dir=bundle) as scratch:
        draft = Path(scratch) / FILE
        quantise(bundle / manifest["encoder"]["file"], draft, keep)
        manifest["encoder"]["int8"] = {"file": FILE, "sha256": sha256(draft)}
        for file in (manifest["encoder"]["file"], manifest["matcher"]["file"]):
            (Path(scratch) / file).symlink_to((bundle / file).resolve())
        (Path(scratch) / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
        if faults := bundle_faults(Path(scratch)):
            raise SystemExit("\n".join(["not quantised:", *faults]))
        draft.replace(target)
        (Path(scratch) / "manifest.json").replace(bundle / "manifest.json")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bundle", type=Path, required=True)
    p.add_argument("--keep", nargs="*", default=KEEP, metavar="NODE", help="products of the encoder's graph that stay in float32")
    args = p.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    add_int8(args.bundle, tuple(args.keep))
    print(f"{FILE} added to {args.bundle}: whole, and near to the encoder in float32")


if __name__ == "__main__":
    main()
