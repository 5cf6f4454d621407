"""Settings: what a run does and where, from the command line, the environment and `dak-excel.yaml`.

The command line goes before the environment (`DAK_EXCEL_KERTAS=A4`), that before the file, that before
the defaults. The file is looked for in the current folder, then in the user's configuration folder.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    YamlConfigSettingsSource,
)

from dak_excel import settings_mistakes
from dak_excel.errors import UserError

NAMA_BERKAS = "dak-excel.yaml"
NAMA_PETUNJUK = "dak-excel.tata-letak.yaml"


class BadSettings(UserError):
    """A setting is wrong. The message is for the user, in Bahasa Indonesia."""


class MailSettings(BaseModel):
    """SMTP server and addresses for mailing the morning page.

    `tls` means encrypted: from the first byte on port 465, elsewhere by STARTTLS.
    """

    model_config = ConfigDict(extra="forbid")

    server: str
    port: int = 587
    tls: bool = True
    pengguna: str = ""
    sandi: SecretStr = SecretStr("")
    dari: str
    kepada: tuple[str, ...]

    @field_validator("sandi", mode="before")
    @classmethod
    def _digits_are_text(cls, value: Any) -> Any:
        """A password of digits, which YAML takes for a number."""
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _own_input() -> bool:
    """Whether the current folder has a `masukan`, else the samples are meant (contract, «Commands»)."""
    return Path("masukan").is_dir()


class Settings(BaseSettings):
    """All settings of a run; paths are as given, relative ones to the current folder."""

    model_config = SettingsConfigDict(env_prefix="DAK_EXCEL_", env_nested_delimiter="__", extra="forbid")

    masukan: Path = Field(default_factory=lambda: Path("masukan" if _own_input() else "input_samples"))
    keluaran: Path = Field(default_factory=lambda: Path("keluaran" if _own_input() else "output"))
    tahun: int = 2023
    per: date = Field(default_factory=date.today)
    semester: Literal["1", "2", "akhir"] | None = None
    kertas: Literal["F4", "A4"] = "F4"
    nik_penuh: bool = False
    pdf: bool = False
    daftar_tabel: bool = False
    """Whether reports have a list of tables and one of pictures behind their table of contents."""
    penanda_bpkad: bool = False
    """Whether reports have a place for the signature of the daerah's treasurer (BPKAD)."""
    surat_tanggung_jawab: bool = False
    """Whether each report comes with a statement of responsibility of the head of the dinas."""
    tata_letak: bool = True
    """Whether LibreOffice, where it is found, fills in page numbers of contents pages: 2 to 4 s a daerah."""
    ringkasan_pdf: bool = True
    """Whether `ringkasan.pdf` is made, where Chromium, Edge or LibreOffice is found: about 1 s a daerah."""
    pekerja: int = Field(default=1, ge=1, le=64)
    paksa: bool = False
    pribadi: bool = False
    """Whether outputs are for their user alone; else they get the rights of new files in their folder."""
    klaster: str = ""
    templat: Path | None = None
    """Folder of the dinas's own Word templates; the built-in ones otherwise."""
    kosakata: Path | None = None
    """The dinas's own words for column headings (same form as `kolom.yaml`)."""
    juknis: Path | None = None
    """Folder with further juknis files, `2024.yaml` …; by default `juknis` beside the settings."""
    petunjuk: Path | None = None
    """What people have told of layouts; by default `dak-excel.tata-letak.yaml` beside the settings."""
    cadangan_riwayat: Path | None = None
    """Folder for a copy of what earlier runs found; by default the user's own folder of the system."""
    batas_detik: float = Field(default=60, gt=0)
    batas_memori_mib: int = Field(default=1024, ge=64)
    surel: MailSettings | None = None

    @field_validator("semester", mode="before")
    @classmethod
    def _semester_is_text(cls, value: Any) -> Any:
        """`semester: 1`, which YAML takes for a number, and `Akhir`."""
        return str(value).casefold() if isinstance(value, int | str) else value

    @field_validator("kertas", mode="before")
    @classmethod
    def _paper_in_capitals(cls, value: Any) -> Any:
        """`a4`, as people write it."""
        return value.upper() if isinstance(value, str) else value

    @field_validator("surel", mode="before")
    @classmethod
    def _only_a_password(cls, value: Any) -> Any:
        """A password in the environment, and nothing to use it for: no mail is asked for."""
        return None if isinstance(value, dict) and set(value) == {"sandi"} else value

    @property
    def hints_file(self) -> Path:
        """The file of what people have told of layouts."""
        if self.petunjuk:
            return self.petunjuk
        return _beside_settings() / NAMA_PETUNJUK

    @property
    def own_juknis(self) -> Path:
        """Where the office's own juknis files are looked for, and begun, when no folder is named."""
        return _beside_settings().absolute() / "juknis"

    @model_validator(mode="after")
    def _take_own_juknis(self) -> Self:
        if self.juknis is None and any(self.own_juknis.glob("[0-9][0-9][0-9][0-9].yaml")):
            self.juknis = self.own_juknis
        return self

    @property
    def history_copy(self) -> Path:
        """The copy of the history of these two folders: it outlives the output folder."""
        home = self.cadangan_riwayat or Path(platformdirs.user_state_dir("dak-excel")) / "riwayat"
        both = f"{self.masukan.absolute()}\0{self.keluaran.absolute()}".encode("utf-8", "surrogateescape")
        return home / f"{hashlib.sha256(both).hexdigest()[:16]}.sqlite"

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
        files = settings_files()
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls, yaml_file=files)


def _beside_settings() -> Path:
    """The folder of the settings file; the current one where there is none."""
    home = Path(platformdirs.user_config_dir("dak-excel"))
    return home if (home / NAMA_BERKAS).is_file() and not Path(NAMA_BERKAS).is_file() else Path()


def settings_files() -> list[Path]:
    """Where the settings file is looked for; a later one goes before."""
    return [Path(platformdirs.user_config_dir("dak-excel")) / NAMA_BERKAS, Path(NAMA_BERKAS)]


def load_settings(**given: Any) -> Settings:
    """The settings of a run; values that are None were not given.

    Raises `BadSettings` when a value does not fit, naming the setting, or when the file has a wrong name.
    """
    if wrong := settings_mistakes.misnamed(Path(), NAMA_BERKAS):
        raise BadSettings(
            f"Berkas pengaturan «{wrong}» tidak dibaca karena namanya. Ganti namanya menjadi {NAMA_BERKAS}."
        )
    try:
        return Settings(**{k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        parts = [_misfit(e["loc"], e["type"], e["input"], e.get("ctx")) for e in error.errors()]
        raise BadSettings(
            f"Pengaturan berikut tidak dapat dipakai: {', '.join(parts)}. "
            f"Perbaiki di baris perintah atau di berkas {NAMA_BERKAS}."
        ) from error
    except SettingsError as error:
        raise BadSettings(
            "Peubah lingkungan DAK_EXCEL_SUREL… tidak dapat dibaca. Tulis isinya satu per satu, misalnya "
            'DAK_EXCEL_SUREL__SERVER; daftar alamat ditulis seperti ["kepala@dinas.example"].'
        ) from error
    except Exception as error:  # YAML that cannot be parsed comes as the parser's own error
        where = settings_mistakes.where_broken(settings_files())
        raise BadSettings(
            f"Berkas pengaturan {where or f'{NAMA_BERKAS} tidak dapat dibaca ({type(error).__name__})'}. "
            "Perbaiki, atau hapus berkas itu untuk memakai pengaturan bawaan."
        ) from error


_BOLEH_DISEBUT = ("server", "port", "tls", "pengguna", "dari")
"""Settings of the mail whose value may be shown; any other might be a password, or one in a wrong place."""


def _misfit(
    tempat: tuple[int | str, ...], jenis: str, isi: object, context: dict[str, Any] | None = None
) -> str:
    """A setting that does not fit, with its value only where that cannot hold a password."""
    nama = f"«{'.'.join(map(str, tempat))}»"
    if jenis == "missing":
        return f"{nama} (belum diisi)"
    if jenis == "extra_forbidden":
        known = MailSettings.model_fields if len(tempat) > 1 else Settings.model_fields
        near = settings_mistakes.nearest(str(tempat[-1]), known)
        return f"{nama} (tidak dikenal; mungkin «{near}»)" if near else f"{nama} (tidak dikenal)"
    if tempat[-1:] == ("sandi",):
        return f"{nama} (tulis di antara tanda petik)"
    shown = tempat[:1] != ("surel",) or (len(tempat) > 1 and tempat[1] in _BOLEH_DISEBUT)
    if shown and isinstance(isi, str | int | float | date | Path):
        may = settings_mistakes.allowed(context)
        return f"{nama} ({str(isi)!r}{f'; yang dapat dipakai: {may}' if may else ''})"
    return f"{nama} (bentuk isinya keliru)"
