"""A bundle that is not whole is told what it lacks."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper

import patchlight_network.export
from patchlight_network.check_bundle import bundle_faults, difference, open_encoder
from patchlight_network.encoder import ShownEncoder, TokenEncoder
from patchlight_network.export import export
from patchlight_network.relation import RelationMatcher
from patchlight_network.vit import DIM, VisionTransformer

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "src-test" / "golden" / "small-bundle"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "bundle"))


def edit(bundle: Path, change) -> None:
    file = bundle / "manifest.json"
    manifest = json.loads(file.read_text())
    change(manifest)
    file.write_text(json.dumps(manifest))


def rewrite_encoder(bundle: Path, change) -> None:
    """Alters the graph and its sum with it."""
    file = bundle / "small-encoder.onnx"
    graph = onnx.load(file)
    change(graph.graph)
    onnx.save(graph, file)
    edit(bundle, lambda m: m["encoder"].update(sha256=hashlib.sha256(file.read_bytes()).hexdigest()))


@pytest.mark.parametrize("folder", [SMALL, ROOT / "model" / "bundle"])
def test_whole_bundles_have_no_faults(folder: Path) -> None:
    assert bundle_faults(folder) == []


def test_all_missing_fields_are_named_at_once(bundle: Path) -> None:
    edit(bundle, lambda m: (m.pop("side"), m["matcher"].pop("photos")))
    faults = bundle_faults(bundle)
    assert [f for f in faults if "lacks the field side" in f] and [f for f in faults if "lacks the field matcher.photos" in f]
    assert len(faults) == 2


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("retrievalDim", 2000, "a whole number from 1 to 1024, but is 2000"),
        ("mean", [0.5], "a list of 3 numbers, but is a list of 1"),
        ("sketchShift", [0.0], "a list of 24 numbers, but is a list of 1"),
        ("sketchTurns", [8, 60], "a list of at most 8 numbers of degrees from -45 to 45, but is a list of 2"),
        ("precision", "fp64", 'fp32, fp16 or int8, but is "fp64"'),
        ("rerank", 1, "true or false, but is 1"),
    ],
)
def test_wrong_field_is_named_with_what_it_must_be(bundle: Path, name: str, value: object, said: str) -> None:
    edit(bundle, lambda m: m.update({name: value}))
    assert any(f.startswith(f"manifest.json: {name} must be") and said in f for f in bundle_faults(bundle))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"similarities": [0.5, 0.2], "right": [0.1, 0.2]}, "photoTruth.similarities must be a list of rising numbers above 0, to 1"),
        ({"similarities": ["a"], "right": [0.1]}, "photoTruth.similarities must be a list of rising numbers above 0, to 1"),
        ({"similarities": [0.2, 0.5], "right": [0.1]}, "photoTruth.right must be a list of 2 numbers, but is a list of 1"),
    ],
)
def test_wrong_worth_of_photos_is_named(bundle: Path, told: dict, said: str) -> None:
    edit(bundle, lambda m: m.update(photoTruth=told))
    assert any(f.startswith(f"manifest.json: {said}") for f in bundle_faults(bundle))


def test_missing_manifest_is_named(tmp_path: Path) -> None:
    assert bundle_faults(tmp_path)[0].startswith("manifest.json is missing")


def test_missing_graph_is_named(bundle: Path) -> None:
    (bundle / "small-matcher.onnx").unlink()
    assert bundle_faults(bundle) == ["small-matcher.onnx is missing (manifest field matcher.file)"]


def test_altered_graph_is_named_with_both_sums(bundle: Path) -> None:
    with (bundle / "small-encoder.onnx").open("ab") as file:
        file.write(b"x")
    (fault,) = bundle_faults(bundle)
    assert fault.startswith("small-encoder.onnx: its SHA-256 is ") and "but encoder.sha256 says " in fault


def test_missing_tensor_is_named_with_those_that_there_are(bundle: Path) -> None:
    edit(bundle, lambda m: m["matcher"].update(sketchToPhoto="lost"))
    assert bundle_faults(bundle) == [
        'small-matcher.onnx has no output "lost" (matcher.sketchToPhoto); it has score, there, back'
    ]


def test_tensor_of_another_shape_is_named_with_both_shapes(bundle: Path) -> None:
    edit(bundle, lambda m: m.update(retrievalDim=32))
    assert bundle_faults(bundle) == [
        'small-encoder.onnx: "token" (encoder.retrievalToken) must be tensor(float) B x 32, but is tensor(float) B x 24'
    ]


def test_retrieval_token_must_have_length_one(bundle: Path) -> None:
    def double(graph: onnx.GraphProto) -> None:
        for node in graph.node:
            node.output[:] = ["single" if name == "token" else name for name in node.output]
        graph.initializer.append(helper.make_tensor("two", TensorProto.FLOAT, [], [2.0]))
        graph.node.append(helper.make_node("Mul", ["single", "two"], ["token"]))

    rewrite_encoder(bundle, double)
    assert bundle_faults(bundle) == ["retrievalToken must have the L2 norm 1, but has 2.0000 to 2.0000"]


class Doubled(ShownEncoder):
    def forward(self, pixels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        retrieval, *others = super().forward(pixels)
        return 2 * retrieval, *others


def test_export_checks_itself_and_leaves_no_half_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.manual_seed(0)
    encoder, matcher = TokenEncoder(VisionTransformer()).eval(), RelationMatcher().eval()
    about = {"name": "n", "version": "1", "precision": "fp32", "training": "", "metrics": {}, "rerank": False, "shift": [0.0] * DIM,
             "license": "Apache-2.0"}
    export(encoder, matcher, tmp_path / "good", about)
    assert bundle_faults(tmp_path / "good", (encoder, matcher)) == []
    text = json.loads((tmp_path / "good" / "manifest.json").read_text())
    assert text["license"] == "Apache-2.0"
    graph = open_encoder(tmp_path / "good" / text["encoder"]["file"], text)
    assert difference(ShownEncoder(encoder), graph, np.ones((2, 3, 224, 224), np.float32)) < 1e-4
    others = (TokenEncoder(VisionTransformer()).eval(), matcher)
    assert bundle_faults(tmp_path / "good", others)[0].startswith("encoder differs from PyTorch by ")

    monkeypatch.setattr(patchlight_network.export, "ShownEncoder", Doubled)
    with pytest.raises(SystemExit, match="L2 norm 1, but has 2.0000"):
        export(encoder, matcher, tmp_path / "bad", about)
    assert not (tmp_path / "bad" / "manifest.json").exists()
