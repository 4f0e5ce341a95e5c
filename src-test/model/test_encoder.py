"""What the token encoder looks at, and what it leaves out."""

import numpy as np
import pytest
import torch

from patchlight_network.encoder import ShownEncoder, TokenEncoder
from patchlight_network.sketch_only import CLASSES, IMAGENET_CLASSES, read_sketch_only
from patchlight_network.vit import GRID, PATCH, PATCHES, SIDE, VisionTransformer, blank_patches


@pytest.fixture(scope="module")
def encoder():
    torch.manual_seed(0)
    network = VisionTransformer()
    torch.nn.init.normal_(network.pos_embed, std=0.5)
    return TokenEncoder(network).eval()


@pytest.fixture
def drawing():
    """A cross in two rows and two columns of patches."""
    paper = torch.ones(1, 3, SIDE, SIDE)
    paper[:, :, 36:44, 40:180] = -1
    paper[:, :, 40:180, 100:108] = -1
    return paper


def test_bare_paper_is_blank_and_ink_is_not(drawing):
    seen = ~blank_patches(drawing)[0].view(GRID, GRID)
    inked = (drawing[0, 0] < 0).view(GRID, PATCH, GRID, PATCH).any(3).any(1)
    edge_only = seen & ~inked
    assert torch.equal(seen, inked) and not edge_only.any()


@torch.inference_mode()
def test_leaving_out_blank_patches_changes_no_token(encoder, drawing):
    blank = blank_patches(drawing)[0]
    kept = (~blank).nonzero().flatten()[None]
    whole_retrieval, whole_patches = encoder(drawing)
    retrieval, patches = encoder(drawing, kept)
    assert (whole_retrieval - retrieval).abs().max() < 1e-5
    assert (whole_patches[:, kept[0]] - patches).abs().max() < 1e-4


@torch.inference_mode()
@pytest.mark.parametrize("shipped", [False, True])
def test_a_blank_picture_has_a_token_too(encoder, shipped):
    retrieval, patches = (ShownEncoder(encoder) if shipped else encoder)(torch.ones(1, 3, SIDE, SIDE))[:2]
    assert torch.isfinite(retrieval).all() and torch.isfinite(patches).all() and patches.shape == (1, PATCHES, 64)


@torch.inference_mode()
def test_blank_patches_all_have_the_same_token(encoder, drawing):
    _, patches = encoder(drawing)
    assert torch.equal(patches[0][blank_patches(drawing)[0]].unique(dim=0), encoder.patch_head.bias[None])


@torch.inference_mode()
def test_a_picture_s_tokens_do_not_depend_on_its_batch(encoder, drawing):
    """Only what is blank everywhere is left out, so the same drawing goes through with few patches alone and with many beside another."""
    torch.manual_seed(2)
    alone = ShownEncoder(encoder)(drawing)
    beside = ShownEncoder(encoder)(torch.cat([drawing, torch.rand_like(drawing)]))
    for one, other in zip(alone, beside):
        assert (one[0] - other[0]).abs().max() < 1e-4


def test_sketch_only_categories_leave_out_what_is_tested(tmp_path):
    for name in ("axe", "cello", "sun"):
        (tmp_path / f"{name}.ndjson").write_text('{"drawing": [[[0, 5], [0, 5]]]}\n')
    found = read_sketch_only(tmp_path, {"cello"})
    assert found.categories == ["axe"] and IMAGENET_CLASSES.exists()
    assert found.classes.shape == (1, CLASSES) and np.isclose(found.classes.sum(), 1)


@torch.inference_mode()
def test_retrieval_attention_is_what_the_last_block_weighed(encoder, drawing):
    """Against the block's own attention, taken apart: without what [Ret] gives to itself, rows sum to the rest, and blank patches get nothing."""
    shown = ShownEncoder(encoder)
    retrieval, patches, attention = shown(drawing)
    expected_retrieval, expected_patches = encoder(drawing)
    blocks, unseen = encoder.backbone.every_block(drawing, blank=blank_patches(drawing))
    block = encoder.backbone.blocks[-1]
    q, k, _ = block.attn.qkv(block.norm1(blocks[-2])).view(1, 1 + PATCHES, 3, 3, 64).permute(2, 0, 3, 1, 4).numpy()
    logits = np.einsum("hd,htd->ht", q[0, :, 0], k[0]) / 8
    weights = np.exp(logits + unseen.numpy().reshape(1, -1))
    weights /= weights.sum(1, keepdims=True)
    assert np.abs(attention[0].numpy() - weights[:, 1:]).max() < 1e-5
    assert attention[0][:, blank_patches(drawing)[0]].max() < 1e-6
    assert torch.allclose(retrieval, expected_retrieval, atol=1e-5) and torch.allclose(patches, expected_patches, atol=1e-4)
