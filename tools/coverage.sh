#!/usr/bin/env bash
# What part of the lines of core/, bridge/ and algorithms/ the last `make test` ran; status 1, and the
# lines that it did not run, where that is less than it has to be.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

status=0
for least in core=95 bridge=90 algorithms=90; do
    room=${least%=*} least=${least#*=}
    report=(build/venv/bin/python -P -m coverage report --include="$room/*")
    echo "coverage: $("${report[@]}" --format=total --precision=1) % of the lines of $room/, $least % needed"
    "${report[@]}" --fail-under="$least" --format=total >/dev/null 2>&1 && continue
    "${report[@]}" --show-missing --skip-covered
    status=1
done
exit $status
