import argparse
import gzip
import json

import numpy as np
import pytest
import torch
from PIL import Image

from patchlight_network import train_encoder
from patchlight_network.vit import VisionTransformer


@pytest.fixture
def tiny_world(tmp_path):
    """Three categories of noise photos and scribbles, and random weights under timm's names."""
    from safetensors.torch import save_file

    rng = np.random.default_rng(0)
    names = ["ball", "cube", "kite"]
    for name in names:
        (tmp_path / "photos" / name).mkdir(parents=True)
        for i in range(3):
            noise = rng.integers(0, 255, (40, 50, 3), dtype=np.uint8)
            Image.fromarray(noise).save(tmp_path / "photos" / name / f"{i}.png")
        (tmp_path / "sketches").mkdir(exist_ok=True)
        with gzip.open(tmp_path / "sketches" / f"{name}.ndjson.gz", "wt") as out:
            for _ in range(4):
                strokes = [rng.integers(0, 255, (2, 6)).tolist() for _ in range(3)]
                out.write(json.dumps({"word": name, "drawing": strokes}) + "\n")
    (tmp_path / "splits.json").write_text(json.dumps({"train": names[:2], "validation": names[1:]}))
    torch.manual_seed(0)
    state = {k: v.contiguous() for k, v in VisionTransformer().state_dict().items()}
    save_file(state | {"head.weight": torch.randn(1000, 192), "head.bias": torch.zeros(1000)}, tmp_path / "vit.safetensors")
    return tmp_path


def options(world, run):
    return argparse.Namespace(
        data=world, weights=world / "vit.safetensors", log_dir=world / run, cache=world / "cache", steps=4, sketches=4,
        photos=2, patches=40, full_share=0.25, lr=1e-3, layer_decay=0.9, weight_decay=0.05, ema_rate=0.9, save_interval=2, start=None, until=None, loss=[], seed=3,
    )  # fmt: skip


class Interrupted(Exception):
    pass


def test_a_resumed_run_equals_an_uninterrupted_one(tiny_world, monkeypatch):
    train_encoder.train(options(tiny_world, "whole"))

    def stop_at_three(step, *rest):
        if step == 3:
            raise Interrupted

    with monkeypatch.context() as broken:
        broken.setattr(train_encoder, "report", stop_at_three)
        with pytest.raises(Interrupted):
            train_encoder.train(options(tiny_world, "halves"))
    train_encoder.train(options(tiny_world, "halves"))
    whole = torch.load(tiny_world / "whole" / "encoder.pt")
    halves = torch.load(tiny_world / "halves" / "encoder.pt")
    for name, value in whole.items():
        assert torch.equal(value, halves[name]), name
