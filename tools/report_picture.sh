#!/usr/bin/env bash
# Takes the manual's picture of a report, in a browser without a window.
#     tools/report_picture.sh REPORT.html PICTURE.png [WIDTH,HEIGHT]
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
profile=$(mktemp -d)
trap 'rm -rf -- "$profile"' EXIT
# The charts are drawn after the page is there; time runs ahead until they are.
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="${3:-1280,1500}" --virtual-time-budget=20000 --screenshot="$PWD/$2" \
    "file://$PWD/$1" >/dev/null 2>&1
printf '%s\n' "$2"
