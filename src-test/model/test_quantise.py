"""An encoder in integers beside the one in float32."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from patchlight_network.check_bundle import bundle_faults
from patchlight_network.evaluate_bundle import Bundle
from patchlight_network.quantise import FILE, add_int8, quantise

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = "/retrieval/MatMul"
SMALL = ROOT / "src-test" / "golden" / "small-bundle"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The small bundle, its last layer written as a transformer's are: MatMul and Add in place of Gemm."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "bundle"))
    file = folder / "small-encoder.onnx"
    model = onnx.load(file)
    gemm = next(n for n in model.graph.node if n.op_type == "Gemm")
    weights = next(t for t in model.graph.initializer if t.name == gemm.input[1])
    weights.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weights).T.copy(), weights.name))
    product = helper.make_node("MatMul", gemm.input[:2], ["product"], PRODUCT)
    total = helper.make_node("Add", ["product", gemm.input[2]], gemm.output)
    at = list(model.graph.node).index(gemm)
    model.graph.node.remove(gemm)
    model.graph.node.insert(at, total)
    model.graph.node.insert(at, product)
    onnx.save(model, file)
    name_sum(folder, file.name)
    return folder


def name_sum(folder: Path, file: str, part: str | None = None) -> None:
    """Puts a file's sum into the manifest's encoder, or into a part of it."""
    manifest = json.loads((folder / "manifest.json").read_text())
    about = manifest["encoder"][part] if part else manifest["encoder"]
    about["sha256"] = hashlib.sha256((folder / file).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def operators(file: Path) -> list[str]:
    return [node.op_type for node in onnx.load(file).graph.node]


def pictures(count: int) -> np.ndarray:
    return np.random.default_rng(3).uniform(-1, 1, (count, 3, 60, 60)).astype(np.float32)


def test_one_product_is_kept_and_the_other_not(tmp_path: Path) -> None:
    weights = [numpy_helper.from_array(np.random.default_rng(i).normal(size=(8, 8)).astype(np.float32), f"w{i}") for i in (0, 1)]
    nodes = [helper.make_node("MatMul", ["x", "w0"], ["y"], "first"), helper.make_node("MatMul", ["y", "w1"], ["z"], "second")]
    values = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["b", 8]) for name in "xz"]
    graph = helper.make_graph(nodes, "two", values[:1], values[1:], weights)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9), tmp_path / "two.onnx")
    quantise(tmp_path / "two.onnx", tmp_path / "int8.onnx", keep=("first",))
    found = onnx.load(tmp_path / "int8.onnx").graph.node
    assert [n.name for n in found if n.op_type == "MatMul"] == ["first"]
    assert "MatMulInteger" in [n.op_type for n in found]


def test_products_are_in_integers(bundle: Path) -> None:
    add_int8(bundle, keep=())
    assert "MatMulInteger" in operators(bundle / FILE) and "MatMul" not in operators(bundle / FILE)


def test_product_that_is_not_there_is_named(bundle: Path) -> None:
    with pytest.raises(SystemExit, match="has no product of weights called /gone"):
        add_int8(bundle, keep=("/gone",))


def test_bundle_without_anything_to_quantise_stays_as_it_was(bundle: Path) -> None:
    before = (bundle / "manifest.json").read_text()
    with pytest.raises(SystemExit, match="no product of weights that may be in integers; it has " + PRODUCT):
        add_int8(bundle, keep=(PRODUCT,))
    assert (bundle / "manifest.json").read_text() == before


def test_bundle_stays_whole_and_nothing_else_lies_in_it(bundle: Path) -> None:
    before = {f.name for f in bundle.iterdir()}
    add_int8(bundle, keep=())
    assert bundle_faults(bundle) == []
    assert {f.name for f in bundle.iterdir()} == before | {FILE}


def test_altered_integer_encoder_is_named(bundle: Path) -> None:
    add_int8(bundle, keep=())
    with (bundle / FILE).open("ab") as file:
        file.write(b"x")
    (fault,) = bundle_faults(bundle)
    assert fault.startswith(f"{FILE}: its SHA-256 is ") and "encoder.int8.sha256" in fault


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "manifest.json lacks the field encoder.int8.file"),
        ({"file": "a.onnx"}, "manifest.json lacks the field encoder.int8.sha256"),
        ({"sha256": "0" * 64}, "manifest.json lacks the field encoder.int8.file"),
        ("a.onnx", "manifest.json lacks the field encoder.int8.file"),
        ({"file": "../a.onnx", "sha256": "0" * 64}, "manifest.json: encoder.int8.file must be the name of a file"),
    ],
)
def test_half_given_integer_encoder_is_named(bundle: Path, told: object, said: str) -> None:
    manifest = json.loads((bundle / "manifest.json").read_text())
    manifest["encoder"]["int8"] = told
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    assert any(fault.startswith(said) for fault in bundle_faults(bundle))


def test_integer_encoder_that_sees_otherwise_is_named(bundle: Path) -> None:
    add_int8(bundle, keep=())
    graph = onnx.load(bundle / FILE)
    for weights in graph.graph.initializer:
        if weights.name.endswith("_quantized"):
            weights.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weights)[::-1].copy(), weights.name))
    onnx.save(graph, bundle / FILE)
    name_sum(bundle, FILE, "int8")
    assert any("its retrieval tokens have a cosine of" in fault for fault in bundle_faults(bundle))


def test_a_picture_has_the_same_tokens_alone_and_in_company(bundle: Path) -> None:
    add_int8(bundle, keep=())
    together = Bundle(bundle).encode(pictures(5))[0]
    alone = np.concatenate([Bundle(bundle).encode(p[None])[0] for p in pictures(5)])
    np.testing.assert_array_equal(together, alone)


def test_float32_is_asked_where_it_is_wanted(bundle: Path) -> None:
    plain = Bundle(bundle).encode(pictures(2))[0]
    add_int8(bundle, keep=())
    np.testing.assert_array_equal(Bundle(bundle, fp32=True).encode(pictures(2))[0], plain)
    assert np.abs(Bundle(bundle).encode(pictures(2))[0] - plain).max() > 0
