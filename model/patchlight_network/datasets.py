"""Sketches and photos of the retrieval benchmarks, and of plain folders, in a training and a test half that share no category.

`sketchy`, `tuberlin` and `quickdraw` are read through the file lists released with ZSE-SBIR (Lin et al., CVPR 2023). Each dataset's
folder holds a folder of lists: `cname_cid.txt` (lines `category number`) and lists of sketches and photos (lines `relative/path number`, the path
from the dataset's folder) for training, and the same for testing, where categories are numbered anew. `folders` is
`photos/CATEGORY/*.jpg` with `sketches/CATEGORY.ndjson(.gz)` or `sketches/CATEGORY/*.png`, and `splits.json` if there is one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from . import data, sketch_picture
from .rasterizer import Stroke, rasterize

WHOLE = "all"


@dataclass(frozen=True)
class Item:
    """One sketch or photo; `label` counts in its subset's categories, `line` (from 1) tells a drawing in an ndjson file."""

    path: Path
    label: int
    line: int | None = None


@dataclass(frozen=True)
class Subset:
    """What belongs to some categories. `missing`: files that a list names, or folders of categories, which are not there."""

    categories: list[str]
    sketches: list[Item]
    photos: list[Item]
    missing: list[Path]


class Dataset:
    """A training and a test half, each read when it is first asked for: who only tests needs no training lists."""

    def __init__(self, train: Callable[[], Subset], test: Callable[[], Subset]) -> None:
        self._read_train, self._read_test = train, test

    @cached_property
    def train(self) -> Subset:
        return self._read_train()

    @cached_property
    def test(self) -> Subset:
        return self._read_test()

    @property
    def missing(self) -> list[Path]:
        """Of both halves."""
        return self.train.missing + self.test.missing


@dataclass(frozen=True)
class FileLists:
    """Where the lists of one split lie: under `folder`/`lists`, with `{}` for `train` or `zero` (zero-shot: the test half)."""

    folder: str
    lists: str
    sketches: str
    photos: str


_SKETCHY = ("sketch_tx_000000000000_ready_filelist_{}.txt", "all_photo_filelist_{}.txt")
FILE_LISTS = {
    "sketchy": {
        "sketchy-25": FileLists("Sketchy", "zeroshot1", *_SKETCHY),
        "sketchy-21": FileLists("Sketchy", "zeroshot0", *_SKETCHY),
    },
    "tuberlin": {
        "tuberlin-30": FileLists("TUBerlin", "zeroshot", "png_ready_filelist_{}.txt", "ImageResized_ready_filelist_{}.txt"),
    },
    "quickdraw": {"quickdraw-30": FileLists("QuickDraw", "zeroshot", "sketch_{}.txt", "all_photo_{}.txt")},
}
KINDS = [*FILE_LISTS, "folders"]


def open_dataset(kind: str, root: Path, split: str) -> Dataset:
    """A dataset's two halves.

    `root` holds the dataset's folder (`Sketchy`, `TUBerlin`, `QuickDraw`) or is it. For `folders`, `split` names the test
    categories' list in splits.json and `train` the training ones'; `all`, or no splits.json at all, puts every category into both
    halves, which is no zero-shot test. Raises ValueError for an unknown kind or split and for a wrong line in a list, naming
    file and line, and FileNotFoundError for a list that is not there. Files that a list names may be missing.
    """
    root = Path(root)
    if kind == "folders":
        return Dataset(lambda: _read_folders(root, "train", split), lambda: _read_folders(root, split, split))
    if kind not in FILE_LISTS:
        raise ValueError(f"There is no dataset {kind}; choose one of {', '.join(KINDS)}.")
    if split not in FILE_LISTS[kind]:
        raise ValueError(f"{kind} has no split {split}; choose one of {', '.join(FILE_LISTS[kind])}.")
    files = FILE_LISTS[kind][split]
    folder = root / files.folder if (root / files.folder).is_dir() else root
    return Dataset(
        lambda: _read_lists(folder, files, "train", "cname_cid.txt"),
        lambda: _read_lists(folder, files, "zero", "cname_cid_zero.txt"),
    )


def read_photo_tones(item: Item) -> np.ndarray:
    """In [0, 1], float32 [224, 224, 3]: upright, squashed to a square."""
    return data.read_photo(item.path).astype(np.float32) / 255


def read_sketch_pixels(item: Item) -> np.ndarray:
    """uint8 [224, 224], dark on white: strokes by the canonical rasterizer, pictures by the rule of `sketch_picture`."""
    return np.rint(255 * read_sketch_tones(item)).astype(np.uint8)


def read_sketch_tones(item: Item) -> np.ndarray:
    """The same in [0, 1], float32 [224, 224], strokes unrounded as the Java program encodes them."""
    if item.line is not None:
        return 1 - rasterize(read_drawing(item))
    with Image.open(item.path) as picture:
        return sketch_picture.fitted(picture).astype(np.float32) / 255


def read_drawing(item: Item) -> list[Stroke]:
    """The strokes, each float [points, 2], of one line of an ndjson file."""
    try:
        return [np.array(s[:2], np.float64).T for s in json.loads(_lines(item.path)[item.line - 1])["drawing"]]
    except (ValueError, KeyError, TypeError) as e:
        raise ValueError(f"{item.path}, line {item.line}: no Quick-Draw drawing ({e})") from e


@lru_cache(maxsize=512)
def _lines(path: Path) -> list[str]:
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as lines:
        return lines.readlines()


def _read_lists(folder: Path, files: FileLists, half: str, categories_file: str) -> Subset:
    lists = folder / files.lists
    named = list(_labelled_lines(lists / categories_file))
    categories = [name for name, _, _ in named]
    numbers = {number: index for index, (_, number, _) in enumerate(named)}
    missing: list[Path] = []

    def items(file: Path) -> list[Item]:
        found = []
        for name, number, line in _labelled_lines(file):
            if number not in numbers:
                raise ValueError(f"{file}, line {line}: {categories_file} has no category {number}")
            item = Item(folder / name, numbers[number])
            if item.path.is_file():
                found.append(item)
            else:
                missing.append(item.path)
        return found

    return Subset(categories, items(lists / files.sketches.format(half)), items(lists / files.photos.format(half)), missing)


def _labelled_lines(file: Path) -> Iterator[tuple[str, int, int]]:
    """(name, number, line) of each line `name number`; names may hold spaces, and empty lines are passed over."""
    if not file.is_file():
        raise FileNotFoundError(f"{file} is not there. Put the file lists released with ZSE-SBIR beside the dataset's pictures.")
    with open(file, encoding="utf-8-sig") as lines:
        for line, text in enumerate(lines, 1):
            if not text.strip():
                continue
            parts = text.strip().rsplit(maxsplit=1)
            if len(parts) < 2 or not parts[1].isdecimal():
                raise ValueError(f"{file}, line {line}: expected 'name number', found {text.strip()!r}")
            yield parts[0], int(parts[1]), line


def _read_folders(root: Path, part: str, split: str) -> Subset:
    sketches: list[Item] = []
    photos: list[Item] = []
    missing: list[Path] = []
    categories = _folder_categories(root, part, split)
    for label, category in enumerate(categories):
        drawn = list(_folder_sketches(root / "sketches", category, label))
        taken = [Item(path, label) for path in _pictures(root / "photos" / category)]
        missing += [] if drawn else [root / "sketches" / category]
        missing += [] if taken else [root / "photos" / category]
        sketches += drawn
        photos += taken
    return Subset(categories, sketches, photos, missing)


def _folder_categories(root: Path, part: str, split: str) -> list[str]:
    if split == WHOLE or not (root / "splits.json").exists():
        return sorted(folder.name for folder in (root / "photos").iterdir() if folder.is_dir())
    splits = data.splits(root)
    if part not in splits:
        raise ValueError(f"{root / 'splits.json'} has no list {part}; choose one of {', '.join(splits)}, or {WHOLE}.")
    return splits[part]


def _folder_sketches(folder: Path, category: str, label: int) -> Iterator[Item]:
    for path in _pictures(folder / category):
        yield Item(path, label)
    for path in (folder / f"{category}.ndjson", folder / f"{category}.ndjson.gz"):
        if path.is_file():
            yield from (Item(path, label, line) for line, text in enumerate(_lines(path), 1) if text.strip())


def _pictures(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in data.PHOTO_SUFFIXES and p.is_file())
