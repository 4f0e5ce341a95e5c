"""ZSE-SBIR in float64 NumPy, written from the method alone (shared with no other code), and random weights of the released names and shapes.

The method's two surprises can be switched off, so that a test can see that it would notice.
"""

from __future__ import annotations

import numpy as np
from scipy.special import erf

DIM = 768


def shapes(depth: int) -> dict[str, tuple[int, ...]]:
    """Every weight of best_checkpoint.pth under 'model', as the released code names it."""
    found: dict[str, tuple[int, ...]] = {
        "sa.model.pos_embedding": (1, 197, DIM),
        "sa.model.cls": (1, 1, DIM),
        "sa.model.embedding.weight": (DIM, 3, 16, 16),
        "sa.model.embedding.bias": (DIM,),
        "sa.model.scale.seq.0.weight": (64, 3, 7, 7),
        "sa.model.scale.seq.2.weight": (128, 64, 3, 3),
        "sa.model.scale.seq.4.weight": (256, 128, 3, 3),
        "sa.model.scale.seq.6.weight": (DIM, 256, 3, 3),
        "sa.model.transformer.encoder_norm.weight": (DIM,),
        "sa.model.transformer.encoder_norm.bias": (DIM,),
        "conv2d.weight": (512, DIM, 2, 2),
        "conv2d.bias": (512,),
    }

    def linear(name: str, inputs: int, outputs: int) -> None:
        found[f"{name}.weight"] = (outputs, inputs)
        found[f"{name}.bias"] = (outputs,)

    for i in range(depth):
        block = f"sa.model.transformer.layers.{i}.0"
        for norm in ("layer_norm_input", "layer_norm_out"):
            found[f"{block}.{norm}.weight"] = found[f"{block}.{norm}.bias"] = (DIM,)
        linear(f"{block}.attention.to_qkv", DIM, 3 * DIM)
        linear(f"{block}.attention.to_out.0", DIM, DIM)
        linear(f"{block}.mlp.net.0", DIM, 3072)
        linear(f"{block}.mlp.net.3", 3072, DIM)
    for copy in ("layers", "layer1", "layer2"):
        layer = f"ca.encoder.{copy}.0"
        for i in range(4):
            linear(f"{layer}.self_attn.linears.{i}", DIM, DIM)
        linear(f"{layer}.feed_forward.w_1", DIM, 1024)
        linear(f"{layer}.feed_forward.w_2", 1024, DIM)
        for i in range(2):
            found[f"{layer}.sublayer.{i}.norm.a"] = found[f"{layer}.sublayer.{i}.norm.b"] = (DIM,)
    linear("rn.rn.0", 49 * 49, 343)
    linear("rn.rn.3", 343, 49)
    linear("rn.rn.6", 49, 1)
    return found


def random_weights(depth: int, seed: int) -> dict[str, np.ndarray]:
    """float32; spread so that attention is not uniform, no norm or bias is idle and scores differ between photos.

    What enters the first norm is faint (variance about 1e-4), so that the norm's epsilon is seen.
    """
    faint = ("sa.model.cls", "sa.model.pos_embedding", "sa.model.embedding.", "sa.model.scale.seq.6.")
    random = np.random.default_rng(seed)
    weights = {}
    for name, shape in shapes(depth).items():
        values = random.standard_normal(shape, dtype=np.float32)
        if name.endswith(("norm.a", "norm.weight", "norm_input.weight", "norm_out.weight")):
            values = 1 + 0.2 * values
        elif len(shape) == 1:
            values *= 0.1
        elif name.startswith("rn."):
            values *= 6 / np.sqrt(shape[1])
        elif len(shape) != 3:
            values *= (2.0 if "attn" in name or "qkv" in name else 1.3) / np.sqrt(np.prod(shape[1:]))
        if name.startswith(faint):
            values *= 0.01
        weights[name] = values.astype(np.float32)
    return weights


class Reference:
    """:param textbook: 'anchors' or 'values' does that one thing as one would expect instead of as released"""

    def __init__(self, weights: dict[str, np.ndarray], depth: int, textbook: str = "") -> None:
        self.weights, self.depth, self.textbook = weights, depth, textbook

    def encode(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """[B, 3, 224, 224] to (retrieval token [B, 768], tokens [B, 197, 768])."""
        root = "sa.model"
        small = pixels.astype(np.float64)
        for i, pad in ((0, 3), (2, 1), (4, 1), (6, 1)):
            small = convolve(small, self[f"{root}.scale.seq.{i}.weight"], 2, pad)
            small = np.maximum(small, 0) if i < 6 else small
        large = convolve(pixels.astype(np.float64), self[f"{root}.embedding.weight"], 16, 0)
        large += self[f"{root}.embedding.bias"][:, None, None]
        images = len(pixels)
        x = np.empty((images, 197, DIM))
        x[:, 0] = self[f"{root}.cls"][0, 0]
        x[:, 1:] = np.moveaxis((large + small) / 2, 1, 3).reshape(images, 196, DIM)
        x += self[f"{root}.pos_embedding"]
        for i in range(self.depth):
            x = self.block(x, f"{root}.transformer.layers.{i}.0")
        x = self.layer_norm(x, f"{root}.transformer.encoder_norm")
        return x[:, 0] / np.linalg.norm(x[:, 0], axis=1, keepdims=True), x

    def match(self, sketch: np.ndarray, photo: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """Tokens [197, 768] of each to (score, weights of sketch patches over photo patches [196, 196], the same back)."""
        seen_sketch, there = self.cross(sketch, photo, "ca.encoder.layer1.0")
        seen_photo, back = self.cross(photo, sketch, "ca.encoder.layer2.0")
        p, q = self.anchors(seen_sketch), self.anchors(seen_photo)
        x = np.array([[a @ b / np.sqrt((a @ a) * (b @ b)) for b in q] for a in p]).ravel()
        x = np.maximum(self.linear(x, "rn.rn.0"), 0)
        x = np.maximum(self.linear(x, "rn.rn.3"), 0)
        score = 1 / (1 + np.exp(-self.linear(x, "rn.rn.6")[0]))
        return score, without_retrieval_token(there), without_retrieval_token(back)

    def block(self, x: np.ndarray, name: str) -> np.ndarray:
        qkv = self.linear(self.layer_norm(x, f"{name}.layer_norm_input"), f"{name}.attention.to_qkv")
        mixed = np.empty_like(x)
        for head in range(12):
            q, k, v = (qkv[..., start + 64 * head : start + 64 * (head + 1)] for start in (0, DIM, 2 * DIM))
            mixed[..., 64 * head : 64 * (head + 1)] = softmax(q @ k.swapaxes(1, 2) / 8) @ v
        x = x + self.linear(mixed, f"{name}.attention.to_out.0")
        hidden = self.linear(self.layer_norm(x, f"{name}.layer_norm_out"), f"{name}.mlp.net.0")
        hidden *= (1 + erf(hidden / np.sqrt(2))) / 2
        return x + self.linear(hidden, f"{name}.mlp.net.3")

    def cross(self, asking: np.ndarray, asked: np.ndarray, name: str) -> tuple[np.ndarray, np.ndarray]:
        q = self.linear(asking, f"{name}.self_attn.linears.0")
        k = self.linear(asked, f"{name}.self_attn.linears.1")
        v = self.linear(asked if self.textbook == "values" else asking, f"{name}.self_attn.linears.2")
        mixed, mean = np.empty_like(asking), np.zeros((197, 197))
        for head in range(8):
            part = slice(96 * head, 96 * (head + 1))
            weights = softmax(q[:, part] @ k[:, part].T / np.sqrt(96))
            mixed[:, part] = weights @ v[:, part]
            mean += weights / 8
        x = self.own_norm(asking + self.linear(mixed, f"{name}.self_attn.linears.3"), f"{name}.sublayer.0.norm")
        hidden = np.maximum(self.linear(x, f"{name}.feed_forward.w_1"), 0)
        return self.own_norm(x + self.linear(hidden, f"{name}.feed_forward.w_2"), f"{name}.sublayer.1.norm"), mean

    def anchors(self, tokens: np.ndarray) -> np.ndarray:
        flat = tokens[1:].T.ravel() if self.textbook == "anchors" else tokens[1:].ravel()
        maps = convolve(flat.reshape(1, DIM, 14, 14), self["conv2d.weight"], 2, 0)[0]
        return (maps + self["conv2d.bias"][:, None, None]).reshape(512, 49).T

    def own_norm(self, x: np.ndarray, name: str) -> np.ndarray:
        deviation = x.std(axis=-1, ddof=1, keepdims=True)
        return self[f"{name}.a"] * (x - x.mean(axis=-1, keepdims=True)) / (deviation + 1e-6) + self[f"{name}.b"]

    def layer_norm(self, x: np.ndarray, name: str) -> np.ndarray:
        scaled = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + 1e-5)
        return scaled * self[f"{name}.weight"] + self[f"{name}.bias"]

    def linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self[f"{name}.weight"].T + self[f"{name}.bias"]

    def __getitem__(self, name: str) -> np.ndarray:
        """One weight at a time in float64: all of them would fill 700 MB."""
        return self.weights[name].astype(np.float64)


def convolve(x: np.ndarray, kernel: np.ndarray, stride: int, pad: int) -> np.ndarray:
    side = kernel.shape[2]
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (side, side), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.moveaxis(np.tensordot(windows, kernel, axes=([1, 4, 5], [1, 2, 3])), 3, 1)


def softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def without_retrieval_token(weights: np.ndarray) -> np.ndarray:
    patches = weights[1:, 1:]
    return patches / patches.sum(axis=1, keepdims=True)
