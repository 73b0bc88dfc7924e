#!/usr/bin/env bash
# Runs the study on the synthetic sample and compares its results with the paper; run by `make demo`.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

# Output in English, or with LOCALE=zh_CN in Chinese.
say() { if [ "${LOCALE:-}" = zh_CN ]; then echo "$2"; else echo "$1"; fi; }

out=build/demo${LOCALE:+_$LOCALE}
study=(qgis_process run carbonzones:study)
for year in 1986 2000 2009 2018; do
    study+=("--LAYERS=resources/sample/landuse_$year.tif")
done
for table in transfers areas zone_shares losses closure; do
    study+=("--$(echo $table | tr a-z A-Z)=$out/$table.csv")
done
study+=("--ZONES_FOLDER=$out/zones" "--REPORT=$out/report.html")

rm -rf "$out"
mkdir -p "$out"
say "Carbon zone study of the synthetic mine, 1986 to 2018:" "合成矿区的碳汇功能区综合分析，1986-2018："
printf '%s' '  tools/env.sh'; printf ' %s' "${study[@]}"; printf '\n'
if ! tools/env.sh "${study[@]}" 2>&1 | tee "$out/log.txt"; then
    say "demo: the study failed; see the output above and $out/log.txt" \
        "demo：研究失败；其说明见上，亦见 $out/log.txt" >&2
    exit 1
fi
echo
"${PYTHON:-/usr/bin/python3}" tools/check_demo.py "$out"
echo
say "The report, for any browser: $out/report.html" "报告，可用任何浏览器打开：$out/report.html"
