#!/usr/bin/env bash
# Takes the manual's picture of a report in a headless browser.
#     tools/report_picture.sh REPORT.html PICTURE.png [WIDTH,HEIGHT]
set -euo pipefail

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
profile=$(mktemp -d)
trap 'rm -rf -- "$profile"' EXIT
# Charts are drawn after the page is loaded; virtual time skips the delay.
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" \
    --window-size="${3:-1280,1500}" --virtual-time-budget=20000 --screenshot="$(realpath -m -- "$2")" \
    "file://$(realpath -- "$1")" >/dev/null 2>&1
printf '%s\n' "$2"
