#!/usr/bin/env bash
# Takes the manual's pictures of QGIS's window and of a report, in some languages, as small as they go.
#     tools/screenshots.sh en zh_CN
# `make screenshots` runs it. English ones go to docs/pictures, others to docs/LANGUAGE/pictures.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

for locale in "$@"; do
    folder=docs/pictures system=C.UTF-8
    [ "$locale" = en ] || folder=docs/$locale/pictures system=$locale.UTF-8
    out=build/screenshots/$locale
    rm -rf "$out"
    mkdir -p "$out" "$folder"
    study=("--REPORT=$out/report.html" "--ZONES_FOLDER=$out/zones")
    for year in 1986 2000 2009 2018; do
        study+=("--LAYERS=resources/sample/landuse_$year.tif")
    done
    for table in TRANSFERS AREAS ZONE_SHARES LOSSES CLOSURE; do
        study+=("--$table=$out/$table.csv")
    done
    # The profile says nothing of a language, so the system's is taken.
    tools/env.sh env LC_ALL="$system" qgis_process run carbonzones:study "${study[@]}" \
        >"$out/log.txt" 2>&1 || { cat "$out/log.txt" >&2; exit 1; }
    tools/report_picture.sh "$out/report.html" "$out/report.png"

    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/window/start.py "$out" "$locale"
    for page in "$out"/result_*.html; do
        tools/report_picture.sh "$page" "${page%.html}.png" 900,760
    done
    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/small_png.py "$out"/*.png
    cp -- "$out"/*.png "$folder"
done
