import threading

import numpy as np
from PIL import Image

from patchlight_network import data


def test_two_runs_may_fill_one_cache_at_once(tmp_path, monkeypatch):
    (tmp_path / "photos" / "leaf").mkdir(parents=True)
    Image.new("RGB", (8, 8), (10, 120, 30)).save(tmp_path / "photos" / "leaf" / "a.png")
    both_written, save = threading.Barrier(2, timeout=20), np.save

    def save_and_wait(*words):
        save(*words)
        both_written.wait()

    monkeypatch.setattr(np, "save", save_and_wait)
    failures = []

    def load():
        try:
            data.load_photos(tmp_path / "photos", ["leaf"], tmp_path / "cache")
        except Exception as e:
            failures.append(e)

    runs = [threading.Thread(target=load) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert failures == []
    kept = list((tmp_path / "cache").iterdir())
    assert [p.suffix for p in kept] == [".npy"]
    assert np.load(kept[0]).shape == (1, 224, 224, 3)
