"""Draws the sample sketches: one for each category of the built-in gallery, by program paths with a hand's wobble.

No person drew them. Each is a few strokes through hand-placed points; the pen takes a smooth way through them, trembles,
misses its ends a little, and slows in bends. Run from the repository's root (needs NumPy):

    python3 assets/gallery/sketches_draw.py

writes assets/patchlight/sketches/<category>.ndjson, raw Quick-Draw layout, one drawing a file.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[1] / "patchlight" / "sketches"

STEP = 7.0  # units between samples; a sketch is about 400 units tall
PAUSE = 280  # milliseconds between strokes
SPEED = 0.45  # units a millisecond on straight ways

Points = list[tuple[float, float]]


def oval(x: float, y: float, rx: float, ry: float, start: float = -100, turn: float = 372) -> Points:
    """An ellipse from `start` degrees (0 is right, 90 is down), a little past its beginning, as hands do."""
    angles = np.radians(np.linspace(start, start + turn, max(5, round(abs(turn) / 20))))
    return [(x + rx * np.cos(a), y + ry * np.sin(a)) for a in angles]


def corners(*points: tuple[float, float]) -> Points:
    """Straight ways between points: each inner point is doubled, so that the smooth way turns sharply there."""
    return [points[0], *(p for point in points[1:-1] for p in (point, point)), points[-1]]


SKETCHES: dict[str, list[Points]] = {
    "apple": [
        [(250, 170), (205, 145), (145, 165), (115, 235), (130, 330), (180, 400), (225, 408), (252, 395), (285, 408),
         (330, 395), (375, 320), (388, 235), (355, 165), (300, 145), (250, 172)],
        [(250, 175), (252, 140), (268, 98)],
        [(258, 130), (290, 98), (335, 100), (318, 128), (262, 130)],
    ],
    "candle": [
        oval(250, 190, 52, 13),
        corners((198, 192), (200, 400)),
        corners((302, 192), (300, 402)),
        [(200, 400), (225, 411), (250, 413), (278, 411), (300, 402)],
        [(250, 188), (248, 172), (251, 158)],
        [(250, 160), (230, 140), (234, 112), (252, 72), (268, 112), (270, 140), (250, 161)],
        oval(250, 406, 112, 28, -28, 236),
    ],
    "chair": [
        corners((160, 80), (168, 265)),
        corners((300, 70), (304, 250)),
        [(160, 82), (230, 72), (300, 70)],
        [(163, 130), (232, 121), (301, 118)],
        [(165, 178), (232, 168), (302, 166)],
        corners((168, 265), (304, 250), (350, 300), (190, 318), (168, 265)),
        corners((190, 318), (192, 442)),
        corners((350, 300), (350, 425)),
        corners((172, 318), (168, 398)),
        corners((310, 306), (312, 385)),
    ],
    "donut": [
        oval(250, 250, 170, 150),
        oval(250, 240, 58, 44),
        [(88, 262), (120, 300), (160, 288), (200, 322), (250, 308), (300, 324), (345, 290), (380, 305), (414, 262)],
        corners((150, 180), (172, 168)),
        corners((210, 140), (228, 152)),
        corners((310, 150), (328, 138)),
        corners((350, 210), (368, 222)),
        corners((140, 240), (158, 250)),
        corners((330, 262), (345, 248)),
    ],
    "hot_air_balloon": [
        [(215, 345), (170, 290), (128, 225), (125, 150), (175, 88), (250, 66), (325, 88), (375, 150), (372, 225),
         (330, 290), (285, 345)],
        corners((215, 345), (285, 345)),
        [(215, 345), (190, 250), (196, 140), (250, 66)],
        [(285, 345), (310, 250), (304, 140), (250, 66)],
        corners((218, 346), (228, 395)),
        corners((282, 346), (272, 395)),
        corners((224, 395), (276, 395), (271, 440), (229, 440), (224, 395)),
    ],
    "hourglass": [
        corners((150, 75), (350, 72)),
        corners((150, 75), (150, 98), (350, 96), (350, 72)),
        corners((150, 402), (350, 404), (350, 428), (150, 427), (150, 402)),
        [(172, 98), (172, 150), (196, 200), (238, 242), (240, 258), (198, 300), (172, 350), (172, 402)],
        [(328, 98), (328, 150), (304, 200), (262, 242), (260, 258), (302, 300), (328, 350), (328, 404)],
        [(190, 185), (250, 178), (312, 184)],
        corners((250, 250), (250, 360)),
        [(178, 398), (205, 372), (250, 352), (298, 374), (322, 399)],
    ],
    "ice_cream": [
        corners((165, 232), (250, 445), (338, 230)),
        [(158, 234), (150, 190), (176, 140), (250, 112), (322, 138), (350, 190), (342, 232)],
        [(158, 234), (180, 252), (205, 236), (230, 256), (256, 238), (284, 256), (312, 236), (342, 232)],
        corners((188, 262), (282, 362)),
        corners((232, 258), (302, 320)),
        corners((312, 258), (220, 362)),
        corners((262, 256), (200, 318)),
        oval(252, 92, 21, 20),
        [(256, 72), (268, 52), (288, 44)],
    ],
    "lighthouse": [
        corners((208, 158), (180, 428)),
        corners((292, 156), (320, 428)),
        corners((150, 428), (352, 430)),
        corners((196, 158), (304, 156)),
        corners((218, 158), (218, 108), (282, 107), (282, 156)),
        [(210, 108), (226, 84), (250, 70), (275, 84), (291, 108)],
        corners((210, 108), (291, 108)),
        corners((203, 220), (298, 240)),
        corners((197, 270), (304, 292)),
        corners((192, 325), (310, 350)),
        corners((236, 428), (236, 390), (262, 390), (262, 428)),
        corners((294, 126), (398, 96)),
        corners((294, 138), (400, 158)),
    ],
    "mug": [
        oval(220, 150, 115, 27),
        [(106, 152), (109, 260), (116, 360), (128, 395), (170, 415), (222, 420), (275, 414), (313, 394), (325, 360),
         (331, 260), (334, 152)],
        [(332, 205), (378, 190), (412, 225), (410, 280), (376, 325), (326, 330)],
        [(329, 235), (362, 222), (382, 245), (380, 275), (360, 296), (328, 300)],
        [(180, 112), (168, 92), (186, 72), (176, 48)],
        [(252, 110), (240, 90), (258, 70), (248, 46)],
    ],
    "mushroom": [
        [(88, 255), (95, 180), (150, 115), (250, 88), (350, 115), (405, 180), (413, 255)],
        [(88, 255), (160, 278), (250, 285), (340, 278), (413, 255)],
        [(205, 284), (210, 340), (200, 400), (215, 425), (250, 431), (288, 425), (302, 400), (290, 340), (295, 283)],
        oval(190, 180, 27, 22),
        oval(290, 150, 24, 18),
        oval(335, 220, 22, 17),
    ],
    "snowman": [
        oval(250, 365, 105, 88),
        oval(250, 222, 74, 64),
        oval(250, 120, 50, 46),
        oval(234, 110, 4, 5, 0, 330),
        oval(268, 110, 4, 5, 0, 330),
        corners((250, 122), (300, 130), (250, 134)),
        [(230, 143), (250, 152), (271, 143)],
        corners((196, 80), (304, 78)),
        corners((216, 79), (216, 30), (284, 30), (284, 79)),
        corners((180, 210), (105, 160)),
        corners((322, 210), (398, 156)),
        oval(250, 205, 5, 5, 0, 340),
        oval(251, 240, 5, 5, 0, 340),
    ],
    "wine_glass": [
        oval(250, 90, 82, 18),
        [(168, 92), (160, 150), (172, 210), (210, 252), (248, 264)],
        [(332, 92), (340, 150), (328, 210), (290, 252), (252, 264)],
        [(163, 165), (205, 178), (250, 182), (295, 178), (337, 165)],
        corners((249, 264), (247, 408)),
        oval(248, 418, 85, 17),
    ],
}  # fmt: skip


def pen_way(points: Points) -> np.ndarray:
    """A Catmull-Rom curve through the points, sampled every STEP units, [samples, 2]."""
    p = np.array([points[0], *points, points[-1]], float)
    way = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        t = np.linspace(0, 1, max(2, int(np.hypot(*(c - b)) / 1.5)), endpoint=False)[:, None]
        way.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    dense = np.concatenate([*way, p[-1:]])
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(dense, axis=0).T))])
    at = np.linspace(0, along[-1], max(2, round(along[-1] / STEP) + 1))
    return np.stack([np.interp(at, along, dense[:, k]) for k in range(2)], 1)


def by_hand(way: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The same way with slow drift, tremble, and a start and end that miss by a little."""
    steps = np.arange(len(way))
    drift = sum(
        rng.normal(0, 1.6, 2) * np.sin(steps[:, None] / rng.uniform(5, 16) + rng.uniform(0, 6, 2)) for _ in range(3)
    )
    size = min(1.0, len(way) / 12)  # a short stroke leaves no room to drift
    return way + size * drift + rng.normal(0, 0.35, way.shape) + size * rng.normal(0, 1.5, 2)


def times(way: np.ndarray, start: float) -> np.ndarray:
    """Milliseconds at each sample: hands slow in bends."""
    ahead = np.diff(way, axis=0)
    turn = np.abs(np.diff(np.unwrap(np.arctan2(ahead[:, 1], ahead[:, 0])), prepend=0))
    turn[0] = 0
    return start + np.concatenate([[0], np.cumsum(np.hypot(*ahead.T) / SPEED * (1 + 1.5 * turn.clip(0, 1)))])


def draw(category: str) -> str:
    rng = np.random.default_rng(zlib.crc32(category.encode()))
    drawing, clock = [], 0.0
    for points in SKETCHES[category]:
        way = by_hand(pen_way(points), rng)
        at = times(way, clock)
        clock = at[-1] + PAUSE
        drawing.append([way[:, 0].round(1).tolist(), way[:, 1].round(1).tolist(), at.round().astype(int).tolist()])
    return json.dumps({"word": category, "drawing": drawing}, separators=(",", ":"))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for category in SKETCHES:
        (FOLDER / f"{category}.ndjson").write_text(draw(category) + "\n")
