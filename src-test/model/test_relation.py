import pytest
import torch

from patchlight_network.relation import CrossAttention, RelationMatcher
from patchlight_network.vit import GRID, PATCHES


@pytest.fixture(scope="module")
def tokens():
    torch.manual_seed(3)
    return torch.randn(1, PATCHES, 64), torch.randn(5, PATCHES, 64)


@pytest.fixture(scope="module")
def matcher():
    torch.manual_seed(4)
    return RelationMatcher().eval()


def test_attention_rows_sum_to_one(matcher, tokens):
    score, there, back = matcher(*tokens)
    assert score.shape == (5,) and ((score > 0) & (score < 1)).all()
    torch.testing.assert_close(there.sum(2), torch.ones(5, PATCHES))
    torch.testing.assert_close(back.sum(2), torch.ones(5, PATCHES))


def test_attention_follows_a_photo_patch_that_moves(matcher, tokens):
    """A link means a place: moving the photo's tokens moves the links with them and nothing else."""
    sketch, photos = tokens
    order = torch.randperm(PATCHES)
    _, there, _ = matcher(sketch, photos)
    _, moved, _ = matcher(sketch, photos[:, order])
    torch.testing.assert_close(moved, there[:, :, order])


def test_an_untrained_cross_attention_can_look_at_the_like(tokens):
    """The photo's patches are the sketch's own in another order: each finds itself."""
    torch.manual_seed(6)
    attention = CrossAttention()
    attention.look_at_the_like(4.0)
    sketch = torch.nn.functional.layer_norm(tokens[0], (64,))
    order = torch.randperm(PATCHES)
    weights = attention.weights(sketch, sketch[:, order])
    assert torch.equal(order[weights[0].argmax(1)], torch.arange(PATCHES))
    expected = (4 * sketch[0] @ sketch[0, order].T / 8).softmax(1)
    torch.testing.assert_close(weights[0], expected)


def test_photos_of_one_batch_do_not_disturb_each_other(matcher, tokens):
    sketch, photos = tokens
    together = matcher(sketch, photos)[0]
    alone = torch.cat([matcher(sketch, photos[i : i + 1])[0] for i in range(5)])
    torch.testing.assert_close(together, alone)


def test_grid_is_square():
    assert GRID * GRID == PATCHES
