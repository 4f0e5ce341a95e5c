import gzip
import json

import numpy as np
import pytest
from PIL import Image, ImageDraw

from patchlight_network import datasets, sketch_picture
from patchlight_network.rasterizer import rasterize

DRAWING = json.dumps({"drawing": [[[0, 100], [0, 50]], [[0, 100], [50, 0]]]})
LAYOUTS = {
    # kind, split: folder, list folder, sketch list, photo list, a sketch's and a photo's path with {} for its category
    ("sketchy", "sketchy-25"): (
        "Sketchy",
        "zeroshot1",
        "sketch_tx_000000000000_ready_filelist_{}.txt",
        "all_photo_filelist_{}.txt",
        "256x256/sketch/tx_000000000000_ready/{}/n1-1.png",
        "EXTEND_image_sketchy_ready/{}/ext_1.jpg",
    ),
    ("sketchy", "sketchy-21"): (
        "Sketchy",
        "zeroshot0",
        "sketch_tx_000000000000_ready_filelist_{}.txt",
        "all_photo_filelist_{}.txt",
        "256x256/sketch/tx_000000000000_ready/{}/n1-1.png",
        "256x256/photo/tx_000000000000_ready/{}/n1.jpg",
    ),
    ("tuberlin", "tuberlin-30"): (
        "TUBerlin",
        "zeroshot",
        "png_ready_filelist_{}.txt",
        "ImageResized_ready_filelist_{}.txt",
        "png_ready/{}/1.png",
        "ImageResized_ready/{}/n1.JPEG",
    ),
    ("quickdraw", "quickdraw-30"): (
        "QuickDraw",
        "zeroshot",
        "sketch_{}.txt",
        "all_photo_{}.txt",
        "sketches/{}/51.png",
        "images/{}/image_1.jpg",
    ),
}


def save(path, picture):
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def build(root, kind, split, half="zero", categories=("alarm clock", "bus")):
    """A copy of the released layout with one sketch and one photo a category; gives the lists' folder."""
    folder, lists, sketch_list, photo_list, sketch, photo = LAYOUTS[kind, split]
    numbered = list(enumerate(categories))
    lists = root / folder / lists
    write(lists / ("cname_cid_zero.txt" if half == "zero" else "cname_cid.txt"), "".join(f"{c} {i}\n" for i, c in numbered))
    for name, path in ((sketch_list, sketch), (photo_list, photo)):
        write(lists / name.format(half), "".join(f"{path.format(c)} {i}\n" for i, c in numbered))
        for _, c in numbered:
            save(root / folder / path.format(c), Image.new("RGB", (40, 30), "white"))
    return lists


@pytest.mark.parametrize("kind, split", LAYOUTS)
def test_released_layouts_are_read_through_their_lists(tmp_path, kind, split):
    build(tmp_path, kind, split)
    build(tmp_path, kind, split, "train", ("cow", "bat", "ant"))
    dataset = datasets.open_dataset(kind, tmp_path, split)
    assert dataset.test.categories == ["alarm clock", "bus"]
    assert [item.label for item in dataset.test.sketches] == [item.label for item in dataset.test.photos] == [0, 1]
    assert dataset.test.photos[0].path == tmp_path / LAYOUTS[kind, split][0] / LAYOUTS[kind, split][5].format("alarm clock")
    assert dataset.train.categories == ["cow", "bat", "ant"]
    assert len(dataset.train.sketches) == len(dataset.train.photos) == 3
    assert dataset.missing == []


def test_the_datasets_own_folder_may_be_named_too(tmp_path):
    build(tmp_path, "tuberlin", "tuberlin-30")
    assert len(datasets.open_dataset("tuberlin", tmp_path / "TUBerlin", "tuberlin-30").test.photos) == 2


def test_testing_needs_no_training_lists(tmp_path):
    build(tmp_path, "sketchy", "sketchy-25")
    dataset = datasets.open_dataset("sketchy", tmp_path, "sketchy-25")
    assert len(dataset.test.sketches) == 2
    with pytest.raises(FileNotFoundError, match="cname_cid.txt"):
        dataset.train


def test_missing_files_are_listed_and_the_others_read(tmp_path):
    build(tmp_path, "quickdraw", "quickdraw-30")
    gone = tmp_path / "QuickDraw/images/bus/image_1.jpg"
    gone.unlink()
    test = datasets.open_dataset("quickdraw", tmp_path, "quickdraw-30").test
    assert test.missing == [gone]
    assert [item.label for item in test.photos] == [0]


@pytest.mark.parametrize("wrong", ["png_ready/bus/1.png", "png_ready/bus/1.png bus", "7", "png_ready/bus/1.png -1", "png_ready/bus/1.png 2"])
def test_a_wrong_line_is_named_with_its_file(tmp_path, wrong):
    lists = build(tmp_path, "tuberlin", "tuberlin-30")
    write(lists / "png_ready_filelist_zero.txt", f"png_ready/bus/1.png 1\n\n{wrong}\n")
    with pytest.raises(ValueError, match=r"png_ready_filelist_zero\.txt, line 3"):
        datasets.open_dataset("tuberlin", tmp_path, "tuberlin-30").test


def test_unknown_datasets_and_splits_are_refused_with_the_known_ones(tmp_path):
    with pytest.raises(ValueError, match="sketchy, tuberlin, quickdraw, folders"):
        datasets.open_dataset("imagenet", tmp_path, "all")
    with pytest.raises(ValueError, match="sketchy-25, sketchy-21"):
        datasets.open_dataset("sketchy", tmp_path, "tuberlin-30")


@pytest.fixture
def folders(tmp_path):
    for category in ("ant", "bus", "cow"):
        save(tmp_path / "photos" / category / "b.jpg", Image.new("RGB", (30, 20), "red"))
        save(tmp_path / "photos" / category / "a.png", Image.new("RGB", (30, 20), "red"))
    write(tmp_path / "photos/ant/notes.txt", "no photo")
    write(tmp_path / "sketches/ant.ndjson", f"{DRAWING}\n\n{DRAWING}\n")
    with gzip.open(tmp_path / "sketches/bus.ndjson.gz", "wt") as zipped:
        zipped.write(DRAWING + "\n")
    save(tmp_path / "sketches/cow/1.png", Image.new("L", (30, 20), 255))
    return tmp_path


def test_plain_folders_hold_drawings_or_pictures(folders):
    test = datasets.open_dataset("folders", folders, "all").test
    assert test.categories == ["ant", "bus", "cow"]
    assert [(item.label, item.line) for item in test.sketches] == [(0, 1), (0, 3), (1, 1), (2, None)]
    assert [item.path.name for item in test.photos if item.label == 0] == ["a.png", "b.jpg"]


def test_splits_divide_the_categories_of_folders(folders):
    write(folders / "splits.json", json.dumps({"train": ["cow"], "validation": ["bus", "elk"]}))
    dataset = datasets.open_dataset("folders", folders, "validation")
    assert dataset.train.categories == ["cow"]
    assert dataset.test.categories == ["bus", "elk"]
    assert dataset.test.missing == [folders / "sketches/elk", folders / "photos/elk"]
    with pytest.raises(ValueError, match="train, validation"):
        datasets.open_dataset("folders", folders, "testing").test


def test_drawings_are_rasterized_like_everywhere(folders):
    item = datasets.open_dataset("folders", folders, "all").test.sketches[2]
    pixels = datasets.read_sketch_pixels(item)
    assert pixels.dtype == np.uint8
    assert np.abs(pixels / 255 - (1 - rasterize(datasets.read_drawing(item)))).max() < 0.003


def test_a_line_that_is_no_drawing_is_named(tmp_path):
    path = write(tmp_path / "ant.ndjson", f"{DRAWING}\n{{}}\n")
    with pytest.raises(ValueError, match=r"ant\.ndjson, line 2"):
        datasets.read_sketch_pixels(datasets.Item(path, 0, 2))


def cross(paper, ink, mode="RGB", size=(256, 200)):
    picture = Image.new(mode, size, paper)
    pen = ImageDraw.Draw(picture)
    pen.line((100, 60, 200, 110), ink, 3)
    pen.line((100, 110, 200, 60), ink, 3)
    return picture


BLACK_ON_WHITE = sketch_picture.fitted(cross("white", "black"))


def test_a_sketch_is_cropped_with_padding_and_fills_the_longer_side():
    rows, columns = np.nonzero(BLACK_ON_WHITE < 128)
    scale = 224 / (103 + 20)  # three-pixel lines end a pixel beyond their points
    assert BLACK_ON_WHITE.shape == (224, 224)
    assert columns.min() == pytest.approx(10 * scale, abs=3)
    assert columns.max() == pytest.approx(224 - 10 * scale, abs=3)
    assert rows.min() + rows.max() == pytest.approx(223, abs=3)


def test_black_on_white_keeps_its_tones():
    assert BLACK_ON_WHITE.min() == 0
    assert BLACK_ON_WHITE[0].min() == 255


@pytest.mark.parametrize(
    "picture",
    [
        cross("white", (150, 150, 150)),
        cross("white", "yellow"),
        cross("black", "white"),
        cross((40, 40, 60), "yellow"),
        cross((0, 0, 0, 0), (255, 255, 255, 255), "RGBA"),
        cross((0, 0, 0, 0), (0, 0, 0, 255), "RGBA"),
        cross(255, 0, "L"),
        cross(1, 0, "1"),
    ],
    ids=["grey", "yellow", "inverted", "yellow on dark", "white on transparent", "black on transparent", "L", "1"],
)
def test_other_inks_and_papers_give_the_same_picture(picture):
    assert np.abs(sketch_picture.fitted(picture).astype(int) - BLACK_ON_WHITE).max() <= 2


@pytest.mark.parametrize("paper", ["white", "black", "yellow", (250, 251, 252)])
def test_a_blank_sheet_is_white(paper):
    assert (sketch_picture.fitted(Image.new("RGB", (60, 90), paper)) == 255).all()


def test_ink_at_the_edge_and_single_dots_have_an_answer():
    picture = Image.new("L", (300, 300), 255)
    picture.putpixel((299, 299), 0)
    assert (sketch_picture.fitted(picture) < 128).any()
