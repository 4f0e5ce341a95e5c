import pytest
import torch

from patchlight_network import export
from patchlight_network.encoder import TokenEncoder
from patchlight_network.relation import RelationMatcher
from patchlight_network.vit import VisionTransformer


def test_exported_graphs_say_what_pytorch_says(tmp_path):
    torch.manual_seed(1)
    worst = export.export(TokenEncoder(VisionTransformer()).eval(), RelationMatcher().eval(), tmp_path)
    assert max(worst.values()) < 1e-4


def test_a_graph_that_differs_is_not_exported(tmp_path):
    torch.manual_seed(1)
    matcher = RelationMatcher().eval()
    inputs = {"sketch_tokens": torch.randn(1, 196, 64), "photo_tokens": torch.randn(2, 196, 64)}
    names = ["relation_score", "sketch_to_photo", "photo_to_sketch"]
    export.export_graph(matcher, inputs, names, "photo_tokens", tmp_path / "matcher.onnx")
    with torch.no_grad():
        matcher.relation[2].bias += 1
    with pytest.raises(SystemExit, match="differs from PyTorch"):
        export.check(matcher, inputs, tmp_path / "matcher.onnx")
