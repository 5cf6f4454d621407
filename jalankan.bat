@echo off
rem Klik dua kali: memproses folder masukan menurut dak-excel.yaml (tanpa berkas itu: contoh di input_samples), lalu
rem membuka halamannya. Folder dan buku kerja yang diseret ke berkas ini diproses menggantikannya.
setlocal EnableDelayedExpansion
rem Explorer tidak memberi petik pada nama seperti A&B; karena itu seluruh baris perintahnya yang dibaca program.
set "BARIS_KLIK=!cmdcmdline!"
set "DARI_KLIK="
set BARIS_KLIK 2>nul | findstr /i /l /c:"%~nx0" >nul && set "DARI_KLIK=1"
setlocal DisableDelayedExpansion
chcp 65001 >nul
rem pushd, bukan cd: folder di jaringan (\\server\...) mendapat huruf drive selama program berjalan
pushd "%~dp0"

if not exist siapkan.py (
  echo Berkas program tidak lengkap: siapkan.py tidak ada di folder ini.
  echo Salin ulang seluruh folder dak_excel, lalu coba lagi.
  goto gagal
)
set "PY="
py -3 -c "import sys" >nul 2>nul && set "PY=py -3"
if not defined PY python -c "import sys" >nul 2>nul && set "PY=python"
if not defined PY (
  echo Python belum terpasang di komputer ini.
  echo Pasang Python 3.11 atau yang lebih baru dari python.org; centang "Add python.exe to PATH".
  goto gagal
)
%PY% siapkan.py
if errorlevel 1 goto gagal
".venv\Scripts\python.exe" -m dak_excel.cli.double_click proses %*
set "HASIL=%errorlevel%"
goto selesai

:gagal
set "HASIL=1"
echo.
echo Program tidak dapat dijalankan.

:selesai
popd
pause
rem Tanpa /b bila diklik: cmd tidak boleh melanjutkan dengan potongan nama sesudah tanda &.
if defined DARI_KLIK exit %HASIL%
exit /b %HASIL%
