"""What training reads of folders and of a dataset with file lists."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from patchlight_network import pictures
from patchlight_network.usage import UsageError


@dataclass
class Half:
    categories: list
    sketches: list
    photos: list
    missing: list = field(default_factory=list)


def item(path, label):
    return SimpleNamespace(path=path, label=label)


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """A dataset whose lists name three categories; of the second no photo is there. A sketch's grey is its old label."""
    Image.new("RGB", (300, 200), (10, 200, 30)).save(tmp_path / "photo.png")
    photo = tmp_path / "photo.png"
    half = Half(
        ["ant", "bee", "cat"],
        [item(Path(f"s{label}"), label) for label in (0, 1, 2, 2)],
        [item(photo, 2), item(photo, 0)],
        [tmp_path / "gone.png"],
    )
    dataset = SimpleNamespace(train=half, test=half, missing=half.missing)
    fake = SimpleNamespace(
        open_dataset=lambda kind, root, split: dataset,
        read_sketch_pixels=lambda sketch: np.full((224, 224), sketch.label, np.uint8),
    )
    monkeypatch.setitem(sys.modules, "patchlight_network.datasets", fake)
    monkeypatch.setattr("patchlight_network.datasets", fake, raising=False)
    return dataset


def opened(kind, tmp_path):
    return pictures.open_pictures(tmp_path, kind, "train", None, None, tmp_path)


def test_categories_whose_files_are_missing_are_left_out_and_the_missing_named(listed, tmp_path, capsys):
    train, _ = opened("sketchy", tmp_path)
    assert train.categories == ["ant", "cat"]
    assert train.sketch_label.tolist() == [0, 1, 1] and train.photo_label.tolist() == [1, 0]
    assert "1 files of sketchy's lists are not there and are left out, among them " in capsys.readouterr().out


def test_listed_sketches_have_pixels_but_no_strokes(listed, tmp_path):
    train, _ = opened("tuberlin", tmp_path)
    assert [int(train.sketch(i)[0, 0]) for i in range(3)] == [0, 2, 2]
    assert train.strokes(0) is None
    assert train.photo(0).shape == (224, 224, 3) and train.photo(0)[5, 5].tolist() == [10, 200, 30]


def test_a_dataset_without_any_file_is_refused(listed, tmp_path):
    listed.train.photos.clear()
    with pytest.raises(UsageError, match="none of the files .* put the dataset's pictures there"):
        opened("quickdraw", tmp_path)


def test_an_unknown_list_of_categories_is_refused(tmp_path):
    (tmp_path / "splits.json").write_text('{"other": []}')
    with pytest.raises(UsageError, match="has no list train, only other"):
        opened("folders", tmp_path)
