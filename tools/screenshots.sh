#!/usr/bin/env bash
# Takes the manual's pictures of QGIS and of a report, in the given languages, and reduces their size.
#     tools/screenshots.sh en zh_CN
#     ALGORITHM=carbonloss tools/screenshots.sh zh_CN     pictures of its page only
# Run by `make screenshots`. English pictures are in docs/pictures, others in docs/LANGUAGE/pictures.
set -euo pipefail
shopt -s nullglob
cd -- "$(dirname -- "$0")/.."
[ -f "docs/algorithms/${ALGORITHM:-study}.md" ] || { echo "no manual page of $ALGORITHM" >&2; exit 1; }

for locale in "$@"; do
    folder=docs/pictures system=C.UTF-8
    [ "$locale" = en ] || folder=docs/$locale/pictures system=$locale.UTF-8
    out=build/screenshots/$locale
    rm -rf "$out"
    mkdir -p "$out" "$folder"
    if [ "${ALGORITHM:-study}" = study ]; then
        study=("--REPORT=$out/report.html" "--ZONES_FOLDER=$out/zones")
        for year in 1986 2000 2009 2018; do
            study+=("--LAYERS=resources/sample/landuse_$year.tif")
        done
        for table in TRANSFERS AREAS ZONE_SHARES LOSSES CLOSURE; do
            study+=("--$table=$out/$table.csv")
        done
        # The profile sets no language, so that of the system is used.
        tools/env.sh env LC_ALL="$system" qgis_process run carbonzones:study "${study[@]}" \
            >"$out/log.txt" 2>&1 || { cat "$out/log.txt" >&2; exit 1; }
        tools/report_picture.sh "$out/report.html" "$out/report.png"
    fi

    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/window/start.py "$out" "$locale" "${ALGORITHM:-}"
    for page in "$out"/result_*.html; do
        tools/report_picture.sh "$page" "${page%.html}.png" 900,760
    done
    tools/env.sh "${PYTHON:-/usr/bin/python3}" tools/small_png.py "$out"/*.png
    cp -- "$out"/*.png "$folder"
done
