#!/usr/bin/env bash
# Mutation testing: mutmut changes the core in small ways, one at a time, in a copy under
# build/mutants, and runs the tests of the core that reach the change. What they let pass is listed.
#     tools/mutants.sh core/results/losses.py [core/...]
# TESTS="test/core/test_carbon.py" takes fewer tests. The copy keeps what is done, so a second run
# of the same files by the same tests goes on where the first was stopped, and does not look again
# at what survived; rm -r build/mutants begins again.
# mutmut changes the bodies of functions, but neither constants of a module nor properties.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
[ $# -gt 0 ] || { echo "usage: tools/mutants.sh core/file.py [core/...]" >&2; exit 2; }

place=build/mutants
list() { printf '"carbon_zones/%s", ' "$@"; }

# A place of its own: mutmut brings twenty packages that no test needs.
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
# mutmut leaves a file that it has copied unchanged as it is.
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
