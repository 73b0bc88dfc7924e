#!/usr/bin/env bash
# Line coverage of core/, bridge/ and algorithms/ in the last `make test`. Below the required coverage,
# lists uncovered lines and exits with 1.
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
