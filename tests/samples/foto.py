"""Drawn pictures in place of photos: a room, people, a banner, things on a table; and a coat of arms."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageFont

UKURAN = (1024, 683)
_KULIT = ((141, 96, 70), (164, 116, 84), (186, 140, 104))
_BAJU = ((38, 70, 120), (150, 40, 52), (40, 110, 82), (196, 150, 60), (96, 60, 120), (220, 220, 214))


def foto(teks: str, benih: int, luar: bool = False, barisan: int = 3) -> bytes:
    """A JPEG of some 60 KB: people in rows of seven, in a hall or outdoors, before a banner with the text."""
    acak = random.Random(benih)
    gambar = _latar(acak, luar)
    pena = ImageDraw.Draw(gambar)
    _spanduk(pena, teks)
    for baris in range(3 - barisan, 3):
        for ke in range(7):
            x = 70 + ke * 140 + acak.randint(-25, 25) + (baris % 2) * 60
            _orang(pena, acak, x, 360 + baris * 95, 1 + baris * 0.25)
        if not luar:
            pena.rectangle((0, 470 + baris * 95, 1024, 490 + baris * 95), fill=(120 - baris * 12, 84, 52))
            _barang(pena, acak, 462 + baris * 95)
    return _jpeg(gambar, acak)


def foto_produk(warna: Sequence[tuple[int, int, int]], benih: int) -> bytes:
    """A JPEG of patterned cloth or plaited ware laid out on a table."""
    acak = random.Random(benih)
    gambar = _latar(acak, luar=False)
    pena = ImageDraw.Draw(gambar)
    for ke in range(5):
        x, y = 60 + ke * 190, 230 + (ke % 2) * 60
        pena.rectangle((x, y, x + 160, y + 260), fill=warna[ke % len(warna)], outline=(70, 50, 40), width=3)
        for garis in range(0, 240, 26):
            for kotak in range(0, 140, 26):
                pena.ellipse(
                    (x + kotak + 5, y + garis + 5, x + kotak + 20, y + garis + 20),
                    fill=warna[(ke + 1) % len(warna)],
                )
    pena.rectangle((0, 560, 1024, 683), fill=(126, 90, 58))
    return _jpeg(gambar, acak)


def _latar(acak: random.Random, luar: bool) -> Image.Image:
    gambar = Image.new("RGB", UKURAN)
    pena = ImageDraw.Draw(gambar)
    atas, bawah = ((120, 170, 220), (90, 130, 80)) if luar else ((232, 226, 210), (176, 160, 140))
    for y in range(UKURAN[1]):
        bagi = y / UKURAN[1]
        pena.line(
            (0, y, UKURAN[0], y),
            fill=tuple(int(a + (b - a) * bagi) for a, b in zip(atas, bawah, strict=True)),
        )
    for ke in range(6):
        x = ke * 180 + acak.randint(-20, 20)
        if luar:
            pena.polygon([(x - 90, 300), (x, 120), (x + 90, 300)], fill=(50, 100 + ke * 6, 60))
        else:
            pena.rectangle((x, 60, x + 70, 250), fill=(206, 222, 230), outline=(120, 110, 96), width=4)
    return gambar


def _spanduk(pena: ImageDraw.ImageDraw, teks: str) -> None:
    pena.rectangle((112, 110, 912, 230), fill=(24, 66, 130), outline=(240, 200, 80), width=6)
    huruf = ImageFont.load_default(30)
    baris = _pecah(teks, 42)
    for ke, isi in enumerate(baris):
        lebar = pena.textlength(isi, font=huruf)
        pena.text((512 - lebar / 2, 170 - 20 * len(baris) + ke * 40), isi, font=huruf, fill=(255, 255, 255))


def _pecah(teks: str, lebar: int) -> list[str]:
    baris = [""]
    for kata in teks.split():
        if len(baris[-1]) + len(kata) > lebar:
            baris.append("")
        baris[-1] = f"{baris[-1]} {kata}".strip()
    return baris[:2]


def _orang(pena: ImageDraw.ImageDraw, acak: random.Random, x: int, y: int, skala: float) -> None:
    baju = acak.choice(_BAJU)
    lebar, tinggi = 38 * skala, 80 * skala
    pena.rounded_rectangle((x - lebar, y, x + lebar, y + tinggi), radius=int(18 * skala), fill=baju)
    kepala = 21 * skala
    pena.ellipse((x - kepala, y - 2 * kepala, x + kepala, y + 4), fill=acak.choice(_KULIT))
    if acak.random() < 0.5:
        pena.chord((x - kepala - 3, y - 2 * kepala - 4, x + kepala + 3, y), 180, 360, fill=(30, 24, 22))
    else:
        pena.chord(
            (x - kepala - 5, y - 2 * kepala - 6, x + kepala + 5, y + 14), 150, 390, fill=acak.choice(_BAJU)
        )
        pena.ellipse((x - kepala * 0.7, y - 1.6 * kepala, x + kepala * 0.7, y - 2), fill=acak.choice(_KULIT))


def _barang(pena: ImageDraw.ImageDraw, acak: random.Random, y: int) -> None:
    for _ in range(9):
        x = acak.randint(20, 1000)
        pena.rectangle((x, y, x + acak.randint(14, 40), y + 10), fill=acak.choice(_BAJU))


def _jpeg(gambar: Image.Image, acak: random.Random) -> bytes:
    derau = Image.frombytes("L", UKURAN, acak.randbytes(UKURAN[0] * UKURAN[1])).filter(
        ImageFilter.GaussianBlur(1)
    )
    lapis = Image.merge("RGB", (derau, derau, derau))
    hasil = Image.blend(gambar.filter(ImageFilter.GaussianBlur(0.8)), lapis, 0.10)
    keluaran = io.BytesIO()
    hasil.save(keluaran, "JPEG", quality=72)
    return keluaran.getvalue()


def lambang(warna: tuple[int, int, int], benih: int) -> bytes:
    """A PNG of an invented coat of arms, 240 × 300 pixels, transparent around."""
    acak = random.Random(benih)
    gambar = Image.new("RGBA", (240, 300), (0, 0, 0, 0))
    pena = ImageDraw.Draw(gambar)
    pena.polygon(
        [(20, 20), (220, 20), (220, 170), (120, 285), (20, 170)], fill=warna, outline=(230, 190, 70), width=8
    )
    pena.ellipse((75, 60, 165, 150), fill=(240, 210, 90))
    pena.polygon([(120, 70), (150, 140), (90, 140)], fill=warna)
    for ke in range(5):
        x = 45 + ke * 32 + acak.randint(-3, 3)
        pena.line((x, 215 - abs(ke - 2) * 18, x + 20, 200 - abs(ke - 2) * 18), fill=(255, 255, 255), width=7)
    pena.rectangle((34, 158, 206, 168), fill=(255, 255, 255))
    keluaran = io.BytesIO()
    gambar.save(keluaran, "PNG", optimize=True)
    return keluaran.getvalue()
