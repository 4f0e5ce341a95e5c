"""Both recipes through the command line's own functions, on three categories of noise."""

import gzip
import json
import signal
import tomllib

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from patchlight_network import train
from patchlight_network.recipes import RECIPES
from patchlight_network.usage import UsageError
from patchlight_network.vit import VisionTransformer


@pytest.fixture(scope="module")
def tiny_world(tmp_path_factory):
    """Three categories of noise photos and scribbles, and random weights under timm's names."""
    world = tmp_path_factory.mktemp("world")
    rng = np.random.default_rng(0)
    names = ["ball", "cube", "kite"]
    (world / "sketches").mkdir()
    for name in names:
        (world / "photos" / name).mkdir(parents=True)
        for i in range(3):
            noise = rng.integers(0, 255, (40, 50, 3), dtype=np.uint8)
            Image.fromarray(noise).save(world / "photos" / name / f"{i}.png")
        with gzip.open(world / "sketches" / f"{name}.ndjson.gz", "wt") as out:
            for _ in range(4):
                strokes = [rng.integers(0, 255, (2, 6)).tolist() for _ in range(3)]
                out.write(json.dumps({"word": name, "drawing": strokes}) + "\n")
    (world / "splits.json").write_text(json.dumps({"train": names[:2], "validation": names[1:]}))
    torch.manual_seed(0)
    state = {k: v.contiguous() for k, v in VisionTransformer().state_dict().items()}
    save_file(state | {"head.weight": torch.randn(1000, 192), "head.bias": torch.zeros(1000)}, world / "vit.safetensors")
    return world


def flags(world, run, recipe, *more):
    own = {
        "patchlight": "--vary --batch 4 --photos 2 --line-patches 40 --photo-patches 50 --full-share 0.25 --sketch-only-share 0.3",
        "published": "--batch 1 --lr-floor 0.1 --ema-rate 0.9",
    }
    return [
        *f"--recipe {recipe} --data {world} --model-path {world}/vit.safetensors --log-dir {world}/{run}".split(),
        *f"--cache {world}/cache --steps 4 --save-interval 2 --workers 0 --lr 1e-3 --seed 3 {own[recipe]}".split(),
        *"--validation-sketches 1 --validation-photos 1 --validate-interval 0 --report-interval 1".split(),
        *more,
    ]


def losses_of(folder):
    """{loss: {step: value}} of a run's TensorBoard log."""
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    log = EventAccumulator(str(folder)).Reload()
    return {tag: {e.step: e.value for e in log.Scalars(tag)} for tag in log.Tags()["scalars"] if tag.startswith("loss/")}


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_run_that_sigterm_ended_goes_on_as_if_nothing_had_happened(tiny_world, recipe, monkeypatch):
    whole, halves = flags(tiny_world, f"{recipe}-whole", recipe), flags(tiny_world, f"{recipe}-halves", recipe, "--workers", "1")
    assert train.run(train.read_options(whole)) == 0

    losses = RECIPES[recipe].losses

    def losses_with_a_signal(self, batch, step):
        if step == 2:
            signal.raise_signal(signal.SIGTERM)
        return losses(self, batch, step)

    with monkeypatch.context() as interrupted:
        interrupted.setattr(RECIPES[recipe], "losses", losses_with_a_signal)
        assert train.run(train.read_options(halves)) == 128 + signal.SIGTERM
    assert torch.load(tiny_world / f"{recipe}-halves" / "checkpoint.pt")["step"] == 3
    torch.rand(5)
    assert train.run(train.read_options(halves)) == 0
    one, other = (torch.load(tiny_world / f"{recipe}-{run}" / "checkpoint.pt") for run in ("whole", "halves"))
    for part in ("network", "average"):
        for name, value in one[part].items():
            assert torch.equal(value, other[part][name]), (part, name)
    kept = losses_of(tiny_world / f"{recipe}-whole")
    assert len(next(iter(kept.values()))) == 4
    assert kept == losses_of(tiny_world / f"{recipe}-halves")


@pytest.mark.parametrize("retrieval", ["ret", "rn"])
def test_the_published_recipe_validates_by_token_or_by_relation_score(tiny_world, retrieval, capsys):
    more = ["--retrieval", retrieval, "--steps", "1", "--validate-interval", "1"]
    assert train.run(train.read_options(flags(tiny_world, retrieval, "published", *more))) == 0
    said = capsys.readouterr().out
    figures = json.loads(said[said.index("{") : said.index("}") + 1])
    assert 0 < figures["mapAll"] <= 1
    assert ("mapAllAttended" in figures) == (retrieval == "rn")


def test_flags_win_over_the_config_file_and_the_file_over_defaults(tiny_world, tmp_path):
    config = tmp_path / "run.toml"
    config.write_text('recipe = "patchlight"\nlr = 0.5\nema_rate = 0.25\nepochs = 2\nuse-bf16 = false\n[loss]\npair = 7\nanchor = 2\n')
    needed = ["--data", str(tiny_world), "--model-path", str(tiny_world / "vit.safetensors"), "--log-dir", str(tmp_path)]
    options = train.read_options(["--config", str(config), "--lr", "0.125", "--steps", "9", "--loss", "pair=3", *needed])
    assert (options.lr, options.ema_rate, options.batch, options.use_bf16) == (0.125, 0.25, 64, False)
    assert (options.steps, options.epochs) == (9, None)
    assert not options.vary, "pictures are plain unless asked"
    assert dict(options.loss) == {"pair": 3.0, "anchor": 2.0}


def test_the_effective_options_can_be_read_again(tiny_world):
    more = ["--loss", "pair=0.5", "--epochs", "2", "--epoch-samples", "12", "--until", "1"]
    run = train.read_options(flags(tiny_world, "effective", "patchlight", *more))
    assert train.run(run) == 0
    written = tiny_world / "effective" / "config.toml"
    assert tomllib.loads(written.read_text())["steps"] == 6
    again = train.read_options(["--config", str(written)])
    assert train.effective(again, 1) == train.effective(run, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("weight-decy = 0.1", "has no option --weight-decy: did you mean --weight-decay?"),
        ("anchor-number = 49", "the recipe patchlight has no option --anchor-number"),
        ("lr = [1, 2]", "lr takes one value, not a list"),
        ("lr = true", "lr takes a value, not true"),
        ('lr = "fast"', "--lr: invalid float value: 'fast'"),
        ("lr = ", "is not TOML"),
        ('data = "/nowhere"', "there is no /nowhere; name an existing file or folder"),
        ('recipe = "secret"', "there is no recipe secret, only patchlight and published"),
        ("[loss]\nluck = 1", "there is no loss luck, only category"),
        ("lr = 0.1", "--data is missing: give it as a flag or as data in the --config file"),
    ],
)
def test_a_mistake_in_the_config_file_is_answered_by_a_sentence(tmp_path, text, sentence):
    config = tmp_path / "run.toml"
    config.write_text(text + "\n")
    with pytest.raises(UsageError) as said:
        train.read_options(["--config", str(config)])
    assert sentence in str(said.value)


def test_an_unknown_flag_ends_with_status_2_and_one_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["train", "--lerning-rate", "1"])
    assert train.main() == 2
    said = capsys.readouterr()
    assert said.err.strip() == "the recipe patchlight has no option --lerning-rate: --help lists those it has"
    assert said.out == ""


def test_categories_without_files_are_named(tiny_world, tmp_path):
    splits = tmp_path / "splits.json"
    splits.write_text(json.dumps({"train": ["ball", "moon"], "validation": ["kite"]}))
    with pytest.raises(UsageError, match="lacks .* of moon: add them or take them out of splits.json"):
        train.run(train.read_options(flags(tiny_world, "lost", "patchlight", "--splits", str(splits))))
