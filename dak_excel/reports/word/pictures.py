"""Pictures for the reports: logo and photos, turned upright, scaled to print, without their metadata."""

from __future__ import annotations

import contextlib
import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

DPI = 220
"""Print resolution of a photo; finer is not seen on an office printer and swells the file."""

_DAY = re.compile(r"(?<!\d)(20\d\d)[-_:.]?(0[1-9]|1[0-2])[-_:.]?([0-2]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture ready to be placed: its bytes (JPEG or PNG), its size on paper in mm, its alt text."""

    isi: bytes
    lebar: float
    tinggi: float
    alt: str


class BrokenPicture(Exception):
    """A picture cannot be used; the message is for the user."""


def prepare_picture(path: Path, lebar: float, tinggi: float, alt: str, png: bool = False) -> Gambar:
    """The picture at `path` fitted into a box of lebar × tinggi mm.

    `png` keeps transparency (logos). Raises `BrokenPicture`.
    """
    box = (_pixels(lebar), _pixels(tinggi))
    try:
        with _open(path) as source:
            source.draft("RGB", box)  # JPEG: decode no finer than needed
            upright = ImageOps.exif_transpose(source)
            image = upright.convert("RGBA") if png else _opaque(upright)
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as exc:
        raise BrokenPicture(
            f"Gambar {path.name} tidak dapat dibaca, jadi tidak dimuat. "
            "Buka gambar itu, simpan sebagai JPG, lalu taruh lagi."
        ) from exc
    except Image.DecompressionBombError as exc:
        raise BrokenPicture(
            f"Gambar {path.name} terlalu besar, jadi tidak dimuat. Perkecil, lalu taruh lagi."
        ) from exc
    image.thumbnail(box, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if png:
        image.save(out, "PNG", dpi=(DPI, DPI))
    else:
        image.save(out, "JPEG", quality=85, dpi=(DPI, DPI))
    scale = min(lebar / image.width, tinggi / image.height)
    return Gambar(out.getvalue(), image.width * scale, image.height * scale, alt)


def _open(path: Path) -> Image.Image:
    """The picture by what it is, whatever its name: telephones also write HEIC under the name of a JPG."""
    try:
        return Image.open(path)
    except UnidentifiedImageError:
        import pillow_heif  # late: most folders have none, and it brings libraries of its own

        pillow_heif.register_heif_opener()
        return Image.open(path)


def _opaque(image: Image.Image) -> Image.Image:
    """A picture on white paper: what is transparent would turn black in a JPEG."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")


def day_of_photo(path: Path) -> date | None:
    """The day on which a photo was taken, as its camera wrote it (EXIF), else as the name that a telephone
    gave it tells (`IMG-20230615-WA0001`); None when neither does."""
    try:
        with _open(path) as image:
            exif = image.getexif()
            told = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal) or exif.get(
                ExifTags.Base.DateTime
            )
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        told = None
    for text in (str(told or ""), path.stem):
        if found := _DAY.search(text):
            with contextlib.suppress(ValueError):
                return date(int(found[1]), int(found[2]), int(found[3]))
    return None


def prepare_pictures(
    foto: list[tuple[Path, str]], lebar: float, tinggi: float
) -> tuple[list[Gambar | None], list[str]]:
    """Photos (path, alt text) in their order, None for one that cannot be used; and what to say of those."""
    notes: list[str] = []

    def one(item: tuple[Path, str]) -> Gambar | None:
        try:
            return prepare_picture(item[0], lebar, tinggi, item[1])
        except BrokenPicture as exc:
            notes.append(str(exc))
            return None

    with ThreadPoolExecutor(max_workers=2) as pool:  # Pillow lets go of the interpreter while it decodes
        pictures = list(pool.map(one, foto))
    return pictures, sorted(notes)


def _pixels(mm: float) -> int:
    return round(mm / 25.4 * DPI)
