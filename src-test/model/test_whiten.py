import numpy as np
import torch

from patchlight_network.encoder import TokenEncoder
from patchlight_network.training_tokens import TrainingTokens
from patchlight_network.vit import SIDE, VisionTransformer
from patchlight_network.whiten import whiten, whitening


def stretched(count, seed):
    """Tokens that vary a hundred times as much in their first direction as in the others."""
    values = np.random.default_rng(seed).normal(0, 1, (count, 192))
    values[:, 0] *= 10
    return torch.from_numpy(values).float() + 3


def test_without_damping_all_directions_vary_alike():
    tokens = TrainingTokens(stretched(4000, 1), stretched(4000, 2) - 5)
    matrix = whitening(tokens, damping=0.0).numpy()
    centred = np.concatenate([t.numpy() - t.numpy().mean(0) for t in tokens])
    covariance = np.cov(centred @ matrix, rowvar=False, bias=True)
    assert np.abs(covariance - np.eye(192)).max() < 1e-2


def test_damping_keeps_the_order_of_the_directions():
    tokens = TrainingTokens(stretched(4000, 1), stretched(4000, 2))
    matrix = whitening(tokens, damping=8.0).numpy()
    spread = (np.concatenate([t.numpy() - t.numpy().mean(0) for t in tokens]) @ matrix).std(0)
    assert spread[0] == spread.max() and spread[0] / spread[1:].mean() < 5


@torch.inference_mode()
def test_the_head_takes_the_matrix_in():
    torch.manual_seed(0)
    encoder = TokenEncoder(VisionTransformer()).eval()
    pixels = torch.rand(2, 3, SIDE, SIDE) * 2 - 1
    before = encoder(pixels)[0].numpy()
    matrix = torch.eye(192) + 0.1 * torch.randn(192, 192)
    whiten(encoder, matrix)
    expected = before @ matrix.numpy().T
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    assert np.abs(encoder(pixels)[0].numpy() - expected).max() < 1e-5
