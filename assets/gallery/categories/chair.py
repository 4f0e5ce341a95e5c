"""A wooden chair: four legs, a seat, and a back of slats, spindles or one panel."""

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "lawn", "floor", "street", "paper", "floor"]
VIEW = View(turn=(18, 62), elevation=(8, 24), fill=(0.62, 0.8), lens=(32, 60), blur=0.6)
TIMBERS = [("#c08a52", "#7d4f2a"), ("#5e3a22", "#33200f"), ("#d9b888", "#a98250"), ("#8a5a34", "#54331b")]
PAINTS = ["#d8d4ca", "#2f5a5f", "#b5382c", "#26282a", "#d9a530"]


def chair(studio, rng):
    wide, deep, seat, tall = (
        rng.uniform(0.4, 0.47),
        rng.uniform(0.4, 0.46),
        rng.uniform(0.43, 0.47),
        rng.uniform(0.8, 0.98),
    )
    if studio.variant % 3 == 2:
        frame = materials.plain(studio.pick(PAINTS), 0.4)
    else:
        frame = materials.wood(*studio.pick(TIMBERS), 20, along="z")
    style = studio.pick(["slats", "spindles", "panel"])
    parts = [shapes.box((wide, deep, 0.035), (0, 0, seat - 0.0175), frame, 0.012)]
    x, y, splay, lean = wide / 2 - 0.03, deep / 2 - 0.03, rng.uniform(0.0, 0.045), rng.uniform(0.04, 0.09)
    thick = rng.uniform(0.015, 0.021)
    for side in (-1, 1):
        parts.append(
            shapes.rod(
                (side * x, -y, seat - 0.02),
                (side * (x + splay), -y - splay, 0),
                thick,
                frame,
                tip=thick * 0.75,
            )
        )
        parts.append(
            shapes.rod(
                (side * x, y, seat - 0.02), (side * (x + splay), y + splay, 0), thick, frame, tip=thick * 0.75
            )
        )
        parts.append(
            shapes.rod((side * x, y, seat - 0.03), (side * x, y + lean, tall), thick, frame, tip=thick * 0.85)
        )
        parts.append(
            shapes.rod(
                (side * (x + splay * 0.6), -y - splay * 0.6, seat * 0.4),
                (side * (x + splay * 0.6), y + splay * 0.6, seat * 0.4),
                thick * 0.6,
                frame,
            )
        )

    def back(z):
        return y + lean * (z - seat) / (tall - seat)

    parts.append(shapes.box((2 * x + 0.05, 0.026, 0.07), (0, back(tall - 0.02), tall - 0.02), frame, 0.01))
    if style == "slats":
        for k in range(1, 4):
            z = seat + (tall - seat - 0.04) * k / 4
            parts.append(shapes.box((2 * x, 0.016, 0.045), (0, back(z), z), frame, 0.006))
    elif style == "spindles":
        for k in range(-2, 3):
            across = k * x / 3
            parts.append(
                shapes.rod(
                    (across, y, seat - 0.01), (across * 1.05, back(tall - 0.04), tall - 0.04), 0.008, frame
                )
            )
    else:
        middle = (seat + tall) / 2 + 0.03
        parts.append(
            shapes.box((2 * x, 0.014, (tall - seat) * 0.55), (0, back(middle), middle), frame, 0.006)
        )
    if rng.random() < 0.5:
        cushion = shapes.box(
            (wide - 0.05, deep - 0.07, 0.045),
            (0, -0.01, seat + 0.02),
            materials.cloth(rng.choice(["#b5533c", "#d9cfba", "#44617a", "#6f7f55"])),
            0.02,
        )
        parts.append(cushion)
    return parts
