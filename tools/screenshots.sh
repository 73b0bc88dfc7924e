#!/usr/bin/env bash
# Takes the manual's pictures of QGIS's window and of a report, in some languages, as small as they go.
#     tools/screenshots.sh en zh_CN
# `make screenshots` runs it. English ones go to docs/pictures, others to docs/LANGUAGE/pictures.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

for locale in "$@"; do
    folder=docs/pictures system=C.UTF-8
    [ "$locale" = en ] || folder=docs/$locale/pictures system=$locale.UTF-8
    mkdir -p "$folder" build/screenshots

    report=build/screenshots/report_$locale.html
    layers=()
    for year in 1986 2000 2009 2018; do
        layers+=("--LAYERS=resources/sample/landuse_$year.tif")
    done
    # The profile says nothing of a language, so the system's is taken.
    tools/env.sh env LC_ALL="$system" qgis_process run carbonzones:study \
        "${layers[@]}" "--REPORT=$report" >build/screenshots/log.txt 2>&1 \
        || { cat build/screenshots/log.txt >&2; exit 1; }
    tools/report_picture.sh "$report" "$folder/report.png"

    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/window/start.py "$folder" "$locale"
    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/small_png.py "$folder"/*.png
done
