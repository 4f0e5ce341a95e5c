"""Sketches and photos of some categories, wherever they come from: stroke files and folders, or a dataset's file lists."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from . import data
from .rasterizer import Stroke, rasterize
from .usage import UsageError

if TYPE_CHECKING:
    from .datasets import Subset

DATASETS = ("folders", "sketchy", "tuberlin", "quickdraw")
TEST_CLASSES = {"folders": "validation", "sketchy": "sketchy-25", "tuberlin": "tuberlin-30", "quickdraw": "quickdraw-30"}


class Pictures(ABC):
    """Labels are indices into `categories`: `sketch_label` [S] and `photo_label` [M]."""

    def __init__(self, categories: list[str], sketch_label: np.ndarray, photo_label: np.ndarray) -> None:
        self.categories = categories
        self.sketch_label = sketch_label
        self.photo_label = photo_label
        for kind, of in (("sketch", self.sketches_of), ("photo", self.photos_of)):
            empty = [c for c, found in zip(categories, of) if not len(found)]
            if empty:
                raise UsageError(f"there is no {kind} of {', '.join(empty)}: add some, or take these categories out of the split")

    @cached_property
    def sketches_of(self) -> list[np.ndarray]:
        """Indices of each category's sketches."""
        return [np.flatnonzero(self.sketch_label == c) for c in range(len(self.categories))]

    @cached_property
    def photos_of(self) -> list[np.ndarray]:
        """Indices of each category's photos."""
        return [np.flatnonzero(self.photo_label == c) for c in range(len(self.categories))]

    @property
    @abstractmethod
    def identity(self) -> str:
        """Differs where the photos differ; names what is computed from them once."""

    @abstractmethod
    def strokes(self, index: int) -> list[Stroke] | None:
        """A sketch's strokes, where it has any."""

    @abstractmethod
    def sketch(self, index: int) -> np.ndarray:
        """uint8 [224, 224], dark on white, as the program shows it to the network."""

    @abstractmethod
    def photo(self, index: int) -> np.ndarray:
        """uint8 [224, 224, 3], squashed."""


class FolderPictures(Pictures):
    """Drawings in memory, photos decoded once."""

    def __init__(self, photos: data.Photos, drawings: list[list[list[Stroke]]]) -> None:
        label = np.array([c for c, of in enumerate(drawings) for _ in of])
        super().__init__(photos.categories, label, photos.label)
        self._photos = photos
        self._drawings = [d for of in drawings for d in of]

    @property
    def identity(self) -> str:
        return "".join(self._photos.paths)

    def strokes(self, index: int) -> list[Stroke]:
        return self._drawings[index]

    def sketch(self, index: int) -> np.ndarray:
        return np.round(255 * (1 - rasterize(self._drawings[index]))).astype(np.uint8)

    def photo(self, index: int) -> np.ndarray:
        return np.array(self._photos.pixels[index])


class ListedPictures(Pictures):
    """One half of a dataset with file lists (`datasets.open_dataset`); files are read when they are asked for.

    Categories that lack all their sketches or all their photos, because the files are missing, are left out.
    """

    def __init__(self, half: Subset) -> None:
        whole = sorted({i.label for i in half.sketches} & {i.label for i in half.photos})
        new = {label: index for index, label in enumerate(whole)}
        self._sketches = [i for i in half.sketches if i.label in new]
        self._photos = [i for i in half.photos if i.label in new]
        label = lambda items: np.array([new[i.label] for i in items], np.int64)
        super().__init__([half.categories[c] for c in whole], label(self._sketches), label(self._photos))

    @property
    def identity(self) -> str:
        return "".join(str(i.path) for i in self._photos)

    def strokes(self, index: int) -> None:
        return None

    def sketch(self, index: int) -> np.ndarray:
        from .datasets import read_sketch_pixels

        return read_sketch_pixels(self._sketches[index])

    def photo(self, index: int) -> np.ndarray:
        return data.read_photo(self._photos[index].path)


def open_pictures(
    root: Path, kind: str, train_classes: str, test_classes: str | None, splits: Path | None, cache: Path
) -> tuple[Pictures, Pictures]:
    """What is trained on and what is validated on. Missing files of a dataset are counted and named, not fatal."""
    test_classes = test_classes or TEST_CLASSES[kind]
    if kind == "folders":
        return tuple(_folders(root, name, splits or root / "splits.json", cache) for name in (train_classes, test_classes))
    from .datasets import open_dataset

    try:
        dataset = open_dataset(kind, root, test_classes)
        halves = ListedPictures(dataset.train), ListedPictures(dataset.test)
        missing = dataset.missing
    except (OSError, ValueError) as e:
        raise UsageError(f"{kind} in {root} cannot be read: {e}") from e
    if not all(half.categories for half in halves):
        raise UsageError(f"none of the files that {kind}'s lists name are in {root}: put the dataset's pictures there")
    if missing:
        some = ", ".join(str(p) for p in missing[:3])
        print(f"{len(missing)} files of {kind}'s lists are not there and are left out, among them {some}")
    return halves


def _folders(root: Path, name: str, splits: Path, cache: Path) -> Pictures:
    try:
        lists = data.read_splits(splits)
    except (OSError, ValueError) as e:
        raise UsageError(f"{splits} cannot be read ({e}): write a JSON object of category lists there") from e
    if name not in lists:
        raise UsageError(f"{splits} has no list {name}, only {', '.join(lists)}")
    files = data.sketch_files(root / "sketches")
    lost = [c for c in lists[name] if c not in files or not (root / "photos" / c).is_dir()]
    if lost:
        raise UsageError(
            f"{root} lacks sketches/CATEGORY.ndjson.gz or photos/CATEGORY/ of {', '.join(lost)}: add them or take them "
            f"out of {splits.name}"
        )
    photos = data.load_photos(root / "photos", lists[name], cache)
    return FolderPictures(photos, [data.read_sketches(files[c]) for c in lists[name]])
