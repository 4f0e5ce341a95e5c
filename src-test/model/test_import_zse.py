"""An imported checkpoint computes what the released network computes: random weights, float64 NumPy against ONNX Runtime."""

import json
import zipfile

import numpy as np
import onnxruntime
import pytest
import torch
from zse_reference import Reference, random_weights

from patchlight_network import import_zse
from patchlight_network.import_zse import CheckpointError, load_network, write_bundle
from patchlight_network.zse import DeviationNorm

TOLERANCE = 1e-4


def save(weights, file, **more):
    torch.save({"model": {name: torch.from_numpy(w) for name, w in weights.items()}, "epoch": 12, **more}, file)
    return file


def pictures():
    """One sketch and two photos [3, 3, 224, 224] in [-1, 1]: black lines on white, and coloured blocks."""
    random = np.random.default_rng(5)
    sketch = np.ones((1, 3, 224, 224), np.float32)
    sketch[:, :, 40:44, 30:190] = sketch[:, :, 40:180, 100:104] = -1
    blocks = random.uniform(-1, 1, (2, 3, 14, 14)).astype(np.float32)
    return np.concatenate([sketch, blocks.repeat(16, axis=2).repeat(16, axis=3)])


class Imported:
    """A bundle of `depth` blocks, what its graphs say of the pictures, and the weights they were made of."""

    def __init__(self, depth, folder):
        self.depth, self.weights, self.bundle = depth, random_weights(depth, seed=7), folder / "bundle"
        network = load_network(save(self.weights, folder / "best_checkpoint.pth"), depth)
        write_bundle(*network, self.bundle, "zse", "none", "random", rerank=False)
        del network
        self.retrieval, self.tokens = self.run("encoder.onnx", pixels=pictures())
        self.score, self.there, self.back = self.run("matcher.onnx", sketch_tokens=self.tokens[:1], photo_tokens=self.tokens[1:])

    def run(self, file, **inputs):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(self.bundle / file), options, providers=["CPUExecutionProvider"])
        return session.run(None, inputs)

    def assert_equals(self, reference):
        retrieval, tokens = reference.encode(pictures())
        np.testing.assert_allclose(self.retrieval, retrieval, rtol=0, atol=TOLERANCE)
        np.testing.assert_allclose(self.tokens, tokens, rtol=0, atol=TOLERANCE)
        for i in range(2):
            score, there, back = reference.match(tokens[0], tokens[1 + i])
            np.testing.assert_allclose(self.score[i], score, rtol=0, atol=TOLERANCE)
            np.testing.assert_allclose(self.there[i], there, rtol=0, atol=TOLERANCE)
            np.testing.assert_allclose(self.back[i], back, rtol=0, atol=TOLERANCE)


class TestWholeNetwork:
    def test_twelve_blocks_equal_the_method_in_float64(self, tmp_path):
        imported = Imported(12, tmp_path)
        imported.assert_equals(Reference(imported.weights, 12))


class TestTwoBlocks:
    """Everything but the number of blocks is that of the whole network."""

    @pytest.fixture(scope="class")
    def imported(self, tmp_path_factory):
        return Imported(2, tmp_path_factory.mktemp("two"))

    def test_equals_the_method_in_float64(self, imported):
        imported.assert_equals(Reference(imported.weights, 2))

    @pytest.mark.parametrize("surprise", ["anchors", "values"])
    def test_score_would_tell_a_textbook_network(self, imported, surprise):
        textbook = Reference(imported.weights, 2, surprise)
        sketch, *photos = imported.tokens.astype(np.float64)
        scores = [textbook.match(sketch, photo)[0] for photo in photos]
        assert np.abs(imported.score - scores).max() > 10 * TOLERANCE

    def test_scores_tell_photos_apart(self, imported):
        assert abs(imported.score[0] - imported.score[1]) > 100 * TOLERANCE

    def test_correspondences_are_attention_between_patches(self, imported):
        for weights in (imported.there, imported.back):
            assert weights.shape == (2, 196, 196)
            np.testing.assert_allclose(weights.sum(2), 1, atol=1e-5)
            assert weights.max() > 5 / 196

    def test_links_follow_photo_patches_that_move(self, imported):
        """A link means a place, so it cannot come from the scrambled anchors."""
        order = np.random.default_rng(3).permutation(196)
        moved = imported.tokens[1:].copy()
        moved[:, 1:] = moved[:, 1:][:, order]
        _, there, back = imported.run("matcher.onnx", sketch_tokens=imported.tokens[:1], photo_tokens=moved)
        np.testing.assert_allclose(there, imported.there[:, :, order], atol=1e-5)
        np.testing.assert_allclose(back, imported.back[:, order], atol=1e-5)

    def test_manifest_tells_the_row_that_is_no_place(self, imported):
        manifest = json.loads((imported.bundle / "manifest.json").read_text())
        assert (manifest["retrievalDim"], manifest["patchDim"], manifest["grid"]) == (768, 768, 14)
        assert manifest["leadingTokens"] == 1
        assert manifest["sketchShift"] == [0] * 768


def test_own_norm_adds_its_epsilon_to_the_deviation():
    """Seen only where values hardly differ, here by about 1e-6; that the deviation is unbiased shows too."""
    x = np.random.default_rng(1).standard_normal((4, 768)) * 1e-6
    expected = (x - x.mean(1, keepdims=True)) / (x.std(1, ddof=1, keepdims=True) + 1e-6)
    found = DeviationNorm()(torch.tensor(x, dtype=torch.float32)).detach().numpy()
    np.testing.assert_allclose(found, expected, atol=1e-4)


class TestCheckpoints:
    @pytest.fixture(scope="class")
    def weights(self):
        return random_weights(1, seed=2)

    @pytest.fixture
    def file(self, tmp_path):
        return tmp_path / "best_checkpoint.pth"

    def test_figures_of_its_training_are_read_over(self, weights, file):
        """The release saves its mAP as a NumPy number, and its NumPy named the module otherwise than a newer one."""
        save(weights, file, map_all=np.float64(0.7), precision_100=np.float64(0.8))
        old = file.with_name("old.pth")
        with zipfile.ZipFile(file) as new, zipfile.ZipFile(old, "w") as copy:
            for item in new.infolist():
                copy.writestr(item, new.read(item).replace(b"numpy._core.multiarray", b"numpy.core.multiarray"))
        load_network(file, depth=1)
        load_network(old, depth=1)

    def test_several_gpus_prefix_is_taken_off(self, weights, file):
        encoder, _ = load_network(save({f"module.{name}": w for name, w in weights.items()}, file), depth=1)
        np.testing.assert_array_equal(encoder.cls.detach().numpy(), weights["sa.model.cls"])

    def test_missing_weight_is_named(self, weights, file):
        less = {name: w for name, w in weights.items() if name != "rn.rn.3.bias"}
        assert_refused(save(less, file), "rn.rn.3.bias")

    def test_unknown_weight_is_named(self, weights, file):
        more = weights | {"ca.encoder.layer1.1.sublayer.0.norm.a": np.ones(768, np.float32)}
        assert_refused(save(more, file), "ca.encoder.layer1.1.sublayer.0.norm.a")

    def test_weight_of_another_shape_is_named(self, weights, file):
        other = weights | {"rn.rn.0.weight": np.ones((1728, 144 * 144), np.float32)}
        assert_refused(save(other, file), "rn.rn.0.weight", "(1728, 20736)", "(343, 2401)")

    def test_weights_without_their_key_are_refused(self, weights, file):
        torch.save({name: torch.from_numpy(w) for name, w in weights.items()}, file)
        assert_refused(file, "'model'")

    def test_file_that_would_run_something_is_refused(self, file):
        torch.save({"model": Runs()}, file)
        assert_refused(file, "weights alone")

    @pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"a photo, perhaps", bytes(range(256))])
    def test_file_that_is_no_checkpoint_is_refused(self, file, content):
        file.write_bytes(content)
        assert_refused(file, "PyTorch checkpoint")

    def test_missing_file_is_refused(self, file):
        assert_refused(file, "is no file")


class Runs:
    def __reduce__(self):
        return print, ("run",)


def assert_refused(file, *named):
    with pytest.raises(CheckpointError) as refused:
        load_network(file, depth=1)
    for text in (str(file), *named):
        assert text in str(refused.value)
    assert "\n" not in str(refused.value)


class TestFolder:
    def test_refused_checkpoint_leaves_nothing(self, tmp_path):
        (tmp_path / "checkpoint.pth").write_bytes(b"no checkpoint")
        with pytest.raises(SystemExit, match="checkpoint.pth cannot be read"):
            import_zse.main([str(tmp_path / "checkpoint.pth"), "--out", str(tmp_path / "bundle")])
        assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.pth"]

    def test_export_that_fails_leaves_nothing(self, tmp_path, monkeypatch):
        network = load_network(save(random_weights(1, seed=2), tmp_path / "checkpoint.pth"), depth=1)
        monkeypatch.setattr(import_zse, "manifest", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write_bundle(*network, tmp_path / "bundle", "zse", "none", "random", rerank=False)
        assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.pth"]

    def test_folder_that_holds_something_is_left_alone(self, tmp_path):
        (tmp_path / "letter.txt").write_text("mine")
        with pytest.raises(SystemExit, match="already holds something"):
            import_zse.main([str(tmp_path / "checkpoint.pth"), "--out", str(tmp_path)])
        assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]
