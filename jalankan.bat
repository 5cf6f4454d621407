@echo off
rem Klik dua kali: memproses input_samples ke output, sama seperti "make run". Folder yang diseret ke berkas ini
rem diproses menggantikan input_samples.
setlocal
chcp 65001 >nul
cd /d "%~dp0"

set "PY="
where py >nul 2>nul && set "PY=py -3"
if not defined PY where python >nul 2>nul && set "PY=python"
if not defined PY (
  echo Python belum terpasang di komputer ini.
  echo Pasang Python 3.11 atau yang lebih baru dari python.org; centang "Add python.exe to PATH".
  goto gagal
)
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Python di komputer ini tidak dapat dijalankan atau lebih lama dari versi 3.11.
  echo Pasang Python 3.11 atau yang lebih baru dari python.org.
  goto gagal
)
if not exist "pyproject.toml" (
  echo Berkas program tidak lengkap: pyproject.toml tidak ada di folder ini.
  echo Salin ulang seluruh folder dak_excel, lalu coba lagi.
  goto gagal
)
if not exist ".venv\Scripts\python.exe" (
  echo Menyiapkan program untuk pertama kali...
  %PY% -m venv .venv
  if errorlevel 1 (
    echo Folder .venv tidak dapat dibuat. Periksa izin tulis dan sisa ruang disk folder ini.
    goto gagal
  )
)
if not exist ".venv\.installed" (
  echo Memasang paket yang diperlukan. Ini memerlukan sambungan internet dan beberapa menit.
  ".venv\Scripts\python.exe" -m pip install --quiet --editable .
  if errorlevel 1 (
    echo Paket yang diperlukan tidak dapat dipasang. Periksa sambungan internet, lalu coba lagi.
    goto gagal
  )
  type nul > ".venv\.installed"
)
".venv\Scripts\dak-excel.exe" proses %*
if errorlevel 3 (
  echo Ada berkas yang tidak dapat diproses; lihat keterangannya di atas. Yang lain sudah selesai.
  goto selesai
)
if errorlevel 1 goto gagal

:selesai
if exist "output\index.html" start "" "output\index.html"
pause
exit /b 0

:gagal
echo.
echo Program tidak dapat dijalankan.
pause
exit /b 1
