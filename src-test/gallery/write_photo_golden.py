"""Writes small photos of every kind with what Pillow makes of them: `python src-test/gallery/write_photo_golden.py`.

Each picture is turned upright, laid over white and squashed to 32 × 32 with Pillow's BILINEAR resize; the result lies
beside it as .rgb, three bytes a pixel.
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

OUT = Path(__file__).parents[1] / "golden" / "photos"
SIDE = 32


def scene(width: int, height: int) -> np.ndarray:
    """A gradient with shapes and a little noise: no symmetry that could hide a wrong turn."""
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([255 * x / width, 255 * y / height, 128 + 80 * np.sin(x / 7 + y / 11)], -1)
    picture[height // 8 : height // 3, width // 10 : width // 4] = (250, 30, 20)
    picture[(x - 0.7 * width) ** 2 + (y - 0.6 * height) ** 2 < (height / 6) ** 2] = (20, 60, 240)
    return np.clip(picture + np.random.default_rng(7).normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


def over_white(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB")
    return image.convert("RGB")


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    wide = Image.fromarray(scene(90, 57))
    fade = Image.fromarray(np.linspace(0, 255, 90 * 57).reshape(57, 90).astype(np.uint8))
    clear = wide.copy()
    clear.putalpha(fade)
    wide.save(OUT / "rgb.png")
    wide.convert("L").save(OUT / "grey.png")
    clear.save(OUT / "alpha.png")
    clear.convert("LA").save(OUT / "grey-alpha.png")
    palette = wide.quantize(16)
    palette.save(OUT / "palette.png", transparency=3)
    Image.fromarray(np.asarray(wide.convert("L")).astype(np.uint16) * 257).save(OUT / "sixteen.png")
    wide.save(OUT / "plain.bmp")
    wide.save(OUT / "lzw.tif", compression="tiff_lzw")
    wide.save(OUT / "lossless.webp", lossless=True)
    palette.save(OUT / "still.gif")
    palette.save(OUT / "moving.gif", save_all=True, append_images=[palette.rotate(180)])
    Image.fromarray(scene(5, 9)).save(OUT / "tiny.png")
    Image.fromarray(scene(1, 1)).save(OUT / "pixel.png")
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        wide.save(OUT / f"turned-{orientation}.jpg", quality=90, exif=exif)
    wide.save(OUT / "progressive.jpg", quality=90, progressive=True)
    wide.convert("L").save(OUT / "grey.jpg", quality=90)
    (OUT / "mislabelled.jpg").write_bytes((OUT / "rgb.png").read_bytes())
    for file in sorted(OUT.iterdir()):
        if file.suffix != ".rgb":
            upright = over_white(ImageOps.exif_transpose(Image.open(file)))
            squashed = upright.resize((SIDE, SIDE), Image.Resampling.BILINEAR)
            file.with_name(file.name + ".rgb").write_bytes(squashed.tobytes())


if __name__ == "__main__":
    main()
