#!/usr/bin/env bash
# Mutation testing: mutmut makes small changes to the core, one at a time, in a copy in
# build/mutants, runs the core tests that reach the change, and lists undetected changes.
#     tools/mutants.sh core/results/losses.py [core/...]
# TESTS="test/core/test_carbon.py" limits the tests. The copy keeps the results: another run with the
# same files and tests continues where the first one stopped; rm -r build/mutants starts afresh.
# mutmut changes the bodies of functions, but not module constants or properties.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
[ $# -gt 0 ] || { echo "usage: tools/mutants.sh core/file.py [core/...]" >&2; exit 2; }

place=build/mutants
list() { printf '"carbon_zones/%s", ' "$@"; }

# A separate environment, because mutmut has twenty dependencies that no test needs.
if [ ! -x "$place/venv/bin/mutmut" ]; then
    "${PYTHON:-/usr/bin/python3}" -m venv --system-site-packages "$place/venv"
    "$place/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        -r requirements-dev.txt mutmut==3.8.1 </dev/null
fi
mkdir -p "$place/carbon_zones"
before=$(cat "$place/pyproject.toml" 2>/dev/null || true)
{ git ls-files -z; find resources/leaflet resources/plotly -type f -print0; } |
    xargs -0 cp --parents --preserve=timestamps -t "$place/carbon_zones"
{
    cat pyproject.toml
    printf '[tool.mutmut]\nsource_paths = ["carbon_zones"]\nonly_mutate = [%s]\n' "$(list "$@")"
    # shellcheck disable=SC2086
    printf 'pytest_add_cli_args_test_selection = [%s]\n' "$(list ${TESTS:-test/core})"
} >"$place/pyproject.toml"
# mutmut does not update files that it copied unchanged.
if [ "$before" != "$(cat "$place/pyproject.toml")" ]; then
    rm -rf "$place/mutants" "$place/mutmut-stats.json"
fi

. tools/env.sh
cd "$place"
export PYTHONPATH="$PWD/mutants:${PYTHONPATH#*:}"   # the changed package, not the checkout's
venv/bin/mutmut run --max-children "${JOBS:-1}" >log 2>&1 || { tail -n 40 log >&2; exit 1; }
tail -n 1 log
venv/bin/mutmut results | while read -r name result; do
    printf '\n%s %s\n' "$name" "$result"
    venv/bin/mutmut show "${name%:}" | grep '^[-+] '
done
