"""What keeps the program from its work, in the user's words."""

from __future__ import annotations

import errno


class UserError(Exception):
    """Something that the user can mend. The message says what and how, in sentences of Bahasa Indonesia."""


_SEBAB = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah ruang disk habis",
    errno.EFBIG: "berkas terlalu besar untuk disk ini",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENOENT: "tidak ditemukan",
    errno.ENOTDIR: "bukan folder",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.EEXIST: "sudah ada",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EIO: "disk atau jaringannya bermasalah",
    errno.ETIMEDOUT: "jaringannya tidak menjawab",
    errno.ESTALE: "folder jaringannya terputus",
    errno.EHOSTDOWN: "komputer di jaringan tidak menjawab",
    errno.EHOSTUNREACH: "komputer di jaringan tidak terjangkau",
    errno.ENETUNREACH: "jaringan tidak terjangkau",
    errno.ELOOP: "di situ ada tautan ke folder lain",
    errno.EMFILE: "terlalu banyak berkas terbuka",
}


def why(error: OSError) -> str:
    """Why the system refused, in a few words of Bahasa Indonesia, without the name of the file."""
    known = _SEBAB.get(error.errno or 0)
    return known or f"kesalahan sistem {error.errno or type(error).__name__}"
