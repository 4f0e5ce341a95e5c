import numpy as np

from patchlight_network.evaluate_bundle import program_order
from patchlight_network.evaluate_photos import TOP, first_photos


def test_first_photos_are_those_of_the_programs_order() -> None:
    random = np.random.default_rng(7)
    gallery, queries = random.normal(size=(600, 24)), random.normal(size=(3, 24))
    gallery, queries = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (gallery, queries))
    similarities, photos = first_photos(queries, gallery)
    np.testing.assert_array_equal(photos, program_order(queries, gallery)[:, :TOP])
    assert (np.diff(similarities) <= 0).all() and similarities.max() <= 1
