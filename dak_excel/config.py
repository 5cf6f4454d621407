"""Settings: what a run does and where, from the command line, the environment and `dak-excel.yaml`.

The command line goes before the environment (`DAK_EXCEL_KERTAS=A4`), that before the file, that before
the defaults. The file is looked for in the current folder, then in the user's configuration folder.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

NAMA_BERKAS = "dak-excel.yaml"


class PengaturanKeliru(ValueError):
    """A setting is wrong. The message is for the user, in Bahasa Indonesia."""


class Surel(BaseModel):
    """SMTP server and addresses for mailing the morning page."""

    model_config = ConfigDict(extra="forbid")

    server: str
    port: int = 587
    tls: bool = True
    pengguna: str = ""
    sandi: SecretStr = SecretStr("")
    dari: str
    kepada: tuple[str, ...]


class Pengaturan(BaseSettings):
    """All settings of a run; paths are as given, relative ones to the current folder."""

    model_config = SettingsConfigDict(env_prefix="DAK_EXCEL_", env_nested_delimiter="__", extra="forbid")

    masukan: Path = Path("input_samples")
    keluaran: Path = Path("output")
    tahun: int = 2023
    per: date = Field(default_factory=date.today)
    semester: Literal["1", "2", "akhir"] | None = None
    kertas: Literal["F4", "A4"] = "F4"
    nik_penuh: bool = False
    pdf: bool = False
    tata_letak: bool = True
    """Whether LibreOffice, where it is found, fills in page numbers of contents pages: 2 to 4 s a daerah."""
    pekerja: int = Field(default=1, ge=1, le=64)
    paksa: bool = False
    klaster: str = ""
    templat: Path | None = None
    """Folder of the dinas's own Word templates; the built-in ones otherwise."""
    kosakata: Path | None = None
    """The dinas's own words for column headings (same form as `kolom.yaml`)."""
    juknis: Path | None = None
    """Folder with further juknis files, `2024.yaml` …"""
    batas_detik: float = Field(default=60, gt=0)
    batas_memori_mib: int = Field(default=1024, ge=64)
    surel: Surel | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line, environment, then the YAML file."""
        files = [Path(platformdirs.user_config_dir("dak-excel")) / NAMA_BERKAS, Path(NAMA_BERKAS)]
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls, yaml_file=files)


def muat(**given: Any) -> Pengaturan:
    """The settings of a run; values that are None were not given.

    Raises `PengaturanKeliru` when a value does not fit, naming the setting.
    """
    try:
        return Pengaturan(**{k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        parts = [f"«{'.'.join(map(str, e['loc']))}» ({e['input']!r})" for e in error.errors()]
        raise PengaturanKeliru(
            f"Pengaturan berikut tidak dapat dipakai: {', '.join(parts)}. "
            f"Perbaiki di baris perintah atau di berkas {NAMA_BERKAS}."
        ) from error
    except Exception as error:  # YAML that cannot be parsed comes as the parser's own error
        raise PengaturanKeliru(
            f"Berkas pengaturan {NAMA_BERKAS} tidak dapat dibaca ({type(error).__name__}). "
            "Periksa penulisan YAML-nya atau hapus berkas itu untuk memakai pengaturan bawaan."
        ) from error
