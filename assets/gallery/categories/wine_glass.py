"""A wine glass: foot, stem and bowl, with red, white or rosé wine or empty."""

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "garden_table", "shelf", "windowsill"]
VIEW = View(turn=(0, 360), elevation=(4, 18), fill=(0.66, 0.82))
TURNS_ALIKE = True
WINES = [
    ("#b01830", 0.62),
    ("#f2dc8a", 0.5),
    ("#b82038", 0.5),
    ("#f0a090", 0.55),
    ("#a81428", 0.7),
    ("#f4e2a0", 0.62),
]


def wine_glass(studio, rng):
    stem, deep, wide = rng.uniform(0.075, 0.1), rng.uniform(0.09, 0.115), rng.uniform(0.036, 0.045)
    rim = wide * rng.uniform(0.72, 0.88)
    z = stem
    bowl = [
        (0.0035, z),
        (0.012, z + deep * 0.05),
        (wide * 0.75, z + deep * 0.2),
        (wide, z + deep * 0.45),
        (wide * 0.93, z + deep * 0.75),
        (rim, z + deep),
    ]
    outer = shapes.curve(bowl, 8)
    thin = 0.0012
    inner = [
        (max(r - thin, 0.0), h + (0.004 if r < 0.01 else thin * (1 - (h - z) / deep)))
        for r, h in reversed(outer)
    ]
    foot = [
        (0, 0),
        (0.034, 0),
        (0.0345, 0.001),
        (0.03, 0.0025),
        (0.01, 0.006),
        (0.0042, 0.014),
        (0.0034, 0.03),
        (0.0032, stem * 0.7),
    ]
    profile = [*foot, *outer, *inner[:-1], (0, z + 0.0055)]
    parts = [shapes.lathe(profile, materials.glass("#f6fbfa"), 80)]
    colour, share = studio.pick(WINES)
    level = z + deep * share
    inside = [(r * 0.995 - thin, h + thin) for r, h in outer if z + deep * 0.06 < h < level]
    edge = inside[-1][0]
    wine = [(0, inside[0][1] - 0.001), *inside, (edge, level), (0, level)]
    liquid = materials.glass(colour, index=1.33)
    parts.append(shapes.lathe(wine, liquid, 64))
    return parts
